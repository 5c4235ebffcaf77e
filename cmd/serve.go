package cmd

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"

	"github.com/spf13/cobra"

	"github.com/predicthealth/predicthealth/api"
	"github.com/predicthealth/predicthealth/internal/config"
	"github.com/predicthealth/predicthealth/internal/httpserver"
	"github.com/predicthealth/predicthealth/internal/telemetry"
	"github.com/predicthealth/predicthealth/service/auth"
)

func newServeCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "serve",
		Short: "Serve the API",
		Long: `Serves the API on HTTP_ADDR, with its reference at /docs, until a SIGTERM or
SIGINT. It then finishes the requests in progress, for at most SHUTDOWN_TIMEOUT.
Metrics are at /metrics on METRICS_ADDR.

It needs:

  DATABASE_URL    PostgreSQL, migrated with "predicthealth migrate up"
  JWT_KEYS_DIR    signing keys, created with "predicthealth jwt-key create"
  ENCRYPTION_KEY  a key for data that must be readable again, created with
                  "openssl rand -base64 32"

Mails stay in the queue until SMTP_URL names a mail server. Without Redis
(REDIS_URL) the API is slower, but still correct. docs/configuration.md lists
all variables.

Exit status: 0 stopped by a signal, 1 failed, 2 wrong arguments.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			cfg, err := config.Load()
			if err != nil {
				return err
			}
			log, err := telemetry.NewLogger(os.Stderr, cfg.LogLevel, cfg.LogFormat)
			if err != nil {
				return err
			}
			slog.SetDefault(log)
			keys, err := auth.LoadKeys(cfg.JWTKeysDir)
			if err != nil {
				return err
			}
			return runServer(cmd.Context(), cfg, keys, log, false, nil)
		},
	}
}

// runServer serves the API, and the metrics if METRICS_ADDR is set, until ctx ends. It calls ready, if not nil, once it
// accepts connections.
func runServer(
	ctx context.Context, cfg config.Config, keys *auth.Keys, log *slog.Logger, localPages bool, ready func(net.Addr),
) (err error) {
	p, err := openPlatform(ctx, cfg, log)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	app, err := p.server(cfg, keys, localPages)
	if err != nil {
		return err
	}
	listener, err := listen(ctx, "HTTP_ADDR", cfg.HTTPAddr)
	if err != nil {
		return err
	}
	servers := []httpserver.Server{{
		Listener: listener, Handler: app, MaxConns: cfg.MaxConns, Proxies: cfg.Proxies(), Refused: p.refusedConns(),
	}}
	if cfg.MetricsAddr != "" {
		listener, err := listen(ctx, "METRICS_ADDR", cfg.MetricsAddr)
		if err != nil {
			return errors.Join(err, servers[0].Listener.Close())
		}
		servers = append(servers, httpserver.Server{Listener: listener, Handler: p.metricsHandler(), MaxConns: cfg.MaxConns})
	}
	stopWorking := work(ctx, app)
	defer stopWorking() // before the platform closes
	log.InfoContext(ctx, "serving", "address", listener.Addr().String())
	if ready != nil {
		ready(listener.Addr())
	}
	err = httpserver.Serve(ctx, servers, cfg.ShutdownTimeout)
	log.InfoContext(ctx, "stopped")
	return err
}

// work does the API's background work until the returned function is called; requests still in progress at shutdown
// need it.
func work(ctx context.Context, api *api.Server) (stop func()) {
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	done := make(chan struct{})
	go func() {
		defer close(done)
		api.Work(ctx)
	}()
	return func() {
		cancel()
		<-done
	}
}

func listen(ctx context.Context, variable, address string) (net.Listener, error) {
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", address)
	if err != nil {
		return nil, fmt.Errorf("%s: %w; stop the program that listens there, or choose another address", variable, err)
	}
	return listener, nil
}
