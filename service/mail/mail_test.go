package mail_test

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/encryption"
	"github.com/predicthealth/predicthealth/internal/fixture"
	transport "github.com/predicthealth/predicthealth/internal/mail"
	"github.com/predicthealth/predicthealth/internal/mail/mailtest"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/mail"
	"github.com/predicthealth/predicthealth/service/setting"
)

const secret = "wXyZ-the-secret-of-a-link" //nolint:gosec // made up

var reset = mail.Message{
	To: "ana@example.org", Template: mail.ResetPassword,
	Link: mail.Link{Page: "/reset-password", Token: secret, Expires: time.Date(2030, 1, 2, 3, 4, 5, 0, time.UTC)},
}

// bench is a queue, its mail server, and a key.
type bench struct {
	env    *testenv.Env
	store  *service.Store
	server *mailtest.Server
	key    string
}

func newBench(t *testing.T) *bench {
	t.Helper()
	env := testenv.New(t)
	return &bench{env, service.NewStore(env.Ent), mailtest.New(t), encryption.NewKey()}
}

// queue is that of one instance, with keys.
func (b *bench) queue(t *testing.T, keys ...string) *mail.Queue {
	t.Helper()
	return mail.New(b.options(t, keys...))
}

func (b *bench) options(t *testing.T, keys ...string) mail.Options {
	t.Helper()
	ring, err := encryption.Parse(strings.Join(append(keys, b.key), ","))
	require.NoError(t, err)
	to, err := transport.Open(b.server.URL(), "PredictHealth <no-reply@example.org>")
	require.NoError(t, err)
	return mail.Options{
		Store: b.store, Settings: setting.NewReader(b.store), Keys: ring, Transport: to,
		PublicURL: "https://app.example.org", Log: slog.New(slog.DiscardHandler),
	}
}

func send(t *testing.T, q *mail.Queue) {
	t.Helper()
	for _, w := range q.Sender() {
		require.NoError(t, w.Run(t.Context()))
	}
}

// due makes what waits for its next attempt due, as time does.
func (b *bench) due(t *testing.T) {
	t.Helper()
	_, err := b.env.DB.ExecContext(t.Context(), "UPDATE mail_queue SET next_attempt_at = now() - interval '1 second'")
	require.NoError(t, err)
}

func (b *bench) row(t *testing.T, expression string) bool {
	t.Helper()
	return fixture.Value[bool](t, b.env.DB, "SELECT coalesce("+expression+", false) FROM mail_queue")
}

func TestAServerThatIsDownLosesNothing(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	q := b.queue(t)
	b.server.Stop(t)
	require.NoError(t, q.Enqueue(t.Context(), reset))
	stored := fixture.Value[[]byte](t, b.env.DB, "SELECT parameters FROM mail_queue")
	assert.NotContains(t, string(stored), secret)
	assert.NotContains(t, string(stored), "reset")

	send(t, q)
	assert.True(t, b.row(t, `attempts = 1 AND sent_at IS NULL AND failed_at IS NULL AND parameters IS NOT NULL
		AND last_error LIKE '%refused%' AND next_attempt_at BETWEEN now() + interval '50 seconds' AND now() + interval '1 minute'`))
	assert.False(t, b.row(t, "last_error LIKE '%"+secret+"%'"))
	send(t, q)
	assert.True(t, b.row(t, "attempts = 1"), "not before it is due")
	b.due(t)
	send(t, q)
	assert.True(t, b.row(t, "attempts = 2 AND next_attempt_at > now() + interval '110 seconds'"), "each pause is longer")

	b.server.Start(t)
	b.due(t)
	send(t, q)
	assert.True(t, b.row(t, "sent_at IS NOT NULL AND parameters IS NULL AND last_error IS NULL"))
	sent := b.server.Messages()
	require.Len(t, sent, 1)
	assert.Contains(t, strings.ReplaceAll(sent[0], "=\n", ""), "https://app.example.org/reset-password#token=3D"+secret)
	b.due(t)
	send(t, q)
	assert.Len(t, b.server.Messages(), 1, "what was sent is done")
}

