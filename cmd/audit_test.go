package cmd

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/cli"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
)

func TestAuditCommands(t *testing.T) {
	env := testenv.New(t)
	t.Setenv("DATABASE_URL", env.URL)
	audited := func(arguments ...string) (string, int) {
		var out bytes.Buffer
		root := newRootCommand()
		root.SetOut(&out)
		root.SetErr(&out)
		root.SetArgs(append([]string{"audit"}, arguments...))
		err := root.ExecuteContext(t.Context())
		var exit *cli.ExitError
		switch {
		case errors.As(err, &exit):
			return out.String(), exit.Status
		case err != nil:
			return err.Error(), 1
		}
		return out.String(), 0
	}
	said, status := audited("anchor")
	assert.Equal(t, 1, status, said)
	said, status = audited("verify")
	assert.Zero(t, status)
	assert.Equal(t, "0 records: the trail is intact\n", said)

	trail := audit.New(service.NewStore(env.Ent), nil)
	for range 3 {
		require.NoError(t, trail.Note(t.Context(), audit.Event{Action: "patient.read"}))
	}
	require.NoError(t, trail.Seal(t.Context()))
	anchor, status := audited("anchor")
	assert.Zero(t, status)
	file := filepath.Join(t.TempDir(), "anchor.json")
	require.NoError(t, os.WriteFile(file, []byte(anchor), 0o600))
	said, status = audited("verify", "--anchor", file)
	assert.Zero(t, status)
	assert.Equal(t, "3 records, up to number 3: the trail is intact\n", said)

	_, err := testenv.Owner(t, env).ExecContext(t.Context(),
		"UPDATE audit_events SET outcome = 'denied' WHERE number = 2; DELETE FROM audit_events WHERE number = 3")
	require.NoError(t, err)
	said, status = audited("verify", "--anchor", file)
	assert.Equal(t, cli.StatusFindings, status)
	assert.Equal(t, `changed        record 2 was changed: its fields don't match its hash
anchor_absent  the anchored record 3 is missing: the trail ends at 2
2 records, up to number 2: 2 findings
`, said)
	said, status = audited("verify", "--anchor", file, "--json")
	assert.Equal(t, cli.StatusFindings, status)
	assert.Contains(t, said, `"findings_total": 2`)

	require.NoError(t, os.WriteFile(file, []byte(`{"number": 0}`), 0o600))
	_, status = audited("verify", "--anchor", file)
	assert.Equal(t, cli.StatusUsage, status)
}
