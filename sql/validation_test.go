package sqlfiles_test

import (
	"slices"
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
)

var statuses = []string{"pending", "doctor_validated", "institution_validated", "full_access", "rejected"}

// next are the steps that the state machine allows.
var next = map[string][]string{
	"pending":               {"doctor_validated", "rejected"},
	"doctor_validated":      {"institution_validated", "rejected"},
	"institution_validated": {"full_access", "rejected"},
	"rejected":              {"pending"},
}

func TestNewPatientsArePending(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	for _, status := range statuses[1:] {
		row := objects(t, env.DB, "SELECT * FROM patients WHERE id = $1", fixture.Patient(t, env.DB))[0]
		delete(row, "id")
		row["validation_status"] = status
		if status == "rejected" {
			row["rejection_reason"] = "because"
		}
		require.Equal(t, refusal{"PH010", "patients", "validation_status", "patients_validation_start"},
			tryInsert(t, env.DB, "patients", row), status)
	}
}

// validation is a patient and what the rules say of its validation.
type validation struct {
	env      *testenv.Env
	patient  uuid.UUID
	doctors  []uuid.UUID
	doctor   int
	status   string
	expected []object
}

// Whatever is tried in whatever order, only the allowed steps happen, and each leaves its event.
func TestValidationMoves(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	institution := fixture.Institution(t, env.DB)
	doctors := []uuid.UUID{
		fixture.Doctor(t, env.DB, fixture.Row{"institution_id": institution}),
		fixture.Doctor(t, env.DB, fixture.Row{"institution_id": institution}),
		fixture.Doctor(t, env.DB),
	}
	rapid.Check(t, func(rt *rapid.T) {
		v := &validation{env: env, doctors: doctors, status: "pending"}
		v.patient = fixture.Patient(t, env.DB, fixture.Row{"doctor_id": doctors[0]})
		v.record(nil, "pending", nil)
		rt.Repeat(map[string]func(*rapid.T){
			"step":     func(rt *rapid.T) { v.step(rt) },
			"reassign": func(rt *rapid.T) { v.reassign(rt) },
			"both":     func(rt *rapid.T) { v.reassignAndStep(rt) },
			"":         func(rt *rapid.T) { v.check(t, rt) },
		})
	})
}

// step tries to move to any status.
func (v *validation) step(rt *rapid.T) {
	to := rapid.SampledFrom(statuses).Draw(rt, "to")
	var reason any
	if to == "rejected" {
		reason = "because"
	}
	_, err := v.env.DB.ExecContext(rt.Context(),
		"UPDATE patients SET validation_status = $2, rejection_reason = coalesce($3, rejection_reason) WHERE id = $1", v.patient, to, reason)
	switch {
	case to == v.status:
		require.NoError(rt, err)
	case slices.Contains(next[v.status], to):
		require.NoError(rt, err)
		v.record(v.status, to, reason)
	default:
		require.Equal(rt, refusal{"PH011", "patients", "validation_status", "patients_validation_move"}, refusalOf(rt, err))
	}
}

// reassign gives the patient a doctor, perhaps the same one.
func (v *validation) reassign(rt *rapid.T) {
	before := v.doctor
	v.doctor = rapid.IntRange(0, len(v.doctors)-1).Draw(rt, "doctor")
	_, err := v.env.DB.ExecContext(rt.Context(),
		"UPDATE patients SET (doctor_id, institution_id) = (SELECT id, institution_id FROM doctors WHERE id = $2) WHERE id = $1",
		v.patient, v.doctors[v.doctor])
	require.NoError(rt, err)
	if v.doctor != before && v.status != "pending" {
		v.record(v.status, "pending", nil)
	}
}

// reassignAndStep gives the patient another doctor and names a status that isn't pending: a step nobody may take for
// the new doctor.
func (v *validation) reassignAndStep(rt *rapid.T) {
	other := (v.doctor + 1) % len(v.doctors)
	to := rapid.SampledFrom(statuses[1:]).Draw(rt, "to")
	if to == v.status {
		return // the same as naming none
	}
	_, err := v.env.DB.ExecContext(rt.Context(), `UPDATE patients SET validation_status = $3::text,
		rejection_reason = CASE WHEN $3::text = 'rejected' THEN 'because' END,
		(doctor_id, institution_id) = (SELECT id, institution_id FROM doctors WHERE id = $2) WHERE id = $1`,
		v.patient, v.doctors[other], to)
	require.Equal(rt, "PH011", refusalOf(rt, err).SQLState)
}

func (v *validation) record(from any, to string, reason any) {
	v.status = to
	v.expected = append(v.expected, object{"from_status": from, "to_status": to, "reason": reason, "actor_type": "system", "actor_id": nil})
}

func (v *validation) check(t *testing.T, rt *rapid.T) {
	status := fixture.Value[string](t, v.env.DB, "SELECT validation_status FROM patients WHERE id = $1", v.patient)
	require.Equal(rt, v.status, status)
	require.Equal(rt, v.expected, objects(t, v.env.DB, `SELECT from_status, to_status, reason, actor_type, actor_id
		FROM patient_validation_events WHERE patient_id = $1 ORDER BY created_at`, v.patient))
}

// The model above and the table that the trigger reads say the same.
func TestTransitionsTable(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	expected := []object{}
	for _, from := range slices.Sorted(slices.Values(statuses)) {
		for _, to := range next[from] {
			expected = append(expected, object{"from_status": from, "to_status": to, "on_reassignment": false})
		}
		if from != "pending" && from != "rejected" {
			expected = append(expected, object{"from_status": from, "to_status": "pending", "on_reassignment": true})
		}
	}
	require.ElementsMatch(t, expected,
		objects(t, env.DB, "SELECT from_status, to_status, on_reassignment FROM patient_validation_transitions"))
}

func TestValidationEventsNameTheActor(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	patient := fixture.Patient(t, env.DB)
	actor := uuid.Must(uuid.NewV7())

	tx, err := env.DB.BeginTx(t.Context(), nil)
	require.NoError(t, err)
	exec(t, tx, "SELECT set_config('predicthealth.actor_type', 'user', true), set_config('predicthealth.actor_id', $1, true)", actor.String())
	exec(t, tx, "UPDATE patients SET validation_status = 'rejected', rejection_reason = 'no record' WHERE id = $1", patient)
	require.NoError(t, tx.Commit())

	events := objects(t, env.DB, `SELECT reason, actor_type, actor_id FROM patient_validation_events
		WHERE patient_id = $1 AND from_status = 'pending'`, patient)
	require.Equal(t, []object{{"reason": "no record", "actor_type": "user", "actor_id": actor.String()}}, events)
}

// Steps of one transaction have an order too.
func TestValidationEventsAreOrdered(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	tx, err := env.DB.BeginTx(t.Context(), nil)
	require.NoError(t, err)
	patient := fixture.Patient(t, tx)
	exec(t, tx, "UPDATE patients SET validation_status = 'doctor_validated' WHERE id = $1", patient)
	exec(t, tx, "UPDATE patients SET validation_status = 'institution_validated' WHERE id = $1", patient)
	require.NoError(t, tx.Commit())
	require.Equal(t, 3, fixture.Value[int](t, env.DB, "SELECT count(DISTINCT created_at) FROM patient_validation_events"))
}
