package schema

import (
	"entgo.io/ent"

	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// Medication is a drug of a published code system, in the set at hand RxNorm's clinical drugs.
type Medication struct{ ent.Schema }

// Mixin of Medication.
func (Medication) Mixin() []ent.Mixin { return []ent.Mixin{mixin.Coded{}} }
