// Package patientrecords has the operations that read several parts of a patient's record at once.
package patientrecords

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/api/related"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/clinical"
	"github.com/predicthealth/predicthealth/service/contact"
	"github.com/predicthealth/predicthealth/service/patient"
	"github.com/predicthealth/predicthealth/service/record"
)

// Services are what the operations read from.
type Services struct {
	Records  *record.Service
	Patients *patient.Service
	Clinical *clinical.Service
	Contacts *contact.Service
	Related  *related.Records
	Trail    *audit.Trail
}

type handlers struct{ Services }

// Register registers the operations on api.
func Register(api *endpoint.API, services Services) {
	h := handlers{services}
	h.registerGet(api)
	h.registerDashboard(api)
	h.registerMedicalRecord(api)
	h.registerCareTeam(api)
	h.registerProfile(api)
	h.registerExport(api)
}

// PatientInput is the patient in an operation's path.
type PatientInput struct {
	ID string `path:"id" maxLength:"36" example:"me"`
}

// patient parses the id of the patient; an id that isn't a UUID belongs to nobody.
func (h handlers) patient(ctx context.Context, in *PatientInput) (uuid.UUID, error) {
	return endpoint.IDOrMe(ctx, in.ID, h.Patients.Me)
}

// operation completes the description of a read operation.
func operation(op huma.Operation) huma.Operation {
	op.Method = http.MethodGet
	op.Path = "/api/v1/patients/{id}" + op.Path
	op.Tags = []string{"patients"}
	op.Errors = []int{http.StatusForbidden, http.StatusNotFound}
	return op
}

// each converts items.
func each[S, T any](items []S, convert func(S) T) []T {
	converted := make([]T, len(items))
	for i, item := range items {
		converted[i] = convert(item)
	}
	return converted
}
