// Package account lets people manage their own accounts: change or reset the password, confirm or change the e-mail
// address.
//
// Mails carry one-time tokens of 256 random bits, of which only the SHA-256 hash is stored. Whoever has a token may do the
// one thing that it is for, once, until it expires.
package account

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/cache"
	"github.com/predicthealth/predicthealth/internal/ratelimit"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/mail"
	"github.com/predicthealth/predicthealth/service/secondfactor"
	"github.com/predicthealth/predicthealth/service/setting"
	"github.com/predicthealth/predicthealth/service/throttle"
)

var (
	resetLifetime        = setting.Duration("auth.password.reset_lifetime", time.Hour)
	invitationLifetime   = setting.Duration("auth.invitation.lifetime", 72*time.Hour)
	verificationLifetime = setting.Duration("auth.verification.lifetime", 24*time.Hour)
)

// Realm is the kind of an account, and so the table that it is in.
type Realm = throttle.Realm

// The realms.
const (
	Users = throttle.Users // patients, doctors and institutions
	Staff = throttle.Staff
)

// Options are the options of New.
type Options struct {
	Store     *service.Store
	Settings  *setting.Reader
	Trail     *audit.Trail
	Auth      *auth.Service
	Passwords *auth.Passwords
	Factors   *secondfactor.Factors
	Guard     *throttle.Guard
	Mails     *mail.Queue
	Limiter   *ratelimit.Limiter
	Cache     *cache.Cache
}

// Service manages the accounts of its callers. It is safe for concurrent use.
type Service struct{ options Options }

// New returns a Service.
func New(o Options) *Service {
	o.Store = o.Store.AsSystem()
	return &Service{o}
}

// account is a row of users or cms_users.
type account struct {
	id       uuid.UUID
	kind     viewer.Kind
	record   uuid.UUID // the patient, doctor or institution
	email    string
	hash     string // empty when the account has no password yet
	active   bool
	verified bool
	names    []string // of staff
}

// mine returns the account of whoever is asking. It fails with Forbidden for an account of the other realm.
func (s *Service) mine(ctx context.Context, r realm) (a *account, v viewer.Viewer, err error) {
	if v, err = viewerOf(ctx, r); err != nil {
		return nil, v, err
	}
	a, err = r.byID(ctx, s.options.Store.Pool(), v.AccountID)
	if err == nil && a == nil {
		err = service.Missing()
	}
	return a, v, err
}

// viewerOf returns whoever is asking; see mine.
func viewerOf(ctx context.Context, r realm) (viewer.Viewer, error) {
	v, err := service.Viewer(ctx)
	if err == nil && !r.has(v.Kind) {
		err = service.Errorf(service.Forbidden, "Your account signs in elsewhere: use the same operation there.")
	}
	return v, err
}

// actingFor returns a context in which the account's owner acts; the token from a mail proves that.
func actingFor(ctx context.Context, a *account) context.Context {
	return viewer.NewContext(ctx, viewer.Viewer{Kind: a.kind, AccountID: a.id, SubjectID: a.record})
}

// confirm checks the viewer's password, as a sign-in does: too many wrong ones lock the account. A wrong password is
// returned as a field error at pointer, and recorded in the audit trail as a failure of action.
func (s *Service) confirm(ctx context.Context, r realm, a *account, pointer, password, ip, action string) error {
	right, err := s.options.Guard.Try(ctx, throttle.Account{Realm: r.name(), Name: a.email, ID: a.id}, ip,
		func(ctx context.Context) (bool, error) { return s.options.Passwords.Matches(ctx, a.hash, password) })
	if err != nil || right {
		return err
	}
	if err := s.options.Trail.Note(ctx, event(r, a, action, audit.Failure, nil)); err != nil {
		return err
	}
	return service.InvalidFields([]service.Field{{
		Pointer: pointer, Code: "wrong", Detail: "The password is wrong, or too many attempts have locked the account for a while.",
	}})
}

// tell queues a mail to the account's address.
func (s *Service) tell(ctx context.Context, a *account, template mail.Template, link mail.Link) error {
	return s.options.Mails.Enqueue(ctx, mail.Message{To: a.email, Template: template, Link: link})
}

// changed drops cached responses that show accounts, after the commit.
func (s *Service) changed(ctx context.Context) {
	s.options.Store.AfterCommit(ctx, func(ctx context.Context) { s.options.Cache.Invalidate(ctx, service.TagAccounts) })
}

func event(r realm, a *account, action string, outcome audit.Outcome, payload any) audit.Event {
	return audit.Event{
		Action: action, Outcome: outcome, EntityType: string(r.name()), EntityID: a.id.String(), Payload: payload,
	}
}

// ofRealm returns the rows of a realm. It panics for a realm whose accounts have no address.
func ofRealm(name Realm) realm {
	switch name {
	case Users:
		return users{}
	case Staff:
		return staff{}
	case throttle.ServiceAccounts:
	}
	panic(fmt.Sprintf("account: accounts of the realm %q have no address", name))
}

// ignoreMissing returns nil for a row that doesn't exist.
func ignoreMissing[T any](row *T, err error) (*T, error) {
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return row, err
}

var errChangedMeanwhile = &service.Error{
	Code: service.Conflict, Detail: "The password has just been changed by another request. Try again.",
	Err: errors.New("the stored hash is a different one"),
}
