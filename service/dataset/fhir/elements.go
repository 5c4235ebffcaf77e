package fhir

import (
	"bytes"
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// A Treatment says what the import does with an element of a resource. What it keeps stands in the record's source_elements as it
// came; no element is left out in silence.
type Treatment string

// Values of Treatment.
const (
	Read    Treatment = "read"    // into columns; what columns can't hold of it is kept, with a warning
	Kept    Treatment = "kept"    // as it came, and counted in the report
	Warned  Treatment = "warned"  // kept, and named with its line, because it may change what the record means
	Ignored Treatment = "ignored" // for the reason in the table
	Refused Treatment = "refused" // the resource: nobody may read it without understanding the element
)

// Element is an element of a FHIR resource.
type Element struct {
	Name string
	Treatment
	Note string // for people
}

// treatmentOf returns how an element is treated; false for one that R4 doesn't have.
func treatmentOf(resource, name string) (Treatment, bool) {
	if treatment, known := treatments[resource][name]; known {
		return treatment, true
	}
	return Kept, strings.HasPrefix(name, "_") // extensions of a simple element, such as why it is absent
}

var treatments = treatmentsByName()

func treatmentsByName() map[string]map[string]Treatment {
	all := map[string]map[string]Treatment{}
	for resource := range Elements {
		all[resource] = map[string]Treatment{}
		for _, e := range ElementsOf(resource) {
			all[resource][e.Name] = e.Treatment
		}
	}
	return all
}

// ElementsOf returns all elements of a resource.
func ElementsOf(resource string) []Element {
	all := slices.Concat(common, Elements[resource])
	for i, e := range all {
		if e.Treatment == Kept && !keepsElements(resource) {
			all[i] = Element{e.Name, Ignored, "there is no record to keep it with"}
		}
	}
	return all
}

// keepElements keeps what the record has no column for, once the resource is read.
func (r *reading) keepElements() error {
	room, kept := keepsElements(r.resource), len(r.source) > 0
	for _, name := range slices.Sorted(maps.Keys(r.elements())) {
		treatment, known := treatmentOf(r.resource, name)
		switch {
		case !known && !room:
			r.warn(issue(name, "unknown_element", "FHIR R4 has no such element here: it is left out"))
		case !room: // nothing else of it is kept
		case !known:
			r.keepWarning(name, "unknown_element", "FHIR R4 has no such element here: it is kept as it came")
		case treatment == Warned && r.source[name] == nil:
			r.keepWarning(name, "kept_as_source", "there is no column for the element: it is kept as it came")
		case treatment == Kept, name == "text" && additional(r.elements()[name]):
			r.keep(name)
			kept = true
		}
	}
	if kept {
		r.warnings = append(r.warnings, Issue{Code: "kept_as_source", Message: "elements without a column are kept as they came", Benign: true})
	}
	return r.failed
}

// additional reports whether a narrative says more than the elements.
func additional(raw json.RawMessage) bool {
	var text struct {
		Status string `json:"status"`
	}
	return json.Unmarshal(raw, &text) == nil && text.Status == "additional"
}

// elements are the elements of the resource, undecoded.
func (r *reading) elements() map[string]json.RawMessage {
	if r.raw == nil {
		if err := json.Unmarshal(r.entry, &r.raw); err != nil {
			r.failed = jsonIssue(err)
		}
	}
	return r.raw
}

// keep keeps an element of the resource as it came.
func (r *reading) keep(name string) {
	raw := r.elements()[name]
	if raw == nil || r.source[name] != nil {
		return
	}
	value, err := decodeAny(raw)
	if err == nil {
		value, err = storable(value, 0)
	}
	if err != nil {
		r.failed = issue(name, "invalid_field", "the element can't be stored")
		return
	}
	if r.source == nil {
		r.source = map[string]any{}
	}
	r.source[name] = value
}

// keepWarning keeps an element, if the resource has it, and warns.
func (r *reading) keepWarning(name, code, message string) {
	if r.elements()[name] != nil {
		r.keep(name)
		r.warn(issue(name, code, "%s", message))
	}
}

// keepRest keeps an element that has more than these parts.
func (r *reading) keepRest(name string, parts ...string) {
	value, err := decodeAny(r.elements()[name])
	if err != nil {
		return
	}
	items, ok := value.([]any)
	if !ok {
		items = []any{value}
	}
	for _, item := range items {
		object, _ := item.(map[string]any)
		for part := range object {
			if !slices.Contains(parts, part) {
				r.keep(name)
				return
			}
		}
	}
}

func decodeAny(raw json.RawMessage) (value any, err error) {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	return value, decoder.Decode(&value)
}

// deepest is how deep a kept element may be.
const deepest = 100

// storable returns a value with numbers that PostgreSQL has no room for as text.
func storable(value any, depth int) (_ any, err error) {
	if depth > deepest {
		return nil, issue("", "invalid_field", "too deep")
	}
	switch v := value.(type) {
	case json.Number:
		if !fits(v.String()) {
			return v.String(), nil
		}
	case []any:
		for i := range v {
			if v[i], err = storable(v[i], depth+1); err != nil {
				return nil, err
			}
		}
	case map[string]any:
		for key := range v {
			if v[key], err = storable(v[key], depth+1); err != nil {
				return nil, err
			}
		}
	}
	return value, nil
}

// fits reports whether PostgreSQL's numeric has room for a number.
func fits(number string) bool {
	f, err := strconv.ParseFloat(number, 64)
	return err == nil && len(number) <= 100 && (f != 0 || !strings.ContainsAny(number, "123456789"))
}

// refused returns why nobody may read the resource: an extension that changes the meaning of what it is in, at any depth, or rules
// that the import doesn't know.
func (r *reading) refused(line []byte) error {
	if r.elements()["implicitRules"] != nil {
		return issue("implicitRules", "implicit_rules", "the resource can only be read with rules that the import doesn't know")
	}
	if !bytes.Contains(line, []byte("odifierExtension")) {
		return nil
	}
	value, err := decodeAny(line)
	if err != nil {
		return jsonIssue(err)
	}
	if modifiedAnywhere(value) {
		return issue("modifierExtension", "modifier_extension", "an extension changes the meaning of the resource, and the import doesn't know it")
	}
	return nil
}

func modifiedAnywhere(value any) bool {
	switch v := value.(type) {
	case []any:
		return slices.ContainsFunc(v, modifiedAnywhere)
	case map[string]any:
		for key, inner := range v {
			if key == "modifierExtension" && inner != nil || modifiedAnywhere(inner) {
				return true
			}
		}
	}
	return false
}

// unread reports whether an element has parts that the type like, or a list of it, doesn't read.
func unread(raw json.RawMessage, like any) bool {
	value, err := decodeAny(raw)
	return err == nil && more(value, reflect.TypeOf(like))
}

func more(value any, like reflect.Type) bool {
	for like.Kind() == reflect.Pointer || like.Kind() == reflect.Slice {
		like = like.Elem()
	}
	switch v := value.(type) {
	case []any:
		return slices.ContainsFunc(v, func(item any) bool { return more(item, like) })
	case map[string]any:
		known := map[string]reflect.Type{"id": reflect.TypeFor[string](), "version": reflect.TypeFor[string](), "userSelected": reflect.TypeFor[bool]()}
		for _, field := range reflect.VisibleFields(like) {
			name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			known[name] = field.Type
		}
		for key, inner := range v {
			if known[key] == nil || more(inner, known[key]) {
				return true
			}
		}
	}
	return false
}
