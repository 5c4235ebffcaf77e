package accountadmin

import (
	"context"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/cmsuser"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/ent/user"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/throttle"
)

// userRealm has the accounts of patients, doctors and institutions.
type userRealm struct{}

func (userRealm) kind() viewer.Kind         { return viewer.Patient }
func (userRealm) resource() string          { return "accounts" }
func (userRealm) throttled() throttle.Realm { return throttle.Users }

func (userRealm) get(ctx context.Context, client *ent.Client, id uuid.UUID) (*Account, error) {
	row, err := client.User.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	return fromUser(row), nil
}

func (userRealm) setActive(ctx context.Context, client *ent.Client, id uuid.UUID, active bool) error {
	return client.User.UpdateOneID(id).SetActive(active).Exec(ctx)
}

func (userRealm) requirePasswordChange(ctx context.Context, client *ent.Client, id uuid.UUID) error {
	return client.User.UpdateOneID(id).SetPasswordChangeRequired(true).Exec(ctx)
}

func (userRealm) list(
	ctx context.Context, client *ent.Client, cursors *page.Cursors, f Filter, r page.Request, o page.Order, list string,
) (page.Page[*Account], error) {
	where := []predicate.User{page.ChangedSince(f.UpdatedSince), predicate.User(f.Active.Where(enabled))}
	if f.Email != "" {
		where = append(where, user.EmailHasPrefix(f.Email))
	}
	if len(f.Kinds) > 0 {
		kinds := make([]user.UserType, len(f.Kinds))
		for i, kind := range f.Kinds {
			kinds[i] = user.UserType(kind)
		}
		where = append(where, user.UserTypeIn(kinds...))
	}
	rows, err := page.List(ctx, cursors, client.User.Query().Where(where...), r, o, list,
		func(row *ent.User) []any { return keys(o, row.Email, row.UpdatedAt, row.ID) })
	return page.Map(rows, fromUser), err
}

func fromUser(row *ent.User) *Account {
	return &Account{
		ID: row.ID, Email: row.Email, Kind: string(row.UserType), RecordID: row.ReferenceID,
		Active: row.Active, Verified: row.Verified,
		LastLoginAt: row.LastLoginAt, LastLoginIP: row.LastLoginIP,
		FailedLogins: row.FailedLogins, LastFailedLoginAt: row.LastFailedLoginAt, LockedUntil: row.LockedUntil,
		PasswordChangedAt: row.PasswordChangedAt, PasswordChangeRequired: row.PasswordChangeRequired,
		CreatedAt: row.CreatedAt, UpdatedAt: row.UpdatedAt, Version: row.Version,
	}
}

// enabled matches accounts that are enabled or not.
func enabled(active bool) func(*sql.Selector) { return sql.FieldEQ(user.FieldActive, active) }

// keys are an account's values of an order's columns.
func keys(o page.Order, email string, updatedAt time.Time, id uuid.UUID) []any {
	if o.Columns[0] == user.FieldEmail {
		return []any{email}
	}
	return []any{updatedAt, id}
}

// cmsRealm has the staff accounts.
type cmsRealm struct{}

func (cmsRealm) kind() viewer.Kind         { return viewer.CMSUser }
func (cmsRealm) resource() string          { return "cms_users" }
func (cmsRealm) throttled() throttle.Realm { return throttle.Staff }

func (cmsRealm) get(ctx context.Context, client *ent.Client, id uuid.UUID) (*Account, error) {
	row, err := client.CMSUser.Query().Where(cmsuser.ID(id)).WithRole().Only(ctx)
	if err != nil {
		return nil, err
	}
	return fromCMSUser(row), nil
}

func (cmsRealm) setActive(ctx context.Context, client *ent.Client, id uuid.UUID, active bool) error {
	if !active {
		if err := notLastAdministrator(ctx, client, id); err != nil {
			return err
		}
	}
	return client.CMSUser.UpdateOneID(id).SetActive(active).Exec(ctx)
}

func (cmsRealm) requirePasswordChange(ctx context.Context, client *ent.Client, id uuid.UUID) error {
	return client.CMSUser.UpdateOneID(id).SetPasswordChangeRequired(true).Exec(ctx)
}

func (cmsRealm) list(
	ctx context.Context, client *ent.Client, cursors *page.Cursors, f Filter, r page.Request, o page.Order, list string,
) (page.Page[*Account], error) {
	where := []predicate.CMSUser{page.ChangedSince(f.UpdatedSince), predicate.CMSUser(f.Active.Where(enabled))}
	if f.Email != "" {
		where = append(where, cmsuser.EmailHasPrefix(f.Email))
	}
	rows, err := page.List(ctx, cursors, client.CMSUser.Query().Where(where...).WithRole(), r, o, list,
		func(row *ent.CMSUser) []any { return keys(o, row.Email, row.UpdatedAt, row.ID) })
	return page.Map(rows, fromCMSUser), err
}

func fromCMSUser(row *ent.CMSUser) *Account {
	return &Account{
		ID: row.ID, Email: row.Email, Kind: string(viewer.CMSUser), FirstName: row.FirstName, LastName: row.LastName,
		Role: row.Edges.Role.Code, Active: row.Active, Verified: row.Verified,
		LastLoginAt: row.LastLoginAt, LastLoginIP: row.LastLoginIP,
		FailedLogins: row.FailedLogins, LastFailedLoginAt: row.LastFailedLoginAt, LockedUntil: row.LockedUntil,
		PasswordChangedAt: row.PasswordChangedAt, PasswordChangeRequired: row.PasswordChangeRequired,
		CreatedAt: row.CreatedAt, UpdatedAt: row.UpdatedAt, Version: row.Version,
	}
}
