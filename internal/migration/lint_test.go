package migration

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// base is what the linted migrations start from.
const base = `
CREATE TABLE parents (id int PRIMARY KEY, code varchar(10), legacy int);
CREATE TABLE children (id int PRIMARY KEY, parent_id int, name varchar(10), note text, n int,
  CONSTRAINT n_not_null CHECK (n IS NOT NULL),
  CONSTRAINT children_parent_fkey FOREIGN KEY (parent_id) REFERENCES parents (id));
CREATE INDEX children_parent_id ON children (parent_id);
CREATE TABLE events (at date NOT NULL, x int) PARTITION BY RANGE (at);
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE pairs (a int, b int, UNIQUE (a, b));`

const noTx = "-- atlas:txmode none\n\n"

func TestLintRules(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		bad   string
		codes []string
		good  string // the legal neighbour
	}{
		"drop a table":  {"DROP TABLE events;", []string{"DS102"}, "CREATE TABLE t (x int);\nDROP TABLE t;"},
		"drop a column": {"ALTER TABLE parents DROP COLUMN legacy;", []string{"DS103"}, "ALTER TABLE parents ALTER COLUMN legacy DROP DEFAULT;"},
		"drop a partition": {
			"DROP TABLE events_2026;", []string{"PH106"},
			"CREATE TABLE events_2027 PARTITION OF events FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');",
		},
		"remove all rows": {"TRUNCATE parents CASCADE;", []string{"PH106", "PH106"}, "DELETE FROM parents WHERE legacy = 1;"},
		"a NOT NULL column without default": {
			"ALTER TABLE parents ADD COLUMN x int NOT NULL;", []string{"MF103"},
			"ALTER TABLE parents ADD COLUMN x int NOT NULL DEFAULT 0;",
		},
		"a unique index on existing data": {
			noTx + "CREATE UNIQUE INDEX CONCURRENTLY parents_code ON parents (code);", []string{"MF101"},
			noTx + "CREATE INDEX CONCURRENTLY parents_code ON parents (code);",
		},
		"a unique constraint": {
			"ALTER TABLE parents ADD CONSTRAINT parents_code UNIQUE (code);", []string{"MF101", "PH102"},
			"CREATE TABLE t (code int);\nALTER TABLE t ADD CONSTRAINT t_code UNIQUE (code);",
		},
		"rename a table":  {"ALTER TABLE parents RENAME TO guardians;", []string{"BC101"}, "CREATE TABLE t (x int);\nALTER TABLE t RENAME TO u;"},
		"rename a column": {"ALTER TABLE parents RENAME code TO short_code;", []string{"BC102"}, "ALTER TABLE parents ADD COLUMN short_code varchar(10);"},
		"a type change that rewrites": {
			"ALTER TABLE children ALTER COLUMN id TYPE bigint;", []string{"PH101"},
			"CREATE TABLE t (x int);\nALTER TABLE t ALTER COLUMN x TYPE bigint;\nALTER TABLE children ALTER COLUMN name TYPE varchar(20);",
		},
		"a column whose default is computed for each row": {
			"ALTER TABLE parents ADD COLUMN x uuid DEFAULT gen_random_uuid();", []string{"PH101"},
			"ALTER TABLE parents ADD COLUMN x timestamptz DEFAULT now();",
		},
		"an index that blocks": {
			"CREATE INDEX children_name ON children (name);", []string{"PH102"},
			"CREATE TABLE t (x int);\nCREATE INDEX t_x ON t (x);",
		},
		"an index on a partitioned table": {"CREATE INDEX events_x ON events (x);", []string{"PH102"}, "CREATE INDEX events_x ON ONLY events_2026 (x);"},
		"a foreign key without an index": {
			"CREATE TABLE t (parent_id int CONSTRAINT t_parent REFERENCES parents);", []string{"PH103"},
			"CREATE TABLE t (parent_id int CONSTRAINT t_parent REFERENCES parents);\nCREATE INDEX t_parent_id ON t (parent_id) WHERE parent_id IS NOT NULL;",
		},
		"a composite foreign key whose index doesn't serve": {
			"CREATE TABLE t (a int, b int, CONSTRAINT t_ab FOREIGN KEY (a, b) REFERENCES pairs (a, b));\nCREATE INDEX t_a ON t (a);", []string{"PH103"},
			"CREATE TABLE t (a int, b int, CONSTRAINT t_ab FOREIGN KEY (a, b) REFERENCES pairs (a, b));\nCREATE INDEX t_ba ON t (b, a);",
		},
		"SET NOT NULL that reads all rows": {
			"ALTER TABLE children ALTER COLUMN note SET NOT NULL;", []string{"MF104", "PH104"},
			"ALTER TABLE children ALTER COLUMN n SET NOT NULL;",
		},
		"SET NOT NULL after filling the column": {
			"UPDATE children SET note = '' WHERE note IS NULL;\nALTER TABLE children ALTER COLUMN note SET NOT NULL;", []string{"PH104"},
			"ALTER TABLE children ALTER COLUMN n SET NOT NULL;",
		},
		"drop a foreign key": {"ALTER TABLE children DROP CONSTRAINT children_parent_fkey;", []string{"CD101"}, "ALTER TABLE children ALTER COLUMN n SET NOT NULL;\nALTER TABLE children DROP CONSTRAINT n_not_null;"},
		"CONCURRENTLY in a transaction": {
			"CREATE INDEX CONCURRENTLY children_name ON children (name);", []string{"PH105"},
			noTx + "CREATE INDEX CONCURRENTLY children_name ON children (name);",
		},
		"a generated NOT NULL column": {
			"ALTER TABLE parents ADD COLUMN x int NOT NULL GENERATED ALWAYS AS (id + 1) STORED;", []string{"PH101"},
			"ALTER TABLE pairs ADD COLUMN x int;",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := handmade(t, map[string]string{first: base, second: test.bad})
			report, err := p.Lint(t.Context(), p.dev, LintOptions{Latest: 1})
			require.NoError(t, err)
			assert.Equal(t, test.codes, codes(report))
			for _, f := range report.Findings {
				assert.NotEmpty(t, f.Suggestion, f.Code)
				assert.Positive(t, f.Line)
			}
			p.write(second, test.good)
			report, err = p.Lint(t.Context(), p.dev, LintOptions{Latest: 1})
			require.NoError(t, err)
			assert.Empty(t, report.Findings, "the legal neighbour")
		})
	}
}

