package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// enum is the type of texts of which there are some: one for each set of values, wherever it is met.
type enum struct {
	Name   string
	Values []value
	sites  []site
}

type value struct{ Name, Wire string }

// site is a property that has an enum's values.
type site struct{ schema, member string }

// valuesOf is the key of a schema's values; empty when any is allowed, or only one.
func valuesOf(s *openapi3.Schema) string {
	var texts []string
	for _, v := range s.Enum {
		if text, ok := v.(string); ok {
			texts = append(texts, text)
		}
	}
	if len(texts) < 2 {
		return ""
	}
	return strings.Join(texts, "\n")
}

// readEnums finds the enums and names them.
func (r *reader) readEnums(names []string) {
	r.byValues = map[string]*enum{}
	var visit func(at site, ref *openapi3.SchemaRef)
	visit = func(at site, ref *openapi3.SchemaRef) {
		if ref == nil || ref.Ref != "" {
			return
		}
		if key := valuesOf(ref.Value); key != "" {
			if r.byValues[key] == nil {
				r.byValues[key] = &enum{}
			}
			r.byValues[key].sites = append(r.byValues[key].sites, at)
		}
		visit(at, ref.Value.Items)
		for member, property := range ref.Value.Properties {
			visit(site{at.schema, member}, property)
		}
	}
	for _, name := range names {
		visit(site{schema: name}, &openapi3.SchemaRef{Value: r.components[name].Value})
	}
	taken := map[string]bool{}
	for _, name := range names {
		taken[exported(name)] = true
	}
	for _, key := range slices.Sorted(maps.Keys(r.byValues)) {
		r.byValues[key].setNames(key, taken)
		r.Enums = append(r.Enums, r.byValues[key])
	}
	slices.SortFunc(r.Enums, func(a, b *enum) int { return cmp.Compare(a.Name, b.Name) })
}

// setNames names an enum after the schemas that use it and the member, as in DoctorStatus. If the schemas' names have nothing
// in common, the member's name is enough.
func (e *enum) setNames(key string, taken map[string]bool) {
	slices.SortFunc(e.sites, func(a, b site) int {
		return cmp.Or(cmp.Compare(len(a.schema), len(b.schema)), cmp.Compare(a.schema, b.schema), cmp.Compare(a.member, b.member))
	})
	common, members := words(e.sites[0].schema), map[string]int{}
	for _, s := range e.sites {
		common = slices.DeleteFunc(common, func(word string) bool { return !slices.Contains(words(s.schema), word) })
		members[s.member]++
	}
	member := slices.MaxFunc(slices.Sorted(maps.Keys(members)), func(a, b string) int { return cmp.Compare(members[a], members[b]) })
	parts := words(member)
	if len(common) > 0 && !strings.HasPrefix(member, strings.Join(common, "_")) {
		parts = append(common, parts...)
	}
	e.Name = exported(strings.Join(parts, "-"))
	for plain, i := e.Name, 0; taken[e.Name]; i++ {
		e.Name = plain + []string{"Kind", "Code", "Value"}[i]
	}
	taken[e.Name] = true
	for wire := range strings.SplitSeq(key, "\n") {
		e.Values = append(e.Values, value{e.Name + exported(wire), wire})
	}
}

// Doc says what an enum is of.
func (e *enum) Doc() string {
	where := fmt.Sprintf("%s is a value of %s.%s", e.Name, exported(e.sites[0].schema), exported(e.sites[0].member))
	if len(e.sites) > 1 {
		where += " and others"
	}
	return where + "."
}
