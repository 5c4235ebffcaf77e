package apitest

import (
	"testing"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/internal/fixture"
)

// clinical is a kind of entries of a patient's record: the table, the catalog that it names, and what else an entry has.
type clinical struct {
	table, catalog, column, field string
	more                          object
}

var (
	condition  = clinical{"patient_conditions", "medical_conditions", "condition_id", "condition", object{"onset_date": "2020-01-01"}}
	medication = clinical{"patient_medications", "medications", "medication_id", "medication", object{"start_date": "2020-01-01"}}
	allergy    = clinical{"patient_allergies", "allergies", "allergy_id", "allergy", object{"recorded_date": "2020-01-01"}}
	relative   = clinical{"patient_family_history", "medical_conditions", "condition_id", "condition", object{"relative": "mother"}}
)

// path names an entry of the Ask's patient, made anew for each request.
func (c clinical) path() values { return values{"id": patient, "entry_id": c.entry} }

func (c clinical) entry(t testing.TB, a Ask) string {
	key, _ := c.coded(t, a)
	row := fixture.Row{"patient_id": a.Patient, c.column: key, "notes": Notes}
	for column, value := range c.more {
		row[column] = value
	}
	return fixture.Insert(t, a.App.Env.DB, c.table, row).String()
}

// body is that of a new entry.
func (c clinical) body(t testing.TB, a Ask) any {
	_, code := c.coded(t, a)
	body := object{c.field: object{"code_system": "urn:test", "code": code}, "notes": Notes}
	for name, value := range c.more {
		body[name] = value
	}
	return body
}

// coded is a new entry of the catalog.
func (c clinical) coded(t testing.TB, a Ask) (key int, code string) {
	code = uuid.NewString()
	row := fixture.Row{"code_system": "urn:test", "code": code, "name": "Test"}
	if c.catalog == "allergies" {
		row["category"] = "food"
	}
	query, args := fixture.Statement(c.catalog, row)
	return fixture.Value[int](t, a.App.Env.DB, query+" RETURNING id", args...), code
}
