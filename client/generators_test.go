//go:build generators

package client_test

import (
	"testing"

	"github.com/predicthealth/predicthealth/api/apitest"
)

// Minutes of other people's programs: `make generators` runs it, and the workflow.
func TestGenerators(t *testing.T) {
	t.Parallel()
	dir := copied(t, "generators")
	write(t, dir, "openapi.json", string(apitest.Document(t, apitest.New(t).Handler)))
	run(t, dir, nil, npm(t), "ci", "--no-audit", "--no-fund")
	run(t, dir, platform(t), npm(t), "test")
}
