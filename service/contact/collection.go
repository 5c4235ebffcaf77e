package contact

import (
	"context"
	"fmt"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/collection"
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/resource"
)

// Collection manages the contacts of one kind, of all owners. An owner with contacts has exactly one primary one.
type Collection[T any] struct {
	*collection.Collection[T, Owner]
}

// of returns a collection sorted by the columns of order. It has the rules for all kinds of contact; check adds those of one kind.
// A contact is no longer verified when one of the members vouched changes.
func of[T any](
	o collection.Options, name string, table *resource.Table[T], order, vouched []string, check func(*resource.Edit[T]),
) *Collection[T] {
	c := &Collection[T]{collection.New(o, collection.Collection[T, Owner]{Name: name, Table: table, Order: page.Order{Columns: order}})}
	c.Check = func(ctx context.Context, tx *ent.Client, owner Owner, e *resource.Edit[T]) error {
		check(e)
		if slices.ContainsFunc(e.Changed(), func(m *resource.Member) bool { return slices.Contains(vouched, m.Name) }) {
			common(e.After).VerifiedAt = nil
		}
		if common(e.Before).ID != uuid.Nil {
			return nil
		}
		primary, err := c.primary(ctx, tx, owner)
		common(e.After).Primary = primary == nil
		return err
	}
	c.Removed = func(ctx context.Context, tx *ent.Client, owner Owner, contact *T) error {
		if !common(contact).Primary {
			return nil
		}
		first := func(s *sql.Selector) { s.Limit(1) }
		rest, err := c.Table.All(ctx, tx, resource.And(resource.Equal(owner.Columns()), first), c.Order)
		if err != nil || len(rest) == 0 {
			return err
		}
		return c.setPrimary(ctx, tx, resource.Equal(map[string]any{columnID: common(rest[0]).ID}), true)
	}
	return c
}

const (
	columnID      = "id"
	columnPrimary = "is_primary"
)

// wherePrimary matches the primary contact of an owner.
func wherePrimary(owner Owner) resource.Where {
	return resource.And(resource.Equal(owner.Columns()), resource.Equal(map[string]any{columnPrimary: true}))
}

// primary returns the primary contact of an owner; nil when there is none.
func (c *Collection[T]) primary(ctx context.Context, client *ent.Client, owner Owner) (*T, error) {
	found, err := c.Table.One(ctx, client, wherePrimary(owner))
	if service.CodeOf(err) == service.NotFound {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading the primary %s: %w", c.Name, err)
	}
	return found, nil
}

func (c *Collection[T]) setPrimary(ctx context.Context, tx *ent.Client, at resource.Where, primary bool) error {
	return c.Table.Set(ctx, tx, at, map[string]ent.Value{columnPrimary: primary})
}

// MakePrimary makes a contact the primary one; the previous one no longer is.
func (c *Collection[T]) MakePrimary(ctx context.Context, owner Owner, id uuid.UUID) (*T, error) {
	return c.Act(ctx, owner, id, "make_primary", func(ctx context.Context, tx *ent.Client, owner Owner, e *resource.Edit[T]) error {
		contact := common(e.After)
		if contact.Primary {
			return nil
		}
		contact.Primary = true
		return c.setPrimary(ctx, tx, wherePrimary(owner), false)
	})
}

// Verify records that a contact has been confirmed to be correct; repeating it changes nothing. It fails with Forbidden for
// owners, who can't verify their own contacts.
func (c *Collection[T]) Verify(ctx context.Context, owner Owner, id uuid.UUID) (*T, error) {
	return c.Act(ctx, owner, id, "verify", func(ctx context.Context, _ *ent.Client, owner Owner, e *resource.Edit[T]) error {
		if owner.asks(ctx) {
			return service.Errorf(service.Forbidden, "You can't verify your own contacts. Somebody else must do so.")
		}
		if contact := common(e.After); contact.VerifiedAt == nil {
			now := time.Now().UTC()
			contact.VerifiedAt = &now
		}
		return nil
	})
}

// common returns what contacts of all kinds have in common.
func common(contact any) *Contact { return contact.(interface{ common() *Contact }).common() }
