package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/predicthealth/predicthealth/internal/cli"
	"github.com/predicthealth/predicthealth/internal/migration"
)

// migrationsPath is the path of the migrations from the top of the repository.
const migrationsPath = "ent/migrate/migrations/"

func defaultLintFormat() string {
	if os.Getenv("GITHUB_ACTIONS") == "true" {
		return "github"
	}
	return "text"
}

var lintFormats = map[string]func(io.Writer, *migration.LintReport) error{
	"text": lintText, "github": lintGitHub,
	"json": func(w io.Writer, r *migration.LintReport) error { return cli.PrintJSON(w, r) },
}

func lintText(w io.Writer, r *migration.LintReport) error {
	var b strings.Builder
	for _, f := range r.Findings {
		fmt.Fprintf(&b, "%s%s\n", migrationsPath, f)
		if f.Suggestion != "" {
			fmt.Fprintf(&b, "%s\n", wrap("→ "+f.Suggestion, 4, 96))
		}
	}
	fmt.Fprintf(&b, "%s checked, %s\n", cli.Count(len(r.Checked), "migration"), cli.Count(len(r.Findings), "finding"))
	_, err := io.WriteString(w, b.String())
	return err
}

// lintGitHub writes workflow commands, which GitHub shows next to the lines of a pull request.
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
	_, err := fmt.Fprintf(w, "%s checked, %s\n", cli.Count(len(r.Checked), "migration"), cli.Count(len(r.Findings), "finding"))
	return err
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
