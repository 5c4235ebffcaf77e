package resource

import (
	"context"
	"fmt"
	"reflect"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/service"
)

// Codes are the catalog entries that a caller names. One statement looks up all of them.
type Codes struct {
	asked []entry
	keys  map[string]int // by pointer
}

// entry is a catalog entry that is named at a pointer.
type entry struct {
	pointer, catalog string
	coding           Coding
	// coded says that the catalog has entries from published code systems.
	coded bool
	// permanent says that the catalog's entries are never retired.
	permanent bool
}

// Name adds the code that a caller sent at a pointer, of an entry in one of our own catalogs.
func (c *Codes) Name(pointer, catalog, code string) {
	c.asked = append(c.asked, entry{pointer: pointer, catalog: catalog, coding: Coding{Code: code}})
}

// add adds the value of a member.
func (c *Codes) add(m *Member, value reflect.Value) {
	coding, coded := value.Interface().(Coding)
	if !coded {
		coding.Code = value.String()
	}
	c.asked = append(c.asked, entry{"/" + m.Name, m.Catalog, coding, coded, m.permanent})
}

// coded says whether the member's catalog has entries from published code systems.
func (m *Member) coded() bool { return m.Type() == reflect.TypeFor[Coding]() }

// query finds the key of the entry unless it has been retired.
func (e entry) query(n int) *sql.Selector {
	catalog := sql.Dialect(dialect.Postgres).Select().From(sql.Table(e.catalog))
	catalog.AppendSelectExprAs(sql.Raw(fmt.Sprint(n)), "n").AppendSelect("id")
	catalog.Where(sql.EQ("code", e.coding.Code))
	if !e.permanent {
		catalog.Where(sql.EQ("active", true))
	}
	if e.coded {
		catalog.Where(sql.EQ("code_system", e.coding.System))
	}
	return catalog
}

// LookUp finds the keys of the entries, and returns a field for each that is not active in its catalog.
func (c *Codes) LookUp(ctx context.Context, client *ent.Client) ([]service.Field, error) {
	if len(c.asked) == 0 {
		return nil, nil
	}
	query := c.asked[0].query(0)
	for n, other := range c.asked[1:] {
		query.UnionAll(other.query(n + 1))
	}
	text, args := query.Query()
	rows, err := client.QueryContext(ctx, text, args...)
	if err != nil {
		return nil, fmt.Errorf("looking codes up: %w", err)
	}
	defer func() { _ = rows.Close() }() // rows.Err tells what failed
	c.keys = map[string]int{}
	for rows.Next() {
		var n, id int
		if err := rows.Scan(&n, &id); err != nil {
			return nil, fmt.Errorf("looking codes up: %w", err)
		}
		c.keys[c.asked[n].pointer] = id
	}
	return c.unknown(), rows.Err()
}

// unknown returns the entries without a key.
func (c *Codes) unknown() (fields []service.Field) {
	for _, e := range c.asked {
		if _, known := c.keys[e.pointer]; known {
			continue
		}
		detail := "The catalog does not have this code."
		if e.coded {
			detail = "The catalog does not have this code in this code system."
		}
		fields = append(fields, service.Field{Pointer: e.pointer, Code: "not_found", Detail: detail})
	}
	return fields
}
