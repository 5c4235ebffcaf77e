// Package clinical keeps the collections of a patient's record: conditions, medications, allergies and family history.
//
// Viewers who may see the patient's clinical data may read them: the patient, the doctors of their institution (notes only
// for the patient's own doctor), the institution unless it is an insurer, and staff with patients:read. The patient's doctor
// and institution (unless it is an insurer) may write, and so may staff with patients:read and patients:update. Patients
// may not write, because they don't make diagnoses.
package clinical

import (
	"context"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/access"
	"github.com/predicthealth/predicthealth/service/collection"
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/resource"
)

// Entry holds what entries of all collections have in common.
type Entry struct {
	ID        uuid.UUID `json:"id" format:"uuid"`
	PatientID uuid.UUID `json:"patient_id" format:"uuid"`
	Notes     *string   `json:"notes,omitempty" set:"create,update" maxLength:"4000" doc:"Left out when there are none, and for colleagues of the patient's doctor."`
	CreatedAt time.Time `json:"created_at"`
	UpdatedAt time.Time `json:"updated_at"`
	Version   int       `json:"version" doc:"Increases with each change. The ETag is derived from it."`

	doctorID uuid.UUID // the patient's doctor
}

func (e *Entry) entry() *Entry { return e }

// entry is a kind of entry.
type entry[T any] interface {
	*T
	entry() *Entry
}

// Collection holds a patient's entries of one kind.
type Collection[T any] = collection.Collection[T, *Patient]

// of returns a collection of T. The rules here apply to all kinds of entries; check has the rules of one kind.
func of[T any, E entry[T]](
	o collection.Options, name string, table *resource.Table[T], order page.Order, check func(*resource.Edit[T]),
) *Collection[T] {
	return collection.New(o, Collection[T]{
		Name: name, Table: table, Order: order,
		Check: func(_ context.Context, _ *ent.Client, owner *Patient, e *resource.Edit[T]) error {
			today := time.Now().UTC().Truncate(24 * time.Hour)
			for pointer, day := range e.Dates() {
				e.Refuse(day.Before(owner.born), pointer, "before_birth", "This is before the patient's birth.")
				e.Refuse(day.After(today), pointer, "in_future", "This is in the future.")
			}
			if check != nil {
				check(e)
			}
			return nil
		},
		Show: func(v viewer.Viewer, item *T) {
			if e := E(item).entry(); !access.To(v, e.doctorID).Notes {
				e.Notes = nil
			}
		},
	})
}

const doctorOfPatient = "patient_doctor_id"

// withDoctor reads the patient's doctor together with an entry, because other doctors see no notes.
func withDoctor[T any, E entry[T]]() resource.Joined[T] {
	return resource.Joined[T]{
		Select: func(s *sql.Selector) {
			owners := sql.Table(patient.Table)
			s.Join(owners).On(s.C("patient_id"), owners.C(patient.FieldID))
			s.AppendSelectAs(owners.C(patient.FieldDoctorID), doctorOfPatient)
		},
		Read: func(row resource.Row, item *T) error {
			doctor, err := service.Selected(row, doctorOfPatient)
			if err != nil {
				return err
			}
			E(item).entry().doctorID, err = uuid.Parse(*doctor[0])
			return err
		},
	}
}

// ended refuses an end before the start; a nil end is that of something that continues.
func ended[T any](e *resource.Edit[T], pointer string, end *resource.Date, start resource.Date) {
	e.Refuse(end != nil && end.Before(start.Time), pointer, "before_start", "The end is before the start.")
}
