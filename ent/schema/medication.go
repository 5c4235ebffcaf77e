package schema

import (
	"entgo.io/ent"

	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// Medication is a drug in a published code system; the seed has RxNorm's clinical drugs.
type Medication struct{ ent.Schema }

// Mixin of Medication.
func (Medication) Mixin() []ent.Mixin { return []ent.Mixin{mixin.Coded{}} }
