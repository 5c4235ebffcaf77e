package apitest

import (
	"crypto/sha256"
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/internal/fixture"
)

// What requests are made of: the values of paths, and bodies.

type (
	values = map[string]func(testing.TB, Ask) string
	object map[string]any
)

var (
	anyVersion = map[string]string{"If-Match": "*"}
	form       = map[string]string{"Content-Type": "application/x-www-form-urlencoded"}
)

func (o object) body(testing.TB, Ask) any { return o }

func patient(_ testing.TB, a Ask) string { return a.Patient.String() }

func account(_ testing.TB, a Ask) string { return a.Cast.Accounts[a.Account].String() }
func editor(_ testing.TB, a Ask) string  { return a.Cast.Accounts[Editor].String() }

// invited is a new member of the staff who has no password.
func invited(t testing.TB, a Ask) string {
	return fixture.Insert(t, a.App.Env.DB, "cms_users", fixture.Row{
		"email": uuid.NewString() + "@example.org", "role_id": fixture.Code(t, a.App.Env.DB, "cms_roles", "editor"),
		"first_name": "Ina", "last_name": "Invited",
	}).String()
}

// waiting is a new patient, doctor or institution whose account has no password, for callers who may see one such; for others
// it is the Ask's own, whose account keeps its password.
func waiting(kind string, of func(testing.TB, Ask) string) func(testing.TB, Ask) string {
	return func(t testing.TB, a Ask) string {
		if a.Caller == "" || a.Caller == Patient || a.Caller == OtherPatient || kind == "institution" && a.Caller != Admin {
			return of(t, a)
		}
		var id uuid.UUID
		switch db := a.App.Env.DB; kind {
		case "patient":
			id = fixture.Patient(t, db, fixture.Row{"doctor_id": doctorOfPatient(t, a)})
		case "doctor":
			id = fixture.Doctor(t, db, fixture.Row{"institution_id": institutionOfPatient(t, a)})
		default:
			id = fixture.Institution(t, db)
		}
		fixture.User(t, a.App.Env.DB, kind, id, fixture.Row{"email": uuid.NewString() + "@example.org"})
		return id.String()
	}
}

func machine(_ testing.TB, a Ask) string { return a.Cast.MachineID }

func language(testing.TB, Ask) string { return "system.default_language" }

// spareRole is a new role that nobody has.
func spareRole(t testing.TB, a Ask) string {
	code := "r" + strings.ReplaceAll(uuid.NewString(), "-", "")
	return fixture.Value[string](t, a.App.Env.DB, "INSERT INTO cms_roles (code, name) VALUES ($1, $1) RETURNING code", code)
}

func machineSecret(t testing.TB, a Ask) string {
	return fixture.Value[string](t, a.App.Env.DB, "SELECT id FROM service_account_secrets WHERE service_account_id = $1", a.Cast.MachineID)
}

func clientCredentials(more string) func(testing.TB, Ask) any {
	return func(_ testing.TB, a Ask) any {
		return more + "&client_id=" + a.Cast.MachineID + "&client_secret=" + a.Cast.MachineSecret
	}
}

// ownToken asks about the token of the one who asks.
func ownToken(t testing.TB, a Ask) any {
	return clientCredentials("token="+a.App.Token(t, Machine))(t, a)
}

func credentials(email string) func(testing.TB, Ask) any {
	return object{"email": email, "password": Password}.body
}

// nextPassword is one that any account may take.
const nextPassword = "seven green bicycles sing"

var (
	passwordChange = object{"current_password": Password, "new_password": nextPassword}.body
	emailChange    = object{"email": "another@example.net", "password": Password}.body
)

// oneTimeToken is a new token of an account, and what is sent with it.
func oneTimeToken(email, purpose string, more object) func(testing.TB, Ask) any {
	return func(t testing.TB, a Ask) any {
		token, owner := uuid.NewString(), "user_id"
		if email == Editor {
			owner = "cms_user_id"
		}
		address := email
		if purpose == "change_email" {
			address = "another@example.net"
		}
		digest := sha256.Sum256([]byte(token))
		fixture.Insert(t, a.App.Env.DB, "one_time_tokens", fixture.Row{
			owner: a.Cast.Accounts[email], "purpose": purpose, "token_hash": digest[:], "email": address,
			"expires_at": time.Now().Add(time.Hour),
		})
		body := object{"token": token}
		maps.Copy(body, more)
		return body
	}
}

