package problem

import (
	"context"
	"net/http"
)

// Example returns a problem of a status, for the OpenAPI document.
func Example(status int) *Problem {
	p := New(context.Background(), ofStatus(status), detailOf(status))
	p.RequestID = "8f14e45f-ceea-467f-a7d0-0b5d4c3f2a1e"
	if status == http.StatusUnprocessableEntity {
		p.Errors = []FieldError{{In: "body", Pointer: "/emails/0/email", Code: "format", Detail: "Want an e-mail address."}}
	}
	return p
}
