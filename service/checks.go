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

// Entry is a query for the entry of a catalog.
type Entry interface {
	OnlyID(context.Context) (int, error)
}

// Entries returns the ids of the catalog entries with these codes, which find queries, and refuses the field when there is no
// such entry. It fails only when the database does.
func (c *Checks) Entries(ctx context.Context, pointer string, codes []string, find func(code string) Entry) ([]int, error) {
	var ids []int
	for _, code := range codes {
		id, err := find(code).OnlyID(ctx)
		if err != nil && !ent.IsNotFound(err) {
			return nil, fmt.Errorf("looking up what %s names: %w", pointer, err)
		}
		c.Refuse(err != nil, pointer, "not_found", "The catalog does not have this code.")
		ids = append(ids, id)
	}
	return ids, nil
}

// Err returns an Invalid error with all the fields; nil when there are none.
func (c *Checks) Err() error { return InvalidFields(c.Fields) }
