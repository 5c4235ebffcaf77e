// Package viewer says who is calling. Access rules (package rule) read the viewer from the context; without one they deny.
package viewer

import (
	"context"
	"slices"
	"time"

	"github.com/google/uuid"
)

// Kind is the kind of a viewer; rules have one predicate for each kind.
type Kind string

// Kinds of viewer.
const (
	Patient     Kind = "patient"
	Doctor      Kind = "doctor"
	Institution Kind = "institution"
	CMSUser     Kind = "cms_user"
	// ServiceAccount is a machine. Like CMS users, it may do what its role permits, within its scopes.
	ServiceAccount Kind = "service_account"
	// System is the program itself: commands, sign-in, background work.
	System Kind = "system"
)

// Viewer is an authenticated account, or the system.
type Viewer struct {
	Kind Kind
	// AccountID is the row in users, cms_users or service_accounts; nil for the system.
	AccountID uuid.UUID
	// SubjectID is the patient, doctor or institution that the account belongs to; nil for other accounts.
	SubjectID uuid.UUID
	// SessionID is the session that the request belongs to, or a service account's secret; nil for the system.
	SessionID uuid.UUID
	// Permissions are those of a CMS user or a service account, as resource:action.
	Permissions []string
	// AuthenticatedAt is when the account last proved who it is, and SecondFactor whether a second factor was part of it.
	AuthenticatedAt time.Time
	SecondFactor    bool
	// MustChangePassword reports whether the account may do nothing else until it has changed its password.
	MustChangePassword bool
	// MustAddFactor reports whether the account may do nothing else until it has a second factor.
	MustAddFactor bool
}

// Can reports whether the viewer is the system, or a CMS user or service account that has the permission
// (resource:action).
func (v Viewer) Can(permission string) bool {
	return v.Kind == System ||
		(v.Kind == CMSUser || v.Kind == ServiceAccount) && slices.Contains(v.Permissions, permission)
}

// IsStaff reports whether the viewer is a CMS user, a service account or the system, whom permissions let see everybody's
// records. All others see only some.
func (v Viewer) IsStaff() bool {
	return v.Kind == CMSUser || v.Kind == ServiceAccount || v.Kind == System
}

type contextKey struct{}

// NewContext returns a context whose viewer is v.
func NewContext(ctx context.Context, v Viewer) context.Context {
	return context.WithValue(ctx, contextKey{}, v)
}

// FromContext returns the viewer in the context; false if nobody has been authenticated.
func FromContext(ctx context.Context) (Viewer, bool) {
	v, ok := ctx.Value(contextKey{}).(Viewer)
	return v, ok
}

// SystemContext returns a context whose viewer is the program itself: every rule lets it pass.
func SystemContext(ctx context.Context) context.Context {
	return NewContext(ctx, Viewer{Kind: System})
}
