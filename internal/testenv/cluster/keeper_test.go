package cluster

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

const (
	// roleEnv makes this test binary play a part in the tests of how servers end.
	roleEnv = "CLUSTER_TEST_ROLE"
	// roleAlone is a test binary that uses the servers and then hangs.
	roleAlone = "alone"
	// roleGo is a `go test` of two packages that then hangs; roleBinary is each of its test binaries.
	roleGo     = "go"
	roleBinary = "binary"
)

func TestMain(m *testing.M) {
	switch role := os.Getenv(roleEnv); role {
	case roleAlone, roleBinary:
		useServers()
		if role == roleAlone {
			select {}
		}
	case roleGo:
		for range 2 {
			binary := exec.Command(filepath.Join(filepath.Dir(os.Args[0]), "cluster.test")) //nolint:gosec // a copy of this test binary
			binary.Env = append(os.Environ(), roleEnv+"="+roleBinary)
			binary.Stdout, binary.Stderr = os.Stdout, os.Stderr
			if err := binary.Run(); err != nil {
				fmt.Println(err)
			}
		}
		select {}
	default:
		os.Exit(m.Run())
	}
}

// used is what a test binary knows of its servers.
type used struct {
	Cluster
	Dirs  []string
	Error string
}

func useServers() {
	var u used
	var err error
	if u.Cluster, err = shared(); err != nil {
		u.Error = err.Error()
	}
	r, _ := thisRun()
	u.Dirs = []string{r.dir(), filepath.Dir(r.dataDir())}
	_ = json.NewEncoder(os.Stdout).Encode(u)
}

// play starts this test binary in a role, under the name and as the user given.
func play(t *testing.T, dir, name, role string, as *syscall.Credential) (*exec.Cmd, *bufio.Reader) {
	t.Helper()
	cmd := exec.Command(filepath.Join(dir, name)) //nolint:gosec // a copy of this test binary
	cmd.Env = append(os.Environ(), roleEnv+"="+role)
	cmd.Dir = "/"
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: as}
	cmd.Stderr = os.Stderr
	stdout, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	time.AfterFunc(2*wait.Patience, func() { _ = cmd.Process.Kill() })
	return cmd, bufio.NewReader(stdout)
}

func readUsed(t *testing.T, from *bufio.Reader) (u used) {
	t.Helper()
	line, err := from.ReadBytes('\n')
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(line, &u), string(line))
	require.Empty(t, u.Error)
	require.NoError(t, Execute(t.Context(), u.PostgresURL, "SELECT 1"))
	return u
}

// copies puts this test binary under its own name and as "go" where every user can run it.
func copies(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "cluster") //nolint:usetesting // t.TempDir is closed to other users
	require.NoError(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	require.NoError(t, os.Chmod(dir, 0o755)) //nolint:gosec // that is its purpose
	self, err := os.Executable()
	require.NoError(t, err)
	// A child that another test starts meanwhile would hold the open file, and a file that is open can't be run.
	syscall.ForkLock.RLock()
	defer syscall.ForkLock.RUnlock()
	for _, name := range []string{"cluster.test", "go"} {
		from, err := os.Open(self) //nolint:gosec // this binary
		require.NoError(t, err)
		to, err := os.OpenFile(filepath.Join(dir, name), os.O_CREATE|os.O_WRONLY, 0o755) //nolint:gosec // a program
		require.NoError(t, err)
		_, err = io.Copy(to, from)
		require.NoError(t, err)
		require.NoError(t, to.Close())
		require.NoError(t, from.Close())
	}
	return dir
}

func requireEnded(t *testing.T, u used) {
	t.Helper()
	wait.Until(t, func() bool {
		for _, dir := range u.Dirs {
			if _, err := os.Stat(dir); err == nil {
				return false
			}
		}
		return Execute(t.Context(), u.PostgresURL, "SELECT 1") != nil && giveBack(u.RedisURL, "1") != nil
	})
}

func TestServersEndWithABinaryRunAlone(t *testing.T) {
	t.Parallel()
	dir := copies(t)
	users := map[string]*syscall.Credential{"as this user": nil}
	if os.Geteuid() == 0 {
		users["as an ordinary user"] = nobody(t)
	}
	for name, as := range users {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			binary, out := play(t, dir, "cluster.test", roleAlone, as)
			u := readUsed(t, out)
			require.NoError(t, binary.Process.Kill())
			requireEnded(t, u)
		})
	}
}

func TestServersEndWithGoTest(t *testing.T) {
	t.Parallel()
	goTest, out := play(t, copies(t), "go", roleGo, nil)
	first, second := readUsed(t, out), readUsed(t, out)
	assert.Equal(t, first, second, "packages share the servers")
	require.NoError(t, goTest.Process.Kill())
	requireEnded(t, first)
}

func TestSweep(t *testing.T) {
	t.Parallel()
	self, err := thisProcess()
	require.NoError(t, err)
	stale := run{self.PID, self.Started + "0"}
	var gone []string
	for _, name := range []string{stale.name(), stale.name() + "-" + randomName()} {
		dir := filepath.Join(os.TempDir(), name)
		require.NoError(t, os.MkdirAll(filepath.Join(dir, "stack"), 0o750))
		gone = append(gone, dir)
	}
	kept := filepath.Join(os.TempDir(), self.name()+"-"+randomName())
	require.NoError(t, os.Mkdir(kept, 0o750))
	t.Cleanup(func() { _ = os.Remove(kept) })

	sweep()
	for _, dir := range gone {
		assert.NoDirExists(t, dir)
	}
	assert.DirExists(t, kept)
}

func nobody(t *testing.T) *syscall.Credential {
	t.Helper()
	u, err := user.Lookup("nobody")
	require.NoError(t, err)
	uid, err := strconv.ParseUint(u.Uid, 10, 32)
	require.NoError(t, err)
	gid, err := strconv.ParseUint(u.Gid, 10, 32)
	require.NoError(t, err)
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
}
