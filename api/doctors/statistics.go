package doctors

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/doctor"
)

type statisticsOutput struct {
	Body doctorStatisticsBody
}

type doctorStatisticsBody struct {
	DoctorID             uuid.UUID               `json:"doctor_id" format:"uuid"`
	PatientCount         int                     `json:"patient_count" doc:"Active, living patients."`
	AveragePatientAge    *float64                `json:"average_patient_age" example:"46.25" doc:"In years; null when there are no patients."`
	FullAccessPercentage float64                 `json:"full_access_percentage" example:"12.5" doc:"The percentage of the patients, 0 to 100; 0 when there are none."`
	TopConditions        []doctor.ConditionCount `json:"top_conditions" nullable:"true" doc:"The five conditions that most of the patients have now, most common first. null for insurers and for staff without the permission patients:read, who see no clinical data."`
}

func (h handlers) registerStatistics(api *endpoint.API) {
	endpoint.Read(api, huma.Operation{
		OperationID: "get-doctor-statistics",
		Method:      http.MethodGet,
		Path:        path + "/{id}/statistics",
		Summary:     "Read statistics of a doctor's patients",
		Description: "For the doctor if active, the institution, and staff with the permissions doctors:read and analytics:read. Staff without patients:read get figures about patients rounded.",
		Tags:        tags,
		Errors:      []int{http.StatusForbidden, http.StatusNotFound},
	}, h.statistics)
}

func (h handlers) statistics(ctx context.Context, in *PathInput) (*statisticsOutput, error) {
	id, err := h.id(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	counted, err := h.doctors.Statistics(ctx, id)
	if err != nil {
		return nil, err
	}
	body := doctorStatisticsBody{
		DoctorID: counted.DoctorID, PatientCount: counted.PatientCount, AveragePatientAge: counted.AveragePatientAge,
		FullAccessPercentage: counted.FullAccessPercentage, TopConditions: counted.TopConditions,
	}
	return &statisticsOutput{body}, nil
}
