// Package resource derives everything about the members of a resource from one place: the fields of its Go type. Request
// bodies, checks, changes, look-ups of codes and the conversion to and from database rows all follow from them.
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
// A member whose type is a pointer may be empty, and can be removed. The tags:
//
//   - json is the member's name; "-" hides the field. One of the two is required.
//   - set says in which operations callers may set it: create, update or both; without the tag, in none.
//   - default is the value in a new resource when the caller sends none. A member with neither a default nor a pointer is
//     required.
//   - catalog is the table of the entry that the value names: by its code, or as a Coding in a published code system.
//     ",permanent" after it says that entries are never retired.
//   - column is the column that stores it, "-" for none. Without the tag it is the member's name; for a catalog entry, name_id.
//   - right names the right that viewers must have to change the member; Edit.Permit checks it.
//   - null is what null means in a change, for a member that can't be removed; scale is the number of decimals.
//   - blank:"false" refuses text that is only white space; text:"name" refuses what no person's name has (package characters).
//   - doc, example, format, enum, minLength, maxLength, minimum, maximum
//     and pattern are huma's, which documents and checks requests. Enumerations (package valueset) and days need none of them.
//
// A member that is a struct with members of its own is an object: its columns are name_member, and it is removed when no
// member is left. The members of an object have its right.
//
// Values holds what a request sets. An Edit holds the resource before and after that: rules are plain Go on both. A Table reads
// rows of an ent entity as resources, and writes what an Edit has changed. In the API, package body has the request bodies.
package resource
