package devstack

import (
	"os"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestServerDiesWithItsSupervisor(t *testing.T) {
	t.Parallel()
	stack := start(t, publicDir(t, nil))
	pids := []int{stack.Postgres.process.pid, stack.Redis.process.pid}
	for _, pid := range pids {
		require.NoError(t, syscall.Kill(parentOf(t, pid), syscall.SIGKILL))
	}
	requireGone(t, pids)
	assert.Error(t, stack.Wait(t.Context()))
}

func parentOf(t *testing.T, pid int) int {
	t.Helper()
	status, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/status")
	require.NoError(t, err)
	_, rest, found := strings.Cut(string(status), "\nPPid:")
	require.True(t, found)
	line, _, _ := strings.Cut(rest, "\n")
	parent, err := strconv.Atoi(strings.TrimSpace(line))
	require.NoError(t, err)
	return parent
}
