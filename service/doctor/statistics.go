package doctor

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/access"
	"github.com/predicthealth/predicthealth/service/audit"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

var statisticsQuery = sqlfiles.Query("doctor_statistics")

// Statistics are counts over a doctor's active, living patients.
type Statistics struct {
	DoctorID     uuid.UUID
	PatientCount int
	// AveragePatientAge is in years; nil when there are no patients.
	AveragePatientAge *float64
	// FullAccessPercentage is the percentage of the patients, 0 to 100.
	FullAccessPercentage float64
	// TopConditions are the five that most patients have now, most common first; nil for viewers who see no clinical data.
	TopConditions []ConditionCount
}

// ConditionCount is the number of patients who have a condition now.
type ConditionCount struct {
	CodeSystem   string `json:"code_system" example:"http://hl7.org/fhir/sid/icd-10-cm" doc:"The URI of the code system, as in FHIR."`
	Code         string `json:"code" example:"I10"`
	Name         string `json:"name" example:"Essential (primary) hypertension"`
	PatientCount int    `json:"patient_count"`
}

// Statistics returns statistics of a doctor's patients. It is for active doctors about themselves, for institutions about
// their doctors (conditions are hidden from insurers), and for staff with doctors:read and analytics:read about all doctors
// (without patients:read they get no conditions, and rounded figures). It fails with Forbidden for other viewers who see the doctor, and for viewers who don't
// as for a missing record.
func (s *Service) Statistics(ctx context.Context, id uuid.UUID) (*Statistics, error) {
	d, err := s.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	institution, self, err := statisticsScope(ctx, d)
	if err != nil {
		return nil, err
	}
	counted, err := s.count(ctx, id, institution, self)
	if err != nil {
		return nil, err
	}
	v, err := service.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	values, err := s.options.Settings.Read(ctx)
	if err != nil {
		return nil, err
	}
	counted.hide(v, access.GroupFor(v, values))
	return counted, s.options.Trail.Note(ctx, audit.Event{Action: "doctor.statistics", EntityType: "doctor", EntityID: id.String()})
}

// hide leaves out what the viewer may not know, and rounds the rest to groups of patients.
func (n *Statistics) hide(v viewer.Viewer, group access.Group) {
	if !access.ClinicalFigures(v) {
		n.TopConditions = nil
	}
	n.AveragePatientAge = group.Average(n.AveragePatientAge, n.PatientCount)
	n.FullAccessPercentage = group.Part(n.FullAccessPercentage, n.PatientCount)
	n.PatientCount = group.Count(n.PatientCount)
}

// statisticsScope returns the institution or the doctor that the query is limited to; neither for staff.
func statisticsScope(ctx context.Context, d *Doctor) (institution, self uuid.NullUUID, err error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return institution, self, err
	}
	own := uuid.NullUUID{UUID: v.SubjectID, Valid: true}
	switch {
	case v.Kind == viewer.Institution:
		return own, self, nil
	case v.Kind == viewer.Doctor && v.SubjectID == d.ID && d.Status == valueset.DoctorActive:
		return institution, own, nil
	case v.Kind == viewer.Doctor || v.Kind == viewer.Patient:
		return institution, self, service.Errorf(service.Forbidden, "Only active doctors can see their own statistics, and institutions those of their doctors.")
	}
	return institution, self, service.Require(ctx, "analytics:read")
}

func (s *Service) count(ctx context.Context, id uuid.UUID, institution, self uuid.NullUUID) (*Statistics, error) {
	rows, err := s.options.Store.Client(ctx).QueryContext(ctx, statisticsQuery, id, institution, self, institution.Valid)
	if err != nil {
		return nil, fmt.Errorf("counting a doctor's patients: %w", err)
	}
	defer func() { _ = rows.Close() }() // rows.Err tells what failed
	if !rows.Next() {
		if err := rows.Err(); err != nil {
			return nil, fmt.Errorf("counting a doctor's patients: %w", err)
		}
		return nil, service.Missing() // deleted or moved in the meantime
	}
	counted := &Statistics{DoctorID: id}
	var conditions []byte
	if err := rows.Scan(&counted.PatientCount, &counted.AveragePatientAge, &counted.FullAccessPercentage, &conditions); err != nil {
		return nil, fmt.Errorf("counting a doctor's patients: %w", err)
	}
	if conditions != nil {
		if err := json.Unmarshal(conditions, &counted.TopConditions); err != nil {
			return nil, fmt.Errorf("counting a doctor's patients: %w", err)
		}
	}
	return counted, rows.Err()
}
