package cms

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/lib/pq"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/cmsrole"
	"github.com/predicthealth/predicthealth/ent/cmsrolepermission"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
)

// NewRole is a role to create.
type NewRole struct {
	// Code consists of lower-case letters, digits and underscores.
	Code, Name  string
	Description *string
	// Permissions are resource:action.
	Permissions []string
}

// RoleChange is a change of a role; nil leaves a value as it is.
type RoleChange struct {
	Name        *string
	Description service.Optional[string]
	// Permissions replace the previous permissions.
	Permissions []string
}

var (
	roleCode  = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
	sentRole  = map[string]string{"cms_roles": ""}
	errBuilt  = &service.Error{Code: service.Conflict, Reason: "built_in", Detail: "This role is built in. It can't be deleted and can't lose permissions."}
	errInUse  = &service.Error{Code: service.Conflict, Reason: "in_use", Detail: "Staff or service accounts have this role. Give them another role first."}
	errNoName = service.Field{Pointer: "/name", Code: "blank", Detail: "This must not be blank."}
)

// CreateRole creates a role. Needs roles:create and every permission that the role gets; fails with Forbidden, with
// Invalid, naming the fields at fault, or with Conflict when the code or the name is taken.
func (s *Service) CreateRole(ctx context.Context, n NewRole) (*Role, error) {
	if err := service.Require(ctx, "roles:create"); err != nil {
		return nil, err
	}
	var fields []service.Field
	if n.Name = strings.TrimSpace(n.Name); n.Name == "" {
		fields = append(fields, errNoName)
	}
	if !roleCode.MatchString(n.Code) {
		fields = append(fields, service.Field{Pointer: "/code", Code: "format", Detail: "Use lower-case letters, digits and underscores, and begin with a letter."})
	}
	var created *Role
	err := s.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		grants, err := s.grants(ctx, tx, n.Permissions, nil, fields)
		if err != nil {
			return err
		}
		row, err := tx.CMSRole.Create().SetCode(n.Code).SetName(n.Name).SetNillableDescription(n.Description).
			Save(ctx)
		if err != nil {
			return service.FromDatabase(err, sentRole)
		}
		if err := give(ctx, tx, row.ID, grants); err != nil {
			return err
		}
		if created, err = ReadRole(ctx, tx, n.Code); err != nil {
			return err
		}
		return s.recordRole(ctx, "role.create", n.Code, map[string]any{"name": n.Name, "permissions": created.Permissions})
	})
	return created, err
}

// ChangeRole changes a role. The change applies to everyone who has the role within a second. Needs roles:update and every
// permission that the role has or gains; fails with Forbidden, NotFound, with Stale when the role has a different version,
// with Invalid, naming the fields at fault, or with Conflict when the name is taken or a built-in role would lose a permission.
func (s *Service) ChangeRole(ctx context.Context, code string, versions service.Versions, c RoleChange) (*Role, error) {
	if err := service.Require(ctx, "roles:update"); err != nil {
		return nil, err
	}
	var changed *Role
	err := s.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		before, err := ReadRole(ctx, tx, code)
		if err != nil {
			return err
		}
		if err := Covers(ctx, before.Permissions); err != nil {
			return err
		}
		if err := versions.Check(before.Version); err != nil {
			return err
		}
		if err := s.saveRole(ctx, tx, before, c); err != nil {
			return err
		}
		if changed, err = ReadRole(ctx, tx, code); err != nil {
			return err
		}
		payload := map[string]any{"name": changed.Name}
		if c.Permissions != nil {
			payload["from"], payload["to"] = before.Permissions, changed.Permissions
		}
		return s.recordRole(ctx, "role.update", code, payload)
	})
	return changed, err
}

