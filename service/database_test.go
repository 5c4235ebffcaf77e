package service_test

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"net"
	"slices"
	"strings"
	"testing"

	"github.com/lib/pq"
	"github.com/lib/pq/pqerror"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/ent/privacy"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/service"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

func TestAsError(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		err  error
		want service.Code
	}{
		"ours":             {fmt.Errorf("x: %w", service.Errorf(service.Conflict, "d")), service.Conflict},
		"denied":           {fmt.Errorf("x: %w", privacy.Deny), service.Forbidden},
		"out of time":      {fmt.Errorf("x: %w", context.DeadlineExceeded), service.Unavailable},
		"connection lost":  {driver.ErrBadConn, service.Unavailable},
		"no connection":    {&net.OpError{Op: "dial", Err: errors.New("refused")}, service.Unavailable},
		"too slow":         {&pq.Error{Code: "57014"}, service.Unavailable},
		"deadlock":         {&pq.Error{Code: "40P01"}, service.Unavailable},
		"a defect":         {errors.New("x"), service.Internal},
		"a defect in SQL":  {&pq.Error{Code: "42601", Message: "secret"}, service.Internal},
		"an unmapped rule": {&pq.Error{Code: "23514", Constraint: "x"}, service.Internal},
	} {
		got := service.AsError(c.err)
		assert.Equal(t, c.want, got.Code, name)
		assert.NotContains(t, got.Detail, "secret", name)
	}
	assert.Nil(t, service.AsError(nil))
}

// Each rule of the database that names a column names one that there is, as the API calls it.
func TestEveryConstraintHasAField(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	owner := testenv.Owner(t, env)
	var columns []string
	require.NoError(t, owner.QueryRowContext(t.Context(), `SELECT array_agg(DISTINCT column_name::text)
		FROM information_schema.columns WHERE table_schema = 'public'`).Scan(pq.Array(&columns)))
	columns = append(columns, "sex", "gender", "blood_type", "type", "specialty", "region", "country", "condition", "medication",
		"allergy", "reaction", "emergency_contact", "emergency_contact/name", "emergency_contact/phone")
	rows, err := owner.QueryContext(t.Context(), `
		SELECT c.conname, t.relname, CASE c.contype WHEN 'c' THEN '23514' WHEN 'f' THEN '23503' ELSE '23505' END
		FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
		WHERE t.relname = ANY ('{patients,health_profiles,patient_conditions,patient_medications,patient_allergies,patient_family_history,emails,phones,users,doctors,medical_institutions}') AND c.contype IN ('c', 'f', 'u')`)
	require.NoError(t, err)
	defer func() { assert.NoError(t, rows.Close()) }()
	for rows.Next() {
		refusal := pq.Error{}
		var table, state string
		require.NoError(t, rows.Scan(&refusal.Constraint, &table, &state))
		refusal.Table, refusal.Code = table, pqerror.Code(state)
		var e *service.Error
		require.ErrorAs(t, service.FromDatabase(&refusal, nil), &e, refusal.Constraint)
		field := strings.TrimPrefix(e.Fields[0].Pointer, "/")
		assert.True(t, slices.Contains(columns, field), "%s is told as %q", refusal.Constraint, field)
		assert.NotEmpty(t, e.Fields[0].Code, refusal.Constraint)
		assert.NotEmpty(t, e.Detail, refusal.Constraint)
	}
	require.NoError(t, rows.Err())
}

func TestFromDatabase(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	tables := map[string]string{"patients": "", "health_profiles": "/health_profile", "emails": "/emails/-"}
	patient := fixture.Patient(t, env.DB)
	for name, c := range map[string]struct {
		table string
		row   fixture.Row
		want  service.Field
		code  service.Code
	}{
		"check":   {"health_profiles", fixture.Row{"patient_id": patient, "height_cm": 1}, service.Field{Pointer: "/health_profile/height_cm", Code: "invalid"}, service.Invalid},
		"unknown": {"health_profiles", fixture.Row{"patient_id": patient, "blood_type_id": 0}, service.Field{Pointer: "/health_profile/blood_type", Code: "not_found"}, service.Invalid},
		"trigger": {"health_profiles", fixture.Row{"patient_id": patient, "smoking_status": "current", "smoking_years": 99}, service.Field{Pointer: "/health_profile/smoking_years", Code: "out_of_range"}, service.Invalid},
		"in a list": {"emails", fixture.Row{"entity_type": "patient", "entity_id": patient, "email": "x",
			"email_type_id": fixture.Code(t, env.DB, "email_types", "home")}, service.Field{Pointer: "/emails", Code: "format"}, service.Invalid},
		"missing": {"patients", fixture.Row{"first_name": "x"}, service.Field{Pointer: "/last_name", Code: "required"}, service.Invalid},
	} {
		query, args := fixture.Statement(c.table, c.row)
		_, err := env.DB.ExecContext(t.Context(), query, args...)
		var e *service.Error
		require.ErrorAs(t, service.FromDatabase(err, tables), &e, name)
		assert.Equal(t, c.code, e.Code, name)
		c.want.Detail = e.Detail
		assert.Equal(t, []service.Field{c.want}, e.Fields, name)
	}
}

// Each SQLSTATE of our own that the database raises has a meaning.
func TestOurSQLStatesAreKnown(t *testing.T) {
	t.Parallel()
	for _, folder := range []string{"functions", "procedures"} {
		files, err := sqlfiles.FS.ReadDir(folder)
		require.NoError(t, err)
		for _, file := range files {
			text, err := sqlfiles.FS.ReadFile(folder + "/" + file.Name())
			require.NoError(t, err)
			for _, rest := range strings.Split(string(text), "ERRCODE = 'PH")[1:] {
				number, _, _ := strings.Cut(rest, "'")
				var e *service.Error
				assert.ErrorAs(t, service.FromDatabase(&pq.Error{Code: pqerror.Code("PH" + number)}, nil), &e, "PH%s in %s", number, file.Name())
			}
		}
	}
}
