package endpoint

import (
	"maps"
	"net/http"
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
	"Accept-Patch":        text("The media type to send changes in (RFC 5789)."),
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

// documentHeaders adds to each response of an operation the headers that responses of every operation have.
func documentHeaders(document *huma.OpenAPI, op *huma.Operation) {
	if document.Components.Headers == nil {
		document.Components.Headers = maps.Clone(documented)
	}
	for status, response := range op.Responses {
		names := []string{"X-Request-Id", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"}
		switch {
		case strings.HasPrefix(status, "2") && repeatable(*op) && op.Method != http.MethodGet:
			names = append(names, replayedHeader)
		case status == "304":
			names = append(names, "ETag")
		case status == "401":
			names = append(names, "WWW-Authenticate")
		case status == "415" && op.Method == http.MethodPatch:
			names = append(names, "Accept-Patch")
		case status == "429" || status == "503":
			names = append(names, "Retry-After")
		}
		if response.Headers == nil {
			response.Headers = map[string]*huma.Header{}
		}
		for _, name := range names {
			response.Headers[name] = &huma.Header{Ref: "#/components/headers/" + name}
		}
	}
}
