package schema

import (
	"entgo.io/ent"

	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// PhoneType is the use of a phone number, as FHIR's ContactPoint.use.
type PhoneType struct{ ent.Schema }

// Mixin of PhoneType.
func (PhoneType) Mixin() []ent.Mixin { return []ent.Mixin{mixin.Named{}} }
