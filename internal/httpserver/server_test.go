package httpserver_test

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"net/netip"
	"os"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/httpserver"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

func localListener(t *testing.T) net.Listener {
	t.Helper()
	var config net.ListenConfig
	listener, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
	require.NoError(t, err)
	return listener
}

// serve serves until the test ends.
func serve(t *testing.T, s httpserver.Server) {
	t.Helper()
	ctx, stop := context.WithCancel(context.WithoutCancel(t.Context()))
	stopped := make(chan error, 1)
	go func() { stopped <- httpserver.Serve(ctx, []httpserver.Server{s}, 0) }()
	t.Cleanup(func() {
		stop()
		if err := <-stopped; err != nil {
			t.Log(err) // callers that are stuck don't end in time
		}
	})
}

// dial connects from an address of this machine.
func dial(t *testing.T, from string, listener net.Listener) net.Conn {
	t.Helper()
	dialer := net.Dialer{LocalAddr: &net.TCPAddr{IP: net.ParseIP(from)}}
	c, err := dialer.DialContext(t.Context(), "tcp", listener.Addr().String())
	require.NoError(t, err)
	t.Cleanup(func() { _ = c.Close() })
	return c
}

// answered sends a request and says whether it is answered.
func answered(t *testing.T, c net.Conn) bool {
	t.Helper()
	_, err := io.WriteString(c, "GET / HTTP/1.1\r\nHost: x\r\n\r\n")
	if err != nil {
		return false
	}
	answer, err := http.ReadResponse(bufio.NewReader(c), nil)
	return err == nil && answer.Body.Close() == nil
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
			go func() {
				stopped <- httpserver.Serve(ctx, []httpserver.Server{{Listener: listener, Handler: handler, MaxConns: 8}}, c.grace)
			}()
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

// One network can't take all connections; proxies speak for others and may.
func TestANetworkHasItsShareOfConnections(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		proxies []netip.Prefix
		first   int // how many connections the first network gets
		others  bool
	}{
		"a stranger": {nil, 3, true},
		"a proxy":    {[]netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")}, 9, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			listener := localListener(t)
			var refused atomic.Int32
			serve(t, httpserver.Server{
				Listener: listener, MaxConns: 9, Proxies: c.proxies, Refused: func() { refused.Add(1) }, Pause: wait.Patience,
				Handler: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }),
			})
			var open []net.Conn
			for range c.first {
				conn := dial(t, "127.0.0.1", listener)
				require.True(t, answered(t, conn))
				open = append(open, conn)
			}
			require.False(t, answered(t, dial(t, "127.0.0.1", listener)))
			require.Equal(t, c.others, answered(t, dial(t, "127.0.0.2", listener)))
			require.Positive(t, refused.Load())
			require.NoError(t, open[0].Close())
			wait.Until(t, func() bool { return answered(t, dial(t, "127.0.0.1", listener)) })
		})
	}
}

func TestABodyThatStopsIsGivenUp(t *testing.T) {
	t.Parallel()
	listener := localListener(t)
	failed := make(chan error, 1)
	serve(t, httpserver.Server{Listener: listener, MaxConns: 8, Pause: time.Millisecond, Handler: http.HandlerFunc(
		func(_ http.ResponseWriter, r *http.Request) {
			_, err := io.Copy(io.Discard, r.Body)
			failed <- err
		})})
	_, err := io.WriteString(dial(t, "127.0.0.1", listener), "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf")
	require.NoError(t, err)
	require.ErrorIs(t, <-failed, os.ErrDeadlineExceeded)
}

// What a handler doesn't read of a body must not keep the connection either.
func TestABodyThatNobodyReadsIsGivenUp(t *testing.T) {
	t.Parallel()
	listener := localListener(t)
	serve(t, httpserver.Server{Listener: listener, MaxConns: 8, Pause: time.Millisecond, Handler: http.NotFoundHandler()})
	c := dial(t, "127.0.0.1", listener)
	_, err := io.WriteString(c, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nhalf")
	require.NoError(t, err)
	require.NoError(t, c.SetReadDeadline(time.Now().Add(wait.Patience)))
	_, err = io.Copy(io.Discard, c)
	require.NotErrorIs(t, err, os.ErrDeadlineExceeded, "the server has closed it")
}

func TestACallerWhoDoesNotReadIsGivenUp(t *testing.T) {
	t.Parallel()
	listener := localListener(t)
	failed := make(chan error, 1)
	serve(t, httpserver.Server{Listener: listener, MaxConns: 8, Pause: time.Millisecond, Handler: http.HandlerFunc(
		func(w http.ResponseWriter, _ *http.Request) {
			page := make([]byte, 1<<20)
			for {
				if _, err := w.Write(page); err != nil {
					failed <- err
					return
				}
			}
		})})
	_, err := io.WriteString(dial(t, "127.0.0.1", listener), "GET / HTTP/1.1\r\nHost: x\r\n\r\n")
	require.NoError(t, err)
	require.ErrorIs(t, <-failed, os.ErrDeadlineExceeded)
}

// The deadline is for a caller who stops, not for one who goes on: a body and a handler may take longer than a pause.
func TestSlowWorkIsNotGivenUp(t *testing.T) {
	t.Parallel()
	listener := localListener(t)
	serve(t, httpserver.Server{Listener: listener, MaxConns: 8, Pause: time.Second, Handler: http.HandlerFunc(
		func(w http.ResponseWriter, r *http.Request) {
			if _, err := io.Copy(io.Discard, r.Body); err != nil {
				w.WriteHeader(http.StatusRequestTimeout)
				return
			}
			select {
			case <-r.Context().Done():
			case <-time.After(2 * time.Second):
				w.WriteHeader(http.StatusNoContent)
			}
		})})
	c := dial(t, "127.0.0.1", listener)
	_, err := io.WriteString(c, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nbody")
	require.NoError(t, err)
	answer, err := http.ReadResponse(bufio.NewReader(c), nil)
	require.NoError(t, err)
	require.NoError(t, answer.Body.Close())
	require.Equal(t, http.StatusNoContent, answer.StatusCode)
}
