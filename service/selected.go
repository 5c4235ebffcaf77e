package service

import (
	"fmt"

	"github.com/predicthealth/predicthealth/ent"
)

// Selected returns text columns that a query selected in addition to the entity's own; nil for NULL.
func Selected(row interface {
	Value(name string) (ent.Value, error)
}, columns ...string) ([]*string, error) {
	texts := make([]*string, len(columns))
	for i, column := range columns {
		value, err := row.Value(column)
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", column, err)
		}
		switch text := value.(type) {
		case nil:
		case string:
			texts[i] = &text
		case []byte:
			s := string(text)
			texts[i] = &s
		default:
			return nil, fmt.Errorf("reading %s: it is a %T", column, value)
		}
	}
	return texts, nil
}
