package page

import (
	"strings"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent/search"
)

// The names of sort orders that lists of records have in common; a minus sign reverses one.
const (
	SortNewest      = "-created_at"
	SortOldest      = "created_at"
	SortName        = "name"
	SortNameDesc    = "-name"
	SortChanged     = "updated_at"
	SortChangedLast = "-updated_at"
)

// Active says whether to list what is in use; anything but ActiveOnly and InactiveOnly lists both.
type Active string

// What to list.
const (
	ActiveOnly   Active = "true"
	InactiveOnly Active = "false"
	ActiveAny    Active = "any"
)

// Where narrows a statement to rows of which is, the column's predicate, says so.
func (a Active) Where(is func(active bool) func(*sql.Selector)) func(*sql.Selector) {
	if a == ActiveOnly || a == InactiveOnly {
		return is(a == ActiveOnly)
	}
	return func(*sql.Selector) {}
}

// Selection is what lists of records can be narrowed by, whatever the records are. Empty values select all.
type Selection struct {
	// Name has beginnings of the words of a name, in any order, case and accents.
	Name string
	// Active selects what is in use or not.
	Active Active
	// UpdatedSince selects records that changed at this instant or later.
	UpdatedSince time.Time
	// IDs selects the records with these ids.
	IDs []uuid.UUID
}

// Where narrows a statement to the selection, except for Active; names are the columns of a name.
func (s Selection) Where(names ...string) func(*sql.Selector) {
	return func(statement *sql.Selector) {
		ChangedSince(s.UpdatedSince)(statement)
		if s.IDs != nil {
			search.Among[func(*sql.Selector)](s.IDs)(statement)
		}
		if s.Name != "" {
			search.Name[func(*sql.Selector)](s.Name, names...)(statement)
		}
	}
}

// Sought says which names or ids are looked for, for the trail: whom somebody looked for in vain is of interest too.
func (s Selection) Sought() map[string]string {
	sought := map[string]string{}
	if s.Name != "" {
		sought["name"] = s.Name
	}
	if len(s.IDs) > 0 {
		sought["ids"] = strings.Join(uuid.UUIDs(s.IDs).Strings(), " ")
	}
	return sought
}

// Sort returns the order that was asked for. Without one, a search is sorted by name, changes from the first to the last, and
// everything else from the newest to the oldest.
func (s Selection) Sort(asked string) string {
	switch {
	case asked != "":
		return asked
	case s.Name != "":
		return SortName
	case !s.UpdatedSince.IsZero():
		return SortChanged
	}
	return SortNewest
}

// ChangedSince narrows a statement to rows that changed at an instant or later; the zero instant selects all.
func ChangedSince(instant time.Time) func(*sql.Selector) {
	return func(s *sql.Selector) {
		if !instant.IsZero() {
			s.Where(sql.GTE(s.C("updated_at"), instant))
		}
	}
}
