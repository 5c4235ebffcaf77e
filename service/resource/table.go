package resource

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	entgo "entgo.io/ent"
	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/privacy"
	"github.com/predicthealth/predicthealth/ent/search"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/page"
)

// Where narrows a statement on any table.
type Where = func(*sql.Selector)

// Table stores Ts. All its methods act as the viewer, within the access rules.
type Table[T any] struct {
	columns columns
	page    func(context.Context, *ent.Client, *page.Cursors, Where, page.Request, page.Order, string) (page.Page[*T], error)
	all     func(context.Context, *ent.Client, Where, page.Order) ([]*T, error)
	insert  func(context.Context, *ent.Client, uuid.UUID, map[string]ent.Value) error
	update  func(context.Context, *ent.Client, Where, map[string]ent.Value) (int, error)
	remove  func(context.Context, *ent.Client, Where) (int, error)
}

// Joined is what is read with each row besides its columns and codes: Select adds it to the statement, Read gives it to the T.
type Joined[T any] struct {
	Select Where
	Read   func(Row, *T) error
}

// entity is ent's client of an entity. Its builders have no common type.
type entity[Q, C, U, D any] interface {
	Query() Q
	Create() C
	Update() U
	Delete() D
}

type creating[C any, M entgo.Mutation] interface {
	SetID(uuid.UUID) C
	Mutation() M
	Exec(context.Context) error
}

type updating[U any, P ~func(*sql.Selector), M entgo.Mutation] interface {
	Where(...P) U
	Mutation() M
	Save(context.Context) (int, error)
}

type deleting[D any, P ~func(*sql.Selector)] interface {
	Where(...P) D
	Exec(context.Context) (int, error)
}

// TableOf returns the table of Ts that an ent client has, as in
//
//	resource.TableOf[Condition](func(c *ent.Client) *ent.PatientConditionClient { return c.PatientCondition })
//
// It panics when a member names a column that doesn't exist.
func TableOf[
	T any, N entity[Q, C, U, D],
	Q page.Query[Q, P, O, E, S], P, O ~func(*sql.Selector), E any, S page.Scanner,
	C creating[C, M], U updating[U, P, M], D deleting[D, P], M entgo.Mutation,
](of func(*ent.Client) N, with ...Joined[T]) *Table[T] {
	known, columns := TypeOf[T](), columnsOf(reflect.TypeFor[E]())
	columns.check(known, reflect.TypeFor[E]())
	query := func(client *ent.Client, at Where) Q {
		q := of(client).Query().Where(P(at))
		q.Modify(known.selectCodes)
		for _, j := range with {
			q.Modify(j.Select)
		}
		return q
	}
	read := func(row *E) (*T, error) {
		item := new(T)
		if err := known.fill(reflect.ValueOf(item).Elem(), reflect.ValueOf(row).Elem(), columns); err != nil {
			return nil, err
		}
		for _, j := range with {
			if err := j.Read(any(row).(Row), item); err != nil {
				return nil, err
			}
		}
		return item, nil
	}
	return &Table[T]{
		columns: columns,
		page: func(ctx context.Context, client *ent.Client, cursors *page.Cursors, at Where, r page.Request, order page.Order, list string) (page.Page[*T], error) {
			rows, err := page.List(ctx, cursors, query(client, at), r, order, list, func(row *E) []any {
				return columns.keys(reflect.ValueOf(row).Elem(), order.Columns)
			})
			if err != nil {
				return page.Page[*T]{}, err
			}
			return page.Convert(rows, read)
		},
		all: func(ctx context.Context, client *ent.Client, at Where, order page.Order) ([]*T, error) {
			rows, err := query(client, at).Order(O(order.By)).All(ctx)
			if err != nil {
				return nil, err
			}
			all, err := page.Convert(page.Page[*E]{Items: rows}, read)
			return all.Items, err
		},
		insert: func(ctx context.Context, tx *ent.Client, id uuid.UUID, values map[string]ent.Value) error {
			create := of(tx).Create().SetID(id)
			if err := set(create.Mutation(), values); err != nil {
				return err
			}
			return create.Exec(ctx)
		},
		update: func(ctx context.Context, tx *ent.Client, at Where, values map[string]ent.Value) (int, error) {
			update := of(tx).Update().Where(P(at))
			if err := set(update.Mutation(), values); err != nil {
				return 0, err
			}
			return update.Save(ctx)
		},
		remove: func(ctx context.Context, tx *ent.Client, at Where) (int, error) {
			return of(tx).Delete().Where(P(at)).Exec(ctx)
		},
	}
}

// set sets the values of columns in a mutation; nil clears a column.
func set(mutation entgo.Mutation, values map[string]ent.Value) error {
	for column, value := range values {
		var err error
		if value == nil {
			err = mutation.ClearField(column)
		} else {
			err = mutation.SetField(column, value)
		}
		if err != nil {
			return fmt.Errorf("setting a column: %w", err)
		}
	}
	return nil
}

