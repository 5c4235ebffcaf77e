package schema

import (
	"entgo.io/ent"

	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// InstitutionType is what kind of house an institution is: hospital, health_center, insurer …
type InstitutionType struct{ ent.Schema }

// Mixin of InstitutionType.
func (InstitutionType) Mixin() []ent.Mixin { return []ent.Mixin{mixin.Named{}} }
