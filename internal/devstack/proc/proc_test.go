package proc

import (
	"os"
	"os/exec"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

func TestLookup(t *testing.T) {
	t.Parallel()
	lookups := map[string]func(int) (Info, error){"of this system": Lookup}
	if _, err := exec.LookPath("ps"); err == nil {
		lookups["by ps"] = lookupPS
	}
	for name, lookup := range lookups {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			cmd := exec.Command("sleep", "600")
			require.NoError(t, cmd.Start())
			t.Cleanup(func() { _ = cmd.Process.Kill() })

			var info Info
			var err error
			wait.Until(t, func() bool { // Start returns before Linux knows the arguments
				info, err = lookup(cmd.Process.Pid)
				return err != nil || info.Args != ""
			})
			require.NoError(t, err)
			assert.Equal(t, cmd.Process.Pid, info.PID)
			assert.Equal(t, "sleep", info.Name)
			assert.Equal(t, "sleep 600", info.Args)
			assert.NotEmpty(t, info.Started)
			again, err := lookup(cmd.Process.Pid)
			require.NoError(t, err)
			assert.Equal(t, info, again)

			require.NoError(t, cmd.Process.Kill())
			wait.Until(t, func() bool { // a zombie, then nothing
				_, err := lookup(cmd.Process.Pid)
				return assert.ObjectsAreEqual(ErrGone, err)
			})
			_ = cmd.Wait()
			_, err = lookup(cmd.Process.Pid)
			require.ErrorIs(t, err, ErrGone)
		})
	}
}

func TestAlive(t *testing.T) {
	t.Parallel()
	self, err := Lookup(os.Getpid())
	require.NoError(t, err)
	assert.True(t, self.Alive())
	self.Started += "0"
	assert.False(t, self.Alive(), "the same number, another process")
	assert.False(t, Info{PID: 999999999}.Alive())
}
