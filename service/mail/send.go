package mail

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	transport "github.com/predicthealth/predicthealth/internal/mail"
	"github.com/predicthealth/predicthealth/service/worker"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

const (
	// batchSize is how many mails an instance claims at a time.
	batchSize = 20
	// batchTime is how long sending them may take. It is less than firstPause, after which they are due again.
	batchTime = 45 * time.Second
	// firstPause is the pause after the first failed attempt. It doubles with each attempt, up to maxPause.
	firstPause = time.Minute
	maxPause   = time.Hour
	// maxAge is how long to keep trying; mail servers commonly give up after some days too.
	maxAge = 3 * 24 * time.Hour
	// markTime is how long storing the result may take, even when the program is about to stop.
	markTime = 5 * time.Second
	// maxError is how many characters of an error are stored.
	maxError = 500
)

var claimQuery = sqlfiles.Query("mail_claim")

// claimed is a mail that only this instance may send until its next attempt is due.
type claimed struct {
	id                            uuid.UUID
	recipient, template, language string
	parameters                    []byte
	attempts                      int
	createdAt                     time.Time
}

// Sender returns the workers that send mails that are due; none without a mail server.
func (q *Queue) Sender() []worker.Worker {
	if q.options.Transport == nil {
		return nil
	}
	return []worker.Worker{{Name: "mail", Interval: time.Second, Run: q.send}}
}

func (q *Queue) send(ctx context.Context) error {
	for {
		batch, err := q.claim(ctx)
		if err != nil {
			return err
		}
		limited, cancel := context.WithTimeout(ctx, batchTime)
		for _, m := range batch {
			err = errors.Join(err, q.mark(ctx, m, q.deliver(limited, m)))
		}
		cancel()
		if err != nil || len(batch) < batchSize || ctx.Err() != nil {
			return err
		}
	}
}

func (q *Queue) claim(ctx context.Context) ([]claimed, error) {
	rows, err := q.options.Store.Pool().QueryContext(ctx, claimQuery, batchSize, firstPause.Seconds(), maxPause.Seconds())
	if err != nil {
		return nil, fmt.Errorf("taking mails: %w", err)
	}
	defer func() { _ = rows.Close() }() // rows.Err tells what failed
	var batch []claimed
	for rows.Next() {
		var m claimed
		err := rows.Scan(&m.id, &m.recipient, &m.template, &m.language, &m.parameters, &m.attempts, &m.createdAt)
		if err != nil {
			return nil, fmt.Errorf("taking mails: %w", err)
		}
		batch = append(batch, m)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("taking mails: %w", err)
	}
	return batch, nil
}

func (q *Queue) deliver(ctx context.Context, m claimed) error {
	opened, err := q.options.Keys.Open(m.parameters, purpose(m.id))
	if err != nil {
		return err
	}
	var link Link
	if err := json.Unmarshal(opened, &link); err != nil {
		return fmt.Errorf("reading a mail: %w", err)
	}
	message, err := render(Template(m.template), m.language, q.options.PublicURL, link)
	if err != nil {
		return err
	}
	message.ID, message.To = m.id.String(), m.recipient
	return q.options.Transport.Deliver(ctx, message)
}

// mark stores the result of an attempt. A mail that was sent or given up no longer needs its parameters. If the program is
// killed between the server's reply and this, it sends the mail again, with the same Message-ID.
func (q *Queue) mark(ctx context.Context, m claimed, err error) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), markTime)
	defer cancel()
	update := q.options.Store.Pool().Mail.UpdateOneID(m.id)
	var refused *transport.RefusedError
	switch {
	case err == nil:
		q.outcomes.WithLabelValues("sent").Inc()
		q.options.Log.InfoContext(ctx, "a mail was sent", "mail", m.id, "template", m.template, "to", q.options.Transport.String())
		update.SetSentAt(time.Now()).ClearParameters().ClearLastError()
	case errors.As(err, &refused), time.Since(m.createdAt) > maxAge:
		q.outcomes.WithLabelValues("failed").Inc()
		q.options.Log.ErrorContext(ctx, "a mail could not be sent; it is given up", "mail", m.id, "attempts", m.attempts, "error", err)
		update.SetFailedAt(time.Now()).ClearParameters().SetLastError(storable(err))
	default:
		q.outcomes.WithLabelValues("retried").Inc()
		q.options.Log.WarnContext(ctx, "a mail could not be sent; it will be tried again", "mail", m.id, "attempts", m.attempts, "error", err)
		update.SetLastError(storable(err))
	}
	if err := update.Exec(ctx); err != nil && !ent.IsNotFound(err) {
		return fmt.Errorf("storing the result of a mail: %w", err)
	}
	return nil
}

// storable returns the start of an error's text, without characters that PostgreSQL can't store.
func storable(err error) string {
	text := []rune(strings.ReplaceAll(strings.ToValidUTF8(err.Error(), ""), "\x00", ""))
	return string(text[:min(len(text), maxError)])
}
