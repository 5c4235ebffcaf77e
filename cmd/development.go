package cmd

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/url"
	"path/filepath"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"golang.org/x/sync/errgroup"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/internal/config"
	"github.com/predicthealth/predicthealth/internal/database"
	"github.com/predicthealth/predicthealth/internal/devstack"
	"github.com/predicthealth/predicthealth/internal/migration"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/catalog"
	"github.com/predicthealth/predicthealth/service/demo"
)

// devDir holds everything that `dev` stores, in the working directory.
const devDir = ".dev"

// devLogin is the application's login in the private cluster. As in production, it owns nothing.
const devLogin = "predicthealth_dev"

// development is the platform on a developer's machine.
type development struct {
	cfg config.Config
	dir string
	log *slog.Logger
	out io.Writer
	// ownDatabase and ownRedis say which servers are private.
	ownDatabase, ownRedis bool
}

func (d *development) run(ctx context.Context, reset bool) (err error) {
	// A shell that has sourced .dev/env names the private servers.
	d.ownDatabase = !d.cfg.Given("DATABASE_URL", "POSTGRES_HOST") || devstack.Owns(d.dir, string(d.cfg.DatabaseURL))
	d.ownRedis = !d.cfg.Given("REDIS_URL") || devstack.Owns(d.dir, string(d.cfg.RedisURL))
	if !d.ownDatabase && !sameDatabase(string(d.cfg.DatabaseURL), string(d.cfg.MigrateDatabaseURL)) {
		return errors.New("MIGRATE_DATABASE_URL names another database than DATABASE_URL: unset it, or set it to the same database with the owner's login")
	}
	if reset {
		if err := d.reset(); err != nil {
			return err
		}
	}
	group, ctx := errgroup.WithContext(ctx)
	if d.ownDatabase || d.ownRedis {
		stack, err := d.startServers(ctx)
		if err != nil {
			return err
		}
		// After the group has ended: requests in progress still need the servers.
		defer func() { err = errors.Join(err, stack.Stop(context.WithoutCancel(ctx))) }()
		group.Go(func() error { return stack.Wait(ctx) })
	}
	if !d.cfg.Given("AUDIT_SPOOL_DIR") {
		d.cfg.AuditSpoolDir = filepath.Join(d.dir, "spool")
	}
	if !d.cfg.Given("PUBLIC_URL") {
		d.cfg.PublicURL = pageURL(d.cfg.HTTPAddr)
	}
	password, err := d.fill(ctx)
	if err != nil {
		return errors.Join(err, ctx.Err())
	}
	if err := d.setUpMail(); err != nil {
		return err
	}
	keys, err := auth.EnsureKeys(filepath.Join(d.dir, "keys"))
	if err != nil {
		return err
	}
	group.Go(func() error {
		return runServer(ctx, d.cfg, keys, d.log, true, func(address net.Addr) {
			if err := d.announce(address, demo.Accounts(password)); err != nil {
				d.log.ErrorContext(ctx, "cannot write the files in .dev", "error", err)
			}
		})
	})
	return group.Wait()
}

// pageURL is where a browser on this machine finds what listens on the address.
func pageURL(address string) string {
	host, port, err := net.SplitHostPort(address)
	if ip := net.ParseIP(host); err == nil && (host == "" || ip != nil && ip.IsUnspecified()) {
		address = net.JoinHostPort("127.0.0.1", port)
	}
	return "http://" + address
}

func (d *development) reset() error {
	if !d.ownDatabase {
		return errors.New("--reset deletes only the private servers' data, but DATABASE_URL or POSTGRES_HOST names another server: unset it, or empty that database yourself")
	}
	return devstack.Reset(d.dir)
}

// startServers starts the private servers and points the settings at them.
func (d *development) startServers(ctx context.Context) (*devstack.Stack, error) {
	stack, err := devstack.Start(ctx, devstack.Options{
		Dir: d.dir, User: d.cfg.PostgresUser, Database: d.cfg.PostgresDB, Log: d.log,
	})
	if err != nil {
		return nil, err
	}
	if d.ownDatabase {
		d.cfg.DatabaseURL = config.Secret(stack.PostgresURL)
		d.cfg.MigrateDatabaseURL = d.cfg.DatabaseURL
	}
	if d.ownRedis {
		d.cfg.RedisURL = config.Secret(stack.RedisURL)
	}
	return stack, nil
}

// fill migrates and seeds the database, loads the demo data, and returns the demo accounts' password.
func (d *development) fill(ctx context.Context) (password string, err error) {
	files, err := builtIn()
	if err != nil {
		return "", err
	}
	owner := string(d.cfg.MigrateDatabaseURL)
	if _, err := migration.Up(ctx, owner, migration.UpOptions{Files: files, Log: d.logf}); err != nil {
		return "", err
	}
	if d.ownDatabase {
		application, err := database.EnsureApplicationLogin(ctx, owner, devLogin)
		if err != nil {
			return "", err
		}
		d.cfg.DatabaseURL = config.Secret(application)
	}
	db, err := database.Open(ctx, database.Options{URL: owner, MaxConns: 4})
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if _, err := catalog.Seed(ctx, db); err != nil {
		return "", err
	}
	password, isNew, err := d.demoPassword()
	if err != nil {
		return "", err
	}
	store := service.NewStore(ent.NewClient(ent.Driver(entsql.OpenDB(dialect.Postgres, db))))
	shown := newProgress(d.out, true)
	defer shown.end()
	loader := demo.Loader{DB: db, Store: store, Accounts: auth.NewAccounts(store), Progress: shown.show}
	made, err := loader.Load(ctx, password)
	if err == nil && isNew && len(made) < len(demo.Accounts(password)) {
		d.log.InfoContext(ctx, "this database already had demo accounts: they get a new password")
		err = loader.SetPasswords(ctx, password)
	}
	return password, err
}

// sameDatabase reports whether two URLs name the same database; login and parameters may differ.
func sameDatabase(a, b string) bool {
	first, errFirst := url.Parse(a)
	second, errSecond := url.Parse(b)
	return errFirst == nil && errSecond == nil && first.Host == second.Host && first.Path == second.Path &&
		first.Query().Get("host") == second.Query().Get("host")
}

func (d *development) logf(format string, args ...any) { d.log.Info(fmt.Sprintf(format, args...)) }
