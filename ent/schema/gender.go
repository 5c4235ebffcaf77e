package schema

import (
	"entgo.io/ent"

	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// Gender is a person's gender identity, as the person states it.
type Gender struct{ ent.Schema }

// Mixin of Gender.
func (Gender) Mixin() []ent.Mixin { return []ent.Mixin{mixin.Named{}} }
