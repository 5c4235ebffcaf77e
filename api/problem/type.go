package problem

import (
	"maps"
	"net/http"
	"slices"
)

const typePath = "/problems/"

// Type is a kind of problem. Names are stable: programs compare them.
type Type struct {
	Name   string
	Status int
	Title  string
	// Advice says what to do about it.
	Advice string
}

// types are all kinds of problem by name: the services' codes and reasons, and what the HTTP layer refuses.
var types = map[string]Type{
	"validation_failed": {Status: http.StatusUnprocessableEntity, Title: "Some fields are not as they should be",
		Advice: "Correct the fields that errors lists; it lists all of them."},
	"invalid_body": {Status: http.StatusBadRequest, Title: "The body can't be read",
		Advice: "Send a JSON object, with Content-Type: application/json."},
	"unauthenticated": {Status: http.StatusUnauthorized, Title: "Sign in first",
		Advice: "Send Authorization: Bearer and an access token; sign in to get one."},
	"invalid_token": {Status: http.StatusUnauthorized, Title: "The access token is not valid",
		Advice: "Access tokens live for minutes. Get a new one."},
	"invalid_credentials": {Status: http.StatusUnauthorized, Title: "The credentials are not valid",
		Advice: "Check e-mail address and password. The answer doesn't tell whether there is an account, or why it can't sign in."},
	"invalid_refresh_token": {Status: http.StatusUnauthorized, Title: "The refresh token is not valid",
		Advice: "Sign in again. The answer doesn't tell whether the session has ended, or why."},
	"password_change_required": {Status: http.StatusForbidden, Title: "Change your password first",
		Advice: "Until then you may only change it, look at your session and sign out. Then refresh the access token."},
	"invalid_client": {Status: http.StatusUnauthorized, Title: "The client credentials are not valid",
		Advice: "Check client_id and client_secret. The answer doesn't tell whether there is such an account, or why it can't sign in."},
	"invalid_request": {Status: http.StatusBadRequest, Title: "The form can't be read",
		Advice: "detail says what is wrong with it; see RFC 6749."},
	"invalid_scope": {Status: http.StatusBadRequest, Title: "The account has not all of these scopes",
		Advice: "Ask for scopes of the service account that its role permits, or for none to get all."},
	"unsupported_grant_type": {Status: http.StatusBadRequest, Title: "There is no such grant",
		Advice: "Send grant_type=client_credentials."},
	"built_in": {Status: http.StatusConflict, Title: "This came with the platform",
		Advice: "Make a role of your own: it can be changed and deleted."},
	"in_use": {Status: http.StatusConflict, Title: "Other records refer to this",
		Advice: "Change those first; then it can be deleted."},
	"last_administrator": {Status: http.StatusConflict, Title: "Nobody else could administer the platform",
		Advice: "Make another active administrator first."},
	"own_account": {Status: http.StatusConflict, Title: "This is your own account",
		Advice: "Ask another administrator to do it."},
	"self_registration_off": {Status: http.StatusForbidden, Title: "Patients don't register by themselves here",
		Advice: "Ask your doctor or institution to register you."},
	"has_password": {Status: http.StatusConflict, Title: "The account has a password",
		Advice: "Nobody is invited twice: a lost password is replaced by \"forgot password\"."},
	"account_disabled": {Status: http.StatusConflict, Title: "The account is disabled",
		Advice: "Enable it first."},
	"too_many_secrets": {Status: http.StatusConflict, Title: "The account has two valid secrets already",
		Advice: "Delete one of them first."},
	"forbidden": {Status: http.StatusForbidden, Title: "You may not do this",
		Advice: "Your account has not the right or the permission."},
	"not_found": {Status: http.StatusNotFound, Title: "There is no such thing",
		Advice: "It does not exist, or it is not yours to see; the answer is the same."},
	"method_not_allowed": {Status: http.StatusMethodNotAllowed, Title: "This method is not allowed here",
		Advice: "The Allow header names the methods that are."},
	"not_acceptable": {Status: http.StatusNotAcceptable, Title: "There is no such representation",
		Advice: "Accept application/json, or text/csv where an operation has it."},
	"request_timeout": {Status: http.StatusRequestTimeout, Title: "The body came too slowly",
		Advice: "Send it again."},
	"conflict": {Status: http.StatusConflict, Title: "This contradicts what is stored",
		Advice: "errors says which field; read the record again."},
	"taken": {Status: http.StatusConflict, Title: "Another record has this already",
		Advice: "errors says which field must have another value."},
	"has_patients": {Status: http.StatusConflict, Title: "There are active patients",
		Advice: "Name in successor_id who takes a doctor's patients over. An institution's patients are deactivated or transferred first."},
	"has_doctors": {Status: http.StatusConflict, Title: "There are active doctors",
		Advice: "Suspend or retire the institution's doctors first."},
	"retired": {Status: http.StatusConflict, Title: "The doctor has retired",
		Advice: "Reactivate the doctor first."},
	"doctor_inactive": {Status: http.StatusConflict, Title: "The patient's doctor does not practise",
		Advice: "Transfer the patient to an active doctor first, or reactivate the doctor."},
	"institution_inactive": {Status: http.StatusConflict, Title: "The institution is not active",
		Advice: "Reactivate the institution first."},
	"step_not_possible": {Status: http.StatusConflict, Title: "The validation doesn't go there from where it is",
		Advice: "detail names the steps that are possible; read the validation again."},
	"request_in_progress": {Status: http.StatusConflict, Title: "The same request is at work",
		Advice: "Repeat it shortly, with the same Idempotency-Key: then its answer is there."},
	"idempotency_key_reused": {Status: http.StatusUnprocessableEntity, Title: "The key was used for another request",
		Advice: "Make a new Idempotency-Key for each request; repeat a request with all that it had."},
	"too_many_imports": {Status: http.StatusConflict, Title: "Several of your files wait already",
		Advice: "Wait until one is loaded, or cancel one."},
	"import_ended": {Status: http.StatusConflict, Title: "The import has ended",
		Advice: "Read it again: its report says what was loaded."},
	"stale": {Status: http.StatusPreconditionFailed, Title: "The record has changed since you read it",
		Advice: "Read it again, decide anew and send the new ETag in If-Match. Nothing was changed."},
	"precondition_required": {Status: http.StatusPreconditionRequired, Title: "Say which version you change",
		Advice: "Send If-Match with the ETag that you got when you read the record."},
	"body_too_large": {Status: http.StatusRequestEntityTooLarge, Title: "The body is too large",
		Advice: "Send less at a time."},
	"unsupported_media_type": {Status: http.StatusUnsupportedMediaType, Title: "This content type is not understood",
		Advice: "Send application/json; a change of a record, which is a PATCH, application/merge-patch+json; a file to import what the operation names."},
	"rate_limited": {Status: http.StatusTooManyRequests, Title: "Too many requests",
		Advice: "Wait as many seconds as Retry-After says. RateLimit-Remaining tells beforehand how many more may come at once."},
	"internal": {Status: http.StatusInternalServerError, Title: "Something went wrong on our side",
		Advice: "Report it with the request_id."},
	"maintenance": {Status: http.StatusServiceUnavailable, Title: "The platform is under maintenance",
		Advice: "Try again after the seconds that Retry-After says; detail is a message of the administrators. Nothing was changed."},
	"unavailable": {Status: http.StatusServiceUnavailable, Title: "The platform can't answer right now",
		Advice: "Try again after the seconds that Retry-After says. Nothing was changed, unless the answer was lost on its way."},
}

