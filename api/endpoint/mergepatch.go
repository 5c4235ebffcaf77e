package endpoint

import (
	"bytes"
	"encoding/json"
	"mime"
	"net/http"
	"reflect"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/problem"
	"github.com/predicthealth/predicthealth/service"
)

// mergePatch is the media type of changes (RFC 7396): members that aren't sent stay as they are, null removes one.
const mergePatch = "application/merge-patch+json"

// Patch registers a change of a resource, for signed-in callers. Its input has a Precondition and a body with the tag
// contentType:"application/merge-patch+json". Like Write, it runs in one transaction.
func Patch[I, O any](a *API, op huma.Operation, handle Handler[I, O]) {
	op.Method = http.MethodPatch
	op.Errors = append(op.Errors, http.StatusForbidden, http.StatusNotFound, http.StatusPreconditionFailed,
		http.StatusPreconditionRequired)
	op.Middlewares = append(op.Middlewares, a.onlyMergePatch)
	Write(a, op, handle)
}

// onlyMergePatch refuses other media types and says which one it takes (RFC 5789). A complete resource sent as JSON, with
// nulls for what its sender doesn't know, must not be taken for a change that removes values.
func (a *API) onlyMergePatch(ctx huma.Context, next func(huma.Context)) {
	if media, _, err := mime.ParseMediaType(ctx.Header("Content-Type")); err != nil || media != mergePatch {
		ctx.SetHeader("Accept-Patch", mergePatch)
		a.refuse(ctx, problem.New(ctx.Context(), "unsupported_media_type", "Send a change as "+mergePatch+"."))
		return
	}
	next(ctx)
}

// Optional is a member of a merge patch: absent, null or a value.
type Optional[T any] struct{ service.Optional[T] }

// UnmarshalJSON reads a member that was sent; encoding/json calls it.
func (o *Optional[T]) UnmarshalJSON(text []byte) error {
	o.Given, o.Value = true, nil
	if bytes.Equal(bytes.TrimSpace(text), []byte("null")) {
		return nil
	}
	return json.Unmarshal(text, &o.Value)
}

// Schema returns the schema of the value or null. It holds an object's members itself, because a reference can't be nullable.
func (o Optional[T]) Schema(registry huma.Registry) *huma.Schema {
	schema := *registry.Schema(reflect.TypeFor[T](), false, "")
	schema.Nullable = true
	return &schema
}
