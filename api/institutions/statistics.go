package institutions

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/institution"
)

type statisticsOutput struct {
	Body institutionStatisticsBody
}

type institutionStatisticsBody struct {
	InstitutionID           uuid.UUID                    `json:"institution_id" format:"uuid"`
	PatientCount            int                          `json:"patient_count" doc:"Active, living patients."`
	DoctorCount             int                          `json:"doctor_count" doc:"Active doctors."`
	AverageConsultationFee  *string                      `json:"average_consultation_fee" example:"120.50" doc:"The average over doctors with a fee; null when no doctor has one."`
	MostCommonSpecialtyName *string                      `json:"most_common_specialty_name" example:"Family medicine" doc:"The name of the specialty that most doctors have; null when there are no doctors."`
	PatientsPerDoctor       *float64                     `json:"patients_per_doctor" example:"87.5" doc:"null when there are no doctors."`
	ValidatedPercentage     float64                      `json:"validated_percentage" example:"62.5" doc:"The percentage of patients whom both the doctor and the institution have validated, 0 to 100; 0 when there are none."`
	ConditionMix            []institution.ConditionShare `json:"condition_mix" nullable:"true" doc:"The patients' current conditions, most common first. A patient with several conditions counts in each. null for insurers and for staff without the permission patients:read, who see no clinical data."`
}

func (h handlers) registerStatistics(api *endpoint.API) {
	endpoint.Read(api, huma.Operation{
		OperationID: "get-institution-statistics",
		Method:      http.MethodGet,
		Path:        path + "/{id}/statistics",
		Summary:     "Read an institution's statistics",
		Description: "For the institution, and staff with the permissions institutions:read and analytics:read. Staff without patients:read get figures about patients rounded.",
		Tags:        tags,
		Errors:      []int{http.StatusForbidden, http.StatusNotFound},
	}, h.statistics)
}

func (h handlers) statistics(ctx context.Context, in *PathInput) (*statisticsOutput, error) {
	id, err := h.id(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	n, err := h.institutions.Statistics(ctx, id)
	if err != nil {
		return nil, err
	}
	body := institutionStatisticsBody{
		InstitutionID: n.InstitutionID, PatientCount: n.PatientCount, DoctorCount: n.DoctorCount,
		AverageConsultationFee: endpoint.Money(n.AverageConsultationFee), MostCommonSpecialtyName: n.MostCommonSpecialtyName,
		PatientsPerDoctor: n.PatientsPerDoctor, ValidatedPercentage: n.ValidatedPercentage,
		ConditionMix: n.ConditionMix,
	}
	return &statisticsOutput{body}, nil
}
