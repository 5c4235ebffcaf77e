package schema

import (
	"entgo.io/ent"

	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// InstitutionType is a kind of institution: hospital, health_center, insurer …
type InstitutionType struct{ ent.Schema }

// Mixin of InstitutionType.
func (InstitutionType) Mixin() []ent.Mixin { return []ent.Mixin{mixin.Named{}} }
