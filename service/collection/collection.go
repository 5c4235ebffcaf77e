// Package collection manages things of one kind that belong to one owner: a patient's conditions and medications, or
// somebody's contacts. A Collection lists, reads, adds, changes and removes entries. Only its Owner and a rule or two are
// particular to it:
//
//	collection.New(o, collection.Collection[Condition, *Patient]{
//		Name:  "condition",
//		Table: resource.TableOf[Condition](func(c *ent.Client) *ent.PatientConditionClient { return c.PatientCondition }),
//		Order: page.Order{Columns: []string{"onset_date", "condition_id"}, Desc: true},
//		Check: func(…) error { … },
//	})
package collection

import (
	"context"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/cache"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/resource"
)

// Options are the options of New.
type Options struct {
	Store   *service.Store
	Cursors *page.Cursors
	Cache   *cache.Cache
	Trail   *audit.Trail
}

// Owner is the owner of the entries.
type Owner interface {
	// Columns returns the columns of an entry that name the owner.
	Columns() map[string]any
	// See returns nil when the viewer may see the owner's entries, otherwise the error of a missing record or another error.
	See(ctx context.Context, client *ent.Client) error
	// Change returns nil when the viewer may change the entries. It may keep what it reads for an entry's rules.
	Change(ctx context.Context, tx *ent.Client) error
	// Trail returns an event with the owner as its entity and with the patient whose record the entries are part of, if any.
	// more, a map that the caller may change, is what the event of a change says in addition.
	Trail() (owner audit.Event, more map[string]any)
	// Tag returns the tag of cached responses that show the entries.
	Tag() string
}

// Collection lists, reads and changes the Ts of an owner. All methods fail as for a missing record when the viewer may not
// see the entries. Methods that change entries fail with Forbidden when the viewer may only see them.
type Collection[T any, O Owner] struct {
	options Options
	// Name is the audit trail's name for an entry.
	Name  string
	Table *resource.Table[T]
	Order page.Order
	// Check refuses what is wrong with an entry, in addition to what resource.Edit refuses; nil when there are no more rules.
	Check func(ctx context.Context, tx *ent.Client, owner O, e *resource.Edit[T]) error
	// WithStatus selects the entries with one of some statuses; nil when the column status alone decides.
	WithStatus func(statuses []string) resource.Where
	// Removed runs after an entry has been removed; nil when nothing else must happen.
	Removed func(ctx context.Context, tx *ent.Client, owner O, entry *T) error
	// Show hides what the viewer may not see of an entry; nil when they may see everything.
	Show func(v viewer.Viewer, entry *T)
}

// New returns a Collection with these options and the rules of rules.
func New[T any, O Owner](o Options, rules Collection[T, O]) *Collection[T, O] {
	rules.options = o
	return &rules
}

// Filter selects the entries to list. Empty values select all.
type Filter struct {
	// Status selects entries with one of these statuses; only for entries that have a status.
	Status []string
	// UpdatedSince selects entries that changed at this instant or later.
	UpdatedSince time.Time
	// Sort is page.SortChanged or page.SortChangedLast, or empty for the order of the collection. By default, what changed
	// since an instant is sorted by its change.
	Sort string
}

var changes = page.Orders{page.SortChanged: {"updated_at", "id"}}

// order returns the order of a list; own is that of the collection.
func (f Filter) order(own page.Order) page.Order {
	if f.Sort == "" && !f.UpdatedSince.IsZero() {
		f.Sort = page.SortChanged
	}
	if order, ok := changes.Parse(f.Sort); ok {
		return order
	}
	return own
}

// where narrows a list to what the filter selects.
func (c *Collection[T, O]) where(f Filter) resource.Where {
	return func(s *sql.Selector) {
		page.ChangedSince(f.UpdatedSince)(s)
		switch {
		case len(f.Status) == 0:
		case c.WithStatus != nil:
			c.WithStatus(f.Status)(s)
		default:
			sql.FieldIn("status", f.Status...)(s)
		}
	}
}

// List returns a page of the owner's entries, and records the read when they are part of a patient's record. It fails with
// Invalid when the limit or the cursor is not valid.
func (c *Collection[T, O]) List(ctx context.Context, owner O, filter Filter, r page.Request) (page.Page[*T], error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return page.Page[*T]{}, err
	}
	columns := owner.Columns()
	client := c.options.Store.Client(ctx)
	// A cursor is valid only for the viewer, the owner and the filter that it was made for.
	list := page.Identify(c.Name, v.AccountID, columns, filter)
	where := resource.And(resource.Equal(columns), c.where(filter))
	p, err := c.Table.Page(ctx, client, c.options.Cursors, where, r, filter.order(c.Order), list)
	if err != nil {
		return page.Page[*T]{}, fmt.Errorf("listing %s: %w", c.Name, err)
	}
	if len(p.Items) == 0 { // the owner has no entries or does not exist
		if err := owner.See(ctx, client); err != nil {
			return page.Page[*T]{}, err
		}
	}
	c.show(v, p.Items...)
	return p, c.noteRead(ctx, owner, len(p.Items))
}

// All returns all of the owner's entries in the order of List; none for viewers who may not see them. It records nothing:
// it is for services that put a whole record together and record that themselves.
func (c *Collection[T, O]) All(ctx context.Context, owner O) ([]*T, error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	items, err := c.Table.All(ctx, c.options.Store.Client(ctx), resource.Equal(owner.Columns()), c.Order)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", c.Name, err)
	}
	c.show(v, items...)
	return items, nil
}

// Get returns one of the owner's entries, and records the read when it is part of a patient's record.
func (c *Collection[T, O]) Get(ctx context.Context, owner O, id uuid.UUID) (*T, error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	client := c.options.Store.Client(ctx)
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

// One returns one of the owner's entries without hiding anything.
func (c *Collection[T, O]) One(ctx context.Context, client *ent.Client, owner O, id uuid.UUID) (*T, error) {
	item, err := c.Table.One(ctx, client, c.at(owner, id))
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", c.Name, err)
	}
	return item, nil
}

// at matches the row of an entry.
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
	return c.options.Trail.Note(ctx, event)
}
