package schema

import (
	"entgo.io/ent"

	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// Sex is the administrative sex of FHIR's administrative-gender: male, female, other, unknown.
type Sex struct{ ent.Schema }

// Mixin of Sex.
func (Sex) Mixin() []ent.Mixin { return []ent.Mixin{mixin.Named{}} }
