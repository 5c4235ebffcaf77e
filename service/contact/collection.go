package contact

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/change"
	"github.com/predicthealth/predicthealth/service/page"
)

// Collection are the contacts of one kind, whosever they are: a T is one of them, a V what is said of one that is added
// or changed.
//
// Patients' contacts are seen by whoever sees the patient, doctors' by themselves, their institution and staff with
// doctors:read, institutions' by themselves and staff with institutions:read. They are changed by their owner (a doctor
// who practises, an institution that is active), a patient's also by their doctor and their institution, a doctor's by
// the institution, and by staff who may read and update the owner.
//
// Every method fails with the error of a missing record for who may not see the owner's contacts, or with Forbidden for
// staff without the permission; those that change something with Forbidden for who may only see them.
type Collection[T resource, V values[T]] struct {
	Options
	table table[T]
}

type resource interface {
	comparable
	common() *Contact
}

// values are those of a contact that is added or changed.
type values[T resource] interface {
	// members are the columns that are named, compared with the contact before, nil for a new one. What is at fault goes
	// to found.
	members(ctx context.Context, tx *ent.Client, before T, found *service.Checks) ([]*change.Member, error)
}

// where narrows a statement on a table of contacts.
type where = func(*sql.Selector)

// table is what the kinds of contact differ in: ent's builders have no type in common.
type table[T resource] struct {
	// name is the kind's in the trail, sql that of the table in the database.
	name, sql string
	// vouched are the columns whose change makes a verification void.
	vouched []string
	page    func(context.Context, *ent.Client, *page.Cursors, where, page.Request, string) (page.Page[T], error)
	all     func(context.Context, *ent.Client, where) ([]T, error)
	one     func(context.Context, *ent.Client, where) (T, error)
	insert  func(context.Context, *ent.Client, Owner, uuid.UUID, []*change.Member) error
	update  func(context.Context, *ent.Client, where, []*change.Member) (int, error)
	remove  func(context.Context, *ent.Client, where) (int, error)
}

// columns of every kind of contact.
const (
	columnID         = "id"
	columnOwnerKind  = "entity_type"
	columnOwner      = "entity_id"
	columnPrimary    = "is_primary"
	columnVerifiedAt = "verified_at"
	columnVersion    = "version"
)

func (o Owner) all(s *sql.Selector) {
	s.Where(sql.And(sql.EQ(s.C(columnOwnerKind), string(o.Kind)), sql.EQ(s.C(columnOwner), o.ID)))
}

func (o Owner) one(id uuid.UUID) where {
	return func(s *sql.Selector) {
		o.all(s)
		s.Where(sql.EQ(s.C(columnID), id))
	}
}

func (o Owner) primary(s *sql.Selector) {
	o.all(s)
	s.Where(sql.IsTrue(s.C(columnPrimary)))
}

// List returns a page of an owner's contacts, and notes that a patient's were read. Invalid is a cursor of another list.
func (c *Collection[T, V]) List(ctx context.Context, o Owner, r page.Request) (page.Page[T], error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return page.Page[T]{}, err
	}
	client := c.Store.Client(ctx)
	list := fmt.Sprintf("%s of %s %s for %s", c.table.sql, o.Kind, o.ID, v.AccountID)
	p, err := c.table.page(ctx, client, c.Cursors, o.all, r, list)
	if err != nil {
		return page.Page[T]{}, err
	}
	if len(p.Items) == 0 {
		if err := o.seen(ctx, client); err != nil {
			return page.Page[T]{}, err
		}
	}
	return p, c.noteRead(ctx, audit.Event{EntityType: string(o.Kind), EntityID: o.ID.String(), PatientID: o.patient(), ResultCount: len(p.Items)})
}

// All returns all of an owner's contacts in the order of List; none for who may not see the owner's. It is for what puts a
// record together and notes that: it notes nothing.
func (c *Collection[T, V]) All(ctx context.Context, o Owner) ([]T, error) {
	found, err := c.table.all(ctx, c.Store.Client(ctx), o.all)
	if err != nil {
		return nil, fmt.Errorf("reading contacts: %w", err)
	}
	return found, nil
}

