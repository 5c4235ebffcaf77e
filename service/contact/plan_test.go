package contact_test

import (
	"bytes"
	"context"
	"strings"
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
	"github.com/predicthealth/predicthealth/service/contact"
	"github.com/predicthealth/predicthealth/service/page"
)

// explained is a driver that keeps the plans of queries on contacts.
type explained struct {
	*entsql.Driver
	plans []string
}

func (d *explained) Query(ctx context.Context, query string, args, v any) error {
	for _, table := range []string{"emails", "phones", "addresses"} {
		if !strings.Contains(query, `FROM "`+table+`"`) {
			continue
		}
		var rows entsql.Rows
		if err := d.Driver.Query(ctx, "EXPLAIN "+query, args, &rows); err != nil {
			return err
		}
		var plan strings.Builder
		for rows.Next() {
			var line string
			if err := rows.Scan(&line); err != nil {
				return err
			}
			plan.WriteString(line + "\n")
		}
		if err := rows.Close(); err != nil {
			return err
		}
		d.plans = append(d.plans, plan.String())
	}
	return d.Driver.Query(ctx, query, args, v)
}

const manyContacts = `
WITH patient AS (
  INSERT INTO patients (doctor_id, institution_id, sex_id, first_name, last_name, date_of_birth)
  SELECT d.id, d.institution_id, (SELECT min(id) FROM sexes), 'P', 'Q', '1980-01-01' FROM doctors d, generate_series(1, 3000)
  RETURNING id
), email AS (
  INSERT INTO emails (entity_type, entity_id, email, email_type_id)
  SELECT 'patient', id, n || '@example.org', (SELECT min(id) FROM email_types) FROM patient, generate_series(1, 2) n
), phone AS (
  INSERT INTO phones (entity_type, entity_id, number, country_code, phone_type_id)
  SELECT 'patient', id, '+3460000000' || n, '34', (SELECT min(id) FROM phone_types) FROM patient, generate_series(1, 2) n
), address AS (
  INSERT INTO addresses (entity_type, entity_id, line1, city, country_id)
  SELECT 'patient', id, 'Calle ' || n, 'Madrid', (SELECT id FROM countries WHERE code = 'ES') FROM patient, generate_series(1, 2) n
)
SELECT min(id::text)::uuid FROM patient`

// An index gives an owner's contacts and their order.
func TestListsAreInTheOrderOfAnIndex(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	hospital := fixture.Institution(t, env.DB)
	doctor := fixture.Doctor(t, env.DB, fixture.Row{"institution_id": hospital})
	patient := fixture.Value[uuid.UUID](t, env.DB, manyContacts)
	_, err := testenv.Owner(t, env).ExecContext(t.Context(), "ANALYZE patients, emails, phones, addresses")
	require.NoError(t, err)
	driver := &explained{Driver: entsql.OpenDB(dialect.Postgres, env.DB)}
	store := service.NewStore(ent.NewClient(ent.Driver(driver)))
	cursors, err := page.NewCursors([][]byte{bytes.Repeat([]byte{1}, 32)})
	require.NoError(t, err)
	contacts := contact.New(contact.Options{Store: store, Cursors: cursors, Trail: audit.New(store, nil)})
	of := contact.Owner{Kind: contact.Patient, ID: patient}
	for _, v := range []viewer.Viewer{
		{Kind: viewer.Patient, SubjectID: patient}, {Kind: viewer.Doctor, SubjectID: doctor},
		{Kind: viewer.Institution, SubjectID: hospital}, {Kind: viewer.CMSUser, Permissions: []string{"patients:read"}},
	} {
		ctx := viewer.NewContext(t.Context(), v)
		for name, list := range map[string]func() (int, error){
			"emails": func() (int, error) { p, err := contacts.Emails.List(ctx, of, page.Request{}); return len(p.Items), err },
			"phones": func() (int, error) { p, err := contacts.Phones.List(ctx, of, page.Request{}); return len(p.Items), err },
			"addresses": func() (int, error) {
				p, err := contacts.Addresses.List(ctx, of, page.Request{})
				return len(p.Items), err
			},
		} {
			driver.plans = nil
			n, err := list()
			require.NoError(t, err)
			assert.Equal(t, 2, n, name)
			require.Len(t, driver.plans, 1, name)
			assert.NotContains(t, driver.plans[0], "Sort", "%s for a %s", name, v.Kind)
			assert.NotContains(t, driver.plans[0], "Seq Scan on "+name, "%s for a %s", name, v.Kind)
		}
	}
}
