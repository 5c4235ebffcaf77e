package endpoint

import (
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/problem"
)

// documented holds the response headers that don't belong to any one operation's output.
var documented = map[string]*huma.Header{
	"X-Request-Id":        required(text("Identifies the request. Quote it when you report a problem.")),
	"RateLimit-Limit":     whole("How many requests the limit that you are closest to allows. Left out when it is not known."),
	"RateLimit-Remaining": whole("How many more requests you can send right now."),
	"RateLimit-Reset":     whole("Seconds until you can send all of them again."),
	"Retry-After":         required(whole("Seconds to wait before you send the request again.")),
	"WWW-Authenticate":    required(text("How to authenticate (RFC 9110).")),
	"Accept-Patch":        text("The media types to send changes in (RFC 5789); only in response to a PATCH."),
	"X-Cache":             {Description: "Whether the response came from the cache.", Schema: &huma.Schema{Type: huma.TypeString, Enum: []any{"hit", "miss"}}},
	"Link":                text("Links to the next and the previous page, with rel=\"next\" and rel=\"prev\" (RFC 8288)."),
	"Location":            required(text("The address of what was created.")),
	replayedHeader:        text("true when this is the stored response to an earlier request with the same " + problem.IdempotencyHeader + "."),
	"ETag":                required(text("The version of the resource, for If-Match and If-None-Match.")),
}

func text(description string) *huma.Header {
	return &huma.Header{Description: description, Schema: &huma.Schema{Type: huma.TypeString}}
}

func whole(description string) *huma.Header {
	least := 0.0
	return &huma.Header{Description: description, Schema: &huma.Schema{Type: huma.TypeInteger, Minimum: &least}}
}

func required(header *huma.Header) *huma.Header {
	header.Required = true
	return header
}

// owners are the records that a path's id names, by the start of the path.
var owners = map[string]string{
	"/api/v1/patients/{id}":     "The id of the patient, or me for the patient who is signed in.",
	"/api/v1/doctors/{id}":      "The id of the doctor, or me for the doctor who is signed in.",
	"/api/v1/institutions/{id}": "The id of the institution, or me for the institution that is signed in.",
}

// documentOwner describes the id in the path of an operation on what belongs to a patient, a doctor or an institution.
func documentOwner(_ *huma.OpenAPI, op *huma.Operation) {
	for start, description := range owners {
		if !strings.HasPrefix(op.Path, start) {
			continue
		}
		for _, p := range op.Parameters {
			if p.In == "path" && p.Name == "id" {
				p.Description = description
			}
		}
	}
}

// documentHeaders adds to each response of an operation the headers that responses of every operation have, and to what can
// be read conditionally the response 304.
func documentHeaders(document *huma.OpenAPI, op *huma.Operation) {
	if document.Components.Headers == nil {
		document.Components.Headers = maps.Clone(documented)
	}
	if slices.ContainsFunc(op.Parameters, func(p *huma.Param) bool { return p.Name == "If-None-Match" }) {
		op.Responses["304"] = &huma.Response{Description: "Not Modified: If-None-Match names the current version."}
	}
	for status, response := range op.Responses {
		names := []string{"X-Request-Id", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"}
		switch {
		case strings.HasPrefix(status, "2") && repeatable(*op) && op.Method != http.MethodGet:
			names = append(names, replayedHeader)
		case status == "304":
			names = append(names, "ETag", "X-Cache")
		case status == "401":
			names = append(names, "WWW-Authenticate")
		case status == "415":
			names = append(names, "Accept-Patch")
		case status == "429" || status == "503":
			names = append(names, "Retry-After")
		}
		if response.Headers == nil {
			response.Headers = map[string]*huma.Header{}
		}
		for _, name := range []string{"ETag", "Link", "Location", "X-Cache"} {
			if response.Headers[name] != nil {
				names = append(names, name)
			}
		}
		if status == "412" {
			response.Headers["ETag"] = text("The version that the resource has now, if it is known.")
		}
		for _, name := range names {
			response.Headers[name] = &huma.Header{Ref: "#/components/headers/" + name}
		}
	}
}
