package administration

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/cms"
)

const rolesPath = "/api/v1/cms/roles"

// RoleInput is the role in an operation's path.
type RoleInput struct {
	Code string `path:"code" maxLength:"50" example:"editor" doc:"The code of the role."`
}

type roleOutput struct {
	ETag string `header:"ETag"`
	Body roleBody
}

type roleBody struct {
	Code        string    `json:"code" example:"front_desk"`
	Name        string    `json:"name" example:"Front desk"`
	Description *string   `json:"description"`
	BuiltIn     bool      `json:"built_in" doc:"Whether the role is built in. Built-in roles can't be deleted and can't lose permissions."`
	Permissions []string  `json:"permissions" nullable:"false" example:"[\"patients:read\"]" doc:"The permissions of the role, as resource:action."`
	CreatedAt   time.Time `json:"created_at"`
	UpdatedAt   time.Time `json:"updated_at"`
	Version     int       `json:"version" doc:"Increases with each change. The ETag is derived from it."`
}

type permissionBody struct {
	Name     string `json:"name" example:"patients:read" doc:"The name that roles and scopes use."`
	Resource string `json:"resource" example:"patients"`
	Action   string `json:"action" example:"read"`
}

func toPermission(p cms.Permission) permissionBody {
	return permissionBody{p.Name(), p.Resource, p.Action}
}

func toRole(r *cms.Role) roleBody {
	return roleBody{
		Code: r.Code, Name: r.Name, Description: r.Description, BuiltIn: r.BuiltIn, Permissions: r.Permissions,
		CreatedAt: r.CreatedAt.UTC(), UpdatedAt: r.UpdatedAt.UTC(), Version: r.Version,
	}
}

func toRoleOutput(r *cms.Role) *roleOutput {
	return &roleOutput{ETag: endpoint.VersionTag(r.Version), Body: toRole(r)}
}

func (h handlers) registerRoles(api *endpoint.API) {
	endpoint.Read(api, huma.Operation{
		OperationID: "list-permissions", Method: http.MethodGet, Path: "/api/v1/cms/permissions", Tags: tags, Errors: forbidden,
		Summary: "List permissions by resource and action", Description: "For staff with the permission roles:read.",
	}, func(ctx context.Context, in *endpoint.ListInput) (*endpoint.ListOutput[permissionBody], error) {
		page, err := h.cms.Permissions(ctx, in.Page())
		if err != nil {
			return nil, err
		}
		return endpoint.List(ctx, page, toPermission), nil
	})
	endpoint.Read(api, huma.Operation{
		OperationID: "list-roles", Method: http.MethodGet, Path: rolesPath, Tags: tags, Errors: forbidden,
		Summary:     "List roles by code",
		Description: "Each role comes with its permissions, so the list is the matrix of roles and permissions. For staff with the permission roles:read.",
	}, func(ctx context.Context, in *endpoint.ListInput) (*endpoint.ListOutput[roleBody], error) {
		page, err := h.cms.Roles(ctx, in.Page())
		if err != nil {
			return nil, err
		}
		return endpoint.List(ctx, page, toRole), nil
	})
	endpoint.Read(api, huma.Operation{
		OperationID: "get-role", Method: http.MethodGet, Path: rolesPath + "/{code}", Tags: tags, Errors: forbiddenOrMissing,
		Summary: "Read a role", Description: "For staff with the permission roles:read.",
	}, func(ctx context.Context, in *struct {
		endpoint.Conditional
		RoleInput
	},
	) (*roleOutput, error) {
		role, err := h.cms.Role(ctx, in.Code)
		if err != nil {
			return nil, err
		}
		out := toRoleOutput(role)
		return out, in.Check(out.ETag)
	})
	h.registerRoleChanges(api)
}
