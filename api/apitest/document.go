package apitest

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Document returns the OpenAPI document that a handler serves.
func Document(t testing.TB, handler http.Handler) []byte {
	t.Helper()
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/openapi.json", nil))
	require.Equal(t, http.StatusOK, recorder.Code)
	return recorder.Body.Bytes()
}

// OpenAPI reads the document that a handler serves into a T, as if each operation had its parameters and responses in full.
func OpenAPI[T any](t testing.TB, handler http.Handler) T {
	t.Helper()
	var value T
	require.NoError(t, json.Unmarshal(expanded(t, Document(t, handler)), &value))
	return value
}

// expanded replaces the references to parameters and responses by what they refer to.
func expanded(t testing.TB, text []byte) []byte {
	t.Helper()
	var document struct {
		Components map[string]map[string]any
	}
	var whole any
	require.NoError(t, json.Unmarshal(text, &document))
	require.NoError(t, json.Unmarshal(text, &whole))
	text, err := json.Marshal(expand(whole, document.Components))
	require.NoError(t, err)
	return text
}

func expand(value any, components map[string]map[string]any) any {
	switch value := value.(type) {
	case []any:
		for i := range value {
			value[i] = expand(value[i], components)
		}
	case map[string]any:
		ref, _ := value["$ref"].(string)
		if kind, name, ok := strings.Cut(strings.TrimPrefix(ref, "#/components/"), "/"); ok && (kind == "parameters" || kind == "responses") {
			return components[kind][name]
		}
		for name := range value {
			value[name] = expand(value[name], components)
		}
	}
	return value
}
