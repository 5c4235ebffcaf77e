// Package collection keeps what belongs to somebody, several of a kind: what a patient has and takes, how one is reached.
// A Collection lists, reads, adds, changes and removes; what is particular to one are its Owner and a rule or two:
//
//	&collection.Collection[Condition, *Patient]{
//		Options: o, Name: "condition",
//		Table: resource.TableOf[Condition](func(c *ent.Client) *ent.PatientConditionClient { return c.PatientCondition }),
//		Order: page.Order{Columns: []string{"onset_date", "condition_id"}, Desc: true},
//		Check: func(…) error { … },
//	}
package collection

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/cache"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/resource"
)

// Options are what collections work with.
type Options struct {
	Store   *service.Store
	Cursors *page.Cursors
	Cache   *cache.Cache
	Trail   *audit.Trail
}

// Owner is whose the entries are.
type Owner interface {
	// Columns are those of an entry that say so.
	Columns() map[string]any
	// See returns nil when the viewer may see the owner's entries, else the error of a missing record, or another one.
	See(ctx context.Context, client *ent.Client) error
	// Change returns nil when the viewer may change them. It may keep what it reads for the rules of an entry.
	Change(ctx context.Context, tx *ent.Client) error
	// Trail says whose entries they are: its entity is the owner, its patient the one whose record they are part of, if any;
	// more, a map of the caller's, is what the trail of a change says besides.
	Trail() (owner audit.Event, more map[string]any)
	// Tag is that of cached answers which show the entries.
	Tag() string
}

// Collection lists, reads and changes the Ts of an owner. To who may not see them, all methods fail with the error of a
// missing record, and what changes them fails with a Forbidden one for who may only see them.
type Collection[T any, O Owner] struct {
	Options
	// Name is what the trail calls an entry.
	Name  string
	Table *resource.Table[T]
	Order page.Order
	// Check refuses what is wrong with an entry, beside what resource.Edit does; nil when there is no rule of its own.
	Check func(ctx context.Context, tx *ent.Client, owner O, e *resource.Edit[T]) error
	// Removed follows from the removal of an entry; nil when nothing does.
	Removed func(ctx context.Context, tx *ent.Client, owner O, entry *T) error
	// Show hides what the viewer may not see of an entry; nil when they see all.
	Show func(v viewer.Viewer, entry *T)
}

// Filter narrows a list to entries whose columns have these values; empty ones don't narrow it.
type Filter map[string]string

// List returns a page of the owner's entries in order, and notes that they were read when they are part of a patient's record.
// It fails with an Invalid error when the limit or the cursor is none.
func (c *Collection[T, O]) List(ctx context.Context, owner O, filter Filter, r page.Request) (page.Page[*T], error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return page.Page[*T]{}, err
	}
	columns := owner.Columns()
	for column, value := range filter {
		if value != "" {
			columns[column] = value
		}
	}
	client := c.Store.Client(ctx)
	// A cursor holds for what it was given for: this viewer, owner and filter.
	list := page.Identify(c.Name, v.AccountID, columns)
	p, err := c.Table.Page(ctx, client, c.Cursors, resource.Equal(columns), r, c.Order, list)
	if err != nil {
		return page.Page[*T]{}, fmt.Errorf("listing %s: %w", c.Name, err)
	}
	if len(p.Items) == 0 { // an owner without entries, or none
		if err := owner.See(ctx, client); err != nil {
			return page.Page[*T]{}, err
		}
	}
	c.show(v, p.Items...)
	return p, c.noteRead(ctx, owner, len(p.Items))
}

// All returns all of the owner's entries in the order of List; none to who may not see them. It notes nothing: it is for what
// puts a whole record together and notes that.
func (c *Collection[T, O]) All(ctx context.Context, owner O) ([]*T, error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	items, err := c.Table.All(ctx, c.Store.Client(ctx), resource.Equal(owner.Columns()), c.Order)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", c.Name, err)
	}
	c.show(v, items...)
	return items, nil
}

// Get returns one of the owner's entries, and notes that it was read when it is part of a patient's record.
func (c *Collection[T, O]) Get(ctx context.Context, owner O, id uuid.UUID) (*T, error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	client := c.Store.Client(ctx)
	item, err := c.One(ctx, client, owner, id)
	if service.CodeOf(err) == service.NotFound {
		if err := owner.See(ctx, client); err != nil {
			return nil, err
		}
	}
	if err != nil {
		return nil, err
	}
	c.show(v, item)
	return item, c.noteRead(ctx, owner, 1)
}

// One returns one of the owner's entries with all that it holds.
func (c *Collection[T, O]) One(ctx context.Context, client *ent.Client, owner O, id uuid.UUID) (*T, error) {
	item, err := c.Table.One(ctx, client, c.at(owner, id))
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", c.Name, err)
	}
	return item, nil
}

// at is the row of an entry.
func (c *Collection[T, O]) at(owner O, id uuid.UUID) resource.Where {
	columns := owner.Columns()
	columns["id"] = id
	return resource.Equal(columns)
}

func (c *Collection[T, O]) show(v viewer.Viewer, items ...*T) {
	if c.Show == nil {
		return
	}
	for _, item := range items {
		c.Show(v, item)
	}
}

func (c *Collection[T, O]) noteRead(ctx context.Context, owner O, entries int) error {
	event, _ := owner.Trail()
	if event.PatientID == uuid.Nil {
		return nil
	}
	event.Action, event.ResultCount = c.Name+".read", entries
	return c.Trail.Note(ctx, event)
}
