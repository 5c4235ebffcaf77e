package rule_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/doctor"
	"github.com/predicthealth/predicthealth/ent/healthprofile"
	"github.com/predicthealth/predicthealth/ent/medicalinstitution"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/patientcondition"
	"github.com/predicthealth/predicthealth/ent/phone"
	"github.com/predicthealth/predicthealth/ent/privacy"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
)

// changed is what one viewer may do to one patient's record: y changes it, n changes no row, d is denied.
type changed struct{ emergencyContact, name, doctor, lifestyle, measures, notes, condition string }

func TestWhoChangesWhat(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	w := newWorld(t, env.DB)
	for name, c := range map[string]struct {
		viewer  viewer.Viewer
		patient uuid.UUID
		want    changed
	}{
		"patient themselves":        {w.as(viewer.Patient, w.patient), w.patient, changed{"y", "d", "d", "y", "d", "d", "d"}},
		"another patient":           {w.as(viewer.Patient, w.carls), w.patient, changed{"n", "d", "d", "n", "d", "d", "d"}},
		"their doctor":              {w.as(viewer.Doctor, w.dora), w.patient, changed{"y", "y", "d", "y", "y", "y", "y"}},
		"a colleague":               {w.as(viewer.Doctor, w.carl), w.patient, changed{"n", "n", "d", "n", "n", "n", "n"}},
		"a suspended doctor":        {w.as(viewer.Doctor, w.sue), w.sues, changed{"n", "n", "d", "n", "n", "n", "n"}},
		"a foreign doctor":          {w.as(viewer.Doctor, w.olga), w.patient, changed{"n", "n", "d", "n", "n", "n", "n"}},
		"an insurer's doctor":       {w.as(viewer.Doctor, w.ina), w.inas, changed{"y", "y", "d", "y", "y", "y", "y"}},
		"their institution":         {w.as(viewer.Institution, w.hospital), w.patient, changed{"y", "y", "y", "y", "y", "y", "y"}},
		"a foreign institution":     {w.as(viewer.Institution, w.clinic), w.patient, changed{"n", "n", "n", "n", "n", "n", "n"}},
		"their insurer":             {w.as(viewer.Institution, w.insurer), w.inas, changed{"y", "y", "y", "n", "n", "n", "n"}},
		"reads and updates":         {staff("patients:read patients:update"), w.patient, changed{"y", "y", "y", "y", "y", "y", "y"}},
		"a machine that may":        {machine("patients:read patients:update"), w.patient, changed{"y", "y", "y", "y", "y", "y", "y"}},
		"only updates":              {staff("patients:update"), w.patient, changed{"d", "d", "d", "d", "d", "d", "d"}},
		"only reads":                {staff("patients:read"), w.patient, changed{"d", "d", "d", "d", "d", "d", "d"}},
		"all but patients":          {staff("doctors:update institutions:update"), w.patient, changed{"d", "d", "d", "d", "d", "d", "d"}},
		"a patient with permission": {withPermission(w.as(viewer.Patient, w.carls)), w.patient, changed{"n", "d", "d", "n", "d", "d", "d"}},
	} {
		ctx := viewer.NewContext(t.Context(), c.viewer)
		profile := func() *ent.HealthProfileUpdate {
			return env.Ent.HealthProfile.Update().Where(healthprofile.PatientID(c.patient))
		}
		row := func() *ent.PatientUpdate { return env.Ent.Patient.Update().Where(patient.ID(c.patient)) }
		doctorID := fixture.Value[uuid.UUID](t, env.DB, "SELECT doctor_id FROM patients WHERE id = $1", c.patient)
		got := changed{
			emergencyContact: outcome(t)(row().SetEmergencyContactName("Nick").SetEmergencyContactPhone("+16175550101").Save(ctx)),
			name:             outcome(t)(row().SetFirstName("Nora").Save(ctx)),
			doctor:           outcome(t)(row().SetDoctorID(doctorID).Save(ctx)),
			lifestyle:        outcome(t)(profile().SetSmokingStatus("current").ClearSmokingYears().AddWeeklyActivityMinutes(1).Save(ctx)),
			measures:         outcome(t)(profile().SetHeightCm(decimal.NewFromInt(170)).Save(ctx)),
			notes:            outcome(t)(profile().ClearNotes().Save(ctx)),
			condition: outcome(t)(env.Ent.PatientCondition.Update().Where(patientcondition.PatientID(c.patient)).
				SetNotes("Mild.").Save(ctx)),
		}
		assert.Equal(t, c.want, got, name)
	}
}

// managed is what one viewer may do to Dora and to her hospital; see changed.
type managed struct{ fee, name, status, website, kind string }

