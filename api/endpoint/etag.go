package endpoint

import (
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// Conditional is the header of a conditional read.
type Conditional struct {
	IfNoneMatch string `header:"If-None-Match" maxLength:"1000" doc:"ETags that the caller has; 304 when the resource's is among them."`
}

// VersionTag is the ETag of a resource's version.
func VersionTag(version int) string { return strconv.Quote("v" + strconv.Itoa(version)) }

// Check returns the answer 304 when the caller has what etag names, else nil.
func (c Conditional) Check(etag string) error {
	for candidate := range strings.SplitSeq(c.IfNoneMatch, ",") {
		candidate = strings.TrimPrefix(strings.TrimSpace(candidate), "W/")
		if candidate == etag || candidate == "*" {
			return huma.ErrorWithHeaders(huma.Status304NotModified(), map[string][]string{"ETag": {etag}})
		}
	}
	return nil
}
