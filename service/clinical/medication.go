package clinical

import (
	"context"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/medication"
	"github.com/predicthealth/predicthealth/ent/patientmedication"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/change"
	"github.com/predicthealth/predicthealth/service/page"
)

// Medication is what a patient takes or took (FHIR MedicationRequest). Status is a code of FHIR's medicationrequest-status.
type Medication struct {
	Entry
	Medication Coding
	StartDate  time.Time
	EndDate    *time.Time
	Status     string
	Dosage     *string
}

// Current says whether the patient takes it now.
func (m *Medication) Current() bool { return m.Status == "active" }

// MedicationFields are what is set of a Medication; a new one is active unless they say otherwise.
type MedicationFields struct {
	Medication service.Optional[Coding]
	StartDate  service.Optional[time.Time]
	EndDate    service.Optional[time.Time]
	Status     service.Optional[string]
	Dosage     service.Optional[string]
	Notes      service.Optional[string]
}

func (f MedicationFields) members(before *Medication) []*change.Member {
	return change.Named(
		change.OfFunc(patientmedication.FieldMedicationID, f.Medication, &before.Medication, Coding.same).As("medication"),
		change.OfFunc(patientmedication.FieldStartDate, f.StartDate, &before.StartDate, time.Time.Equal),
		change.OfFunc(patientmedication.FieldEndDate, f.EndDate, before.EndDate, time.Time.Equal),
		change.Enum[patientmedication.Status](patientmedication.FieldStatus, f.Status, &before.Status),
		change.Of(patientmedication.FieldDosage, f.Dosage, before.Dosage),
		change.Of(patientmedication.FieldNotes, f.Notes, before.Notes),
	)
}

func (f MedicationFields) period(before *Medication) period {
	return period{patientmedication.FieldEndDate, f.StartDate.Or(&before.StartDate), f.EndDate.Or(before.EndDate)}
}

func medications(p platform) *Collection[*Medication, MedicationFields] {
	c := &Collection[*Medication, MedicationFields]{
		platform: p, name: "medication", table: patientmedication.Table, blank: func() *Medication { return &Medication{} },
		required:  map[string]string{patientmedication.FieldMedicationID: "medication", patientmedication.FieldStartDate: "start_date"},
		removable: []string{patientmedication.FieldEndDate, patientmedication.FieldDosage, patientmedication.FieldNotes},
	}
	reading(&c.rows, p.cursors, func(client *ent.Client) *ent.PatientMedicationQuery {
		q := client.PatientMedication.Query()
		q.Modify(withPatient(map[string]string{patientmedication.FieldMedicationID: medication.Table}))
		return q
	}, page.Order{Columns: []string{patientmedication.FieldStartDate, patientmedication.FieldMedicationID}, Desc: true},
		func(row *ent.PatientMedication) []any { return []any{row.StartDate, row.MedicationID} }, medicationFrom)
	c.insert = func(ctx context.Context, tx *ent.Client, id, patientID uuid.UUID, members []*change.Member) error {
		return insert(ctx, tx.PatientMedication.Create().SetID(id).SetPatientID(patientID), members)
	}
	c.update = func(ctx context.Context, tx *ent.Client, at where, members []*change.Member) (int, error) {
		return update(ctx, tx.PatientMedication.Update().Where(at), members)
	}
	c.remove = func(ctx context.Context, tx *ent.Client, at where) (int, error) {
		return tx.PatientMedication.Delete().Where(at).Exec(ctx)
	}
	return c
}

func medicationFrom(row *ent.PatientMedication) (*Medication, error) {
	j := joined{row: row}
	c := &Medication{
		Entry: Entry{
			ID: row.ID, PatientID: row.PatientID, Notes: row.Notes, CreatedAt: row.CreatedAt, UpdatedAt: row.UpdatedAt, Version: row.Version,
		},
		Medication: j.coding(patientmedication.FieldMedicationID),
		StartDate:  row.StartDate, EndDate: row.EndDate, Status: string(row.Status), Dosage: row.Dosage,
	}
	j.patient(&c.Entry)
	return c, j.err
}
