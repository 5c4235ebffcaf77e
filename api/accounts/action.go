package accounts

import (
	"context"
	"fmt"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/accountadmin"
)

// action is something that an administrator can do to an account.
type action struct {
	name, id             string // in the URL, and the operation id with a %s for the kind of account
	summary, description string
	stepUp               bool // whether it needs a fresh second factor
	do                   func(ctx context.Context, id uuid.UUID, reason string) (*accountadmin.Account, error)
}

func (r realm) actions() []action {
	a := r.accounts
	return []action{
		{"disable", "disable-%s", "Disable ", "The account can't sign in any more, and all its sessions end within a second. You can't disable your own account.", false, a.Disable},
		{"enable", "enable-%s", "Enable ", "The account can sign in again.", false, a.Enable},
		{"unlock", "unlock-%s", "Unlock ", "Forgets failed sign-ins: the account can sign in again at once, from anywhere.", false, a.Unlock},
		{"end-sessions", "end-%s-sessions", "Sign out ", "All sessions of the account end within a second.", false, a.EndSessions},
		{"require-password-change", "require-%s-password-change", "Require a new password for ", "All sessions end. After the next sign-in, the account can do nothing else until it has set a new password.", false, a.RequirePasswordChange},
		{"reset-second-factor", "reset-%s-second-factor", "Remove the second factor of ", "For somebody who has lost the authenticator and the recovery codes. All sessions end, and the account's address gets a notice.", true, a.ResetSecondFactor},
	}
}

type actionInput struct {
	PathInput
	Body *endpoint.ReasonBody `required:"false"`
}

func (r realm) registerActions(api *endpoint.API) {
	for _, action := range r.actions() {
		op := huma.Operation{
			OperationID: fmt.Sprintf(action.id, r.noun),
			Method:      http.MethodPost,
			Path:        r.path + "/{id}/" + action.name,
			Summary:     action.summary + r.one,
			Description: action.description + " For staff with the permission " + r.resource + ":update" + r.covering + ".",
			Tags:        []string{"accounts"},
			Errors:      []int{http.StatusForbidden, http.StatusNotFound, http.StatusConflict},
		}
		if action.stepUp {
			op = endpoint.StepUp(op)
		}
		endpoint.Write(api, op, func(ctx context.Context, in *actionInput) (*accountOutput, error) {
			id, err := endpoint.ID(in.ID)
			if err != nil {
				return nil, err
			}
			account, err := action.do(ctx, id, in.Body.Text())
			if err != nil {
				return nil, err
			}
			return toOutput(account), nil
		})
	}
}
