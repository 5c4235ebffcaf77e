package migration

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"ariga.io/atlas/schemahcl"
	"ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/postgres"
	_ "ariga.io/atlas/sql/postgres/postgrescheck" // registers Atlas' analyzers
	"ariga.io/atlas/sql/sqlcheck"
)

// LintOptions chooses the migrations to check: all of them, unless one of the two is set.
type LintOptions struct {
	// Latest checks the last n migrations.
	Latest int
	// GitBase checks the migrations that a git ref, such as origin/main, doesn't have.
	GitBase string
}

// Finding is a danger in a migration.
type Finding struct {
	File       string `json:"file"`
	Line       int    `json:"line"` // from 1; 0 for the whole file
	Code       string `json:"code"`
	Text       string `json:"text"`
	Suggestion string `json:"suggestion,omitempty"`
}

// LintReport is what Lint found in the files it checked.
type LintReport struct {
	Checked  []string  `json:"checked"`
	Findings []Finding `json:"findings"`
}

// Lint replays migrations on a dev database and reports what may lose data, fail on data, or block a running system.
// The analyzers are Atlas' (destructive, data-dependent and incompatible changes, dropped constraints) and our own (see
// the codes). A comment `-- atlas:nolint CODE reason` excuses a statement. An error means that the migrations can't be
// checked; findings are not errors.
func (p Project) Lint(ctx context.Context, dev Dev, o LintOptions) (_ *LintReport, err error) {
	dir, err := p.Migrations()
	if err != nil {
		return nil, err
	}
	if err := CheckSum(dir); err != nil {
		return nil, err
	}
	merged, err := p.mergedExcuses()
	if err != nil {
		return nil, err
	}
	scope, err := chooseFiles(ctx, dir, o)
	if err != nil {
		return nil, err
	}
	base := &migrate.MemDir{}
	if err := base.CopyFiles(scope.base); err != nil {
		return nil, err
	}
	db, err := dev.replay(ctx, memFS{base}, "")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	loaded, err := load(ctx, db, scope)
	if err != nil {
		return nil, err
	}
	report := &LintReport{Checked: []string{}, Findings: append([]Finding{}, scope.history...)}
	for _, f := range loaded {
		if !scope.reports(f.Name()) {
			continue
		}
		findings, err := f.lint(ctx, merged[f.Name()])
		if err != nil {
			return nil, err
		}
		report.Checked = append(report.Checked, f.Name())
		report.Findings = append(report.Findings, findings...)
	}
	return report, nil
}

// lint runs every analyzer on f and returns what isn't excused.
func (f *lintFile) lint(ctx context.Context, merged []excuse) ([]Finding, error) {
	analyzers, err := sqlcheck.AnalyzerFor(postgres.DriverName, &schemahcl.Resource{})
	if err != nil {
		return nil, err
	}
	pass := &sqlcheck.Pass{File: f.File, Dev: f.dev}
	var findings []Finding
	excuses := readExcuses(f)
	excuses.all = append(excuses.all, merged...)
	add := func(d sqlcheck.Diagnostic, analyzer string) {
		if f.harmless(d) || excuses.cover(d.Pos, d.Code, analyzer) {
			return
		}
		finding := Finding{File: f.Name(), Line: f.line(d.Pos), Code: d.Code, Text: d.Text}
		if len(d.SuggestedFixes) > 0 {
			finding.Suggestion = d.SuggestedFixes[0].Message
		} else {
			finding.Suggestion = suggestions[d.Code]
		}
		findings = append(findings, finding)
	}
	for _, analyzer := range analyzers {
		name := ""
		if named, ok := analyzer.(sqlcheck.NamedAnalyzer); ok {
			name = named.Name()
		}
		pass.Reporter = sqlcheck.ReportWriterFunc(func(r sqlcheck.Report) {
			for _, d := range r.Diagnostics {
				d.SuggestedFixes = nil // they name features that the library doesn't have
				add(d, name)
			}
		})
		// An analyzer's error only repeats that it reported something.
		_ = analyzer.Analyze(ctx, pass)
	}
	for _, d := range f.ownDiagnostics() {
		add(d, "")
	}
	for _, finding := range excuses.unreasoned {
		findings = append(findings, Finding{File: f.Name(), Line: finding, Code: codeNoReason,
			Text: "a nolint without a reason excuses nothing", Suggestion: suggestions[codeNoReason]})
	}
	slices.SortStableFunc(findings, func(a, b Finding) int { return cmp.Compare(a.Line, b.Line) })
	return findings, nil
}

// harmless reports whether PostgreSQL rules out a danger that Atlas reports: a NOT NULL on a column that a valid check or
// a default keeps from being NULL, or on a new column that fills itself; a unique index on a new, empty column.
func (f *lintFile) harmless(d sqlcheck.Diagnostic) bool {
	return slices.ContainsFunc(f.steps, func(s *lintStep) bool {
		return s.Stmt.Pos == d.Pos && (d.Code == "MF104" && f.nullsExcluded(s) || d.Code == "MF103" && s.filledByItself() || d.Code == "MF101" && f.distinct(s))
	})
}

func (f *lintFile) line(pos int) int { return 1 + strings.Count(string(f.Bytes()[:pos]), "\n") }

// String returns the finding on one line, as compilers print it, without the suggestion.
func (f Finding) String() string {
	return fmt.Sprintf("%s:%d: %s: %s", f.File, f.Line, f.Code, f.Text)
}
