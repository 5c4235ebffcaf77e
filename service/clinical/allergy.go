package clinical

import (
	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/patientallergy"
	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service/collection"
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/resource"
)

// Allergy is an allergy or intolerance of a patient (FHIR AllergyIntolerance).
type Allergy struct {
	Entry
	Allergy               resource.Coding               `json:"allergy" set:"create" catalog:"allergies" example:"{\"code_system\":\"http://snomed.info/sct\",\"code\":\"111088007\",\"name\":\"Latex (substance)\"}" doc:"An entry from the catalog of allergies."`
	RecordedDate          *resource.Date                `json:"recorded_date" set:"create,update" example:"2024-03-01" doc:"From the patient's birth to today; null when it is unknown."`
	RecordedDatePrecision valueset.Precision            `json:"recorded_date_precision" set:"create,update" default:"day" doc:"How much of the date is known; it is the first day of that."`
	Reaction              *resource.Coding              `json:"reaction,omitempty" set:"create,update" catalog:"allergic_reactions" doc:"The reaction, an entry from the catalog of allergic reactions; left out when it is unknown."`
	Status                valueset.AllergyStatus        `json:"status" set:"create,update" default:"active" doc:"A code of FHIR's allergyintolerance-clinical."`
	VerificationStatus    *valueset.AllergyVerification `json:"verification_status" set:"create,update" doc:"A code of FHIR's allergyintolerance-verification; null when nobody said."`
	Severity              *valueset.Severity            `json:"severity" set:"create,update"`
}

func allergies(o collection.Options) *Collection[Allergy] {
	table := resource.TableOf(func(c *ent.Client) *ent.PatientAllergyClient { return c.PatientAllergy }, withDoctor[Allergy]())
	order := page.Order{Columns: []string{patientallergy.FieldRecordedDate, patientallergy.FieldAllergyID}, Desc: true, Dated: patientallergy.FieldRecordedDate}
	return of(o, "allergy", table, order, nil)
}
