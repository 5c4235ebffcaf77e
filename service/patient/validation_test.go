package patient_test

import (
	"context"
	"slices"
	"sync"
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/cache"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/patient"
)

func newService(t *testing.T, env *testenv.Env) *patient.Service {
	t.Helper()
	answers, err := cache.New(env.Redis, cache.Options{Timeout: wait.Patience})
	require.NoError(t, err)
	t.Cleanup(answers.Close)
	store := service.NewStore(env.Ent)
	return patient.New(patient.Options{Store: store, Cache: answers, Trail: audit.New(store, nil)})
}

// actor is who tries to take steps; letter says what they are to the patient.
type actor struct {
	name    string
	viewer  viewer.Viewer
	account uuid.UUID
}

// care is a patient in whose validation actors meddle.
type care struct {
	env      *testenv.Env
	patients *patient.Service
	patient  uuid.UUID
	hospital uuid.UUID
	doctors  map[string]uuid.UUID // by actor
	actors   []actor

	doctor  string // who has the patient now
	status  valueset.ValidationStatus
	version int
	history []string // "status by account", oldest first
}

// statuses of a validation.
var statuses = []valueset.ValidationStatus{"pending", "doctor_validated", "institution_validated", "full_access", "rejected"}

// stepsOf are the rules in other words than those of the service: from, to, and which of the doctor, the institution, the
// patient and staff.
var stepsOf = map[valueset.ValidationStatus]map[valueset.ValidationStatus]string{
	"pending":               {"doctor_validated": "d", "rejected": "d"},
	"doctor_validated":      {"institution_validated": "i", "rejected": "i"},
	"institution_validated": {"full_access": "is", "rejected": "is"},
	"rejected":              {"pending": "dips"},
	"full_access":           {},
}

func newCare(t *testing.T, env *testenv.Env, patients *patient.Service) *care {
	t.Helper()
	hospital := fixture.Institution(t, env.DB)
	c := &care{env: env, patients: patients, hospital: hospital, doctors: map[string]uuid.UUID{}}
	for _, name := range []string{"doctor", "colleague"} {
		c.doctors[name] = fixture.Doctor(t, env.DB, fixture.Row{"institution_id": hospital})
		c.account(t, name, viewer.Doctor, c.doctors[name])
	}
	foreign := fixture.Doctor(t, env.DB)
	c.account(t, "foreign doctor", viewer.Doctor, foreign)
	c.account(t, "institution", viewer.Institution, hospital)
	c.account(t, "foreign institution", viewer.Institution,
		fixture.Value[uuid.UUID](t, env.DB, "SELECT institution_id FROM doctors WHERE id = $1", foreign))
	c.account(t, "foreign patient", viewer.Patient, fixture.Patient(t, env.DB, fixture.Row{"doctor_id": foreign}))
	for name, permissions := range map[string][]string{
		"validator": {"patients:read", "patients:validate"}, "editor": {"patients:read", "patients:update"}, "blind validator": {"patients:validate"},
	} {
		id := fixture.Insert(t, env.DB, "cms_users", fixture.Row{
			"email": uuid.NewString() + "@example.org", "role_id": fixture.Code(t, env.DB, "cms_roles", "editor"), "first_name": "S", "last_name": "T",
		})
		c.actors = append(c.actors, actor{name, viewer.Viewer{Kind: viewer.CMSUser, AccountID: id, Permissions: permissions}, id})
	}
	slices.SortFunc(c.actors, func(a, b actor) int { return slices.Compare([]byte(a.name), []byte(b.name)) })
	c.begin(t)
	return c
}

// begin is a new patient of the doctor.
func (c *care) begin(t *testing.T) {
	t.Helper()
	c.patient = fixture.Patient(t, c.env.DB, fixture.Row{"doctor_id": c.doctors["doctor"]})
	c.doctor, c.status, c.version, c.history = "doctor", "pending", 1, []string{"pending by system"}
	c.actors = slices.DeleteFunc(c.actors, func(a actor) bool { return a.name == "patient" })
	c.account(t, "patient", viewer.Patient, c.patient)
}

