// Package mail queues mails to people in PostgreSQL, in the unit of work that causes them, and sends them when the mail
// server answers. A mail server that is down loses no mail and slows no request.
package mail

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"time"

	"github.com/google/uuid"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/mail"
	"github.com/predicthealth/predicthealth/internal/encryption"
	transport "github.com/predicthealth/predicthealth/internal/mail"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/setting"
)

var defaultLanguage = setting.String("system.default_language", "en")

// Message is a mail to one person.
type Message struct {
	To       string
	Template Template
	// Language is the person's choice; empty for the setting system.default_language.
	Language string
	// Link is the link to open; empty in a mere notice.
	Link Link
}

// Link leads to a page of the web application, which uses the one-time token if there is one.
type Link struct {
	// Page is a path below PUBLIC_URL, such as /reset-password.
	Page    string    `json:"page,omitempty"`
	Token   string    `json:"token,omitempty"`
	Expires time.Time `json:"expires,omitzero"`
}

// Options are the options of New.
type Options struct {
	Store    *service.Store
	Settings *setting.Reader
	// Keys encrypt the contents of mails until they are sent.
	Keys *encryption.Keyring
	// Transport is nil where there is no mail server: mails then stay queued.
	Transport transport.Transport
	// PublicURL is the start of the links, without a slash at its end.
	PublicURL string
	Log       *slog.Logger
}

// Queue queues and sends mails. It is safe for concurrent use, by any number of instances.
type Queue struct {
	options  Options
	outcomes *prometheus.CounterVec
}

// New returns a Queue with these options.
func New(o Options) *Queue {
	o.Store = o.Store.AsSystem()
	return &Queue{o, prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "predicthealth_mails_total", Help: "Attempts to send a mail, by outcome: sent, retried or failed for good.",
	}, []string{"outcome"})}
}

// Collectors returns the metrics.
func (q *Queue) Collectors() []prometheus.Collector {
	return []prometheus.Collector{q.outcomes, prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "predicthealth_mails_waiting", Help: "Mails that are neither sent nor given up; -1 when the number isn't known.",
	}, q.waiting)}
}

// waiting runs whenever metrics are read.
func (q *Queue) waiting() float64 {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	n, err := q.options.Store.Pool().Mail.Query().Where(mail.SentAtIsNil(), mail.FailedAtIsNil()).Count(ctx)
	if err != nil {
		return -1
	}
	return float64(n)
}

// Enqueue adds a message to the context's unit of work. It is sent after the commit, and never without one. It is for
// services that have checked that the person may get the mail. It fails only when the database does.
func (q *Queue) Enqueue(ctx context.Context, m Message) error {
	values, err := q.options.Settings.Read(ctx)
	if err != nil {
		return err
	}
	id, err := uuid.NewV7()
	if err != nil {
		return fmt.Errorf("queueing a mail: %w", err)
	}
	link, err := json.Marshal(m.Link)
	if err != nil {
		return fmt.Errorf("queueing a mail: %w", err)
	}
	return q.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		err := tx.Mail.Create().
			SetID(id).SetRecipient(m.To).SetTemplate(string(m.Template)).SetLanguage(cmp.Or(m.Language, setting.Get(values, defaultLanguage))).
			SetParameters(q.options.Keys.Seal(link, purpose(id))).
			Exec(ctx)
		if err != nil {
			return fmt.Errorf("queueing a mail: %w", err)
		}
		return nil
	})
}

// purpose binds encrypted parameters to their row.
func purpose(id uuid.UUID) string { return "mail_queue " + id.String() }
