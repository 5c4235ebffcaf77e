package auth

import (
	"context"
	"errors"
	"fmt"
	"time"

	entsql "entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/cmsuser"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/ent/session"
	"github.com/predicthealth/predicthealth/ent/user"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service/throttle"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

// account is what signing in needs to know about a row of users or cms_users.
type account struct {
	id          uuid.UUID
	kind        viewer.Kind
	record      uuid.UUID // the patient, doctor or institution
	email       string
	hash        string // empty when the account has no password yet
	active      bool
	lockedUntil *time.Time
	role        string // of a CMS user
	displayName string // only where grant gets the account
	createdAt   time.Time

	mustChangePassword bool
	passwordChangedAt  *time.Time
	provedAt           *time.Time // when this sign-in proved a second factor; nil when it proved none
}

func (a account) sessionLifetime() sessionLifetime {
	if a.kind == viewer.CMSUser {
		return staffSession
	}
	return userSession
}

func (a account) maySignIn(now time.Time) bool {
	return a.active && (a.lockedUntil == nil || !now.Before(*a.lockedUntil))
}

// realm is one of the two tables whose accounts sign in.
type realm interface {
	name() throttle.Realm
	// find returns the account with this address; an empty one when there is none.
	find(ctx context.Context, client *ent.Client, email string) (account, error)
	// get returns an account without its hash.
	get(ctx context.Context, client *ent.Client, id uuid.UUID) (account, error)
	// succeeded records a sign-in, unless the account was disabled or its password changed since it was found.
	succeeded(ctx context.Context, client *ent.Client, a account, ip *string, now time.Time) (bool, error)
	// displayName returns the name that an account's owner goes by.
	displayName(ctx context.Context, client *ent.Client, id uuid.UUID) (string, error)
	owns(session *ent.SessionCreate, id uuid.UUID)
	// owner picks the realm's owner out of a session's two possible owners.
	owner(user, cmsUser uuid.NullUUID) uuid.NullUUID
	// has matches the sessions of an account.
	has(id uuid.UUID) predicate.Session
	// challenges makes a challenge an account's, and challenged returns whose it is; nil when it is of the other realm.
	challenges(token *ent.OneTimeTokenCreate, id uuid.UUID)
	challenged(token *ent.OneTimeToken) *uuid.UUID
	// rehash replaces the hash of an account's password, unless the password has been changed in the meantime.
	rehash(ctx context.Context, client *ent.Client, id uuid.UUID, old, hash string) error
}

// userRealm has the accounts of patients, doctors and institutions.
type userRealm struct{}

func (userRealm) name() throttle.Realm { return throttle.Users }

func (userRealm) find(ctx context.Context, client *ent.Client, email string) (account, error) {
	row, err := client.User.Query().Where(user.Email(email)).WithCredential().Only(ctx)
	if ent.IsNotFound(err) {
		return account{}, nil
	}
	if err != nil {
		return account{}, fmt.Errorf("finding an account: %w", err)
	}
	a := userAccount(row)
	if row.Edges.Credential != nil {
		a.hash = row.Edges.Credential.PasswordHash
	}
	return a, nil
}

func (userRealm) get(ctx context.Context, client *ent.Client, id uuid.UUID) (account, error) {
	row, err := client.User.Get(ctx, id)
	if err != nil {
		return account{}, fmt.Errorf("reading an account: %w", err)
	}
	return userAccount(row), nil
}

func userAccount(row *ent.User) account {
	return account{
		id: row.ID, kind: viewer.Kind(row.UserType), record: row.ReferenceID, email: row.Email,
		active: row.Active, lockedUntil: row.LockedUntil, createdAt: row.CreatedAt,
		mustChangePassword: row.PasswordChangeRequired, passwordChangedAt: row.PasswordChangedAt,
	}
}

func (userRealm) succeeded(ctx context.Context, client *ent.Client, a account, ip *string, now time.Time) (bool, error) {
	same := user.PasswordChangedAtIsNil()
	if a.passwordChangedAt != nil {
		same = user.PasswordChangedAt(*a.passwordChangedAt)
	}
	n, err := client.User.Update().Where(user.ID(a.id), user.Active(true), same).
		SetLastLoginAt(now).SetNillableLastLoginIP(ip).SetFailedLogins(0).Save(ctx)
	return n > 0, err
}

var displayNameQuery = sqlfiles.Query("user_display_name")

// displayName asks the three tables that have owners of accounts in one statement.
func (userRealm) displayName(ctx context.Context, client *ent.Client, id uuid.UUID) (name string, err error) {
	rows, err := client.QueryContext(ctx, displayNameQuery, id)
	if err != nil {
		return "", fmt.Errorf("naming an account: %w", err)
	}
	defer func() { _ = rows.Close() }() // ScanOne tells what failed
	if err := errors.Join(entsql.ScanOne(rows, &name), rows.Err()); err != nil {
		return "", fmt.Errorf("naming an account: %w", err)
	}
	return name, nil
}

func (userRealm) owner(user, _ uuid.NullUUID) uuid.NullUUID { return user }

func (userRealm) has(id uuid.UUID) predicate.Session { return session.UserID(id) }

func (userRealm) owns(session *ent.SessionCreate, id uuid.UUID) { session.SetUserID(id) }

func (userRealm) challenges(token *ent.OneTimeTokenCreate, id uuid.UUID) { token.SetUserID(id) }

func (userRealm) challenged(token *ent.OneTimeToken) *uuid.UUID { return token.UserID }

// cmsRealm has the accounts of the platform's staff.
type cmsRealm struct{}

func (cmsRealm) name() throttle.Realm { return throttle.Staff }

func (cmsRealm) find(ctx context.Context, client *ent.Client, email string) (account, error) {
	row, err := client.CMSUser.Query().Where(cmsuser.Email(email)).WithCredential().WithRole().Only(ctx)
	if ent.IsNotFound(err) {
		return account{}, nil
	}
	if err != nil {
		return account{}, fmt.Errorf("finding an account: %w", err)
	}
	a := staffAccount(row)
	if row.Edges.Credential != nil {
		a.hash = row.Edges.Credential.PasswordHash
	}
	return a, nil
}

func (cmsRealm) get(ctx context.Context, client *ent.Client, id uuid.UUID) (account, error) {
	row, err := client.CMSUser.Query().Where(cmsuser.ID(id)).WithRole().Only(ctx)
	if err != nil {
		return account{}, fmt.Errorf("reading an account: %w", err)
	}
	return staffAccount(row), nil
}

func staffAccount(row *ent.CMSUser) account {
	return account{
		id: row.ID, kind: viewer.CMSUser, email: row.Email,
		active: row.Active, lockedUntil: row.LockedUntil, role: row.Edges.Role.Code, createdAt: row.CreatedAt,
		mustChangePassword: row.PasswordChangeRequired, passwordChangedAt: row.PasswordChangedAt,
	}
}

func (cmsRealm) succeeded(ctx context.Context, client *ent.Client, a account, ip *string, now time.Time) (bool, error) {
	same := cmsuser.PasswordChangedAtIsNil()
	if a.passwordChangedAt != nil {
		same = cmsuser.PasswordChangedAt(*a.passwordChangedAt)
	}
	n, err := client.CMSUser.Update().Where(cmsuser.ID(a.id), cmsuser.Active(true), same).
		SetLastLoginAt(now).SetNillableLastLoginIP(ip).SetFailedLogins(0).Save(ctx)
	return n > 0, err
}

func (cmsRealm) displayName(ctx context.Context, client *ent.Client, id uuid.UUID) (string, error) {
	row, err := client.CMSUser.Query().Where(cmsuser.ID(id)).Select(cmsuser.FieldFirstName, cmsuser.FieldLastName).Only(ctx)
	if err != nil {
		return "", fmt.Errorf("naming an account: %w", err)
	}
	return row.FirstName + " " + row.LastName, nil
}

func (cmsRealm) owner(_, cmsUser uuid.NullUUID) uuid.NullUUID { return cmsUser }

func (cmsRealm) has(id uuid.UUID) predicate.Session { return session.CmsUserID(id) }

func (cmsRealm) owns(session *ent.SessionCreate, id uuid.UUID) { session.SetCmsUserID(id) }

func (cmsRealm) challenges(token *ent.OneTimeTokenCreate, id uuid.UUID) { token.SetCmsUserID(id) }

func (cmsRealm) challenged(token *ent.OneTimeToken) *uuid.UUID { return token.CmsUserID }
