package endpoint

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// FieldsInput is the parameter of a single read that can leave members out.
type FieldsInput struct {
	// Fields is read by Project.
	Fields []string `query:"fields" nullable:"false" maxItems:"100" doc:"Return only these members, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them."`
}

const (
	fieldsParameter  = "fields"
	includeParameter = "include"
	// includedCursors is the member with the cursors of what include has added.
	includedCursors = "next_cursors"
)

// documentFields lists the members of a resource or a list's items that callers may ask for, and has huma refuse any other: they
// are those of the schema, except the ones that include adds.
func documentFields(document *huma.OpenAPI, op *huma.Operation) {
	fields := parameter(op, fieldsParameter)
	if fields == nil {
		return
	}
	schemas := document.Components.Schemas
	item := schemas.SchemaFromRef(op.Responses["200"].Content["application/json"].Schema.Ref)
	if items := item.Properties["items"]; items != nil {
		item = schemas.SchemaFromRef(items.Items.Ref)
	}
	added := []any{"id", includedCursors}
	if include := parameter(op, includeParameter); include != nil {
		added = append(added, include.Schema.Items.Enum...)
	}
	for _, name := range slices.Sorted(maps.Keys(item.Properties)) {
		if name == "id" || !slices.Contains(added, any(name)) {
			fields.Schema.Items.Enum = append(fields.Schema.Items.Enum, name)
		}
	}
	fields.Schema.Items.PrecomputeMessages()
}

func parameter(op *huma.Operation, name string) *huma.Param {
	i := slices.IndexFunc(op.Parameters, func(p *huma.Param) bool { return p.In == "query" && p.Name == name })
	if i < 0 {
		return nil
	}
	return op.Parameters[i]
}

// Project is a transformer. It keeps only those members of a resource or a list's items that fields names, plus the id and
// whatever include has added. Members that the viewer may not see have been removed before.
func Project(ctx huma.Context, status string, body any) (any, error) {
	fields := ctx.Query(fieldsParameter)
	if fields == "" || status != "200" || parameter(ctx.Operation(), fieldsParameter) == nil {
		return body, nil
	}
	members := append(strings.Split(fields+","+ctx.Query(includeParameter), ","), "id", includedCursors)
	if list, ok := body.(interface {
		only(members []string) (any, error)
	}); ok {
		return list.only(members)
	}
	return only(body, members)
}

// only returns those members of an object that are named.
func only(object any, members []string) (map[string]json.RawMessage, error) {
	var text bytes.Buffer
	if err := JSON.Marshal(&text, object); err != nil {
		return nil, err
	}
	var less map[string]json.RawMessage
	if err := json.Unmarshal(text.Bytes(), &less); err != nil {
		return nil, fmt.Errorf("what fields reduces is not an object: %w", err)
	}
	maps.DeleteFunc(less, func(name string, _ json.RawMessage) bool { return !slices.Contains(members, name) })
	return less, nil
}

// projection is a list whose items have fewer members. The original list gives a CSV file the order of its columns.
type projection struct {
	ListBody[map[string]json.RawMessage]
	list    any
	members []string
}

func (l ListBody[T]) only(members []string) (any, error) {
	less := ListBody[map[string]json.RawMessage]{
		Items: make([]map[string]json.RawMessage, len(l.Items)), NextCursor: l.NextCursor, PrevCursor: l.PrevCursor,
		Total: l.Total, TotalIsEstimate: l.TotalIsEstimate, TotalIsCapped: l.TotalIsCapped,
	}
	for i, item := range l.Items {
		var err error
		if less.Items[i], err = only(item, members); err != nil {
			return nil, err
		}
	}
	return projection{less, l, members}, nil
}
