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

const (
	fieldsParameter  = "fields"
	includeParameter = "include"
)

// documentFields lists the members of a list's items that callers may ask for, and has huma refuse any other: they are
// those of the items' schema, except the ones that include adds.
func documentFields(document *huma.OpenAPI, op *huma.Operation) {
	fields := parameter(op, fieldsParameter)
	if fields == nil {
		return
	}
	schemas := document.Components.Schemas
	list := schemas.SchemaFromRef(op.Responses["200"].Content["application/json"].Schema.Ref)
	item := schemas.SchemaFromRef(list.Properties["items"].Items.Ref)
	added := []any{"id"}
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

// Project is a transformer. It keeps only those members of a list's items that fields names, plus the id and whatever
// include has added. Members that the viewer may not see have been removed before.
func Project(ctx huma.Context, _ string, body any) (any, error) {
	list, ok := body.(interface {
		only(members []string) (any, error)
	})
	fields := ctx.Query(fieldsParameter)
	if !ok || fields == "" {
		return body, nil
	}
	return list.only(append(strings.Split(fields+","+ctx.Query(includeParameter), ","), "id"))
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
		Total: l.Total, TotalIsEstimate: l.TotalIsEstimate,
	}
	for i, item := range l.Items {
		var text bytes.Buffer
		if err := JSON.Marshal(&text, item); err != nil {
			return nil, err
		}
		if err := json.Unmarshal(text.Bytes(), &less.Items[i]); err != nil {
			return nil, fmt.Errorf("an item of a list is not an object: %w", err)
		}
		maps.DeleteFunc(less.Items[i], func(name string, _ json.RawMessage) bool { return !slices.Contains(members, name) })
	}
	return projection{less, l, members}, nil
}
