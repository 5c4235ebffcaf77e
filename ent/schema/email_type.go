package schema

import (
	"entgo.io/ent"

	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// EmailType is the use of an e-mail address, as FHIR's ContactPoint.use.
type EmailType struct{ ent.Schema }

// Mixin of EmailType.
func (EmailType) Mixin() []ent.Mixin { return []ent.Mixin{mixin.Named{}} }
