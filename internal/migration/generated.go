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

// entitiesFile holds the hashes of the files from which ent's code was generated.
const entitiesFile = "entities.sum"

// SaveEntities writes the hashes of the Go files of entities (ent/schema), from which the code was generated, to dir
// (ent/migrate). The generator calls it when it is done.
func SaveEntities(dir string, entities fs.FS) error {
	sources, err := readEntities(entities)
	if err != nil {
		return err
	}
	return writeFile(filepath.Join(dir, entitiesFile), formatSums(sources))
}

// checkGenerated returns an error if ent/schema has changed since ent's code was generated: a migration would miss the
// change.
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

// readEntities returns the Go files of fsys, except tests, as the compiler sees them: without comments and layout.
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
