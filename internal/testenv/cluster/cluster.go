// Package cluster gives tests a PostgreSQL and a Redis without any setup.
//
// One pair runs for a whole `go test`, shared by the test binaries of all packages; a test binary that
// runs alone has its own. Both servers end, and their directory is removed, when that `go test` or test
// binary ends, even by SIGKILL. Tests use package testenv, which adds migrated databases; this package
// is for tests of the code that testenv itself needs.
package cluster

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"testing"
)

// Cluster holds the URLs of the shared servers. Both belong to a superuser and contain passwords.
type Cluster struct {
	PostgresURL string // the maintenance database
	RedisURL    string
}

// Shared returns the servers of this run, and starts them if no other test has. It fails t if they
// can't be started.
func Shared(t testing.TB) Cluster {
	t.Helper()
	c, err := shared()
	if err != nil {
		t.Fatalf("start PostgreSQL and Redis for the tests: %v", err)
	}
	return c
}

var shared = sync.OnceValues(func() (Cluster, error) {
	r, err := thisRun()
	if err != nil {
		return Cluster{}, err
	}
	if err := os.MkdirAll(r.dir(), 0o755); err != nil { //nolint:gosec // entered by the servers' user
		return Cluster{}, err
	}
	unlock, err := lockFile(filepath.Join(r.dir(), "starting"))
	if err != nil {
		return Cluster{}, err
	}
	c, err := r.load()
	if errors.Is(err, os.ErrNotExist) {
		if err = r.startKeeper(); err == nil {
			c, err = r.load()
		}
	}
	return c, errors.Join(err, unlock())
})

// lockFile waits for an exclusive lock, which is also released when this process ends.
func lockFile(path string) (unlock func() error, err error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600) //nolint:gosec // the run's own directory
	if err != nil {
		return nil, err
	}
	for {
		err = syscall.Flock(int(file.Fd()), syscall.LOCK_EX)
		if err == nil {
			return file.Close, nil
		}
		if !errors.Is(err, syscall.EINTR) {
			return nil, errors.Join(fmt.Errorf("lock %s: %w", path, err), file.Close())
		}
	}
}

func (r run) clusterFile() string { return filepath.Join(r.dir(), "cluster.json") }

// load reads where the servers are; the error is os.ErrNotExist if they don't run.
func (r run) load() (c Cluster, err error) {
	content, err := os.ReadFile(r.clusterFile())
	if err != nil {
		return c, err
	}
	return c, json.Unmarshal(content, &c)
}

// save publishes the servers atomically.
func (r run) save(c Cluster) error {
	content, err := json.Marshal(c)
	if err != nil {
		return err
	}
	unfinished := r.clusterFile() + ".new"
	if err := os.WriteFile(unfinished, content, 0o600); err != nil {
		return err
	}
	return os.Rename(unfinished, r.clusterFile())
}
