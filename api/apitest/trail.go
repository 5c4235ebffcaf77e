package apitest

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// Event is a record of the trail, sealed or not.
type Event struct {
	Action       string          `json:"action"`
	Outcome      string          `json:"outcome"`
	ActorType    string          `json:"actor_type"`
	ActorID      string          `json:"actor_id"`
	EntityType   string          `json:"entity_type"`
	EntityID     string          `json:"entity_id"`
	PatientID    string          `json:"patient_id"`
	PurposeOfUse string          `json:"purpose_of_use"`
	RequestID    string          `json:"request_id"`
	SourceIP     string          `json:"source_ip"`
	ResultCount  int             `json:"result_count"`
	Payload      json.RawMessage `json:"payload"`
}

// Events returns what has been recorded so far of these actions, or of all, the oldest first.
func (a *App) Events(t testing.TB, actions ...string) []Event {
	t.Helper()
	require.NoError(t, a.Trail.Ship(t.Context()))
	const columns = `occurred_at, action, outcome, actor_type, actor_id, entity_type, entity_id, patient_id,
		purpose_of_use, request_id, source_ip, result_count, payload`
	// Sealing moves records, perhaps to a partition that it has just made: one snapshot for planning and reading sees each once.
	tx, err := a.Env.DB.BeginTx(t.Context(), nil)
	require.NoError(t, err)
	defer func() { _ = tx.Rollback() }() // nothing to lose
	_, err = tx.ExecContext(t.Context(), "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
	require.NoError(t, err)
	rows, err := tx.QueryContext(t.Context(), `SELECT to_jsonb(e)
		FROM (SELECT `+columns+` FROM audit_inbox UNION ALL SELECT `+columns+` FROM audit_events) AS e ORDER BY occurred_at`)
	require.NoError(t, err)
	defer func() { _ = rows.Close() }() // rows.Err tells what failed
	var events []Event
	for rows.Next() {
		var text []byte
		require.NoError(t, rows.Scan(&text))
		var e Event
		require.NoError(t, json.Unmarshal(text, &e))
		if len(actions) == 0 || slices.Contains(actions, e.Action) {
			events = append(events, e)
		}
	}
	require.NoError(t, rows.Err())
	return events
}
