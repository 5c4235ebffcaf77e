package apitest

import (
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/internal/fixture"
)

// Password is that of every account of a World.
const Password = "correct horse battery staple"

// passwordHash is Password's, made once: hashing takes tens of milliseconds.
const passwordHash = "$2a$10$v5gpXxVZCqEd/giC6cV4xe6x9zp8vDGaroi1Td8WajkmQhrv7kj/y" //nolint:gosec // of the password above

// Accounts of a World, as a Scenario names them in As.
const (
	Admin        = "admin@example.org"
	Editor       = "editor@example.org"
	Hospital     = "hospital@example.org"     // an institution
	Doctor       = "doctor@example.org"       // of the hospital
	Colleague    = "colleague@example.org"    // another doctor of the hospital
	Patient      = "patient@example.org"      // of the doctor
	OtherPatient = "otherpatient@example.org" // of the other doctor
	OtherDoctor  = "otherdoctor@example.org"  // of the other clinic
	OtherClinic  = "otherclinic@example.org"  // another institution
)

// World is two institutions with doctors and patients, each with an account, and staff.
type World struct {
	Hospital, Doctor, Colleague, Patient   uuid.UUID
	OtherClinic, OtherDoctor, OtherPatient uuid.UUID
}

// NewWorld makes a World.
func NewWorld(t testing.TB, db fixture.DB) World {
	t.Helper()
	var w World
	w.Hospital = fixture.Institution(t, db, fixture.Row{"name": "Hospital"})
	w.Doctor = fixture.Doctor(t, db, fixture.Row{"institution_id": w.Hospital, "consultation_fee": "120.50"})
	w.Colleague = fixture.Doctor(t, db, fixture.Row{"institution_id": w.Hospital, "first_name": "Carl"})
	w.Patient = fixture.Patient(t, db, fixture.Row{"doctor_id": w.Doctor, "first_name": "Ana", "last_name": "García"})
	w.OtherClinic = fixture.Institution(t, db, fixture.Row{"name": "Other Clinic"})
	w.OtherDoctor = fixture.Doctor(t, db, fixture.Row{"institution_id": w.OtherClinic, "first_name": "Olga"})
	w.OtherPatient = fixture.Patient(t, db, fixture.Row{"doctor_id": w.OtherDoctor, "first_name": "Otto", "last_name": "Other"})
	for email, owner := range map[string]struct {
		userType string
		id       uuid.UUID
	}{
		Hospital: {"institution", w.Hospital}, Doctor: {"doctor", w.Doctor}, Colleague: {"doctor", w.Colleague},
		Patient: {"patient", w.Patient}, OtherPatient: {"patient", w.OtherPatient},
		OtherDoctor: {"doctor", w.OtherDoctor}, OtherClinic: {"institution", w.OtherClinic},
	} {
		addAccount(t, db, email, owner.userType, owner.id)
	}
	Staff(t, db, Admin, "admin")
	Staff(t, db, Editor, "editor")
	return w
}

// Staff makes a member of the staff with a role and returns the account.
func Staff(t testing.TB, db fixture.DB, email, role string) uuid.UUID {
	t.Helper()
	id := fixture.Insert(t, db, "cms_users", fixture.Row{
		"email": email, "role_id": fixture.Code(t, db, "cms_roles", role), "first_name": "Stella", "last_name": "Staff",
	})
	fixture.Insert(t, db, "cms_user_credentials", fixture.Row{"cms_user_id": id, "password_hash": passwordHash})
	return id
}

// StaffWith makes a member of the staff whose role has exactly these permissions (resource:action) and returns the
// account.
func StaffWith(t testing.TB, db fixture.DB, email string, permissions ...string) uuid.UUID {
	t.Helper()
	code := strings.NewReplacer("@", "_", ".", "_", "-", "_").Replace(email)
	role := fixture.Value[int](t, db, "INSERT INTO cms_roles (code, name) VALUES ($1, $1) RETURNING id", code)
	for _, permission := range permissions {
		fixture.Value[int](t, db, `INSERT INTO cms_role_permissions (role_id, permission_id)
			SELECT $1, id FROM cms_permissions WHERE resource || ':' || action = $2 RETURNING id`, role, permission)
	}
	return Staff(t, db, email, code)
}
