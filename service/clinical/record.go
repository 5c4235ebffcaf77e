package clinical

import (
	"context"

	"github.com/predicthealth/predicthealth/service/collection"
)

// Service has the collections of patients' records. It is safe for concurrent use.
type Service struct {
	Conditions    *Collection[Condition]
	Medications   *Collection[Medication]
	Allergies     *Collection[Allergy]
	FamilyHistory *Collection[FamilyMemberHistory]
}

// New returns a Service.
func New(o collection.Options) *Service {
	return &Service{
		Conditions:    conditions(o),
		Medications:   medications(o),
		Allergies:     allergies(o),
		FamilyHistory: familyHistory(o),
	}
}

// Record is all entries of a patient's record.
type Record struct {
	Conditions    []*Condition           `json:"conditions" nullable:"false" doc:"All conditions, whatever their status, by onset, newest first."`
	Medications   []*Medication          `json:"medications" nullable:"false" doc:"All medications, whatever their status, by start, newest first."`
	Allergies     []*Allergy             `json:"allergies" nullable:"false" doc:"All allergies, whatever their status, by the time they were recorded, newest first."`
	FamilyHistory []*FamilyMemberHistory `json:"family_history" nullable:"false" doc:"The family history, by relative."`
}

// All returns all entries of a patient's record, under the rules of Collection.All.
func (s *Service) All(ctx context.Context, p *Patient) (r Record, err error) {
	read(ctx, p, s.Conditions, &r.Conditions, &err)
	read(ctx, p, s.Medications, &r.Medications, &err)
	read(ctx, p, s.Allergies, &r.Allergies, &err)
	read(ctx, p, s.FamilyHistory, &r.FamilyHistory, &err)
	return r, err
}

// read reads a collection unless an earlier one failed.
func read[T any](ctx context.Context, p *Patient, from *Collection[T], to *[]*T, err *error) {
	if *err == nil {
		*to, *err = from.All(ctx, p)
	}
}
