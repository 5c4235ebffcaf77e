// Package sqlfiles embeds the SQL that isn't Go: tables and objects from which migrations are made, seeds, queries.
package sqlfiles

import "embed"

// FS has prelude.sql and the folders of sql/.
//
//go:embed prelude.sql */*
var FS embed.FS
