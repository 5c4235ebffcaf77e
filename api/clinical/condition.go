package clinical

import (
	"time"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/clinical"
	"github.com/predicthealth/predicthealth/service/page"
)

type conditionsInput struct {
	PatientInput
	endpoint.ListInput
	Status string `query:"status" enum:"active,recurrence,relapse,inactive,remission,resolved" doc:"Only conditions of this status."`
}

func (in conditionsInput) asks() (PatientInput, string, page.Request) {
	return in.PatientInput, in.Status, in.Page()
}

// ConditionBody is a condition in an answer.
type ConditionBody struct {
	EntryBody
	Condition     codingBody `json:"condition"`
	OnsetDate     string     `json:"onset_date" format:"date"`
	AbatementDate *string    `json:"abatement_date" format:"date" doc:"When it ended; null while it goes on."`
	Status        string     `json:"status" enum:"active,recurrence,relapse,inactive,remission,resolved" doc:"Of FHIR's condition-clinical."`
	Severity      *string    `json:"severity" enum:"mild,moderate,severe"`
}

// ToCondition is the body of a condition.
func ToCondition(c *clinical.Condition) ConditionBody {
	return ConditionBody{
		EntryBody: toEntryBody(c.Entry), Condition: codingBody(c.Condition),
		OnsetDate: c.OnsetDate.Format(time.DateOnly), AbatementDate: dayText(c.AbatementDate), Status: c.Status, Severity: c.Severity,
	}
}

type newConditionBody struct {
	Condition     codeBody `json:"condition" doc:"An entry of the catalog of conditions."`
	OnsetDate     string   `json:"onset_date" format:"date" example:"2024-03-01" doc:"From the patient's birth to today."`
	AbatementDate *string  `json:"abatement_date,omitempty" format:"date" doc:"When it ended."`
	Status        *string  `json:"status,omitempty" enum:"active,recurrence,relapse,inactive,remission,resolved" default:"active"`
	Severity      *string  `json:"severity,omitempty" enum:"mild,moderate,severe"`
	Notes         *string  `json:"notes,omitempty" maxLength:"4000"`
}

func (b newConditionBody) fields() clinical.ConditionFields {
	return clinical.ConditionFields{
		Condition: given(b.Condition.coding()), OnsetDate: given(day(b.OnsetDate)), AbatementDate: optionalDay(present(b.AbatementDate)),
		Status: present(b.Status), Severity: present(b.Severity), Notes: present(b.Notes),
	}
}

type changeConditionBody struct {
	OnsetDate     endpoint.Optional[string] `json:"onset_date,omitempty" format:"date" example:"2024-03-01"`
	AbatementDate endpoint.Optional[string] `json:"abatement_date,omitempty" format:"date"`
	Status        endpoint.Optional[string] `json:"status,omitempty" enum:"active,recurrence,relapse,inactive,remission,resolved"`
	Severity      endpoint.Optional[string] `json:"severity,omitempty" enum:"mild,moderate,severe"`
	Notes         endpoint.Optional[string] `json:"notes,omitempty" maxLength:"4000"`
}

func (b changeConditionBody) fields() clinical.ConditionFields {
	return clinical.ConditionFields{
		OnsetDate: optionalDay(b.OnsetDate.Optional), AbatementDate: optionalDay(b.AbatementDate.Optional),
		Status: b.Status.Optional, Severity: b.Severity.Optional, Notes: b.Notes.Optional,
	}
}

func registerConditions(api *endpoint.API, h handlers, records *clinical.Service) {
	register[*clinical.Condition, clinical.ConditionFields, conditionsInput, ConditionBody, newConditionBody, changeConditionBody](api,
		collection[*clinical.Condition, clinical.ConditionFields, conditionsInput, ConditionBody]{
			handlers: h, entries: records.Conditions, one: "condition", many: "conditions",
			order: "By onset, newest first.", toBody: ToCondition,
		})
}
