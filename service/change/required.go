package change

import (
	"slices"

	"github.com/predicthealth/predicthealth/service"
)

// Removed returns field errors for the members that remove a required value.
func Removed(members []*Member, required ...string) []service.Field {
	var refused []service.Field
	for _, m := range members {
		if m.Value == nil && slices.Contains(required, m.Field) {
			refused = append(refused, service.Field{Pointer: "/" + m.Field, Code: "required", Detail: "This can't be removed."})
		}
	}
	return refused
}
