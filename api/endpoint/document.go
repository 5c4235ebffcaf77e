package endpoint

import (
	"maps"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/problem"
)

// documented are the headers that answers have besides those of an operation's output.
var documented = map[string]*huma.Header{
	"X-Request-Id":        required(text("Names the request: quote it when you report a problem.")),
	"RateLimit-Limit":     whole("How many requests the closest limit lets you make; left out when that is not known."),
	"RateLimit-Remaining": whole("How many more of them you may make at once."),
	"RateLimit-Reset":     whole("Seconds until all of them are yours again."),
	"Retry-After":         required(whole("Seconds to wait before the request is sent again.")),
	"WWW-Authenticate":    required(text("How to say who you are (RFC 9110).")),
	"Accept-Patch":        text("The media type of changes (RFC 5789)."),
	replayedHeader:        text("true when this is the answer to an earlier request with the same " + problem.IdempotencyHeader + "."),
	"ETag":                required(text("The version of the resource; If-Match and If-None-Match take it.")),
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

// documentHeaders gives each answer of an operation the headers that it has whatever the operation is.
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
