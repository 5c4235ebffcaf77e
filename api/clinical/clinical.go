// Package clinical has the operations on the collections of a patient's record: conditions, medications, allergies and
// family history. All have the same ones; what their entries are, package service/clinical says.
package clinical

import (
	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service/clinical"
)

// Register registers the operations on api.
func Register(api *endpoint.API, records *clinical.Service) {
	register[listInput[valueset.ConditionStatus]](api, records.Conditions, texts{"condition", "conditions", "By onset, newest first."})
	register[listInput[valueset.MedicationStatus]](api, records.Medications, texts{"medication", "medications", "By their beginning, newest first."})
	register[listInput[valueset.AllergyStatus]](api, records.Allergies, texts{"allergy", "allergies", "By when they were recorded, newest first."})
	register[plainListInput](api, records.FamilyHistory, texts{"family history", "family history", "By relative."})
}
