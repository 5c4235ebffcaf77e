package doctors_test

import (
	"database/sql"
	"testing"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/testenv"
)

// testOwner may change what the application may not, such as catalogs and roles.
func testOwner(t *testing.T, app *apitest.App) *sql.DB {
	t.Helper()
	return testenv.Owner(t, app.Env)
}
