//go:build ignore

// Entc generates the code in this directory. To read the schema, ent compiles ent/schema, whose policies are in
// ent/rule, which needs the generated code. So for that compilation a stub stands for ent/rule: generating takes
// seconds, and works too when the last generated code is missing, in conflict or out of date.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"entgo.io/ent/entc"
	"entgo.io/ent/entc/gen"

	"github.com/predicthealth/predicthealth/internal/migration"
)

var features = []gen.Feature{gen.FeatureLock, gen.FeatureModifier, gen.FeatureExecQuery, gen.FeaturePrivacy}

// tag keeps every other build from seeing the stub.
const tag = "entc"

func main() {
	if err := generate(); err != nil {
		log.Fatalln("generate:", err)
	}
}

func generate() (err error) {
	dir, err := os.MkdirTemp("", "entc")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	rules, err := filepath.Abs("rule")
	if err != nil {
		return err
	}
	paths, err := filepath.Glob(filepath.Join(rules, "*.go"))
	if err != nil {
		return err
	}
	// In its place, not in the overlay: one of the tools that ent uses reads the disk.
	stub := filepath.Join(rules, "entc_stub.go")
	paths = slices.DeleteFunc(paths, func(path string) bool { return path == stub }) // left by a run that was killed
	if err := writeStub(stub, paths); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.Remove(stub)) }()
	overlay := filepath.Join(dir, "overlay.json")
	if err := hide(paths, overlay); err != nil {
		return err
	}
	err = entc.Generate("./schema", &gen.Config{Features: features},
		entc.BuildFlags("-tags="+tag, "-overlay="+overlay), entc.TemplateDir("template"))
	if err != nil {
		return err
	}
	return migration.SaveEntities("migrate", os.DirFS("schema"))
}

// writeStub writes a package with the functions that the files in paths export, and nothing in them.
func writeStub(stub string, paths []string) error {
	text := strings.Builder{}
	fmt.Fprintf(&text, "//go:build %s\n\npackage rule\n\nimport \"entgo.io/ent\"\n\ntype policy struct{ ent.Policy }\n\n", tag)
	for _, path := range paths {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		for _, declaration := range file.Decls {
			f, ok := declaration.(*ast.FuncDecl)
			if ok && f.Recv == nil && f.Name.IsExported() && f.Type.Params.NumFields() == 0 {
				fmt.Fprintf(&text, "func %s() ent.Policy { return policy{} }\n", f.Name)
			}
		}
	}
	return os.WriteFile(stub, []byte(text.String()), 0o600)
}

// hide writes the overlay that lets the go command not see the files in paths.
func hide(paths []string, overlay string) error {
	replace := map[string]string{}
	for _, path := range paths {
		replace[path] = ""
	}
	text, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return err
	}
	return os.WriteFile(overlay, text, 0o600)
}
