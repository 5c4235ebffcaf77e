// Package clinical keeps the collections of a patient's record: conditions, medications, allergies and family history.
//
// Whoever may see the patient's clinical data may read them: the patient, the doctors of their institution (notes only the
// patient's own), the institution unless it is an insurer, staff with patients:read. The patient's doctor, institution, and
// staff with patients:read and patients:update may write. Patients don't write: diagnoses are not theirs.
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

// Entry is what entries of all collections have.
type Entry struct {
	ID        uuid.UUID `json:"id" format:"uuid"`
	PatientID uuid.UUID `json:"patient_id" format:"uuid"`
	Notes     *string   `json:"notes,omitempty" set:"create,update" maxLength:"4000" doc:"Left out when there are none, and for colleagues of the patient's doctor."`
	CreatedAt time.Time `json:"created_at"`
	UpdatedAt time.Time `json:"updated_at"`
	Version   int       `json:"version" doc:"Rises with each change; the ETag is made of it."`

	doctorID uuid.UUID // of the patient
}

func (e *Entry) entry() *Entry { return e }

// entry is a kind of entry.
type entry[T any] interface {
	*T
	entry() *Entry
}

// Service has the collections. It is safe for concurrent use.
type Service struct {
	Conditions    *Collection[Condition]
	Medications   *Collection[Medication]
	Allergies     *Collection[Allergy]
	FamilyHistory *Collection[Relative]
}

// Collection has a patient's entries of one kind.
type Collection[T any] = collection.Collection[T, *Patient]

// New returns a Service.
func New(o collection.Options) *Service {
	return &Service{conditions(o), medications(o), allergies(o), familyHistory(o)}
}

// of is a collection of T: the rules here are those of all kinds, check is what one has besides.
func of[T any, E entry[T]](
	o collection.Options, name string, table *resource.Table[T], order page.Order, check func(*resource.Edit[T]),
) *Collection[T] {
	return &Collection[T]{
		Options: o, Name: name, Table: table, Order: order,
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
	}
}

const doctorOfPatient = "patient_doctor_id"

// withDoctor reads the patient's doctor with an entry: who else sees it, sees no notes.
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

// ended refuses an end before the beginning; nil is that of what goes on.
func ended[T any](e *resource.Edit[T], pointer string, end *resource.Date, start resource.Date) {
	e.Refuse(end != nil && end.Before(start.Time), pointer, "before_start", "The end is before the beginning.")
}
