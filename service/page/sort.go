package page

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Key is what a list of E can be sorted by.
type Key[E any] struct {
	// Columns are those of an index; the last one is unique.
	Columns []string
	// Of gives a row's values of the columns.
	Of func(*E) []any
}

// Sorts are the keys of a list, by the names that callers use.
type Sorts[E any] map[string]Key[E]

// Sort is a key and its direction.
type Sort[E any] struct {
	Order Order
	Keys  func(*E) []any
}

// Parse returns the sort of a name; a minus sign before it turns the order round. It returns false when there is none.
func (s Sorts[E]) Parse(name string) (Sort[E], bool) {
	name, desc := strings.CutPrefix(name, "-")
	key, ok := s[name]
	return Sort[E]{Order{Columns: key.Columns, Desc: desc}, key.Of}, ok
}

// Identify names a list by all that makes it that list: what is listed, for whom, the sort and the filter.
func Identify(parts ...any) string {
	text, err := json.Marshal(parts)
	if err != nil {
		panic(fmt.Sprintf("page: a list is identified by what JSON has no words for: %v", err)) // a defect of the caller
	}
	return string(text)
}
