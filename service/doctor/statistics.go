package doctor

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/google/uuid"
	"github.com/shopspring/decimal"

	"github.com/predicthealth/predicthealth/ent/doctor"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/access"
	"github.com/predicthealth/predicthealth/service/audit"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

var statisticsQuery = sqlfiles.Query("doctor_statistics")

// Statistics are a doctor's active and living patients in numbers.
type Statistics struct {
	DoctorID uuid.UUID
	Patients int
	// AverageAge is in years, nil without patients.
	AverageAge *decimal.Decimal
	// FullAccessPercentage is of the patients, 0 to 100.
	FullAccessPercentage decimal.Decimal
	// TopConditions are the five that most have now, most common first; nil for who sees no clinical data.
	TopConditions []ConditionCount
}

// ConditionCount says how many patients have a condition now.
type ConditionCount struct {
	CodeSystem string `json:"code_system"`
	Code       string `json:"code"`
	Name       string `json:"name"`
	Patients   int    `json:"patients"`
}

// Statistics counts a doctor's patients. Doctors who practise may call it for themselves, institutions for their doctors
// (insurers learn nothing of conditions), staff with doctors:read and analytics:read for all (of conditions with
// patients:read). Who else sees the doctor is
// Forbidden, others get the error of a missing record.
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
	if !access.ClinicalFigures(v) {
		counted.TopConditions = nil
	}
	return counted, s.Trail.Note(ctx, audit.Event{Action: "doctor.statistics", EntityType: "doctor", EntityID: id.String()})
}

// statisticsScope is whose doctor it must be, for the query: an institution's, or the doctor who asks; neither for staff.
func statisticsScope(ctx context.Context, d *Doctor) (institution, self uuid.NullUUID, err error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return institution, self, err
	}
	own := uuid.NullUUID{UUID: v.SubjectID, Valid: true}
	switch {
	case v.Kind == viewer.Institution:
		return own, self, nil
	case v.Kind == viewer.Doctor && v.SubjectID == d.ID && d.Status == string(doctor.StatusActive):
		return institution, own, nil
	case v.Kind == viewer.Doctor || v.Kind == viewer.Patient:
		return institution, self, service.Errorf(service.Forbidden, "Doctors who practise see their own numbers, institutions those of their doctors.")
	}
	return institution, self, service.Require(ctx, "analytics:read")
}

func (s *Service) count(ctx context.Context, id uuid.UUID, institution, self uuid.NullUUID) (*Statistics, error) {
	rows, err := s.Store.Client(ctx).QueryContext(ctx, statisticsQuery, id, institution, self, institution.Valid)
	if err != nil {
		return nil, fmt.Errorf("counting a doctor's patients: %w", err)
	}
	defer func() { _ = rows.Close() }() // rows.Err tells what failed
	if !rows.Next() {
		if err := rows.Err(); err != nil {
			return nil, fmt.Errorf("counting a doctor's patients: %w", err)
		}
		return nil, service.Missing() // gone or moved meanwhile
	}
	counted := &Statistics{DoctorID: id}
	var conditions []byte
	if err := rows.Scan(&counted.Patients, &counted.AverageAge, &counted.FullAccessPercentage, &conditions); err != nil {
		return nil, fmt.Errorf("counting a doctor's patients: %w", err)
	}
	if conditions != nil {
		if err := json.Unmarshal(conditions, &counted.TopConditions); err != nil {
			return nil, fmt.Errorf("counting a doctor's patients: %w", err)
		}
	}
	return counted, rows.Err()
}
