// Package accountadmin lets administrators manage other people's accounts.
package accountadmin

import (
	"context"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/account"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/secondfactor"
	"github.com/predicthealth/predicthealth/service/throttle"
)

// Account is an account as administrators see it. It never contains the password's hash.
type Account struct {
	ID    uuid.UUID
	Email string
	// Kind is patient, doctor, institution or cms_user.
	Kind string
	// RecordID is the patient, doctor or institution that the account belongs to; nil for CMS users.
	RecordID uuid.UUID
	// FirstName, LastName and Role are set only for CMS users. Role is the role's code.
	FirstName, LastName, Role string

	Active, Verified       bool
	LastLoginAt            *time.Time
	LastLoginIP            *string
	FailedLogins           int
	LastFailedLoginAt      *time.Time
	LockedUntil            *time.Time
	PasswordChangedAt      *time.Time
	PasswordChangeRequired bool
	// SecondFactor says whether the account has a confirmed second factor.
	SecondFactor         bool
	CreatedAt, UpdatedAt time.Time
	// Version increases with each change.
	Version int
}

// Options are the options of Users and CMSUsers.
type Options struct {
	Store    *service.Store
	Sessions *auth.Service
	// Own is what people do with their own accounts.
	Own     *account.Service
	Guard   *throttle.Guard
	Factors *secondfactor.Factors
	Cursors *page.Cursors
	Trail   *audit.Trail
	Reader  *audit.Reader
	// Pulse tells every instance about changed roles.
	Pulse *auth.Pulse
}

// Accounts manages the accounts of one realm. It is safe for concurrent use.
type Accounts struct {
	options Options
	realm   realm
}

// Users administers the accounts of patients, doctors and institutions, with the permissions of the resource accounts.
func Users(o Options) *Accounts { return of(o, userRealm{}) }

// CMSUsers administers the accounts of the staff, with the permissions of the resource cms_users.
func CMSUsers(o Options) *Staff { return &Staff{of(o, cmsRealm{})} }

func of(o Options, r realm) *Accounts {
	o.Store = o.Store.AsSystem()
	return &Accounts{o, r}
}

// realm is one of the two tables of accounts.
type realm interface {
	// kind tells the two realms apart where sessions are stored; resource is the resource in permissions.
	kind() viewer.Kind
	resource() string
	// throttled is the realm's name in package throttle and in the audit trail.
	throttled() throttle.Realm
	get(ctx context.Context, client *ent.Client, id uuid.UUID) (*Account, error)
	list(ctx context.Context, client *ent.Client, cursors *page.Cursors, f Filter, r page.Request, o page.Order, list string) (page.Page[*Account], error)
	setActive(ctx context.Context, client *ent.Client, id uuid.UUID, active bool) error
	requirePasswordChange(ctx context.Context, client *ent.Client, id uuid.UUID) error
}

// Get returns an account and records who read it. Needs the permission to read; fails with Forbidden or NotFound.
func (a *Accounts) Get(ctx context.Context, id uuid.UUID) (*Account, error) {
	if err := service.Require(ctx, a.realm.resource()+":read"); err != nil {
		return nil, err
	}
	account, err := a.find(ctx, a.options.Store.Client(ctx), id)
	if err != nil {
		return nil, err
	}
	return account, a.options.Trail.Note(ctx, a.event("account.read", id))
}

// Disable disables an account: it can't sign in, and its sessions end. Needs the permission to update; fails with
// Forbidden, NotFound, or with Conflict when the account is the viewer's own or the last active administrator's.
func (a *Accounts) Disable(ctx context.Context, id uuid.UUID, reason string) (*Account, error) {
	return a.change(ctx, id, "account.disable", reason, func(ctx context.Context, tx *ent.Client) error {
		if v, err := service.Viewer(ctx); err != nil || v.AccountID == id {
			return &service.Error{Code: service.Conflict, Reason: "own_account", Err: err,
				Detail: "You can't disable the account that you are signed in with. Ask another administrator to do it."}
		}
		if err := a.realm.setActive(ctx, tx, id, false); err != nil {
			return err
		}
		return a.endSessions(ctx, id, auth.EndedByDisabling)
	})
}

// Enable lets a disabled account sign in again. Needs the permission to update; fails with Forbidden or NotFound.
func (a *Accounts) Enable(ctx context.Context, id uuid.UUID, reason string) (*Account, error) {
	return a.change(ctx, id, "account.enable", reason, func(ctx context.Context, tx *ent.Client) error {
		return a.realm.setActive(ctx, tx, id, true)
	})
}

