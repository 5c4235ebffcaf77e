package clinical

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/allergicreaction"
	"github.com/predicthealth/predicthealth/ent/allergy"
	"github.com/predicthealth/predicthealth/ent/medicalcondition"
	"github.com/predicthealth/predicthealth/ent/medication"
	"github.com/predicthealth/predicthealth/ent/patientallergy"
	"github.com/predicthealth/predicthealth/ent/patientcondition"
	"github.com/predicthealth/predicthealth/ent/patientmedication"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/change"
)

// period is from one day to another; the end is nil for what goes on.
type period struct {
	endColumn  string
	start, end *time.Time
}

// check returns an Invalid error of all fields at fault, and gives catalog entries their keys. An entry that is added has
// all that is required.
func (c *Collection[T, F]) check(
	ctx context.Context, tx *ent.Client, members []*change.Member, p period, born time.Time, adding bool,
) error {
	var found []service.Field
	refuse := func(wrong bool, field, code, detail string) {
		if wrong {
			found = append(found, service.Field{Pointer: "/" + field, Code: code, Detail: detail})
		}
	}
	given := map[string]bool{}
	today := time.Now().UTC().Truncate(24 * time.Hour)
	for _, m := range members {
		given[m.Column] = true
		switch value := m.Value.(type) {
		case nil:
			refuse(!slices.Contains(c.removable, m.Column), m.Field, "required", "This is required.")
		case time.Time:
			refuse(value.Before(born), m.Field, "before_birth", "This is before the patient's birth.")
			refuse(value.After(today), m.Field, "in_future", "This is in the future.")
		case Coding:
			id, err := codeKey(ctx, tx, m.Column, value)
			if err != nil && !ent.IsNotFound(err) {
				return fmt.Errorf("looking a code up: %w", err)
			}
			refuse(err != nil, m.Field, "unknown", "The catalog has no such code in this code system.")
			m.Value = id
		}
	}
	for _, column := range slices.Sorted(maps.Keys(c.required)) {
		refuse(adding && !given[column], c.required[column], "required", "This is required.")
	}
	refuse(p.start != nil && p.end != nil && p.end.Before(*p.start), p.endColumn, "before_start", "The end is before the beginning.")
	return service.InvalidFields(found)
}

// codeKey is the key of an entry, still offered, of the catalog that a column refers to.
func codeKey(ctx context.Context, tx *ent.Client, column string, c Coding) (int, error) {
	switch column {
	case patientmedication.FieldMedicationID:
		return tx.Medication.Query().Where(medication.CodeSystem(c.System), medication.Code(c.Code), medication.Active(true)).OnlyID(ctx)
	case patientallergy.FieldAllergyID:
		return tx.Allergy.Query().Where(allergy.CodeSystem(c.System), allergy.Code(c.Code), allergy.Active(true)).OnlyID(ctx)
	case patientallergy.FieldReactionID:
		return tx.AllergicReaction.Query().
			Where(allergicreaction.CodeSystem(c.System), allergicreaction.Code(c.Code), allergicreaction.Active(true)).OnlyID(ctx)
	case patientcondition.FieldConditionID: // and of family history
		return tx.MedicalCondition.Query().
			Where(medicalcondition.CodeSystem(c.System), medicalcondition.Code(c.Code), medicalcondition.Active(true)).OnlyID(ctx)
	}
	return 0, fmt.Errorf("no catalog for %s", column)
}
