package predicthealth

import "net/http"

// Option is an option of one call.
type Option func(*call)

// AnyVersion is, instead of an ETag, whatever version there is.
const AnyVersion = "*"

// IfNoneMatch reads only what isn't the version of etag any more, else the error is [ErrNotModified].
func IfNoneMatch(etag string) Option { return Header("If-None-Match", etag) }

// IdempotencyKey names the request, instead of a key that is made up for each call: a request with a key of before is answered as
// then, without being done again, also when the program was restarted between. Keys are kept for a day.
func IdempotencyKey(key string) Option { return Header(idempotencyKey, key) }

// PurposeOfUse says what a record is used for, as a code of HL7 such as TREAT; it is kept in the audit trail.
func PurposeOfUse(code string) Option { return Header("X-Purpose-Of-Use", code) }

// Header sends a header.
func Header(name, value string) Option { return func(c *call) { c.header.Set(name, value) } }

// ResponseTo tells status and headers of the answer. Its body has been read.
func ResponseTo(response *http.Response) Option { return func(c *call) { c.response = response } }
