package collection

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/resource"
)

// Add adds an entry. It fails with Invalid, naming all members at fault, and with Conflict when the owner already has the
// entry.
func (c *Collection[T, O]) Add(ctx context.Context, owner O, values resource.Values[T]) (added *T, err error) {
	id, err := uuid.NewV7()
	if err != nil {
		return nil, fmt.Errorf("making an id: %w", err)
	}
	err = c.write(ctx, owner, "create", func(ctx context.Context, tx *ent.Client) ([]change, error) {
		e := resource.NewEdit(values)
		if err := c.check(ctx, tx, owner, e); err != nil {
			return nil, err
		}
		if err := c.Table.Insert(ctx, tx, id, e, owner.Columns()); err != nil {
			return nil, err
		}
		added, err = c.One(ctx, tx, owner, id)
		return []change{{id, e.Changed()}}, err
	})
	return added, err
}

// Change changes an entry that has one of the versions. It fails with Stale when the entry has a different version, and
// otherwise as Add does.
func (c *Collection[T, O]) Change(
	ctx context.Context, owner O, id uuid.UUID, versions service.Versions, values resource.Values[T],
) (*T, error) {
	return c.edit(ctx, owner, id, "update", versions, values, c.check)
}

// Act performs an action that has rules of its own on an entry: do sets what changes.
func (c *Collection[T, O]) Act(
	ctx context.Context, owner O, id uuid.UUID, verb string, do func(context.Context, *ent.Client, O, *resource.Edit[T]) error,
) (*T, error) {
	return c.edit(ctx, owner, id, verb, service.Versions{Any: true}, resource.Values[T]{}, do)
}

// Remove removes an entry that has one of the versions. It fails with Stale when the entry has a different version.
func (c *Collection[T, O]) Remove(ctx context.Context, owner O, id uuid.UUID, versions service.Versions) error {
	return c.write(ctx, owner, "delete", func(ctx context.Context, tx *ent.Client) ([]change, error) {
		entry, err := c.One(ctx, tx, owner, id)
		if err != nil {
			return nil, err
		}
		at, err := c.version(owner, id, entry, versions)
		if err != nil {
			return nil, err
		}
		n, err := c.Table.Delete(ctx, tx, at)
		if err == nil && n == 0 {
			err = service.Changed()
		}
		if err == nil && c.Removed != nil {
			err = c.Removed(ctx, tx, owner, entry)
		}
		return []change{{id: id}}, err
	})
}

func (c *Collection[T, O]) edit(
	ctx context.Context, owner O, id uuid.UUID, verb string, versions service.Versions, values resource.Values[T],
	do func(context.Context, *ent.Client, O, *resource.Edit[T]) error,
) (changed *T, err error) {
	err = c.write(ctx, owner, verb, func(ctx context.Context, tx *ent.Client) ([]change, error) {
		before, err := c.One(ctx, tx, owner, id)
		if err != nil {
			return nil, err
		}
		at, err := c.version(owner, id, before, versions)
		if err != nil {
			return nil, err
		}
		e := resource.EditOf(before, values)
		if err := do(ctx, tx, owner, e); err != nil {
			return nil, err
		}
		if err := c.Table.Update(ctx, tx, at, e); err != nil {
			return nil, err
		}
		changed, err = c.One(ctx, tx, owner, id)
		return []change{{id, e.Changed()}}, err
	})
	return changed, err
}

// check returns an Invalid error with all members at fault.
func (c *Collection[T, O]) check(ctx context.Context, tx *ent.Client, owner O, e *resource.Edit[T]) error {
	if err := e.Check(ctx, tx); err != nil {
		return err
	}
	if c.Check != nil {
		if err := c.Check(ctx, tx, owner, e); err != nil {
			return err
		}
	}
	return e.Err()
}

// version matches the row of an entry as long as it is unchanged since it was read. It fails with Stale when the entry has
// none of the versions.
func (c *Collection[T, O]) version(owner O, id uuid.UUID, entry *T, versions service.Versions) (resource.Where, error) {
	version := resource.VersionOf(entry)
	return resource.And(c.at(owner, id), resource.Equal(map[string]any{"version": version})), versions.Check(version)
}

// change is what was done to an entry: the members that changed, none when it was removed.
type change struct {
	id      uuid.UUID
	members []*resource.Member
}

// write changes entries of an owner whose entries the viewer may change, and records each change that do returns with the
// names of its members.
func (c *Collection[T, O]) write(
	ctx context.Context, owner O, verb string, do func(context.Context, *ent.Client) ([]change, error),
) error {
	return c.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		if err := owner.Change(ctx, tx); err != nil {
			return err
		}
		changes, err := do(ctx, tx)
		if err != nil {
			return err
		}
		c.options.Store.AfterCommit(ctx, func(ctx context.Context) { c.options.Cache.Invalidate(ctx, owner.Tag()) })
		events := make([]audit.Event, len(changes))
		for i, done := range changes {
			events[i] = c.event(owner, verb, done)
		}
		return c.options.Trail.Record(ctx, events...)
	})
}

func (c *Collection[T, O]) event(owner O, verb string, done change) audit.Event {
	of, payload := owner.Trail()
	if len(done.members) > 0 {
		payload["fields"] = resource.Names(done.members)
	}
	event := audit.Event{Action: c.Name + "." + verb, EntityType: c.Name, EntityID: done.id.String(), PatientID: of.PatientID}
	if len(payload) > 0 {
		event.Payload = payload
	}
	return event
}
