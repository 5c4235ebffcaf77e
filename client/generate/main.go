// Command generate writes the types and methods of the Go client, from an OpenAPI document:
//
//	generate OPENAPI.JSON DIRECTORY
//
// How requests are sent, repeated and paged is written by hand beside them.
package main

import (
	"bytes"
	"embed"
	"fmt"
	"go/format"
	"os"
	"path/filepath"
	"strings"
	"text/template"

	"github.com/getkin/kin-openapi/openapi3"
)

//go:embed *.tmpl
var templates embed.FS

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: generate OPENAPI.JSON DIRECTORY")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintf(os.Stderr, "Error: %v\n", err)
		os.Exit(1)
	}
}

func run(document, dir string) error {
	text, err := os.ReadFile(filepath.Clean(document)) //nolint:gosec // the caller names it
	if err != nil {
		return err
	}
	files, err := generate(text)
	if err != nil {
		return fmt.Errorf("%s: %w", document, err)
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil { //nolint:gosec // the caller names it
			return err
		}
	}
	return nil
}

// generate returns the files of the client of a document, by name.
func generate(document []byte) (map[string][]byte, error) {
	doc, err := openapi3.NewLoader().LoadFromData(document)
	if err != nil {
		return nil, err
	}
	r := newReader(doc)
	operations, err := r.readOperations(doc)
	if err != nil {
		return nil, err
	}
	if err := r.readStructs(operations); err != nil {
		return nil, err
	}
	parsed, err := template.New("").Funcs(template.FuncMap{"comment": comment, "join": strings.Join}).ParseFS(templates, "*.tmpl")
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, name := range []string{"models", "operations"} {
		var code bytes.Buffer
		data := map[string]any{"Version": doc.Info.Version, "Models": r.models, "Operations": operations}
		if err := parsed.ExecuteTemplate(&code, name+".tmpl", data); err != nil {
			return nil, err
		}
		formatted, err := format.Source(code.Bytes())
		if err != nil {
			return nil, fmt.Errorf("%s: %w\n%s", name, err, code.Bytes())
		}
		files[name+".gen.go"] = formatted
	}
	return files, nil
}
