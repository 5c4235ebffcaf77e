package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/predicthealth/predicthealth/internal/cli"
	"github.com/predicthealth/predicthealth/internal/migration"
)

func newLintCommand() *cobra.Command {
	var (
		devURL, format string
		asJSON         bool
		options        migration.LintOptions
	)
	command := &cobra.Command{
		Use:   "lint",
		Short: "Report what migrations may lose, fail on, or block",
		Long: `Replays the migrations and reports what they may lose, fail on, or block. It checks all
migrations, unless --latest or --git-base limits it to new ones.

  DS101–103  dropped schema, table, column        MF101–102  unique index on existing data
  CD101      dropped foreign key                  MF103–104  NOT NULL on existing rows
  BC101–102  renamed table, column                PH101      table rewritten, as by a type change
  PH102      index, REINDEX, LOCK that blocks     PH103      foreign key without an index
  PH104      SET NOT NULL that reads all rows     PH105      CONCURRENTLY inside a transaction
  PH106      all rows of a table removed          PH107      merged migration edited or overtaken
  PH108      nolint without a reason              PH109      all rows of a table updated at once
  PH110      CHECK, foreign key not NOT VALID     PH111      dropped CHECK, unique, NOT NULL
  PH112      trigger, policy dropped or disabled  PH113      REVOKE, GRANT TO PUBLIC, owner
  PH114      view, function, default that the last release uses dropped or changed
  PH115      SECURITY DEFINER, no search_path     PH116      COMMIT inside the transaction

Most checks compare the database before and after the file, whatever the statements look
like. Objects created in the same file are exempt. To excuse an intended finding, write a
comment with a reason above its statement, or at the top of the file for the whole file:

  -- atlas:nolint DS103 no program has read it since v1.4

In GitHub Actions, the findings become annotations.

Exit status: 0 no findings, 1 findings, 2 wrong usage or not checked.`,
		Example: `  go run ./cmd/migrate lint --git-base origin/main
  go run ./cmd/migrate lint --latest 1 --json`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if asJSON {
				format = "json"
			}
			return lint(cmd, devURL, format, options)
		},
	}
	addDevURL(command, &devURL)
	flags := command.Flags()
	flags.IntVar(&options.Latest, "latest", 0, "check only the last `n` migrations")
	flags.StringVar(&options.GitBase, "git-base", "", "check the migrations that this git `ref` doesn't have")
	flags.StringVar(&format, "format", defaultLintFormat(), "text, json or github")
	flags.BoolVar(&asJSON, "json", false, "short for --format json")
	command.MarkFlagsMutuallyExclusive("latest", "git-base")
	command.MarkFlagsMutuallyExclusive("format", "json")
	return command
}

// lint checks the migrations that options choose and prints the findings.
func lint(cmd *cobra.Command, devURL, format string, options migration.LintOptions) error {
	write, ok := lintFormats[format]
	if !ok {
		return cli.ExitWith(cli.StatusUsage, fmt.Errorf("--format %q: use text, json or github", format))
	}
	root, project, err := sourceTree()
	if err != nil {
		return cli.ExitWith(cli.StatusUsage, err)
	}
	return withDev(cmd, root, devURL, func(dev migration.Dev) error {
		report, err := project.Lint(cmd.Context(), dev, options)
		if err != nil {
			return cli.ExitWith(cli.StatusUsage, err)
		}
		if err := write(cmd.OutOrStdout(), report); err != nil {
			return err
		}
		if len(report.Findings) > 0 {
			return cli.ExitWith(cli.StatusFindings, nil)
		}
		return nil
	})
}
