package telemetry_test

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/telemetry"
)

func TestRecordsCarryTheRequestID(t *testing.T) {
	t.Parallel()
	ctx := telemetry.WithRequestID(t.Context(), "req-1")
	var out bytes.Buffer
	log, err := telemetry.NewLogger(&out, slog.LevelInfo, telemetry.FormatJSON)
	require.NoError(t, err)

	log.With("part", "api").InfoContext(ctx, "served")
	var record map[string]any
	require.NoError(t, json.Unmarshal(out.Bytes(), &record))
	assert.Equal(t, "req-1", record["request_id"])
	assert.Equal(t, "api", record["part"])
	at, err := time.Parse(time.RFC3339, record["time"].(string))
	require.NoError(t, err)
	assert.Equal(t, time.UTC, at.Location())

	out.Reset()
	log.InfoContext(t.Context(), "served")
	assert.NotContains(t, out.String(), "request_id")
	log.DebugContext(ctx, "hidden")
	assert.NotContains(t, out.String(), "hidden")
}

func TestARecordIsOneLine(t *testing.T) {
	t.Parallel()
	const forged = "x\r\nlevel=ERROR msg=forged\x1b[2J\u0085\u2028\v\f\b\x7f"
	for _, format := range []string{telemetry.FormatJSON, telemetry.FormatText} {
		var out bytes.Buffer
		log, err := telemetry.NewLogger(&out, slog.LevelInfo, format)
		require.NoError(t, err)
		log.InfoContext(telemetry.WithRequestID(t.Context(), forged), forged, "user_agent", forged, forged, 1)
		assert.Equal(t, 1, strings.Count(out.String(), "\n"), format)
		assert.False(t, strings.ContainsFunc(strings.TrimSuffix(out.String(), "\n"), unicode.IsControl), format+": "+out.String())
	}
}

func TestUnknownFormat(t *testing.T) {
	t.Parallel()
	_, err := telemetry.NewLogger(io.Discard, slog.LevelInfo, "xml")
	require.ErrorContains(t, err, "want json or text")
}

func TestMetricsAreServed(t *testing.T) {
	t.Parallel()
	answer := httptest.NewRecorder()
	telemetry.MetricsHandler(telemetry.NewRegistry()).ServeHTTP(answer, httptest.NewRequestWithContext(t.Context(), "GET", "/metrics", nil))
	assert.Equal(t, 200, answer.Code)
	for _, want := range []string{"go_goroutines", "process_open_fds", "go_build_info"} {
		assert.Contains(t, answer.Body.String(), want)
	}
}
