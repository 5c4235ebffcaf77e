package auth

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/cmsuser"
	"github.com/predicthealth/predicthealth/ent/user"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service/throttle"
)

// account is what signing in needs to know of a row in users or cms_users.
type account struct {
	id          uuid.UUID
	kind        viewer.Kind
	record      uuid.UUID // the patient, doctor or institution
	email       string
	hash        string // empty when it has no password yet
	active      bool
	lockedUntil *time.Time
	role        string // of a CMS user

	mustChangePassword bool
}

func (a account) maySignIn(now time.Time) bool {
	return a.active && (a.lockedUntil == nil || !now.Before(*a.lockedUntil))
}

// realm is one of the two tables whose accounts sign in.
type realm interface {
	name() throttle.Realm
	// find returns the account of an address, an empty one when there is none.
	find(ctx context.Context, client *ent.Client, email string) (account, error)
	succeeded(ctx context.Context, client *ent.Client, id uuid.UUID, ip *string, now time.Time) error
	owns(session *ent.SessionCreate, id uuid.UUID)
	// rehash replaces the hash of an account's password, unless the password has been changed meanwhile.
	rehash(ctx context.Context, client *ent.Client, id uuid.UUID, old, hash string) error
}

// userRealm are patients, doctors and institutions.
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
	a := account{
		id: row.ID, kind: viewer.Kind(row.UserType), record: row.ReferenceID, email: row.Email,
		active: row.Active, lockedUntil: row.LockedUntil, mustChangePassword: row.PasswordChangeRequired,
	}
	if row.Edges.Credential != nil {
		a.hash = row.Edges.Credential.PasswordHash
	}
	return a, nil
}

func (userRealm) succeeded(ctx context.Context, client *ent.Client, id uuid.UUID, ip *string, now time.Time) error {
	return client.User.UpdateOneID(id).
		SetLastLoginAt(now).SetNillableLastLoginIP(ip).SetFailedLogins(0).Exec(ctx)
}

func (userRealm) owns(session *ent.SessionCreate, id uuid.UUID) { session.SetUserID(id) }

// cmsRealm is the platform's staff.
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
	a := account{
		id: row.ID, kind: viewer.CMSUser, email: row.Email,
		active: row.Active, lockedUntil: row.LockedUntil, role: row.Edges.Role.Code,
		mustChangePassword: row.PasswordChangeRequired,
	}
	if row.Edges.Credential != nil {
		a.hash = row.Edges.Credential.PasswordHash
	}
	return a, nil
}

func (cmsRealm) succeeded(ctx context.Context, client *ent.Client, id uuid.UUID, ip *string, now time.Time) error {
	return client.CMSUser.UpdateOneID(id).
		SetLastLoginAt(now).SetNillableLastLoginIP(ip).SetFailedLogins(0).Exec(ctx)
}

func (cmsRealm) owns(session *ent.SessionCreate, id uuid.UUID) { session.SetCmsUserID(id) }
