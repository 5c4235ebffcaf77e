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
	"github.com/predicthealth/predicthealth/internal/telemetry"
	"github.com/predicthealth/predicthealth/service/auth"
)

func newServeCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "serve",
		Short: "Serve the API",
		Long: `Serves the API on HTTP_ADDR, its reference at /docs, until it is told to stop
(SIGTERM or SIGINT): then it finishes the requests in flight, for at most
SHUTDOWN_TIMEOUT. Metrics are at /metrics on METRICS_ADDR.

It needs PostgreSQL (DATABASE_URL), migrated by "predicthealth migrate up", and
signing keys (JWT_KEYS_DIR), made by "predicthealth jwt-key create", and a key
for what must be readable again (ENCRYPTION_KEY), made by "openssl rand -base64 32".
Mails wait until SMTP_URL names a mail server. Without
Redis (REDIS_URL) it is slower, not wrong. docs/configuration.md lists all
variables.

Exit status: 0 stopped when told, 1 failed, 2 wrong arguments.`,
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
			return runServer(cmd.Context(), cfg, keys, log, nil)
		},
	}
}

// runServer serves the API, and the metrics where they are wanted, until ctx ends. It calls ready, if there is one,
// when connections are accepted.
func runServer(ctx context.Context, cfg config.Config, keys *auth.Keys, log *slog.Logger, ready func(net.Addr)) (err error) {
	p, err := openPlatform(ctx, cfg, log)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	app, err := p.server(cfg, keys)
	if err != nil {
		return err
	}
	listener, err := listen(ctx, "HTTP_ADDR", cfg.HTTPAddr)
	if err != nil {
		return err
	}
	servers := []server{{listener, app}}
	if cfg.MetricsAddr != "" {
		listener, err := listen(ctx, "METRICS_ADDR", cfg.MetricsAddr)
		if err != nil {
			return errors.Join(err, servers[0].listener.Close())
		}
		servers = append(servers, server{listener, p.metricsHandler()})
	}
	stopWorking := work(ctx, app)
	defer stopWorking() // before the platform closes
	log.InfoContext(ctx, "serving", "address", listener.Addr().String())
	if ready != nil {
		ready(listener.Addr())
	}
	err = serveAll(ctx, servers, cfg.ShutdownTimeout)
	log.InfoContext(ctx, "stopped")
	return err
}

// work does the API's background work until the returned function is called; requests in flight at shutdown still
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
		return nil, fmt.Errorf("%s: %w; stop what listens there, or choose another address", variable, err)
	}
	return listener, nil
}
