package migration

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestForgottenGenerate(t *testing.T) {
	t.Parallel()
	const note = "package schema\n\nvar fields = []string{\"id\", \"text\"}\n"
	for name, test := range map[string]struct {
		change func(fstest.MapFS)
		says   string
	}{
		"nothing changed":    {func(fstest.MapFS) {}, ""},
		"a comment":          {func(f fstest.MapFS) { f["note.go"].Data = []byte("// A comment.\n" + note + "\n// Another.\n") }, ""},
		"a test":             {func(f fstest.MapFS) { f["note_test.go"] = &fstest.MapFile{Data: []byte(note)} }, ""},
		"a field less":       {func(f fstest.MapFS) { f["note.go"].Data = []byte("package schema\n\nvar fields = []string{\"id\"}\n") }, "ent/schema/note.go;"},
		"an entity more":     {func(f fstest.MapFS) { f["visit.go"] = &fstest.MapFile{Data: []byte(note)} }, "ent/schema/visit.go;"},
		"an entity less":     {func(f fstest.MapFS) { delete(f, "note.go") }, "ent/schema/note.go (gone)"},
		"a mixin":            {func(f fstest.MapFS) { f["mixin/key.go"].Data = []byte("package mixin\n\nvar x = 2\n") }, "ent/schema/mixin/key.go;"},
		"a file half edited": {func(f fstest.MapFS) { f["note.go"].Data = []byte("package schema\n\nvar fields = {") }, "note.go:3:"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newToy(t, nil)
			entities := fstest.MapFS{"note.go": {Data: []byte(note)}, "mixin/key.go": {Data: []byte("package mixin\n\nvar x = 1\n")}}
			require.NoError(t, SaveEntities(p.Dir, entities))
			p.Entities = entities
			test.change(entities)
			_, err := p.Diff(t.Context(), p.dev, DiffOptions{Name: "change"})
			if test.says == "" {
				require.NoError(t, err)
				return
			}
			require.ErrorContains(t, err, test.says)
			if name != "a file half edited" {
				assert.ErrorContains(t, err, "go generate ./ent")
			}
		})
	}
}
