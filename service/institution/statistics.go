package institution

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/google/uuid"
	"github.com/shopspring/decimal"

	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/access"
	"github.com/predicthealth/predicthealth/service/audit"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

var statisticsQuery = sqlfiles.Query("institution_statistics")

// Statistics are an institution's key figures: active, living patients and active doctors.
type Statistics struct {
	InstitutionID uuid.UUID
	PatientCount  int
	DoctorCount   int
	// AverageConsultationFee is nil when no doctor has a fee.
	AverageConsultationFee *decimal.Decimal
	// MostCommonSpecialtyName is the name of the specialty that most doctors have; nil when there are no doctors.
	MostCommonSpecialtyName *string
	// PatientsPerDoctor is nil when there are no doctors.
	PatientsPerDoctor *float64
	// ValidatedPercentage is the percentage of the patients, 0 to 100.
	ValidatedPercentage float64
	// ConditionMix holds the patients' current conditions, most common first; nil for viewers who see no clinical data.
	ConditionMix []ConditionShare
}

// ConditionShare is the number of patients who have a condition now. A patient with several conditions counts in each.
type ConditionShare struct {
	CodeSystem   string  `json:"code_system" example:"http://hl7.org/fhir/sid/icd-10-cm" doc:"The URI of the code system, as in FHIR."`
	Code         string  `json:"code" example:"I10"`
	Name         string  `json:"name" example:"Essential (primary) hypertension"`
	PatientCount int     `json:"patient_count"`
	Percentage   float64 `json:"percentage" doc:"The percentage of the institution's patients, 0 to 100."`
}

// Statistics returns an institution's statistics. It is for institutions about themselves (conditions are hidden from
// insurers), and for staff with institutions:read and analytics:read about all institutions (without patients:read they get no
// conditions, and rounded figures). It fails with Forbidden for other viewers who see the institution, and for viewers who
// don't as for a missing record.
func (s *Service) Statistics(ctx context.Context, id uuid.UUID) (*Statistics, error) {
	if _, err := s.Get(ctx, id); err != nil {
		return nil, err
	}
	v, err := service.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	own := uuid.NullUUID{UUID: v.SubjectID, Valid: v.Kind == viewer.Institution}
	if !own.Valid {
		if err := service.Require(ctx, "analytics:read"); err != nil {
			return nil, err
		}
	}
	counted, err := s.count(ctx, id, own)
	if err != nil {
		return nil, err
	}
	values, err := s.options.Settings.Read(ctx)
	if err != nil {
		return nil, err
	}
	counted.hide(v, access.GroupFor(v, values))
	return counted, s.options.Trail.Note(ctx, audit.Event{Action: "institution.statistics", EntityType: "institution", EntityID: id.String()})
}

// hide leaves out what the viewer may not know, and rounds the rest to groups of patients.
func (n *Statistics) hide(v viewer.Viewer, group access.Group) {
	if !access.ClinicalFigures(v) {
		n.ConditionMix = nil
	}
	n.PatientsPerDoctor = group.Each(n.PatientsPerDoctor, n.PatientCount, n.DoctorCount)
	n.ValidatedPercentage = group.Part(n.ValidatedPercentage, n.PatientCount)
	n.PatientCount = group.Count(n.PatientCount)
}

// count reads an institution's figures; own is the institution that is signed in, for the query.
func (s *Service) count(ctx context.Context, id uuid.UUID, own uuid.NullUUID) (*Statistics, error) {
	rows, err := s.options.Store.Client(ctx).QueryContext(ctx, statisticsQuery, id, own, own.Valid)
	if err != nil {
		return nil, fmt.Errorf("counting what an institution has: %w", err)
	}
	defer func() { _ = rows.Close() }() // rows.Err tells what failed
	if !rows.Next() {
		if err := rows.Err(); err != nil {
			return nil, fmt.Errorf("counting what an institution has: %w", err)
		}
		return nil, service.Missing() // deleted in the meantime
	}
	n := &Statistics{InstitutionID: id}
	var mix []byte
	if err := rows.Scan(&n.PatientCount, &n.DoctorCount, &n.AverageConsultationFee, &n.MostCommonSpecialtyName, &n.PatientsPerDoctor,
		&n.ValidatedPercentage, &mix); err != nil {
		return nil, fmt.Errorf("counting what an institution has: %w", err)
	}
	if mix != nil {
		if err := json.Unmarshal(mix, &n.ConditionMix); err != nil {
			return nil, fmt.Errorf("counting what an institution has: %w", err)
		}
	}
	return n, rows.Err()
}
