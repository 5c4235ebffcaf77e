package clinical

import (
	"slices"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/patientcondition"
	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service/collection"
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/resource"
)

// Condition is a diagnosis of a patient (FHIR Condition).
type Condition struct {
	Entry
	Condition              resource.Coding              `json:"condition" set:"create" catalog:"medical_conditions" doc:"An entry from the catalog of conditions."`
	OnsetDate              *resource.Date               `json:"onset_date" set:"create,update" example:"2024-03-01" doc:"From the patient's birth to today; null when it is unknown."`
	OnsetDatePrecision     valueset.Precision           `json:"onset_date_precision" set:"create,update" default:"day" doc:"How much of the date is known; it is the first day of that."`
	AbatementDate          *resource.Date               `json:"abatement_date" set:"create,update" doc:"When it ended, or will; null while nobody knows of an end."`
	AbatementDatePrecision valueset.Precision           `json:"abatement_date_precision" set:"create,update" default:"day" doc:"How much of the date is known; it is the first day of that."`
	VerificationStatus     *valueset.VerificationStatus `json:"verification_status" set:"create,update" doc:"A code of FHIR's condition-ver-status; null when nobody said. Figures and dashboards leave suspicions out."`
	Status                 valueset.ConditionStatus     `json:"status" set:"create,update" default:"active" doc:"A code of FHIR's condition-clinical."`
	Severity               *valueset.Severity           `json:"severity" set:"create,update"`
}

// Current says whether the patient has the condition now, and nobody doubts it.
func (c *Condition) Current() bool {
	established := c.VerificationStatus == nil || *c.VerificationStatus == valueset.ConditionConfirmed
	return established && c.continues() && !c.period().over()
}

// continues says whether the status does.
func (c *Condition) continues() bool {
	return slices.Contains(valueset.Continuing, string(c.Status))
}

func (c *Condition) period() period {
	return period{c.OnsetDate, c.AbatementDate, c.AbatementDatePrecision, patientcondition.FieldAbatementDate}
}

func conditions(o collection.Options) *Collection[Condition] {
	table := resource.TableOf(func(c *ent.Client) *ent.PatientConditionClient { return c.PatientCondition }, withDoctor[Condition]())
	order := page.Order{Columns: []string{patientcondition.FieldOnsetDate, patientcondition.FieldConditionID}, Desc: true, Dated: patientcondition.FieldOnsetDate}
	all := of(o, "condition", table, order, func(e *resource.Edit[Condition]) { checkPeriod(e, e.After.period(), e.After.continues()) })
	all.WithStatus = withStatus(patientcondition.FieldAbatementDate)
	return all
}