func (c *care) account(t *testing.T, name string, kind viewer.Kind, subject uuid.UUID) {
	t.Helper()
	id := fixture.User(t, c.env.DB, string(kind), subject)
	c.actors = append(c.actors, actor{name, viewer.Viewer{Kind: kind, AccountID: id, SubjectID: subject}, id})
}

func (c *care) actor(name string) actor {
	return c.actors[slices.IndexFunc(c.actors, func(a actor) bool { return a.name == name })]
}

// letter is what an actor is to the patient, as stepsOf has it; sees is whether they may see the patient.
func (c *care) letter(a actor) (letter string, sees bool) {
	switch a.name {
	case c.doctor:
		return "d", true
	case "doctor", "colleague", "editor":
		return "x", true
	case "institution":
		return "i", true
	case "patient":
		return "p", true
	case "validator":
		return "s", true
	}
	return "x", false
}

// expected is the error that the rules have for a step.
func (c *care) expected(a actor, s patient.Step, v service.Versions) service.Code {
	letter, sees := c.letter(a)
	by, possible := stepsOf[c.status][s.To]
	switch {
	case a.name == "blind validator":
		return service.Forbidden
	case !sees:
		return service.NotFound
	case (s.To == "rejected") != (s.Reason != ""):
		return service.Invalid
	case v.Check(c.version) != nil:
		return service.Stale
	case !possible:
		return service.Conflict
	case !slices.Contains([]byte(by), letter[0]):
		return service.Forbidden
	}
	return ""
}

// Whoever tries whatever step in whatever order, only the rules' steps happen, and each leaves its event.
func TestValidationByRandomActors(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	c := newCare(t, env, newService(t, env))
	rapid.Check(t, func(rt *rapid.T) {
		c.begin(t)
		rt.Repeat(map[string]func(*rapid.T){
			"step":     c.step,
			"sensible": c.sensible,
			"transfer": c.transfer,
			"":         c.check,
		})
	})
}

func (c *care) step(rt *rapid.T) {
	s := patient.Step{To: rapid.SampledFrom(statuses).Draw(rt, "to"), Reason: rapid.SampledFrom([]string{"", "because"}).Draw(rt, "reason")}
	v := rapid.SampledFrom([]service.Versions{{Any: true}, {Of: []int{c.version}}, {Of: []int{c.version - 1}}, {}}).Draw(rt, "versions")
	c.try(rt, rapid.SampledFrom(c.actors).Draw(rt, "actor"), s, v)
}

// sensible is a step that is possible, by anybody who sees the patient: so that walks get somewhere.
func (c *care) sensible(rt *rapid.T) {
	possible := []valueset.ValidationStatus{}
	for _, to := range statuses {
		if _, ok := stepsOf[c.status][to]; ok {
			possible = append(possible, to)
		}
	}
	if len(possible) == 0 {
		return
	}
	s := patient.Step{To: rapid.SampledFrom(possible).Draw(rt, "to")}
	if s.To == "rejected" {
		s.Reason = "because"
	}
	name := rapid.SampledFrom([]string{"patient", "doctor", "institution", "validator"}).Draw(rt, "actor")
	c.try(rt, c.actor(name), s, service.Versions{Any: true})
}

func (c *care) try(rt *rapid.T, a actor, s patient.Step, v service.Versions) {
	want := c.expected(a, s, v)
	got, err := c.patients.Validate(viewer.NewContext(rt.Context(), a.viewer), c.patient, v, s)
	if code := errorCode(err); code != want {
		rt.Fatalf("%s from %s to %s: %q (%v), not %q", a.name, c.status, s.To, code, err, want)
	}
	if err != nil {
		return
	}
	c.status = s.To
	c.version++
	c.history = append(c.history, string(s.To)+" by "+a.account.String())
	require.Equal(rt, s.To, got.Status)
	require.Equal(rt, c.version, got.Version)
	require.Equal(rt, s.To == "rejected", got.RejectionReason != nil)
}

func errorCode(err error) service.Code {
	if err == nil {
		return ""
	}
	return service.AsError(err).Code
}

// transfer is by the institution, to the other of its doctors.
func (c *care) transfer(rt *rapid.T) {
	to := map[string]string{"doctor": "colleague", "colleague": "doctor"}[c.doctor]
	by := c.actor("institution")
	_, err := c.patients.Transfer(viewer.NewContext(rt.Context(), by.viewer), c.patient, c.doctors[to], uuid.Nil)
	require.NoError(rt, err)
	c.doctor = to
	c.version++
	if c.status != "pending" {
		c.status = "pending"
		c.history = append(c.history, "pending by "+by.account.String())
	}
}

