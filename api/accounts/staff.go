package accounts

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/body"
	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/accountadmin"
)

const staffPath = "/api/v1/cms/users"

type createStaffInput struct {
	Body cmsUserCreateBody
}

type cmsUserCreateBody struct {
	body.New[accountadmin.NewMember]
	prepared accountadmin.Prepared
}

type createdStaffOutput struct {
	Location string `header:"Location" doc:"The address of the new account."`
	ETag     string `header:"ETag"`
	Body     accountBody
}

type changeStaffInput struct {
	endpoint.Precondition
	PathInput
	Body cmsUserUpdateBody `contentType:"application/merge-patch+json"`
}

type cmsUserUpdateBody struct {
	body.Change[accountadmin.Member]
}

type staffHandlers struct{ staff *accountadmin.Staff }

// registerStaff registers the operations that only staff accounts have.
func registerStaff(api *endpoint.API, staff *accountadmin.Staff) {
	h, tags := staffHandlers{staff}, []string{"accounts"}
	endpoint.Write(api, endpoint.StepUp(huma.Operation{
		OperationID: "create-cms-user", Method: http.MethodPost, Path: staffPath, Tags: tags,
		Summary: "Create a staff account and invite its owner",
		Description: "Sends a mail with a link to set a password; the setting auth.invitation.lifetime says how long the link is valid. " +
			"For staff with the permission cms_users:create who also have every permission of the role.",
		DefaultStatus: http.StatusCreated,
		Errors:        []int{http.StatusForbidden, http.StatusConflict},
		Middlewares:   huma.Middlewares{endpoint.Lend(staff)},
	}), h.create)
	endpoint.Patch(api, endpoint.StepUp(huma.Operation{
		OperationID: "update-cms-user", Path: staffPath + "/{id}", Tags: tags,
		Summary: "Change a staff member's name or role",
		Description: "A new role's permissions apply to the member's existing tokens within a second. For staff with the permission " +
			"cms_users:update who also have every permission of the member's role, and of a new role. The last active " +
			"administrator must remain one. None of these values can be removed with null.",
		Errors: []int{http.StatusConflict},
	}), h.change)
	endpoint.Write(api, endpoint.Limited(huma.Operation{
		OperationID: "invite-cms-user", Method: http.MethodPost, Path: staffPath + "/{id}/invitation", Tags: tags,
		Summary: "Invite a staff member again",
		Description: "A new link replaces the previous one. The response is 409 with the type has_password if they have already set a " +
			"password. For staff with the permission cms_users:update" + coveringStaff + ".",
		Errors: []int{http.StatusForbidden, http.StatusNotFound, http.StatusConflict},
	}, endpoint.Mail), h.invite)
}

func (h staffHandlers) create(ctx context.Context, in *createStaffInput) (*createdStaffOutput, error) {
	a, err := h.staff.Create(ctx, in.Body.prepared)
	if err != nil {
		return nil, err
	}
	return &createdStaffOutput{staffPath + "/" + a.ID.String(), endpoint.VersionTag(a.Version), toBody(a)}, nil
}

// Resolve adds the service's checks to those of the schema, so that the response lists all mistakes at once.
func (b *cmsUserCreateBody) Resolve(c huma.Context, _ *huma.PathBuffer) []error {
	return endpoint.Prepare(c, &b.prepared, func(ctx context.Context, staff *accountadmin.Staff) (accountadmin.Prepared, []service.Field, error) {
		return staff.Prepare(ctx, b.Values)
	})
}

func (h staffHandlers) change(ctx context.Context, in *changeStaffInput) (*accountOutput, error) {
	versions, err := in.Versions(ctx)
	if err != nil {
		return nil, err
	}
	id, err := endpoint.ID(in.ID)
	if err != nil {
		return nil, err
	}
	a, err := h.staff.Change(ctx, id, versions, in.Body.Values)
	if err != nil {
		return nil, err
	}
	return toOutput(a), nil
}

func (h staffHandlers) invite(ctx context.Context, in *PathInput) (*accountOutput, error) {
	id, err := endpoint.ID(in.ID)
	if err != nil {
		return nil, err
	}
	a, err := h.staff.Invite(ctx, id)
	if err != nil {
		return nil, err
	}
	return toOutput(a), nil
}
