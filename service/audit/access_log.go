package audit

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/service/page"
)

// Access is a use of a patient's record, in the form that patients see.
type Access struct {
	OccurredAt   time.Time
	By           Party
	Action       string
	Outcome      Outcome
	PurposeOfUse *string
}

// AccessLog returns a page of the uses of a patient's record, newest first, and records who read it. Patients may read
// their own; CMS users and service accounts with audit:read may read any. For other patients, and for a patient who doesn't
// exist, it fails as for a missing record; for all other viewers with Forbidden.
func (r *Reader) AccessLog(ctx context.Context, patientID uuid.UUID, request page.Request) (page.Page[Access], error) {
	if err := r.mayReadAccessLog(ctx, patientID); err != nil {
		return page.Page[Access]{}, err
	}
	rows, err := r.list(ctx, "access_log", Filter{PatientID: patientID}, request)
	if err != nil {
		return page.Page[Access]{}, err
	}
	accesses, err := r.accesses(ctx, rows.Items)
	if err != nil {
		return page.Page[Access]{}, err
	}
	p := page.Page[Access]{Items: accesses, Next: rows.Next, Prev: rows.Prev, Total: rows.Total}
	return p, r.trail.Note(ctx, Event{
		Action: "access_log.read", EntityType: "patient", EntityID: patientID.String(), PatientID: patientID,
		ResultCount: len(p.Items),
	})
}

// Accesses returns the newest uses of a patient's record, at most limit, and whether there are more. It is for the same
// viewers, and fails in the same ways, as AccessLog. It is for services that put a record together and record that
// themselves: it records nothing.
func (r *Reader) Accesses(ctx context.Context, patientID uuid.UUID, limit int) (accesses []Access, more bool, err error) {
	if err := r.mayReadAccessLog(ctx, patientID); err != nil {
		return nil, false, err
	}
	rows, err := r.store.Client(ctx).AuditEvent.Query().Where(Filter{PatientID: patientID}.predicates()...).
		Order(newestFirst.By).Limit(limit + 1).All(ctx)
	if err != nil {
		return nil, false, fmt.Errorf("reading the trail: %w", err)
	}
	accesses, err = r.accesses(ctx, rows[:min(len(rows), limit)])
	return accesses, len(rows) > limit, err
}

// accesses returns the uses that rows stand for, with their actors.
func (r *Reader) accesses(ctx context.Context, rows []*ent.AuditEvent) ([]Access, error) {
	actors := make([]Actor, len(rows))
	for i, row := range rows {
		actors[i] = actorOf(row)
	}
	parties, err := PartiesOf(ctx, r.store.Client(ctx), actors)
	if err != nil {
		return nil, err
	}
	accesses := make([]Access, len(rows))
	for i, row := range rows {
		accesses[i] = Access{
			OccurredAt: row.OccurredAt, By: parties.Of(actors[i]), Action: row.Action,
			Outcome: Outcome(row.Outcome), PurposeOfUse: row.PurposeOfUse,
		}
	}
	return accesses, nil
}

func actorOf(row *ent.AuditEvent) Actor {
	actor := Actor{Type: string(row.ActorType)}
	if row.ActorID != nil {
		actor.ID = *row.ActorID
	}
	return actor
}
