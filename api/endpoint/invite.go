package endpoint

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"
)

// InvitationBody is the optional body of an invitation.
type InvitationBody struct {
	Email string `json:"email,omitempty" maxLength:"254" example:"dora@example.org" doc:"The address to invite. It becomes that of the account, or opens an account if there is none. The default is the account's address."`
}

type invitationInput struct {
	ID   string          `path:"id" maxLength:"36" example:"me"`
	Body *InvitationBody `required:"false"`
}

// Invite registers the operation that invites the owner of a record's account: noun is what the record is, path where the
// records are, who says who may. id reads the record's id out of the path.
func Invite(
	api *API, noun, path, who string, id func(ctx context.Context, text string) (uuid.UUID, error),
	do func(ctx context.Context, id uuid.UUID, address string) error,
) {
	Write(api, Limited(huma.Operation{
		OperationID: "invite-" + noun,
		Method:      http.MethodPost,
		Path:        path + "/{id}/invitation",
		Summary:     "Invite the " + noun + " to choose a password",
		Description: "Sends the account's address a new link to choose the first password, which replaces the previous one; the setting " +
			"auth.invitation.lifetime says how long it is valid. The response is 409 with the type has_password if the account has a " +
			"password, and account_disabled if it is disabled. " + who,
		Tags:          []string{noun + "s"},
		DefaultStatus: http.StatusAccepted,
		Errors:        []int{http.StatusForbidden, http.StatusNotFound, http.StatusConflict},
	}, Mail, Taken), func(ctx context.Context, in *invitationInput) (*struct{}, error) {
		recordID, err := id(ctx, in.ID)
		if err != nil {
			return nil, err
		}
		address := ""
		if in.Body != nil {
			address = in.Body.Email
		}
		return nil, do(ctx, recordID, address)
	})
}
