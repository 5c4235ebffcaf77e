package devstack

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/devstack/proc"
)

func TestEndOrphan(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		mark string
		ends bool
	}{
		"a server of this stack":          {"sleep 600", true},
		"a process that has taken its id": {"-D /some/where/postgres ", false},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := exec.Command("sleep", "600")
			require.NoError(t, server.Start())
			ended := make(chan struct{})
			go func() { _ = server.Wait(); close(ended) }()
			t.Cleanup(func() { _ = server.Process.Kill(); <-ended })
			pidFile := filepath.Join(t.TempDir(), "pid")
			require.NoError(t, os.WriteFile(pidFile, fmt.Appendln(nil, server.Process.Pid), 0o600))

			require.NoError(t, endOrphan(pidFile, c.mark, syscall.SIGTERM))
			_, err := proc.Lookup(server.Process.Pid)
			assert.Equal(t, c.ends, err != nil)
			assert.NoFileExists(t, pidFile)
		})
	}
	require.NoError(t, endOrphan(filepath.Join(t.TempDir(), "absent"), "", syscall.SIGTERM))
}
