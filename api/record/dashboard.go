package record

import (
	"context"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/clinical"
	"github.com/predicthealth/predicthealth/service/record"
)

// convention is what an answer says of its health score.
const convention = "A convention of this product, to follow a change over time. It is no diagnosis."

type patientDashboardBody struct {
	PatientID   uuid.UUID              `json:"patient_id" format:"uuid"`
	Age         int                    `json:"age" example:"46" doc:"In whole years; at death for who has died."`
	Deceased    bool                   `json:"deceased"`
	BMI         *bmiBody               `json:"bmi,omitempty" doc:"Left out without height and weight."`
	Conditions  []*clinical.Condition  `json:"conditions" nullable:"false" doc:"What the patient has now, the newest first."`
	Medications []*clinical.Medication `json:"medications" nullable:"false" doc:"What the patient takes now, the newest first."`
	HealthScore healthScoreBody        `json:"health_score"`
}

type bmiBody struct {
	Value float64 `json:"value" example:"22.85" doc:"Body mass index in kg/m², with two decimals."`
	Class *string `json:"class" enum:"underweight,normal_range,pre_obese,obese_class_i,obese_class_ii,obese_class_iii" doc:"WHO's for adults (Technical Report Series 894): below 18.5, to 24.99, to 29.99, to 34.99, to 39.99, from 40. null for who is younger than 18 years: for them the index depends on age and sex."`
}

type healthScoreBody struct {
	Value int            `json:"value" minimum:"0" maximum:"100" doc:"base and the points of all parts, kept within 0 to 100."`
	Base  int            `json:"base" example:"100"`
	Parts scorePartsBody `json:"parts"`
	Note  string         `json:"note" doc:"What the score is and is not."`
}

type scorePartsBody struct {
	Conditions     countedBody  `json:"conditions" doc:"10 less for each condition that the patient has now."`
	Medications    countedBody  `json:"medications" doc:"5 less for each medication that the patient takes now."`
	Smoking        smokingBody  `json:"smoking" doc:"15 less for current smokers."`
	Alcohol        alcoholBody  `json:"alcohol" doc:"10 less for who drinks regularly or daily."`
	WeeklyActivity activityBody `json:"weekly_activity" doc:"10 more from 150 minutes a week (WHO 2020), 5 more from 75."`
}

type countedBody struct {
	Count  int `json:"count" doc:"The same one twice counts once."`
	Points int `json:"points" example:"-10"`
}

type smokingBody struct {
	Status string `json:"status" enum:"never,former,current,unknown"`
	Points int    `json:"points" example:"0"`
}

type alcoholBody struct {
	Frequency string `json:"frequency" enum:"never,rarely,occasionally,regularly,daily,unknown"`
	Points    int    `json:"points" example:"0"`
}

type activityBody struct {
	Minutes *int `json:"minutes" example:"150" doc:"null when it is unknown, which has no points."`
	Points  int  `json:"points" example:"10"`
}

type dashboardOutput struct{ Body patientDashboardBody }

func (h handlers) registerDashboard(api *endpoint.API) {
	endpoint.Read(api, operation(huma.Operation{
		OperationID: "get-patient-dashboard",
		Path:        "/dashboard",
		Summary:     "Read a patient's health at a glance",
		Description: "Age, body mass index, what the patient has and takes now, and a health score with its parts: 100, less 10 a condition, 5 a medication, 15 for a current smoker and 10 for regular or daily drinking, plus 10 from 150 minutes of weekly activity or 5 from 75. The score is a convention of this product, no diagnosis; what is unknown has no points. Who sees it is as for the medical record.",
	}), h.dashboard)
}

func (h handlers) dashboard(ctx context.Context, in *PatientInput) (*dashboardOutput, error) {
	id, err := h.patient(ctx, in)
	if err != nil {
		return nil, err
	}
	d, err := h.records.Dashboard(ctx, id)
	if err != nil {
		return nil, err
	}
	body := patientDashboardBody{
		PatientID: d.PatientID, Age: d.Age, Deceased: d.Deceased,
		Conditions: d.Conditions, Medications: d.Medications,
		HealthScore: toHealthScore(d.Score),
	}
	if d.BMI != nil {
		body.BMI = &bmiBody{d.BMI.Value.InexactFloat64(), d.BMI.Class}
	}
	return &dashboardOutput{body}, nil
}

func toHealthScore(s record.Score) healthScoreBody {
	return healthScoreBody{Value: s.Value, Base: s.Base, Note: convention, Parts: scorePartsBody{
		Conditions: countedBody(s.Conditions), Medications: countedBody(s.Medications),
		Smoking: smokingBody{s.Smoking.Answer, s.Smoking.Points}, Alcohol: alcoholBody{s.Alcohol.Answer, s.Alcohol.Points},
		WeeklyActivity: activityBody(s.Activity),
	}}
}
