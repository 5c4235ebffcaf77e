package predicthealth

import "net/http"

// Option is an option of one call.
type Option func(*call)

// AnyVersion stands for any version. Pass it instead of an ETag.
const AnyVersion = "*"

// IfNoneMatch reads the resource only if its version is no longer that of etag. Otherwise the error is [ErrNotModified].
func IfNoneMatch(etag string) Option { return Header("If-None-Match", etag) }

// IdempotencyKey sets the request's key, instead of a random one for each call. A request with a key that was used before gets
// the same response, without taking effect again, even if the program was restarted in between. Keys are kept for a day.
func IdempotencyKey(key string) Option { return Header(idempotencyKey, key) }

// PurposeOfUse says what a record is used for, as an HL7 code such as TREAT. The audit trail records it.
func PurposeOfUse(code string) Option { return Header("X-Purpose-Of-Use", code) }

// Header sets a header of the request.
func Header(name, value string) Option { return func(c *call) { c.header.Set(name, value) } }

// ResponseTo stores the status and headers of the response. Its body has already been read.
func ResponseTo(response *http.Response) Option { return func(c *call) { c.response = response } }
