package sqlfiles_test

import (
	"context"
	"database/sql"
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

// A clinical row and a change of the patient's birth, written at the same time, can't both pass when together they
// break a rule. Whoever comes first wins; the other waits for it and is refused.
func TestClinicalRowsAndBirthDoNotPassEachOther(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	const (
		birth    = "UPDATE patients SET date_of_birth = '2000-01-02' WHERE id = $1"
		smoking  = "UPDATE health_profiles SET smoking_status = 'current', smoking_years = 45 WHERE patient_id = $1"
		insert   = "INSERT INTO patient_conditions (patient_id, condition_id, onset_date) SELECT $1, min(id), '2000-01-01' FROM medical_conditions"
		backdate = "UPDATE patient_conditions SET onset_date = '2000-01-01' WHERE patient_id = $1"
	)
	tests := []struct {
		name, first, second, expected string
	}{
		{name: "condition, then birth", first: insert, second: birth, expected: "PH002"},
		{name: "birth, then condition", first: birth, second: insert, expected: "PH002"},
		{name: "earlier onset, then birth", first: backdate, second: birth, expected: "PH002"},
		{name: "birth, then earlier onset", first: birth, second: backdate, expected: "PH002"},
		{name: "smoking, then birth", first: smoking, second: birth, expected: "PH004"},
		{name: "birth, then smoking", first: birth, second: smoking, expected: "PH004"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			patient := racingPatient(t, env)
			refused := race(t, env.DB, test.first, test.second, patient)
			require.Equal(t, test.expected, refusalOf(t, refused).SQLState)
		})
	}
}

// Only a change of birth or death waits: other changes of a patient pass by writers of clinical rows.
func TestClinicalRowsDoNotBlockOtherChanges(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	patient := racingPatient(t, env)
	tx, err := env.DB.BeginTx(t.Context(), nil)
	require.NoError(t, err)
	defer func() { _ = tx.Rollback() }()
	exec(t, tx, "UPDATE patient_conditions SET onset_date = '2000-01-01' WHERE patient_id = $1", patient)

	ctx, cancel := context.WithTimeout(t.Context(), wait.Patience)
	defer cancel()
	_, err = env.DB.ExecContext(ctx, "UPDATE patients SET last_name = 'Else', active = false WHERE id = $1", patient)
	require.NoError(t, err)
}

func racingPatient(t *testing.T, env *testenv.Env) uuid.UUID {
	t.Helper()
	patient := fixture.Patient(t, env.DB, fixture.Row{"date_of_birth": "1980-01-01"})
	fixture.Insert(t, env.DB, "health_profiles", fixture.Row{"patient_id": patient})
	fixture.Insert(t, env.DB, "patient_conditions", fixture.Row{
		"patient_id": patient, "condition_id": fixture.Condition(t, env.DB), "onset_date": "2005-01-01",
	})
	return patient
}

// race runs both statements in transactions of their own, commits the first when the second waits for it, and returns
// what became of the second.
func race(t *testing.T, db *sql.DB, first, second string, patient uuid.UUID) error {
	t.Helper()
	tx, err := db.BeginTx(t.Context(), nil)
	require.NoError(t, err)
	defer func() { _ = tx.Rollback() }()
	exec(t, tx, first, patient)

	conn, err := db.Conn(t.Context())
	require.NoError(t, err)
	defer func() { _ = conn.Close() }()
	pid := fixture.Value[int](t, conn, "SELECT pg_backend_pid()")
	result := make(chan error, 1)
	go func() {
		_, err := conn.ExecContext(t.Context(), second, patient)
		result <- err
	}()

	wait.Until(t, func() bool {
		return fixture.Value[bool](t, db, "SELECT cardinality(pg_blocking_pids($1)) > 0", pid)
	}, "the second didn't wait for the first")
	require.NoError(t, tx.Commit())
	return <-result
}
