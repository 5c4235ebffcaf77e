package fhir

import (
	"strings"

	"github.com/google/uuid"
)

// uriSystem is FHIR's naming system for values that are URIs, such as urn:uuid:….
const uriSystem = "urn:ietf:rfc:3986"

// Key is an identifier that belongs to one record: a naming system and a value in it.
type Key struct {
	System string `json:"system"`
	Value  string `json:"value"`
}

const maxIdentifier = 255

func (k Key) valid() bool {
	return trim(k.System) != "" && trim(k.Value) != "" && len(k.System) <= maxIdentifier && len(k.Value) <= maxIdentifier
}

// key returns the key of the resource's own id.
func (r *reading) key() (Key, error) {
	if r.id == "" {
		return Key{}, issue("id", "no_id", "a resource without an id can't be found again")
	}
	return r.keyOf("id", r.resource, r.id)
}

// keyOf returns the key for an id: UUIDs are unique everywhere, other ids only on their server.
func (r *reading) keyOf(field, resource, id string) (Key, error) {
	if parsed, err := uuid.Parse(id); err == nil {
		return r.own(Key{System: uriSystem, Value: "urn:uuid:" + parsed.String()}), nil
	}
	if r.Source == "" {
		return Key{}, issue(field, "id_not_uuid", "name the server that the export comes from (--source): its ids are unique only there")
	}
	key := r.own(Key{System: strings.TrimSuffix(r.Source, "/") + "/" + resource, Value: id})
	if !key.valid() {
		return Key{}, issue(field, "invalid_id", "the id is too long")
	}
	return key, nil
}

// resolve returns the key of a referenced resource: by urn:uuid:, relative, absolute, conditional or by identifier.
func (r *reading) resolve(field, resource string, ref reference) (Key, error) {
	text := ref.Reference
	switch {
	case text == "" && ref.Identifier != nil:
		return r.businessKey(field, *ref.Identifier)
	case text == "":
		return Key{}, issue(field, "no_reference", "a reference is required")
	case strings.HasPrefix(text, "urn:uuid:"):
		return r.keyOf(field, resource, strings.TrimPrefix(text, "urn:uuid:"))
	case strings.HasPrefix(text, "#"):
		return Key{}, issue(field, "contained_reference", "contained resources are not read")
	}
	if query, ok := strings.CutPrefix(text, resource+"?identifier="); ok {
		system, value, _ := strings.Cut(query, "|")
		return r.businessKey(field, identifier{System: system, Value: value})
	}
	text, _, _ = strings.Cut(text, "/_history/")
	base, id, found := cutLast(text, "/")
	if !found || (base != resource && !strings.HasSuffix(base, "/"+resource)) {
		return Key{}, issue(field, "invalid_reference", "not a reference to a %s", resource)
	}
	if server, absolute := strings.CutSuffix(base, "/"+resource); absolute {
		there := reading{Decoder: &Decoder{Source: server, Namespace: r.Namespace}}
		return there.keyOf(field, resource, id)
	}
	return r.keyOf(field, resource, id)
}

func (r *reading) businessKey(field string, given identifier) (Key, error) {
	key := r.identified(given)
	if !key.valid() {
		return Key{}, issue(field, "invalid_reference", "an identifier needs a system and a value")
	}
	return key, nil
}

// identified returns an identifier as a key; the key is not valid if a part is missing.
func (r *reading) identified(given identifier) Key {
	key := Key{System: trim(given.System), Value: trim(given.Value)}
	if key.System == "" {
		return key
	}
	return r.own(key)
}

// own puts a key into the namespace of the source.
func (r *reading) own(k Key) Key { return Key{System: r.Namespace + k.System, Value: k.Value} }

func cutLast(text, separator string) (before, after string, found bool) {
	if i := strings.LastIndex(text, separator); i >= 0 {
		return text[:i], text[i+len(separator):], true
	}
	return text, "", false
}