func TestGivingUp(t *testing.T) {
	t.Parallel()
	t.Run("a recipient who is refused", func(t *testing.T) {
		t.Parallel()
		b := newBench(t)
		b.server.Refuse = map[string]string{reset.To: "550 no such user"}
		q := b.queue(t)
		require.NoError(t, q.Enqueue(t.Context(), reset))
		send(t, q)
		assert.True(t, b.row(t, "failed_at IS NOT NULL AND sent_at IS NULL AND parameters IS NULL AND last_error LIKE '%no such user%'"))
	})
	t.Run("a server that is down for days", func(t *testing.T) {
		t.Parallel()
		b := newBench(t)
		b.server.Stop(t)
		q := b.queue(t)
		require.NoError(t, q.Enqueue(t.Context(), reset))
		_, err := testenv.Owner(t, b.env).ExecContext(t.Context(), "UPDATE mail_queue SET created_at = now() - interval '73 hours'")
		require.NoError(t, err)
		send(t, q)
		assert.True(t, b.row(t, "failed_at IS NOT NULL AND parameters IS NULL"))
	})
}

func TestAMailIsSentOnlyWithItsUnit(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	q := b.queue(t)
	failed := errors.New("failed")
	err := b.store.Unit(t.Context(), func(ctx context.Context) error {
		return errors.Join(q.Enqueue(ctx, reset), failed)
	})
	require.ErrorIs(t, err, failed)
	send(t, q)
	assert.Empty(t, b.server.Messages())
}

func TestOneInstanceSendsAMail(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	const mails, instances = 60, 4
	for range mails {
		require.NoError(t, b.queue(t).Enqueue(t.Context(), reset))
	}
	var sending sync.WaitGroup
	for range instances {
		q := b.queue(t)
		sending.Go(func() { assert.NoError(t, q.Sender()[0].Run(t.Context())) })
	}
	sending.Wait()
	assert.Len(t, b.server.Messages(), mails)
	assert.Equal(t, mails, fixture.Value[int](t, b.env.DB, "SELECT count(*)::int FROM mail_queue WHERE sent_at IS NOT NULL AND attempts = 1"))
}

func TestKeysRotate(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	require.NoError(t, b.queue(t).Enqueue(t.Context(), reset))
	old := b.key
	b.key = encryption.NewKey()
	send(t, b.queue(t))
	assert.True(t, b.row(t, "attempts = 1 AND sent_at IS NULL AND parameters IS NOT NULL"), "a key that is missing may come back")
	b.due(t)
	send(t, b.queue(t, encryption.NewKey(), old))
	assert.Len(t, b.server.Messages(), 1)
}

func TestSealedParametersBelongToTheirRow(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	q := b.queue(t)
	require.NoError(t, q.Enqueue(t.Context(), reset))
	require.NoError(t, q.Enqueue(t.Context(), mail.Message{To: "eve@example.org", Template: mail.ResetPassword}))
	_, err := b.env.DB.ExecContext(t.Context(), `UPDATE mail_queue SET parameters =
		(SELECT parameters FROM mail_queue WHERE recipient = 'ana@example.org') WHERE recipient = 'eve@example.org'`)
	require.NoError(t, err)
	send(t, q)
	sent := b.server.Messages()
	require.Len(t, sent, 1)
	assert.Contains(t, sent[0], "To: <ana@example.org>")
}

func TestWithoutAServerMailsWait(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	withoutServer := b.options(t)
	withoutServer.Transport = nil
	q := mail.New(withoutServer)
	require.NoError(t, q.Enqueue(t.Context(), reset))
	assert.Empty(t, q.Sender())
	send(t, b.queue(t))
	assert.Len(t, b.server.Messages(), 1)
}