func (s *Service) saveRole(ctx context.Context, tx *ent.Client, before *Role, c RoleChange) error {
	var fields []service.Field
	// The version must also increase when only permissions change, which are rows of their own.
	update := tx.CMSRole.Update().Where(cmsrole.ID(before.ID), cmsrole.Version(before.Version)).AddVersion(1)
	if c.Name != nil {
		name := strings.TrimSpace(*c.Name)
		if name == "" {
			fields = append(fields, errNoName)
		}
		update.SetName(name)
	}
	if c.Description.Value != nil {
		update.SetDescription(*c.Description.Value)
	} else if c.Description.Given {
		update.ClearDescription()
	}
	grants, err := s.grants(ctx, tx, c.Permissions, before.Permissions, fields)
	if err != nil {
		return err
	}
	n, err := update.Save(ctx)
	if err != nil {
		return service.FromDatabase(err, sentRole)
	}
	if n == 0 {
		return service.Changed()
	}
	if c.Permissions == nil {
		return nil
	}
	if before.BuiltIn && slices.ContainsFunc(before.Permissions, func(p string) bool { return !slices.Contains(c.Permissions, p) }) {
		return errBuilt
	}
	if _, err := tx.CMSRolePermission.Delete().Where(cmsrolepermission.RoleID(before.ID)).Exec(ctx); err != nil {
		return fmt.Errorf("changing a role's permissions: %w", err)
	}
	return give(ctx, tx, before.ID, grants)
}

// DeleteRole deletes an unused role. Needs roles:delete and every permission that the role has; fails with Forbidden, NotFound,
// with Stale when the role has a different version, or with Conflict when it is in use or built in.
func (s *Service) DeleteRole(ctx context.Context, code string, versions service.Versions) error {
	if err := service.Require(ctx, "roles:delete"); err != nil {
		return err
	}
	return s.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		role, err := ReadRole(ctx, tx, code)
		if err != nil {
			return err
		}
		if err := Covers(ctx, role.Permissions); err != nil {
			return err
		}
		if err := versions.Check(role.Version); err != nil {
			return err
		}
		if role.BuiltIn {
			return errBuilt
		}
		n, err := tx.CMSRole.Delete().Where(cmsrole.ID(role.ID), cmsrole.Version(role.Version)).Exec(ctx)
		if refusal := (*pq.Error)(nil); errors.As(err, &refusal) && refusal.Code == "23503" {
			return errInUse
		}
		if err != nil {
			return fmt.Errorf("deleting a role: %w", err)
		}
		if n == 0 {
			return service.Changed()
		}
		return s.recordRole(ctx, "role.delete", code, map[string]any{"name": role.Name, "permissions": role.Permissions})
	})
}

// grants returns the keys of permissions. It fails with Invalid, naming fields and permissions that don't exist, and with
// Forbidden, naming the permissions that are new to the role and that the viewer lacks.
func (s *Service) grants(ctx context.Context, tx *ent.Client, names, before []string, fields []service.Field) ([]int, error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := tx.CMSPermission.Query().All(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading permissions: %w", err)
	}
	keys := make(map[string]int, len(rows))
	for _, row := range rows {
		keys[fromPermission(row).Name()] = row.ID
	}
	var ids []int
	var lacking []service.Field
	for i, name := range names {
		pointer := fmt.Sprintf("/permissions/%d", i)
		if keys[name] == 0 {
			fields = append(fields, service.Field{Pointer: pointer, Code: "not_found", Detail: "This permission does not exist."})
		} else if !slices.Contains(before, name) && !v.Can(name) {
			lacking = append(lacking, service.Field{Pointer: pointer, Code: "forbidden", Detail: "You can't grant this permission, because you do not have it."})
		}
		ids = append(ids, keys[name])
	}
	if err := service.InvalidFields(fields); err != nil {
		return nil, err
	}
	if len(lacking) > 0 {
		return nil, &service.Error{Code: service.Forbidden, Detail: "You can't grant permissions that you do not have.", Fields: lacking}
	}
	slices.Sort(ids)
	return slices.Compact(ids), nil
}

func give(ctx context.Context, tx *ent.Client, role int, permissions []int) error {
	rows := make([]*ent.CMSRolePermissionCreate, len(permissions))
	for i, id := range permissions {
		rows[i] = tx.CMSRolePermission.Create().SetRoleID(role).SetPermissionID(id)
	}
	if err := tx.CMSRolePermission.CreateBulk(rows...).Exec(ctx); err != nil {
		return fmt.Errorf("giving a role its permissions: %w", err)
	}
	return nil
}

// recordRole records a change of a role and tells every instance about it.
func (s *Service) recordRole(ctx context.Context, action, code string, payload map[string]any) error {
	s.options.Store.AfterCommit(ctx, s.options.Pulse.Changed)
	return s.options.Trail.Record(ctx, audit.Event{Action: action, EntityType: "role", EntityID: code, Payload: payload})
}
