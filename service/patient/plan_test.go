package patient_test

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
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/patient"
)

// explained is a driver that keeps the plans of queries on patients.
type explained struct {
	*entsql.Driver
	plans []string
}

func (d *explained) Query(ctx context.Context, query string, args, v any) error {
	if strings.Contains(query, `FROM "patients"`) {
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

// The scope is a comparison with a scalar: an index gives whose patients they are and their order, for doctors as for
// institutions.
func TestListsAreInTheOrderOfAnIndex(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	hospital := fixture.Institution(t, env.DB)
	own := fixture.Doctor(t, env.DB, fixture.Row{"institution_id": hospital})
	other := fixture.Doctor(t, env.DB)
	for _, doctor := range []uuid.UUID{own, other} {
		_, err := env.DB.ExecContext(t.Context(), `INSERT INTO patients (doctor_id, institution_id, sex_id, first_name, last_name, date_of_birth, created_at)
			SELECT d.id, d.institution_id, (SELECT min(id) FROM sexes), 'P' || n, 'Q' || n % 97, '1980-01-01', now() - n * interval '1 minute'
			FROM doctors d, generate_series(1, 5000) n WHERE d.id = $1`, doctor)
		require.NoError(t, err)
	}
	_, err := testenv.Owner(t, env).ExecContext(t.Context(), "ANALYZE patients, doctors")
	require.NoError(t, err)
	driver := &explained{Driver: entsql.OpenDB(dialect.Postgres, env.DB)}
	store := service.NewStore(ent.NewClient(ent.Driver(driver)))
	cursors, err := page.NewCursors([][]byte{bytes.Repeat([]byte{1}, 32)})
	require.NoError(t, err)
	patients := patient.New(store, nil, cursors, nil, audit.New(store, nil), nil)
	for _, v := range []viewer.Viewer{
		{Kind: viewer.Doctor, SubjectID: own}, {Kind: viewer.Institution, SubjectID: hospital},
		{Kind: viewer.CMSUser, Permissions: []string{"patients:read"}},
	} {
		for sort, index := range map[string]string{
			patient.SortNewest: "_created_at_id", patient.SortName: "_last_name_first_name_id",
		} {
			if v.Kind == viewer.CMSUser && sort == patient.SortName {
				continue // staff look for names by searching
			}
			driver.plans = nil
			_, err := patients.List(viewer.NewContext(t.Context(), v), patient.Filter{Active: true}, sort, page.Request{})
			require.NoError(t, err)
			require.Len(t, driver.plans, 1)
			assert.NotContains(t, driver.plans[0], "Sort", "%s by %s", v.Kind, sort)
			assert.Contains(t, driver.plans[0], index, "%s by %s", v.Kind, sort)
		}
	}
}
