package clinical

import (
	"context"
	"fmt"
	"time"

	entgo "entgo.io/ent"
	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/service/change"
	"github.com/predicthealth/predicthealth/service/page"
)

// where is a predicate of any entity.
type where = func(*sql.Selector)

func and(all ...where) where {
	return func(s *sql.Selector) {
		for _, predicate := range all {
			predicate(s)
		}
	}
}

// rows are the entries of a collection where they are stored. What they do is done as the viewer, within the access rules.
type rows[T any] struct {
	page   func(ctx context.Context, client *ent.Client, at where, r page.Request, list string) (page.Page[T], error)
	all    func(ctx context.Context, client *ent.Client, at where) ([]T, error)
	insert func(ctx context.Context, tx *ent.Client, id, patientID uuid.UUID, members []*change.Member) error
	update func(ctx context.Context, tx *ent.Client, at where, members []*change.Member) (int, error)
	remove func(ctx context.Context, tx *ent.Client, at where) (int, error)
}

// reading sets how rows are read: by query, in an order, of which keys are a row's values.
func reading[Q page.Query[Q, P, O, E, S], P, O ~func(*sql.Selector), E, T any, S page.Scanner](
	r *rows[T], cursors *page.Cursors, query func(*ent.Client) Q, order page.Order, keys func(*E) []any, convert func(*E) (T, error),
) {
	r.page = func(ctx context.Context, client *ent.Client, at where, request page.Request, list string) (page.Page[T], error) {
		found, err := page.List(ctx, cursors, query(client).Where(P(at)), request, order, list, keys)
		if err != nil {
			return page.Page[T]{}, err
		}
		return page.Convert(found, convert)
	}
	r.all = func(ctx context.Context, client *ent.Client, at where) ([]T, error) {
		found, err := query(client).Where(P(at)).Order(O(order.By)).All(ctx)
		if err != nil {
			return nil, err
		}
		all, err := page.Convert(page.Page[*E]{Items: found}, convert)
		return all.Items, err
	}
}

// insert saves a new row with the values of members.
func insert[M entgo.Mutation](ctx context.Context, create interface {
	Mutation() M
	Exec(context.Context) error
}, members []*change.Member) error {
	if err := change.Set(create.Mutation(), members); err != nil {
		return err
	}
	return create.Exec(ctx)
}

// update saves the values of members and returns how many rows it changed.
func update[M entgo.Mutation](ctx context.Context, update interface {
	Mutation() M
	Save(context.Context) (int, error)
}, members []*change.Member) (int, error) {
	if err := change.Set(update.Mutation(), members); err != nil {
		return 0, err
	}
	return update.Save(ctx)
}

// The columns that are read beside an entry's own.
const (
	doctorOfPatient = "patient_doctor_id"
	birthOfPatient  = "patient_date_of_birth"
)

// withPatient reads the patient's doctor and birth with an entry, and the catalog entries that it names: catalogs are
// tables by the entry's column that refers to them. One statement reads it all.
func withPatient(catalogs map[string]string) where {
	return func(s *sql.Selector) {
		owners := sql.Table(patient.Table)
		s.Join(owners).On(s.C("patient_id"), owners.C(patient.FieldID))
		s.AppendSelectAs(owners.C(patient.FieldDoctorID), doctorOfPatient)
		s.AppendSelectAs(owners.C(patient.FieldDateOfBirth), birthOfPatient)
		for column, table := range catalogs {
			catalog := sql.Table(table).As(column + "_catalog")
			s.LeftJoin(catalog).On(s.C(column), catalog.C("id"))
			for _, field := range []string{"code_system", "code", "name"} {
				s.AppendSelectAs(catalog.C(field), column+"_"+field)
			}
		}
	}
}

// joined reads the columns that withPatient has read. What fails first stays in err.
type joined struct {
	row interface {
		Value(string) (ent.Value, error)
	}
	err error
}

func (j *joined) text(column string) string {
	value, err := j.row.Value(column)
	if err != nil && j.err == nil {
		j.err = fmt.Errorf("reading %s: %w", column, err)
	}
	switch text := value.(type) {
	case string:
		return text
	case []byte:
		return string(text)
	}
	return ""
}

// coding is that of a column; its zero when the column is NULL.
func (j *joined) coding(column string) Coding {
	return Coding{j.text(column + "_code_system"), j.text(column + "_code"), j.text(column + "_name")}
}

// patient sets whose entry it is.
func (j *joined) patient(e *Entry) {
	doctor, err := uuid.Parse(j.text(doctorOfPatient))
	if err != nil && j.err == nil {
		j.err = fmt.Errorf("reading a patient's doctor: %w", err)
	}
	born, err := j.row.Value(birthOfPatient)
	if err != nil && j.err == nil {
		j.err = fmt.Errorf("reading a date of birth: %w", err)
	}
	e.doctorID = doctor
	e.born, _ = born.(time.Time)
}
