package devstack

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/devstack/proc"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

// holdEnv makes this test binary a program that runs the stack in the directory it names until killed.
const holdEnv = "DEVSTACK_TEST_HOLD"

func TestMain(m *testing.M) {
	if dir := os.Getenv(holdEnv); dir != "" {
		hold(dir)
	}
	os.Exit(m.Run())
}

func hold(dir string) {
	stack, err := Start(context.Background(), Options{Dir: dir})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	held := heldStack{stack.PostgresURL, stack.RedisURL, []int{stack.Postgres.process.pid, stack.Redis.process.pid}}
	if err := json.NewEncoder(os.Stdout).Encode(held); err != nil {
		os.Exit(1)
	}
	select {}
}

type heldStack struct {
	PostgresURL, RedisURL string
	PIDs                  []int
}

// startHolder runs the stack in dir in another process, as the given user, and returns that process.
func startHolder(t *testing.T, binary, dir string, as *account) (*exec.Cmd, heldStack) {
	t.Helper()
	cmd := exec.Command(binary)
	cmd.Env = append(os.Environ(), holdEnv+"="+dir)
	cmd.Dir = "/"
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: as.credential()}
	var stderr strings.Builder
	cmd.Stderr = &stderr
	stdout, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	var held heldStack
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		requireGone(t, held.PIDs) // they still write where the next clean-up removes
	})
	if err := json.NewDecoder(stdout).Decode(&held); err != nil {
		_ = cmd.Wait()
		require.NoError(t, err, stderr.String())
	}
	return cmd, held
}

// users are whom the stack is tried as: this one and, if this one is root, an ordinary one.
func users(t *testing.T) map[string]*account {
	t.Helper()
	all := map[string]*account{"this user": nil}
	if os.Geteuid() == 0 {
		nobody, err := user.Lookup("nobody")
		require.NoError(t, err)
		all["an ordinary user"], err = newAccount(nobody)
		require.NoError(t, err)
	}
	return all
}

// publicDir makes a directory that every user can enter and that belongs to the given one.
func publicDir(t *testing.T, owner *account) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "devstack") //nolint:usetesting // t.TempDir is closed to other users
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, os.RemoveAll(dir)) })
	require.NoError(t, os.Chmod(dir, 0o755)) //nolint:gosec // that is its purpose
	require.NoError(t, owner.own(dir))
	return dir
}

// publicBinary copies this test binary to where every user can run it.
func publicBinary(t *testing.T) string {
	t.Helper()
	self, err := os.Executable()
	require.NoError(t, err)
	from, err := os.Open(self) //nolint:gosec // this binary
	require.NoError(t, err)
	defer func() { _ = from.Close() }()
	path := filepath.Join(publicDir(t, nil), "holder")
	to, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY, 0o755) //nolint:gosec // a program
	require.NoError(t, err)
	_, err = io.Copy(to, from)
	require.NoError(t, err)
	require.NoError(t, to.Close())
	return path
}

func TestStackDiesWithItsParentAndKeepsItsData(t *testing.T) {
	t.Parallel()
	binary := publicBinary(t)
	for name, as := range users(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := publicDir(t, as)
			parent, held := startHolder(t, binary, dir, as)
			execute(t, held.PostgresURL, "CREATE TABLE kept AS SELECT 42 AS answer")
			setRedis(t, held.RedisURL, "kept", "42")
			wait.Until(t, func() bool { return written(t, held.RedisURL) })

			require.NoError(t, parent.Process.Kill())
			_ = parent.Wait()
			requireGone(t, held.PIDs)

			began := time.Now()
			_, again := startHolder(t, binary, dir, as)
			t.Logf("warm start: %v", time.Since(began))
			assert.Equal(t, "42", query(t, again.PostgresURL, "SELECT answer FROM kept"))
			assert.Equal(t, "42", getRedis(t, again.RedisURL, "kept"))
			assert.Equal(t, held.PostgresURL, again.PostgresURL, "ports and passwords are kept")
			assert.Equal(t, held.RedisURL, again.RedisURL)
		})
	}
}

