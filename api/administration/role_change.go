package administration

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/cms"
)

type createRoleInput struct {
	Body roleCreateBody
}

type roleCreateBody struct {
	Code        string   `json:"code" minLength:"1" maxLength:"50" example:"front_desk" doc:"Lower-case letters, digits and underscores. It can't be changed later."`
	Name        string   `json:"name" minLength:"1" maxLength:"100" example:"Front desk"`
	Description *string  `json:"description,omitempty" maxLength:"500"`
	Permissions []string `json:"permissions,omitempty" nullable:"false" maxItems:"100" example:"[\"patients:read\"]" doc:"As resource:action. You can only grant permissions that you have yourself."`
}

type createdRoleOutput struct {
	Location string `header:"Location"`
	ETag     string `header:"ETag"`
	Body     roleBody
}

type changeRoleInput struct {
	RoleInput
	endpoint.Precondition
	Body roleUpdateBody `contentType:"application/merge-patch+json"`
}

type roleUpdateBody struct {
	Name        *string                   `json:"name,omitempty" minLength:"1" maxLength:"100" example:"Front desk"`
	Description endpoint.Optional[string] `json:"description,omitempty" maxLength:"500"`
	Permissions []string                  `json:"permissions,omitempty" nullable:"false" maxItems:"100" doc:"The new permissions, which replace all previous ones."`
}

func (h handlers) registerRoleChanges(api *endpoint.API) {
	endpoint.Write(api, endpoint.StepUp(huma.Operation{
		OperationID: "create-role", Method: http.MethodPost, Path: rolesPath, Tags: tags, DefaultStatus: http.StatusCreated,
		Summary: "Create a role", Errors: []int{http.StatusForbidden, http.StatusConflict},
		Description: "For staff with the permission roles:create who also have every permission that the new role has.",
	}), func(ctx context.Context, in *createRoleInput) (*createdRoleOutput, error) {
		role, err := h.cms.CreateRole(ctx, cms.NewRole(in.Body))
		if err != nil {
			return nil, err
		}
		return &createdRoleOutput{rolesPath + "/" + role.Code, endpoint.VersionTag(role.Version), toRole(role)}, nil
	})
	endpoint.Patch(api, endpoint.StepUp(huma.Operation{
		OperationID: "update-role", Path: rolesPath + "/{code}", Tags: tags, Summary: "Change a role and its permissions",
		Description: "The change applies to everyone with the role within a second. Built-in roles can't lose permissions. For staff " +
			"with the permission roles:update who also have every permission that the role has or gains.",
		Errors: []int{http.StatusConflict},
	}), func(ctx context.Context, in *changeRoleInput) (*roleOutput, error) {
		versions, err := in.Versions(ctx)
		if err != nil {
			return nil, err
		}
		role, err := h.cms.ChangeRole(ctx, in.Code, versions, cms.RoleChange{
			Name: in.Body.Name, Description: in.Body.Description.Optional, Permissions: in.Body.Permissions,
		})
		if err != nil {
			return nil, err
		}
		return toRoleOutput(role), nil
	})
	endpoint.Write(api, endpoint.StepUp(huma.Operation{
		OperationID: "delete-role", Method: http.MethodDelete, Path: rolesPath + "/{code}", Tags: tags,
		DefaultStatus: http.StatusNoContent, Summary: "Delete an unused role",
		Description: "If anyone has the role, the response is 409 with the type in_use. For staff with the permission roles:delete who also have " +
			"every permission of the role.",
		Errors: []int{
			http.StatusForbidden, http.StatusNotFound, http.StatusConflict, http.StatusPreconditionFailed, http.StatusPreconditionRequired,
		},
	}), func(ctx context.Context, in *struct {
		RoleInput
		endpoint.Precondition
	},
	) (*struct{}, error) {
		versions, err := in.Versions(ctx)
		if err != nil {
			return nil, err
		}
		return nil, h.cms.DeleteRole(ctx, in.Code, versions)
	})
}
