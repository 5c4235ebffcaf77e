package clinical

import (
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
	Condition     resource.Coding          `json:"condition" set:"create" catalog:"medical_conditions" doc:"An entry from the catalog of conditions."`
	OnsetDate     resource.Date            `json:"onset_date" set:"create,update" example:"2024-03-01" doc:"From the patient's birth to today."`
	AbatementDate *resource.Date           `json:"abatement_date" set:"create,update" doc:"When it ended; null while it continues."`
	Status        valueset.ConditionStatus `json:"status" set:"create,update" default:"active" doc:"A code of FHIR's condition-clinical."`
	Severity      *valueset.Severity       `json:"severity" set:"create,update"`
}

// Current says whether the patient has the condition now.
func (c *Condition) Current() bool {
	return c.Status == valueset.ConditionActive || c.Status == valueset.ConditionRecurrence || c.Status == valueset.ConditionRelapse
}

func conditions(o collection.Options) *Collection[Condition] {
	table := resource.TableOf(func(c *ent.Client) *ent.PatientConditionClient { return c.PatientCondition }, withDoctor[Condition]())
	order := page.Order{Columns: []string{patientcondition.FieldOnsetDate, patientcondition.FieldConditionID}, Desc: true}
	return of(o, "condition", table, order, func(e *resource.Edit[Condition]) {
		ended(e, "/abatement_date", e.After.AbatementDate, e.After.OnsetDate)
	})
}