// Get returns one of an owner's contacts, and notes that a patient's was read.
func (c *Collection[T, V]) Get(ctx context.Context, o Owner, id uuid.UUID) (T, error) {
	var none T
	client := c.Store.Client(ctx)
	found, err := c.table.one(ctx, client, o.one(id))
	if ent.IsNotFound(err) {
		if err := o.seen(ctx, client); err != nil {
			return none, err
		}
	}
	if err != nil {
		return none, fmt.Errorf("reading a contact: %w", err)
	}
	return found, c.noteRead(ctx, audit.Event{EntityType: c.table.name, EntityID: id.String(), PatientID: o.patient()})
}

func (c *Collection[T, V]) noteRead(ctx context.Context, e audit.Event) error {
	if e.PatientID == uuid.Nil {
		return nil
	}
	e.Action = c.table.name + ".read"
	return c.Trail.Note(ctx, e)
}

// Add adds a contact; the first of its kind is the primary one. It fails with an Invalid error that names all fields at
// fault, and with a Conflict when the owner has the same e-mail address or phone already.
func (c *Collection[T, V]) Add(ctx context.Context, o Owner, values V) (T, error) {
	id := uuid.Must(uuid.NewV7())
	return c.edit(ctx, o, id, "create", func(ctx context.Context, tx *ent.Client, _ rights) ([]*change.Member, error) {
		var none T
		members, err := c.members(ctx, tx, values, none)
		if err != nil {
			return nil, err
		}
		members = change.Different(members)
		switch _, err := c.table.one(ctx, tx, o.primary); {
		case ent.IsNotFound(err):
			members = append(members, primary(true))
		case err != nil:
			return nil, fmt.Errorf("finding the primary contact: %w", err)
		}
		return members, c.refused(c.table.insert(ctx, tx, o, id, members))
	})
}

// Change changes a contact that has one of the versions; another e-mail address, number or postal address is unverified.
// It fails with a Stale error when the version is another, an Invalid one that names all fields at fault, and a Conflict
// when the owner has the same e-mail address or phone already.
func (c *Collection[T, V]) Change(ctx context.Context, o Owner, id uuid.UUID, versions service.Versions, values V) (T, error) {
	return c.edit(ctx, o, id, "update", func(ctx context.Context, tx *ent.Client, _ rights) ([]*change.Member, error) {
		before, err := c.table.one(ctx, tx, o.one(id))
		if err != nil {
			return nil, err
		}
		if err := versions.Check(before.common().Version); err != nil {
			return nil, err
		}
		members, err := c.members(ctx, tx, values, before)
		if err != nil {
			return nil, err
		}
		members = change.Different(members)
		if before.common().VerifiedAt != nil && c.voids(members) {
			members = append(members, &change.Member{Field: columnVerifiedAt, Column: columnVerifiedAt})
		}
		return members, c.update(ctx, tx, o.one(id), before.common().Version, members)
	})
}

// Remove removes a contact. When it was the primary one, the first that is left becomes it.
func (c *Collection[T, V]) Remove(ctx context.Context, o Owner, id uuid.UUID) error {
	return c.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		if _, err := c.lock(ctx, tx, o); err != nil {
			return err
		}
		before, err := c.table.one(ctx, tx, o.one(id))
		if err != nil {
			return fmt.Errorf("reading a contact: %w", err)
		}
		if _, err := c.table.remove(ctx, tx, o.one(id)); err != nil {
			return service.FromDatabase(err, nil)
		}
		if before.common().Primary {
			if err := c.promote(ctx, tx, o); err != nil {
				return err
			}
		}
		return c.record(ctx, o, id, "delete", nil)
	})
}

// promote makes the first contact that is left the primary one.
func (c *Collection[T, V]) promote(ctx context.Context, tx *ent.Client, o Owner) error {
	rest, err := c.table.page(ctx, tx, c.Cursors, o.all, page.Request{Limit: 1}, "")
	if err != nil || len(rest.Items) == 0 {
		return err
	}
	next := rest.Items[0].common()
	return c.update(ctx, tx, o.one(next.ID), next.Version, []*change.Member{primary(true)})
}

// MakePrimary makes a contact the primary one instead of the one that was.
func (c *Collection[T, V]) MakePrimary(ctx context.Context, o Owner, id uuid.UUID) (T, error) {
	return c.edit(ctx, o, id, "make_primary", func(ctx context.Context, tx *ent.Client, _ rights) ([]*change.Member, error) {
		chosen, err := c.table.one(ctx, tx, o.one(id))
		if err != nil || chosen.common().Primary {
			return nil, err
		}
		if _, err := c.table.update(ctx, tx, o.primary, []*change.Member{primary(false)}); err != nil {
			return nil, c.refused(err)
		}
		members := []*change.Member{primary(true)}
		return members, c.update(ctx, tx, o.one(id), chosen.common().Version, members)
	})
}

