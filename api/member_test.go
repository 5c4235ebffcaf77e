package api_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/predicthealth/predicthealth/api/apitest"
)

// ofStandards are schemas whose members RFC 7517, 7662, 6749 and 9457 name.
var ofStandards = []string{"JWK", "JwkSet", "Introspection", "Token", "Problem"}

// Integers that count nothing: ages, positions and versions, sums of points, and amounts that name their unit.
var uncounted = regexp.MustCompile(`^(age|age_at_onset|line|sequence_number|version|base|expires_in|years_experience|bytes_\w+)$|_(points|years|minutes|seconds)$`)

// ofAnyType are members that what they belong to gives a type.
var ofAnyType = []string{"value", "default_value", "payload"}

// listCode is what the description says of a member whose values stand in a catalog or a standard.
var listCode = regexp.MustCompile(`(?i)\bcodes?\b`)

// property is a member of a schema.
type property struct {
	Type        any
	Format      string
	Ref         string `json:"$ref"`
	Description string
	Enum        []any
	Items       *property
}

// kind is the type that a member has beside null.
func (p property) kind() string {
	switch all := p.Type.(type) {
	case string:
		return all
	case []any:
		return all[0].(string)
	}
	return "object"
}

type member struct {
	schema, name string
	property
}

// members are those of all schemas that no standard gives us.
func members(t *testing.T) (all []member) {
	t.Helper()
	document := apitest.OpenAPI[struct {
		Components struct {
			Schemas map[string]struct{ Properties map[string]property }
		}
	}](t, apitest.New(t).Handler)
	byCode := map[string]bool{} // schemas whose members are codes, not names: those of members such as by_sex
	for _, s := range document.Components.Schemas {
		for name, p := range s.Properties {
			if strings.HasPrefix(name, "by_") {
				byCode[strings.TrimPrefix(p.Ref, "#/components/schemas/")] = true
			}
		}
	}
	for schema, s := range document.Components.Schemas {
		if byCode[schema] || slices.Contains(ofStandards, schema) {
			continue
		}
		for name, p := range s.Properties {
			all = append(all, member{schema, name, p})
		}
	}
	return all
}

// Members say by their names what they hold.
func TestMembersAreNamedByOneRule(t *testing.T) {
	t.Parallel()
	for _, m := range members(t) {
		at := m.schema + "." + m.name
		assert.Regexp(t, `^[a-z][a-z0-9]*(_[a-z0-9]+)*$`, m.name, at)
		if slices.Contains(ofAnyType, m.name) {
			continue
		}
		counts := strings.HasSuffix(m.name, "_count") || m.name == "total"
		assert.Equal(t, m.kind() == "integer", counts || uncounted.MatchString(m.name), "%s: a number of things is thing_count", at)
		assert.Equal(t, m.Format == "date-time", strings.HasSuffix(m.name, "_at"), "%s: a time is …_at", at)
		assert.Equal(t, m.Format == "date", strings.HasSuffix(m.name, "_date") || m.name == "date_of_birth", "%s: a date is …_date", at)
		assert.Equal(t, m.Format == "uuid", m.name == "id" || strings.HasSuffix(m.name, "_id") && m.kind() == "string" && !otherIDs[at], "%s: a UUID is …_id", at)
		assert.Equal(t, m.kind() == "boolean", booleans.MatchString(m.name), "%s: say whether", at)
		assert.NotRegexp(t, `percent$|_pct$|rate$|ratio$|share$`, m.name, "%s: of a hundred is a percentage", at)
		if strings.HasSuffix(m.name, "percentage") || strings.HasPrefix(m.name, "average_") && m.name != "average_consultation_fee" {
			assert.Equal(t, "number", m.kind(), at)
		}
		if strings.HasSuffix(m.name, "_fee") {
			assert.Equal(t, "string", m.kind(), "%s: money is text", at)
		}
	}
}

// otherIDs are of no record here: ids of the trail's entities, of requests and of records in a file.
var otherIDs = map[string]bool{"AuditEvent.entity_id": true, "AuditEvent.request_id": true, "ImportProblem.resource_id": true}

var booleans = regexp.MustCompile(`^(is_|must_|may_)|_is_|^(active|verified|complete|current|deceased|dry_run|chronic|statement|built_in|rh_positive|password_change_required)$`)

// What is called the same is the same: of one type, and a code everywhere or nowhere.
func TestOneNameIsOneThing(t *testing.T) {
	t.Parallel()
	byName := map[string][]member{}
	for _, m := range members(t) {
		byName[m.name] = append(byName[m.name], m)
	}
	for name, all := range byName {
		if slices.Contains(ofAnyType, name) || strings.HasSuffix(name, "_name") {
			continue
		}
		isCode := slices.ContainsFunc(all, func(m member) bool { return listCode.MatchString(m.Description) })
		for _, m := range all {
			at := m.schema + "." + name
			assert.Equal(t, all[0].kind(), m.kind(), "%s is of another type than in %s", at, all[0].schema)
			if isCode && m.kind() == "string" && m.Enum == nil && !strings.HasSuffix(name, "code") {
				assert.Regexp(t, listCode, m.Description, "%s is a code in another schema: name what is none …_name", at)
			}
			if m.kind() == "array" && all[0].Items != nil && m.Items != nil && name != "items" {
				assert.Equal(t, all[0].Items.kind(), m.Items.kind(), at)
			}
		}
		assert.NotContains(t, byName, name+"_code", "both are codes, or one is a name")
	}
}
