package clinical

import (
	"context"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/allergicreaction"
	"github.com/predicthealth/predicthealth/ent/allergy"
	"github.com/predicthealth/predicthealth/ent/patientallergy"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/change"
	"github.com/predicthealth/predicthealth/service/page"
)

// Allergy is an allergy or intolerance of a patient (FHIR AllergyIntolerance). Status is a code of FHIR's
// allergyintolerance-clinical.
type Allergy struct {
	Entry
	Allergy      Coding
	Reaction     *Coding
	RecordedDate time.Time
	Status       string
	Severity     *string
}

// AllergyFields are what is set of an Allergy; a new one is active unless they say otherwise.
type AllergyFields struct {
	Allergy      service.Optional[Coding]
	Reaction     service.Optional[Coding]
	RecordedDate service.Optional[time.Time]
	Status       service.Optional[string]
	Severity     service.Optional[string]
	Notes        service.Optional[string]
}

func (f AllergyFields) members(before *Allergy) []*change.Member {
	return change.Named(
		change.OfFunc(patientallergy.FieldAllergyID, f.Allergy, &before.Allergy, Coding.same).As("allergy"),
		change.OfFunc(patientallergy.FieldRecordedDate, f.RecordedDate, &before.RecordedDate, time.Time.Equal),
		change.OfFunc(patientallergy.FieldReactionID, f.Reaction, before.Reaction, Coding.same).As("reaction"),
		change.Enum[patientallergy.Status](patientallergy.FieldStatus, f.Status, &before.Status),
		change.Enum[patientallergy.Severity](patientallergy.FieldSeverity, f.Severity, before.Severity),
		change.Of(patientallergy.FieldNotes, f.Notes, before.Notes),
	)
}

func (AllergyFields) period(*Allergy) period { return period{} }

func allergies(p platform) *Collection[*Allergy, AllergyFields] {
	c := &Collection[*Allergy, AllergyFields]{
		platform: p, name: "allergy", table: patientallergy.Table, blank: func() *Allergy { return &Allergy{} },
		required:  map[string]string{patientallergy.FieldAllergyID: "allergy", patientallergy.FieldRecordedDate: "recorded_date"},
		removable: []string{patientallergy.FieldReactionID, patientallergy.FieldSeverity, patientallergy.FieldNotes},
	}
	reading(&c.rows, p.cursors, func(client *ent.Client) *ent.PatientAllergyQuery {
		q := client.PatientAllergy.Query()
		q.Modify(withPatient(map[string]string{
			patientallergy.FieldAllergyID: allergy.Table, patientallergy.FieldReactionID: allergicreaction.Table,
		}))
		return q
	}, page.Order{Columns: []string{patientallergy.FieldRecordedDate, patientallergy.FieldAllergyID}, Desc: true},
		func(row *ent.PatientAllergy) []any { return []any{row.RecordedDate, row.AllergyID} }, allergyFrom)
	c.insert = func(ctx context.Context, tx *ent.Client, id, patientID uuid.UUID, members []*change.Member) error {
		return insert(ctx, tx.PatientAllergy.Create().SetID(id).SetPatientID(patientID), members)
	}
	c.update = func(ctx context.Context, tx *ent.Client, at where, members []*change.Member) (int, error) {
		return update(ctx, tx.PatientAllergy.Update().Where(at), members)
	}
	c.remove = func(ctx context.Context, tx *ent.Client, at where) (int, error) {
		return tx.PatientAllergy.Delete().Where(at).Exec(ctx)
	}
	return c
}

func allergyFrom(row *ent.PatientAllergy) (*Allergy, error) {
	j := joined{row: row}
	c := &Allergy{
		Entry: Entry{
			ID: row.ID, PatientID: row.PatientID, Notes: row.Notes, CreatedAt: row.CreatedAt, UpdatedAt: row.UpdatedAt, Version: row.Version,
		},
		Allergy:      j.coding(patientallergy.FieldAllergyID),
		RecordedDate: row.RecordedDate, Status: string(row.Status), Severity: (*string)(row.Severity),
	}
	if row.ReactionID != nil {
		reaction := j.coding(patientallergy.FieldReactionID)
		c.Reaction = &reaction
	}
	j.patient(&c.Entry)
	return c, j.err
}