// Verify says that a contact has been confirmed to be right as it is; one that is verified stays so. Whose it is can't
// vouch for it: that is Forbidden.
func (c *Collection[T, V]) Verify(ctx context.Context, o Owner, id uuid.UUID) (T, error) {
	return c.edit(ctx, o, id, "verify", func(ctx context.Context, tx *ent.Client, r rights) ([]*change.Member, error) {
		before, err := c.table.one(ctx, tx, o.one(id))
		if err != nil {
			return nil, err
		}
		if !r.verify {
			return nil, service.Errorf(service.Forbidden, "Somebody else must verify how you are reached.")
		}
		if before.common().VerifiedAt != nil {
			return nil, nil
		}
		members := []*change.Member{{Field: columnVerifiedAt, Column: columnVerifiedAt, Value: now()}}
		return members, c.update(ctx, tx, o.one(id), before.common().Version, members)
	})
}

// edit does something to a contact of an owner, records it and returns the contact as it is then. do returns what it has
// changed.
func (c *Collection[T, V]) edit(
	ctx context.Context, o Owner, id uuid.UUID, verb string,
	do func(context.Context, *ent.Client, rights) ([]*change.Member, error),
) (after T, err error) {
	err = c.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		rights, err := c.lock(ctx, tx, o)
		if err != nil {
			return err
		}
		changed, err := do(ctx, tx, rights)
		if err != nil {
			return err
		}
		if err := c.record(ctx, o, id, verb, changed); err != nil {
			return err
		}
		after, err = c.table.one(ctx, tx, o.one(id))
		return err
	})
	return after, err
}

// lock makes others who change the owner's contacts wait, and fails for who may not change them.
func (c *Collection[T, V]) lock(ctx context.Context, tx *ent.Client, o Owner) (rights, error) {
	r, err := o.rights(ctx, tx, true)
	if err == nil && !r.change {
		err = service.Errorf(service.Forbidden, "You may see this record, not change it.")
	}
	return r, err
}

// record records what was done and the names of the fields that changed, and drops cached answers that show the owner.
func (c *Collection[T, V]) record(ctx context.Context, o Owner, id uuid.UUID, verb string, changed []*change.Member) error {
	c.Store.AfterCommit(ctx, func(ctx context.Context) { c.Cache.Invalidate(ctx, o.tag()) })
	payload := map[string]any{"owner_type": o.Kind, "owner_id": o.ID}
	if changed != nil {
		payload["fields"] = change.Fields(changed)
	}
	return c.Trail.Record(ctx, audit.Event{
		Action: c.table.name + "." + verb, EntityType: c.table.name, EntityID: id.String(), PatientID: o.patient(), Payload: payload,
	})
}

// members are those of values, or an Invalid error of all fields at fault.
func (c *Collection[T, V]) members(ctx context.Context, tx *ent.Client, values V, before T) ([]*change.Member, error) {
	var found service.Checks
	members, err := values.members(ctx, tx, before, &found)
	if err != nil {
		return nil, err
	}
	return members, found.Err()
}

func (c *Collection[T, V]) voids(members []*change.Member) bool {
	return slices.ContainsFunc(members, func(m *change.Member) bool { return slices.Contains(c.table.vouched, m.Column) })
}

// update writes members to a row of a version.
func (c *Collection[T, V]) update(ctx context.Context, tx *ent.Client, row where, version int, members []*change.Member) error {
	if len(members) == 0 {
		return nil
	}
	n, err := c.table.update(ctx, tx, func(s *sql.Selector) {
		row(s)
		s.Where(sql.EQ(s.C(columnVersion), version))
	}, members)
	if err == nil && n == 0 {
		return service.Changed()
	}
	return c.refused(err)
}

// refused names the field at fault of what ent or the database refuses. ent counts bytes, where the database and the API
// count characters.
func (c *Collection[T, V]) refused(err error) error {
	if long := new(ent.ValidationError); errors.As(err, &long) {
		return service.InvalidFields([]service.Field{{Pointer: "/" + long.Name, Code: "too_long", Detail: "This is too long."}})
	}
	return service.FromDatabase(err, map[string]string{c.table.sql: ""})
}

func primary(is bool) *change.Member {
	return &change.Member{Field: columnPrimary, Column: columnPrimary, Value: is}
}