// Equal narrows a statement to rows whose columns have these values.
func Equal(values map[string]any) Where {
	return func(s *sql.Selector) {
		for _, column := range slices.Sorted(maps.Keys(values)) { // the same statement each time
			s.Where(sql.EQ(s.C(column), values[column]))
		}
	}
}

// And narrows a statement to rows that match all of these.
func And(all ...Where) Where {
	return func(s *sql.Selector) {
		for _, narrow := range all {
			narrow(s)
		}
	}
}

// Page returns a page of Ts in an order. list identifies the list and its viewer.
func (t *Table[T]) Page(
	ctx context.Context, client *ent.Client, cursors *page.Cursors, at Where, r page.Request, order page.Order, list string,
) (page.Page[*T], error) {
	return t.page(ctx, client, cursors, at, r, order, list)
}

// All returns all Ts that match, in an order.
func (t *Table[T]) All(ctx context.Context, client *ent.Client, at Where, order page.Order) ([]*T, error) {
	return t.all(ctx, client, at, order)
}

// One returns the T that matches. It fails as for a missing record when there is none.
func (t *Table[T]) One(ctx context.Context, client *ent.Client, at Where) (*T, error) {
	found, err := t.all(ctx, client, at, page.Order{})
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, service.Missing()
	}
	return found[0], nil
}

// Find returns the T with an id. It fails as for a missing record when there is none that the viewer may see.
func (t *Table[T]) Find(ctx context.Context, client *ent.Client, id uuid.UUID) (*T, error) {
	found, err := t.One(ctx, client, sql.FieldEQ("id", id))
	if err != nil {
		return nil, fmt.Errorf("reading a %s: %w", reflect.TypeFor[T]().Name(), err)
	}
	return found, nil
}

// Among returns the Ts with these ids that the viewer may see, by id; none for staff without the permission.
func (t *Table[T]) Among(ctx context.Context, client *ent.Client, ids []uuid.UUID) (map[uuid.UUID]*T, error) {
	rows, err := t.all(ctx, client, search.Among[Where](ids), page.Order{})
	if err != nil && !errors.Is(err, privacy.Deny) {
		return nil, fmt.Errorf("reading each %s: %w", reflect.TypeFor[T]().Name(), err)
	}
	found := make(map[uuid.UUID]*T, len(rows))
	for _, row := range rows {
		found[IDOf(row)] = row
	}
	return found, nil
}

// Insert stores a new T with an id, and with the values of columns that callers can't set.
func (t *Table[T]) Insert(ctx context.Context, tx *ent.Client, id uuid.UUID, e *Edit[T], more map[string]any) error {
	values := t.values(e)
	for column, value := range more {
		values[column] = t.columns.value(column, reflect.ValueOf(value))
	}
	return t.refused(t.insert(ctx, tx, id, values))
}

// Update stores the changes of a T in its row. It fails with Stale when no row matches, because at names its version.
func (t *Table[T]) Update(ctx context.Context, tx *ent.Client, at Where, e *Edit[T]) error {
	values := t.values(e)
	if len(values) == 0 {
		return nil
	}
	n, err := t.update(ctx, tx, at, values)
	if err == nil && n == 0 {
		return service.Changed()
	}
	return t.refused(err)
}

// Set sets columns of the rows that match.
func (t *Table[T]) Set(ctx context.Context, tx *ent.Client, at Where, values map[string]ent.Value) error {
	_, err := t.update(ctx, tx, at, values)
	return t.refused(err)
}

// Delete deletes the rows that match, and returns how many there were.
func (t *Table[T]) Delete(ctx context.Context, tx *ent.Client, at Where) (int, error) {
	return t.remove(ctx, tx, at)
}

// values returns the values of the columns that have changed.
func (t *Table[T]) values(e *Edit[T]) map[string]ent.Value {
	after := reflect.ValueOf(e.After).Elem()
	values := map[string]ent.Value{}
	for _, m := range e.Changed() {
		value := m.in(after)
		switch {
		case m.Column == "":
		case !value.IsValid() || m.Optional() && value.IsNil():
			values[m.Column] = nil
		case m.Catalog != "":
			values[m.Column] = e.Codes.keys["/"+m.Name]
		default:
			values[m.Column] = t.columns.value(m.Column, value)
		}
	}
	return values
}

// refused converts an error of ent or the database to one that names the member at fault.
func (t *Table[T]) refused(err error) error {
	if long := new(ent.ValidationError); errors.As(err, &long) {
		return service.InvalidFields([]service.Field{{Pointer: "/" + long.Name, Code: "too_long", Detail: "This is too long."}})
	}
	err = service.FromDatabase(err, nil)
	var refused *service.Error
	if errors.As(err, &refused) {
		for i, field := range refused.Fields {
			if m := TypeOf[T]().stored(strings.TrimPrefix(field.Pointer, "/")); m != nil {
				refused.Fields[i].Pointer = "/" + m.Name
			}
		}
	}
	return err
}
