// Package search has the predicates for searching that ent doesn't know.
package search

import (
	"strings"
	"unicode"

	"entgo.io/ent/dialect/sql"
)

// Name is a predicate: each word of the text begins a word of the columns, in any order. Case, accents and punctuation don't
// matter; a text without words finds nothing. It is written as the expression of the trigram indexes *_search_words_idx.
func Name[P ~func(*sql.Selector)](text string, columns ...string) P {
	return func(s *sql.Selector) { s.Where(begun(s, text, columns)) }
}

// NameOrCode is a predicate for catalogs: the text finds the column name, as Name has it, or the column code begins
// with it. Codes are in upper case, as those of ICD-10-CM, or in lower case, as ours.
func NameOrCode[P ~func(*sql.Selector)](text string) P {
	return func(s *sql.Selector) {
		code := s.C("code")
		s.Where(sql.Or(begun(s, text, []string{"name"}),
			sql.HasPrefix(code, strings.ToUpper(text)), sql.HasPrefix(code, strings.ToLower(text))))
	}
}

func begun(s *sql.Selector, text string, columns []string) *sql.Predicate {
	all := []*sql.Predicate{}
	for _, word := range words(text) {
		all = append(all, sql.P(func(b *sql.Builder) {
			b.WriteString("search_words(")
			for i, column := range columns {
				if i > 0 {
					b.WriteString(" || ' ' || ")
				}
				b.Ident(s.C(column))
			}
			b.WriteString(") LIKE '%' || search_words(").Arg(word).WriteString(") || '%'")
		}))
	}
	if len(all) == 0 {
		return sql.False()
	}
	return sql.And(all...)
}

// words splits a text at whatever belongs to no word.
func words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.In(r, unicode.L, unicode.N, unicode.M) })
}
