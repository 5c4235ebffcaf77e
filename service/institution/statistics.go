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

// Statistics are an institution in numbers: active and living patients, active doctors.
type Statistics struct {
	InstitutionID uuid.UUID
	Patients      int
	Doctors       int
	// AverageConsultationFee is nil when no doctor has one.
	AverageConsultationFee *decimal.Decimal
	// MostCommonSpecialty is the name of that of most doctors; nil without doctors.
	MostCommonSpecialty *string
	// PatientsPerDoctor is nil without doctors.
	PatientsPerDoctor *decimal.Decimal
	// ValidatedPercentage is of the patients, 0 to 100.
	ValidatedPercentage decimal.Decimal
	// ConditionMix is what the patients have now, most common first; nil for who sees no clinical data.
	ConditionMix []ConditionShare
}

// ConditionShare says how many patients have a condition now; who has several is in each.
type ConditionShare struct {
	CodeSystem string `json:"code_system"`
	Code       string `json:"code"`
	Name       string `json:"name"`
	Patients   int    `json:"patients"`
	// Percentage is of the institution's patients, 0 to 100.
	Percentage float64 `json:"percentage"`
}

// Statistics counts what an institution has. Institutions may call it for themselves (insurers learn nothing of
// conditions), staff with institutions:read and analytics:read for all (of conditions with patients:read). Who else sees the institution is Forbidden, others
// get the error of a missing record.
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
	if !access.ClinicalFigures(v) {
		counted.ConditionMix = nil
	}
	return counted, s.Trail.Note(ctx, audit.Event{Action: "institution.statistics", EntityType: "institution", EntityID: id.String()})
}

// count asks for an institution's numbers; own is the institution which asks, for the query.
func (s *Service) count(ctx context.Context, id uuid.UUID, own uuid.NullUUID) (*Statistics, error) {
	rows, err := s.Store.Client(ctx).QueryContext(ctx, statisticsQuery, id, own, own.Valid)
	if err != nil {
		return nil, fmt.Errorf("counting what an institution has: %w", err)
	}
	defer func() { _ = rows.Close() }() // rows.Err tells what failed
	if !rows.Next() {
		if err := rows.Err(); err != nil {
			return nil, fmt.Errorf("counting what an institution has: %w", err)
		}
		return nil, service.Missing() // gone meanwhile
	}
	n := &Statistics{InstitutionID: id}
	var mix []byte
	if err := rows.Scan(&n.Patients, &n.Doctors, &n.AverageConsultationFee, &n.MostCommonSpecialty, &n.PatientsPerDoctor,
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
