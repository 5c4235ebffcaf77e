package resource

import (
	"context"
	"fmt"
	"reflect"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"github.com/predicthealth/predicthealth/ent"
)

// entry is a catalog entry that a member names.
type entry struct {
	member *Member
	// coding has no code system in our own catalogs.
	coding Coding
}

func entryOf(m *Member, value reflect.Value) entry {
	if coding, ok := value.Interface().(Coding); ok {
		return entry{m, coding}
	}
	return entry{m, Coding{Code: value.String()}}
}

// coded says whether the member's catalog has entries from published code systems.
func (m *Member) coded() bool { return m.Type() == reflect.TypeFor[Coding]() }

// query finds the key of the entry unless it has been retired.
func (e entry) query(n int) *sql.Selector {
	catalog := sql.Dialect(dialect.Postgres).Select().From(sql.Table(e.member.Catalog))
	catalog.AppendSelectExprAs(sql.Raw(fmt.Sprint(n)), "n").AppendSelect("id")
	catalog.Where(sql.EQ("code", e.coding.Code))
	if !e.member.permanent {
		catalog.Where(sql.EQ("active", true))
	}
	if e.member.coded() {
		catalog.Where(sql.EQ("code_system", e.coding.System))
	}
	return catalog
}

// lookUp finds the keys of the entries in one statement, and refuses entries that are not active in their catalogs.
func (e *Edit[T]) lookUp(ctx context.Context, client *ent.Client, asked []entry) error {
	if len(asked) == 0 {
		return nil
	}
	query := asked[0].query(0)
	for n, other := range asked[1:] {
		query.UnionAll(other.query(n + 1))
	}
	text, args := query.Query()
	rows, err := client.QueryContext(ctx, text, args...)
	if err != nil {
		return fmt.Errorf("looking codes up: %w", err)
	}
	defer func() { _ = rows.Close() }() // rows.Err tells what failed
	e.keys = map[string]int{}
	for rows.Next() {
		var n, id int
		if err := rows.Scan(&n, &id); err != nil {
			return fmt.Errorf("looking codes up: %w", err)
		}
		e.keys[asked[n].member.Name] = id
	}
	for _, a := range asked {
		_, known := e.keys[a.member.Name]
		detail := "The catalog does not have this code."
		if a.member.coded() {
			detail = "The catalog does not have this code in this code system."
		}
		e.Refuse(!known, "/"+a.member.Name, "unknown", detail)
	}
	return rows.Err()
}
