// Package resource knows what the members of a resource are from the one place that says so: the fields of its Go type.
// Bodies, checks, changes, look-ups of codes and the way to the database and back all follow from them.
//
//	// Condition is a diagnosis of a patient (FHIR Condition).
//	type Condition struct {
//		Entry                                               // id, patient_id, notes, created_at, updated_at, version
//		Condition resource.Coding          `json:"condition" set:"create" catalog:"medical_conditions"`
//		OnsetDate resource.Date            `json:"onset_date" set:"create,update" example:"2024-03-01"`
//		Status    valueset.ConditionStatus `json:"status" set:"create,update" default:"active"`
//		Severity  *valueset.Severity       `json:"severity" set:"create,update"`
//	}
//
// A pointer may be empty, and so be removed. The tags:
//
//   - json is the member's name; "-" tells nobody of the field. One of the two is required.
//   - set says which operations callers set it by: create, update, both; without the tag, none.
//   - default is what a new resource has unless it is given; what has none and is no pointer is required.
//   - catalog is the table whose entry the value names: by its code, or as a Coding in a published code system.
//   - column is where it is stored, "-" for nowhere; without the tag, where its name says, of a catalog's entry name_id.
//   - blank:"false" refuses text of white space; doc, example, format, enum, minLength, maxLength, minimum, maximum and pattern
//     are huma's, which documents and checks requests. Enumerations (package valueset) and days need none of them.
//
// Values are what a request sets. An Edit has the resource before and after them: rules are plain Go on both. A Table reads
// rows of an ent entity as resources, and writes what an Edit has changed. In the API, package body has the bodies.
package resource
