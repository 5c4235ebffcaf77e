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
	// Advice tells the caller what to do about it.
	Advice string
}

// types holds every kind of problem by name: the services' codes and reasons, and what the HTTP layer refuses.
var types = map[string]Type{
	"validation_failed": {Status: http.StatusUnprocessableEntity, Title: "Some fields are invalid",
		Advice: "Correct the fields listed in errors. It lists every invalid field."},
	"invalid_body": {Status: http.StatusBadRequest, Title: "The request body can't be read",
		Advice: "Send a JSON object, with Content-Type: application/json."},
	"unauthenticated": {Status: http.StatusUnauthorized, Title: "Sign in first",
		Advice: "Sign in to get an access token and send it as Authorization: Bearer <token>."},
	"invalid_token": {Status: http.StatusUnauthorized, Title: "The access token is not valid",
		Advice: "It is not one of ours, or its session has ended. Sign in again."},
	"token_expired": {Status: http.StatusUnauthorized, Title: "The access token has expired",
		Advice: "Access tokens expire after a few minutes. Refresh it with the refresh token, and repeat the request."},
	"invalid_credentials": {Status: http.StatusUnauthorized, Title: "The credentials are not valid",
		Advice: "Check the e-mail address and the password. The response does not reveal whether the account exists or why it can't sign in."},
	"otp_required": {Status: http.StatusUnauthorized, Title: "The sign-in needs a code of your second factor",
		Advice: "The password is right. Send challenge_token and a code of your authenticator, or a recovery code, to the operation confirm-login (cms-confirm-login for staff), or sign in again with the code in otp."},
	"invalid_otp": {Status: http.StatusUnauthorized, Title: "The code is not valid",
		Advice: "Each code works once, so wait for the next one. The response does not reveal whether the account is locked."},
	"invalid_challenge": {Status: http.StatusUnauthorized, Title: "The challenge is not valid",
		Advice: "It is valid for five minutes and for one session. Sign in again."},
	"step_up_required": {Status: http.StatusUnauthorized, Title: "Prove your second factor again",
		Advice: "Send a code to the operation step-up (cms-step-up for staff), use the access token that it returns, and repeat the request within five minutes."},
	"second_factor_required": {Status: http.StatusForbidden, Title: "Add a second factor first",
		Advice: "Until you do, you can only add one, change your password, view your session and sign out. Refresh the access token afterwards."},
	"has_second_factor": {Status: http.StatusConflict, Title: "The account already has a second factor",
		Advice: "Remove it first, then add another."},
	"no_second_factor": {Status: http.StatusConflict, Title: "The account has no second factor",
		Advice: "Add one first, and confirm it with a code."},
	"invalid_refresh_token": {Status: http.StatusUnauthorized, Title: "The refresh token is not valid",
		Advice: "Sign in again. The response does not reveal whether the session has ended, or why."},
	"password_change_required": {Status: http.StatusForbidden, Title: "Change your password first",
		Advice: "Until you do, you can only change it, view your session and sign out. Refresh the access token afterwards."},
	"party_inactive": {Status: http.StatusForbidden, Title: "You are not active",
		Advice: "Deactivated patients and institutions, and doctors who don't practise, may read but change nothing. Ask who can reactivate you."},
	"invalid_client": {Status: http.StatusUnauthorized, Title: "The client credentials are not valid",
		Advice: "Check client_id and client_secret. The response does not reveal whether the account exists or why it can't sign in."},
	"invalid_request": {Status: http.StatusBadRequest, Title: "The form can't be read",
		Advice: "See detail for what is wrong, and RFC 6749 for the format."},
	"invalid_scope": {Status: http.StatusBadRequest, Title: "The account does not have all of these scopes",
		Advice: "Request only scopes that the service account has and its role permits, or leave scope out to get all of them."},
	"insufficient_scope": {Status: http.StatusForbidden, Title: "The account lacks the scope for this",
		Advice: "Give the service account the scope that detail names, and its role the permission."},
	"unsupported_grant_type": {Status: http.StatusBadRequest, Title: "This grant type is not supported",
		Advice: "Send grant_type=client_credentials."},
	"built_in": {Status: http.StatusConflict, Title: "This role is built in",
		Advice: "Create a role of your own: you can change and delete it."},
	"in_use": {Status: http.StatusConflict, Title: "Other records refer to this record",
		Advice: "Change those records first, then delete this one."},
	"last_administrator": {Status: http.StatusConflict, Title: "This is the last administrator",
		Advice: "Make sure that there is another active administrator first."},
	"own_account": {Status: http.StatusConflict, Title: "This is your own account",
		Advice: "Ask another administrator to do it."},
	"self_registration_off": {Status: http.StatusForbidden, Title: "Patients can't register themselves here",
		Advice: "Ask your doctor or institution to create a record for you."},
	"has_password": {Status: http.StatusConflict, Title: "The account already has a password",
		Advice: "An account with a password can't be invited again. Use \"forgot password\" to replace a lost password."},
	"account_disabled": {Status: http.StatusConflict, Title: "The account is disabled",
		Advice: "Enable it first."},
	"too_many_secrets": {Status: http.StatusConflict, Title: "The account already has two valid secrets",
		Advice: "Delete one of them first."},
	"forbidden": {Status: http.StatusForbidden, Title: "You are not allowed to do this",
		Advice: "Your account lacks the role or the permission that this operation needs."},
	"not_found": {Status: http.StatusNotFound, Title: "Not found",
		Advice: "It does not exist, or you may not see it. The response is the same in both cases."},
	"method_not_allowed": {Status: http.StatusMethodNotAllowed, Title: "Method not allowed",
		Advice: "The Allow header lists the methods that are allowed."},
	"not_acceptable": {Status: http.StatusNotAcceptable, Title: "This format is not available",
		Advice: "Accept application/json, or text/csv where the operation offers it."},
	"request_timeout": {Status: http.StatusRequestTimeout, Title: "The request body arrived too slowly",
		Advice: "Send it again."},
	"conflict": {Status: http.StatusConflict, Title: "This conflicts with stored data",
		Advice: "See errors for the field, and read the record again."},
	"taken": {Status: http.StatusConflict, Title: "Another record already has this value",
		Advice: "See errors for the field that needs another value."},
	"has_patients": {Status: http.StatusConflict, Title: "There are still active patients",
		Advice: "For a doctor, set successor_id to the doctor who takes over the patients. For an institution, deactivate or transfer its patients first."},
	"has_doctors": {Status: http.StatusConflict, Title: "There are still active doctors",
		Advice: "Suspend or retire the institution's doctors first."},
	"retired": {Status: http.StatusConflict, Title: "The doctor has retired",
		Advice: "Reactivate the doctor first."},
	"doctor_inactive": {Status: http.StatusConflict, Title: "The patient's doctor is not active",
		Advice: "Transfer the patient to an active doctor first, or reactivate the doctor."},
	"institution_inactive": {Status: http.StatusConflict, Title: "The institution is not active",
		Advice: "Reactivate the institution first."},
	"step_not_possible": {Status: http.StatusConflict, Title: "This validation step is not possible now",
		Advice: "See detail for the steps that are possible, and read the validation again."},
	"request_in_progress": {Status: http.StatusConflict, Title: "The same request is still being processed",
		Advice: "Repeat it shortly with the same Idempotency-Key to get its response."},
	"idempotency_key_reused": {Status: http.StatusUnprocessableEntity, Title: "The Idempotency-Key was used for another request",
		Advice: "Use a new Idempotency-Key for each request. When you repeat a request, send exactly the same one."},
	"too_many_imports": {Status: http.StatusConflict, Title: "Too many of your imports are waiting",
		Advice: "Wait until one has been loaded, or cancel one."},
	"import_quota": {Status: http.StatusConflict, Title: "Too many files in a day",
		Advice: "Put more patients into each file, or wait until the first of today's files is a day old."},
	"import_ended": {Status: http.StatusConflict, Title: "The import has ended",
		Advice: "Read the import again: its report says what was loaded."},
	"stale": {Status: http.StatusPreconditionFailed, Title: "The record has changed since you read it",
		Advice: "Read it again, decide whether your change still applies, and send the new ETag in If-Match. Nothing was changed."},
	"precondition_required": {Status: http.StatusPreconditionRequired, Title: "The request must say which version it changes",
		Advice: "Send If-Match with the ETag from your last read of the record."},
	"body_too_large": {Status: http.StatusRequestEntityTooLarge, Title: "The request body is too large",
		Advice: "Send less data in one request."},
	"unsupported_media_type": {Status: http.StatusUnsupportedMediaType, Title: "This content type is not supported",
		Advice: "Send application/json; a PATCH may also be application/merge-patch+json. Send a file to import as one of the types that the operation lists."},
	"rate_limited": {Status: http.StatusTooManyRequests, Title: "Too many requests",
		Advice: "Wait for the number of seconds in Retry-After. RateLimit-Remaining says how many more requests you can send right now."},
	"internal": {Status: http.StatusInternalServerError, Title: "Something went wrong on our side",
		Advice: "Report it with the request_id."},
	"maintenance": {Status: http.StatusServiceUnavailable, Title: "The platform is down for maintenance",
		Advice: "Try again after the number of seconds in Retry-After. detail is a message from the administrators. Nothing was changed."},
	"unavailable": {Status: http.StatusServiceUnavailable, Title: "The platform can't answer right now",
		Advice: "Try again after the number of seconds in Retry-After. Nothing was changed, unless only the response was lost."},
}

// Types returns every kind of problem, sorted by name.
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

// ofStatus returns the general problem type for a status.
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
