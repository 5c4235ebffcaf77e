package audit

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"net/netip"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/characters"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

// maxRecordBytes is the largest size of a record, so that no record can fill a spool.
const maxRecordBytes = 64 << 10

var recordQuery = sqlfiles.Query("audit_record")

// record is an event as it is spooled and stored. Its fields are the columns of audit_inbox.
type record struct {
	ID           uuid.UUID       `json:"id"`
	OccurredAt   time.Time       `json:"occurred_at"`
	ActorType    string          `json:"actor_type"`
	ActorID      *uuid.UUID      `json:"actor_id,omitempty"`
	Action       string          `json:"action"`
	Outcome      Outcome         `json:"outcome"`
	EntityType   string          `json:"entity_type,omitempty"`
	EntityID     string          `json:"entity_id,omitempty"`
	PatientID    *uuid.UUID      `json:"patient_id,omitempty"`
	PurposeOfUse string          `json:"purpose_of_use,omitempty"`
	RequestID    string          `json:"request_id,omitempty"`
	SourceIP     string          `json:"source_ip,omitempty"`
	ResultCount  int             `json:"result_count,omitempty"`
	Payload      json.RawMessage `json:"payload,omitempty"`
}

// Encode returns the event as a row of audit_inbox in JSON, which PostgreSQL will store. It is for statements that store the
// event themselves. It fails for what PostgreSQL would refuse later, because then the action would leave no trace.
func (e Event) Encode(ctx context.Context) ([]byte, error) {
	if e.Action == "" || len(e.Action) > 50 {
		return nil, fmt.Errorf("recording %q: an action must have 1 to 50 characters", e.Action)
	}
	id, err := uuid.NewV7()
	if err != nil {
		return nil, fmt.Errorf("recording %s: %w", e.Action, err)
	}
	from, actor := requestFrom(ctx), ActorOf(ctx)
	if e.Actor != nil {
		actor = *e.Actor
	}
	r := record{
		ID: id, OccurredAt: time.Now().UTC().Truncate(time.Microsecond),
		ActorType: actor.Type, ActorID: present(actor.ID),
		Action: e.Action, Outcome: e.Outcome, EntityType: storable(e.EntityType, 50), EntityID: storable(e.EntityID, 50),
		PatientID: present(e.PatientID), ResultCount: e.ResultCount,
		PurposeOfUse: storable(from.PurposeOfUse, 50), RequestID: storable(from.ID, 64), SourceIP: address(from.SourceIP),
	}
	if r.Outcome == "" {
		r.Outcome = Success
	}
	if e.Payload != nil {
		if r.Payload, err = json.Marshal(e.Payload); err != nil {
			return nil, fmt.Errorf("recording %s: %w", e.Action, err)
		}
	}
	encoded, err := json.Marshal(r)
	switch {
	case err != nil:
		return nil, fmt.Errorf("recording %s: %w", e.Action, err)
	case len(encoded) > maxRecordBytes:
		return nil, fmt.Errorf("recording %s: the payload is too large", e.Action)
	case characters.HasNUL(encoded):
		return nil, fmt.Errorf("recording %s: the payload contains a NUL character", e.Action)
	}
	return encoded, nil
}

func encodeAll(ctx context.Context, events []Event) ([][]byte, error) {
	encoded := make([][]byte, len(events))
	for i, e := range events {
		var err error
		if encoded[i], err = e.Encode(ctx); err != nil {
			return nil, err
		}
	}
	return encoded, nil
}

// Executor is a database, or a transaction in it.
type Executor interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// RecordIn records events in a transaction of plain SQL, such as an import's.
func RecordIn(ctx context.Context, tx Executor, events ...Event) error {
	records, err := encodeAll(ctx, events)
	if err != nil || len(records) == 0 {
		return err
	}
	if _, err := tx.ExecContext(ctx, recordQuery, array(records)); err != nil {
		return fmt.Errorf("recording in the trail: %w", err)
	}
	return nil
}

// array returns a JSON array of encoded values.
func array(values [][]byte) string {
	return "[" + string(bytes.Join(values, []byte{','})) + "]"
}

// ActorOf returns the viewer as an actor of the trail.
func ActorOf(ctx context.Context) Actor {
	v, known := viewer.FromContext(ctx)
	switch {
	case !known:
		return Actor{Type: anonymous}
	case v.Kind == viewer.System, v.Kind == viewer.CMSUser, v.Kind == viewer.ServiceAccount:
		return Actor{string(v.Kind), v.AccountID}
	}
	return Actor{"user", v.AccountID}
}

// present returns nil for the nil UUID, which is stored as NULL.
func present(id uuid.UUID) *uuid.UUID {
	if id == uuid.Nil {
		return nil
	}
	return &id
}

// storable returns text that PostgreSQL can store, at most max characters of it.
func storable(text string, max int) string {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, ""), "\x00", "")
	if characters := []rune(text); len(characters) > max {
		return string(characters[:max])
	}
	return text
}

// address returns an IP address in a form that PostgreSQL accepts; empty when text isn't one.
func address(text string) string {
	ip, err := netip.ParseAddr(text)
	if err != nil {
		return ""
	}
	return ip.WithZone("").String()
}
