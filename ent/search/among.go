package search

import (
	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/lib/pq"
)

// Among is a predicate: the id is one of these. It is one statement, however many they are.
func Among[P ~func(*sql.Selector)](ids []uuid.UUID) P {
	return func(s *sql.Selector) {
		s.Where(sql.P(func(b *sql.Builder) {
			b.Ident(s.C("id")).WriteString(" = ANY(").Arg(pq.Array(ids)).WriteString(")")
		}))
	}
}
