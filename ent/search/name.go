// Package search has the predicates for searching that ent doesn't know.
package search

import (
	"strings"

	"entgo.io/ent/dialect/sql"
)

var escape = strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)

// Name is a predicate: the columns, joined by spaces, contain the term, whatever its case and accents. It is written
// as the expression of the trigram indexes *_name_search_idx.
func Name[P ~func(*sql.Selector)](term string, columns ...string) P {
	return func(s *sql.Selector) { s.Where(contains(s, term, columns)) }
}

// NameOrCode is a predicate for catalogs: the column name contains the term, as Name has it, or the column code begins
// with it. Codes are in upper case, as those of ICD-10-CM, or in lower case, as ours.
func NameOrCode[P ~func(*sql.Selector)](term string) P {
	return func(s *sql.Selector) {
		code := s.C("code")
		s.Where(sql.Or(contains(s, term, []string{"name"}),
			sql.HasPrefix(code, strings.ToUpper(term)), sql.HasPrefix(code, strings.ToLower(term))))
	}
}

func contains(s *sql.Selector, term string, columns []string) *sql.Predicate {
	return sql.P(func(b *sql.Builder) {
		b.WriteString("immutable_unaccent(lower(")
		for i, column := range columns {
			if i > 0 {
				b.WriteString(" || ' ' || ")
			}
			b.Ident(s.C(column))
		}
		b.WriteString(")) LIKE immutable_unaccent(lower(").
			Arg("%" + escape.Replace(term) + "%").
			WriteString("))")
	})
}
