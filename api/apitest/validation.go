package apitest

import (
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/fixture"
)

// validationStep is a step that the caller may take, with a patient whose status allows it.
func validationStep(t testing.TB, a Ask) any {
	from, to := "pending", "doctor_validated"
	switch a.Caller {
	case Patient, OtherPatient:
		from, to = "rejected", "pending"
	case Hospital, OtherClinic, Insurer:
		from, to = "doctor_validated", "institution_validated"
	case Admin, Editor, Reader, Machine:
		from, to = "institution_validated", "full_access"
	}
	SetValidation(t, a.App.Env.DB, a.Patient, from)
	return object{"to": to}
}

// SetValidation brings a patient's validation to a status, whatever it was.
func SetValidation(t testing.TB, db fixture.DB, patient uuid.UUID, status string) {
	t.Helper()
	// Another doctor and back: that begins it anew.
	care := Columns(t, db, "SELECT doctor_id, institution_id FROM patients WHERE id = $1", patient)
	other := fixture.Doctor(t, db, fixture.Row{"institution_id": care["institution_id"]})
	for _, id := range []string{other.String(), care["doctor_id"]} {
		fixture.Value[string](t, db, "UPDATE patients SET doctor_id = $2 WHERE id = $1 RETURNING validation_status", patient, id)
	}
	path := map[string][]string{
		"pending": {}, "doctor_validated": {"doctor_validated"}, "institution_validated": {"doctor_validated", "institution_validated"},
		"full_access": {"doctor_validated", "institution_validated", "full_access"}, "rejected": {"rejected"},
	}
	for _, step := range path[status] {
		fixture.Value[string](t, db, `UPDATE patients SET validation_status = $2::varchar,
			rejection_reason = CASE WHEN $2::varchar = 'rejected' THEN 'No record.' END WHERE id = $1 RETURNING validation_status`, patient, step)
	}
	require.Equal(t, status, fixture.Value[string](t, db, "SELECT validation_status FROM patients WHERE id = $1", patient))
}
