package migration

import (
	"fmt"
	"slices"
	"strings"

	"entgo.io/ent/dialect"
	entschema "entgo.io/ent/dialect/sql/schema"
)

// stampTrigger maintains updated_at and version. It suits every table but those with generated columns: PostgreSQL has not computed these yet when it evaluates
// a trigger's WHEN clause. Such a table has a file of its own in triggers/.
const stampTrigger = `CREATE OR REPLACE TRIGGER set_updated_at BEFORE UPDATE ON %s
  FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION set_updated_at();
`

// datesTrigger holds the dates of a table whose rows belong to patients against the patients' births and today.
const datesTrigger = `CREATE OR REPLACE TRIGGER check_dates_%[1]s AFTER %[1]s ON %[2]s
  REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION check_clinical_dates(%[3]s);
`

// withImplied adds to the triggers that have a file those that follow from the columns of tables, in order of name.
func withImplied(written []source, tables []*entschema.Table) []source {
	all := slices.Clone(written)
	add := func(name, text string) {
		s := source{Path: "triggers/" + name + ".sql", Text: text}
		if !slices.ContainsFunc(written, func(w source) bool { return w.Path == s.Path }) { // else it is by hand
			all = append(all, s)
		}
	}
	for _, t := range tables {
		if t.HasColumn("updated_at") && t.HasColumn("version") {
			add(t.Name+"_set_updated_at", fmt.Sprintf(stampTrigger, t.Name))
		}
		if days := days(t); t.HasColumn("patient_id") && len(days) > 0 {
			for _, event := range []string{"insert", "update"} {
				add(t.Name+"_check_dates_"+event, fmt.Sprintf(datesTrigger, event, t.Name, strings.Join(days, ", ")))
			}
		}
	}
	slices.SortFunc(all, func(a, b source) int { return strings.Compare(a.Path, b.Path) })
	return all
}

// days returns the columns of t that are calendar dates.
func days(t *entschema.Table) []string {
	var days []string
	for _, c := range t.Columns {
		if c.SchemaType[dialect.Postgres] == "date" {
			days = append(days, c.Name)
		}
	}
	return days
}