func TestWhoChangesDoctorsAndInstitutions(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	w := newWorld(t, env.DB)
	kind := fixture.Code(t, env.DB, "institution_types", "hospital")
	for name, c := range map[string]struct {
		viewer viewer.Viewer
		want   managed
	}{
		"themselves":            {w.as(viewer.Doctor, w.dora), managed{"y", "d", "d", "d", "d"}},
		"a colleague":           {w.as(viewer.Doctor, w.carl), managed{"n", "d", "d", "d", "d"}},
		"their patient":         {w.as(viewer.Patient, w.patient), managed{"d", "d", "d", "d", "d"}},
		"the institution":       {w.as(viewer.Institution, w.hospital), managed{"y", "n", "d", "y", "d"}},
		"a foreign institution": {w.as(viewer.Institution, w.clinic), managed{"n", "n", "d", "n", "d"}},
		"staff of doctors":      {staff("doctors:read doctors:update"), managed{"y", "y", "y", "d", "d"}},
		"staff of institutions": {machine("institutions:read institutions:update"), managed{"d", "d", "d", "y", "y"}},
		"only updates":          {staff("doctors:update institutions:update"), managed{"d", "d", "d", "d", "d"}},
	} {
		ctx := viewer.NewContext(t.Context(), c.viewer)
		doctors := func() *ent.DoctorUpdate { return env.Ent.Doctor.Update().Where(doctor.ID(w.dora)) }
		house := func() *ent.MedicalInstitutionUpdate {
			return env.Ent.MedicalInstitution.Update().Where(medicalinstitution.ID(w.hospital))
		}
		assert.Equal(t, c.want, managed{
			fee:     outcome(t)(doctors().SetConsultationFee(decimal.NewFromInt(80)).Save(ctx)),
			name:    outcome(t)(doctors().SetFirstName("Nora").Save(ctx)),
			status:  outcome(t)(doctors().SetStatus(doctor.StatusActive).Save(ctx)),
			website: outcome(t)(house().SetWebsite("https://example.org").Save(ctx)),
			kind:    outcome(t)(house().SetInstitutionTypeID(kind).SetVerified(true).Save(ctx)),
		}, name)
	}
	suspended := env.Ent.Doctor.Update().Where(doctor.ID(w.dora)).SetStatus(doctor.StatusSuspended)
	assert.Equal(t, "y", outcome(t)(suspended.Save(viewer.NewContext(t.Context(), w.as(viewer.Institution, w.hospital)))), "the other way")
	renamed := env.Ent.Doctor.Update().Where(doctor.ID(w.dora)).SetFirstName("Nora").SetLicenceNumber("L 1")
	assert.Equal(t, "y", outcome(t)(renamed.Save(viewer.NewContext(t.Context(), w.as(viewer.Institution, w.hospital)))), "who waits for staff")
	own := env.Ent.Doctor.Update().Where(doctor.ID(w.sue)).ClearConsultationFee()
	assert.Equal(t, "n", outcome(t)(own.Save(viewer.NewContext(t.Context(), w.as(viewer.Doctor, w.sue)))), "who is suspended")
}

func outcome(t *testing.T) func(n int, err error) string {
	return func(n int, err error) string {
		t.Helper()
		switch {
		case err != nil:
			require.ErrorIs(t, err, privacy.Deny)
			return "d"
		case n == 0:
			return "n"
		}
		return "y"
	}
}

func TestWhoAddsAndRemoves(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	w := newWorld(t, env.DB)
	for name, c := range map[string]struct {
		viewer  viewer.Viewer
		patient uuid.UUID
		adds    bool
		removes int
	}{
		"patient themselves":  {w.as(viewer.Patient, w.patient), w.patient, false, -1},
		"a colleague":         {w.as(viewer.Doctor, w.carl), w.patient, false, 0},
		"a suspended doctor":  {w.as(viewer.Doctor, w.sue), w.sues, false, 0},
		"a foreign clinic":    {w.as(viewer.Institution, w.clinic), w.patient, false, 0},
		"their insurer":       {w.as(viewer.Institution, w.insurer), w.inas, false, 0},
		"only reads":          {staff("patients:read"), w.patient, false, -1},
		"their doctor":        {w.as(viewer.Doctor, w.dora), w.patient, true, 2},
		"their institution":   {w.as(viewer.Institution, w.clinic), w.olgas, true, 2},
		"an insurer's doctor": {w.as(viewer.Doctor, w.ina), w.inas, true, 2},
		"a machine that may":  {machine("patients:read patients:update"), w.carls, true, 2},
	} {
		ctx := viewer.NewContext(t.Context(), c.viewer)
		_, err := env.Ent.PatientCondition.Create().SetPatientID(c.patient).
			SetConditionID(fixture.Condition(t, env.DB)).SetOnsetDate(time.Now().AddDate(-1, 0, 0)).Save(ctx)
		if c.adds {
			require.NoError(t, err, name)
		} else {
			require.ErrorIs(t, err, privacy.Deny, name)
		}
		n, err := env.Ent.PatientCondition.Delete().Where(patientcondition.PatientID(c.patient)).Exec(ctx)
		if err != nil {
			require.ErrorIs(t, err, privacy.Deny, name)
			n = -1
		}
		assert.Equal(t, c.removes, n, name)
	}
}

