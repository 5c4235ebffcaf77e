package cms

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/cmspermission"
	"github.com/predicthealth/predicthealth/ent/cmsrole"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/page"
)

// Permission allows an action on a resource.
type Permission struct {
	Resource, Action string
}

// Name returns the permission as resource:action.
func (p Permission) Name() string { return p.Resource + ":" + p.Action }

// Role is a named set of permissions.
type Role struct {
	// ID is the row's key, for services. Clients use the role's code.
	ID          int
	Code, Name  string
	Description *string
	// BuiltIn says that the role came with the platform.
	BuiltIn bool
	// Permissions are resource:action, sorted.
	Permissions          []string
	CreatedAt, UpdatedAt time.Time
	// Version increases with each change.
	Version int
}

// Permissions returns a page of all permissions, by resource and action. Needs roles:read; fails with Forbidden, or with
// Invalid when the limit or the cursor is not valid.
func (s *Service) Permissions(ctx context.Context, r page.Request) (page.Page[Permission], error) {
	if err := service.Require(ctx, "roles:read"); err != nil {
		return page.Page[Permission]{}, err
	}
	rows, err := page.List(ctx, s.options.Cursors, s.options.Store.Client(ctx).CMSPermission.Query(), r,
		page.Order{Columns: []string{cmspermission.FieldResource, cmspermission.FieldAction}}, "permissions",
		func(row *ent.CMSPermission) []any { return []any{row.Resource, row.Action} })
	return page.Map(rows, fromPermission), err
}

// Roles returns a page of the roles with their permissions, by code. Needs roles:read; fails with Forbidden, or with
// Invalid when the limit or the cursor is not valid.
func (s *Service) Roles(ctx context.Context, r page.Request) (page.Page[*Role], error) {
	if err := service.Require(ctx, "roles:read"); err != nil {
		return page.Page[*Role]{}, err
	}
	rows, err := page.List(ctx, s.options.Cursors, withPermissions(s.options.Store.Client(ctx).CMSRole.Query()), r,
		page.Order{Columns: []string{cmsrole.FieldCode}}, "roles",
		func(row *ent.CMSRole) []any { return []any{row.Code} })
	return page.Map(rows, fromRole), err
}

// Role returns the role with this code. Needs roles:read; fails with Forbidden or NotFound.
func (s *Service) Role(ctx context.Context, code string) (*Role, error) {
	if err := service.Require(ctx, "roles:read"); err != nil {
		return nil, err
	}
	return ReadRole(ctx, s.options.Store.Client(ctx), code)
}

// ReadRole returns the role with this code, for services that have checked the caller's permissions. It fails with
// NotFound.
func ReadRole(ctx context.Context, client *ent.Client, code string) (*Role, error) {
	row, err := withPermissions(client.System().CMSRole.Query().Where(cmsrole.Code(code))).Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading a role: %w", err)
	}
	return fromRole(row), nil
}

// Covers returns nil when the viewer has all these permissions, which an account has or would have. Otherwise it fails
// with Forbidden: nobody may grant, take away or gain through another account permissions that they lack themselves.
func Covers(ctx context.Context, permissions []string) error {
	v, err := service.Viewer(ctx)
	if err != nil {
		return err
	}
	for _, permission := range permissions {
		if !v.Can(permission) {
			return service.Errorf(service.Forbidden, "This account has or would have the permission %s, which you do not have.", permission)
		}
	}
	return nil
}

func withPermissions(q *ent.CMSRoleQuery) *ent.CMSRoleQuery {
	return q.WithRolePermissions(func(q *ent.CMSRolePermissionQuery) { q.WithPermission() })
}

func fromPermission(row *ent.CMSPermission) Permission {
	return Permission{string(row.Resource), string(row.Action)}
}

func fromRole(row *ent.CMSRole) *Role {
	r := &Role{
		ID: row.ID, Code: row.Code, Name: row.Name, Description: row.Description, BuiltIn: row.BuiltIn,
		Permissions: make([]string, len(row.Edges.RolePermissions)),
		CreatedAt:   row.CreatedAt, UpdatedAt: row.UpdatedAt, Version: row.Version,
	}
	for i, granted := range row.Edges.RolePermissions {
		r.Permissions[i] = fromPermission(granted.Edges.Permission).Name()
	}
	slices.Sort(r.Permissions)
	return r
}