// check compares what the database has, and what everybody is told, with the model.
func (c *care) check(rt *rapid.T) {
	rows, err := c.env.DB.QueryContext(rt.Context(), `SELECT to_status || ' by ' || coalesce(actor_id::text, actor_type)
		FROM patient_validation_events WHERE patient_id = $1 ORDER BY created_at`, c.patient)
	require.NoError(rt, err)
	defer func() { _ = rows.Close() }() // rows.Err tells what failed
	var history []string
	for rows.Next() {
		var event string
		require.NoError(rt, rows.Scan(&event))
		history = append(history, event)
	}
	require.NoError(rt, rows.Err())
	require.Equal(rt, c.history, history)
	a := rapid.SampledFrom(c.actors).Draw(rt, "reader")
	told, err := c.patients.Validation(viewer.NewContext(rt.Context(), a.viewer), c.patient)
	if letter, sees := c.letter(a); sees {
		require.NoError(rt, err)
		require.Equal(rt, c.status, told.Status)
		require.Len(rt, told.History, min(len(c.history), 500))
		require.Len(rt, told.Next, len(stepsOf[c.status]))
		for _, next := range told.Next {
			require.Equal(rt, slices.Contains([]byte(stepsOf[c.status][next.To]), letter[0]), next.Yours, "%s to %s", a.name, next.To)
		}
	} else {
		require.Error(rt, err)
	}
}

// Of many who take a step at the same time, one succeeds.
func TestOneOfManyStepsWins(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	c := newCare(t, env, newService(t, env))
	steps := []patient.Step{{To: "full_access"}, {To: "rejected", Reason: "because"}}
	for range 5 {
		c.begin(t)
		for _, before := range []struct {
			by string
			to valueset.ValidationStatus
		}{{"doctor", "doctor_validated"}, {"institution", "institution_validated"}} {
			_, err := c.patients.Validate(c.ctx(t, before.by), c.patient, service.Versions{Any: true}, patient.Step{To: before.to})
			require.NoError(t, err)
		}
		codes := make([]service.Code, 20)
		var all sync.WaitGroup
		for i := range codes {
			ctx := c.ctx(t, []string{"institution", "validator"}[i%2])
			versions := []service.Versions{{Any: true}, {Of: []int{3}}}[i/2%2]
			all.Go(func() {
				_, err := c.patients.Validate(ctx, c.patient, versions, steps[i/4%2])
				codes[i] = errorCode(err)
			})
		}
		all.Wait()
		won := 0
		for _, code := range codes {
			if code == "" {
				won++
				continue
			}
			assert.Contains(t, []service.Code{service.Stale, service.Conflict}, code)
		}
		assert.Equal(t, 1, won)
		assert.Equal(t, 4, fixture.Value[int](t, env.DB, "SELECT count(*) FROM patient_validation_events WHERE patient_id = $1", c.patient))
		assert.Equal(t, 4, fixture.Value[int](t, env.DB, "SELECT version FROM patients WHERE id = $1", c.patient))
	}
}

func (c *care) ctx(t *testing.T, name string) context.Context {
	return viewer.NewContext(t.Context(), c.actor(name).viewer)
}

// A closed institution takes no step of the patients it still has.
func TestClosedInstitutionsDontValidate(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	c := newCare(t, env, newService(t, env))
	current := service.Versions{Any: true}
	_, err := c.patients.Validate(c.ctx(t, "doctor"), c.patient, current, patient.Step{To: "doctor_validated"})
	require.NoError(t, err)
	fixture.Value[bool](t, env.DB, "UPDATE medical_institutions SET active = false WHERE id = $1 RETURNING active", c.hospital)
	_, err = c.patients.Validate(c.ctx(t, "institution"), c.patient, current, patient.Step{To: "institution_validated"})
	assert.Equal(t, service.Forbidden, errorCode(err))
	told, err := c.patients.Validation(c.ctx(t, "institution"), c.patient)
	require.NoError(t, err)
	assert.False(t, told.Next[0].Yours)
}
