package service

import (
	"context"
	"fmt"

	"github.com/predicthealth/predicthealth/ent"
)

// Checks collects the fields at fault, so that all are reported at once.
type Checks struct{ Fields []Field }

// Refuse adds the field when it is wrong.
func (c *Checks) Refuse(wrong bool, pointer, code, detail string) {
	if wrong {
		c.Fields = append(c.Fields, Field{Pointer: pointer, Code: code, Detail: detail})
	}
}

// Entry returns the id of the catalog entry that a query finds, and refuses the field when there is none. It fails only
// when the database does.
func (c *Checks) Entry(ctx context.Context, query interface {
	OnlyID(context.Context) (int, error)
}, pointer string) (int, error) {
	id, err := query.OnlyID(ctx)
	if err != nil && !ent.IsNotFound(err) {
		return 0, fmt.Errorf("looking up what %s names: %w", pointer, err)
	}
	c.Refuse(err != nil, pointer, "not_found", "The catalog does not have this code.")
	return id, nil
}

// Err returns an Invalid error with all the fields; nil when there are none.
func (c *Checks) Err() error { return InvalidFields(c.Fields) }
