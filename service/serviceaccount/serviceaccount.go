// Package serviceaccount manages accounts for programs, which sign in with OAuth 2.0 client credentials (RFC 6749, section 4.4).
package serviceaccount

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/serviceaccount"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/cms"
	"github.com/predicthealth/predicthealth/service/page"
)

// entityType is the audit trail's name for a service account.
const entityType = "service_account"

// ServiceAccount is an account for a program.
type ServiceAccount struct {
	// ID is the OAuth client_id.
	ID   uuid.UUID
	Name string
	// Role is the code of a CMS role.
	Role string
	// Scopes are the permissions (resource:action) that the account may use, out of those of its role.
	Scopes     []string
	Active     bool
	LastUsedAt *time.Time
	Secrets    []Secret
	CreatedAt  time.Time
	UpdatedAt  time.Time
	// Version increases with each change.
	Version int
}

// Secret is a client secret without its value, which nobody can read again.
type Secret struct {
	ID        uuid.UUID
	CreatedAt time.Time
	// ExpiresAt is when the secret stops working; nil for never.
	ExpiresAt *time.Time
}

// Options are the options of New.
type Options struct {
	Store   *service.Store
	Auth    *auth.Service
	Cursors *page.Cursors
	Trail   *audit.Trail
}

// Service manages service accounts. It is safe for concurrent use.
type Service struct{ options Options }

// New returns a Service.
func New(o Options) *Service {
	o.Store = o.Store.AsSystem()
	return &Service{o}
}

// Get returns a service account, and records who read it. Needs accounts:read; fails with Forbidden or NotFound.
func (s *Service) Get(ctx context.Context, id uuid.UUID) (*ServiceAccount, error) {
	if err := service.Require(ctx, "accounts:read"); err != nil {
		return nil, err
	}
	account, err := read(ctx, s.options.Store.Client(ctx), id)
	if err != nil {
		return nil, err
	}
	return account, s.options.Trail.Note(ctx, audit.Event{
		Action: "service_account.read", EntityType: entityType, EntityID: id.String(), ResultCount: 1,
	})
}

// List returns a page of the service accounts, by name, and records who read them. Needs accounts:read; fails with Forbidden, or with Invalid when
// the limit or the cursor is not valid.
func (s *Service) List(ctx context.Context, r page.Request) (page.Page[*ServiceAccount], error) {
	if err := service.Require(ctx, "accounts:read"); err != nil {
		return page.Page[*ServiceAccount]{}, err
	}
	v, err := service.Viewer(ctx)
	if err != nil {
		return page.Page[*ServiceAccount]{}, err
	}
	query := complete(s.options.Store.Client(ctx).ServiceAccount.Query())
	rows, err := page.List(ctx, s.options.Cursors, query, r,
		page.Order{Columns: []string{serviceaccount.FieldName}}, "service_accounts "+v.AccountID.String(),
		func(row *ent.ServiceAccount) []any { return []any{row.Name} })
	if err != nil {
		return page.Page[*ServiceAccount]{}, fmt.Errorf("listing service accounts: %w", err)
	}
	return page.Map(rows, fromRow), s.options.Trail.Note(ctx, audit.Event{
		Action: "service_account.read", EntityType: entityType, ResultCount: len(rows.Items),
	})
}

func read(ctx context.Context, client *ent.Client, id uuid.UUID) (*ServiceAccount, error) {
	row, err := complete(client.ServiceAccount.Query().Where(serviceaccount.ID(id))).Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading a service account: %w", err)
	}
	return fromRow(row), nil
}

func complete(q *ent.ServiceAccountQuery) *ent.ServiceAccountQuery { return q.WithRole().WithSecrets() }

func fromRow(row *ent.ServiceAccount) *ServiceAccount {
	a := &ServiceAccount{
		ID: row.ID, Name: row.Name, Role: row.Edges.Role.Code, Scopes: row.Scopes, Active: row.Active,
		LastUsedAt: row.LastUsedAt, CreatedAt: row.CreatedAt, UpdatedAt: row.UpdatedAt, Version: row.Version,
	}
	for _, secret := range row.Edges.Secrets {
		a.Secrets = append(a.Secrets, Secret{secret.ID, secret.CreatedAt, secret.ExpiresAt})
	}
	slices.SortFunc(a.Secrets, func(a, b Secret) int { return a.CreatedAt.Compare(b.CreatedAt) })
	return a
}

// covers returns nil when the viewer has every permission that an account with this role and these scopes would have:
// nobody may gain permissions through a service account.
func covers(ctx context.Context, role *cms.Role, scopes []string) error {
	return cms.Covers(ctx, slices.DeleteFunc(slices.Clone(scopes), func(scope string) bool {
		return !slices.Contains(role.Permissions, scope)
	}))
}
