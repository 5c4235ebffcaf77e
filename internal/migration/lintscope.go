package migration

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"slices"
	"strings"

	"ariga.io/atlas/sql/migrate"
)

// lintScope says which migrations are only replayed and which are checked.
type lintScope struct {
	base, files []migrate.File
	// skip are the names of files in the git base that are replayed after an older new file, and not reported.
	skip []string
	// history are findings about the files of the git base themselves.
	history []Finding
}

func (s lintScope) reports(name string) bool { return !slices.Contains(s.skip, name) }

func chooseFiles(ctx context.Context, dir *migrate.LocalDir, o LintOptions) (lintScope, error) {
	files, err := dir.Files()
	switch {
	case err != nil:
		return lintScope{}, err
	case o.Latest > 0 && o.GitBase != "":
		return lintScope{}, errors.New("choose either the latest files or a git base")
	case o.GitBase != "":
		return sinceGit(ctx, dir.Path(), files, o.GitBase)
	case o.Latest > 0 && o.Latest < len(files):
		n := len(files) - o.Latest
		return lintScope{base: files[:n], files: files[n:]}, nil
	default:
		return lintScope{files: files}, nil
	}
}

// sinceGit selects the files that the merge base of ref and HEAD doesn't have, committed or not.
func sinceGit(ctx context.Context, dir string, files []migrate.File, ref string) (lintScope, error) {
	base, err := git(ctx, dir, "merge-base", ref, "HEAD")
	if err != nil {
		return lintScope{}, err
	}
	merged, err := git(ctx, dir, "ls-tree", "--name-only", base, ".")
	if err != nil {
		return lintScope{}, err
	}
	changed, err := git(ctx, dir, "diff", "--relative", "--name-only", "--no-renames", "--diff-filter=MD", base, "--", "*.sql")
	if err != nil {
		return lintScope{}, err
	}
	old := strings.Fields(merged)
	first := slices.IndexFunc(files, func(f migrate.File) bool { return !slices.Contains(old, f.Name()) })
	if first < 0 {
		first = len(files)
	}
	scope := lintScope{base: files[:first], files: files[first:]}
	for _, name := range strings.Fields(changed) {
		scope.history = append(scope.history, Finding{File: name, Code: codeHistory,
			Text: fmt.Sprintf("%s has this migration already; databases that applied it would refuse it changed", ref), Suggestion: suggestions[codeHistory]})
	}
	for _, f := range scope.files {
		if slices.Contains(old, f.Name()) {
			scope.skip = append(scope.skip, f.Name())
		}
	}
	if len(scope.skip) > 0 {
		scope.history = append(scope.history, Finding{File: files[first].Name(), Code: codeHistory,
			Text: fmt.Sprintf("is older than %s, which %s has already", scope.skip[len(scope.skip)-1], ref), Suggestion: "rename it to a later version and run `go run ./cmd/migrate hash`"})
	}
	return scope, nil
}

func git(ctx context.Context, dir string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, "git", args...) //nolint:gosec // the ref is the developer's own, and no shell reads it
	cmd.Dir = dir
	out, err := cmd.Output()
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		return "", fmt.Errorf("git %s: %s", strings.Join(args, " "), strings.TrimSpace(string(exit.Stderr)))
	}
	if err != nil {
		return "", fmt.Errorf("git %s: %w", strings.Join(args, " "), err)
	}
	return strings.TrimSpace(string(out)), nil
}
