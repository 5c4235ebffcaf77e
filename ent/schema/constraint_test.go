package schema_test

import (
	"database/sql"
	"errors"
	"strings"
	"testing"

	"github.com/lib/pq"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/testenv"
)

// world is what the cases stand on: two institutions with a doctor each, a patient of the first, the second free.
const world = `
INSERT INTO medical_institutions (id, institution_type_id, name, licence_number) VALUES
  ('00000000-0000-7000-8000-0000000000a1', (SELECT id FROM institution_types WHERE code = 'hospital'), 'North', 'LIC-1'),
  ('00000000-0000-7000-8000-0000000000a2', (SELECT id FROM institution_types WHERE code = 'hospital'), 'South', 'LIC-2');
INSERT INTO doctors (id, institution_id, specialty_id, sex_id, first_name, last_name, licence_number) VALUES
  ('00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000a1',
   (SELECT min(id) FROM doctor_specialties), (SELECT id FROM sexes WHERE code = 'female'), 'Ada', 'North', 'DOC-1'),
  ('00000000-0000-7000-8000-0000000000d2', '00000000-0000-7000-8000-0000000000a2',
   (SELECT min(id) FROM doctor_specialties), (SELECT id FROM sexes WHERE code = 'male'), 'Bo', 'South', 'DOC-2');
INSERT INTO patients (id, doctor_id, institution_id, sex_id, first_name, last_name, date_of_birth) VALUES
  ('00000000-0000-7000-8000-0000000000e1', '00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-0000000000a1',
   (SELECT id FROM sexes WHERE code = 'female'), 'Cleo', 'Nord', '1980-05-05');
INSERT INTO health_profiles (patient_id) VALUES ('00000000-0000-7000-8000-0000000000e1');`

// ids stands for the rows of world in the cases.
var ids = strings.NewReplacer(
	"$inst1", "'00000000-0000-7000-8000-0000000000a1'", "$inst2", "'00000000-0000-7000-8000-0000000000a2'",
	"$doc1", "'00000000-0000-7000-8000-0000000000d1'", "$doc2", "'00000000-0000-7000-8000-0000000000d2'",
	"$pat", "'00000000-0000-7000-8000-0000000000e1'",
	"$sex", "(SELECT id FROM sexes WHERE code = 'female')",
	"$emailtype", "(SELECT min(id) FROM email_types)", "$phonetype", "(SELECT min(id) FROM phone_types)",
	"$country(US)", "(SELECT id FROM countries WHERE code = 'US')", "$country(DE)", "(SELECT id FROM countries WHERE code = 'DE')",
	"$region(US-MA)", "(SELECT id FROM regions WHERE code = 'US-MA')", "$region(DE-BY)", "(SELECT id FROM regions WHERE code = 'DE-BY')",
	"$condition", "(SELECT min(id) FROM medical_conditions)", "$medication", "(SELECT min(id) FROM medications)",
	"$allergy", "(SELECT min(id) FROM allergies)", "$hash", "'$2a$10$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234'",
)

// ruleCase is a rule of the database: what breaks it, by which constraint, and the nearest thing that doesn't.
type ruleCase struct {
	name, constraint, breaks, legal string
}

// violated is the constraint that refused a statement; a NOT NULL is named table.column.
func violated(err error) string {
	var refusal *pq.Error
	if !errors.As(err, &refusal) {
		return ""
	}
	if refusal.Constraint == "" && refusal.Code == "23502" {
		return refusal.Table + "." + refusal.Column
	}
	return refusal.Constraint
}

func runRules(t *testing.T, cases []ruleCase) {
	t.Helper()
	db := testenv.Owner(t, testenv.New(t))
	_, err := db.Exec(world)
	require.NoError(t, err)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.constraint, violated(tryAndRollBack(t, db, c.breaks)), "breaks: %s", c.breaks)
			require.NoError(t, tryAndRollBack(t, db, c.legal), "legal: %s", c.legal)
		})
	}
}

func tryAndRollBack(t *testing.T, db *sql.DB, statement string) error {
	t.Helper()
	tx, err := db.Begin()
	require.NoError(t, err)
	defer func() { require.NoError(t, tx.Rollback()) }()
	_, err = tx.Exec(ids.Replace(statement))
	return err
}
