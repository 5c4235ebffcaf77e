package migration

import (
	"testing"

	entschema "entgo.io/ent/dialect/sql/schema"
	"github.com/stretchr/testify/require"
)

func TestTriggersFollowFromColumns(t *testing.T) {
	t.Parallel()
	table := func(name string, columns ...string) *entschema.Table {
		t := entschema.NewTable(name)
		for _, c := range columns {
			t.AddColumn(&entschema.Column{Name: c})
		}
		return t
	}
	dated := func(t *entschema.Table, columns ...string) *entschema.Table {
		for _, name := range columns {
			t.AddColumn(&entschema.Column{Name: name, SchemaType: map[string]string{"postgres": "date"}})
		}
		return t
	}
	dates := func(event string) source {
		return source{"triggers/d_check_dates_" + event + ".sql", "CREATE OR REPLACE TRIGGER check_dates_" + event + " AFTER " + event + " ON d\n" +
			"  REFERENCING NEW TABLE AS new_rows\n" +
			"  FOR EACH STATEMENT EXECUTE FUNCTION check_clinical_dates(start_date, end_date);\n"}
	}
	written := []source{{"triggers/b_set_updated_at.sql", "by hand"}, {"triggers/c_check.sql", "a check"}}
	have := withImplied(written, []*entschema.Table{
		table("c", "id", "updated_at", "version"),
		table("b", "id", "updated_at", "version"),
		table("a", "id", "updated_at", "version"),
		table("fixed", "id", "created_at"),
		table("unversioned", "id", "updated_at"),
		dated(table("d", "id", "patient_id"), "start_date", "end_date"),
		dated(table("of_nobody", "id"), "day"),
	})
	require.Equal(t, []source{
		{"triggers/a_set_updated_at.sql", "CREATE OR REPLACE TRIGGER set_updated_at BEFORE UPDATE ON a\n" +
			"  FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION set_updated_at();\n"},
		written[0], written[1],
		{"triggers/c_set_updated_at.sql", "CREATE OR REPLACE TRIGGER set_updated_at BEFORE UPDATE ON c\n" +
			"  FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION set_updated_at();\n"},
		dates("insert"), dates("update"),
	}, have)
}
