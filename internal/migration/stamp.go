package migration

import (
	"fmt"
	"slices"
	"strings"

	entschema "entgo.io/ent/dialect/sql/schema"
)

// stampColumns are what a trigger keeps on every table that has them, whoever writes.
var stampColumns = []string{"updated_at", "version"}

// stampTrigger is what keeps them, but for a table with a file of the same name: PostgreSQL has not computed generated
// columns yet when it asks a trigger's WHEN clause, so such a table names them to the function instead.
const stampTrigger = `CREATE OR REPLACE TRIGGER set_updated_at BEFORE UPDATE ON %s
  FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION set_updated_at();
`

// withStamps returns the triggers in order of name, written ones and those that follow from the columns of tables.
func withStamps(written []source, tables []*entschema.Table) []source {
	all := slices.Clone(written)
	for _, t := range tables {
		s := source{Path: "triggers/" + t.Name + "_set_updated_at.sql", Text: fmt.Sprintf(stampTrigger, t.Name)}
		byHand := slices.ContainsFunc(written, func(w source) bool { return w.Path == s.Path })
		stamped := !slices.ContainsFunc(stampColumns, func(name string) bool {
			return !slices.ContainsFunc(t.Columns, func(c *entschema.Column) bool { return c.Name == name })
		})
		if stamped && !byHand {
			all = append(all, s)
		}
	}
	slices.SortFunc(all, func(a, b source) int { return strings.Compare(a.Path, b.Path) })
	return all
}
