package migration

import (
	"cmp"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"strings"
)

//go:embed catalog.sql
var catalogQuery string

// object is one row of catalog.sql.
type object struct {
	Kind, Name, Definition string
	// Shape is the part of a routine that CREATE OR REPLACE can't change; empty for other kinds.
	Shape string
	// Make and Remove are the statements that create and drop the object; empty where one statement isn't enough.
	Make, Remove string
}

func (o object) key() string { return o.Kind + " " + o.Name }

// catalog holds the objects of a database, by kind and name.
type catalog map[string]object

// readCatalog returns the objects of db.
func readCatalog(ctx context.Context, db querier) (_ catalog, err error) {
	rows, err := db.QueryContext(ctx, catalogQuery)
	if err != nil {
		return nil, fmt.Errorf("read catalog: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	c := catalog{}
	for rows.Next() {
		var o object
		if err := rows.Scan(&o.Kind, &o.Name, &o.Definition, &o.Shape, &o.Make, &o.Remove); err != nil {
			return nil, fmt.Errorf("read catalog: %w", err)
		}
		c[o.key()] = o
	}
	return c, rows.Err()
}

// of returns the objects of a kind in order of name.
func (c catalog) of(kind string) []object {
	var objects []object
	for _, o := range c {
		if o.Kind == kind {
			objects = append(objects, o)
		}
	}
	slices.SortFunc(objects, func(a, b object) int { return cmp.Compare(a.Name, b.Name) })
	return objects
}

// Difference is an object that differs between two databases. If it is missing in one, its definition there is empty.
type Difference struct {
	Kind string `json:"kind"`
	Name string `json:"name"`
	Have string `json:"have"`
	Want string `json:"want"`

	have, want *object
}

// String describes d in at most three lines.
func (d Difference) String() string {
	switch {
	case d.have == nil:
		return fmt.Sprintf("%s %s is missing: %s", d.Kind, d.Name, firstLine(d.Want))
	case d.want == nil:
		return fmt.Sprintf("%s %s should not be there: %s", d.Kind, d.Name, firstLine(d.Have))
	default:
		return fmt.Sprintf("%s %s differs\n    have: %s\n    want: %s", d.Kind, d.Name, squeeze(d.Have), squeeze(d.Want))
	}
}

// makeOrder is the order in which kinds of object can be created; they are dropped in reverse.
var makeOrder = []string{
	"extension", "schema", "type", "sequence", "table", "column", "partition", "constraint", "index", "statistics",
	"routine", "trigger", "rule", "view", "materialized view", "row security", "policy", "comment", "default privilege", "grant",
}

// compare returns what have lacks of want and what it has in excess, in the order in which objects can be created.
func compare(have, want catalog) []Difference {
	var differences []Difference
	for key, w := range want {
		if h, ok := have[key]; !ok {
			differences = append(differences, Difference{Kind: w.Kind, Name: w.Name, Want: w.Definition, want: &w})
		} else if h.Definition != w.Definition {
			differences = append(differences, Difference{Kind: w.Kind, Name: w.Name, Have: h.Definition, Want: w.Definition, have: &h, want: &w})
		}
	}
	for key, h := range have {
		if _, ok := want[key]; !ok {
			differences = append(differences, Difference{Kind: h.Kind, Name: h.Name, Have: h.Definition, have: &h})
		}
	}
	slices.SortFunc(differences, func(a, b Difference) int {
		return cmp.Or(cmp.Compare(slices.Index(makeOrder, a.Kind), slices.Index(makeOrder, b.Kind)), cmp.Compare(a.Name, b.Name))
	})
	return differences
}

// settle returns the statements that remove the differences, as far as single statements can.
func settle(differences []Difference) []string {
	var statements []string
	for _, d := range slices.Backward(differences) {
		if d.have != nil && d.have.Remove != "" && (d.want == nil || d.Kind != "comment" && d.Kind != "grant") {
			statements = append(statements, d.have.Remove)
		}
	}
	for _, d := range differences {
		if d.want != nil && d.want.Make != "" {
			statements = append(statements, d.want.Make)
		}
	}
	return statements
}

// squeeze puts s on one line and shortens it to a readable length.
func squeeze(s string) string {
	const most = 300
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > most {
		return s[:most] + "…"
	}
	return s
}
