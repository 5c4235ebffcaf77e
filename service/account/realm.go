package account

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/cmsuser"
	"github.com/predicthealth/predicthealth/ent/cmsusercredential"
	"github.com/predicthealth/predicthealth/ent/onetimetoken"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/ent/user"
	"github.com/predicthealth/predicthealth/ent/usercredential"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
)

// realm is one of the two tables of accounts. Its methods need a context for the program's own queries.
type realm interface {
	name() Realm
	has(kind viewer.Kind) bool
	// pages is the start of the paths of the pages that mails link to.
	pages() string

	// byEmail and byID return nil when there is no such account.
	byEmail(ctx context.Context, client *ent.Client, email string) (*account, error)
	byID(ctx context.Context, client *ent.Client, id uuid.UUID) (*account, error)
	// namesOf returns the names of the account's owner.
	namesOf(ctx context.Context, client *ent.Client, a *account) ([]string, error)

	// lock makes other changes to the account wait until the transaction ends.
	lock(ctx context.Context, tx *ent.Client, id uuid.UUID) error
	// replaceHash changes the password, unless it has been changed since the account was read.
	replaceHash(ctx context.Context, tx *ent.Client, a *account, hash string) (replaced bool, err error)
	passwordChanged(ctx context.Context, tx *ent.Client, id uuid.UUID, now time.Time) error
	verify(ctx context.Context, tx *ent.Client, id uuid.UUID) error
	// touch gives the account a new version: what belongs to it has changed.
	touch(ctx context.Context, tx *ent.Client, id uuid.UUID) error
	// move gives the account another address, which counts as confirmed.
	move(ctx context.Context, tx *ent.Client, id uuid.UUID, email string) error

	// tokens matches the tokens of all the realm's accounts, tokensOf those of one account.
	tokens() predicate.OneTimeToken
	tokensOf(id uuid.UUID) predicate.OneTimeToken
	own(token *ent.OneTimeTokenCreate, id uuid.UUID)
	ownerOf(token *ent.OneTimeToken) uuid.UUID
}

type users struct{}

func (users) name() Realm { return Users }

func (users) has(kind viewer.Kind) bool {
	return kind == viewer.Patient || kind == viewer.Doctor || kind == viewer.Institution
}

func (users) pages() string { return "" }

func (users) byEmail(ctx context.Context, client *ent.Client, email string) (*account, error) {
	return fromUser(ignoreMissing(client.User.Query().Where(user.Email(email)).WithCredential().Only(ctx)))
}

func (users) byID(ctx context.Context, client *ent.Client, id uuid.UUID) (*account, error) {
	return fromUser(ignoreMissing(client.User.Query().Where(user.ID(id)).WithCredential().Only(ctx)))
}

func fromUser(row *ent.User, err error) (*account, error) {
	if err != nil || row == nil {
		return nil, wrap("finding an account", err)
	}
	a := &account{
		id: row.ID, kind: viewer.Kind(row.UserType), record: row.ReferenceID, email: row.Email,
		active: row.Active, verified: row.Verified,
	}
	if row.Edges.Credential != nil {
		a.hash = row.Edges.Credential.PasswordHash
	}
	return a, nil
}

func (users) namesOf(ctx context.Context, client *ent.Client, a *account) ([]string, error) {
	switch a.kind {
	case viewer.Patient:
		row, err := client.Patient.Get(ctx, a.record)
		if err != nil {
			return nil, wrap("finding a patient", err)
		}
		return []string{row.FirstName, row.LastName}, nil
	case viewer.Doctor:
		row, err := client.Doctor.Get(ctx, a.record)
		if err != nil {
			return nil, wrap("finding a doctor", err)
		}
		return []string{row.FirstName, row.LastName}, nil
	}
	row, err := client.MedicalInstitution.Get(ctx, a.record)
	if err != nil {
		return nil, wrap("finding an institution", err)
	}
	return []string{row.Name}, nil
}

func (users) lock(ctx context.Context, tx *ent.Client, id uuid.UUID) error {
	_, err := tx.User.Query().Where(user.ID(id)).ForUpdate().OnlyID(ctx)
	return wrap("locking an account", err)
}

func (users) replaceHash(ctx context.Context, tx *ent.Client, a *account, hash string) (bool, error) {
	if a.hash == "" {
		err := tx.UserCredential.Create().SetUserID(a.id).SetPasswordHash(hash).Exec(ctx)
		return err == nil, wrap("setting a password", err)
	}
	n, err := tx.UserCredential.Update().
		Where(usercredential.UserID(a.id), usercredential.PasswordHash(a.hash)).SetPasswordHash(hash).Save(ctx)
	return n == 1, wrap("setting a password", err)
}

func (users) passwordChanged(ctx context.Context, tx *ent.Client, id uuid.UUID, now time.Time) error {
	return wrap("setting a password",
		tx.User.UpdateOneID(id).SetPasswordChangedAt(now).SetPasswordChangeRequired(false).Exec(ctx))
}

