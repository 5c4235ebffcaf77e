package cmd

import (
	"log/slog"
	"os"

	"github.com/spf13/cobra"

	"github.com/predicthealth/predicthealth/internal/config"
	"github.com/predicthealth/predicthealth/internal/telemetry"
)

func newDevCommand() *cobra.Command {
	var reset bool
	command := &cobra.Command{
		Use:   "dev",
		Short: "Run the whole platform for development, with its own PostgreSQL and Redis",
		Long: `Runs the platform with made-up patients and accounts to sign in with. It starts a
private PostgreSQL and Redis, whose files are under .dev, migrates and seeds the
database, loads the demo data and serves on HTTP_ADDR (127.0.0.1:8080). The
servers end with this program, by Ctrl-C or in any other way; their data stays.

If DATABASE_URL or REDIS_URL is set, it uses that server instead and loads the
demo data there: don't name a database whose contents matter.

When it is ready, it prints the addresses and the demo accounts. It also writes
them to .dev/env, for a shell to source, and to .dev/accounts.json. Mails are
written to .dev/mail, one file each, unless SMTP_URL names a mail server.

Exit status: 0 stopped by a signal, 1 failed, 2 wrong arguments.`,
		Example: `  predicthealth dev
  HTTP_ADDR=127.0.0.1:9000 predicthealth dev
  predicthealth dev --reset
  . .dev/env && psql "$DATABASE_URL"`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			cfg, err := config.Load()
			if err != nil {
				return err
			}
			if !cfg.Given("LOG_FORMAT") {
				cfg.LogFormat = "text"
			}
			log, err := telemetry.NewLogger(os.Stderr, cfg.LogLevel, cfg.LogFormat)
			if err != nil {
				return err
			}
			slog.SetDefault(log)
			d := &development{cfg: cfg, dir: devDir, log: log, out: cmd.OutOrStdout()}
			return d.run(cmd.Context(), reset)
		},
	}
	command.Flags().BoolVar(&reset, "reset", false, "first delete the private servers' data")
	return command
}
