package migration

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
)

// preludePath is the file with what must exist before tables: extensions, and functions in their expressions.
const preludePath = "prelude.sql"

// schemaFile is the file with the desired tables.
const schemaFile = "schema.sql"

// objectsFile holds the hash of each managed SQL object as of the last migration.
const objectsFile = "objects.sum"

// objectFolders are the folders of sql/ with managed SQL objects, in the order in which they are created.
var objectFolders = []string{"functions", "procedures", "triggers", "views", "roles"}

// source is a file of sql/.
type source struct{ Path, Text string }

// folder returns the folder of s, which is the kind of object that it defines: one of objectFolders, or "." for the prelude.
func (s source) folder() string { return path.Dir(s.Path) }

// name returns the path that people look for: from the top of the repository, except for the generated schema.
func (s source) name() string {
	if s.Path == schemaFile {
		return s.Path
	}
	return "sql/" + s.Path
}

func (s source) hash() string {
	sum := sha256.Sum256([]byte(s.Text))
	return "h1:" + base64.StdEncoding.EncodeToString(sum[:])
}

// run executes the statements of s one by one, so that an error can name the line.
func (s source) run(ctx context.Context, db querier) error {
	stmts, err := scan(s.Text)
	if err != nil {
		return fmt.Errorf("%s: %w", s.name(), err)
	}
	for _, stmt := range stmts {
		if _, err := db.ExecContext(ctx, stmt.Text); err != nil {
			line := 1 + strings.Count(s.Text[:stmt.Pos], "\n")
			return fmt.Errorf("%s:%d: %w\n  in: %s", s.name(), line, err, firstLine(stmt.Text))
		}
	}
	return nil
}

// readFolder returns the .sql files of a folder in order of name; none if the folder doesn't exist.
func readFolder(fsys fs.FS, folder string) ([]source, error) {
	names, err := fs.Glob(fsys, folder+"/*.sql")
	if err != nil {
		return nil, err
	}
	sources := make([]source, len(names))
	for i, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		sources[i] = source{Path: name, Text: string(text)}
	}
	return sources, nil
}

// readPrelude returns prelude.sql; it is empty if there is no such file.
func readPrelude(fsys fs.FS) (source, error) {
	text, err := fs.ReadFile(fsys, preludePath)
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return source{Path: preludePath, Text: string(text)}, err
}

var (
	plainRoutine = regexp.MustCompile(`(?i)^\s*CREATE\s+(FUNCTION|PROCEDURE)\b`)
	plainTrigger = regexp.MustCompile(`(?i)^\s*CREATE\s+TRIGGER\b`)
)

// readObjects returns the managed SQL objects in the order in which they are created. A function, procedure or trigger
// that isn't written so that it can replace its earlier version is an error.
func (p Project) readObjects() ([]source, error) {
	var objects []source
	for _, folder := range objectFolders {
		sources, err := readFolder(p.SQL, folder)
		if err != nil {
			return nil, err
		}
		if folder == "triggers" {
			sources = withImplied(sources, p.Tables)
		}
		for _, s := range sources {
			stmts, err := scan(s.Text)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", s.name(), err)
			}
			for _, stmt := range stmts {
				if plainRoutine.MatchString(stmt.Text) || plainTrigger.MatchString(stmt.Text) {
					return nil, fmt.Errorf("%s: write CREATE OR REPLACE, so that a change of the file can be migrated\n  in: %s",
						s.name(), firstLine(stmt.Text))
				}
			}
		}
		objects = append(objects, sources...)
	}
	return objects, nil
}

// sums are the hashes of sources by path, as in objects.sum: one on each line, so that branches seldom conflict.
type sums map[string]string

// parseSums parses the file called name.
func parseSums(name string, data []byte) (sums, error) {
	all := sums{}
	for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		if line == "" {
			continue
		}
		path, hash, ok := strings.Cut(line, " ")
		if !ok || !strings.HasPrefix(hash, "h1:") {
			return nil, fmt.Errorf("%s:%d: want `path h1:hash`, have %q (a merge conflict? keep the lines of both sides)", name, i+1, line)
		}
		all[path] = hash
	}
	return all, nil
}

// stale returns the paths, prefixed with prefix, of sources that are new, have changed or are gone.
func (s sums) stale(sources []source, prefix string) []string {
	var paths []string
	gone := maps.Clone(s)
	for _, f := range sources {
		if s[f.Path] != f.hash() {
			paths = append(paths, prefix+f.Path)
		}
		delete(gone, f.Path)
	}
	for _, path := range slices.Sorted(maps.Keys(gone)) {
		paths = append(paths, prefix+path+" (gone)")
	}
	return paths
}

func formatSums(sources []source) []byte {
	var b bytes.Buffer
	for _, s := range sources {
		fmt.Fprintf(&b, "%s %s\n", s.Path, s.hash())
	}
	return b.Bytes()
}
