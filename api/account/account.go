// Package account has the operations of administrators on others' accounts.
package account

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/accountadmin"
)

// realm is one of the two kinds of accounts, whose operations are the same.
type realm struct {
	path, prefix string // of the URL and of operation ids
	plural, one  string // for people
	resource     string // of the permissions
	accounts     *accountadmin.Accounts
}

// Register registers the operations on api.
func Register(api *endpoint.API, users *accountadmin.Accounts, staff *accountadmin.Staff) {
	for _, r := range []realm{
		{"/api/v1/cms/accounts", "", "the accounts of patients, doctors and institutions", "an account", "accounts", users},
		{"/api/v1/cms/users", "cms-", "the accounts of the staff", "a staff member's account", "cms_users", staff.Accounts},
	} {
		r.registerList(api)
		r.registerGet(api)
		r.registerLoginHistory(api)
		r.registerActions(api)
	}
	registerStaff(api, staff)
}

// PathInput names an account.
type PathInput struct {
	ID string `path:"id" maxLength:"36" doc:"An account's id."`
}

type accountOutput struct {
	ETag string `header:"ETag"`
	Body managedAccountBody
}

type managedAccountBody struct {
	ID                     uuid.UUID  `json:"id" format:"uuid"`
	Email                  string     `json:"email"`
	UserType               string     `json:"user_type" enum:"patient,doctor,institution,cms_user"`
	RecordID               *uuid.UUID `json:"reference_id" format:"uuid" nullable:"true" doc:"The patient, doctor or institution whose account it is; null for staff."`
	FirstName              *string    `json:"first_name" doc:"Of staff; null for others."`
	LastName               *string    `json:"last_name" doc:"Of staff; null for others."`
	Role                   *string    `json:"role" doc:"The code of a staff member's role; null for others."`
	Active                 bool       `json:"active" doc:"false when it was disabled."`
	Verified               bool       `json:"verified" doc:"Whether the e-mail address was confirmed."`
	LastLoginAt            *time.Time `json:"last_login_at"`
	LastLoginIP            *string    `json:"last_login_ip"`
	FailedLogins           int        `json:"failed_logins" doc:"Since the last sign-in."`
	LastFailedLoginAt      *time.Time `json:"last_failed_login_at"`
	LockedUntil            *time.Time `json:"locked_until" doc:"Until when sign-ins from anywhere are refused, after too many failures."`
	PasswordChangedAt      *time.Time `json:"password_changed_at" doc:"When a password was chosen last; null for staff who were invited and haven't yet."`
	PasswordChangeRequired bool       `json:"password_change_required" doc:"Whether it must choose another password before anything else."`
	CreatedAt              time.Time  `json:"created_at"`
	UpdatedAt              time.Time  `json:"updated_at"`
	Version                int        `json:"version" doc:"Rises with each change; the ETag is made of it."`
}

func toOutput(a *accountadmin.Account) *accountOutput {
	return &accountOutput{ETag: endpoint.VersionTag(a.Version), Body: toBody(a)}
}

func toBody(a *accountadmin.Account) managedAccountBody {
	body := managedAccountBody{
		ID: a.ID, Email: a.Email, UserType: a.Kind, Active: a.Active, Verified: a.Verified,
		LastLoginAt: endpoint.UTC(a.LastLoginAt), LastLoginIP: a.LastLoginIP,
		FailedLogins: a.FailedLogins, LastFailedLoginAt: endpoint.UTC(a.LastFailedLoginAt),
		LockedUntil: endpoint.UTC(a.LockedUntil), PasswordChangedAt: endpoint.UTC(a.PasswordChangedAt),
		PasswordChangeRequired: a.PasswordChangeRequired,
		CreatedAt:              a.CreatedAt.UTC(), UpdatedAt: a.UpdatedAt.UTC(), Version: a.Version,
	}
	if a.RecordID != uuid.Nil {
		body.RecordID = &a.RecordID
	}
	if a.Role != "" {
		body.FirstName, body.LastName, body.Role = &a.FirstName, &a.LastName, &a.Role
	}
	return body
}

type listInput struct {
	endpoint.ListInput
	Sort     string `query:"sort" default:"email" enum:"email,-email" doc:"By e-mail address; a minus sign turns the order round."`
	Email    string `query:"email" maxLength:"254" doc:"The beginning of the address."`
	UserType string `query:"user_type" enum:"patient,doctor,institution" doc:"Only accounts of these."`
	Active   string `query:"active" enum:"true,false" doc:"Only enabled, or only disabled accounts."`
}

// staffListInput has no user_type: the staff is of one.
type staffListInput struct {
	endpoint.ListInput
	Sort   string `query:"sort" default:"email" enum:"email,-email" doc:"By e-mail address; a minus sign turns the order round."`
	Email  string `query:"email" maxLength:"254" doc:"The beginning of the address."`
	Active string `query:"active" enum:"true,false" doc:"Only enabled, or only disabled accounts."`
}

func (r realm) registerList(api *endpoint.API) {
	op := huma.Operation{
		OperationID: "list-" + r.prefix + "accounts",
		Method:      http.MethodGet,
		Path:        r.path,
		Summary:     "List " + r.plural,
		Description: "For staff with the permission " + r.resource + ":read.",
		Tags:        []string{"accounts"},
		Errors:      []int{http.StatusForbidden},
	}
	if r.prefix == "" {
		endpoint.Read(api, op, r.list)
		return
	}
	endpoint.Read(api, op, func(ctx context.Context, in *staffListInput) (*endpoint.ListOutput[managedAccountBody], error) {
		return r.list(ctx, &listInput{in.ListInput, in.Sort, in.Email, "", in.Active})
	})
}

func (r realm) list(ctx context.Context, in *listInput) (*endpoint.ListOutput[managedAccountBody], error) {
	filter := accountadmin.Filter{Email: in.Email, Kind: in.UserType}
	if in.Active != "" {
		active := in.Active == "true"
		filter.Active = &active
	}
	page, err := r.accounts.List(ctx, filter, in.Sort == "-email", in.Page())
	if err != nil {
		return nil, err
	}
	return endpoint.List(ctx, page, toBody), nil
}

type getInput struct {
	endpoint.Conditional
	PathInput
}

func (r realm) registerGet(api *endpoint.API) {
	endpoint.Read(api, huma.Operation{
		OperationID: "get-" + r.prefix + "account",
		Method:      http.MethodGet,
		Path:        r.path + "/{id}",
		Summary:     "Read " + r.one,
		Description: "For staff with the permission " + r.resource + ":read.",
		Tags:        []string{"accounts"},
		Errors:      []int{http.StatusForbidden, http.StatusNotFound},
		Responses:   map[string]*huma.Response{"304": {Description: "The account is as If-None-Match says."}},
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