// Types returns all kinds of problem, by name.
func Types() []Type {
	all := make([]Type, 0, len(types))
	for _, name := range slices.Sorted(maps.Keys(types)) {
		all = append(all, typeNamed(name))
	}
	return all
}

func typeNamed(name string) Type {
	t := types[name]
	t.Name = name
	return t
}

// ofStatus returns the general kind of problem of a status.
func ofStatus(status int) string {
	switch status {
	case http.StatusBadRequest:
		return "invalid_body"
	case http.StatusUnauthorized:
		return "unauthenticated"
	case http.StatusForbidden:
		return "forbidden"
	case http.StatusNotFound:
		return "not_found"
	case http.StatusMethodNotAllowed:
		return "method_not_allowed"
	case http.StatusNotAcceptable:
		return "not_acceptable"
	case http.StatusRequestTimeout:
		return "request_timeout"
	case http.StatusConflict:
		return "conflict"
	case http.StatusPreconditionFailed:
		return "stale"
	case http.StatusPreconditionRequired:
		return "precondition_required"
	case http.StatusRequestEntityTooLarge:
		return "body_too_large"
	case http.StatusUnsupportedMediaType:
		return "unsupported_media_type"
	case http.StatusUnprocessableEntity:
		return "validation_failed"
	case http.StatusTooManyRequests:
		return "rate_limited"
	case http.StatusServiceUnavailable:
		return "unavailable"
	}
	return "internal"
}
