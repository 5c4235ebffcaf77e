package cmd

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api"
	"github.com/predicthealth/predicthealth/api/apitest"
)

func TestOpenAPIPrintsWhatIsServed(t *testing.T) {
	t.Parallel()
	var printed bytes.Buffer
	command := newOpenAPICommand()
	command.SetOut(&printed)
	command.SetArgs([]string{})
	require.NoError(t, command.ExecuteContext(t.Context()))
	assert.JSONEq(t, string(apitest.Document(t, apitest.New(t).Handler)), printed.String())
	var document struct{ Info struct{ Version string } }
	require.NoError(t, json.Unmarshal(printed.Bytes(), &document))
	assert.Equal(t, api.Version, document.Info.Version)
}
