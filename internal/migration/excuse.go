package migration

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"ariga.io/atlas/sql/migrate"
)

// excuses are the nolint comments of a file. A comment above a statement applies to that statement; one at the top of the
// file, followed by an empty line, applies to all.
type excuses struct {
	all  []excuse
	byAt map[int][]excuse // by position of the statement
	// unreasoned are the lines of comments without a reason.
	unreasoned []int
}

// excuse is a list of codes or analyzer names; empty excuses everything.
type excuse []string

var (
	nolintLine = regexp.MustCompile(`^\s*--\s*atlas:nolint\b(.*)$`)
	nolintCode = regexp.MustCompile(`^([A-Z]{2,3}[0-9]{3}|destructive|data_depend|condrop|incompatible)$`)
	reasonLine = regexp.MustCompile(`(?i)^\s*--\s*reason:\s*\S`)
)

func readExcuses(f *lintFile) *excuses {
	e := &excuses{byAt: map[int][]excuse{}}
	text := string(f.Bytes())
	if head, _, _ := strings.Cut(text, "\n\n"); isComment(head) {
		e.all = e.parse(strings.Split(head, "\n"), 1)
	}
	stmts, err := scan(text)
	if err != nil {
		return e // the file was replayed, so it can be scanned
	}
	for _, s := range stmts {
		line := 1 + strings.Count(text[:s.Pos], "\n") - len(s.Comments)
		e.byAt[s.Pos] = e.parse(commentsAbove(s), line)
	}
	return e
}

// excusesFile excuses dangers in merged migrations, to which no comment can be added any more.
const excusesFile = "excuses.txt"

// mergedExcuses reads the excuses of merged migrations by file; none if there is no excusesFile.
func (p Project) mergedExcuses() (map[string][]excuse, error) {
	text, err := os.ReadFile(filepath.Join(p.Dir, excusesFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	excuses := map[string][]excuse{}
	for i, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		words := strings.Fields(line)
		if len(words) < 3 {
			return nil, fmt.Errorf("%s:%d: want a file, codes and a reason, have %q", excusesFile, i+1, line)
		}
		if _, err := fs.Stat(os.DirFS(p.migrationsDir()), words[0]); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", excusesFile, i+1, err)
		}
		excuses[words[0]] = append(excuses[words[0]], strings.Split(words[1], ","))
	}
	return excuses, nil
}

// commentsAbove returns the comment lines directly above a statement.
func commentsAbove(s *migrate.Stmt) []string {
	var lines []string
	for _, c := range s.Comments {
		lines = append(lines, strings.TrimRight(c, "\n"))
	}
	return lines
}

func isComment(text string) bool {
	return !slices.ContainsFunc(strings.Split(strings.TrimSpace(text), "\n"), func(line string) bool { return !strings.HasPrefix(line, "--") })
}

// parse reads the nolint comments in lines; first is the line number of the first of them.
func (e *excuses) parse(lines []string, first int) []excuse {
	var found []excuse
	for i, line := range lines {
		match := nolintLine.FindStringSubmatch(line)
		if match == nil {
			continue
		}
		words := strings.FieldsFunc(match[1], func(r rune) bool { return r == ' ' || r == ',' })
		codes := 0
		for codes < len(words) && nolintCode.MatchString(words[codes]) {
			codes++
		}
		reasoned := codes < len(words) || slices.ContainsFunc(lines, reasonLine.MatchString)
		if !reasoned {
			e.unreasoned = append(e.unreasoned, first+i)
			continue
		}
		found = append(found, excuse(words[:codes]))
	}
	return found
}

// cover reports whether a finding about the statement at pos is excused.
func (e *excuses) cover(pos int, code, analyzer string) bool {
	return slices.ContainsFunc(append(e.byAt[pos], e.all...), func(x excuse) bool {
		return len(x) == 0 || slices.Contains(x, code) || analyzer != "" && slices.Contains(x, analyzer)
	})
}
