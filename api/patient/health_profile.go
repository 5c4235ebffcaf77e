package patient

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"
	"github.com/shopspring/decimal"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/patient"
)

type healthProfileOutput struct {
	ETag string `header:"ETag"`
	Body HealthProfileBody
}

// Patient tells whose record it is.
func (o *healthProfileOutput) Patient() uuid.UUID { return o.Body.PatientID }

// HealthProfileBody is a health profile in an answer.
type HealthProfileBody struct {
	PatientID             uuid.UUID  `json:"patient_id" format:"uuid"`
	HeightCM              *float64   `json:"height_cm" example:"172.5"`
	WeightKG              *float64   `json:"weight_kg" example:"68"`
	BloodType             *string    `json:"blood_type" example:"O-" doc:"A code of the catalog blood types."`
	SmokingStatus         string     `json:"smoking_status" enum:"never,former,current,unknown"`
	SmokingYears          *int       `json:"smoking_years" doc:"Of current and former smokers."`
	AlcoholFrequency      string     `json:"alcohol_frequency" enum:"never,rarely,occasionally,regularly,daily,unknown"`
	WeeklyActivityMinutes *int       `json:"weekly_activity_minutes"`
	Notes                 *string    `json:"notes,omitempty" doc:"Left out when there are none, and for colleagues of the patient's doctor."`
	UpdatedAt             *time.Time `json:"updated_at" doc:"null when nothing has been recorded yet."`
	Version               int        `json:"version" doc:"Rises with each change; 0 when nothing has been recorded yet. The ETag is made of it."`
}

func (h handlers) registerGetHealthProfile(api *endpoint.API) {
	endpoint.Read(api, huma.Operation{
		OperationID: "get-patient-health-profile",
		Method:      http.MethodGet,
		Path:        path + "/{id}/health-profile",
		Summary:     "Read a patient's health profile",
		Description: "Whoever may see the patient sees it, except insurers, for whom there is none. Colleagues of the patient's doctor see no notes.",
		Tags:        tags,
		Errors:      []int{http.StatusForbidden, http.StatusNotFound},
		Responses:   map[string]*huma.Response{"304": {Description: "The profile is as If-None-Match says."}},
	}, h.getHealthProfile)
}

func (h handlers) getHealthProfile(ctx context.Context, in *conditionalInput) (*healthProfileOutput, error) {
	id, err := h.id(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	profile, err := h.patients.HealthProfile(ctx, id)
	if err != nil {
		return nil, err
	}
	out := toHealthProfileOutput(profile)
	return out, in.Check(out.ETag)
}

type changeHealthProfileInput struct {
	endpoint.Precondition
	ID   string                  `path:"id" maxLength:"36" example:"me" doc:"A patient's id, or me for the patient who asks."`
	Body changeHealthProfileBody `contentType:"application/merge-patch+json"`
}

type changeHealthProfileBody struct {
	HeightCM              endpoint.Optional[float64] `json:"height_cm,omitempty" minimum:"20" maximum:"272" example:"172.5"`
	WeightKG              endpoint.Optional[float64] `json:"weight_kg,omitempty" minimum:"0.2" maximum:"650" example:"68"`
	BloodType             endpoint.Optional[string]  `json:"blood_type,omitempty" maxLength:"50" example:"O-" doc:"A code of the catalog blood types."`
	SmokingStatus         endpoint.Optional[string]  `json:"smoking_status,omitempty" enum:"never,former,current,unknown" doc:"null is unknown."`
	SmokingYears          endpoint.Optional[int]     `json:"smoking_years,omitempty" minimum:"1" maximum:"120" doc:"Of current and former smokers."`
	AlcoholFrequency      endpoint.Optional[string]  `json:"alcohol_frequency,omitempty" enum:"never,rarely,occasionally,regularly,daily,unknown" doc:"null is unknown."`
	WeeklyActivityMinutes endpoint.Optional[int]     `json:"weekly_activity_minutes,omitempty" minimum:"0" maximum:"10080"`
	Notes                 endpoint.Optional[string]  `json:"notes,omitempty" maxLength:"4000"`
}

func (h handlers) registerChangeHealthProfile(api *endpoint.API) {
	endpoint.Patch(api, huma.Operation{
		OperationID: "change-patient-health-profile",
		Path:        path + "/{id}/health-profile",
		Summary:     "Change a patient's health profile",
		Description: "Patients change their answers on smoking, alcohol and activity; their doctor, their institution (unless it is an insurer) and staff with the permission patients:update change everything.",
		Tags:        tags,
	}, h.changeHealthProfile)
}

func (h handlers) changeHealthProfile(ctx context.Context, in *changeHealthProfileInput) (*healthProfileOutput, error) {
	versions, err := in.Versions(ctx)
	if err != nil {
		return nil, err
	}
	id, err := h.id(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	b := in.Body
	profile, err := h.patients.ChangeHealthProfile(ctx, id, versions, patient.ProfileChange{
		HeightCM: optionalMeasure(b.HeightCM), WeightKG: optionalMeasure(b.WeightKG), BloodType: b.BloodType.Optional,
		SmokingStatus: b.SmokingStatus.Optional, SmokingYears: b.SmokingYears.Optional,
		AlcoholFrequency: b.AlcoholFrequency.Optional, WeeklyActivityMinutes: b.WeeklyActivityMinutes.Optional,
		Notes: b.Notes.Optional,
	})
	if err != nil {
		return nil, err
	}
	return toHealthProfileOutput(profile), nil
}

func optionalMeasure(o endpoint.Optional[float64]) service.Optional[decimal.Decimal] {
	return service.Optional[decimal.Decimal]{Given: o.Given, Value: measure(o.Value)}
}

func toHealthProfileOutput(p *patient.HealthProfile) *healthProfileOutput {
	return &healthProfileOutput{ETag: endpoint.VersionTag(p.Version), Body: ToHealthProfile(p)}
}

// ToHealthProfile is the body of a health profile.
func ToHealthProfile(p *patient.HealthProfile) HealthProfileBody {
	return HealthProfileBody{
		PatientID: p.PatientID, HeightCM: number(p.HeightCM), WeightKG: number(p.WeightKG), BloodType: p.BloodType,
		SmokingStatus: p.SmokingStatus, SmokingYears: p.SmokingYears, AlcoholFrequency: p.AlcoholFrequency,
		WeeklyActivityMinutes: p.WeeklyActivityMinutes, Notes: p.Notes, UpdatedAt: endpoint.UTC(p.UpdatedAt), Version: p.Version,
	}
}

func number(d *decimal.Decimal) *float64 {
	if d == nil {
		return nil
	}
	f := d.InexactFloat64()
	return &f
}
