package audit

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/auditevent"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/page"
)

// permission is the permission that reading the trail requires.
const permission = "audit:read"

// newestFirst is the order of every list of the trail.
var newestFirst = page.Order{Columns: []string{auditevent.FieldID}, Desc: true}

// Reader reads the trail. An event appears in it once it is sealed, within about a second.
type Reader struct {
	store   *service.Store
	trail   *Trail
	cursors *page.Cursors
}

// NewReader returns a Reader.
func NewReader(store *service.Store, trail *Trail, cursors *page.Cursors) *Reader {
	return &Reader{store.AsSystem(), trail, cursors}
}

// SealedEvent is an event as it is stored in the trail.
type SealedEvent struct {
	Number               int64
	SealedAt, OccurredAt time.Time
	Actor                Actor
	Action               string
	Outcome              Outcome
	EntityType, EntityID *string
	PatientID            *uuid.UUID
	PurposeOfUse         *string
	RequestID, SourceIP  *string
	ResultCount          *int
	// Payload is nil when there is none, or when it has been erased.
	Payload json.RawMessage
	Hash    []byte
}

// Filter selects the events to list. Empty values select all.
type Filter struct {
	// Action, ActorType, EntityType and Outcome have values of which an event has one.
	Action     []string
	ActorType  []string
	ActorID    uuid.UUID
	EntityType []string
	EntityID   string
	PatientID  uuid.UUID
	Outcome    []Outcome
	RequestID  string
	// From (inclusive) and To (exclusive) limit the time of the event.
	From, To time.Time
}

// Events returns a page of the trail, newest first, and records who read it. It is for CMS users and service accounts with
// audit:read. It fails with Forbidden for others, and with Invalid when the cursor or the limit is not valid.
func (r *Reader) Events(ctx context.Context, f Filter, request page.Request) (page.Page[SealedEvent], error) {
	if err := service.Require(ctx, permission); err != nil {
		return page.Page[SealedEvent]{}, err
	}
	rows, err := r.list(ctx, "audit_events", f, request)
	if err != nil {
		return page.Page[SealedEvent]{}, err
	}
	p := page.Map(rows, toSealedEvent)
	return p, r.trail.Note(ctx, Event{
		Action: "audit.read", EntityType: "audit_events", PatientID: f.PatientID, ResultCount: len(p.Items), Payload: f.told(),
	})
}

// list returns a page of rows. The cursor is valid for this viewer, list and filter; name must also identify the
// predicates in always.
func (r *Reader) list(
	ctx context.Context, name string, f Filter, request page.Request, always ...predicate.AuditEvent,
) (page.Page[*ent.AuditEvent], error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return page.Page[*ent.AuditEvent]{}, err
	}
	list := page.Identify(name, v.AccountID, f)
	query := r.store.Client(ctx).AuditEvent.Query().Where(f.predicates()...).Where(always...)
	rows, err := page.List(ctx, r.cursors, query, request, newestFirst, list,
		func(row *ent.AuditEvent) []any { return []any{row.ID} })
	if err != nil {
		return page.Page[*ent.AuditEvent]{}, fmt.Errorf("reading the trail: %w", err)
	}
	return rows, nil
}

func (f Filter) predicates() []predicate.AuditEvent {
	var where []predicate.AuditEvent
	add := func(given bool, p predicate.AuditEvent) {
		if given {
			where = append(where, p)
		}
	}
	add(len(f.Action) > 0, auditevent.ActionIn(f.Action...))
	add(len(f.ActorType) > 0, sql.FieldIn(auditevent.FieldActorType, f.ActorType...))
	add(f.ActorID != uuid.Nil, auditevent.ActorID(f.ActorID))
	add(len(f.EntityType) > 0, auditevent.EntityTypeIn(f.EntityType...))
	add(f.EntityID != "", auditevent.EntityID(f.EntityID))
	add(f.PatientID != uuid.Nil, auditevent.PatientID(f.PatientID))
	add(len(f.Outcome) > 0, sql.FieldIn(auditevent.FieldOutcome, f.Outcome...))
	add(f.RequestID != "", auditevent.RequestID(f.RequestID))
	if !f.From.IsZero() {
		// An event is sealed after it happens, apart from differences between clocks: older partitions need not be read.
		where = append(where, auditevent.OccurredAtGTE(f.From), auditevent.SealedAtGTE(f.From.Add(-time.Hour)))
	}
	add(!f.To.IsZero(), auditevent.OccurredAtLT(f.To))
	return where
}

// told returns the filter as the trail records it.
func (f Filter) told() map[string]any {
	told := map[string]any{}
	for name, values := range map[string][]string{"action": f.Action, "actor_type": f.ActorType, "entity_type": f.EntityType} {
		if len(values) > 0 {
			told[name] = values
		}
	}
	if len(f.Outcome) > 0 {
		told["outcome"] = f.Outcome
	}
	for name, value := range map[string]string{"entity_id": f.EntityID, "request_id": f.RequestID} {
		if value != "" {
			told[name] = value
		}
	}
	if f.ActorID != uuid.Nil {
		told["actor_id"] = f.ActorID
	}
	for name, at := range map[string]time.Time{"from": f.From, "to": f.To} {
		if !at.IsZero() {
			told[name] = at.UTC()
		}
	}
	return told
}

func toSealedEvent(row *ent.AuditEvent) SealedEvent {
	return SealedEvent{
		Number: row.ID, SealedAt: row.SealedAt, OccurredAt: row.OccurredAt, Actor: actorOf(row),
		Action: row.Action, Outcome: Outcome(row.Outcome), EntityType: row.EntityType, EntityID: row.EntityID,
		PatientID: row.PatientID, PurposeOfUse: row.PurposeOfUse, RequestID: row.RequestID, SourceIP: row.SourceIP,
		ResultCount: row.ResultCount, Payload: row.Payload, Hash: row.Hash,
	}
}

// mayReadAccessLog returns nil for the patient, and for viewers with the permission when the patient exists.
func (r *Reader) mayReadAccessLog(ctx context.Context, patientID uuid.UUID) error {
	v, err := service.Viewer(ctx)
	if err != nil {
		return err
	}
	if v.Kind == viewer.Patient {
		if v.SubjectID != patientID {
			return service.Missing()
		}
		return nil
	}
	if err := service.Require(ctx, permission); err != nil {
		return err
	}
	exists, err := r.store.Client(ctx).Patient.Query().Where(patient.ID(patientID)).Exist(ctx)
	if err != nil {
		return fmt.Errorf("finding a patient: %w", err)
	}
	if !exists {
		return service.Missing()
	}
	return nil
}
