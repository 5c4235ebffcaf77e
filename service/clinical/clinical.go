// Package clinical keeps the collections of a patient's record: conditions, medications, allergies and family history.
//
// Viewers who may see the patient's clinical data may read them: the patient, the doctors of their institution (notes only
// for the patient's own doctor), the institution unless it is an insurer, and staff with patients:read. The patient's doctor
// and institution (unless it is an insurer) may write, and so may staff with patients:read and patients:update. Patients
// may not write, because they don't make diagnoses.
package clinical

import (
	"context"
	"slices"
	"strings"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/access"
	"github.com/predicthealth/predicthealth/service/collection"
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/resource"
)

// Entry holds what entries of all collections have in common.
type Entry struct {
	ID             uuid.UUID      `json:"id" format:"uuid"`
	PatientID      uuid.UUID      `json:"patient_id" format:"uuid"`
	Notes          *string        `json:"notes,omitempty" set:"create,update" maxLength:"4000" doc:"Left out when there are none, and for colleagues of the patient's doctor."`
	SourceElements map[string]any `json:"source_elements,omitempty" doc:"Elements of the source's FHIR resource that no other member holds, as they came. Left out like notes."`
	CreatedAt      time.Time      `json:"created_at"`
	UpdatedAt      time.Time      `json:"updated_at"`
	Version        int            `json:"version" doc:"Increases with each change. The ETag is derived from it."`

	doctorID uuid.UUID // the patient's doctor
}

func (e *Entry) entry() *Entry { return e }

// entry is a kind of entry.
type entry[T any] interface {
	*T
	entry() *Entry
}

const precisionSuffix = "_precision"

// ends are the dates that may lie in the future: when something is planned to end.
var ends = []string{"/abatement_date", "/end_date"}

// Collection holds a patient's entries of one kind.
type Collection[T any] = collection.Collection[T, *Patient]

// of returns a collection of T. The rules here apply to all kinds of entries; check has the rules of one kind.
func of[T any, E entry[T]](
	o collection.Options, name string, table *resource.Table[T], order page.Order, check func(*resource.Edit[T]),
) *Collection[T] {
	return collection.New(o, Collection[T]{
		Name: name, Table: table, Order: order,
		Check: func(_ context.Context, _ *ent.Client, owner *Patient, e *resource.Edit[T]) error {
			today := service.LatestToday()
			for pointer, day := range e.Dates() {
				precision := valueset.Precision(e.Text(strings.TrimPrefix(pointer, "/") + precisionSuffix))
				e.Refuse(precision.End(day.Time).Before(owner.born), pointer, "before_birth", "This is before the patient's birth.")
				e.Refuse(day.After(today) && !slices.Contains(ends, pointer), pointer, "in_future", "This is in the future.")
			}
			if check != nil {
				check(e)
			}
			return nil
		},
		Show: func(v viewer.Viewer, item *T) {
			if e := E(item).entry(); !access.To(v, e.doctorID).Notes {
				e.Notes, e.SourceElements = nil, nil
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

// period is when a condition or a medication begins and ends, each as far as it is known: nil is unknown, or no end.
type period struct {
	start, end   *resource.Date
	endPrecision valueset.Precision
	endName      string // of the member
}

// over says whether the period has ended. A day that is today has not.
func (p period) over() bool {
	return p.end != nil && p.endPrecision.Over(p.end.Time)
}

// checkPeriod refuses an end before the start, and a status that contradicts the end.
func checkPeriod[T any](e *resource.Edit[T], p period, current bool) {
	e.Refuse(p.start != nil && p.end != nil && p.endPrecision.End(p.end.Time).Before(p.start.Time), "/"+p.endName, "before_start",
		"The end is before the start.")
	named := e.Name("status") || e.Name(p.endName) || e.Name(p.endName+precisionSuffix)
	e.Refuse(named && current && p.over(), "/status", "ended", "It has ended, so its status can't say that it continues.")
}

// withStatus selects entries by their statuses. What has ended is not among those that continue, whatever its status: its end may
// have passed without anybody's writing.
func withStatus(end string) func([]string) resource.Where {
	return func(statuses []string) resource.Where {
		return sql.AndPredicates(sql.FieldIn("status", statuses...), sql.OrPredicates(
			sql.FieldNotIn("status", valueset.Continuing...), func(s *sql.Selector) {
				s.Where(sql.P(func(b *sql.Builder) {
					b.WriteString("is_current(").IdentComma(s.C("status"), s.C(end), s.C(end+precisionSuffix)).WriteString(")")
				}))
			}))
	}
}
