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

// Permission is the right to do an action with a resource.
type Permission struct {
	Resource, Action string
}

// Name is the permission as resource:action.
func (p Permission) Name() string { return p.Resource + ":" + p.Action }

// Role is a named set of permissions.
type Role struct {
	// ID is the row's key, for services: clients name a role by its code.
	ID          int
	Code, Name  string
	Description *string
	// BuiltIn says that it came with the platform.
	BuiltIn bool
	// Permissions are resource:action, in order.
	Permissions          []string
	CreatedAt, UpdatedAt time.Time
	// Version rises with each change.
	Version int
}

// Permissions returns a page of all permissions by resource and action. Needs roles:read; fails with Forbidden, or an
// Invalid error when the limit or the cursor is none.
func (s *Service) Permissions(ctx context.Context, r page.Request) (page.Page[Permission], error) {
	if err := service.Require(ctx, "roles:read"); err != nil {
		return page.Page[Permission]{}, err
	}
	rows, err := page.List(ctx, s.Cursors, s.Store.Client(ctx).CMSPermission.Query(), r,
		page.Order{Columns: []string{cmspermission.FieldResource, cmspermission.FieldAction}}, "permissions",
		func(row *ent.CMSPermission) []any { return []any{row.Resource, row.Action} })
	return page.Map(rows, fromPermission), err
}

// Roles returns a page of the roles by code, with what they permit. Needs roles:read; fails with Forbidden, or an Invalid
// error when the limit or the cursor is none.
func (s *Service) Roles(ctx context.Context, r page.Request) (page.Page[*Role], error) {
	if err := service.Require(ctx, "roles:read"); err != nil {
		return page.Page[*Role]{}, err
	}
	rows, err := page.List(ctx, s.Cursors, withPermissions(s.Store.Client(ctx).CMSRole.Query()), r,
		page.Order{Columns: []string{cmsrole.FieldCode}}, "roles",
		func(row *ent.CMSRole) []any { return []any{row.Code} })
	return page.Map(rows, fromRole), err
}

// Role returns the role of a code. Needs roles:read; fails with Forbidden or NotFound.
func (s *Service) Role(ctx context.Context, code string) (*Role, error) {
	if err := service.Require(ctx, "roles:read"); err != nil {
		return nil, err
	}
	return ReadRole(ctx, s.Store.Client(ctx), code)
}

// ReadRole returns the role of a code, for services that have checked who may. It fails with NotFound.
func ReadRole(ctx context.Context, client *ent.Client, code string) (*Role, error) {
	row, err := withPermissions(client.System().CMSRole.Query().Where(cmsrole.Code(code))).Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading a role: %w", err)
	}
	return fromRole(row), nil
}

// Covers returns nil when the viewer has all of the permissions, which an account has or would have: nobody gives, takes
// away or gains through another account what they lack. Else the error is Forbidden.
func Covers(ctx context.Context, permissions []string) error {
	v, err := service.Viewer(ctx)
	if err != nil {
		return err
	}
	for _, permission := range permissions {
		if !v.Can(permission) {
			return service.Errorf(service.Forbidden, "This account has or would have the permission %s, which you lack.", permission)
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
