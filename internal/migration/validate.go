package migration

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
)

// Check is a result of Validate; Err is nil if everything is in order.
type Check struct {
	Name string
	Err  error
}

// Validate checks the migration directory: that atlas.sum matches, that the files can be applied to an empty database,
// that schema.sql and objects.sum are current, and that the migrated database equals the desired one in everything that
// PostgreSQL's catalog knows. It stops at the first failure that makes the remaining checks pointless.
func (p Project) Validate(ctx context.Context, dev Dev) []Check {
	dir, err := p.Migrations()
	if err == nil {
		err = CheckSum(dir)
	}
	checks := []Check{{Name: "atlas.sum fits the files", Err: err}}
	if err != nil {
		return checks
	}
	checks = append(checks,
		Check{Name: "schema.sql is current", Err: p.CheckSchema(ctx)},
		Check{Name: "objects.sum is current", Err: p.checkObjects()})
	differences, err := p.Parity(ctx, dev)
	if err == nil && len(differences) > 0 {
		lines := make([]string, len(differences))
		for i, d := range differences {
			lines[i] = d.String()
		}
		err = fmt.Errorf("run `go run ./cmd/migrate diff NAME`; these differ:\n    %s", strings.Join(lines, "\n    "))
	}
	return append(checks, Check{Name: "replayed migrations make the desired schema", Err: err})
}

// Parity compares a database built from the migrations with one built from the desired schema and the SQL objects. Have
// of a difference is what the migrations create.
func (p Project) Parity(ctx context.Context, dev Dev) (_ []Difference, err error) {
	d, err := p.newDiff(ctx, dev, DiffOptions{})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, d.close()) }()
	return compare(d.have, d.want), nil
}

// checkObjects returns an error if an SQL object was changed without a migration since.
func (p Project) checkObjects() error {
	data, err := os.ReadFile(p.sumsPath())
	if err != nil {
		return err
	}
	known, err := parseSums(objectsFile, data)
	if err != nil {
		return err
	}
	prelude, err := readPrelude(p.SQL)
	if err != nil {
		return err
	}
	objects, err := p.readObjects()
	if err != nil {
		return err
	}
	stale := known.stale(append([]source{prelude}, objects...), "sql/")
	if len(stale) > 0 {
		return fmt.Errorf("changed since the last migration: %s; run `go run ./cmd/migrate diff NAME`", strings.Join(stale, ", "))
	}
	return nil
}
