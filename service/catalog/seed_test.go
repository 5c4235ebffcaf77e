package catalog_test

import (
	"database/sql"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/sync/errgroup"

	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/service/catalog"
)

// openOwner opens a migrated and seeded database of the test's own, with the rights to seed it.
func openOwner(t *testing.T) *sql.DB {
	t.Helper()
	return testenv.Owner(t, testenv.New(t))
}

var seeded = []string{
	"countries", "regions", "institution_types", "sexes", "genders", "email_types", "phone_types",
	"blood_types", "blood_type_compatibilities", "specialty_categories", "doctor_specialties", "medical_conditions",
	"medications", "allergies", "allergic_reactions", "patient_validation_transitions", "cms_permissions",
	"cms_roles", "cms_role_permissions", "system_settings",
}

// contents are all rows of the seeded tables, times and versions included, and where their sequences stand.
func contents(t *testing.T, db *sql.DB) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, table := range seeded {
		all[table] = one[string](t, db, fmt.Sprintf(`
			SELECT concat(max(pg_sequence_last_value(pg_get_serial_sequence('%[1]s', 'id'))),
				E'\n', string_agg(r::text, E'\n' ORDER BY id)) FROM %[1]s r`, table))
	}
	return all
}

// one is the single value that a query returns.
func one[T any](t *testing.T, db *sql.DB, query string, args ...any) T {
	t.Helper()
	var value T
	require.NoError(t, db.QueryRowContext(t.Context(), query, args...).Scan(&value), query)
	return value
}

func do(t *testing.T, db *sql.DB, statement string, args ...any) {
	t.Helper()
	_, err := db.ExecContext(t.Context(), statement, args...)
	require.NoError(t, err, statement)
}

func empty(t *testing.T, db *sql.DB) {
	t.Helper()
	do(t, db, "TRUNCATE "+strings.Join(seeded, ", ")+" CASCADE")
}

func TestSeed_again_changes_nothing(t *testing.T) {
	t.Parallel()
	db := openOwner(t)
	before := contents(t, db)
	summary, err := catalog.Seed(t.Context(), db)
	require.NoError(t, err)
	assert.False(t, summary.Changed(), "%+v", summary)
	assert.Len(t, summary.Tables, len(seeded))
	assert.Equal(t, before, contents(t, db))
}

func TestSeed_fills_empty_tables(t *testing.T) {
	t.Parallel()
	db := openOwner(t)
	empty(t, db)
	summary, err := catalog.Seed(t.Context(), db)
	require.NoError(t, err)
	for i, table := range summary.Tables {
		assert.Equal(t, seeded[i], table.Table)
		assert.Positive(t, table.Inserted, table.Table)
		assert.Zero(t, table.Updated+table.Unchanged, table.Table)
		assert.Equal(t, table.Inserted, one[int](t, db, "SELECT count(*) FROM "+table.Table), table.Table)
	}
	for query, want := range map[string]int{
		"SELECT count(*) FROM countries": 249,
		"SELECT count(*) FROM regions":   5070,
		"SELECT count(*) FROM regions r JOIN regions p ON p.id = r.parent_id AND p.country_id = r.country_id":     1040,
		"SELECT count(*) FROM specialty_categories WHERE parent_id IS NOT NULL":                                   5,
		"SELECT count(*) FROM doctor_specialties":                                                                 72,
		"SELECT count(*) FROM medical_conditions WHERE code_system = 'http://snomed.info/sct'":                    128,
		"SELECT count(*) FROM medical_conditions WHERE condition_group = 'hypertension'":                          18,
		"SELECT count(*) FROM cms_role_permissions JOIN cms_roles r ON r.id = role_id WHERE r.code = 'admin'":     47,
		"SELECT count(*) FROM cms_role_permissions JOIN cms_roles r ON r.id = role_id WHERE r.code = 'editor'":    10,
		"SELECT count(*) FROM system_settings WHERE value <> default_value":                                       0,
		"SELECT count(*) FROM allergies WHERE statement":                                                          1,
		"SELECT count(*) FROM patient_validation_transitions WHERE on_reassignment":                               3,
		"SELECT count(*) FROM medical_conditions WHERE code IN ('I10', 'J45.901') AND chronic":                    2,
		"SELECT display_order::int FROM institution_types WHERE code = 'health_center'":                           3,
		"SELECT count(*) FROM regions r JOIN regions p ON p.id = r.parent_id WHERE r.code||p.code='FR-75CFR-IDF'": 1,
	} {
		assert.Equal(t, want, one[int](t, db, query), query)
	}
}

