// Package fhir reads FHIR R4 resources from NDJSON files (as in a Bulk Data export) and turns each into the record that
// the platform stores: checked, trimmed, and in the platform's units and codes. It knows no database.
package fhir

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/predicthealth/predicthealth/internal/characters"
)

// types are the resource types that the import reads; a type comes before the types that refer to it.
var types = []struct {
	name string
	new  func() normalizer
}{
	{"Organization", func() normalizer { return &organization{} }},
	{"Practitioner", func() normalizer { return &practitioner{} }},
	{"PractitionerRole", func() normalizer { return &practitionerRole{} }},
	{"Patient", func() normalizer { return &patient{} }},
	{"Observation", func() normalizer { return &observation{} }},
	{"Medication", func() normalizer { return &drug{} }},
	{"Condition", func() normalizer { return &condition{} }},
	{"MedicationRequest", func() normalizer { return &medicationRequest{} }},
	{"MedicationStatement", func() normalizer { return &medicationStatement{} }},
	{"AllergyIntolerance", func() normalizer { return &allergyIntolerance{} }},
	{"FamilyMemberHistory", func() normalizer { return &familyMemberHistory{} }},
}

// Resources are the names of the resource types that the import reads, in an order in which none refers to a later one.
var Resources = names()

func names() []string {
	var names []string
	for _, t := range types {
		names = append(names, t.name)
	}
	return names
}

// Record is a resource in the form that the platform stores. Data marshals to the JSON object that the import's SQL reads.
type Record struct {
	Resource string
	ID       string
	Data     any
	Warnings []Issue // parts that were left out, or kept as they came

	meta   meta
	source map[string]any // elements as they came
}

// meta tells which of two versions of a resource is the newer one.
type meta struct {
	LastUpdated string `json:"lastUpdated,omitempty"` // an instant in UTC
	VersionID   string `json:"versionId,omitempty"`
}

// Issue says why a resource, or a part of it, is not stored. It never contains the value: values are medical data.
type Issue struct {
	Field   string // the FHIR element, "" for the whole resource
	Code    string // stable, snake case
	Message string
	// Benign marks what an export may well contain but the platform doesn't store, such as observations of
	// other kinds: the data is not at fault.
	Benign bool
}

func (i *Issue) Error() string {
	if i.Field == "" {
		return i.Code + ": " + i.Message
	}
	return i.Field + ": " + i.Code + ": " + i.Message
}

func issue(field, code, format string, args ...any) *Issue {
	return &Issue{Field: field, Code: code, Message: fmt.Sprintf(format, args...)}
}

func benign(field, code, message string) *Issue {
	return &Issue{Field: field, Code: code, Message: message, Benign: true}
}

// Decoder decodes resources. The zero value works for exports whose ids are UUIDs and whose addresses name their country by
// its two-letter code.
type Decoder struct {
	// Source is the base URL of the server that made the export. Ids that aren't UUIDs are unique only on that server.
	Source string
	// Country is the ISO 3166-1 alpha-2 code for addresses and phone numbers without a country.
	Country string
	// Namespace is put before the system of each identifier, so that the identifiers of one source mean nothing to other
	// sources. It is empty for a source that speaks for the whole platform.
	Namespace string
	// ConditionGroup returns the group that statistics count a condition in, by its code; empty for none. It may be nil.
	ConditionGroup func(system, code string) string
	// Countries finds alpha-2 codes of countries, and Regions ISO 3166-2 codes of regions in a country, by codes and names. Without
	// them, texts of two letters are codes of countries, and each text is a region.
	Countries, Regions Places
}

// normalizer is a FHIR resource that can be turned into a record's data.
type normalizer interface {
	normalize(*reading) (any, error)
}

// reading is the state while a resource is read: the decoder's settings, and the parts left out.
type reading struct {
	*Decoder
	resource string
	id       string
	urn      string            // what references in its Bundle call it, if that is a URN
	inside   []json.RawMessage // the resources that it contains
	warnings []Issue

	entry  json.RawMessage            // the resource
	raw    map[string]json.RawMessage // its elements, once one is asked for: most observations are not used
	source map[string]any             // those to keep as they came
	failed error                      // why one of them can't be kept
}

// reading begins to read a resource. In a Bundle, the address says which server it comes from, or gives it a name.
func (d *Decoder) reading(resource, id, fullURL string) *reading {
	r := &reading{Decoder: d, resource: resource, id: id}
	if strings.HasPrefix(fullURL, "urn:") {
		r.urn = fullURL
		return r
	}
	if server, known := strings.CutSuffix(fullURL, "/"+resource+"/"+id); known && id != "" {
		there := *d
		there.Source = server
		r.Decoder = &there
	}
	return r
}

