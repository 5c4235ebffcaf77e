package rule_test

import (
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/fixture"
)

// world is three institutions. The hospital has the doctors Dora, with two patients, Carl, with one, and Sue, who is
// suspended, with one; the clinic has Olga, with one; the insurer has Ina, with one, and Ivo. Each patient has a row in
// each clinical table, and each of all of them a phone and an account.
type world struct {
	hospital, clinic, insurer       uuid.UUID
	dora, carl, sue, olga, ina, ivo uuid.UUID
	patient                         uuid.UUID // of Dora
	carls, sues, olgas, inas        uuid.UUID

	accounts map[uuid.UUID]uuid.UUID
}

func newWorld(t *testing.T, db fixture.DB) *world {
	t.Helper()
	w := &world{accounts: map[uuid.UUID]uuid.UUID{}}
	institution := func(kind string) uuid.UUID {
		return w.owns(t, db, "institution", fixture.Institution(t, db, fixture.Row{
			"institution_type_id": fixture.Code(t, db, "institution_types", kind),
		}))
	}
	doctor := func(institution uuid.UUID, rows ...fixture.Row) uuid.UUID {
		return w.owns(t, db, "doctor", fixture.Doctor(t, db, append(rows, fixture.Row{"institution_id": institution})...))
	}
	patient := func(doctor uuid.UUID) uuid.UUID {
		id := w.owns(t, db, "patient", fixture.Patient(t, db, fixture.Row{"doctor_id": doctor}))
		clinicalRows(t, db, id)
		return id
	}
	w.hospital, w.clinic, w.insurer = institution("hospital"), institution("preventive_clinic"), institution("insurer")
	w.dora, w.carl, w.olga = doctor(w.hospital), doctor(w.hospital), doctor(w.clinic)
	w.sue = doctor(w.hospital, fixture.Row{"status": "suspended"})
	w.ina, w.ivo = doctor(w.insurer), doctor(w.insurer)
	w.patient, _ = patient(w.dora), patient(w.dora)
	w.carls, w.sues, w.olgas, w.inas = patient(w.carl), patient(w.sue), patient(w.olga), patient(w.ina)
	return w
}

func clinicalRows(t *testing.T, db fixture.DB, patient uuid.UUID) {
	t.Helper()
	fixture.Insert(t, db, "health_profiles", fixture.Row{"patient_id": patient, "notes": "Sleeps badly."})
	for _, kind := range fixture.EntryKinds {
		row, _ := kind.Row(t, db, patient)
		fixture.Insert(t, db, kind.Table, row)
	}
}

// owns gives the row of an entity a phone and an account.
func (w *world) owns(t *testing.T, db fixture.DB, kind string, id uuid.UUID) uuid.UUID {
	t.Helper()
	w.accounts[id] = fixture.User(t, db, kind, id)
	fixture.Insert(t, db, "phones", fixture.Row{
		"entity_type": kind, "entity_id": id, "number": "+16175550100",
		"country_code": "1", "phone_type_id": fixture.Code(t, db, "phone_types", "work"),
	})
	return id
}

func (w *world) as(kind viewer.Kind, id uuid.UUID) viewer.Viewer {
	return viewer.Viewer{Kind: kind, SubjectID: id, AccountID: w.accounts[id]}
}

// staff is a CMS user with permissions, separated by spaces.
func staff(permissions string) viewer.Viewer {
	return viewer.Viewer{Kind: viewer.CMSUser, Permissions: strings.Fields(permissions)}
}

// machine is a service account with permissions, separated by spaces.
func machine(permissions string) viewer.Viewer {
	return viewer.Viewer{Kind: viewer.ServiceAccount, Permissions: strings.Fields(permissions)}
}
