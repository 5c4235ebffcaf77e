package collection

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/resource"
)

// AddAll adds all of these entries or none, and returns them in the same order. It fails as Add does, and names the members
// at fault of all entries: their pointers begin with /items and the entry's index.
func (c *Collection[T, O]) AddAll(ctx context.Context, owner O, all []resource.Values[T]) (added []*T, err error) {
	err = c.write(ctx, owner, "create", func(ctx context.Context, tx *ent.Client) ([]change, error) {
		edits := make([]*resource.Edit[T], len(all))
		err := ofEach(all, func(i int) error {
			edits[i] = resource.NewEdit(all[i])
			return c.check(ctx, tx, owner, edits[i])
		})
		if err != nil {
			return nil, err
		}
		changes := make([]change, len(all))
		err = ofEach(all, func(i int) error {
			changes[i], err = c.insert(ctx, tx, owner, edits[i])
			return err
		})
		if err != nil {
			return nil, err
		}
		added, err = c.inserted(ctx, tx, changes)
		return changes, err
	})
	return added, err
}

// ofEach does something with each item, and returns one error with the fields at fault of all of them. Any other error ends
// it.
func ofEach[I any](items []I, do func(i int) error) error {
	var found *service.Error
	for i := range items {
		err := do(i)
		if err == nil {
			continue
		}
		refused := service.AsError(err)
		if refused == nil || len(refused.Fields) == 0 {
			return err
		}
		for at := range refused.Fields {
			refused.Fields[at].Pointer = fmt.Sprintf("/items/%d%s", i, refused.Fields[at].Pointer)
		}
		if found == nil {
			found = refused
		} else {
			found.Fields = append(found.Fields, refused.Fields...)
		}
	}
	if found == nil {
		return nil
	}
	return found
}

// insert inserts an entry. When the database refuses it, the transaction goes on without it, so that the next one can be tried:
// that one may be a duplicate too.
func (c *Collection[T, O]) insert(ctx context.Context, tx *ent.Client, owner O, e *resource.Edit[T]) (change, error) {
	id, err := uuid.NewV7()
	if err != nil {
		return change{}, fmt.Errorf("making an id: %w", err)
	}
	if _, err := tx.ExecContext(ctx, "SAVEPOINT entry"); err != nil {
		return change{}, fmt.Errorf("trying an entry: %w", err)
	}
	refused, end := c.Table.Insert(ctx, tx, id, e, owner.Columns()), "RELEASE SAVEPOINT entry"
	if refused != nil {
		end = "ROLLBACK TO SAVEPOINT entry"
	}
	if _, err := tx.ExecContext(ctx, end); err != nil {
		return change{}, fmt.Errorf("trying an entry: %w", err)
	}
	return change{id, e.Changed()}, refused
}

// inserted reads new entries in their order.
func (c *Collection[T, O]) inserted(ctx context.Context, tx *ent.Client, changes []change) ([]*T, error) {
	ids := make([]uuid.UUID, len(changes))
	for i := range changes {
		ids[i] = changes[i].id
	}
	found, err := c.Table.Among(ctx, tx, ids)
	if err != nil {
		return nil, err
	}
	entries := make([]*T, len(ids))
	for i, id := range ids {
		if entries[i] = found[id]; entries[i] == nil {
			return nil, service.Missing()
		}
	}
	return entries, nil
}
