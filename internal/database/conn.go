package database

import (
	"context"
	"database/sql/driver"
)

// conn is a lib/pq connection that prepares queries it meets again. Like every driver.Conn, it is used
// by one goroutine at a time.
//
// A statement keeps the parameter types with which it was parsed. If a column's type changes while the
// program runs, values are still read as the old type until the statement fails or the connection is retired.
// So don't run a migration that changes a type beside programs that write the column.
type conn struct {
	pqConn
	connector  *connector
	statements *statements
	epoch      uint64
	inTx       bool
}

func (c *conn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	st, err := c.statements.get(ctx, query, len(args))
	if err != nil {
		return nil, err
	}
	if st == nil {
		return c.pqConn.QueryContext(ctx, query, args)
	}
	rows, err := st.QueryContext(ctx, args)
	if !c.shouldRetry(query, err) {
		return rows, err
	}
	rows, retryErr := c.pqConn.QueryContext(ctx, query, args)
	return rows, firstCause(err, retryErr)
}

func (c *conn) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	st, err := c.statements.get(ctx, query, len(args))
	if err != nil {
		return nil, err
	}
	if st == nil {
		return c.pqConn.ExecContext(ctx, query, args)
	}
	result, err := st.ExecContext(ctx, args)
	if !c.shouldRetry(query, err) {
		return result, err
	}
	result, retryErr := c.pqConn.ExecContext(ctx, query, args)
	return result, firstCause(err, retryErr)
}

// shouldRetry drops a statement that may have failed only because it was parsed before a schema
// change, and reports whether the query may run once more without it. Inside a transaction it may
// not, because the failure has already aborted the transaction; nor may a query that isn't repeatable.
func (c *conn) shouldRetry(query string, err error) bool {
	if !maybeStale(err) {
		return false
	}
	c.statements.drop(query)
	if isStalePlan(err) {
		c.connector.epoch.Add(1)
	}
	return !c.inTx && repeatable.MatchString(query)
}

// firstCause puts the error that aborted the transaction in front of "current transaction is aborted",
// which is all that a retry reports if plain SQL began the transaction.
func firstCause(err, retryErr error) error {
	if SQLState(retryErr) == inFailedTransaction {
		return err
	}
	return retryErr
}

// BeginTx starts a transaction and records that one is open.
func (c *conn) BeginTx(ctx context.Context, opts driver.TxOptions) (driver.Tx, error) {
	inner, err := c.pqConn.BeginTx(ctx, opts)
	if err != nil {
		return nil, err
	}
	c.inTx = true
	return &tx{Tx: inner, conn: c}, nil
}

// ResetSession prepares the connection for its next use; database/sql calls it.
func (c *conn) ResetSession(ctx context.Context) error {
	if err := c.pqConn.ResetSession(ctx); err != nil {
		return err
	}
	if epoch := c.connector.epoch.Load(); epoch != c.epoch {
		c.epoch = epoch
		c.statements.clear()
	}
	return nil
}

type tx struct {
	driver.Tx
	conn *conn
}

func (t *tx) Commit() error {
	t.conn.inTx = false
	return t.Tx.Commit()
}

func (t *tx) Rollback() error {
	t.conn.inTx = false
	return t.Tx.Rollback()
}
