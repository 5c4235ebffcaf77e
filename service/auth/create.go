package auth

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/cmsrole"
	"github.com/predicthealth/predicthealth/ent/cmsuser"
	"github.com/predicthealth/predicthealth/ent/cmsusercredential"
	"github.com/predicthealth/predicthealth/ent/user"
	"github.com/predicthealth/predicthealth/ent/usercredential"
	"github.com/predicthealth/predicthealth/internal/characters"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/setting"
)

// Accounts creates accounts. It is for commands and services that act for the platform.
type Accounts struct {
	store     *service.Store
	passwords *Passwords
	trail     *audit.Trail
}

// NewAccounts returns Accounts that write to the store.
func NewAccounts(store *service.Store) *Accounts {
	return &Accounts{store.AsSystem(), NewPasswords(setting.NewReader(store)), audit.New(store, nil)}
}

// NewUser is an account to create for a patient, a doctor or an institution.
type NewUser struct {
	// UserType is patient, doctor or institution.
	UserType string
	// RecordID is the record that the account will belong to. It must not have an account yet.
	RecordID        uuid.UUID
	Email, Password string
	// Verified says that the address is known to belong to the owner.
	Verified bool
}

// CreateUser creates an account and returns its id. It fails with Invalid, naming the fields at fault, or with Conflict
// when the address is taken or the record already has an account.
func (a *Accounts) CreateUser(ctx context.Context, n NewUser) (uuid.UUID, error) {
	email, hash, err := a.credentials(ctx, n.Email, n.Password)
	if err != nil {
		return uuid.Nil, err
	}
	var id uuid.UUID
	err = a.store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		row, err := tx.User.Create().
			SetUserType(user.UserType(n.UserType)).SetReferenceID(n.RecordID).
			SetEmail(email).SetVerified(n.Verified).SetPasswordChangedAt(time.Now()).
			Save(ctx)
		if err != nil {
			return service.FromDatabase(err, nil)
		}
		id = row.ID
		if err := tx.UserCredential.Create().SetUserID(row.ID).SetPasswordHash(hash).Exec(ctx); err != nil {
			return fmt.Errorf("setting a password: %w", err)
		}
		return a.trail.Record(ctx, audit.Event{
			Action: "account.create", EntityType: "user", EntityID: row.ID.String(), Actor: audit.System,
			Payload: map[string]any{"user_type": n.UserType, "reference_id": n.RecordID},
		})
	})
	return id, err
}

// NewCMSUser is an account to create for a staff member.
type NewCMSUser struct {
	Email, Password     string
	FirstName, LastName string
	// Role is the code of a role, such as admin.
	Role string
}

// CreateCMSUser creates an account and returns its id. It fails with Invalid, naming the fields at fault, or with
// Conflict when the address is taken.
func (a *Accounts) CreateCMSUser(ctx context.Context, n NewCMSUser) (uuid.UUID, error) {
	email, hash, err := a.credentials(ctx, n.Email, n.Password, n.FirstName, n.LastName)
	if err != nil {
		return uuid.Nil, err
	}
	var id uuid.UUID
	err = a.store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		roleID, err := tx.CMSRole.Query().Where(cmsrole.Code(n.Role)).OnlyID(ctx)
		if ent.IsNotFound(err) {
			return service.InvalidFields([]service.Field{{Pointer: "/role", Code: "not_found", Detail: "There is no such role."}})
		}
		if err != nil {
			return fmt.Errorf("finding a role: %w", err)
		}
		row, err := tx.CMSUser.Create().
			SetEmail(email).SetRoleID(roleID).SetFirstName(n.FirstName).SetLastName(n.LastName).
			SetPasswordChangedAt(time.Now()).
			Save(ctx)
		if err != nil {
			return service.FromDatabase(err, nil)
		}
		id = row.ID
		if err := tx.CMSUserCredential.Create().SetCmsUserID(row.ID).SetPasswordHash(hash).Exec(ctx); err != nil {
			return fmt.Errorf("setting a password: %w", err)
		}
		return a.trail.Record(ctx, audit.Event{
			Action: "account.create", EntityType: "cms_user", EntityID: row.ID.String(), Actor: audit.System,
			Payload: map[string]any{"role": n.Role},
		})
	})
	return id, err
}

// SetPassword sets the password of the account with this address. It fails with Invalid when the password breaks a rule,
// and with NotFound when there is no such account.
func (a *Accounts) SetPassword(ctx context.Context, email, password string) error {
	email, hash, err := a.credentials(ctx, email, password)
	if err != nil {
		return err
	}
	return a.store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		users, err := tx.UserCredential.Update().
			Where(usercredential.HasUserWith(user.Email(email))).SetPasswordHash(hash).Save(ctx)
		if err != nil {
			return fmt.Errorf("setting a user's password: %w", err)
		}
		staff, err := tx.CMSUserCredential.Update().
			Where(cmsusercredential.HasCmsUserWith(cmsuser.Email(email))).SetPasswordHash(hash).Save(ctx)
		if err != nil {
			return fmt.Errorf("setting a CMS user's password: %w", err)
		}
		if users+staff == 0 {
			return service.Missing()
		}
		return a.trail.Record(ctx, audit.Event{Action: "password.set", ResultCount: users + staff, Actor: audit.System})
	})
}

// credentials checks an address and a password, which must not be based on the address or the names. It returns the
// address as it is stored and the password's hash.
func (a *Accounts) credentials(ctx context.Context, email, password string, names ...string) (normal, hash string, err error) {
	fields, err := a.passwords.Validate(ctx, "/password", password, append(names, email)...)
	if err != nil {
		return "", "", err
	}
	normal, field := NormalizeEmail("/email", email)
	if field != nil {
		fields = append(fields, *field)
	}
	if err := service.InvalidFields(fields); err != nil {
		return "", "", err
	}
	hash, err = a.passwords.Hash(ctx, password)
	return normal, hash, err
}

// NormalizeEmail returns an address as it is stored: in lower case, without surrounding space. For text that isn't an
// address it returns a field error at pointer.
func NormalizeEmail(pointer, email string) (string, *service.Field) {
	normal := strings.ToLower(strings.TrimSpace(email))
	if !characters.IsEmail(normal) {
		return "", &service.Field{Pointer: pointer, Code: "format", Detail: "This is not an e-mail address. Write one such as ana@example.org."}
	}
	return normal, nil
}
