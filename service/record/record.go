// Package record puts a patient's record together: what is read of several of its parts at once. It has no rules of its own
// about who may see which part: each service that it asks has them.
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

// Options of New.
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

// Service is safe for concurrent use.
type Service struct{ Options }

// New returns a Service.
func New(o Options) *Service { return &Service{o} }

// note notes that something of a patient's record was read.
func (s *Service) note(ctx context.Context, action string, patientID uuid.UUID) error {
	return s.Trail.Note(ctx, audit.Event{
		Action: action, EntityType: "patient", EntityID: patientID.String(), PatientID: patientID, ResultCount: 1,
	})
}