func (users) verify(ctx context.Context, tx *ent.Client, id uuid.UUID) error {
	return wrap("confirming an address", tx.User.UpdateOneID(id).SetVerified(true).Exec(ctx))
}

func (users) touch(ctx context.Context, tx *ent.Client, id uuid.UUID) error {
	return wrap("touching an account", tx.User.UpdateOneID(id).SetUpdatedAt(time.Now()).Exec(ctx))
}

func (users) move(ctx context.Context, tx *ent.Client, id uuid.UUID, email string) error {
	return moved(tx.User.UpdateOneID(id).SetEmail(email).SetVerified(true).Exec(ctx), "users")
}

func (users) tokens() predicate.OneTimeToken { return onetimetoken.UserIDNotNil() }

func (users) tokensOf(id uuid.UUID) predicate.OneTimeToken { return onetimetoken.UserID(id) }

func (users) own(token *ent.OneTimeTokenCreate, id uuid.UUID) { token.SetUserID(id) }

func (users) ownerOf(token *ent.OneTimeToken) uuid.UUID { return *token.UserID }

type staff struct{}

func (staff) name() Realm { return Staff }

func (staff) has(kind viewer.Kind) bool { return kind == viewer.CMSUser }

func (staff) pages() string { return "/cms" }

func (staff) byEmail(ctx context.Context, client *ent.Client, email string) (*account, error) {
	return fromStaff(ignoreMissing(client.CMSUser.Query().Where(cmsuser.Email(email)).WithCredential().Only(ctx)))
}

func (staff) byID(ctx context.Context, client *ent.Client, id uuid.UUID) (*account, error) {
	return fromStaff(ignoreMissing(client.CMSUser.Query().Where(cmsuser.ID(id)).WithCredential().Only(ctx)))
}

func fromStaff(row *ent.CMSUser, err error) (*account, error) {
	if err != nil || row == nil {
		return nil, wrap("finding an account", err)
	}
	a := &account{
		id: row.ID, kind: viewer.CMSUser, email: row.Email, active: row.Active, verified: row.Verified,
		names: []string{row.FirstName, row.LastName},
	}
	if row.Edges.Credential != nil {
		a.hash = row.Edges.Credential.PasswordHash
	}
	return a, nil
}

func (staff) namesOf(_ context.Context, _ *ent.Client, a *account) ([]string, error) {
	return a.names, nil
}

func (staff) lock(ctx context.Context, tx *ent.Client, id uuid.UUID) error {
	_, err := tx.CMSUser.Query().Where(cmsuser.ID(id)).ForUpdate().OnlyID(ctx)
	return wrap("locking an account", err)
}

func (staff) replaceHash(ctx context.Context, tx *ent.Client, a *account, hash string) (bool, error) {
	if a.hash == "" {
		err := tx.CMSUserCredential.Create().SetCmsUserID(a.id).SetPasswordHash(hash).Exec(ctx)
		return err == nil, wrap("setting a password", err)
	}
	n, err := tx.CMSUserCredential.Update().
		Where(cmsusercredential.CmsUserID(a.id), cmsusercredential.PasswordHash(a.hash)).SetPasswordHash(hash).Save(ctx)
	return n == 1, wrap("setting a password", err)
}

func (staff) passwordChanged(ctx context.Context, tx *ent.Client, id uuid.UUID, now time.Time) error {
	return wrap("setting a password",
		tx.CMSUser.UpdateOneID(id).SetPasswordChangedAt(now).SetPasswordChangeRequired(false).Exec(ctx))
}

func (staff) verify(ctx context.Context, tx *ent.Client, id uuid.UUID) error {
	return wrap("confirming an address", tx.CMSUser.UpdateOneID(id).SetVerified(true).Exec(ctx))
}

func (staff) touch(ctx context.Context, tx *ent.Client, id uuid.UUID) error {
	return wrap("touching an account", tx.CMSUser.UpdateOneID(id).SetUpdatedAt(time.Now()).Exec(ctx))
}

func (staff) move(ctx context.Context, tx *ent.Client, id uuid.UUID, email string) error {
	return moved(tx.CMSUser.UpdateOneID(id).SetEmail(email).SetVerified(true).Exec(ctx), "cms_users")
}

func (staff) tokens() predicate.OneTimeToken { return onetimetoken.CmsUserIDNotNil() }

func (staff) tokensOf(id uuid.UUID) predicate.OneTimeToken { return onetimetoken.CmsUserID(id) }

func (staff) own(token *ent.OneTimeTokenCreate, id uuid.UUID) { token.SetCmsUserID(id) }

func (staff) ownerOf(token *ent.OneTimeToken) uuid.UUID { return *token.CmsUserID }

func wrap(what string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", what, err)
}

// moved turns a database error about an address into a service error: another account has the address by now.
func moved(err error, table string) error {
	return wrap("changing an address", service.FromDatabase(err, map[string]string{table: ""}))
}