func TestStartRecovers(t *testing.T) {
	t.Parallel()
	cases := map[string]func(t *testing.T, dir string){
		"a pid file that names a process of someone else": func(t *testing.T, dir string) {
			data := dataDirOf(t, dir)
			content := fmt.Sprintf("%d\n%s\n0\n5432\n\n127.0.0.1\n", os.Getpid(), postgresDir(data))
			require.NoError(t, os.WriteFile(filepath.Join(postgresDir(data), "postmaster.pid"), []byte(content), 0o600))
			require.NoError(t, os.WriteFile(redisPIDFile(data), fmt.Appendln(nil, os.Getpid()), 0o600))
		},
		"an interrupted initdb": func(t *testing.T, dir string) {
			data := dataDirOf(t, dir)
			require.NoError(t, os.Rename(postgresDir(data), postgresDir(data)+".new"))
		},
		"a lock file of a process that is gone": func(t *testing.T, dir string) {
			require.NoError(t, os.WriteFile(lockPath(dir), []byte("999999999 1\n"), 0o600))
		},
		"ports taken by others": func(t *testing.T, dir string) {
			s, err := loadState(dir)
			require.NoError(t, err)
			for _, port := range []int{s.PostgresPort, s.RedisPort} {
				listener, err := net.Listen("tcp", address(port))
				require.NoError(t, err)
				t.Cleanup(func() { _ = listener.Close() })
			}
		},
	}
	for name, damage := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := publicDir(t, nil)
			require.NoError(t, start(t, dir).Stop(t.Context()))
			damage(t, dir)
			assert.Equal(t, "1", query(t, start(t, dir).PostgresURL, "SELECT 1"))
		})
	}
}

func TestStartRefuses(t *testing.T) {
	t.Parallel()
	dir := publicDir(t, nil)
	stack := start(t, dir)

	_, err := Start(t.Context(), Options{Dir: dir, Fast: true})
	require.ErrorIs(t, err, ErrInUse)
	require.ErrorContains(t, err, fmt.Sprintf("started by process %d", os.Getpid()))
	require.ErrorIs(t, Reset(dir), ErrInUse)

	require.NoError(t, stack.Stop(t.Context()))
	_, err = Start(t.Context(), Options{Dir: dir, Fast: true, User: "another"})
	require.ErrorContains(t, err, "--reset")

	require.NoError(t, os.Remove(statePath(dir)))
	_, err = Start(t.Context(), Options{Dir: dir, Fast: true})
	require.ErrorContains(t, err, "no stack.json")
}

func TestDirectoryThatServersCannotEnter(t *testing.T) {
	t.Parallel()
	private := publicDir(t, nil)
	require.NoError(t, os.Chmod(private, 0o700)) //nolint:gosec // a directory
	dir := filepath.Join(private, "stack")
	stack := start(t, dir)
	execute(t, stack.PostgresURL, "CREATE TABLE kept ()")
	require.NoError(t, stack.Stop(t.Context()))

	data := dataDirOf(t, dir)
	if os.Geteuid() == 0 {
		assert.True(t, strings.HasPrefix(data, "/var/tmp/predicthealth-"), data)
	} else {
		assert.Equal(t, dir, data)
	}

	// Only what is in dir gets removed by hand: a new stack must not be locked out by the old data.
	require.NoError(t, os.RemoveAll(dir))
	stack = start(t, dir)
	assert.Equal(t, "0", query(t, stack.PostgresURL, "SELECT count(*) FROM pg_tables WHERE tablename = 'kept'"))
	require.NoError(t, stack.Stop(t.Context()))

	require.NoError(t, Reset(dir))
	assert.NoDirExists(t, postgresDir(data))
	assert.NoDirExists(t, elsewhere(dir))
}

func TestReset(t *testing.T) {
	t.Parallel()
	dir := publicDir(t, nil)
	other := filepath.Join(dir, "env")
	require.NoError(t, os.WriteFile(other, nil, 0o600))
	require.NoError(t, Reset(dir), "no stack yet")
	require.NoError(t, Reset(filepath.Join(dir, "absent")))

	require.NoError(t, start(t, dir).Stop(t.Context()))
	info, err := os.Stat(statePath(dir))
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o600), info.Mode().Perm())

	require.NoError(t, Reset(dir))
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	assert.Equal(t, []string{"env", "lock"}, names)
	assert.FileExists(t, other)
}

