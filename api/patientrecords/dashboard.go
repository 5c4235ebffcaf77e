package patientrecords

import (
	"context"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service/clinical"
	"github.com/predicthealth/predicthealth/service/record"
)

// convention is the note that comes with every health score.
const convention = "A convention of this product, for following changes over time. It is not a diagnosis."

type patientDashboardBody struct {
	PatientID   uuid.UUID              `json:"patient_id" format:"uuid"`
	Age         *int                   `json:"age" example:"46" doc:"In whole years; for a deceased patient, the age at death, and null if nobody knows when that was."`
	Deceased    bool                   `json:"deceased"`
	BMI         *bmiBody               `json:"bmi,omitempty" doc:"Left out unless both height and weight are known."`
	Conditions  []*clinical.Condition  `json:"conditions" nullable:"false" doc:"The conditions that the patient has now, newest first."`
	Medications []*clinical.Medication `json:"medications" nullable:"false" doc:"The medications that the patient takes now, newest first."`
	HealthScore healthScoreBody        `json:"health_score"`
}

type bmiBody struct {
	Value float64 `json:"value" example:"22.85" doc:"The body mass index in kg/m², with two decimals."`
	Class *string `json:"class" enum:"underweight,normal_range,pre_obese,obese_class_i,obese_class_ii,obese_class_iii" doc:"The WHO class for adults (Technical Report Series 894): below 18.5, up to 24.99, up to 29.99, up to 34.99, up to 39.99, from 40. null for patients under 18, because their classes depend on age and sex."`
}

type healthScoreBody struct {
	Value int            `json:"value" minimum:"0" maximum:"100" doc:"The sum of base and the points of all parts, kept within 0 to 100."`
	Base  int            `json:"base" example:"100"`
	Parts scorePartsBody `json:"parts"`
	Note  string         `json:"note" doc:"What the score is, and what it is not."`
}

// scorePartsBody holds what the score is made of: each fact, and the points for it.
type scorePartsBody struct {
	ConditionCount        int                       `json:"condition_count" doc:"The conditions that the patient has now; duplicates count once."`
	ConditionPoints       int                       `json:"condition_points" example:"-10" doc:"Minus 10 for each condition."`
	MedicationCount       int                       `json:"medication_count" doc:"The medications that the patient takes now; duplicates count once."`
	MedicationPoints      int                       `json:"medication_points" example:"-5" doc:"Minus 5 for each medication."`
	SmokingStatus         valueset.SmokingStatus    `json:"smoking_status"`
	SmokingPoints         int                       `json:"smoking_points" example:"0" doc:"Minus 15 for current smokers."`
	AlcoholFrequency      valueset.AlcoholFrequency `json:"alcohol_frequency"`
	AlcoholPoints         int                       `json:"alcohol_points" example:"0" doc:"Minus 10 for patients who drink regularly or daily."`
	WeeklyActivityMinutes *int                      `json:"weekly_activity_minutes" example:"150" doc:"null when it is unknown, which gives no points."`
	WeeklyActivityPoints  int                       `json:"weekly_activity_points" example:"10" doc:"Plus 10 from 150 minutes a week (WHO 2020), plus 5 from 75."`
}

type dashboardOutput struct{ Body patientDashboardBody }

func (h handlers) registerDashboard(api *endpoint.API) {
	endpoint.Read(api, operation(huma.Operation{
		OperationID: "get-patient-dashboard",
		Path:        "/dashboard",
		Summary:     "Read a patient's health dashboard",
		Description: "Age, body mass index, current conditions and medications, and a health score with its parts: 100, minus 10 per condition, minus 5 per medication, minus 15 for current smokers, minus 10 for regular or daily drinking, plus 10 from 150 minutes of weekly activity or plus 5 from 75. Unknown values give no points. The score is a convention of this product, not a diagnosis. For the callers who may see the medical record.",
	}), h.dashboard)
}

func (h handlers) dashboard(ctx context.Context, in *PatientInput) (*dashboardOutput, error) {
	id, err := h.patient(ctx, in)
	if err != nil {
		return nil, err
	}
	d, err := h.Records.Dashboard(ctx, id)
	if err != nil {
		return nil, err
	}
	return &dashboardOutput{toDashboard(d)}, nil
}

func toDashboard(d *record.Dashboard) patientDashboardBody {
	body := patientDashboardBody{
		PatientID: d.PatientID, Age: d.Age, Deceased: d.Deceased,
		Conditions: d.Conditions, Medications: d.Medications,
		HealthScore: toHealthScore(d.Score),
	}
	if d.BMI != nil {
		body.BMI = &bmiBody{d.BMI.Value.InexactFloat64(), d.BMI.Class}
	}
	return body
}

func toHealthScore(s record.Score) healthScoreBody {
	return healthScoreBody{Value: s.Value, Base: s.Base, Note: convention, Parts: scorePartsBody{
		ConditionCount: s.Conditions.Count, ConditionPoints: s.Conditions.Points,
		MedicationCount: s.Medications.Count, MedicationPoints: s.Medications.Points,
		SmokingStatus: s.Smoking.Answer, SmokingPoints: s.Smoking.Points,
		AlcoholFrequency: s.Alcohol.Answer, AlcoholPoints: s.Alcohol.Points,
		WeeklyActivityMinutes: s.Activity.Minutes, WeeklyActivityPoints: s.Activity.Points,
	}}
}
