package patient_test

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/patient"
)

// The model: who there is, as the rules see them.
type (
	institution struct {
		id      uuid.UUID
		insurer bool
	}
	doctor struct {
		id          uuid.UUID
		institution *institution
		active      bool
	}
	person struct {
		id     uuid.UUID
		doctor *doctor
		name   string
		active bool
	}
	platform struct {
		institutions []*institution
		doctors      []*doctor
		patients     []*person
	}
)

// sees is the rule in other words than those of ent/rule.
func (p *person) sees(v viewer.Viewer, doctors []*doctor) (record, clinical bool) {
	switch v.Kind {
	case viewer.Patient:
		return p.id == v.SubjectID, p.id == v.SubjectID
	case viewer.Institution:
		own := p.doctor.institution.id == v.SubjectID
		return own, own && !p.doctor.institution.insurer
	case viewer.Doctor:
		for _, d := range doctors {
			if d.id == v.SubjectID && d.active && d.institution == p.doctor.institution {
				return true, d == p.doctor || !d.institution.insurer
			}
		}
		return false, false
	}
	all := slices.Contains(v.Permissions, "patients:read")
	return all, all
}

// Lists, filters, searches, counts and single reads agree with the rule and so with each other, for random viewers over
// random data; and a cursor is good for nobody but whom it was given to.
func TestWhatIsListedIsWhatIsReadable(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	store := service.NewStore(env.Ent)
	cursors, err := page.NewCursors([][]byte{bytes.Repeat([]byte{1}, 32)})
	if err != nil {
		t.Fatal(err)
	}
	patients := patient.New(patient.Options{Store: store, Cursors: cursors, Trail: audit.New(store, nil)})
	count := func(ctx context.Context) (int, error) { return env.Ent.Patient.Query().Count(ctx) }
	rapid.Check(t, func(r *rapid.T) {
		for _, statement := range []string{"DELETE FROM patients", "DELETE FROM doctors", "DELETE FROM medical_institutions"} {
			if _, err := env.DB.ExecContext(t.Context(), statement); err != nil {
				r.Fatal(err)
			}
		}
		w := draw(t, r, env.DB)
		viewers := w.viewers()
		asking := rapid.SampledFrom(viewers).Draw(r, "viewer")
		other := rapid.SampledFrom(viewers).Draw(r, "other viewer")
		look{t, r, w, patients, asking}.check(count, other)
	})
}

func draw(t *testing.T, r *rapid.T, db fixture.DB) *platform {
	w := &platform{}
	for range rapid.IntRange(1, 2).Draw(r, "institutions") {
		i := &institution{insurer: rapid.Bool().Draw(r, "insurer")}
		kind := map[bool]string{true: "insurer", false: "hospital"}[i.insurer]
		i.id = fixture.Institution(t, db, fixture.Row{"institution_type_id": fixture.Code(t, db, "institution_types", kind)})
		w.institutions = append(w.institutions, i)
	}
	for range rapid.IntRange(1, 3).Draw(r, "doctors") {
		d := &doctor{institution: rapid.SampledFrom(w.institutions).Draw(r, "institution")}
		status := rapid.SampledFrom([]string{"active", "active", "suspended", "retired"}).Draw(r, "status")
		d.active = status == "active"
		d.id = fixture.Doctor(t, db, fixture.Row{"institution_id": d.institution.id, "status": status})
		w.doctors = append(w.doctors, d)
	}
	for range rapid.IntRange(0, 5).Draw(r, "patients") {
		p := &person{doctor: rapid.SampledFrom(w.doctors).Draw(r, "doctor"), active: rapid.Bool().Draw(r, "active")}
		p.name = rapid.SampledFrom([]string{"Ana", "Anita", "Zoë"}).Draw(r, "name")
		p.id = fixture.Patient(t, db, fixture.Row{"doctor_id": p.doctor.id, "first_name": p.name, "active": p.active})
		w.patients = append(w.patients, p)
	}
	return w
}

