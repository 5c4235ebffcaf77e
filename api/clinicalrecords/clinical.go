// Package clinicalrecords has the operations on the collections of a patient's record: conditions, medications, allergies and
// family history. All collections have the same operations; package service/clinical defines their entries.
package clinicalrecords

import (
	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service/clinical"
)

// Register registers the operations on api.
func Register(api *endpoint.API, records *clinical.Service) {
	register[statusInput[valueset.ConditionStatus]](api, records.Conditions, texts{"condition", "conditions", "By onset, newest first."})
	register[statusInput[valueset.MedicationStatus]](api, records.Medications, texts{"medication", "medications", "By start, newest first."})
	register[statusInput[valueset.AllergyStatus]](api, records.Allergies, texts{"allergy", "allergies", "By the time they were recorded, newest first."})
	register[EntriesInput](api, records.FamilyHistory, texts{"family history", "family history", "By relative."})
}
