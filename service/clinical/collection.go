package clinical

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/access"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/change"
	"github.com/predicthealth/predicthealth/service/page"
)

// Collection lists, reads and changes the entries T of one kind; F are the fields that one sets.
//
// Whoever may see the patient's clinical data may read: the patient, the doctors of their institution (notes only the
// patient's own), the institution unless it is an insurer, staff with patients:read. To others all methods fail with the
// error of a missing record. The patient's doctor, institution, and staff with patients:read and patients:update may
// write; to others who may read, writing fails with a Forbidden error. Patients don't write: diagnoses are not theirs.
type Collection[T record, F fields[T]] struct {
	platform
	rows[T]
	// name is what the trail calls an entry; table is where it is stored.
	name, table string
	// required are the columns that a new entry says, with what the API calls them; removable those that may be empty.
	required  map[string]string
	removable []string
	blank     func() T
}

// record is a kind of entry.
type record interface{ entry() *Entry }

// fields are what is set of an entry when it is added or changed.
type fields[T record] interface {
	// members are the columns that they name, compared with the entry before.
	members(before T) []*change.Member
	// period is the columns of a beginning and an end, and the days that they have then; empty for entries without.
	period(before T) period
}

// List returns a page of a patient's entries, the newest first (family history by relative), and notes that they were
// read. An empty status lists all. It fails with an Invalid error when the limit or the cursor is none.
func (c *Collection[T, F]) List(ctx context.Context, patientID uuid.UUID, status string, r page.Request) (page.Page[T], error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return page.Page[T]{}, err
	}
	at := sql.FieldEQ("patient_id", patientID)
	if status != "" {
		at = and(at, sql.FieldEQ("status", status))
	}
	client := c.store.Client(ctx)
	// A cursor holds for what it was given for: this viewer, patient and filter.
	p, err := c.page(ctx, client, at, r, fmt.Sprintf("%s %s %s %q", c.table, v.AccountID, patientID, status))
	if err != nil {
		return page.Page[T]{}, fmt.Errorf("listing %s: %w", c.table, err)
	}
	if len(p.Items) == 0 { // a patient without entries, or none
		if _, err := c.owner(ctx, client, patientID); err != nil {
			return page.Page[T]{}, err
		}
	}
	hideNotes(v, p.Items...)
	return p, c.noteRead(ctx, patientID, len(p.Items))
}

// All returns all entries of a patient in the order of List. It notes nothing: it is for what puts a whole record
// together and notes that.
func (c *Collection[T, F]) All(ctx context.Context, patientID uuid.UUID) ([]T, error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	items, err := c.all(ctx, c.store.Client(ctx), sql.FieldEQ("patient_id", patientID))
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", c.table, err)
	}
	hideNotes(v, items...)
	return items, nil
}

// Get returns an entry, and notes that it was read.
func (c *Collection[T, F]) Get(ctx context.Context, patientID, id uuid.UUID) (T, error) {
	item, err := c.one(ctx, c.store.Client(ctx), patientID, id)
	if err != nil {
		return item, err
	}
	v, err := service.Viewer(ctx)
	if err != nil {
		return item, err
	}
	hideNotes(v, item)
	return item, c.noteRead(ctx, patientID, 1)
}

// Add adds an entry. It fails with an Invalid error that names all fields at fault, and with a Conflict when the record
// has the entry already.
func (c *Collection[T, F]) Add(ctx context.Context, patientID uuid.UUID, f F) (added T, err error) {
	err = c.write(ctx, patientID, ".create", func(ctx context.Context, tx *ent.Client) (uuid.UUID, []*change.Member, error) {
		owner, err := c.owner(ctx, tx, patientID)
		if err != nil {
			return uuid.Nil, nil, err
		}
		if err := mayWrite(ctx, owner.DoctorID); err != nil {
			return uuid.Nil, nil, err
		}
		before := c.blank()
		members := f.members(before)
		if err := c.check(ctx, tx, members, f.period(before), owner.DateOfBirth, true); err != nil {
			return uuid.Nil, nil, err
		}
		id, err := uuid.NewV7()
		if err != nil {
			return uuid.Nil, nil, fmt.Errorf("making an id: %w", err)
		}
		if err := c.insert(ctx, tx, id, patientID, members); err != nil {
			return uuid.Nil, nil, service.FromDatabase(err, map[string]string{c.table: ""})
		}
		added, err = c.one(ctx, tx, patientID, id)
		return id, members, err
	})
	return added, err
}

