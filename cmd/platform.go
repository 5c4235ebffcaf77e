package cmd

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/http"
	"time"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/redis/go-redis/v9"

	"github.com/predicthealth/predicthealth/api"
	"github.com/predicthealth/predicthealth/api/health"
	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/migrate"
	_ "github.com/predicthealth/predicthealth/ent/runtime" // access rules
	"github.com/predicthealth/predicthealth/internal/cache"
	"github.com/predicthealth/predicthealth/internal/config"
	"github.com/predicthealth/predicthealth/internal/database"
	"github.com/predicthealth/predicthealth/internal/encryption"
	"github.com/predicthealth/predicthealth/internal/mail"
	"github.com/predicthealth/predicthealth/internal/migration"
	"github.com/predicthealth/predicthealth/internal/telemetry"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/auth"
)

// lastShipping is how long the program waits at its end for the database to take the last audit records.
const lastShipping = 5 * time.Second

// platform holds everything that the server depends on.
type platform struct {
	db       *sql.DB
	redis    *redis.Client
	cache    *cache.Cache
	store    *service.Store
	trail    *audit.Trail
	keys     *encryption.Keyring
	registry *prometheus.Registry
	log      *slog.Logger
}

// openPlatform opens PostgreSQL and Redis. PostgreSQL must answer and its schema must not be newer than the program;
// Redis need not answer.
func openPlatform(ctx context.Context, cfg config.Config, log *slog.Logger) (_ *platform, err error) {
	p := &platform{registry: telemetry.NewRegistry(), log: log}
	defer func() {
		if err != nil {
			err = errors.Join(err, p.Close())
		}
	}()
	p.db, err = database.Open(ctx, database.Options{
		URL: string(cfg.DatabaseURL), MaxConns: cfg.DatabaseMaxConns, StatementTimeout: cfg.StatementTimeout,
		Registerer: p.registry,
	})
	if err != nil {
		return nil, err
	}
	p.store = service.NewStore(ent.NewClient(ent.Driver(entsql.OpenDB(dialect.Postgres, p.db))))
	if p.keys, err = encryption.Parse(string(cfg.EncryptionKey)); err != nil {
		return nil, fmt.Errorf("ENCRYPTION_KEY is not set: %w", err)
	}
	spool, err := audit.OpenSpool(cfg.AuditSpoolDir, int64(cfg.AuditSpoolMaxMB)*1e6, p.keys)
	if err != nil {
		return nil, err
	}
	p.trail = audit.New(p.store, spool)
	if p.redis, err = openRedis(cfg); err != nil {
		return nil, err
	}
	if p.cache, err = cache.New(p.redis, cache.Options{Logger: log, Registerer: p.registry}); err != nil {
		return nil, err
	}
	status, err := p.migrationStatus(ctx)
	if err != nil {
		return nil, err
	}
	switch status.State {
	case migration.StateBlocked:
		return nil, fmt.Errorf("the database does not fit this program: %w", status.Err)
	case migration.StatePending:
		log.WarnContext(ctx, "the database lacks migrations: run predicthealth migrate up", "pending", status.Pending)
	case migration.StateCurrent:
	}
	return p, nil
}

func openRedis(cfg config.Config) (*redis.Client, error) {
	if cfg.RedisSSLRoot != "" {
		return cache.NewClientTrusting(string(cfg.RedisURL), cfg.RedisSSLRoot)
	}
	return cache.NewClient(string(cfg.RedisURL))
}

// Close closes everything that was opened.
func (p *platform) Close() error {
	var errs []error
	if p.trail != nil {
		ctx, cancel := context.WithTimeout(context.Background(), lastShipping)
		defer cancel()
		errs = append(errs, p.trail.Close(ctx))
	}
	if p.cache != nil {
		p.cache.Close()
	}
	if p.redis != nil {
		errs = append(errs, p.redis.Close())
	}
	if p.db != nil {
		errs = append(errs, p.db.Close())
	}
	return errors.Join(errs...)
}

func (p *platform) server(cfg config.Config, keys *auth.Keys, localPages bool) (*api.Server, error) {
	mails, err := p.transport(cfg)
	if err != nil {
		return nil, err
	}
	return api.New(api.Dependencies{
		EncryptionKeys: p.keys, Mail: mails, PublicURL: cfg.PublicURL, AllowLocalPages: localPages,
		Store: p.store, DB: p.db, Trail: p.trail, Cache: p.cache, Redis: p.redis, Keys: keys,
		Issuer: cfg.JWTIssuer, Audience: cfg.JWTAudience,
		MaxRequests: cfg.MaxRequests, TrustedProxies: cfg.TrustedProxies, Registerer: p.registry, Log: p.log,
		Checks: p.checks(),
	})
}

// checks are what /readyz checks. They use the connections that the program has, so that nobody who asks can use up the
// database's.
func (p *platform) checks() []health.Check {
	return []health.Check{
		{Name: "database", Required: true, Run: p.db.PingContext},
		{Name: "migrations", Required: true, Run: p.checkMigrations},
		{Name: "redis", Run: func(ctx context.Context) error { return p.redis.Ping(ctx).Err() }},
	}
}

// transport returns where mails go; nil when SMTP_URL is not set: then they stay in the queue.
func (p *platform) transport(cfg config.Config) (mail.Transport, error) {
	if cfg.SMTPURL == "" {
		p.log.Warn("there is no mail server: mails stay queued in the database until SMTP_URL names one")
		return nil, nil
	}
	transport, err := mail.Open(string(cfg.SMTPURL), cfg.MailFrom)
	if err != nil {
		return nil, fmt.Errorf("SMTP_URL: %w", err)
	}
	p.log.Info("mails are sent", "to", transport.String(), "from", cfg.MailFrom)
	return transport, nil
}

func (p *platform) metricsHandler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", telemetry.MetricsHandler(p.registry))
	return mux
}

// refusedConns registers a counter and returns what adds one to it.
func (p *platform) refusedConns() func() {
	refused := prometheus.NewCounter(prometheus.CounterOpts{
		Name: "predicthealth_connections_refused_total", Help: "Connections closed at once because their network, or everybody, had too many.",
	})
	p.registry.MustRegister(refused)
	return refused.Inc
}

func (p *platform) migrationStatus(ctx context.Context) (*migration.Status, error) {
	files, err := fs.Sub(migrate.Files, "migrations")
	if err != nil {
		return nil, err
	}
	return migration.ReadStatusThrough(ctx, p.db, files)
}

// checkMigrations fails when the database lacks migrations that the program needs. A newer database is fine here:
// during a rolling update the old instances continue to serve.
func (p *platform) checkMigrations(ctx context.Context) error {
	status, err := p.migrationStatus(ctx)
	if err != nil {
		return err
	}
	if status.State == migration.StateCurrent || errors.Is(status.Err, migration.ErrNewer) {
		return nil
	}
	return fmt.Errorf("migrations are %s: %v %s", status.State, status.Pending, status.Problem)
}
