package cmd

import (
	"context"
	"net"
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func localListener(t *testing.T) net.Listener {
	t.Helper()
	listener, err := listen(t.Context(), "HTTP_ADDR", "127.0.0.1:0")
	require.NoError(t, err)
	return listener
}

func get(t *testing.T, listener net.Listener) (int, error) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+listener.Addr().String(), nil)
	require.NoError(t, err)
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return 0, err
	}
	return answer.StatusCode, answer.Body.Close()
}

func TestRequestsInFlightEndBeforeTheServer(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		work, grace time.Duration
		served      bool
	}{
		"in time":  {100 * time.Millisecond, 10 * time.Second, true},
		"too slow": {10 * time.Second, 100 * time.Millisecond, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			began := make(chan struct{})
			listener := localListener(t)
			handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				close(began)
				select {
				case <-time.After(c.work):
				case <-r.Context().Done():
				}
				w.WriteHeader(http.StatusNoContent)
			})
			ctx, stop := context.WithCancel(t.Context())
			stopped := make(chan error, 1)
			go func() { stopped <- serveAll(ctx, []server{{listener, handler}}, c.grace) }()
			answered := make(chan error, 1)
			go func() {
				_, err := get(t, listener)
				answered <- err
			}()
			<-began
			stop()
			if c.served {
				require.NoError(t, <-stopped)
				require.NoError(t, <-answered)
			} else {
				require.ErrorContains(t, <-stopped, "SHUTDOWN_TIMEOUT")
				require.Error(t, <-answered)
			}
			_, err := get(t, listener)
			require.Error(t, err)
		})
	}
}

func TestATakenAddressIsNamed(t *testing.T) {
	t.Parallel()
	listener := localListener(t)
	defer func() { assert.NoError(t, listener.Close()) }()
	_, err := listen(t.Context(), "HTTP_ADDR", listener.Addr().String())
	require.ErrorContains(t, err, "HTTP_ADDR")
}
