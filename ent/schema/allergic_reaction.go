package schema

import (
	"entgo.io/ent"

	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// AllergicReaction is a manifestation of an allergy, by SNOMED CT code.
type AllergicReaction struct{ ent.Schema }

// Mixin of AllergicReaction.
func (AllergicReaction) Mixin() []ent.Mixin { return []ent.Mixin{mixin.Coded{}} }
