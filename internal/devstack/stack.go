package devstack

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"
)

// Names that a stack gets if Options sets none.
const (
	DefaultUser     = "predictHealth_user"
	DefaultDatabase = "predicthealth_db"
)

// startLimit ends a start that hangs. It leaves enough time for PostgreSQL's recovery after a crash.
const startLimit = 60 * time.Second

// Options says what stack to run.
type Options struct {
	// Dir is where the stack keeps its state, its logs and, if the servers' user can enter it, its data.
	// It is created if it doesn't exist.
	Dir string
	// User is the superuser's name, and Database is the database's name; see DefaultUser and DefaultDatabase.
	User     string
	Database string
	// Fast trades the safety of the data for speed. It is for tests only: a crash of the machine
	// destroys the cluster.
	Fast bool
	// Log records what the stack does; nil discards it.
	Log *slog.Logger
}

// Stack is a running PostgreSQL and Redis.
type Stack struct {
	// PostgresURL leads to the database, as a superuser; RedisURL leads to Redis' database 0. Both
	// contain passwords.
	PostgresURL string
	RedisURL    string
	Postgres    *Server
	Redis       *Server

	lock *os.File
}

// Start runs the stack in o.Dir, which it creates if need be, and returns when both servers answer. They
// run until Stop, or until this program ends, in whatever way.
//
// The error wraps ErrMissing if PostgreSQL or Redis is not installed, and ErrInUse if the stack in that
// directory is already running.
func Start(ctx context.Context, o Options) (*Stack, error) {
	ctx, cancel := context.WithTimeout(ctx, startLimit)
	defer cancel()
	o, err := o.complete()
	if err != nil {
		return nil, err
	}
	lock, err := lockDir(ctx, o.Dir)
	if err != nil {
		return nil, err
	}
	stack := &Stack{lock: lock}
	if err := stack.start(ctx, o); err != nil {
		return nil, errors.Join(fmt.Errorf("development stack: %w", err), stack.Stop(context.WithoutCancel(ctx)))
	}
	return stack, nil
}

func (o Options) complete() (Options, error) {
	if o.User == "" {
		o.User = DefaultUser
	}
	if o.Database == "" {
		o.Database = DefaultDatabase
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if err := os.MkdirAll(o.Dir, 0o755); err != nil { //nolint:gosec // entered by the servers' user
		return o, err
	}
	dir, err := canonical(o.Dir)
	o.Dir = dir
	return o, err
}

func (s *Stack) start(ctx context.Context, o Options) error {
	account, err := serverAccount()
	if err != nil {
		return err
	}
	state, err := openState(o.Dir, o.User, account)
	if err != nil {
		return err
	}
	if state.Data != o.Dir {
		o.Log.Info("the servers' user cannot enter the stack's directory, so their data is elsewhere",
			"user", account.Name, "dir", o.Dir, "data", state.Data)
	}
	version, err := clusterVersion(state.Data)
	if err != nil {
		return err
	}
	programs, err := systemPlaces().find(version)
	if err != nil {
		return err
	}
	if err := state.clearOrphans(); err != nil {
		return err
	}
	if version == 0 {
		o.Log.Info("creating a database cluster", "version", programs.major, "dir", state.Data)
		if err := initCluster(ctx, programs, account, state, o.Fast); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(logDir(o.Dir), 0o700); err != nil {
		return err
	}
	return s.run(ctx, o, state, programs, account)
}

// clearOrphans ends servers whose supervisor was killed, and removes the pid files of dead ones.
func (s state) clearOrphans() error {
	postgres := postgresDir(s.Data)
	return errors.Join(
		endOrphan(filepath.Join(postgres, "postmaster.pid"), "-D "+postgres+" ", syscall.SIGINT),
		// Redis shows its address instead of its arguments.
		endOrphan(redisPIDFile(s.Data), "redis-server "+address(s.RedisPort), syscall.SIGTERM),
	)
}

// run starts both servers at the same time and remembers their ports.
func (s *Stack) run(ctx context.Context, o Options, st state, programs binaries, a *account) error {
	ports, err := freePorts(st.PostgresPort, st.RedisPort)
	if err != nil {
		return err
	}
	postgresState, redisState := st, st
	var group errgroup.Group
	group.Go(func() (err error) {
		s.Postgres, err = startOnFreePort(ctx, ports[0], func(port int) (*Server, error) {
			postgresState.PostgresPort = port
			url := postgresState.postgresURL("postgres")
			return s.server(o.Dir, "postgres", postgresCommand(programs, a, st.Data, port, o.Fast),
				func(ctx context.Context) error { return pingPostgres(ctx, url) })
		})
		if err != nil {
			return err
		}
		return ensureDatabase(ctx, postgresState.postgresURL("postgres"), o.Database)
	})
	group.Go(func() (err error) {
		s.Redis, err = startOnFreePort(ctx, ports[1], func(port int) (*Server, error) {
			redisState.RedisPort = port
			if err := errors.Join(a.makeDir(redisDir(st.Data)),
				a.writeFile(redisConfigFile(st.Data), redisConfig(redisState, o.Fast))); err != nil {
				return nil, err
			}
			url := redisState.redisURL()
			return s.server(o.Dir, "redis", redisCommand(programs, a, st.Data),
				func(ctx context.Context) error { return pingRedis(ctx, url) })
		})
		return err
	})
	if err := group.Wait(); err != nil {
		return err
	}
	s.PostgresURL, s.RedisURL = postgresState.postgresURL(o.Database), redisState.redisURL()
	st.PostgresPort, st.RedisPort = postgresState.PostgresPort, redisState.RedisPort
	return st.save(o.Dir)
}

// server returns a server with an empty log.
func (s *Stack) server(dir, name string, c command, ping func(context.Context) error) (*Server, error) {
	logPath := filepath.Join(logDir(dir), name+".log")
	if err := ignoreMissing(os.Remove(logPath)); err != nil {
		return nil, err
	}
	return &Server{name: name, command: c, logPath: logPath, lock: s.lock, ping: ping}, nil
}

// Wait returns an error as soon as one of the servers ends, and nil when ctx is done.
func (s *Stack) Wait(ctx context.Context) error {
	select {
	case <-s.Postgres.ended():
		return errors.New("PostgreSQL has ended" + s.Postgres.logTail())
	case <-s.Redis.ended():
		return errors.New("redis has ended" + s.Redis.logTail())
	case <-ctx.Done():
		return nil
	}
}

// Stop shuts both servers down and waits until they have ended or ctx is done. The data stays.
func (s *Stack) Stop(ctx context.Context) error {
	var group errgroup.Group
	for _, server := range []*Server{s.Postgres, s.Redis} {
		if server != nil {
			group.Go(func() error { return server.Stop(ctx) })
		}
	}
	if err := group.Wait(); err != nil {
		return errors.Join(err, s.lock.Close()) // the lock stays with the supervisors
	}
	return unlock(s.lock)
}

func canonical(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(dir)
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
