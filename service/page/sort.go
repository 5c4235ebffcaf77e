package page

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Orders are what a list can be sorted by: the columns of an index, of which the last is unique, under the names that callers
// use.
type Orders map[string][]string

// Parse returns the order with this name; a minus sign before the name reverses it. It returns false when there is no such
// order.
func (o Orders) Parse(name string) (Order, bool) {
	name, desc := strings.CutPrefix(name, "-")
	columns, ok := o[name]
	return Order{Columns: columns, Desc: desc}, ok
}

// Identify returns a text that identifies a list by its parts: what is listed, for whom, the sort and the filters.
func Identify(parts ...any) string {
	text, err := json.Marshal(parts)
	if err != nil {
		panic(fmt.Sprintf("page: JSON can't represent what identifies a list: %v", err)) // a bug in the caller
	}
	return string(text)
}
