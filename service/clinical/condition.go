package clinical

import (
	"context"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/medicalcondition"
	"github.com/predicthealth/predicthealth/ent/patientcondition"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/change"
	"github.com/predicthealth/predicthealth/service/page"
)

// Condition is a diagnosis of a patient (FHIR Condition). Status is a code of FHIR's condition-clinical.
type Condition struct {
	Entry
	Condition     Coding
	OnsetDate     time.Time
	AbatementDate *time.Time
	Status        string
	Severity      *string
}

// Current says whether the patient has the condition now.
func (c *Condition) Current() bool {
	return c.Status == "active" || c.Status == "recurrence" || c.Status == "relapse"
}

// ConditionFields are what is set of a Condition; a new one is active unless they say otherwise.
type ConditionFields struct {
	Condition     service.Optional[Coding]
	OnsetDate     service.Optional[time.Time]
	AbatementDate service.Optional[time.Time]
	Status        service.Optional[string]
	Severity      service.Optional[string]
	Notes         service.Optional[string]
}

func (f ConditionFields) members(before *Condition) []*change.Member {
	return change.Named(
		change.OfFunc(patientcondition.FieldConditionID, f.Condition, &before.Condition, Coding.same).As("condition"),
		change.OfFunc(patientcondition.FieldOnsetDate, f.OnsetDate, &before.OnsetDate, time.Time.Equal),
		change.OfFunc(patientcondition.FieldAbatementDate, f.AbatementDate, before.AbatementDate, time.Time.Equal),
		change.Enum[patientcondition.Status](patientcondition.FieldStatus, f.Status, &before.Status),
		change.Enum[patientcondition.Severity](patientcondition.FieldSeverity, f.Severity, before.Severity),
		change.Of(patientcondition.FieldNotes, f.Notes, before.Notes),
	)
}

func (f ConditionFields) period(before *Condition) period {
	return period{patientcondition.FieldAbatementDate, f.OnsetDate.Or(&before.OnsetDate), f.AbatementDate.Or(before.AbatementDate)}
}

func conditions(p platform) *Collection[*Condition, ConditionFields] {
	c := &Collection[*Condition, ConditionFields]{
		platform: p, name: "condition", table: patientcondition.Table, blank: func() *Condition { return &Condition{} },
		required:  map[string]string{patientcondition.FieldConditionID: "condition", patientcondition.FieldOnsetDate: "onset_date"},
		removable: []string{patientcondition.FieldAbatementDate, patientcondition.FieldSeverity, patientcondition.FieldNotes},
	}
	reading(&c.rows, p.cursors, func(client *ent.Client) *ent.PatientConditionQuery {
		q := client.PatientCondition.Query()
		q.Modify(withPatient(map[string]string{patientcondition.FieldConditionID: medicalcondition.Table}))
		return q
	}, page.Order{Columns: []string{patientcondition.FieldOnsetDate, patientcondition.FieldConditionID}, Desc: true},
		func(row *ent.PatientCondition) []any { return []any{row.OnsetDate, row.ConditionID} }, conditionFrom)
	c.insert = func(ctx context.Context, tx *ent.Client, id, patientID uuid.UUID, members []*change.Member) error {
		return insert(ctx, tx.PatientCondition.Create().SetID(id).SetPatientID(patientID), members)
	}
	c.update = func(ctx context.Context, tx *ent.Client, at where, members []*change.Member) (int, error) {
		return update(ctx, tx.PatientCondition.Update().Where(at), members)
	}
	c.remove = func(ctx context.Context, tx *ent.Client, at where) (int, error) {
		return tx.PatientCondition.Delete().Where(at).Exec(ctx)
	}
	return c
}

func conditionFrom(row *ent.PatientCondition) (*Condition, error) {
	j := joined{row: row}
	c := &Condition{
		Entry: Entry{
			ID: row.ID, PatientID: row.PatientID, Notes: row.Notes, CreatedAt: row.CreatedAt, UpdatedAt: row.UpdatedAt, Version: row.Version,
		},
		Condition: j.coding(patientcondition.FieldConditionID),
		OnsetDate: row.OnsetDate, AbatementDate: row.AbatementDate, Status: string(row.Status), Severity: (*string)(row.Severity),
	}
	j.patient(&c.Entry)
	return c, j.err
}
