package cmd

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/predicthealth/predicthealth/internal/migration"
)

// migrationsPath is where migrations are, from the top of the repository.
const migrationsPath = "ent/migrate/migrations/"

func newMigrateLintCommand() *cobra.Command {
	var (
		devURL, format string
		asJSON         bool
		options        migration.LintOptions
	)
	command := &cobra.Command{
		Use:   "lint",
		Short: "Report what migrations may lose, fail on, or block",
		Long: `Replays the migrations and reports what they may lose, fail on, or block. All are
checked, unless --latest or --git-base narrows it to new ones.

  DS101–103  dropped schema, table, column        MF101–102  unique index on existing data
  CD101      dropped foreign key                  MF103–104  NOT NULL on existing rows
  BC101–102  renamed table, column                PH101      table rewritten, as by a type change
  PH102      index that blocks writes             PH103      foreign key without an index
  PH104      SET NOT NULL that reads all rows     PH105      CONCURRENTLY inside a transaction
  PH106      TRUNCATE, dropped partition          PH107      merged migration edited or outrun
  PH108      nolint without a reason

What is made in the same file is exempt. A finding that is meant is excused above its
statement, or for a whole file at its top, with a reason:

  -- atlas:nolint DS103 no program has read it since v1.4

In GitHub Actions the findings become annotations.

Exit status: 0 clean, 1 findings, 2 wrong usage or not checked.`,
		Example: `  predicthealth migrate lint --git-base origin/main
  predicthealth migrate lint --latest 1 --json`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if asJSON {
				format = "json"
			}
			write, ok := lintFormats[format]
			if !ok {
				return exitWith(exitUsage, fmt.Errorf("--format %q: use text, json or github", format))
			}
			root, project, err := sourceTree()
			if err != nil {
				return exitWith(exitUsage, err)
			}
			return withDev(cmd, root, devURL, func(dev migration.Dev) error {
				report, err := project.Lint(cmd.Context(), dev, options)
				if err != nil {
					return exitWith(exitUsage, err)
				}
				if err := write(cmd.OutOrStdout(), report); err != nil {
					return err
				}
				if len(report.Findings) > 0 {
					return exitWith(exitFindings, nil)
				}
				return nil
			})
		},
	}
	addDevURL(command, &devURL)
	flags := command.Flags()
	flags.IntVar(&options.Latest, "latest", 0, "check the last `n` migrations only")
	flags.StringVar(&options.GitBase, "git-base", "", "check the migrations that this git `ref` doesn't have")
	flags.StringVar(&format, "format", defaultLintFormat(), "text, json or github")
	flags.BoolVar(&asJSON, "json", false, "short for --format json")
	command.MarkFlagsMutuallyExclusive("latest", "git-base")
	command.MarkFlagsMutuallyExclusive("format", "json")
	return command
}

func defaultLintFormat() string {
	if os.Getenv("GITHUB_ACTIONS") == "true" {
		return "github"
	}
	return "text"
}

var lintFormats = map[string]func(io.Writer, *migration.LintReport) error{
	"text": lintText, "github": lintGitHub,
	"json": func(w io.Writer, r *migration.LintReport) error { return printJSON(w, r) },
}

func lintText(w io.Writer, r *migration.LintReport) error {
	var b strings.Builder
	for _, f := range r.Findings {
		fmt.Fprintf(&b, "%s%s\n", migrationsPath, f)
		if f.Suggestion != "" {
			fmt.Fprintf(&b, "%s\n", wrap("→ "+f.Suggestion, 4, 96))
		}
	}
	fmt.Fprintf(&b, "%s checked, %s\n", count(len(r.Checked), "migration"), count(len(r.Findings), "finding"))
	_, err := io.WriteString(w, b.String())
	return err
}

// lintGitHub writes workflow commands, which GitHub shows beside the lines of a pull request.
func lintGitHub(w io.Writer, r *migration.LintReport) error {
	escape := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	for _, f := range r.Findings {
		text := f.Text
		if f.Suggestion != "" {
			text += "\n" + f.Suggestion
		}
		if _, err := fmt.Fprintf(w, "::error file=%s%s,line=%d,title=%s::%s\n",
			migrationsPath, f.File, max(f.Line, 1), f.Code, escape.Replace(text)); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(w, "%s checked, %s\n", count(len(r.Checked), "migration"), count(len(r.Findings), "finding"))
	return err
}

// count says "1 migration" or "2 migrations".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// wrap breaks text into lines of at most width characters, each indented.
func wrap(text string, indent, width int) string {
	var b strings.Builder
	column := 0
	for _, word := range strings.Fields(text) {
		length := len([]rune(word))
		switch {
		case column == 0:
			b.WriteString(strings.Repeat(" ", indent))
			column = indent
		case column+1+length > width:
			b.WriteString("\n" + strings.Repeat(" ", indent+2))
			column = indent + 2
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += length
	}
	return b.String()
}
