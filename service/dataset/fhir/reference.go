package fhir

import (
	"encoding/json"
	"net/url"
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

// key returns the key of the resource itself.
func (r *reading) key() (Key, error) {
	switch {
	case r.urn != "":
		return r.urnKey("id", r.urn)
	case r.id == "":
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

// urnKey returns the key for a URN. Ids that are UUIDs have the same.
func (r *reading) urnKey(field, urn string) (Key, error) {
	if id, isUUID := strings.CutPrefix(urn, "urn:uuid:"); isUUID {
		parsed, err := uuid.Parse(id)
		if err != nil {
			return Key{}, issue(field, "invalid_id", "not a UUID")
		}
		urn = "urn:uuid:" + parsed.String()
	}
	key := r.own(Key{System: uriSystem, Value: urn})
	if !key.valid() {
		return Key{}, issue(field, "invalid_id", "the id is too long")
	}
	return key, nil
}

// resolve returns the key of a referenced resource: by URN, relative, absolute, conditional or contained reference, else by
// identifier.
func (r *reading) resolve(field, resource string, ref reference) (Key, error) {
	if ref.Reference == "" && ref.Identifier == nil {
		return Key{}, issue(field, "no_reference", "a reference is required")
	}
	var key Key
	err := error(nil)
	if ref.Reference != "" {
		key, err = r.literal(field, resource, ref.Reference)
	}
	if ref.Identifier != nil && (ref.Reference == "" || err != nil) {
		return r.businessKey(field, *ref.Identifier)
	}
	return key, err
}

// resolveAny returns the key of a resource that has one of these types.
func (r *reading) resolveAny(field string, resources []string, ref reference) (key Key, err error) {
	for _, resource := range resources {
		if key, err = r.resolve(field, resource, ref); err == nil {
			return key, nil
		}
	}
	return key, err
}

// literal returns the key for the text of a reference.
func (r *reading) literal(field, resource, text string) (Key, error) {
	if strings.HasPrefix(text, "urn:") {
		return r.urnKey(field, text)
	}
	if id, isContained := strings.CutPrefix(text, "#"); isContained {
		return r.contained(field, resource, id)
	}
	if query, isConditional := strings.CutPrefix(text, resource+"?"); isConditional {
		return r.conditional(field, query)
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

// conditional returns the key for a search by identifier, as in Patient?identifier=system|value.
func (r *reading) conditional(field, query string) (Key, error) {
	parameters, err := url.ParseQuery(query)
	given := parameters["identifier"]
	if err != nil || len(given) != 1 {
		return Key{}, issue(field, "invalid_reference", "a conditional reference must name one identifier")
	}
	system, value, _ := strings.Cut(given[0], "|")
	return r.businessKey(field, identifier{System: system, Value: value})
}

// contained returns the key of a resource inside this one, which only its identifiers tell from others.
func (r *reading) contained(field, resource, id string) (Key, error) {
	for _, raw := range r.inside {
		var found struct {
			header
			Identifier []identifier `json:"identifier"`
		}
		if err := json.Unmarshal(raw, &found); err != nil || found.ResourceType != resource || found.ID != id {
			continue
		}
		for _, i := range found.Identifier {
			if key := r.identified(i); key.valid() {
				return key, nil
			}
		}
		return Key{}, issue(field, "contained_reference", "the contained %s has no identifier, so it can't be found here", resource)
	}
	return Key{}, issue(field, "contained_reference", "there is no such contained %s", resource)
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