// registration is of a patient of the one who asks, or of the hospital's doctor.
func registration(_ testing.TB, a Ask) any {
	body := object{"first_name": "Nora", "last_name": "New", "date_of_birth": "1990-02-28", "sex": "female"}
	switch a.Caller {
	case OtherClinic:
		body["doctor_id"] = a.Cast.OtherDoctor
	case Insurer:
		body["doctor_id"] = a.Cast.InsurersDoctor
	case Doctor, Colleague, OtherDoctor, Suspended:
	default:
		body["doctor_id"] = a.Cast.Doctor
	}
	return body
}

func selfRegistration(_ testing.TB, a Ask) any {
	return object{
		"doctor_id": a.Cast.Doctor, "institution_id": a.Cast.Hospital,
		"first_name": "Nora", "last_name": "New", "date_of_birth": "1990-02-28", "sex": "female",
		"account": object{"email": "nora@example.org"},
	}
}

// transfer is to a doctor of the patient's institution.
func transfer(_ testing.TB, a Ask) any {
	if a.Caller == Insurer {
		return object{"doctor_id": a.Cast.InsurersDoctor}
	}
	return object{"doctor_id": a.Cast.Colleague}
}

func doctorOfPatient(t testing.TB, a Ask) string { return ofPatient(t, a, "doctor_id") }

// ofPatient is a column of the Ask's patient.
func ofPatient(t testing.TB, a Ask, column string) string {
	return fixture.Value[string](t, a.App.Env.DB, "SELECT "+column+" FROM patients WHERE id = $1", a.Patient)
}

// newDoctor is of the institution that asks, or of the hospital.
func newDoctor(_ testing.TB, a Ask) any {
	body := object{
		"first_name": "Nina", "last_name": "New", "licence_number": uuid.NewString(), "specialty": "family_medicine", "sex": "female",
	}
	if a.Caller != Hospital && a.Caller != OtherClinic && a.Caller != Insurer {
		body["institution_id"] = a.Cast.Hospital
	}
	return body
}

func institutionOfPatient(t testing.TB, a Ask) string { return ofPatient(t, a, "institution_id") }

// emptiedInstitution is that of the Ask's patient, for staff without those who keep it open.
func emptiedInstitution(t testing.TB, a Ask) string {
	id := institutionOfPatient(t, a)
	if a.Caller == Editor || a.Caller == Admin {
		for _, empty := range []string{
			"UPDATE patients SET active = false WHERE institution_id = $1 RETURNING true",
			"UPDATE doctors SET status = 'retired' WHERE institution_id = $1 RETURNING true",
		} {
			fixture.Value[bool](t, a.App.Env.DB, empty, id)
		}
	}
	return id
}

func newInstitution(testing.TB, Ask) any {
	return object{"name": "New House", "type": "hospital", "licence_number": uuid.NewString()}
}

// leave names a new doctor who takes the patients over.
func leave(t testing.TB, a Ask) any {
	successor := fixture.Doctor(t, a.App.Env.DB, fixture.Row{"institution_id": ofPatient(t, a, "institution_id")})
	return object{"successor_id": successor, "reason": "left"}
}

// fileOfPatients has a patient who is not there yet.
func fileOfPatients(testing.TB, Ask) any {
	return `{"resourceType":"Patient","id":"` + uuid.NewString() + `","name":[{"family":"New","given":["Nora"]}],"birthDate":"1990-02-28"}`
}

// importOfPatient is a new job of the institution of the Ask's patient, which no instance takes.
func importOfPatient(t testing.TB, a Ask) string {
	return fixture.Insert(t, a.App.Env.DB, "import_jobs", fixture.Row{
		"institution_id": institutionOfPatient(t, a), "requester_type": "user", "requester_id": uuid.New(), "format": "csv",
		"options": "{}", "bytes_total": 10, "lease_expires_at": time.Now().Add(time.Hour),
	}).String()
}

// move is to a new institution, and names a new doctor who takes the patients over.
func move(t testing.TB, a Ask) any {
	body, _ := leave(t, a).(object)
	body["institution_id"] = fixture.Institution(t, a.App.Env.DB)
	return body
}
