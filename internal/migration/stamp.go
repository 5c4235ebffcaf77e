package migration

import (
	"fmt"
	"slices"
	"strings"

	entschema "entgo.io/ent/dialect/sql/schema"
)

// stampColumns are the columns that the trigger set_updated_at maintains.
var stampColumns = []string{"updated_at", "version"}

// stampTrigger suits every table but those with generated columns: PostgreSQL has not computed these yet when it evaluates
// a trigger's WHEN clause. Such a table has a file of its own in triggers/.
const stampTrigger = `CREATE OR REPLACE TRIGGER set_updated_at BEFORE UPDATE ON %s
  FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION set_updated_at();
`

// withStamps adds to the triggers that have a file those that follow from the columns of tables, in order of name.
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
