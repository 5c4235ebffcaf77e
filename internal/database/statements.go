package database

import (
	"context"
	"database/sql/driver"
	"fmt"
	"hash/maphash"
	"regexp"
	"strings"

	"github.com/hashicorp/golang-lru/v2/simplelru"
)

const (
	// maxParams excludes IN lists, whose text differs with every length.
	maxParams = 16
	// searching excludes searches. The best plan for a search depends on how many rows match the text, so each is
	// planned for its text; a plan for all texts would read the whole list for a rare one.
	searching = " LIKE "
	// seenPerStatement is how many queries seen once are remembered for each place in the cache.
	seenPerStatement = 4
)

// repeatable matches statements whose failure undoes everything they did, so that it is safe to run them
// again. CALL isn't among them: a procedure may commit half-way. It is prepared, but never run again.
var repeatable = regexp.MustCompile(`(?i)^(?:\s|--[^\n]*\n)*(?:SELECT|INSERT|UPDATE|DELETE|MERGE|WITH|VALUES)\b`)

var hashSeed = maphash.MakeSeed()

// stmt lists what a lib/pq statement can do.
type stmt interface {
	driver.Stmt
	driver.StmtQueryContext
	driver.StmtExecContext
}

// statements is one connection's cache of prepared statements. It evicts the least recently used, and
// admits a statement only on its second use, so that a query that never comes back costs nothing.
type statements struct {
	conn     driver.ConnPrepareContext
	prepared *simplelru.LRU[string, stmt]
	seen     *simplelru.LRU[uint64, struct{}]
	metrics  *metrics
}

// newStatements returns an empty cache for capacity statements, at least 1.
func newStatements(conn driver.ConnPrepareContext, capacity int, m *metrics) *statements {
	// It fails only for a size below 1, which Open has refused. A failed close means a broken
	// connection; its next use reports that.
	prepared, _ := simplelru.NewLRU(capacity, func(_ string, st stmt) { _ = st.Close() })
	seen, _ := simplelru.NewLRU[uint64, struct{}](seenPerStatement*capacity, nil)
	return &statements{conn: conn, prepared: prepared, seen: seen, metrics: m}
}

// get returns the prepared statement for query, or nil if the query had better run without one.
func (s *statements) get(ctx context.Context, query string, params int) (stmt, error) {
	// Without parameters, lib/pq uses the simple protocol: one round trip, and several statements are allowed.
	if params == 0 || params > maxParams || strings.Contains(query, searching) {
		return nil, nil
	}
	if st, ok := s.prepared.Get(query); ok {
		s.metrics.hits.Inc()
		return st, nil
	}
	s.metrics.misses.Inc()
	hash := maphash.String(hashSeed, query)
	if _, again := s.seen.Get(hash); !again {
		s.seen.Add(hash, struct{}{})
		return nil, nil
	}
	return s.prepare(ctx, query)
}

func (s *statements) prepare(ctx context.Context, query string) (stmt, error) {
	made, err := s.conn.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	st, ok := made.(stmt)
	if !ok {
		_ = made.Close()
		return nil, fmt.Errorf("database: %T lacks a driver interface that the statement cache needs", made)
	}
	if evicted := s.prepared.Add(query, st); evicted {
		s.metrics.evictions.Inc()
	}
	return st, nil
}

// drop closes and removes one statement.
func (s *statements) drop(query string) { s.prepared.Remove(query) }

// clear closes and removes all statements.
func (s *statements) clear() { s.prepared.Purge() }
