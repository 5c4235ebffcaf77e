package cmd

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/spf13/cobra"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/cli"
	"github.com/predicthealth/predicthealth/internal/migration"
	"github.com/predicthealth/predicthealth/internal/testenv/cluster"
)

func TestMigrateStatus(t *testing.T) {
	t.Parallel()
	url := cluster.EmptyDatabase(t)
	show := func(asJSON bool) (string, error) {
		var out bytes.Buffer
		command := &cobra.Command{}
		command.SetContext(t.Context())
		command.SetOut(&out)
		err := showStatus(command, url, asJSON)
		return out.String(), err
	}
	var exit *cli.ExitError
	out, err := show(false)
	require.ErrorAs(t, err, &exit)
	assert.Equal(t, cli.StatusFindings, exit.Status)
	assert.Contains(t, out, "run `predicthealth migrate up`")

	files, err := builtIn()
	require.NoError(t, err)
	_, err = migration.Up(t.Context(), url, migration.UpOptions{Files: files})
	require.NoError(t, err)
	out, err = show(false)
	require.NoError(t, err)
	assert.Contains(t, out, "The database has every migration")
	out, err = show(true)
	require.NoError(t, err)
	var status migration.Status
	require.NoError(t, json.Unmarshal([]byte(out), &status))
	assert.Equal(t, migration.StateCurrent, status.State)
}

// Not parallel: it changes the working directory.
func TestMigrateSourceCommandsNeedTheSourceTree(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"diff", "new", "hash", "schema", "lint", "validate"} {
		command := newMigrateCommand()
		command.SetArgs([]string{name, "--latest", "1"})
		assert.ErrorContains(t, command.ExecuteContext(t.Context()), "run this in the source tree", name)
	}
}
