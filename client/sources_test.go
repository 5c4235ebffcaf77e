package client_test

import (
	"io/fs"
	"slices"
)

// sources is a directory without what is made in it.
type sources struct{ fs.FS }

func (s sources) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(s.FS, name)
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		return slices.Contains([]string{"node_modules", "dist", "generated"}, e.Name())
	}), err
}
