package page

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Key is something that a list of E can be sorted by.
type Key[E any] struct {
	// Columns are the columns of an index; the last one is unique.
	Columns []string
	// Of returns a row's values of the columns.
	Of func(*E) []any
}

// Sorts are the keys of a list, under the names that callers use.
type Sorts[E any] map[string]Key[E]

// Sort is a key and its direction.
type Sort[E any] struct {
	Order Order
	Keys  func(*E) []any
}

// Parse returns the sort with this name; a minus sign before the name reverses the order. It returns false when there is
// no such sort.
func (s Sorts[E]) Parse(name string) (Sort[E], bool) {
	name, desc := strings.CutPrefix(name, "-")
	key, ok := s[name]
	return Sort[E]{Order{Columns: key.Columns, Desc: desc}, key.Of}, ok
}

// Identify returns a text that identifies a list by its parts: what is listed, for whom, the sort and the filters.
func Identify(parts ...any) string {
	text, err := json.Marshal(parts)
	if err != nil {
		panic(fmt.Sprintf("page: JSON can't represent what identifies a list: %v", err)) // a bug in the caller
	}
	return string(text)
}
