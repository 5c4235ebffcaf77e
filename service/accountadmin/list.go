package accountadmin

import (
	"context"
	"strings"

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
	// Kind selects accounts of patients, doctors or institutions; empty for all. CMS users have only one kind.
	Kind string
	// Active selects enabled or disabled accounts; nil for both.
	Active *bool
}

// List returns a page of the accounts, sorted by address (descending if desc), and records who read it. Needs the
// permission to read; fails with Forbidden, or with Invalid when the kind, the limit or the cursor is not valid.
func (a *Accounts) List(ctx context.Context, f Filter, desc bool, r page.Request) (page.Page[*Account], error) {
	if err := service.Require(ctx, a.realm.resource()+":read"); err != nil {
		return page.Page[*Account]{}, err
	}
	v, err := service.Viewer(ctx)
	if err != nil {
		return page.Page[*Account]{}, err
	}
	if f.Kind != "" && user.UserTypeValidator(user.UserType(f.Kind)) != nil {
		return page.Page[*Account]{}, service.InvalidFields([]service.Field{
			{Pointer: "/user_type", Code: "not_allowed", Detail: "Use one of these: patient, doctor, institution."},
		})
	}
	f.Email = strings.ToLower(strings.TrimSpace(f.Email))
	list := page.Identify(a.realm.resource(), v.AccountID, f, desc)
	order := page.Order{Columns: []string{user.FieldEmail}, Desc: desc}
	p, err := a.realm.list(ctx, a.options.Store.Client(ctx), a.options.Cursors, f, r, order, list)
	if err != nil {
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
