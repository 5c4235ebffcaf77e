package resource

import (
	"fmt"
	"reflect"
	"strings"

	"entgo.io/ent/dialect/sql"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/service"
)

// Row is an entity, with the values that were selected besides its own columns.
type Row interface {
	Value(name string) (ent.Value, error)
}

// columns returns the columns of an entity, which are the json tags of ent's fields.
type columns map[string]reflect.StructField

func columnsOf(entity reflect.Type) columns {
	all := columns{}
	for i := range entity.NumField() {
		if field := entity.Field(i); field.IsExported() {
			name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			all[name] = field
		}
	}
	return all
}

// check panics when a member is stored in a column that the entity doesn't have, which is a bug.
func (c columns) check(t *Type, entity reflect.Type) {
	for _, m := range t.leaves {
		if _, ok := c[m.Column]; !ok && m.Column != "" {
			panic(fmt.Sprintf(`resource: %s has no column %q of the member %q: name another with the tag column, or "-" for none`,
				entity, m.Column, m.Name))
		}
	}
}

// value returns what a column stores for a value of a member.
func (c columns) value(column string, value reflect.Value) ent.Value {
	to := c[column].Type
	if to.Kind() == reflect.Pointer {
		to = to.Elem()
	}
	return converted(value, to).Interface()
}

// keys returns a row's values of columns.
func (c columns) keys(row reflect.Value, names []string) []any {
	keys := make([]any, len(names))
	for i, name := range names {
		keys[i] = row.FieldByIndex(c[name].Index).Interface()
	}
	return keys
}

// codings are the columns of a coded catalog that are read with a row, in the order of Coding's fields.
var codings = []string{"code_system", "code", "name"}

// selectCodes reads with each row the entries that it names, in the same statement. A code alone is read in a subquery: a
// join with a small catalog can make PostgreSQL leave the order of an index.
func (t *Type) selectCodes(s *sql.Selector) {
	for _, m := range t.leaves {
		switch catalog := sql.Table(m.Catalog).As(m.Column + "_catalog"); {
		case m.coded():
			s.LeftJoin(catalog).On(s.C(m.Column), catalog.C("id"))
			for _, column := range codings {
				s.AppendSelectAs(catalog.C(column), m.Column+"_"+column)
			}
		case m.Catalog != "":
			s.AppendSelectExprAs(sql.Select(catalog.C("code")).From(catalog).Where(sql.ColumnsEQ(catalog.C("id"), s.C(m.Column))), m.Column+"_code")
		}
	}
}

// fill copies a row's values to a resource.
func (t *Type) fill(to reflect.Value, row reflect.Value, c columns) error {
	for _, m := range t.leaves {
		var value reflect.Value
		switch {
		case m.Catalog != "":
			code, err := m.selected(row.Addr().Interface().(Row))
			if err != nil {
				return err
			}
			value = code
		case m.Column != "":
			value = row.FieldByIndex(c[m.Column].Index)
		}
		if value.IsValid() && (value.Kind() != reflect.Pointer || !value.IsNil()) {
			m.made(to).Set(converted(value, m.Field.Type))
		}
	}
	return nil
}

// selected returns what selectCodes has read for the member; the zero Value for NULL.
func (m *Member) selected(row Row) (reflect.Value, error) {
	if !m.coded() {
		texts, err := service.Selected(row, m.Column+"_code")
		if err != nil || texts[0] == nil {
			return reflect.Value{}, err
		}
		return reflect.ValueOf(*texts[0]), nil
	}
	texts, err := service.Selected(row, m.Column+"_"+codings[0], m.Column+"_"+codings[1], m.Column+"_"+codings[2])
	if err != nil || texts[0] == nil {
		return reflect.Value{}, err
	}
	return reflect.ValueOf(Coding{*texts[0], *texts[1], *texts[2]}), nil
}
