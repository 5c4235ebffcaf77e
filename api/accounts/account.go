// Package accounts has the operations with which administrators manage other people's accounts.
package accounts

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/accountadmin"
	"github.com/predicthealth/predicthealth/service/page"
)

// realm is one of the two kinds of accounts; both have the same operations.
type realm struct {
	path, noun  string // in URLs and operation ids
	plural, one string // for texts
	resource    string // the resource of the permissions
	covering    string // what whoever acts on an account needs besides
	accounts    *accountadmin.Accounts
}

// coveringStaff is what whoever acts on a staff account needs besides the permission.
const coveringStaff = " who also have every permission of the member's role"

// Register registers the operations on api.
func Register(api *endpoint.API, users *accountadmin.Accounts, staff *accountadmin.Staff) {
	for _, r := range []realm{
		{"/api/v1/cms/accounts", "account", "the accounts of patients, doctors and institutions", "an account", "accounts", "", users},
		{"/api/v1/cms/users", "cms-user", "staff accounts", "a staff account", "cms_users", coveringStaff, staff.Accounts},
	} {
		r.registerList(api)
		r.registerGet(api)
		r.registerLoginHistory(api)
		r.registerActions(api)
	}
	registerStaff(api, staff)
}

// PathInput is the account in an operation's path.
type PathInput struct {
	ID string `path:"id" maxLength:"36" doc:"The account's id."`
}

type accountOutput struct {
	ETag string `header:"ETag"`
	Body accountBody
}

type accountBody struct {
	ID                     uuid.UUID  `json:"id" format:"uuid"`
	Email                  string     `json:"email"`
	UserType               string     `json:"user_type" enum:"patient,doctor,institution,cms_user"`
	RecordID               *uuid.UUID `json:"reference_id" format:"uuid" nullable:"true" doc:"The patient, doctor or institution that the account belongs to; null for staff."`
	FirstName              *string    `json:"first_name" doc:"Only for staff, otherwise null."`
	LastName               *string    `json:"last_name" doc:"Only for staff, otherwise null."`
	Role                   *string    `json:"role" doc:"The code of the role. Only for staff, otherwise null."`
	Active                 bool       `json:"active" doc:"false when the account is disabled."`
	Verified               bool       `json:"verified" doc:"Whether the e-mail address has been confirmed."`
	LastLoginAt            *time.Time `json:"last_login_at"`
	LastLoginIP            *string    `json:"last_login_ip"`
	FailedLoginCount       int        `json:"failed_login_count" doc:"Failed sign-ins since the last successful one."`
	LastFailedLoginAt      *time.Time `json:"last_failed_login_at"`
	LockExpiresAt          *time.Time `json:"lock_expires_at" doc:"After too many failed sign-ins: the time until which every sign-in is refused, wherever it comes from."`
	PasswordChangedAt      *time.Time `json:"password_changed_at" doc:"When the password was last set; null while the owner hasn't accepted the invitation."`
	PasswordChangeRequired bool       `json:"password_change_required" doc:"Whether the account must set a new password before it can do anything else."`
	SecondFactor           string     `json:"second_factor" enum:"none,confirmed" doc:"Whether the account has a second factor."`
	CreatedAt              time.Time  `json:"created_at"`
	UpdatedAt              time.Time  `json:"updated_at"`
	Version                int        `json:"version" doc:"Increases with each change. The ETag is derived from it."`
}

func toOutput(a *accountadmin.Account) *accountOutput {
	return &accountOutput{ETag: endpoint.VersionTag(a.Version), Body: toBody(a)}
}

func toBody(a *accountadmin.Account) accountBody {
	body := accountBody{
		ID: a.ID, Email: a.Email, UserType: a.Kind, Active: a.Active, Verified: a.Verified,
		LastLoginAt: endpoint.UTC(a.LastLoginAt), LastLoginIP: a.LastLoginIP,
		FailedLoginCount: a.FailedLogins, LastFailedLoginAt: endpoint.UTC(a.LastFailedLoginAt),
		LockExpiresAt: endpoint.UTC(a.LockedUntil), PasswordChangedAt: endpoint.UTC(a.PasswordChangedAt),
		PasswordChangeRequired: a.PasswordChangeRequired, SecondFactor: "none",
		CreatedAt: a.CreatedAt.UTC(), UpdatedAt: a.UpdatedAt.UTC(), Version: a.Version,
	}
	if a.SecondFactor {
		body.SecondFactor = "confirmed"
	}
	if a.RecordID != uuid.Nil {
		body.RecordID = &a.RecordID
	}
	if a.Role != "" {
		body.FirstName, body.LastName, body.Role = &a.FirstName, &a.LastName, &a.Role
	}
	return body
}

// FilterInput holds the parameters of both lists.
type FilterInput struct {
	endpoint.ListInput
	endpoint.ChangesInput
	Sort   string `query:"sort" enum:"email,-email,updated_at,-updated_at" doc:"Sort by e-mail address or last change. A minus sign reverses the order. The default is updated_at with updated_since, otherwise email."`
	Email  string `query:"email" maxLength:"254" doc:"Only accounts whose e-mail address starts with this."`
	Active string `query:"active" default:"any" enum:"true,false,any" doc:"true: only enabled accounts; false: only disabled ones; any: both."`
}

// listInput has what the list of staff doesn't have, because all staff accounts have the same type.
type listInput struct {
	FilterInput
	UserType []string `query:"user_type" nullable:"false" enum:"patient,doctor,institution" doc:"Only accounts of these types."`
}

func (r realm) registerList(api *endpoint.API) {
	op := huma.Operation{
		OperationID: "list-" + r.noun + "s",
		Method:      http.MethodGet,
		Path:        r.path,
		Summary:     "List " + r.plural,
		Description: "For staff with the permission " + r.resource + ":read.",
		Tags:        []string{"accounts"},
		Errors:      []int{http.StatusForbidden},
	}
	if r.resource == "accounts" {
		endpoint.Read(api, op, func(ctx context.Context, in *listInput) (*endpoint.ListOutput[accountBody], error) {
			return r.list(ctx, in.FilterInput, in.UserType)
		})
		return
	}
	endpoint.Read(api, op, func(ctx context.Context, in *FilterInput) (*endpoint.ListOutput[accountBody], error) {
		return r.list(ctx, *in, nil)
	})
}

func (r realm) list(ctx context.Context, in FilterInput, kinds []string) (*endpoint.ListOutput[accountBody], error) {
	filter := accountadmin.Filter{Email: in.Email, Kinds: kinds, Active: page.Active(in.Active), UpdatedSince: in.UpdatedSince.Time}
	found, err := r.accounts.List(ctx, filter, in.Sort, in.Page())
	if err != nil {
		return nil, err
	}
	return endpoint.List(ctx, found, toBody), nil
}

type getInput struct {
	endpoint.Conditional
	PathInput
}

func (r realm) registerGet(api *endpoint.API) {
	endpoint.Read(api, huma.Operation{
		OperationID: "get-" + r.noun,
		Method:      http.MethodGet,
		Path:        r.path + "/{id}",
		Summary:     "Read " + r.one,
		Description: "For staff with the permission " + r.resource + ":read.",
		Tags:        []string{"accounts"},
		Errors:      []int{http.StatusForbidden, http.StatusNotFound},
	}, func(ctx context.Context, in *getInput) (*accountOutput, error) {
		id, err := endpoint.ID(in.ID)
		if err != nil {
			return nil, err
		}
		account, err := r.accounts.Get(ctx, id)
		if err != nil {
			return nil, err
		}
		out := toOutput(account)
		return out, in.Check(out.ETag)
	})
}
