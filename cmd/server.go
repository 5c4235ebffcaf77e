package cmd

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"golang.org/x/sync/errgroup"
)

// Limits of a connection. The API's own time limit for a request is shorter than writeTimeout.
const (
	readHeaderTimeout = 5 * time.Second
	readTimeout       = 30 * time.Second
	writeTimeout      = 60 * time.Second
	idleTimeout       = 2 * time.Minute
	maxHeaderBytes    = 32 << 10
)

// server is a handler and the listener that it is served on.
type server struct {
	listener net.Listener
	handler  http.Handler
}

// serveAll serves until ctx ends or a server fails. Requests in progress then have up to grace to finish.
func serveAll(ctx context.Context, servers []server, grace time.Duration) error {
	group, ctx := errgroup.WithContext(ctx)
	for _, s := range servers {
		httpServer := &http.Server{
			Handler:           s.handler,
			ReadHeaderTimeout: readHeaderTimeout,
			ReadTimeout:       readTimeout,
			WriteTimeout:      writeTimeout,
			IdleTimeout:       idleTimeout,
			MaxHeaderBytes:    maxHeaderBytes,
		}
		group.Go(func() error {
			if err := httpServer.Serve(s.listener); !errors.Is(err, http.ErrServerClosed) {
				return fmt.Errorf("serving %s: %w", s.listener.Addr(), err)
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
