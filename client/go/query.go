package predicthealth

import (
	"fmt"
	"net/http"
	"net/url"
	"reflect"
	"strings"
)

// segment is a text as a part of a path.
func segment(text string) string { return url.PathEscape(text) }

// addParams puts the parameters of an operation, a pointer to a struct with tags, where they belong. What is zero isn't sent.
func addParams(params any, query url.Values, header http.Header) {
	v := reflect.ValueOf(params)
	if !v.IsValid() || v.IsNil() {
		return
	}
	v = v.Elem()
	for i := range v.NumField() {
		value, tag := v.Field(i), v.Type().Field(i).Tag
		if value.IsZero() {
			continue
		}
		if name := tag.Get("query"); name != "" {
			query.Set(name, text(value))
		} else {
			header.Set(tag.Get("header"), text(value))
		}
	}
}

func text(value reflect.Value) string {
	switch value.Kind() {
	case reflect.Pointer:
		return text(value.Elem())
	case reflect.Slice:
		parts := make([]string, value.Len())
		for i := range parts {
			parts[i] = text(value.Index(i))
		}
		return strings.Join(parts, ",")
	default:
		return fmt.Sprint(value.Interface())
	}
}

// form is a body's members as a form. All of them are texts.
func form(members map[string]any) url.Values {
	out := url.Values{}
	for name, value := range members {
		out.Set(name, fmt.Sprint(value))
	}
	return out
}