// Unlock forgets failed sign-ins, so that a locked account can sign in again at once. Needs the permission to update;
// fails with Forbidden or NotFound.
func (a *Accounts) Unlock(ctx context.Context, id uuid.UUID, reason string) (*Account, error) {
	return a.change(ctx, id, "account.unlock", reason, func(ctx context.Context, tx *ent.Client) error {
		account, err := a.realm.get(ctx, tx, id)
		if err != nil {
			return err
		}
		return a.options.Guard.Unlock(ctx, throttle.Account{Realm: a.realm.throttled(), Name: account.Email, ID: id})
	})
}

// EndSessions signs an account out everywhere. Needs the permission to update; fails with Forbidden or NotFound.
func (a *Accounts) EndSessions(ctx context.Context, id uuid.UUID, reason string) (*Account, error) {
	return a.change(ctx, id, "account.end_sessions", reason, func(ctx context.Context, _ *ent.Client) error {
		return a.endSessions(ctx, id, auth.EndedByRevocation)
	})
}

// RequirePasswordChange signs an account out and makes it set a new password before it can do anything else. Needs the
// permission to update; fails with Forbidden or NotFound.
func (a *Accounts) RequirePasswordChange(ctx context.Context, id uuid.UUID, reason string) (*Account, error) {
	return a.change(ctx, id, "account.require_password_change", reason, func(ctx context.Context, tx *ent.Client) error {
		if err := a.realm.requirePasswordChange(ctx, tx, id); err != nil {
			return err
		}
		return a.endSessions(ctx, id, auth.EndedByRevocation) // because tokens don't carry the change
	})
}

// ResetSecondFactor removes an account's second factor, for somebody who has lost it, and signs the account out everywhere.
// Needs the permission to update; fails with Forbidden or NotFound.
func (a *Accounts) ResetSecondFactor(ctx context.Context, id uuid.UUID, reason string) (*Account, error) {
	return a.change(ctx, id, "account.reset_second_factor", reason, func(ctx context.Context, _ *ent.Client) error {
		return a.options.Own.ResetSecondFactor(ctx, a.realm.throttled(), id)
	})
}

// coveredBy fails with Forbidden unless the viewer has every permission that the account has: staff act on their equals and on
// those who may do less, never on those who may do more. Accounts of patients, doctors and institutions have no permissions.
func (a *Account) coveredBy(ctx context.Context, tx *ent.Client) error {
	if a.Role == "" {
		return nil
	}
	return mayGive(ctx, tx, a.Role)
}

// change applies a change to an existing account that the viewer covers, records it with the reason, and returns the account.
func (a *Accounts) change(
	ctx context.Context, id uuid.UUID, action, reason string, do func(context.Context, *ent.Client) error,
) (*Account, error) {
	if err := service.Require(ctx, a.realm.resource()+":update"); err != nil {
		return nil, err
	}
	var changed *Account
	err := a.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) (err error) {
		before, err := a.realm.get(ctx, tx, id)
		if err != nil {
			return err
		}
		if err := before.coveredBy(ctx, tx); err != nil {
			return err
		}
		if err := do(ctx, tx); err != nil {
			return err
		}
		event := a.event(action, id)
		if reason != "" {
			event.Payload = map[string]string{"reason": reason}
		}
		if err := a.options.Trail.Record(ctx, event); err != nil {
			return err
		}
		changed, err = a.find(ctx, tx, id)
		return err
	})
	return changed, err
}

// find returns an account with the state of its second factor.
func (a *Accounts) find(ctx context.Context, client *ent.Client, id uuid.UUID) (*Account, error) {
	found, err := a.realm.get(ctx, client, id)
	if err != nil {
		return nil, err
	}
	return found, a.withFactors(ctx, found)
}

// withFactors says of accounts whether they have a second factor.
func (a *Accounts) withFactors(ctx context.Context, accounts ...*Account) error {
	ids := make([]uuid.UUID, len(accounts))
	for i, account := range accounts {
		ids[i] = account.ID
	}
	have, err := a.options.Factors.Among(ctx, a.realm.throttled(), ids)
	for _, account := range accounts {
		account.SecondFactor = have[account.ID]
	}
	return err
}

func (a *Accounts) event(action string, id uuid.UUID) audit.Event {
	return audit.Event{Action: action, EntityType: string(a.realm.throttled()), EntityID: id.String()}
}

func (a *Accounts) endSessions(ctx context.Context, id uuid.UUID, reason auth.EndReason) error {
	_, err := a.options.Sessions.EndSessions(ctx, auth.SessionFilter{AccountKind: a.realm.kind(), AccountID: id}, reason)
	return err
}
