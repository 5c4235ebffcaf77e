package audit

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/service/page"
)

// Access is a use of a patient's record, as the patient is told of it.
type Access struct {
	OccurredAt   time.Time
	By           Party
	Action       string
	Outcome      Outcome
	PurposeOfUse *string
}

// AccessLog returns a page of who used a patient's record, newest first, and notes who read it. Patients may call it for
// themselves, CMS users and service accounts with audit:read for any. It fails with the error of a missing record for
// other patients and where there is none, and with a Forbidden error for all others.
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

// Accesses returns the newest uses of a patient's record, at most limit, and whether there are more. Who may call it and
// how it fails is as for AccessLog; it is for what puts a record together and notes that: it notes nothing.
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

// accesses tells of rows who did what they say.
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
