package endpoint

import (
	"net/url"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
)

// joinRepeated turns a list that was sent as a repeated parameter, as many clients do, into one separated by commas, as huma
// reads it: a=1&a=2 into a=1,2. Parameters that aren't lists stay as they are, and are refused.
func joinRepeated(ctx huma.Context) {
	request := humagin.Unwrap(ctx).Request
	if !strings.Contains(request.URL.RawQuery, "&") {
		return
	}
	values, err := url.ParseQuery(request.URL.RawQuery)
	if err != nil {
		return // BadParameters says so
	}
	joined := false
	for _, p := range ctx.Operation().Parameters {
		if p.In == "query" && p.Schema.Type == huma.TypeArray && len(values[p.Name]) > 1 {
			values.Set(p.Name, strings.Join(values[p.Name], ","))
			joined = true
		}
	}
	if joined {
		request.URL.RawQuery = values.Encode()
	}
}