// Who is inactive changes nothing, not even what they may change otherwise.
func TestInactivePartiesChangeNothing(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	w := newWorld(t, env.DB)
	patients := func() *ent.PatientUpdate {
		return env.Ent.Patient.Update().SetEmergencyContactName("Nick").SetEmergencyContactPhone("+16175550101")
	}
	for name, c := range map[string]struct {
		viewer                  viewer.Viewer
		deactivate, reactivate  string
		party, patient, contact uuid.UUID
	}{
		"a patient": {w.as(viewer.Patient, w.patient),
			"UPDATE patients SET active = false WHERE id = $1", "UPDATE patients SET active = true WHERE id = $1", w.patient, w.patient, w.patient},
		"a suspended doctor": {w.as(viewer.Doctor, w.dora),
			"UPDATE doctors SET status = 'suspended' WHERE id = $1", "UPDATE doctors SET status = 'active' WHERE id = $1", w.dora, w.patient, w.dora},
		"a retired doctor": {w.as(viewer.Doctor, w.dora),
			"UPDATE doctors SET status = 'retired' WHERE id = $1", "UPDATE doctors SET status = 'active' WHERE id = $1", w.dora, w.patient, w.dora},
		"a doctor of a closed institution": {w.as(viewer.Doctor, w.dora), closing, reopening, w.hospital, w.patient, w.dora},
		"a closed institution":             {w.as(viewer.Institution, w.hospital), closing, reopening, w.hospital, w.patient, w.hospital},
		"a closed insurer":                 {w.as(viewer.Institution, w.insurer), closing, reopening, w.insurer, w.inas, w.insurer},
	} {
		ctx := viewer.NewContext(t.Context(), c.viewer)
		assert.Equal(t, "y", outcome(t)(patients().Where(patient.ID(c.patient)).Save(ctx)), "%s, before", name)
		_, err := env.DB.ExecContext(t.Context(), c.deactivate, c.party)
		require.NoError(t, err)
		assert.Equal(t, "n", outcome(t)(patients().Where(patient.ID(c.patient)).Save(ctx)), name)
		removed, err := env.Ent.Phone.Delete().Where(phone.EntityID(c.contact)).Exec(ctx)
		require.NoError(t, err)
		assert.Zero(t, removed, name)
		_, err = env.Ent.PatientCondition.Create().SetPatientID(c.patient).
			SetConditionID(fixture.Condition(t, env.DB)).SetOnsetDate(time.Now().AddDate(-1, 0, 0)).Save(ctx)
		require.ErrorIs(t, err, privacy.Deny, name)
		_, err = env.DB.ExecContext(t.Context(), c.reactivate, c.party)
		require.NoError(t, err)
	}
}

const (
	closing   = "UPDATE medical_institutions SET active = false WHERE id = $1"
	reopening = "UPDATE medical_institutions SET active = true WHERE id = $1"
)

// What has no mutation rule only the program writes, whoever asks; nor does an edge carry a change past a policy.
func TestOnlyTheSystemWritesTheRest(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	w := newWorld(t, env.DB)
	admin := staff("patients:read patients:update patients:delete patients:create doctors:read doctors:update " +
		"institutions:read institutions:update accounts:read accounts:update patients:validate")
	for name, v := range map[string]viewer.Viewer{
		"patient": w.as(viewer.Patient, w.patient), "doctor": w.as(viewer.Doctor, w.dora),
		"institution": w.as(viewer.Institution, w.hospital), "admin": admin, "nobody": {},
	} {
		ctx := viewer.NewContext(t.Context(), v)
		for what, act := range map[string]func(context.Context) error{
			"deletes":      env.Ent.Patient.DeleteOneID(w.patient).Exec,
			"validates":    env.Ent.Patient.UpdateOneID(w.patient).SetValidationStatus("full_access").Exec,
			"edits a user": env.Ent.User.UpdateOneID(w.accounts[w.patient]).SetActive(true).Exec,
			"adds verified": env.Ent.Email.Create().SetEntityType("patient").SetEntityID(w.patient).SetEmail("a@example.org").
				SetTypeID(fixture.Code(t, env.DB, "email_types", "home")).SetVerifiedAt(time.Now()).Exec,
			"moves a doctor": env.Ent.Doctor.UpdateOneID(w.ivo).SetInstitutionID(w.hospital).Exec,
			"drops a doctor": env.Ent.Doctor.DeleteOneID(w.ivo).Exec,
			"drops a clinic": env.Ent.MedicalInstitution.DeleteOneID(w.clinic).Exec,
		} {
			require.ErrorIs(t, act(ctx), privacy.Deny, "%s %s", name, what)
		}
	}
	require.NoError(t, env.Ent.Patient.UpdateOneID(w.patient).SetFirstName("X").Exec(viewer.SystemContext(t.Context())))
}
