package page

import (
	"context"
	"fmt"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

	"github.com/predicthealth/predicthealth/service"
)

// Limits of a page, in rows.
const (
	DefaultLimit = 50
	MaxLimit     = 200
)

// Request is a request for a page.
type Request struct {
	// Limit is the largest number of rows, 1 to MaxLimit; 0 means DefaultLimit.
	Limit int
	// Cursor is the Next or Prev of a page of the same list; empty for the first page.
	Cursor string
	// Total says whether to return the number of rows of the whole list.
	Total Total
}

// Page holds some consecutive rows of a list. Next and Prev are cursors; empty when there is no such page. Total is nil
// unless it was requested.
type Page[T any] struct {
	Items      []T
	Next, Prev string
	Total      *Count
}

// Map returns the page with each row converted.
func Map[S, T any](p Page[S], convert func(S) T) Page[T] {
	items := make([]T, len(p.Items))
	for i, row := range p.Items {
		items[i] = convert(row)
	}
	return Page[T]{items, p.Next, p.Prev, p.Total}
}

// Convert returns the page with each row converted, or the first error of convert.
func Convert[S, T any](p Page[S], convert func(S) (T, error)) (Page[T], error) {
	items := make([]T, len(p.Items))
	for i, row := range p.Items {
		var err error
		if items[i], err = convert(row); err != nil {
			return Page[T]{}, err
		}
	}
	return Page[T]{items, p.Next, p.Prev, p.Total}, nil
}

// Order is the sort order of a list. The last column must be unique.
type Order struct {
	Columns []string
	Desc    bool
	// Dated is the one of Columns that holds a date which may be unknown; empty for none. An unknown date is before all others.
	Dated string
}

// unknownDate is the sort key of an unknown date.
const unknownDate = "-infinity"

// By sorts a query that is not paged, as an argument of ent's Order.
func (o Order) By(s *sql.Selector) { o.sorted(o.Desc)(s) }

// Query is the common part of ent's query builders for an entity E.
type Query[Q any, P, O ~func(*sql.Selector), E any, S Scanner] interface {
	Where(...P) Q
	Order(...O) Q
	Limit(int) Q
	All(context.Context) ([]*E, error)
	Clone() Q
	Count(context.Context) (int, error)
	Modify(...func(*sql.Selector)) S
}

// Scanner is a query whose result isn't an entity.
type Scanner interface {
	Scan(ctx context.Context, v any) error
}

// List returns the page of a query that r asks for. list identifies the list, including sort order and filters; keys
// returns a row's values of the order's columns. It fails with Invalid when the cursor or the limit is not valid.
func List[Q Query[Q, P, O, E, S], P, O ~func(*sql.Selector), E any, S Scanner](
	ctx context.Context, cursors *Cursors, query Q, r Request, order Order, list string, keys func(*E) []any,
) (Page[*E], error) {
	limit, at, err := r.parse(cursors, list, len(order.Columns))
	if err != nil {
		return Page[*E]{}, err
	}
	total, err := count(ctx, query, order, r.Total)
	if err != nil {
		return Page[*E]{}, fmt.Errorf("counting: %w", err)
	}
	backward := at != nil && at.Backward
	descending := order.Desc != backward
	if at != nil {
		query = query.Where(P(order.beyond(at.Keys, descending)))
	}
	// One extra row tells whether there is another page.
	rows, err := query.Order(O(order.sorted(descending))).Limit(limit + 1).All(ctx)
	if err != nil {
		return Page[*E]{}, err
	}
	further := len(rows) > limit
	rows = rows[:min(len(rows), limit)]
	if backward {
		slices.Reverse(rows)
	}
	p := Page[*E]{Items: rows, Total: total}
	if len(rows) == 0 {
		return p, nil
	}
	if further || backward {
		if p.Next, err = cursors.seal(position{Keys: texts(keys(rows[len(rows)-1]))}, list); err != nil {
			return Page[*E]{}, err
		}
	}
	if at != nil && (further || !backward) {
		p.Prev, err = cursors.seal(position{Backward: true, Keys: texts(keys(rows[0]))}, list)
	}
	return p, err
}

func (r Request) parse(cursors *Cursors, list string, keys int) (limit int, at *position, err error) {
	var fields []service.Field
	limit = r.Limit
	if limit == 0 {
		limit = DefaultLimit
	}
	if limit < 1 || limit > MaxLimit {
		fields = append(fields, service.Field{
			Pointer: "/limit", Code: "out_of_range", Detail: fmt.Sprintf("The limit must be 1 to %d items.", MaxLimit),
		})
	}
	if r.Cursor != "" {
		p, ok := cursors.open(r.Cursor, list)
		if !ok || len(p.Keys) != keys {
			fields = append(fields, service.Field{
				Pointer: "/cursor", Code: "invalid",
				Detail: "The cursor does not belong to this list with this sort and these filters. Start again without a cursor.",
			})
		}
		at = &p
	}
	return limit, at, service.InvalidFields(fields)
}

// beyond returns a row comparison, which an index on the columns can answer. Where rows may share the first column, it isn't
// strict, and the row at the keys itself is left out: PostgreSQL estimates it by the first column alone. After an import, when
// all rows share one time, none is later than that, so PostgreSQL would expect no rows, and walk through everybody's instead of
// the owner's.
func (o Order) beyond(keys []string, descending bool) func(*sql.Selector) {
	strict, loose := sql.OpGT, sql.OpGTE
	if descending {
		strict, loose = sql.OpLT, sql.OpLTE
	}
	return func(s *sql.Selector) {
		names, args := o.expressions(s), make([]any, len(keys))
		for i, key := range keys {
			args[i] = key
		}
		if last := len(names) - 1; last > 0 {
			s.Where(compared(names, loose, args)).Where(sql.NEQ(names[last], args[last]))
		} else {
			s.Where(compared(names, strict, args))
		}
	}
}

func compared(names []string, operator sql.Op, args []any) *sql.Predicate {
	return sql.P(func(b *sql.Builder) {
		b.Wrap(func(b *sql.Builder) { b.IdentComma(names...) }).WriteOp(operator)
		b.Wrap(func(b *sql.Builder) { b.Args(args...) })
	})
}

func (o Order) sorted(descending bool) func(*sql.Selector) {
	return func(s *sql.Selector) {
		for _, column := range o.expressions(s) {
			if descending {
				s.OrderBy(sql.Desc(column))
			} else {
				s.OrderBy(sql.Asc(column))
			}
		}
	}
}

// expressions are what is compared, as the index has it.
func (o Order) expressions(s *sql.Selector) []string {
	names := make([]string, len(o.Columns))
	for i, column := range o.Columns {
		names[i] = s.C(column)
		if column == o.Dated {
			names[i] = "coalesce(" + names[i] + ", '" + unknownDate + "')"
		}
	}
	return names
}

// texts formats sort keys so that PostgreSQL reads back the same values.
func texts(keys []any) []string {
	all := make([]string, len(keys))
	for i, key := range keys {
		switch key := key.(type) {
		case time.Time:
			all[i] = key.UTC().Format(time.RFC3339Nano)
		case *time.Time: // a date that may be unknown
			all[i] = unknownDate
			if key != nil {
				all[i] = key.Format(time.DateOnly)
			}
		default:
			all[i] = fmt.Sprint(key)
		}
	}
	return all
}
