package rule

import (
	"maps"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/predicthealth/predicthealth/ent/viewer"
)

// values are what the columns of a row must hold so that a viewer may change it; with none, the viewer may change every row.
// The same values give the predicate of a statement, and the answer for a row that a service has already read, so that a
// service can refuse a change with a clear message before the statement finds no row.
type values map[string]any

// holding returns the scope of the rows that hold the values.
func holding[P ~func(*sql.Selector)](want values, ok bool) (P, bool) {
	if !ok || len(want) == 0 {
		return nil, ok
	}
	return func(s *sql.Selector) {
		for _, column := range slices.Sorted(maps.Keys(want)) {
			s.Where(sql.EQ(s.C(column), want[column]))
		}
	}, true
}

// in reports whether a row holds the values.
func (want values) in(row values) bool {
	for column, value := range want {
		if row[column] != value {
			return false
		}
	}
	return true
}

// of returns the columns that a viewer may set. The system may set what staff may.
func (c columns) of(v viewer.Viewer) []string {
	if v.Kind == viewer.System {
		return c[viewer.CMSUser]
	}
	return c[v.Kind]
}