func (r *reading) warn(i *Issue) { r.warnings = append(r.warnings, *i) }

// header is what every resource starts with.
type header struct {
	ResourceType string            `json:"resourceType"`
	ID           string            `json:"id"`
	Meta         meta              `json:"meta"`
	Contained    []json.RawMessage `json:"contained"`
}

// resourceName matches names of FHIR resource types.
var resourceName = regexp.MustCompile(`^[A-Z][A-Za-z]{1,63}$`)

// ErrBundle is returned for a resource that holds others: a [Document] reads them.
var ErrBundle = errors.New("a Bundle is not a record")

// Decode decodes a resource that should have this type, or any type if resource is empty. The error is [ErrBundle] or an
// *[Issue] that says why there is no record. Even with an error, the record has its ID if the entry has one, and its
// Resource if that is the name of a type.
func (d *Decoder) Decode(resource string, entry Entry) (Record, error) {
	record := Record{Resource: resource, ID: entry.FullURL}
	if !utf8.Valid(entry.Resource) {
		return record, issue("", "invalid_utf8", "the text is not UTF-8")
	}
	var head header
	if err := json.Unmarshal(entry.Resource, &head); err != nil {
		return record, jsonIssue(err)
	}
	record.ID = cmp.Or(head.ID, entry.FullURL)
	switch {
	case head.ResourceType == Bundle:
		return record, ErrBundle
	case resource != "" && head.ResourceType != resource:
		return record, issue("resourceType", "other_resource", "the file's name says %s", resource)
	case !resourceName.MatchString(head.ResourceType):
		return record, issue("resourceType", "unknown_resource", "must be one of %s", strings.Join(Resources, ", "))
	}
	record.Resource = head.ResourceType
	target := newResource(head.ResourceType)
	if target == nil {
		return record, benign("resourceType", "not_used", "the platform doesn't store resources of this type")
	}
	r := d.reading(record.Resource, head.ID, entry.FullURL)
	r.inside = head.Contained
	r.entry = entry.Resource
	if err := json.Unmarshal(entry.Resource, target); err != nil {
		return record, jsonIssue(err)
	}
	data, err := target.normalize(r)
	if err == nil {
		err = errors.Join(r.refused(entry.Resource), r.keepElements())
	}
	record.Data, record.Warnings, record.source, record.meta = data, r.warnings, r.source, head.Meta.normal()
	return record, err
}

// normal returns what can be compared.
func (m meta) normal() meta {
	at, err := instant(m.LastUpdated)
	if m.LastUpdated = at.UTC().Format(time.RFC3339Nano); err != nil {
		m.LastUpdated = ""
	}
	return m
}

func newResource(resource string) normalizer {
	for _, t := range types {
		if t.name == resource {
			return t.new()
		}
	}
	return nil
}

// Encode returns the record's data as JSON that PostgreSQL's jsonb accepts, or an *[Issue].
func (r Record) Encode() (string, error) {
	encoded, err := json.Marshal(r.Data)
	if err != nil {
		return "", fmt.Errorf("encode a %s: %w", r.Resource, err)
	}
	more, err := json.Marshal(struct {
		Meta   meta           `json:"meta"`
		Source map[string]any `json:"source_elements,omitempty"`
	}{r.meta, r.source})
	if err != nil {
		return "", fmt.Errorf("encode a %s: %w", r.Resource, err)
	}
	encoded = append(append(encoded[:len(encoded)-1], ','), more[1:]...) // two objects as one
	if characters.HasNUL(encoded) {
		return "", issue("", "invalid_text", "a text contains the character U+0000")
	}
	return string(encoded), nil
}

// ResourceOf returns the type of the resources in a file, judged by its name, such as Patient.ndjson,
// Patient.000.ndjson.gz or 1.Patient.ndjson. It returns "" if the name doesn't say.
func ResourceOf(name string) string {
	words := strings.FieldsFunc(name, func(c rune) bool {
		return (c < 'a' || c > 'z') && (c < 'A' || c > 'Z')
	})
	for _, word := range words {
		for _, resource := range Resources {
			if strings.EqualFold(word, resource) {
				return resource
			}
		}
	}
	return ""
}

func jsonIssue(err error) *Issue {
	var mismatch *json.UnmarshalTypeError
	if errors.As(err, &mismatch) {
		return issue(mismatch.Field, "invalid_field", "a JSON %s where FHIR has another type", mismatch.Value)
	}
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return issue("", "invalid_json", "the line is not a JSON object: %s", syntax)
	}
	return issue("", "invalid_json", "a number is not as JSON writes it") // the error would tell the value
}
