package resource

import (
	"context"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/internal/cache"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
)

// Changes are how callers change Ts that stand by themselves: a patient, a health profile.
type Changes[T any] struct {
	Store *service.Store
	Cache *cache.Cache
	Trail *audit.Trail
	Table *Table[T]
	// Find reads a T with all that it holds, as far as the viewer may see it.
	Find func(ctx context.Context, client *ent.Client, id uuid.UUID) (*T, error)
	// May says which rights to a T the viewer has.
	May func(ctx context.Context, of *T) (func(right string) bool, error)
	// Check refuses what is wrong with a T, beside what Edit does; nil when there is no rule of its own.
	Check func(ctx context.Context, tx *ent.Client, e *Edit[T]) error
	// At is the row of a T of which something is stored.
	At func(of *T) Where
	// Insert stores what there was nothing of, a T of version 0; nil when there are none.
	Insert func(ctx context.Context, tx *ent.Client, e *Edit[T]) error
	// Event is what the trail says of a change, but for the names of the members.
	Event func(of *T) audit.Event
	// Tag is that of cached answers which show Ts.
	Tag string
}

// Change changes a T that has one of the versions. It fails with the error of a missing record to who may not see it, with a
// Forbidden one that names the members that the viewer may not change, a Stale one when the version is another, and an Invalid
// one that names all members at fault.
func (c *Changes[T]) Change(ctx context.Context, id uuid.UUID, versions service.Versions, values Values[T]) (changed *T, err error) {
	err = c.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		before, err := c.Find(ctx, tx, id)
		if err != nil {
			return err
		}
		e := EditOf(before, values)
		if err := c.check(ctx, tx, e, versions); err != nil {
			return err
		}
		if err := c.save(ctx, tx, e); err != nil {
			return err
		}
		c.Store.AfterCommit(ctx, func(ctx context.Context) { c.Cache.Invalidate(ctx, c.Tag) })
		event := c.Event(before)
		event.Payload = map[string]any{"fields": Names(e.Changed())}
		if err := c.Trail.Record(ctx, event); err != nil {
			return err
		}
		changed, err = c.Find(ctx, tx, id)
		return err
	})
	return changed, err
}

func (c *Changes[T]) check(ctx context.Context, tx *ent.Client, e *Edit[T], versions service.Versions) error {
	may, err := c.May(ctx, e.Before)
	if err != nil {
		return err
	}
	if err := e.Permit(may); err != nil {
		return err
	}
	if err := versions.Check(VersionOf(e.Before)); err != nil {
		return err
	}
	if err := e.Check(ctx, tx); err != nil {
		return err
	}
	if c.Check != nil {
		if err := c.Check(ctx, tx, e); err != nil {
			return err
		}
	}
	return e.Err()
}

func (c *Changes[T]) save(ctx context.Context, tx *ent.Client, e *Edit[T]) error {
	version := VersionOf(e.Before)
	if version == 0 && c.Insert != nil {
		return c.Insert(ctx, tx, e)
	}
	return c.Table.Update(ctx, tx, And(c.At(e.Before), Equal(map[string]any{"version": version})), e)
}
