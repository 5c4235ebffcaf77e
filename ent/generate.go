// Package ent holds the entities, their access rules and the code generated from them.
package ent

//go:generate go tool ent generate --feature sql/versioned-migration,sql/lock,sql/upsert,sql/modifier,sql/execquery,privacy,intercept ./schema
