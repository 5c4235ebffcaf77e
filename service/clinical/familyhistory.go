package clinical

import (
	"context"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/medicalcondition"
	"github.com/predicthealth/predicthealth/ent/patientfamilyhistory"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/change"
	"github.com/predicthealth/predicthealth/service/page"
)

// Relative is a condition of a patient's relative (FHIR FamilyMemberHistory). AgeAtOnset is in years, 0 to 120.
type Relative struct {
	Entry
	Condition  Coding
	Relative   string
	AgeAtOnset *int
}

// RelativeFields are what is set of a Relative.
type RelativeFields struct {
	Condition  service.Optional[Coding]
	Relative   service.Optional[string]
	AgeAtOnset service.Optional[int]
	Notes      service.Optional[string]
}

func (f RelativeFields) members(before *Relative) []*change.Member {
	return change.Named(
		change.OfFunc(patientfamilyhistory.FieldConditionID, f.Condition, &before.Condition, Coding.same).As("condition"),
		change.Enum[patientfamilyhistory.Relative](patientfamilyhistory.FieldRelative, f.Relative, &before.Relative),
		change.Of(patientfamilyhistory.FieldAgeAtOnset, f.AgeAtOnset, before.AgeAtOnset),
		change.Of(patientfamilyhistory.FieldNotes, f.Notes, before.Notes),
	)
}

func (RelativeFields) period(*Relative) period { return period{} }

func familyHistory(p platform) *Collection[*Relative, RelativeFields] {
	c := &Collection[*Relative, RelativeFields]{
		platform: p, name: "family_history", table: patientfamilyhistory.Table, blank: func() *Relative { return &Relative{} },
		required:  map[string]string{patientfamilyhistory.FieldConditionID: "condition", patientfamilyhistory.FieldRelative: "relative"},
		removable: []string{patientfamilyhistory.FieldAgeAtOnset, patientfamilyhistory.FieldNotes},
	}
	reading(&c.rows, p.cursors, func(client *ent.Client) *ent.PatientFamilyHistoryQuery {
		q := client.PatientFamilyHistory.Query()
		q.Modify(withPatient(map[string]string{patientfamilyhistory.FieldConditionID: medicalcondition.Table}))
		return q
	}, page.Order{Columns: []string{patientfamilyhistory.FieldRelative, patientfamilyhistory.FieldConditionID}},
		func(row *ent.PatientFamilyHistory) []any { return []any{row.Relative, row.ConditionID} }, relativeFrom)
	c.insert = func(ctx context.Context, tx *ent.Client, id, patientID uuid.UUID, members []*change.Member) error {
		return insert(ctx, tx.PatientFamilyHistory.Create().SetID(id).SetPatientID(patientID), members)
	}
	c.update = func(ctx context.Context, tx *ent.Client, at where, members []*change.Member) (int, error) {
		return update(ctx, tx.PatientFamilyHistory.Update().Where(at), members)
	}
	c.remove = func(ctx context.Context, tx *ent.Client, at where) (int, error) {
		return tx.PatientFamilyHistory.Delete().Where(at).Exec(ctx)
	}
	return c
}

func relativeFrom(row *ent.PatientFamilyHistory) (*Relative, error) {
	j := joined{row: row}
	c := &Relative{
		Entry: Entry{
			ID: row.ID, PatientID: row.PatientID, Notes: row.Notes, CreatedAt: row.CreatedAt, UpdatedAt: row.UpdatedAt, Version: row.Version,
		},
		Condition: j.coding(patientfamilyhistory.FieldConditionID),
		Relative:  string(row.Relative), AgeAtOnset: row.AgeAtOnset,
	}
	j.patient(&c.Entry)
	return c, j.err
}
