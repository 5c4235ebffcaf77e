// Package ent holds the entities, their access rules and the code generated from them.
package ent

//go:generate go run entc.go
