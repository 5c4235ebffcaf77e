package record_test

import (
	"bytes"
	"context"
	"fmt"
	"sync/atomic"
	"testing"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/clinical"
	"github.com/predicthealth/predicthealth/service/collection"
	"github.com/predicthealth/predicthealth/service/contact"
	"github.com/predicthealth/predicthealth/service/doctor"
	"github.com/predicthealth/predicthealth/service/institution"
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/patient"
	"github.com/predicthealth/predicthealth/service/record"
)

// counting is a driver that counts queries.
type counting struct {
	*entsql.Driver
	queries atomic.Int64
}

func (d *counting) Query(ctx context.Context, query string, args, v any) error {
	d.queries.Add(1)
	return d.Driver.Query(ctx, query, args, v)
}

func newRecords(t *testing.T, env *testenv.Env) (*record.Service, *counting) {
	t.Helper()
	driver := &counting{Driver: entsql.OpenDB(dialect.Postgres, env.DB)}
	store := service.NewStore(ent.NewClient(ent.Driver(driver)))
	cursors, err := page.NewCursors([][]byte{bytes.Repeat([]byte{1}, 32)})
	require.NoError(t, err)
	trail := audit.New(store, nil)
	collections := collection.Options{Store: store, Cursors: cursors, Trail: trail}
	return record.New(record.Options{
		Store: store, Patients: patient.New(patient.Options{Store: store, Cursors: cursors, Trail: trail}),
		Clinical: clinical.New(collections), Contacts: contact.New(collections),
		Doctors: doctor.New(doctor.Options{Store: store}), Institutions: institution.New(institution.Options{Store: store}),
		Reader: audit.NewReader(store, trail, cursors), Trail: trail,
	}), driver
}

// What a patient has makes no more statements: each part of a record is read by one.
func TestStatementsDontGrowWithTheRecord(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	records, driver := newRecords(t, env)
	hospital := fixture.Institution(t, env.DB)
	doctorID := fixture.Doctor(t, env.DB, fixture.Row{"institution_id": hospital})
	id := fixture.Patient(t, env.DB, fixture.Row{"doctor_id": doctorID})
	account := fixture.User(t, env.DB, "patient", id)
	fixture.Insert(t, env.DB, "health_profiles", fixture.Row{"patient_id": id})
	ctx := viewer.NewContext(t.Context(), viewer.Viewer{Kind: viewer.Patient, AccountID: account, SubjectID: id})
	reads := map[string]struct {
		most int64
		read func() error
	}{
		"the dashboard":      {4, func() error { _, err := records.Dashboard(ctx, id); return err }},
		"the medical record": {5, func() error { _, err := records.MedicalRecord(ctx, id); return err }},
		"the care team":      {6, func() error { _, err := records.CareTeam(ctx, id); return err }},
		"the profile":        {5, func() error { _, err := records.Profile(ctx, id); return err }},
		"the export":         {18, func() error { _, err := records.Export(ctx, id); return err }},
	}
	for _, n := range []int{1, 20} {
		fill(t, env, id, doctorID, n)
		for name, r := range reads {
			driver.queries.Store(0)
			require.NoError(t, r.read())
			assert.LessOrEqual(t, driver.queries.Load(), r.most, "%s with %d more of each", name, n)
		}
	}
}

// fill gives a patient n more of each kind of entry, contact, identifier and step.
func fill(t *testing.T, env *testenv.Env, id, doctorID uuid.UUID, n int) {
	t.Helper()
	db := env.DB
	coded := func(table string, more fixture.Row) int {
		more["code_system"], more["code"], more["name"] = "urn:test", uuid.NewString(), "Test"
		query, args := fixture.Statement(table, more)
		return fixture.Value[int](t, db, query+" RETURNING id", args...)
	}
	for i := range n {
		fixture.Insert(t, db, "patient_conditions", fixture.Row{"patient_id": id, "onset_date": "2020-01-01", "condition_id": fixture.Condition(t, db)})
		fixture.Insert(t, db, "patient_medications", fixture.Row{"patient_id": id, "start_date": "2020-01-01", "medication_id": coded("medications", fixture.Row{})})
		fixture.Insert(t, db, "patient_allergies", fixture.Row{"patient_id": id, "recorded_date": "2020-01-01",
			"allergy_id": coded("allergies", fixture.Row{"category": "food"})})
		fixture.Insert(t, db, "patient_family_history", fixture.Row{"patient_id": id, "relative": "mother", "condition_id": fixture.Condition(t, db)})
		owner := fixture.Row{"entity_type": "patient", "entity_id": id}
		with := func(more fixture.Row) fixture.Row {
			for column, value := range owner {
				more[column] = value
			}
			return more
		}
		fixture.Insert(t, db, "emails", with(fixture.Row{"email": uuid.NewString() + "@example.org", "email_type_id": fixture.Code(t, db, "email_types", "home")}))
		fixture.Insert(t, db, "phones", with(fixture.Row{"number": fmt.Sprintf("+346%02d%06d", n, i), "country_code": "34",
			"phone_type_id": fixture.Code(t, db, "phone_types", "mobile")}))
		fixture.Insert(t, db, "addresses", with(fixture.Row{"line1": "12 Beacon Street", "city": "Boston", "country_id": fixture.Code(t, db, "countries", "US")}))
		fixture.Insert(t, db, "identifiers", with(fixture.Row{"system": "urn:test", "value": uuid.NewString()}))
		// Each by another account, so that telling who it was could take a statement each.
		actor := fixture.User(t, db, "doctor", fixture.Doctor(t, db, fixture.Row{
			"institution_id": fixture.Value[uuid.UUID](t, db, "SELECT institution_id FROM doctors WHERE id = $1", doctorID),
		}))
		tx, err := db.BeginTx(t.Context(), nil)
		require.NoError(t, err)
		for _, statement := range []string{
			"SELECT set_config('predicthealth.actor_type', 'user', true), set_config('predicthealth.actor_id', '" + actor.String() + "', true)",
			"UPDATE patients SET validation_status = 'rejected', rejection_reason = 'x' WHERE id = '" + id.String() + "'",
			"UPDATE patients SET validation_status = 'pending' WHERE id = '" + id.String() + "'",
		} {
			_, err := tx.ExecContext(t.Context(), statement)
			require.NoError(t, err)
		}
		require.NoError(t, tx.Commit())
	}
}
