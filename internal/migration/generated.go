package migration

import (
	"bytes"
	"errors"
	"fmt"
	"go/format"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// entitiesFile holds a hash of each file that ent's code was generated from.
const entitiesFile = "entities.sum"

// SaveEntities notes in dir (ent/migrate) what the generated code was made of: the Go files of entities (ent/schema).
// The generator calls it when it is done.
func SaveEntities(dir string, entities fs.FS) error {
	sources, err := readEntities(entities)
	if err != nil {
		return err
	}
	return writeFile(filepath.Join(dir, entitiesFile), formatSums(sources))
}

// checkGenerated returns an error when ent/schema was edited and ent's code not generated since: a migration would miss
// the edit.
func (p Project) checkGenerated() error {
	if p.Entities == nil {
		return nil
	}
	data, err := os.ReadFile(filepath.Join(p.Dir, entitiesFile))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	known, err := parseSums(entitiesFile, data)
	if err != nil {
		return err
	}
	sources, err := readEntities(p.Entities)
	if err != nil {
		return err
	}
	if stale := known.stale(sources, "ent/schema/"); len(stale) > 0 {
		return fmt.Errorf("changed since ent's code was generated: %s; run `go generate ./ent` first", strings.Join(stale, ", "))
	}
	return nil
}

// readEntities returns the Go files of fsys, but for tests, as the compiler sees them: without comments and layout.
func readEntities(fsys fs.FS) ([]source, error) {
	var sources []source
	err := fs.WalkDir(fsys, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := fs.ReadFile(fsys, path)
		if err != nil {
			return err
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, text, parser.SkipObjectResolution)
		if err != nil {
			return fmt.Errorf("ent/schema: %w", err)
		}
		var plain bytes.Buffer
		if err := format.Node(&plain, files, file); err != nil {
			return fmt.Errorf("ent/schema/%s: %w", path, err)
		}
		sources = append(sources, source{Path: path, Text: plain.String()})
		return nil
	})
	return sources, err
}
