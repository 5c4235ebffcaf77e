package cmd

import (
	"context"
	"net"
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

func localListener(t *testing.T) net.Listener {
	t.Helper()
	listener, err := listen(t.Context(), "HTTP_ADDR", "127.0.0.1:0")
	require.NoError(t, err)
	return listener
}

// get asks and returns the error of not being answered.
func get(ctx context.Context, listener net.Listener) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+listener.Addr().String(), nil)
	if err != nil {
		return err
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	return answer.Body.Close()
}

func TestRequestsInFlightEndBeforeTheServer(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		work, grace time.Duration
		served      bool
	}{
		"in time":  {100 * time.Millisecond, wait.Patience, true},
		"too slow": {wait.Patience, 100 * time.Millisecond, false},
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
			go func() { answered <- get(t.Context(), listener) }()
			<-began
			stop()
			if c.served {
				require.NoError(t, <-stopped)
				require.NoError(t, <-answered)
			} else {
				require.ErrorContains(t, <-stopped, "SHUTDOWN_TIMEOUT")
				require.Error(t, <-answered)
			}
			require.Error(t, get(t.Context(), listener))
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
