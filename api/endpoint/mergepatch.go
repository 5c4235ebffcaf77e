package endpoint

import (
	"bytes"
	"encoding/json"
	"mime"
	"net/http"
	"reflect"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/problem"
	"github.com/predicthealth/predicthealth/service"
)

// mergePatch is the media type of changes (RFC 7396): members that aren't sent stay as they are, null removes one.
const mergePatch = "application/merge-patch+json"

// patchTypes are the media types of merge patches: many clients can't send anything but application/json.
var patchTypes = []string{mergePatch, "application/json"}

// Patch registers a change of a resource, for signed-in callers. Its input has a Precondition and a body with the tag
// contentType:"application/merge-patch+json". Like Write, it runs in one transaction.
func Patch[I, O any](a *API, op huma.Operation, handle Handler[I, O]) {
	op.Method = http.MethodPatch
	op.Errors = append(op.Errors, http.StatusForbidden, http.StatusNotFound, http.StatusPreconditionFailed,
		http.StatusPreconditionRequired)
	op.Middlewares = append(op.Middlewares, a.onlyMergePatch)
	Write(a, op, handle)
}

// documentPatch adds to a change the other media types that its body may have.
func documentPatch(_ *huma.OpenAPI, op *huma.Operation) {
	if op.Method != http.MethodPatch {
		return
	}
	for _, media := range patchTypes {
		op.RequestBody.Content[media] = op.RequestBody.Content[mergePatch]
	}
}

// onlyMergePatch refuses other media types and says which ones it takes (RFC 5789).
func (a *API) onlyMergePatch(ctx huma.Context, next func(huma.Context)) {
	if media, _, err := mime.ParseMediaType(ctx.Header("Content-Type")); err != nil || !slices.Contains(patchTypes, media) {
		ctx.SetHeader("Accept-Patch", strings.Join(patchTypes, ", "))
		a.refuse(ctx, problem.New(ctx.Context(), "unsupported_media_type", "Send a change as "+strings.Join(patchTypes, " or ")+"."))
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
