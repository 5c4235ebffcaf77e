package doctors

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service/doctor"
)

type dashboardOutput struct {
	Cache string `header:"X-Cache" enum:"hit,miss" doc:"Whether the numbers came from the cache, which every change drops."`
	Body  doctorDashboardBody
}

type doctorDashboardBody struct {
	PatientCount       int                    `json:"patient_count" doc:"Active, living patients."`
	ByValidationStatus validationCountsBody   `json:"by_validation_status" doc:"The number of these patients by validation status."`
	ConditionGroups    []conditionGroupBody   `json:"condition_groups" nullable:"false" doc:"The groups of these patients' current conditions, most common first. A patient with conditions in several groups counts in each."`
	NewestPatients     []dashboardPatientBody `json:"newest_patients" nullable:"false" doc:"The five active patients who were created last, newest first."`
}

type validationCountsBody struct {
	Pending              int `json:"pending"`
	DoctorValidated      int `json:"doctor_validated"`
	InstitutionValidated int `json:"institution_validated"`
	FullAccess           int `json:"full_access"`
	Rejected             int `json:"rejected"`
}

type conditionGroupBody struct {
	ConditionGroup string `json:"condition_group" example:"diabetes" doc:"The code of the group."`
	PatientCount   int    `json:"patient_count"`
}

type dashboardPatientBody struct {
	ID               uuid.UUID                 `json:"id" format:"uuid"`
	FirstName        string                    `json:"first_name"`
	LastName         string                    `json:"last_name"`
	ValidationStatus valueset.ValidationStatus `json:"validation_status"`
	CreatedAt        time.Time                 `json:"created_at"`
}

func (h handlers) registerDashboard(api *endpoint.API) {
	endpoint.Read(api, huma.Operation{
		OperationID: "get-doctor-dashboard",
		Method:      http.MethodGet,
		Path:        path + "/me/dashboard",
		Summary:     "Read a doctor's dashboard",
		Description: "An overview of the practice, for the doctor who is signed in. The numbers may come from a cache that every change drops; patients never do.",
		Tags:        tags,
		Errors:      []int{http.StatusNotFound},
	}, h.dashboard)
}

func (h handlers) dashboard(ctx context.Context, _ *struct{}) (*dashboardOutput, error) {
	d, err := h.doctors.Dashboard(ctx)
	if err != nil {
		return nil, err
	}
	out := &dashboardOutput{Cache: "miss", Body: toDashboardBody(d)}
	if d.Hit {
		out.Cache = "hit"
	}
	return out, nil
}

func toDashboardBody(d *doctor.Dashboard) doctorDashboardBody {
	n := d.ByValidationStatus
	body := doctorDashboardBody{
		PatientCount: d.PatientCount,
		ByValidationStatus: validationCountsBody{
			n["pending"], n["doctor_validated"], n["institution_validated"], n["full_access"], n["rejected"],
		},
		ConditionGroups: make([]conditionGroupBody, len(d.ConditionGroups)),
		NewestPatients:  make([]dashboardPatientBody, len(d.Newest)),
	}
	for i, g := range d.ConditionGroups {
		body.ConditionGroups[i] = conditionGroupBody(g)
	}
	for i, p := range d.Newest {
		body.NewestPatients[i] = dashboardPatientBody{p.ID, p.FirstName, p.LastName, p.ValidationStatus, p.CreatedAt.UTC()}
	}
	return body
}
