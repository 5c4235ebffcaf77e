package audit

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/auditinbox"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
)

// Trail records acts. It is safe for concurrent use.
type Trail struct {
	store *service.Store
	spool *Spool
}

// New returns the trail of a store. Without a spool, as in commands, Note writes to the database itself.
func New(store *service.Store, spool *Spool) *Trail { return &Trail{store, spool} }

// Record records acts in the context's unit of work: they are in the trail exactly when it commits.
func (t *Trail) Record(ctx context.Context, events ...Event) error {
	return t.store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error { return insert(ctx, tx, events) })
}

// Note records acts that change nothing, or did not happen: reads, denials, failed sign-ins. When it returns nil they
// survive the program's end, so an answer may leave.
func (t *Trail) Note(ctx context.Context, events ...Event) error {
	return insert(ctx, t.store.Pool(), events)
}

func insert(ctx context.Context, client *ent.Client, events []Event) error {
	rows := make([]*ent.AuditInboxCreate, len(events))
	for i, e := range events {
		row, err := inboxRow(ctx, client, e)
		if err != nil {
			return err
		}
		rows[i] = row
	}
	if err := client.AuditInbox.CreateBulk(rows...).Exec(viewer.SystemContext(ctx)); err != nil {
		return fmt.Errorf("recording in the trail: %w", err)
	}
	return nil
}

func inboxRow(ctx context.Context, client *ent.Client, e Event) (*ent.AuditInboxCreate, error) {
	from, actor := requestFrom(ctx), actorOf(ctx, e)
	row := client.AuditInbox.Create().
		SetOccurredAt(time.Now()).
		SetActorType(auditinbox.ActorType(actor.Type)).SetNillableActorID(present(actor.ID)).
		SetAction(e.Action).SetNillableOutcome((*auditinbox.Outcome)(present(e.Outcome))).
		SetNillableEntityType(present(e.EntityType)).SetNillableEntityID(present(e.EntityID)).
		SetNillablePatientID(present(e.PatientID)).SetNillableResultCount(present(e.ResultCount)).
		SetNillablePurposeOfUse(present(from.PurposeOfUse)).SetNillableRequestID(present(from.ID)).
		SetNillableSourceIP(present(from.SourceIP))
	if e.Payload == nil {
		return row, nil
	}
	payload, err := json.Marshal(e.Payload)
	if err != nil {
		return nil, fmt.Errorf("recording %s: %w", e.Action, err)
	}
	digest := sha256.Sum256(payload)
	return row.SetPayload(payload).SetPayloadDigest(digest[:]), nil
}

func actorOf(ctx context.Context, e Event) Actor {
	if e.Actor != nil {
		return *e.Actor
	}
	v, known := viewer.FromContext(ctx)
	switch {
	case !known:
		return Actor{Type: "anonymous"}
	case v.Kind == viewer.System, v.Kind == viewer.CMSUser, v.Kind == viewer.ServiceAccount:
		return Actor{string(v.Kind), v.AccountID}
	}
	return Actor{"user", v.AccountID}
}

// present returns nil for nothing, which is stored as NULL.
func present[T string | int | uuid.UUID | Outcome](value T) *T {
	var nothing T
	if value == nothing {
		return nil
	}
	return &value
}
