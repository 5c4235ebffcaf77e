package database

import (
	"database/sql"
	"fmt"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
)

// metrics counts what the statement caches of one pool do.
type metrics struct {
	hits      prometheus.Counter
	misses    prometheus.Counter
	evictions prometheus.Counter
}

func newMetrics() *metrics {
	counter := func(name, help string) prometheus.Counter {
		return prometheus.NewCounter(prometheus.CounterOpts{
			Namespace: "database", Subsystem: "statement_cache", Name: name, Help: help,
		})
	}
	return &metrics{
		hits:      counter("hits_total", "Executions that used a cached prepared statement."),
		misses:    counter("misses_total", "Cacheable executions that found no prepared statement."),
		evictions: counter("evictions_total", "Prepared statements closed to make room for another."),
	}
}

// register adds the counters of the caches and the figures of the pool to registry.
func (m *metrics) register(registry prometheus.Registerer, db *sql.DB, name string) error {
	all := []prometheus.Collector{m.hits, m.misses, m.evictions, collectors.NewDBStatsCollector(db, name)}
	for _, c := range all {
		if err := registry.Register(c); err != nil {
			return fmt.Errorf("database: registering metrics: %w", err)
		}
	}
	return nil
}
