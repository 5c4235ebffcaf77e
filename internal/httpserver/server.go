// Package httpserver serves HTTP to strangers: no network holds more connections than its share, and no caller holds one
// longer than it sends or reads.
package httpserver

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/predicthealth/predicthealth/internal/fairshare"
)

// Limits of a connection. Bodies and answers have as long as they move.
const (
	readHeaderTimeout = 5 * time.Second
	idleTimeout       = 2 * time.Minute
	maxHeaderBytes    = 32 << 10
)

// Server is a handler and the listener that it is served on.
type Server struct {
	Listener net.Listener
	Handler  http.Handler
	// MaxConns is how many connections may be open. Networks share them, as package fairshare says.
	MaxConns int
	// Proxies speak for many networks: they may use all connections.
	Proxies []netip.Prefix
	// Pause is how long a caller may pause while it sends, and a third of how long while it reads; 0 means 10 seconds.
	Pause time.Duration
	// Refused is called for each connection that is refused; nil does nothing.
	Refused func()
}

// Serve serves until ctx ends or a server fails. Requests in progress then have up to grace to finish.
func Serve(ctx context.Context, servers []Server, grace time.Duration) error {
	group, ctx := errgroup.WithContext(ctx)
	for _, s := range servers {
		httpServer := &http.Server{
			Handler:           paced(s.Handler, s.pause()),
			ReadHeaderTimeout: readHeaderTimeout,
			IdleTimeout:       idleTimeout,
			MaxHeaderBytes:    maxHeaderBytes,
		}
		group.Go(func() error {
			if err := httpServer.Serve(s.listener()); !errors.Is(err, http.ErrServerClosed) {
				return fmt.Errorf("serving %s: %w", s.Listener.Addr(), err)
			}
			return nil
		})
		group.Go(func() error {
			<-ctx.Done()
			limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
			defer cancel()
			if err := httpServer.Shutdown(limit); err != nil {
				return errors.Join(fmt.Errorf("requests did not end within SHUTDOWN_TIMEOUT: %w", err), httpServer.Close())
			}
			return nil
		})
	}
	return group.Wait()
}

func (s Server) pause() time.Duration { return cmp.Or(s.Pause, 10*time.Second) }

func (s Server) listener() net.Listener {
	l := &listener{
		Listener: s.Listener, writeTime: 3 * s.pause(), places: fairshare.NewShares(s.MaxConns), proxies: s.Proxies, refused: s.Refused,
	}
	if l.refused == nil {
		l.refused = func() {}
	}
	return l
}
