package predicthealth

import (
	"fmt"
	"net/http"
	"net/url"
	"reflect"
	"strings"
)

// segment escapes a text for a path.
func segment(text string) string { return url.PathEscape(text) }

// addParams adds the parameters of an operation, a pointer to a struct with tags, to a request. Zero values are left out.
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

// form returns a body's members, which are all texts, as a form.
func form(members map[string]any) url.Values {
	out := url.Values{}
	for name, value := range members {
		out.Set(name, fmt.Sprint(value))
	}
	return out
}