// Change changes an entry that has one of the versions. It fails with a Stale error when the version is another, and
// otherwise as Add does.
func (c *Collection[T, F]) Change(ctx context.Context, patientID, id uuid.UUID, versions service.Versions, f F) (changed T, err error) {
	err = c.write(ctx, patientID, ".update", func(ctx context.Context, tx *ent.Client) (uuid.UUID, []*change.Member, error) {
		before, err := c.changeable(ctx, tx, patientID, id, versions)
		if err != nil {
			return id, nil, err
		}
		members := f.members(before)
		if err := c.check(ctx, tx, members, f.period(before), before.entry().born, false); err != nil {
			return id, nil, err
		}
		members = change.Different(members)
		if len(members) > 0 {
			n, err := c.update(ctx, tx, c.version(before), members)
			if err == nil && n == 0 {
				err = service.Changed()
			}
			if err != nil {
				return id, nil, service.FromDatabase(err, map[string]string{c.table: ""})
			}
		}
		changed, err = c.one(ctx, tx, patientID, id)
		return id, members, err
	})
	return changed, err
}

// Remove removes an entry that has one of the versions: one that was made in error, for what has ended has a status. It
// fails with a Stale error when the version is another.
func (c *Collection[T, F]) Remove(ctx context.Context, patientID, id uuid.UUID, versions service.Versions) error {
	return c.write(ctx, patientID, ".delete", func(ctx context.Context, tx *ent.Client) (uuid.UUID, []*change.Member, error) {
		before, err := c.changeable(ctx, tx, patientID, id, versions)
		if err != nil {
			return id, nil, err
		}
		n, err := c.remove(ctx, tx, c.version(before))
		if err == nil && n == 0 {
			err = service.Changed()
		}
		return id, nil, err
	})
}

// write does something to the entry whose id it returns, and records it with the names of the fields that it sets.
func (c *Collection[T, F]) write(
	ctx context.Context, patientID uuid.UUID, verb string, do func(context.Context, *ent.Client) (uuid.UUID, []*change.Member, error),
) error {
	return c.store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		id, members, err := do(ctx, tx)
		if err != nil {
			return err
		}
		c.store.AfterCommit(ctx, func(ctx context.Context) { c.cache.Invalidate(ctx, service.TagPatients) })
		event := audit.Event{Action: c.name + verb, EntityType: c.name, EntityID: id.String(), PatientID: patientID}
		if members != nil {
			event.Payload = map[string]any{"fields": change.Fields(members)}
		}
		return c.trail.Record(ctx, event)
	})
}

// one is an entry of a patient, with its notes.
func (c *Collection[T, F]) one(ctx context.Context, client *ent.Client, patientID, id uuid.UUID) (item T, err error) {
	found, err := c.all(ctx, client, and(sql.FieldEQ("id", id), sql.FieldEQ("patient_id", patientID)))
	if err != nil {
		return item, fmt.Errorf("reading %s: %w", c.table, err)
	}
	if len(found) == 0 {
		return item, service.Missing()
	}
	return found[0], nil
}

// changeable is one that the viewer may change, of one of the versions.
func (c *Collection[T, F]) changeable(ctx context.Context, tx *ent.Client, patientID, id uuid.UUID, versions service.Versions) (T, error) {
	before, err := c.one(ctx, tx, patientID, id)
	if err != nil {
		return before, err
	}
	if err := mayWrite(ctx, before.entry().doctorID); err != nil {
		return before, err
	}
	return before, versions.Check(before.entry().Version)
}

// version is the row of an entry, as long as it is as it was read.
func (c *Collection[T, F]) version(item T) where {
	return and(sql.FieldEQ("id", item.entry().ID), sql.FieldEQ("version", item.entry().Version))
}

func (c *Collection[T, F]) noteRead(ctx context.Context, patientID uuid.UUID, entries int) error {
	return c.trail.Note(ctx, audit.Event{
		Action: c.name + ".read", EntityType: "patient", EntityID: patientID.String(), PatientID: patientID, ResultCount: entries,
	})
}

func mayWrite(ctx context.Context, doctorID uuid.UUID) error {
	v, err := service.Viewer(ctx)
	if err != nil {
		return err
	}
	return change.Permit(nil, access.To(v, doctorID).Clinical)
}

// hideNotes hides from the viewer the notes that they may not see.
func hideNotes[T record](v viewer.Viewer, items ...T) {
	for _, item := range items {
		if e := item.entry(); !access.To(v, e.doctorID).Notes {
			e.Notes = nil
		}
	}
}
