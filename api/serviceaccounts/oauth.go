package serviceaccounts

import (
	"context"
	"encoding/base64"
	"errors"
	"mime"
	"net/url"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/problem"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/serviceaccount"
)

const formType = "application/x-www-form-urlencoded"

// oauthInput is an OAuth 2.0 request: a form, with the credentials in the Authorization header or in the form.
type oauthInput struct {
	Authorization string `header:"Authorization" hidden:"true"`
	ContentType   string `header:"Content-Type" hidden:"true"`
	RawBody       []byte `contentType:"application/x-www-form-urlencoded"`
}

// read returns the parameters and the caller's credentials.
func (in *oauthInput) read(ctx context.Context) (url.Values, serviceaccount.Credentials, error) {
	form, err := in.form(ctx)
	if err != nil {
		return nil, serviceaccount.Credentials{}, err
	}
	credentials, err := in.credentials(ctx, form)
	return form, credentials, err
}

// form reads the parameters. Unknown ones are ignored, repeated ones refused (RFC 6749, section 3.2).
func (in *oauthInput) form(ctx context.Context) (url.Values, error) {
	if media, _, err := mime.ParseMediaType(in.ContentType); err != nil || media != formType {
		return nil, problem.New(ctx, "unsupported_media_type", "Send "+formType+".")
	}
	values, err := url.ParseQuery(string(in.RawBody))
	if err != nil {
		return nil, problem.OAuth(ctx, "invalid_request", "The body is not a form. Send "+formType+".")
	}
	for name, all := range values {
		if len(all) > 1 {
			return nil, problem.OAuth(ctx, "invalid_request", "A parameter is sent twice: "+name+".")
		}
	}
	return values, nil
}

// credentials reads client_id and client_secret (RFC 6749, section 2.3.1). They must not come in both ways.
func (in *oauthInput) credentials(ctx context.Context, form url.Values) (serviceaccount.Credentials, error) {
	posted := serviceaccount.Credentials{ClientID: form.Get("client_id"), Secret: form.Get("client_secret")}
	scheme, encoded, _ := strings.Cut(in.Authorization, " ")
	if !strings.EqualFold(scheme, "Basic") {
		return posted, nil
	}
	if form.Has("client_secret") {
		return posted, problem.OAuth(ctx, "invalid_request", "Send the credentials once: in the Authorization header or in the body.")
	}
	decoded, err := base64.StdEncoding.DecodeString(strings.TrimSpace(encoded))
	id, secret, found := strings.Cut(string(decoded), ":")
	// Inside the header, both are form-encoded.
	id, errID := url.QueryUnescape(id)
	secret, errSecret := url.QueryUnescape(secret)
	if errors.Join(err, errID, errSecret) != nil || !found {
		return posted, problem.OAuth(ctx, "invalid_request", "The Authorization header does not contain client_id:client_secret.")
	}
	if form.Has("client_id") && posted.ClientID != id {
		return posted, problem.OAuth(ctx, "invalid_request", "The client_id in the body is not the one in the Authorization header.")
	}
	return serviceaccount.Credentials{ClientID: id, Secret: secret}, nil
}

// oauthError turns the service's refusals into the form that OAuth clients read.
func oauthError(ctx context.Context, err error) error {
	var e *service.Error
	if errors.As(err, &e) && slices.Contains([]string{"invalid_client", "invalid_scope", "insufficient_scope"}, e.Reason) {
		return problem.OAuth(ctx, e.Reason, e.Detail)
	}
	return err
}

// describe replaces huma's description of the body, a binary string, with the form's parameters.
func describe(op *huma.Operation, required []string, properties map[string]*huma.Schema) {
	properties["client_id"] = &huma.Schema{Type: "string", Format: "uuid", Description: "Leave it out if the Authorization header has it."}
	properties["client_secret"] = &huma.Schema{Type: "string", Format: "password", Description: "Leave it out if the Authorization header has it."}
	op.RequestBody.Content[formType].Schema = &huma.Schema{Type: "object", Required: required, Properties: properties}
}