// viewers are all who can ask.
func (w *platform) viewers() []viewer.Viewer {
	var all []viewer.Viewer
	add := func(kind viewer.Kind, subject uuid.UUID, permissions ...string) {
		all = append(all, viewer.Viewer{Kind: kind, AccountID: uuid.New(), SubjectID: subject, Permissions: permissions})
	}
	for _, i := range w.institutions {
		add(viewer.Institution, i.id)
	}
	for _, d := range w.doctors {
		add(viewer.Doctor, d.id)
	}
	for _, p := range w.patients {
		add(viewer.Patient, p.id)
	}
	add(viewer.CMSUser, uuid.Nil, "patients:read")
	add(viewer.ServiceAccount, uuid.Nil, "patients:read", "doctors:read")
	add(viewer.CMSUser, uuid.Nil, "patients:update")
	return all
}

// look compares what a viewer gets with the model.
type look struct {
	t        *testing.T
	r        *rapid.T
	w        *platform
	patients *patient.Service
	viewer   viewer.Viewer
}

func (l look) ctx() context.Context { return viewer.NewContext(l.t.Context(), l.viewer) }

func (l look) check(count func(context.Context) (int, error), other viewer.Viewer) {
	if !slices.Contains(l.viewer.Permissions, "patients:read") && l.viewer.Kind == viewer.CMSUser {
		_, err := l.patients.List(l.ctx(), patient.Filter{}, page.SortName, page.Request{})
		l.equal(service.Forbidden, service.AsError(err).Code, "the list without a permission")
		return
	}
	all := 0
	for _, p := range l.w.patients {
		record, clinical := p.sees(l.viewer, l.w.doctors)
		all += map[bool]int{true: 1}[record]
		_, err := l.patients.Get(l.ctx(), p.id)
		l.reads(err, record, "the patient")
		_, err = l.patients.HealthProfile(l.ctx(), p.id)
		l.reads(err, clinical, "the health profile")
	}
	n, err := count(l.ctx())
	l.equal(nil, err, "counting")
	l.equal(all, n, "the count")
	for _, sort := range []string{"", page.SortNewest, page.SortOldest, page.SortName, page.SortNameDesc, page.SortChanged, page.SortChangedLast} {
		for _, active := range []page.Active{page.ActiveOnly, page.InactiveOnly, page.ActiveAny} {
			f := patient.Filter{Selection: page.Selection{Active: active, Name: rapid.SampledFrom([]string{"", "an", "ZOE"}).Draw(l.r, "q")}}
			if rapid.Bool().Draw(l.r, "of one doctor") {
				f.DoctorID = rapid.SampledFrom(l.w.doctors).Draw(l.r, "doctor").id
			}
			l.equal(l.expected(f), l.listed(f, sort, other), fmt.Sprintf("the list by %s of %+v", sort, f))
		}
	}
}

func (l look) expected(f patient.Filter) []string {
	ids := []string{}
	for _, p := range l.w.patients {
		record, _ := p.sees(l.viewer, l.w.doctors)
		named := strings.HasPrefix(strings.ReplaceAll(strings.ToLower(p.name), "ë", "e"), strings.ToLower(f.Name))
		of := f.DoctorID == uuid.Nil || f.DoctorID == p.doctor.id
		listed := f.Active == page.ActiveAny || p.active == (f.Active == page.ActiveOnly)
		if record && named && of && listed {
			ids = append(ids, p.id.String())
		}
	}
	slices.Sort(ids)
	return ids
}

// listed walks through the pages of a list. Another viewer gets nothing for its cursors.
func (l look) listed(f patient.Filter, sort string, other viewer.Viewer) []string {
	ids := []string{}
	for request := (page.Request{Limit: 2}); ; {
		p, err := l.patients.List(l.ctx(), f, sort, request)
		l.equal(nil, err, "listing")
		for _, item := range p.Items {
			ids = append(ids, item.ID.String())
		}
		if p.Next == "" {
			slices.Sort(ids)
			return ids
		}
		request.Cursor = p.Next
		if other.AccountID != l.viewer.AccountID {
			_, err = l.patients.List(viewer.NewContext(l.t.Context(), other), f, sort, request)
			if code := service.AsError(err).Code; code != service.Invalid {
				l.r.Fatalf("another's cursor: %s", code)
			}
		}
	}
}

func (l look) reads(err error, may bool, what string) {
	if may {
		l.equal(nil, err, what)
	} else {
		l.equal(service.Missing(), error(service.AsError(err)), what)
	}
}

func (l look) equal(want, got any, what string) {
	if fmt.Sprint(want) != fmt.Sprint(got) {
		l.r.Fatalf("%s for a %s %s: %v, not %v", what, l.viewer.Kind, l.viewer.SubjectID, got, want)
	}
}
