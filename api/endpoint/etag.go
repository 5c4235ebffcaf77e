package endpoint

import (
	"context"
	"crypto/sha256"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/problem"
	"github.com/predicthealth/predicthealth/service"
)

// Conditional is the header of a conditional read.
type Conditional struct {
	IfNoneMatch string `header:"If-None-Match" maxLength:"1000" doc:"ETags of the versions that you have. The response is 304 when the current one is among them."`
}

// VersionTag returns the ETag of a version of a resource.
func VersionTag(version int) string { return problem.VersionTag(version) }

// ContentTag returns the ETag of a response with a version of a resource and more, which changes with all of its content. As a
// precondition it stands for the version.
func ContentTag(version int, content []byte) string {
	sum := sha256.Sum256(content)
	return fmt.Sprintf("\"v%d-%x\"", version, sum[:16])
}

// contentTag matches a ContentTag.
var contentTag = regexp.MustCompile(`^"(v[0-9]+)-[0-9a-f]{32}"$`)

// Check returns the response 304 when the caller already has the version that etag names, else nil.
func (c Conditional) Check(etag string) error {
	for candidate := range strings.SplitSeq(c.IfNoneMatch, ",") {
		candidate = strings.TrimPrefix(strings.TrimSpace(candidate), "W/")
		if candidate == etag || candidate == "*" {
			return huma.ErrorWithHeaders(huma.Status304NotModified(), map[string][]string{"ETag": {etag}})
		}
	}
	return nil
}

// Precondition is the header of a change: the version of the resource that the change is meant for.
type Precondition struct {
	IfMatch string `header:"If-Match" maxLength:"1000" example:"\"v1\"" doc:"The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412."`
}

// Target returns the record in a path (see IDOrMe) and its versions that the change is meant for.
func (p Precondition) Target(
	ctx context.Context, text string, me func(context.Context) (uuid.UUID, error),
) (uuid.UUID, service.Versions, error) {
	versions, err := p.Versions(ctx)
	if err != nil {
		return uuid.Nil, versions, err
	}
	id, err := IDOrMe(ctx, text, me)
	return id, versions, err
}

// Versions returns the versions in If-Match, or the response 428 when the header is missing. A tag that isn't one of ours
// names no version, so nothing matches it.
func (p Precondition) Versions(ctx context.Context) (service.Versions, error) {
	if strings.TrimSpace(p.IfMatch) == "" {
		return service.Versions{}, problem.New(ctx, "precondition_required",
			"Send If-Match with the ETag from your last read of the record.")
	}
	var v service.Versions
	for tag := range strings.SplitSeq(p.IfMatch, ",") {
		tag = strings.TrimPrefix(strings.TrimSpace(tag), "W/") // a proxy that compresses answers weakens their tags
		v.Any = v.Any || tag == "*"
		tag = contentTag.ReplaceAllString(tag, `"$1"`)
		number, ours := strings.CutPrefix(strings.Trim(tag, `"`), "v")
		if version, err := strconv.Atoi(number); err == nil && ours && tag == VersionTag(version) {
			v.Of = append(v.Of, version)
		}
	}
	return v, nil
}
