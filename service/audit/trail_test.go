package audit_test

import (
	"context"
	"database/sql"
	"fmt"
	"sync"
	"testing"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/database"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
)

// trailOn returns the trail of a database, without a spool.
func trailOn(env *testenv.Env) *audit.Trail { return audit.New(service.NewStore(env.Ent), nil) }

// asked is a context of a CMS user's request.
func asked(t testing.TB, request string) context.Context {
	t.Helper()
	ctx := viewer.NewContext(t.Context(), viewer.Viewer{Kind: viewer.CMSUser, AccountID: uuid.New()})
	return audit.WithRequest(ctx, audit.Request{ID: request, SourceIP: "192.0.2.7", PurposeOfUse: "TREAT"})
}

// record records events of all sorts and seals them.
func record(t testing.TB, trail *audit.Trail, n int) {
	t.Helper()
	for i := range n {
		e := audit.Event{
			Action: "patient.update", EntityType: "patient", EntityID: uuid.NewString(), PatientID: uuid.New(), ResultCount: i,
			Payload: map[string]any{"fields": []string{"ñandú", `"quoted"`}, "cost": 1.50, "index": i},
		}
		switch i % 3 {
		case 0:
			require.NoError(t, trail.Record(asked(t, fmt.Sprintf("request-%d", i)), e))
		case 1:
			e.Payload = nil
			require.NoError(t, trail.Note(asked(t, fmt.Sprintf("request-%d", i)), e))
		default:
			require.NoError(t, trail.Note(t.Context(), audit.Event{Action: "auth.login", Outcome: audit.Failure}))
		}
	}
	require.NoError(t, trail.Seal(t.Context()))
}

func TestRecordIsPartOfTheUnit(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	store := service.NewStore(env.Ent)
	trail := audit.New(store, nil)
	failed := store.Unit(t.Context(), func(ctx context.Context) error {
		require.NoError(t, trail.Record(ctx, audit.Event{Action: "setting.update"}))
		return assert.AnError
	})
	require.ErrorIs(t, failed, assert.AnError)
	require.NoError(t, store.Unit(t.Context(), func(ctx context.Context) error {
		return trail.Record(ctx, audit.Event{Action: "setting.update", Actor: audit.System, Payload: map[string]int{"new": 1}})
	}))
	assert.Equal(t, "setting.update system success", fixture.Value[string](t, env.DB,
		"SELECT string_agg(concat_ws(' ', action, actor_type, outcome), ',') FROM audit_inbox"))
}

// What PostgreSQL would refuse must not wait in a spool.
func TestWhatCanNotBeStoredIsRefusedOrCleaned(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	trail := trailOn(env)
	long := string(make([]byte, 100_000))
	for name, e := range map[string]audit.Event{
		"no action": {}, "long action": {Action: long}, "large payload": {Action: "a.b", Payload: long},
		"NUL": {Action: "a.b", Payload: "\x00"}, "no JSON": {Action: "a.b", Payload: func() {}},
	} {
		require.Error(t, trail.Note(t.Context(), e), name)
	}
	ctx := audit.WithRequest(t.Context(), audit.Request{ID: "a\x00b\xff", SourceIP: "fe80::1%eth0", PurposeOfUse: long})
	require.NoError(t, trail.Note(ctx, audit.Event{Action: "a.b", EntityType: "ñ\x00" + long, EntityID: long}))
	ctx = audit.WithRequest(t.Context(), audit.Request{SourceIP: "unix"})
	require.NoError(t, trail.Note(ctx, audit.Event{Action: "a.b"}))
	require.NoError(t, trail.Note(t.Context()), "nothing")
	assert.Equal(t, "ab fe80::1|", fixture.Value[string](t, env.DB,
		"SELECT string_agg(concat_ws(' ', request_id, host(source_ip)), '|' ORDER BY id) FROM audit_inbox"))
}

// Two instances seal while others record: numbers are dense and the chain is whole.
func TestInstancesSealTogether(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	other, err := database.Open(t.Context(), database.Options{URL: env.URL, MaxConns: 4})
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, other.Close()) })
	instances := []*audit.Trail{
		trailOn(env), audit.New(service.NewStore(ent.NewClient(ent.Driver(entsql.OpenDB(dialect.Postgres, other)))), nil),
	}
	const writers, each = 4, 60
	var writing, sealing sync.WaitGroup
	done := make(chan struct{})
	for i, trail := range instances {
		sealing.Go(func() {
			for {
				assert.NoError(t, trail.Seal(t.Context()), i)
				select {
				case <-done:
					return
				default:
				}
			}
		})
	}
	for w := range writers {
		writing.Go(func() {
			for range each {
				assert.NoError(t, instances[w%2].Note(asked(t, "together"), audit.Event{Action: "patient.read"}))
			}
		})
	}
	writing.Wait()
	close(done)
	sealing.Wait()
	require.NoError(t, instances[0].Seal(t.Context()))

	report, err := instances[1].Verify(t.Context(), nil, nil)
	require.NoError(t, err)
	assert.Empty(t, report.Findings)
	assert.EqualValues(t, writers*each, report.Records)
	assert.EqualValues(t, writers*each, report.Last.Number)
	assert.Zero(t, fixture.Value[int](t, env.DB, "SELECT count(*)::int FROM audit_inbox"))
}

func TestAnchor(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	trail := trailOn(env)
	_, err := trail.Anchor(t.Context())
	require.Equal(t, service.NotFound, service.CodeOf(err))
	report, err := trail.Verify(t.Context(), nil, nil)
	require.NoError(t, err)
	assert.Equal(t, audit.Report{Findings: []audit.Finding{}}, report)

	record(t, trail, 5)
	first, err := trail.Anchor(t.Context())
	require.NoError(t, err)
	assert.EqualValues(t, 5, first.Number)
	record(t, trail, 5)
	second, err := trail.Anchor(t.Context())
	require.NoError(t, err)
	report, err = trail.Verify(t.Context(), []audit.Anchor{second, first, first}, nil)
	require.NoError(t, err)
	assert.Empty(t, report.Findings)
	assert.Equal(t, &second, report.Last)
}

func execute(t testing.TB, db *sql.DB, statement string) {
	t.Helper()
	_, err := db.ExecContext(t.Context(), statement)
	require.NoError(t, err, statement)
}
