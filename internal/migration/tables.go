package migration

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/postgres"
	"ariga.io/atlas/sql/schema"
)

// tablePlan turns the tables of one database into those of another.
type tablePlan struct {
	// changes run in one transaction.
	changes []*migrate.Change
	// concurrent are changes that need not block users of a table with rows: indexes, created and dropped CONCURRENTLY, which
	// can't run in a transaction, and the validation of new constraints.
	concurrent []*migrate.Change
}

// diffTables inspects both databases and returns the changes to tables, as Atlas sees them.
func diffTables(ctx context.Context, from, to *devDatabase) (schema.Changes, migrate.Driver, error) {
	drv, err := postgres.Open(from)
	if err != nil {
		return nil, nil, err
	}
	toDrv, err := postgres.Open(to)
	if err != nil {
		return nil, nil, err
	}
	current, err := drv.InspectSchema(ctx, "public", nil)
	if err != nil {
		return nil, nil, fmt.Errorf("inspect migrated tables: %w", err)
	}
	desired, err := toDrv.InspectSchema(ctx, "public", nil)
	if err != nil {
		return nil, nil, fmt.Errorf("inspect desired tables: %w", err)
	}
	changes, err := drv.SchemaDiff(current, desired, schema.DiffNormalized())
	if err != nil {
		return nil, nil, fmt.Errorf("compare tables: %w; write this step by hand with `go run ./cmd/migrate new NAME`", err)
	}
	return changes, drv, nil
}

// dropSpurious removes changes to checks and indexes that Atlas sees only because PostgreSQL prints the same expression
// with other parentheses.
func dropSpurious(changes schema.Changes, have, want catalog) schema.Changes {
	same := func(key string) bool {
		h, ok := have[key]
		w, wanted := want[key]
		return ok && wanted && h.Definition == w.Definition
	}
	for _, c := range changes {
		m, ok := c.(*schema.ModifyTable)
		if !ok {
			continue
		}
		m.Changes = slices.DeleteFunc(m.Changes, func(c schema.Change) bool {
			switch c := c.(type) {
			case *schema.ModifyCheck:
				return same("constraint " + c.From.Name + " on " + m.T.Name)
			case *schema.ModifyIndex:
				return !c.Change.Is(schema.ChangeComment) && same("index "+c.From.Name)
			}
			return false
		})
	}
	return slices.DeleteFunc(changes, func(c schema.Change) bool {
		m, ok := c.(*schema.ModifyTable)
		return ok && len(m.Changes) == 0
	})
}

// planTables turns changes into statements: first tables, then foreign keys that need one of the new unique indexes;
// what is done without blocking is kept apart.
func planTables(ctx context.Context, drv migrate.Driver, changes schema.Changes) (tablePlan, error) {
	parts := split(changes)
	var plan tablePlan
	added := map[string]bool{} // nothing can be lost or fail in a new table
	for _, c := range changes {
		if add, ok := c.(*schema.AddTable); ok {
			added[add.T.Name] = true
		}
	}
	for _, batch := range []schema.Changes{parts.first, parts.keys} {
		planned, err := planBatch(ctx, drv, batch, added)
		if err != nil {
			return tablePlan{}, err
		}
		plan.changes = append(plan.changes, planned...)
	}
	var err error
	plan.concurrent, err = planBatch(ctx, drv, parts.concurrent, added)
	plan.concurrent = append(plan.concurrent, parts.validations...)
	return plan, err
}

func planBatch(ctx context.Context, drv migrate.Driver, changes schema.Changes, added map[string]bool) ([]*migrate.Change, error) {
	if len(changes) == 0 {
		return nil, nil
	}
	plan, err := drv.PlanChanges(ctx, "", changes, func(o *migrate.PlanOptions) {
		o.Mode, o.Indent, o.SchemaQualifier = migrate.PlanModeDeferred, "  ", new(string)
	})
	if err != nil {
		return nil, fmt.Errorf("plan tables: %w", err)
	}
	for _, c := range plan.Changes {
		if m, ok := c.Source.(*schema.ModifyTable); !ok || !added[m.T.Name] {
			c.Comment = strings.Join(append([]string{c.Comment}, warnings(c)...), "\n-- ")
		}
		c.Cmd = strings.ReplaceAll(c.Cmd, " ADD\nCONSTRAINT ", "\n  ADD CONSTRAINT ")
	}
	return plan.Changes, nil
}

func has[T schema.Attr](attrs []schema.Attr) bool {
	return slices.ContainsFunc(attrs, func(a schema.Attr) bool { _, ok := a.(T); return ok })
}
