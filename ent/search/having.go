package search

import (
	"maps"
	"slices"

	"entgo.io/ent/dialect/sql"
)

// Having is a predicate: the row has one in a table of contacts or identifiers with these values of columns. owner is that
// table's column that refers to the row.
func Having[P ~func(*sql.Selector)](table, owner string, values map[string]string) P {
	return func(s *sql.Selector) {
		t := sql.Table(table)
		owners := sql.Select(t.C(owner)).From(t).Where(sql.NotNull(t.C(owner)))
		for _, column := range slices.Sorted(maps.Keys(values)) { // the same statement each time
			owners.Where(sql.EQ(t.C(column), values[column]))
		}
		s.Where(sql.In(s.C("id"), owners))
	}
}