func codes(r *LintReport) []string {
	var codes []string
	for _, f := range r.Findings {
		codes = append(codes, f.Code)
	}
	return codes
}

func TestLintExcuses(t *testing.T) {
	t.Parallel()
	const drop = "ALTER TABLE parents DROP COLUMN legacy;\n"
	for name, test := range map[string]struct {
		text  string
		codes []string
	}{
		"a code and a reason":             {"-- atlas:nolint DS103 unused since v2\n" + drop, nil},
		"two codes":                       {"-- atlas:nolint DS103, PH102 unused since v2\n" + drop, nil},
		"an analyzer":                     {"-- atlas:nolint destructive unused since v2\n" + drop, nil},
		"the reason on a line of its own": {"-- atlas:nolint\n-- reason: unused since v2\n" + drop, nil},
		"for the whole file":              {"-- atlas:nolint DS103 unused since v2\n\nSELECT 1;\n" + drop, nil},
		"another code":                    {"-- atlas:nolint DS102 unused since v2\n" + drop, []string{"DS103"}},
		"another statement":               {"-- atlas:nolint DS103 unused since v2\nSELECT 1;\n" + drop, []string{"DS103"}},
		"no reason":                       {"-- atlas:nolint DS103\n" + drop, []string{"PH108", "DS103"}},
		"nothing at all":                  {"-- atlas:nolint\n" + drop, []string{"PH108", "DS103"}},
		"nothing at all, whole file":      {"-- atlas:nolint\n\n" + drop, []string{"PH108", "DS103"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := handmade(t, map[string]string{first: base, second: test.text})
			report, err := p.Lint(t.Context(), p.dev, LintOptions{Latest: 1})
			require.NoError(t, err)
			assert.Equal(t, test.codes, codes(report))
		})
	}
}

func TestLintPositions(t *testing.T) {
	t.Parallel()
	p := handmade(t, map[string]string{first: base, second: "-- a comment\n\nSELECT 1;\n-- another\nALTER TABLE parents\n  DROP COLUMN legacy;"})
	report, err := p.Lint(t.Context(), p.dev, LintOptions{})
	require.NoError(t, err)
	require.Equal(t, []string{first, second}, report.Checked)
	require.Len(t, report.Findings, 1)
	require.Equal(t, second+":5: DS103: Dropping non-virtual column \"legacy\"", report.Findings[0].String())
}

func TestLintSinceGit(t *testing.T) {
	t.Parallel()
	p := handmade(t, map[string]string{first: base})
	repository := filepath.Dir(p.Dir)
	run := func(args ...string) {
		t.Helper()
		cmd := exec.CommandContext(t.Context(), "git", append([]string{"-c", "user.name=x", "-c", "user.email=x@example.org"}, args...)...) //nolint:gosec // fixed arguments
		cmd.Dir = p.Dir
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, "%s in %s: %s", args, repository, out)
	}
	run("init", "-q", "-b", "main")
	run("add", ".")
	run("commit", "-q", "-m", "first")
	lint := func() *LintReport {
		t.Helper()
		report, err := p.Lint(t.Context(), p.dev, LintOptions{GitBase: "main"})
		require.NoError(t, err)
		return report
	}
	assert.Empty(t, lint().Checked)

	run("checkout", "-q", "-b", "feature")
	p.write(third, "DROP TABLE pairs;")
	report := lint()
	assert.Equal(t, []string{third}, report.Checked, "a file needn't be committed")
	assert.Equal(t, []string{"DS102"}, codes(report))

	run("add", ".")
	run("commit", "-q", "-m", "feature")
	run("branch", "-f", "main", "HEAD")
	p.write(second, "CREATE TABLE t (x int);")
	report = lint()
	assert.Equal(t, []string{second}, report.Checked, "what is merged isn't reported again")
	assert.Equal(t, []string{"PH107"}, codes(report), "older than what is merged")

	require.NoError(t, os.Remove(filepath.Join(p.migrationsDir(), second)))
	p.write(first, base+"\nCREATE TABLE t (x int);")
	report = lint()
	assert.Equal(t, []string{"PH107"}, codes(report))
	assert.Equal(t, first, report.Findings[0].File)

	_, err := p.Lint(t.Context(), p.dev, LintOptions{GitBase: "nowhere"})
	require.ErrorContains(t, err, "git merge-base nowhere")
	_, err = p.Lint(t.Context(), p.dev, LintOptions{GitBase: "main", Latest: 1})
	require.Error(t, err)
}

func TestLintCantReplay(t *testing.T) {
	t.Parallel()
	p := handmade(t, map[string]string{first: base, second: "SELECT 1;\nDROP TABLE nowhere;"})
	_, err := p.Lint(t.Context(), p.dev, LintOptions{Latest: 1})
	require.ErrorContains(t, err, second+":2:")
}
