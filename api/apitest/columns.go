package apitest

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/fixture"
)

// Columns returns the one row of a query as texts by column; NULL is "null".
func Columns(t testing.TB, db fixture.DB, query string, args ...any) map[string]string {
	t.Helper()
	text := fixture.Value[[]byte](t, db, "SELECT to_jsonb(r) FROM ("+query+") AS r", args...)
	raw, columns := map[string]json.RawMessage{}, map[string]string{}
	require.NoError(t, json.Unmarshal(text, &raw))
	for column, value := range raw {
		columns[column] = string(value)
		var unquoted string
		if json.Unmarshal(value, &unquoted) == nil && string(value) != "null" {
			columns[column] = unquoted
		}
	}
	return columns
}
