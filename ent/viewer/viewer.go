// Package viewer says who is asking. Access rules (package rule) read it from the context; without one they deny.
package viewer

import (
	"context"
	"slices"

	"github.com/google/uuid"
)

// Kind is what a viewer is; rules have one predicate for each.
type Kind string

// The kinds of viewer.
const (
	Patient     Kind = "patient"
	Doctor      Kind = "doctor"
	Institution Kind = "institution"
	CMSUser     Kind = "cms_user"
	// ServiceAccount is a machine; like CMS users it may do what its role permits, as far as its scopes go.
	ServiceAccount Kind = "service_account"
	// System is the program itself: commands, sign-in, background work.
	System Kind = "system"
)

// Viewer is an authenticated account, or the system.
type Viewer struct {
	Kind Kind
	// AccountID is the row in users, cms_users or service_accounts; nil for the system.
	AccountID uuid.UUID
	// SubjectID is the patient, doctor or institution whose account it is; nil for others.
	SubjectID uuid.UUID
	// SessionID is the sign-in the request belongs to, a service account's secret; nil for the system.
	SessionID uuid.UUID
	// Permissions are a CMS user's or a service account's, as resource:action.
	Permissions []string
	// MustChangePassword says that the account may do nothing else until it has.
	MustChangePassword bool
}

// Can reports whether the viewer is the system, or a CMS user or service account that has the permission
// (resource:action).
func (v Viewer) Can(permission string) bool {
	return v.Kind == System ||
		(v.Kind == CMSUser || v.Kind == ServiceAccount) && slices.Contains(v.Permissions, permission)
}

type contextKey struct{}

// NewContext returns a context in which v is asking.
func NewContext(ctx context.Context, v Viewer) context.Context {
	return context.WithValue(ctx, contextKey{}, v)
}

// FromContext returns who is asking; false when nobody has been authenticated.
func FromContext(ctx context.Context) (Viewer, bool) {
	v, ok := ctx.Value(contextKey{}).(Viewer)
	return v, ok
}

// SystemContext returns a context in which the program itself is asking: every rule lets it pass.
func SystemContext(ctx context.Context) context.Context {
	return NewContext(ctx, Viewer{Kind: System})
}
