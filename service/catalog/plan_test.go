package catalog_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/internal/cache"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/catalog"
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/setting"
)

// explained is a driver that keeps the plan of the last query on a table.
type explained struct {
	*entsql.Driver
	table, plan string
}

func (d *explained) Query(ctx context.Context, query string, args, v any) error {
	if strings.Contains(query, fmt.Sprintf("FROM %q", d.table)) {
		var rows entsql.Rows
		if err := d.Driver.Query(ctx, "EXPLAIN "+query, args, &rows); err != nil {
			return err
		}
		var plan []string
		if err := entsql.ScanSlice(&rows, &plan); err != nil {
			return err
		}
		d.plan = strings.Join(plan, "\n")
	}
	return d.Driver.Query(ctx, query, args, v)
}

// A catalog with all of a code system is listed in the order of an index, and searched by two others.
func TestBigCatalogsAreReadByIndexes(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	for _, table := range []string{"medical_conditions", "medications"} {
		insert := "INSERT INTO " + table + //nolint:gosec // the tables stand above
			` (code_system, code, name)
			SELECT 'urn:test', 'T' || n, md5(n::text) || ' ' || md5((n + 1)::text) FROM generate_series(1, 30000) n`
		_, err := env.DB.ExecContext(t.Context(), insert)
		require.NoError(t, err)
		_, err = testenv.Owner(t, env).ExecContext(t.Context(), "ANALYZE "+table)
		require.NoError(t, err)
	}
	driver := &explained{Driver: entsql.OpenDB(dialect.Postgres, env.DB)}
	store := service.NewStore(ent.NewClient(ent.Driver(driver)))
	cursors, err := page.NewCursors([][]byte{bytes.Repeat([]byte{1}, 32)})
	require.NoError(t, err)
	client, err := cache.NewClient(env.RedisURL)
	require.NoError(t, err)
	answers, err := cache.New(client, cache.Options{})
	require.NoError(t, err)
	t.Cleanup(func() { answers.Close(); assert.NoError(t, client.Close()) })
	reader := catalog.NewReader(store, answers, setting.NewReader(store), cursors)
	for table, list := range map[string]func(catalog.Query) error{
		"medical_conditions": func(q catalog.Query) error { _, err := reader.Conditions(t.Context(), q); return err },
		"medications":        func(q catalog.Query) error { _, err := reader.Medications(t.Context(), q); return err },
	} {
		driver.table = table
		require.NoError(t, list(catalog.Query{}))
		assert.NotContains(t, driver.plan, "Sort", table)
		assert.NotContains(t, driver.plan, "Seq Scan", table)
		require.NoError(t, list(catalog.Query{Text: "dead beef"}))
		assert.Contains(t, driver.plan, table+"_name_search_idx")
		assert.Contains(t, driver.plan, table+"_code_prefix_idx")
	}
}