func TestSeed_keeps_what_administrators_changed(t *testing.T) {
	t.Parallel()
	db := openOwner(t)
	for _, change := range []string{
		`UPDATE system_settings SET value = '"5m"' WHERE key = 'auth.access_token.lifetime'`,
		`UPDATE genders SET name = 'Nonbinary', display_order = 1 WHERE code = 'non_binary'`,
		`UPDATE doctor_specialties SET description = NULL WHERE code = 'cardiology'`,
		`UPDATE doctor_specialties SET code = 'heart' WHERE code = 'interventional_cardiology'`,
		`UPDATE countries SET active = false WHERE code = 'AQ'`,
		`UPDATE cms_roles SET name = 'Redaction' WHERE code = 'editor'`,
		`UPDATE medical_conditions SET name = 'High blood pressure', chronic = false WHERE code = 'I10'`,
		`DELETE FROM cms_role_permissions USING cms_roles r, cms_permissions p WHERE r.id = role_id AND r.code = 'editor'
			AND p.id = permission_id AND p.resource = 'doctors' AND p.action = 'update'`,
	} {
		do(t, db, change)
	}
	before := contents(t, db)
	summary, err := catalog.Seed(t.Context(), db)
	require.NoError(t, err)
	assert.False(t, summary.Changed(), "%+v", summary)
	assert.Equal(t, before, contents(t, db))
}

func TestSeed_brings_standards_and_the_administrator_up_to_date(t *testing.T) {
	t.Parallel()
	db := openOwner(t)
	expected := one[string](t, db, "SELECT string_agg(name, ',' ORDER BY id) FROM countries")
	for _, change := range []string{
		`UPDATE countries SET name = 'Old name', currency_code = NULL WHERE code IN ('HR', 'BG')`,
		`UPDATE regions SET parent_id = NULL WHERE code = 'FR-75C'`,
		`UPDATE system_settings SET default_value = '3', maximum = 4, value = '4' WHERE key = 'auth.lockout.max_failures'`,
		`UPDATE medical_conditions SET condition_group = NULL WHERE code IN ('I10', '44054006')`,
		`UPDATE allergies SET statement = false WHERE code = '716186003'`,
		`DELETE FROM cms_role_permissions USING cms_roles r, cms_permissions p WHERE r.id = role_id AND r.code = 'admin'
			AND p.id = permission_id AND p.resource = 'audit'`,
		`DELETE FROM cms_permissions WHERE resource = 'reports' AND action = 'read'`,
	} {
		do(t, db, change)
	}
	summary, err := catalog.Seed(t.Context(), db)
	require.NoError(t, err)
	got := map[string][2]int{}
	for _, table := range summary.Tables {
		if table.Inserted+table.Updated > 0 {
			got[table.Table] = [2]int{table.Inserted, table.Updated}
		}
	}
	assert.Equal(t, map[string][2]int{
		"countries": {0, 2}, "regions": {0, 1}, "medical_conditions": {0, 2}, "allergies": {0, 1},
		"cms_permissions": {1, 0}, "cms_role_permissions": {4 + 1 + 1, 0}, "system_settings": {0, 1},
	}, got)
	assert.Equal(t, expected, one[string](t, db, "SELECT string_agg(name, ',' ORDER BY id) FROM countries"))
	assert.Equal(t, "4", one[string](t, db, "SELECT value FROM system_settings WHERE key = 'auth.lockout.max_failures'"))
}

func TestSeed_by_several_instances_at_once(t *testing.T) {
	t.Parallel()
	db := openOwner(t)
	empty(t, db)
	writers := make(chan bool, 4)
	var group errgroup.Group
	for range cap(writers) {
		group.Go(func() error {
			summary, err := catalog.Seed(t.Context(), db)
			writers <- summary.Changed()
			return err
		})
	}
	require.NoError(t, group.Wait())
	close(writers)
	changed := 0
	for wrote := range writers {
		if wrote {
			changed++
		}
	}
	assert.Equal(t, 1, changed, "one instance seeds, the others find it done")
}
