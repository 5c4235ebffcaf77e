package apitest

import (
	"maps"
	"testing"

	"github.com/predicthealth/predicthealth/internal/fixture"
)

// entries are the operations on the entries of patients' records, made anew for each request.
func entries() map[string]Operation {
	all := map[string]Operation{}
	for _, kind := range fixture.EntryKinds {
		entry := func(t testing.TB, a Ask) string {
			row, _ := kind.Row(t, a.App.Env.DB, a.Patient)
			row["notes"] = Notes
			return fixture.Insert(t, a.App.Env.DB, kind.Table, row).String()
		}
		body := func(t testing.TB, a Ask) any {
			body := kind.Body(t, a.App.Env.DB)
			body["notes"] = Notes
			return body
		}
		owner, path := values{"id": patient}, values{"id": patient, "entry_id": entry}
		maps.Copy(all, map[string]Operation{
			"list-patient-" + kind.Many:  {Path: owner, Shows: entry},
			"get-patient-" + kind.One:    {Path: path},
			"create-patient-" + kind.One: {Path: owner, Body: body},
			"create-patient-" + kind.One + "-batch": {Path: owner, Body: func(t testing.TB, a Ask) any {
				return object{"items": []any{body(t, a), body(t, a)}}
			}},
			"update-patient-" + kind.One: {Path: path, Header: anyVersion, Body: object{"notes": Notes}.body},
			"delete-patient-" + kind.One: {Path: path, Header: anyVersion},
		})
	}
	return all
}
