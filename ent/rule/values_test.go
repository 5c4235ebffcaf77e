package rule_test

import (
	"errors"
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/ent/doctor"
	"github.com/predicthealth/predicthealth/ent/medicalinstitution"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/privacy"
	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/testenv"
)

// What services are told about a row is what the statement then does.
func TestTheAnswerForARowIsTheStatements(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	w := newWorld(t, env.DB)
	all := "patients:read patients:update doctors:read doctors:update institutions:read institutions:update"
	viewers := map[string]viewer.Viewer{
		"nobody": {}, "the system": {Kind: viewer.System}, "staff": staff(all), "a machine": machine(all),
		"staff who read": staff("patients:read doctors:read institutions:read"), "the patient": w.as(viewer.Patient, w.patient),
		"dora": w.as(viewer.Doctor, w.dora), "carl": w.as(viewer.Doctor, w.carl), "sue": w.as(viewer.Doctor, w.sue),
		"olga": w.as(viewer.Doctor, w.olga), "the hospital": w.as(viewer.Institution, w.hospital),
		"the clinic": w.as(viewer.Institution, w.clinic),
	}
	system := env.Ent.System()
	for name, v := range viewers {
		ctx := viewer.NewContext(t.Context(), v)
		agree := func(columns []string, n int, err error, what string) {
			t.Helper()
			if !errors.Is(err, privacy.Deny) {
				require.NoError(t, err, "%s: %s", name, what)
			}
			assert.Equal(t, n > 0, len(columns) > 0, "%s: %s: the rule gives %v", name, what, columns)
		}
		for _, id := range []uuid.UUID{w.dora, w.carl, w.sue, w.olga} {
			row, err := system.Doctor.Get(ctx, id)
			require.NoError(t, err)
			n, err := env.Ent.Doctor.Update().Where(doctor.ID(id)).SetYearsExperience(5).Save(ctx)
			agree(rule.DoctorColumns(v, row.ID, row.InstitutionID, row.Status), n, err, "a doctor")
		}
		for _, id := range []uuid.UUID{w.hospital, w.clinic} {
			n, err := env.Ent.MedicalInstitution.Update().Where(medicalinstitution.ID(id)).SetWebsite("https://example.org").Save(ctx)
			agree(rule.InstitutionColumns(v, id, true), n, err, "an institution")
		}
		for _, id := range []uuid.UUID{w.patient, w.carls, w.sues, w.olgas} {
			row, err := env.Ent.Patient.Get(ctx, id)
			if err != nil { // PatientColumns is for those who see the patient
				continue
			}
			n, err := env.Ent.Patient.Update().Where(patient.ID(id)).
				SetEmergencyContactName("Ann").SetEmergencyContactPhone("+16175550101").Save(ctx)
			agree(rule.PatientColumns(v, row.DoctorID), n, err, "a patient")
		}
	}
}

func TestAClosedInstitutionChangesNothing(t *testing.T) {
	t.Parallel()
	id := uuid.New()
	own := viewer.Viewer{Kind: viewer.Institution, SubjectID: id}
	assert.Equal(t, []string{medicalinstitution.FieldWebsite}, rule.InstitutionColumns(own, id, true))
	assert.Empty(t, rule.InstitutionColumns(own, id, false))
	assert.Empty(t, rule.InstitutionColumns(own, uuid.New(), true))
}
