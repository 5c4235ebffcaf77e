package cache

import (
	"cmp"
	"context"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/redis/go-redis/v9"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

// server is a Redis of a test's own, to be stopped and broken.
type server struct {
	dir string
	cmd *exec.Cmd
}

func startServer(t *testing.T) *server {
	t.Helper()
	dir, err := os.MkdirTemp("", "redis") //nolint:usetesting // t.TempDir's path is too long for a socket
	require.NoError(t, err)
	s := &server{dir: dir}
	s.start(t)
	t.Cleanup(func() {
		s.kill()
		_ = os.RemoveAll(dir)
	})
	return s
}

func (s *server) socket() string { return filepath.Join(s.dir, "s") }

// start begins with what the last SAVE left, and waits until Redis answers.
func (s *server) start(t require.TestingT) {
	s.cmd = exec.Command("redis-server", "--port", "0", "--unixsocket", s.socket(), "--dir", s.dir, "--save", "") //nolint:gosec // a directory of our own
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	require.NoError(t, s.cmd.Start(), "redis-server must be installed: apt-get install redis-server")
	client := s.plainClient()
	defer func() { _ = client.Close() }()
	wait.Until(t, func() bool { return client.Ping(context.Background()).Err() == nil })
}

func (s *server) plainClient() *redis.Client {
	return redis.NewClient(&redis.Options{Network: "unix", Addr: s.socket(), DialerRetries: 1, MaxRetries: -1, PoolSize: 1000})
}

// save makes the data that the next restart comes back with, so that later writes are lost.
func (s *server) save(t require.TestingT) {
	client := s.plainClient()
	defer func() { _ = client.Close() }()
	require.NoError(t, client.Save(context.Background()).Err())
}

// kill ends Redis as a crash would.
func (s *server) kill() {
	if s.cmd == nil {
		return
	}
	_ = s.cmd.Process.Kill()
	_ = s.cmd.Wait()
	s.cmd = nil
}

func (s *server) signal(t require.TestingT, signal syscall.Signal) {
	require.NoError(t, s.cmd.Process.Signal(signal))
}

func (s *server) client(t *testing.T) *redis.Client {
	t.Helper()
	// After as many failed dials as the pool is large, go-redis waits a second before it tries again.
	client, err := NewClient("unix://" + s.socket() + "?pool_size=1000&read_timeout=2m")
	require.NoError(t, err)
	t.Cleanup(func() { _ = client.Close() })
	return client
}

// process returns a cache with a client of its own, as another instance of the program has. Unless the options say
// otherwise it waits for Redis as long as a busy machine needs.
func (s *server) process(t *testing.T, options Options, hooks ...redis.Hook) *Cache {
	t.Helper()
	options.Logger = slog.New(slog.DiscardHandler)
	options.Timeout = cmp.Or(options.Timeout, wait.Patience)
	client := s.client(t)
	for _, hook := range hooks {
		client.AddHook(hook)
	}
	c, err := New(client, options)
	require.NoError(t, err)
	t.Cleanup(c.Close)
	return c
}
