package accountadmin

import (
	"context"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent/user"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/page"
)

// Filter selects the accounts to list.
type Filter struct {
	// Email is the start of an address, in any case; empty for all.
	Email string
	// Kinds selects accounts of patients, doctors or institutions; empty for all. CMS users have only one kind.
	Kinds []string
	// Active selects enabled or disabled accounts.
	Active page.Active
	// UpdatedSince selects accounts that changed at this instant or later; the zero instant selects all.
	UpdatedSince time.Time
}

// SortEmail sorts accounts by address; a minus sign reverses the order.
const SortEmail = "email"

var orders = page.Orders{SortEmail: {user.FieldEmail}, page.SortChanged: {user.FieldUpdatedAt, user.FieldID}}

// List returns a page of the accounts, and records who read it. Without a sort, it is sorted by address, or by change with
// UpdatedSince. Needs the permission to read; fails with Forbidden, or with Invalid when the kind, the sort, the limit or the
// cursor is not valid.
func (a *Accounts) List(ctx context.Context, f Filter, sortBy string, r page.Request) (page.Page[*Account], error) {
	if err := service.Require(ctx, a.realm.resource()+":read"); err != nil {
		return page.Page[*Account]{}, err
	}
	v, err := service.Viewer(ctx)
	if err != nil {
		return page.Page[*Account]{}, err
	}
	if sortBy == "" {
		sortBy = SortEmail
		if !f.UpdatedSince.IsZero() {
			sortBy = page.SortChanged
		}
	}
	order, sortable := orders.Parse(sortBy)
	var c service.Checks
	c.Refuse(!sortable, "/sort", "not_allowed", "Accounts can't be sorted by this.")
	for _, kind := range f.Kinds {
		c.Refuse(user.UserTypeValidator(user.UserType(kind)) != nil, "/user_type", "not_allowed", "Use one of these: patient, doctor, institution.")
	}
	if err := c.Err(); err != nil {
		return page.Page[*Account]{}, err
	}
	f.Email = strings.ToLower(strings.TrimSpace(f.Email))
	list := page.Identify(a.realm.resource(), v.AccountID, f, sortBy)
	p, err := a.realm.list(ctx, a.options.Store.Client(ctx), a.options.Cursors, f, r, order, list)
	if err != nil {
		return page.Page[*Account]{}, err
	}
	if err := a.withFactors(ctx, p.Items...); err != nil {
		return page.Page[*Account]{}, err
	}
	return p, a.options.Trail.Note(ctx, audit.Event{
		Action: "account.read", EntityType: string(a.realm.throttled()), ResultCount: len(p.Items),
	})
}

// LoginHistory returns a page of an account's sign-ins and failed attempts, newest first. Needs the permission to read;
// fails with Forbidden, NotFound, or with Invalid when the limit or the cursor is not valid.
func (a *Accounts) LoginHistory(ctx context.Context, id uuid.UUID, r page.Request) (page.Page[audit.SealedEvent], error) {
	if _, err := a.Get(ctx, id); err != nil {
		return page.Page[audit.SealedEvent]{}, err
	}
	return a.options.Reader.LoginHistory(ctx, string(a.realm.throttled()), id, r)
}
