package devstack

import (
	"context"
	"net"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

// silent takes a port, accepts connections and says nothing.
func silent(t *testing.T) (port int) {
	t.Helper()
	listener, err := net.Listen("tcp", address(0))
	require.NoError(t, err)
	t.Cleanup(func() { _ = listener.Close() })
	return listener.Addr().(*net.TCPAddr).Port
}

func TestFreePorts(t *testing.T) {
	t.Parallel()
	taken := silent(t)
	ports, err := freePorts(append([]int{taken}, make([]int, 100)...)...)
	require.NoError(t, err)
	seen := map[int]bool{taken: true}
	for _, port := range ports {
		assert.False(t, seen[port], "port %d twice", port)
		seen[port] = true
	}
}

func TestStartOnAPortThatWasJustTaken(t *testing.T) {
	t.Parallel()
	programs, err := systemPlaces().find(0)
	require.NoError(t, err)
	a, err := serverAccount()
	require.NoError(t, err)
	dir := publicDir(t, nil)
	s := state{User: "someone", Password: "secret", RedisPassword: "secret", Data: dir}
	require.NoError(t, initCluster(t.Context(), programs, a, s, true))
	lock, err := lockDir(t.Context(), dir)
	require.NoError(t, err)
	t.Cleanup(func() { _ = unlock(lock) })

	taken := silent(t)
	server, err := startOnFreePort(t.Context(), taken, func(port int) (*Server, error) {
		s.PostgresPort = port
		url := s.postgresURL("postgres")
		return &Server{
			name: "postgres", command: postgresCommand(programs, a, dir, port, true), logPath: dir + "/postgres.log", lock: lock,
			ping: func(ctx context.Context) error { return pingPostgres(ctx, url) },
		}, nil
	})
	require.NoError(t, err)
	t.Cleanup(func() { _ = server.Stop(context.Background()) })
	assert.NotEqual(t, taken, s.PostgresPort)
	assert.Equal(t, "1", query(t, s.postgresURL("postgres"), "SELECT 1"))
}

func TestPingDoesNotWaitForSilence(t *testing.T) {
	t.Parallel()
	began := time.Now()
	require.Error(t, pingPostgres(t.Context(), state{PostgresPort: silent(t)}.postgresURL("postgres")))
	assert.Less(t, time.Since(began), wait.Patience)
}
