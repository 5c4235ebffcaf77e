// Package record reads several parts of a patient's record at once. It has no access rules of its own: each service that
// it calls has them.
package record

import (
	"context"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/clinical"
	"github.com/predicthealth/predicthealth/service/contact"
	"github.com/predicthealth/predicthealth/service/doctor"
	"github.com/predicthealth/predicthealth/service/institution"
	"github.com/predicthealth/predicthealth/service/patient"
)

// Options are the options of New.
type Options struct {
	Store        *service.Store
	Patients     *patient.Service
	Clinical     *clinical.Service
	Contacts     *contact.Service
	Doctors      *doctor.Service
	Institutions *institution.Service
	Reader       *audit.Reader
	Trail        *audit.Trail
}

// Service reads patients' records. It is safe for concurrent use.
type Service struct{ options Options }

// New returns a Service with these options.
func New(o Options) *Service { return &Service{o} }

// note records that part of a patient's record was read.
func (s *Service) note(ctx context.Context, action string, patientID uuid.UUID) error {
	return s.options.Trail.Note(ctx, audit.Event{
		Action: action, EntityType: "patient", EntityID: patientID.String(), PatientID: patientID, ResultCount: 1,
	})
}
