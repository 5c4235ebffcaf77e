package resource

import (
	"context"
	"maps"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/internal/cache"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
)

// Changes changes resources that don't belong to a collection, such as a patient or a health profile.
type Changes[T any] struct {
	Store *service.Store
	Cache *cache.Cache
	Trail *audit.Trail
	Table *Table[T]
	// Name is the audit trail's name for a T.
	Name string
	// Find reads a whole T, as far as the viewer may see it; nil for Table.Find.
	Find func(ctx context.Context, client *ent.Client, id uuid.UUID) (*T, error)
	// May returns which rights to a T the viewer has.
	May func(ctx context.Context, of *T) (func(right string) bool, error)
	// Check refuses what is wrong with a T, in addition to what Edit refuses; nil when there are no more rules.
	Check func(ctx context.Context, tx *ent.Client, e *Edit[T]) error
	// At matches the row of a T that is stored; nil for the row with its id.
	At func(of *T) Where
	// Insert stores a T that isn't stored yet, which has version 0; nil when every T is stored.
	Insert func(ctx context.Context, tx *ent.Client, e *Edit[T]) error
	// Event returns an event with a T as its entity, and with the patient whose record it is part of, if any.
	Event func(of *T) audit.Event
	// More returns what the event of a change says besides the names of the members; nil when there is no more to say.
	More func(e *Edit[T]) map[string]any
	// Tag is the tag of cached responses that show Ts; empty when none do.
	Tag string
}

// Change changes a T that has one of the versions. It fails:
//
//   - as for a missing record when the viewer may not see it
//   - with Forbidden, naming the members that the viewer may not change
//   - with Stale when it has a different version
//   - with Invalid, naming all members at fault
func (c *Changes[T]) Change(ctx context.Context, id uuid.UUID, versions service.Versions, values Values[T]) (*T, error) {
	return c.Act(ctx, id, "update", func(ctx context.Context, tx *ent.Client, before *T) (map[string]any, error) {
		e := EditOf(before, values)
		if err := c.check(ctx, tx, e, versions); err != nil {
			return nil, err
		}
		payload := map[string]any{"fields": Names(e.Changed())}
		if c.More != nil {
			maps.Copy(payload, c.More(e))
		}
		return payload, c.save(ctx, tx, e)
	})
}

// Act performs an action that has rules of its own on a T, records it, and returns the T after it. do makes sure that the
// viewer may perform the action, changes what it changes, and returns what the event says of it; nil for nothing.
func (c *Changes[T]) Act(
	ctx context.Context, id uuid.UUID, verb string,
	do func(ctx context.Context, tx *ent.Client, before *T) (payload map[string]any, err error),
) (after *T, err error) {
	err = c.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		before, err := c.find(ctx, tx, id)
		if err != nil {
			return err
		}
		payload, err := do(ctx, tx, before)
		if err != nil {
			return err
		}
		if c.Tag != "" {
			c.Store.AfterCommit(ctx, func(ctx context.Context) { c.Cache.Invalidate(ctx, c.Tag) })
		}
		event := c.Event(before)
		event.Action = c.Name + "." + verb
		if payload != nil {
			event.Payload = payload
		}
		if err := c.Trail.Record(ctx, event); err != nil {
			return err
		}
		after, err = c.find(ctx, tx, id)
		return err
	})
	return after, err
}

func (c *Changes[T]) find(ctx context.Context, client *ent.Client, id uuid.UUID) (*T, error) {
	if c.Find == nil {
		return c.Table.Find(ctx, client, id)
	}
	return c.Find(ctx, client, id)
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
	at := sql.FieldEQ("id", IDOf(e.Before))
	if c.At != nil {
		at = c.At(e.Before)
	}
	return c.Table.Update(ctx, tx, And(at, Equal(map[string]any{"version": version})), e)
}
