package endpoint

import (
	"context"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/problem"
	"github.com/predicthealth/predicthealth/service"
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

// Precondition is the header of a change: which version of the resource it is meant for.
type Precondition struct {
	IfMatch string `header:"If-Match" maxLength:"1000" example:"\"v1\"" doc:"The ETag that came with the resource: without one the answer is a 428, with another than the resource's a 412."`
}

// Versions returns what If-Match names, or the answer 428 when it isn't there. A tag that is none of ours names no
// version, and so nothing matches it.
func (p Precondition) Versions(ctx context.Context) (service.Versions, error) {
	if strings.TrimSpace(p.IfMatch) == "" {
		return service.Versions{}, problem.New(ctx, "precondition_required",
			"Send If-Match with the ETag that you got when you read the record.")
	}
	var v service.Versions
	for tag := range strings.SplitSeq(p.IfMatch, ",") {
		tag = strings.TrimSpace(tag)
		v.Any = v.Any || tag == "*"
		number, ours := strings.CutPrefix(strings.Trim(tag, `"`), "v")
		if version, err := strconv.Atoi(number); err == nil && ours && tag == VersionTag(version) {
			v.Of = append(v.Of, version)
		}
	}
	return v, nil
}
