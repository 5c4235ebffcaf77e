package dataset_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/service/dataset"
)

var asOf = time.Date(2025, 6, 30, 0, 0, 0, 0, time.UTC)

func TestGenerate_makes_the_default_population(t *testing.T) {
	t.Parallel()
	db := openDatabase(t)
	report, err := dataset.Generate(t.Context(), db, dataset.GenerateOptions{Seed: 1, AsOf: asOf})
	require.NoError(t, err)
	assert.Equal(t, 20, report.Inserted["medical_institutions"])
	assert.Equal(t, 60, report.Inserted["doctors"])
	assert.Equal(t, 500, report.Inserted["patients"])
	for table, n := range report.Inserted {
		assert.Equal(t, n, one[int](t, db, "SELECT count(*) FROM "+table), table)
	}
	// Everything that was made found its codes: nothing was lost in a join.
	for table, least := range map[string]int{
		"patient_conditions": 700, "patient_medications": 200, "patient_allergies": 120, "patient_family_history": 300,
		"health_profiles": 500, "addresses": 580, "emails": 580, "phones": 580,
	} {
		assert.GreaterOrEqual(t, report.Inserted[table], least, table)
	}
	for name, query := range map[string]string{
		"no account":                      `SELECT count(*) = 0 FROM users`,
		"one primary email each":          `SELECT count(*) = 580 FROM emails WHERE is_primary`,
		"every state of validation":       `SELECT count(DISTINCT validation_status) = 5 FROM patients`,
		"each step is an event":           `SELECT bool_and(n >= 1) FROM (SELECT count(e.id) AS n FROM patients p LEFT JOIN patient_validation_events e ON e.patient_id = p.id AND e.to_status = p.validation_status GROUP BY p.id) s`,
		"registered within two years":     `SELECT min(created_at) > '2023-06-20' AND max(created_at) < '2025-06-30' AND count(DISTINCT date_trunc('month', created_at)) >= 24 FROM patients`,
		"some have died":                  `SELECT count(deceased_at) BETWEEN 2 AND 40 FROM patients`,
		"several countries":               `SELECT count(DISTINCT country_id) >= 4 FROM addresses`,
		"the example belongs together":    fmt.Sprintf(`SELECT doctor_id = '%s' AND institution_id = '%s' FROM patients WHERE id = '%s'`, report.Example.DoctorID, report.Example.InstitutionID, report.Example.PatientID),
		"profiles say what conditions do": `SELECT bool_and(weight_kg / (height_cm / 100) ^ 2 > 29.5) FROM health_profiles h JOIN patient_conditions c USING (patient_id) JOIN medical_conditions m ON m.id = condition_id WHERE m.code = 'E66.9'`,
	} {
		assert.True(t, one[bool](t, db, query), name)
	}
}

func TestGenerate_again_changes_nothing_and_more_adds_some(t *testing.T) {
	t.Parallel()
	db := openDatabase(t)
	options := dataset.GenerateOptions{Seed: 5, Patients: 40, AsOf: asOf}
	first, err := dataset.Generate(t.Context(), db, options)
	require.NoError(t, err)
	do(t, db, `UPDATE patients SET first_name = 'Renamed' WHERE id = $1`, first.Example.PatientID)
	before := contents(t, db)

	options.AsOf = asOf.AddDate(0, 0, 20) // other days, same people
	again, err := dataset.Generate(t.Context(), db, options)
	require.NoError(t, err)
	assert.Equal(t, before, contents(t, db))
	assert.Equal(t, first.Example, again.Example)
	assert.Equal(t, first.Example, options.Example())
	for table, n := range again.Inserted {
		assert.Zero(t, n, table)
	}

	options.Patients = 55
	more, err := dataset.Generate(t.Context(), db, options)
	require.NoError(t, err)
	assert.Equal(t, 15, more.Inserted["patients"])
	other, err := dataset.Generate(t.Context(), db, dataset.GenerateOptions{Seed: 6, Patients: 40, AsOf: asOf})
	require.NoError(t, err)
	assert.Equal(t, 40, other.Inserted["patients"], "populations of different seeds live side by side")
}

func TestGenerate_same_seed_same_rows(t *testing.T) {
	t.Parallel()
	var rows []string
	for range 2 {
		db := openDatabase(t)
		_, err := dataset.Generate(t.Context(), db, dataset.GenerateOptions{Seed: 9, Patients: 30, AsOf: asOf})
		require.NoError(t, err)
		rows = append(rows, one[string](t, db, `
			SELECT string_agg(concat_ws(' ', p.id, p.created_at, first_name, last_name, date_of_birth, validation_status, height_cm,
				weight_kg, number, (SELECT string_agg(code || onset_date, ',' ORDER BY code, onset_date) FROM patient_conditions c
				JOIN medical_conditions m ON m.id = condition_id WHERE c.patient_id = p.id)), E'\n' ORDER BY p.id)
			FROM patients p JOIN health_profiles h ON h.patient_id = p.id JOIN phones f ON f.patient_id = p.id AND f.is_primary`))
	}
	assert.Equal(t, rows[0], rows[1])
}

func TestGenerate_goes_on_where_it_was_stopped(t *testing.T) {
	t.Parallel()
	db := openDatabase(t)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	options := dataset.GenerateOptions{Seed: 2, Patients: 4100, AsOf: asOf, Progress: func(dataset.Progress) { cancel() }}
	_, err := dataset.Generate(ctx, db, options)
	require.Error(t, err)
	written := one[int](t, db, `SELECT count(*) FROM patients`)
	assert.Less(t, written, 4100)
	assert.Zero(t, one[int](t, db, `SELECT count(*) FROM patients p WHERE NOT EXISTS (SELECT FROM health_profiles h WHERE h.patient_id = p.id)`),
		"a batch is written whole or not at all")
	options.Progress = nil
	report, err := dataset.Generate(t.Context(), db, options)
	require.NoError(t, err)
	assert.Equal(t, 4100-written, report.Inserted["patients"])
}

func TestGenerate_refuses_nonsense(t *testing.T) {
	t.Parallel()
	db := openDatabase(t)
	for _, options := range []dataset.GenerateOptions{
		{Patients: -1}, {Doctors: -1}, {Institutions: -1}, {AsOf: time.Now().AddDate(0, 0, 2)},
	} {
		_, err := dataset.Generate(t.Context(), db, options)
		require.Error(t, err)
	}
}
