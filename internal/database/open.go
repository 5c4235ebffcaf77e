// Package database opens PostgreSQL: a pool of lib/pq connections that keep their prepared statements,
// with limits on connections and time. It also interprets PostgreSQL's errors.
package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/lib/pq"
	"github.com/prometheus/client_golang/prometheus"
)

// Default values of Options.
const (
	DefaultMaxConns         = 20
	DefaultConnectTimeout   = 10 * time.Second
	DefaultStatementTimeout = 30 * time.Second
	DefaultIdleInTxTimeout  = 60 * time.Second
	DefaultCachedStatements = 256
	defaultApplicationName  = "predicthealth"
	connMaxLifetime         = 30 * time.Minute
	connMaxIdleTime         = 10 * time.Minute
	firstRetryAfter         = 50 * time.Millisecond
	longestRetryAfter       = time.Second
	statementTimeoutSetting = "statement_timeout"
	idleInTxTimeoutSetting  = "idle_in_transaction_session_timeout"
	timeZoneSetting         = "timezone"
)

// Options say how to open the database. The zero value of a field means its default; URL has none.
// Settings in the URL itself (application_name, statement_timeout, …) take precedence.
type Options struct {
	// URL is a postgres:// URL or a key=value connection string.
	URL string
	// MaxConns limits the pool, including idle connections.
	MaxConns int
	// ApplicationName is what pg_stat_activity shows.
	ApplicationName string
	// ConnectTimeout is how long Open keeps trying, and the maximum duration of a later attempt.
	ConnectTimeout time.Duration
	// StatementTimeout cancels longer statements; negative means no limit.
	StatementTimeout time.Duration
	// IdleInTxTimeout ends sessions that leave a transaction open and idle; negative means no limit.
	IdleInTxTimeout time.Duration
	// CachedStatements is the number of prepared statements a connection keeps; negative means none.
	CachedStatements int
	// Registerer receives the pool's metrics; nil means that none are registered.
	Registerer prometheus.Registerer
}

func (o Options) withDefaults() Options {
	setDefault(&o.MaxConns, DefaultMaxConns)
	setDefault(&o.ApplicationName, defaultApplicationName)
	setDefault(&o.ConnectTimeout, DefaultConnectTimeout)
	setDefault(&o.StatementTimeout, DefaultStatementTimeout)
	setDefault(&o.IdleInTxTimeout, DefaultIdleInTxTimeout)
	setDefault(&o.CachedStatements, DefaultCachedStatements)
	return o
}

func setDefault[T comparable](field *T, value T) {
	var zero T
	if *field == zero {
		*field = value
	}
}

// Open returns a pool that has answered a ping, with sessions in UTC. It waits for a server that isn't
// ready yet. It fails if the URL is malformed, if the server refuses the login, or if the server
// doesn't answer within ConnectTimeout. No error contains the password.
func Open(ctx context.Context, opts Options) (*sql.DB, error) {
	opts = opts.withDefaults()
	cfg, err := sessionConfig(opts)
	if err != nil {
		return nil, err
	}
	pqConnector, err := pq.NewConnectorConfig(cfg)
	if err != nil {
		return nil, fmt.Errorf("database: %w", err)
	}
	m := newMetrics()
	db := sql.OpenDB(&connector{pq: pqConnector, capacity: max(opts.CachedStatements, 0), metrics: m})
	db.SetMaxOpenConns(opts.MaxConns)
	db.SetMaxIdleConns(opts.MaxConns)
	db.SetConnMaxLifetime(connMaxLifetime)
	db.SetConnMaxIdleTime(connMaxIdleTime)

	if err := waitUntilReady(ctx, db, opts.ConnectTimeout); err != nil {
		_ = db.Close()
		return nil, fmt.Errorf("database: cannot open %q on %s:%d as %q: %w; check DATABASE_URL and that PostgreSQL is running",
			cfg.Database, cfg.Host, cfg.Port, cfg.User, err)
	}
	if opts.Registerer != nil {
		if err := m.register(opts.Registerer, db, cfg.Database); err != nil {
			_ = db.Close()
			return nil, err
		}
	}
	return db, nil
}

// sessionConfig parses the URL and adds the settings with which each session starts.
func sessionConfig(opts Options) (pq.Config, error) {
	cfg, err := pq.NewConfig(opts.URL)
	if err != nil {
		// The parser's error quotes what it couldn't read, which may be the password.
		return pq.Config{}, errors.New("database: the URL is malformed: want postgres://user:password@host:port/database, " +
			"with special characters in the password percent-encoded")
	}
	if cfg.BinaryParameters {
		return pq.Config{}, errors.New("database: binary_parameters=yes breaks JSON columns; remove it from the URL")
	}
	setDefault(&cfg.ApplicationName, opts.ApplicationName)
	setDefault(&cfg.ConnectTimeout, opts.ConnectTimeout)
	if cfg.Runtime == nil {
		cfg.Runtime = map[string]string{}
	}
	cfg.Runtime[timeZoneSetting] = "UTC"
	for name, limit := range map[string]time.Duration{
		statementTimeoutSetting: opts.StatementTimeout,
		idleInTxTimeoutSetting:  opts.IdleInTxTimeout,
	} {
		if _, given := cfg.Runtime[name]; !given && limit > 0 {
			cfg.Runtime[name] = strconv.FormatInt(limit.Milliseconds(), 10)
		}
	}
	return cfg, nil
}

// waitUntilReady pings until the server answers, the server refuses for good, or the time is up.
func waitUntilReady(ctx context.Context, db *sql.DB, limit time.Duration) error {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	for wait := firstRetryAfter; ; wait = min(2*wait, longestRetryAfter) {
		err := db.PingContext(ctx)
		if err == nil || !isTransient(err) {
			return err
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("no answer within %s: %w", limit, err)
		case <-time.After(wait):
		}
	}
}
