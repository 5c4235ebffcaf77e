package serviceaccounts

import (
	"context"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/api/problem"
)

type introspectOutput struct {
	Body introspectionBody
}

// introspectionBody is the response that RFC 7662 defines; for an inactive token it has only the first member.
type introspectionBody struct {
	Active    bool       `json:"active" doc:"Whether the token is valid now: signed by this platform, not expired and not revoked."`
	TokenType string     `json:"token_type,omitempty" example:"Bearer"`
	Scope     string     `json:"scope,omitempty" doc:"The token's permissions, separated by spaces; only for staff and service accounts."`
	ClientID  string     `json:"client_id,omitempty" doc:"The service account that the token belongs to."`
	Subject   string     `json:"sub,omitempty" doc:"The id of the account."`
	Issuer    string     `json:"iss,omitempty"`
	Audience  string     `json:"aud,omitempty"`
	IssuedAt  int64      `json:"iat,omitempty" doc:"Seconds since 1970."`
	ExpiresAt int64      `json:"exp,omitempty" doc:"Seconds since 1970."`
	AuthTime  int64      `json:"auth_time,omitempty" doc:"When the account last proved who it is, in seconds since 1970. Not for service accounts."`
	Methods   []string   `json:"amr,omitempty" nullable:"false" example:"[\"pwd\",\"otp\",\"mfa\"]" doc:"How it did so (RFC 8176): pwd alone, or pwd, otp and mfa with a second factor. Not for service accounts."`
	UserType  string     `json:"user_type,omitempty" enum:"patient,doctor,institution,cms_user,service_account"`
	RecordID  *uuid.UUID `json:"reference_id,omitempty" format:"uuid" doc:"The patient, doctor or institution that the account belongs to."`
}

func (h handlers) registerIntrospect(api *endpoint.API) {
	op := huma.Operation{
		OperationID: "introspect-token",
		Method:      http.MethodPost,
		Path:        "/api/v1/auth/introspect",
		Summary:     "Introspect an access token",
		Description: "Token introspection (RFC 7662) for services that receive our access tokens. They authenticate with the client_id and the " +
			"client_secret of a service account, as they do to get a token of their own. The account needs the scope accounts:introspect " +
			"for any token but its own.",
		Tags:        []string{"service accounts"},
		Errors:      []int{http.StatusUnauthorized, http.StatusForbidden},
		RequestBody: &huma.RequestBody{Content: map[string]*huma.MediaType{}},
	}
	endpoint.Public(api, op, h.introspect)
	describe(&op, []string{"token"}, map[string]*huma.Schema{
		"token":           {Type: "string", Description: "The token that your service received as Authorization: Bearer."},
		"token_type_hint": {Type: "string", Description: "Ignored: only access tokens can be introspected."},
	})
}

func (h handlers) introspect(ctx context.Context, in *oauthInput) (*introspectOutput, error) {
	form, credentials, err := in.read(ctx)
	if err != nil {
		return nil, err
	}
	if form.Get("token") == "" {
		return nil, problem.OAuth(ctx, "invalid_request", "The parameter token is missing.")
	}
	token, err := h.accounts.Introspect(ctx, credentials, form.Get("token"))
	if err != nil {
		return nil, oauthError(ctx, err)
	}
	out := &introspectOutput{}
	if token == nil {
		return out, nil
	}
	out.Body = introspectionBody{
		Active: true, TokenType: "Bearer", Scope: strings.Join(token.Permissions, " "),
		Subject: token.AccountID.String(), Issuer: token.Issuer, Audience: token.Audience,
		IssuedAt: token.IssuedAt.Unix(), ExpiresAt: token.ExpiresAt.Unix(), UserType: token.Kind,
		AuthTime: token.AuthTime, Methods: token.Methods,
	}
	if token.Kind == "service_account" {
		out.Body.ClientID = out.Body.Subject
	}
	if token.RecordID != uuid.Nil {
		out.Body.RecordID = &token.RecordID
	}
	return out, nil
}
