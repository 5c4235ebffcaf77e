package database

import (
	"context"
	"database/sql/driver"
	"fmt"
	"sync/atomic"

	"github.com/lib/pq"
)

// pqConn lists what a lib/pq connection can do. Embedding it in conn forwards every optional interface
// that database/sql looks for.
type pqConn interface {
	driver.Conn
	driver.ConnPrepareContext
	driver.ConnBeginTx
	driver.QueryerContext
	driver.ExecerContext
	driver.NamedValueChecker
	driver.Pinger
	driver.SessionResetter
	driver.Validator
}

// connector opens lib/pq connections that keep their prepared statements.
type connector struct {
	pq       *pq.Connector
	capacity int
	metrics  *metrics
	// epoch grows when any connection meets a plan that a schema change has made stale. The other
	// connections then drop their statements before their next use, instead of each failing once.
	epoch atomic.Uint64
}

func (c *connector) Connect(ctx context.Context) (driver.Conn, error) {
	opened, err := c.pq.Connect(ctx)
	if err != nil || c.capacity == 0 {
		return opened, err
	}
	inner, ok := opened.(pqConn)
	if !ok {
		return nil, fmt.Errorf("database: %T lacks a driver interface that the statement cache needs", opened)
	}
	return &conn{
		pqConn:     inner,
		connector:  c,
		statements: newStatements(inner, c.capacity, c.metrics),
		epoch:      c.epoch.Load(),
	}, nil
}

func (c *connector) Driver() driver.Driver { return c.pq.Driver() }
