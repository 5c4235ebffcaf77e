// Package migrate holds the tables as ent knows them, and the versioned migrations that make them.
package migrate

import "embed"

// Files are the versioned migrations with atlas.sum (folder migrations), schema.sql and objects.sum.
//
//go:embed migrations schema.sql objects.sum
var Files embed.FS