func TestServersFailAndComeBack(t *testing.T) {
	t.Parallel()
	stack := start(t, publicDir(t, nil))
	execute(t, stack.PostgresURL, "CREATE TABLE kept AS SELECT 42 AS answer")
	setRedis(t, stack.RedisURL, "kept", "42")

	stack.Postgres.Kill()
	stack.Redis.Kill()
	require.Error(t, pingPostgres(t.Context(), stack.PostgresURL))
	require.Error(t, pingRedis(t.Context(), stack.RedisURL))
	require.NoError(t, stack.Postgres.Start(t.Context()))
	require.NoError(t, stack.Redis.Start(t.Context()))
	assert.Equal(t, "42", query(t, stack.PostgresURL, "SELECT answer FROM kept"))
	assert.Equal(t, "42", getRedis(t, stack.RedisURL, "kept"))
	require.ErrorIs(t, stack.Redis.Start(t.Context()), ErrInUse)

	require.NoError(t, stack.Redis.Pause())
	paused, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	require.Error(t, pingRedis(paused, stack.RedisURL))
	require.NoError(t, stack.Redis.Resume())
	require.NoError(t, pingRedis(t.Context(), stack.RedisURL))

	require.NoError(t, stack.Redis.Pause())
	require.NoError(t, stack.Stop(t.Context()), "a paused server stops too")
	require.Error(t, stack.Redis.Resume())
}

func TestTestsOnlyLoseSafety(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "off", postgresSettings(1, true)["fsync"])
	assert.NotContains(t, postgresSettings(1, false), "fsync")
	assert.NotContains(t, postgresSettings(1, false), "full_page_writes")
	assert.NotContains(t, postgresSettings(1, false), "synchronous_commit")
	assert.Contains(t, redisConfig(state{}, false), "appendfsync everysec")
}

// start runs a stack for a test, without the safety of its data.
func start(t *testing.T, dir string) *Stack {
	t.Helper()
	stack, err := Start(t.Context(), Options{Dir: dir, Fast: true})
	require.NoError(t, err)
	t.Cleanup(func() { _ = stack.Stop(context.Background()) })
	return stack
}

func dataDirOf(t *testing.T, dir string) string {
	t.Helper()
	a, err := serverAccount()
	require.NoError(t, err)
	data, err := dataDir(dir, a)
	require.NoError(t, err)
	return data
}

func requireGone(t *testing.T, pids []int) {
	t.Helper()
	for _, pid := range pids {
		wait.Until(t, func() bool {
			_, err := proc.Lookup(pid)
			return err != nil
		}, "process %d", pid)
	}
}

func execute(t *testing.T, url, statement string) {
	t.Helper()
	require.NoError(t, withConnection(t.Context(), url, func(conn *sql.Conn) error {
		_, err := conn.ExecContext(t.Context(), statement)
		return err
	}))
}

func query(t *testing.T, url, statement string) (result string) {
	t.Helper()
	require.NoError(t, withConnection(t.Context(), url, func(conn *sql.Conn) error {
		return conn.QueryRowContext(t.Context(), statement).Scan(&result)
	}))
	return result
}

func withRedis(t *testing.T, url string, do func(*redis.Client)) {
	t.Helper()
	options, err := redis.ParseURL(url)
	require.NoError(t, err)
	client := redis.NewClient(options)
	do(client)
	require.NoError(t, client.Close())
}

func setRedis(t *testing.T, url, key, value string) {
	t.Helper()
	withRedis(t, url, func(c *redis.Client) { require.NoError(t, c.Set(t.Context(), key, value, 0).Err()) })
}

// written reports whether the file of Redis has all that was acknowledged.
func written(t *testing.T, url string) (all bool) {
	t.Helper()
	withRedis(t, url, func(c *redis.Client) {
		all = strings.Contains(c.Info(t.Context(), "persistence").Val(), "\naof_buffer_length:0\r")
	})
	return all
}

func getRedis(t *testing.T, url, key string) (value string) {
	t.Helper()
	withRedis(t, url, func(c *redis.Client) { value = c.Get(t.Context(), key).Val() })
	return value
}
