package clinical

import (
	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/patientfamilyhistory"
	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service/collection"
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/resource"
)

// FamilyMemberHistory is a condition of a patient's relative.
type FamilyMemberHistory struct {
	Entry
	Condition  resource.Coding       `json:"condition" set:"create" catalog:"medical_conditions" doc:"An entry from the catalog of conditions."`
	Relative   valueset.Relationship `json:"relative" set:"create"`
	AgeAtOnset *int                  `json:"age_at_onset" set:"create,update" minimum:"0" maximum:"120" example:"52" doc:"In years."`
}

func familyHistory(o collection.Options) *Collection[FamilyMemberHistory] {
	table := resource.TableOf(func(c *ent.Client) *ent.PatientFamilyHistoryClient { return c.PatientFamilyHistory }, withDoctor[FamilyMemberHistory]())
	order := page.Order{Columns: []string{patientfamilyhistory.FieldRelative, patientfamilyhistory.FieldConditionID}}
	return of(o, "family_history", table, order, nil)
}
