package auth

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	lru "github.com/hashicorp/golang-lru/v2"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/cmsuser"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
)

const (
	// permissionsAge is how long a change of a role may take to be felt.
	permissionsAge = time.Second
	// rememberedUsers is how many CMS users' permissions are remembered.
	rememberedUsers = 1000
)

// Authenticate returns a context in which the account that the access token was given to is asking. It fails with an
// Unauthenticated error when the token is not valid.
func (s *Service) Authenticate(ctx context.Context, accessToken string) (context.Context, error) {
	v, err := s.tokens.verify(accessToken)
	if err != nil {
		return nil, &service.Error{
			Code: service.Unauthenticated, Reason: "invalid_token", Err: err,
			Detail: "The access token is not valid, or no longer: sign in again.",
		}
	}
	if v.Kind == viewer.CMSUser {
		if v.Permissions, err = s.permissions.of(ctx, v.AccountID); err != nil {
			return nil, err
		}
	}
	return viewer.NewContext(ctx, v), nil
}

// permissions remembers what CMS users may do for a second, so that most requests need not ask.
type permissions struct {
	client *ent.Client
	known  *lru.Cache[uuid.UUID, permissionsEntry]
}

type permissionsEntry struct {
	granted []string
	readAt  time.Time
}

func newPermissions(store *service.Store) *permissions {
	known, err := lru.New[uuid.UUID, permissionsEntry](rememberedUsers)
	if err != nil {
		panic(err) // only for a size below 1
	}
	return &permissions{store.Pool(), known}
}

// of returns a CMS user's permissions, none when the account is gone or disabled.
func (p *permissions) of(ctx context.Context, id uuid.UUID) ([]string, error) {
	if entry, ok := p.known.Get(id); ok && time.Since(entry.readAt) < permissionsAge {
		return entry.granted, nil
	}
	readAt := time.Now()
	row, err := p.client.CMSUser.Query().
		Where(cmsuser.ID(id), cmsuser.Active(true)).
		WithRole(func(q *ent.CMSRoleQuery) {
			q.WithRolePermissions(func(q *ent.CMSRolePermissionQuery) { q.WithPermission() })
		}).
		Only(viewer.SystemContext(ctx))
	if err != nil && !ent.IsNotFound(err) {
		return nil, fmt.Errorf("reading permissions: %w", err)
	}
	var granted []string
	if row != nil {
		for _, rp := range row.Edges.Role.Edges.RolePermissions {
			granted = append(granted, fmt.Sprintf("%s:%s", rp.Edges.Permission.Resource, rp.Edges.Permission.Action))
		}
	}
	p.known.Add(id, permissionsEntry{granted, readAt})
	return granted, nil
}
