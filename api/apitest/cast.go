package apitest

import (
	"net/http"
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/fixture"
)

// Accounts of a Cast, beside those of its World.
const (
	Suspended = "suspended@example.org"          // a doctor of the hospital who is suspended
	Insurer   = "insurer@example.org"            // an institution that pays for care
	Reader    = "staff.reader@example.org"       // of a role with the permission patients:read and no other
	Machine   = "machine"                        // a service account of the role editor with the scopes patients:read and patients:update
	Notes     = "Fears needles."                 // the notes of each patient's health profile
	Clinical  = `"weekly_activity_minutes":4321` // of each patient's health profile
)

// Cast is a World with everybody who asks in the access matrix.
type Cast struct {
	World
	Suspended, Insurer, InsurersDoctor, Insured uuid.UUID
	// Accounts are the keys in users and cms_users, by e-mail address.
	Accounts map[string]uuid.UUID
	// MachineID and MachineSecret are the credentials of Machine.
	MachineID, MachineSecret string
}

// NewCast makes a Cast on an App's database. Each patient has a health profile.
func NewCast(t testing.TB, app *App) *Cast {
	t.Helper()
	db := app.Env.DB
	c := &Cast{World: NewWorld(t, db), Accounts: map[string]uuid.UUID{}}
	c.Suspended = fixture.Doctor(t, db, fixture.Row{"institution_id": c.Hospital, "status": "suspended"})
	c.Insurer = fixture.Institution(t, db, fixture.Row{"institution_type_id": fixture.Code(t, db, "institution_types", "insurer")})
	c.InsurersDoctor = fixture.Doctor(t, db, fixture.Row{"institution_id": c.Insurer})
	c.Insured = fixture.Patient(t, db, fixture.Row{"doctor_id": c.InsurersDoctor, "first_name": "Ines", "last_name": "Insured"})
	addAccount(t, db, Suspended, "doctor", c.Suspended)
	addAccount(t, db, Insurer, "institution", c.Insurer)
	for _, patient := range []uuid.UUID{c.Patient, c.OtherPatient, c.Insured} {
		fixture.Insert(t, db, "health_profiles", fixture.Row{
			"patient_id": patient, "notes": Notes, "weekly_activity_minutes": 4321,
		})
	}
	role := fixture.Value[int](t, db, "INSERT INTO cms_roles (code, name) VALUES ('reader', 'Reader') RETURNING id")
	fixture.Value[int](t, db, `INSERT INTO cms_role_permissions (role_id, permission_id)
		SELECT $1, id FROM cms_permissions WHERE resource = 'patients' AND action = 'read' RETURNING role_id`, role)
	Staff(t, db, Reader, "reader")
	for _, email := range []string{Patient, OtherPatient, Doctor, Colleague, OtherDoctor, Suspended, Hospital, OtherClinic, Insurer} {
		c.Accounts[email] = fixture.Value[uuid.UUID](t, db, "SELECT id FROM users WHERE email = $1", email)
	}
	for _, email := range []string{Admin, Editor, Reader} {
		c.Accounts[email] = fixture.Value[uuid.UUID](t, db, "SELECT id FROM cms_users WHERE email = $1", email)
	}
	c.machine(t, app)
	return c
}

// machine makes the service account and signs it in.
func (c *Cast) machine(t testing.TB, app *App) {
	t.Helper()
	answer := app.Do(app.Request(t, Scenario{As: Admin, Method: http.MethodPost, Path: "/api/v1/cms/service-accounts",
		Body: map[string]any{"name": Machine, "role": "editor", "scopes": []string{"patients:read", "patients:update"}}}))
	require.Equal(t, http.StatusCreated, answer.Code, answer.Body.String())
	made := Decode[struct {
		ID           string `json:"id"`
		ClientSecret string `json:"client_secret"`
	}](t, answer)
	c.MachineID, c.MachineSecret = made.ID, made.ClientSecret
	answer = app.Do(app.Request(t, Scenario{Method: http.MethodPost, Path: "/api/v1/auth/token",
		Header: map[string]string{"Content-Type": "application/x-www-form-urlencoded"},
		Body:   "grant_type=client_credentials&client_id=" + c.MachineID + "&client_secret=" + c.MachineSecret}))
	require.Equal(t, http.StatusOK, answer.Code, answer.Body.String())
	app.tokens[Machine] = Decode[struct {
		AccessToken string `json:"access_token"`
	}](t, answer).AccessToken
}

// addAccount makes the account of a patient, a doctor or an institution.
func addAccount(t testing.TB, db fixture.DB, email, userType string, owner uuid.UUID) {
	t.Helper()
	user := fixture.User(t, db, userType, owner, fixture.Row{"email": email})
	fixture.Insert(t, db, "user_credentials", fixture.Row{"user_id": user, "password_hash": passwordHash})
}
