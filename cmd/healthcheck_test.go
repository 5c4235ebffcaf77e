package cmd

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCheckHealth(t *testing.T) {
	t.Parallel()
	status := http.StatusOK
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		assert.Equal(t, "/readyz", r.URL.Path)
		w.WriteHeader(status)
		_, _ = w.Write([]byte("postgres does not answer"))
	}))
	addr := strings.TrimPrefix(server.URL, "http://")
	require.NoError(t, checkHealth(t.Context(), addr))

	status = http.StatusServiceUnavailable
	require.ErrorContains(t, checkHealth(t.Context(), addr), "postgres does not answer")

	server.Close()
	require.Error(t, checkHealth(t.Context(), addr))
}

func TestLocalAddr(t *testing.T) {
	t.Parallel()
	for listens, reached := range map[string]string{
		":8080":          "127.0.0.1:8080",
		"0.0.0.0:8080":   "127.0.0.1:8080",
		"[::]:8080":      "[::1]:8080",
		"10.0.0.7:8080":  "10.0.0.7:8080",
		"localhost:8080": "localhost:8080",
	} {
		assert.Equal(t, reached, localAddr(listens))
	}
}
