package sqlfiles_test

import (
	"database/sql"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/shopspring/decimal"

	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
)

// scatter fills a database with a few institutions, doctors and patients of all kinds: inactive, deceased, without
// patients, place or profile, with several episodes of a condition, at every stage of validation.
func scatter(t *testing.T, env *testenv.Env, seed uint64) {
	t.Helper()
	s := &scatterer{t: t, db: env.DB, Rand: rand.New(rand.NewPCG(seed, 0))} //nolint:gosec // the same data each time, no secret
	s.catalogs()
	for range 5 {
		s.institutions = append(s.institutions, s.institution())
	}
	for range 9 {
		s.doctors = append(s.doctors, s.doctor())
	}
	for range 40 {
		s.patient()
	}
}

type scatterer struct {
	*rand.Rand
	t            *testing.T
	db           *sql.DB
	conditions   []int
	institutions []uuid.UUID
	doctors      []uuid.UUID
}

func (s *scatterer) maybe() bool { return s.IntN(2) == 0 }

// pick is one of the values.
func pick[T any](s *scatterer, values ...T) T { return values[s.IntN(len(values))] }

// maybeNil is the value or, half the time, NULL.
func (s *scatterer) maybeNil(value any) any {
	if s.maybe() {
		return value
	}
	return nil
}

// catalogs makes conditions of all groups, two of them with the same name.
func (s *scatterer) catalogs() {
	for i, group := range []any{"hypertension", "hypertension", "diabetes", "hyperlipidemia", "asthma", nil, nil} {
		name := fmt.Sprintf("Condition %d", i/2)
		s.conditions = append(s.conditions, fixture.Condition(s.t, s.db, fixture.Row{"name": name, "condition_group": group}))
	}
}

func (s *scatterer) institution() uuid.UUID {
	id := fixture.Institution(s.t, s.db, fixture.Row{
		"name":                fmt.Sprintf("Institution %d", s.IntN(1000)),
		"institution_type_id": fixture.Code(s.t, s.db, "institution_types", pick(s, "hospital", "health_center")),
		"active":              s.IntN(4) > 0,
	})
	for _, primary := range pick(s, []bool{}, []bool{false}, []bool{true}, []bool{true, false, false}) {
		region := fixture.Code(s.t, s.db, "regions", pick(s, "US-MA", "US-CA", "DE-BY"))
		fixture.Insert(s.t, s.db, "addresses", fixture.Row{
			"entity_type": "institution", "entity_id": id, "line1": "Main Street 1", "city": pick(s, "Ashfield", "Bergen"),
			"country_id": fixture.Value[int](s.t, s.db, "SELECT country_id FROM regions WHERE id = $1", region),
			"region_id":  s.maybeNil(region), "is_primary": primary,
		})
	}
	s.user("institution", id)
	return id
}

func (s *scatterer) doctor() uuid.UUID {
	row := fixture.Row{
		"institution_id": pick(s, s.institutions...), "last_name": fmt.Sprintf("Doctor %d", s.IntN(1000)),
		"specialty_id":     fixture.Code(s.t, s.db, "doctor_specialties", pick(s, "cardiology", "endocrinology", "geriatrics")),
		"status":           pick(s, "active", "active", "suspended", "retired"),
		"years_experience": s.maybeNil(s.IntN(60)),
	}
	row["consultation_fee"] = s.maybeNil(decimal.New(s.Int64N(1_000_000), -2))
	id := fixture.Doctor(s.t, s.db, row)
	s.user("doctor", id)
	return id
}

func (s *scatterer) user(kind string, id uuid.UUID) {
	if s.maybe() {
		fixture.User(s.t, s.db, kind, id, fixture.Row{"active": s.maybe()})
	}
}

func (s *scatterer) patient() {
	birth := time.Date(1940, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, s.IntN(70*365))
	row := fixture.Row{
		"doctor_id": pick(s, s.doctors[:6]...), "last_name": fmt.Sprintf("Patient %d", s.IntN(1000)), "date_of_birth": birth,
		"sex_id": fixture.Code(s.t, s.db, "sexes", pick(s, "female", "male", "other")),
		"active": s.IntN(5) > 0, "created_at": s.registration(),
	}
	if s.maybe() {
		row["gender_id"] = fixture.Code(s.t, s.db, "genders", pick(s, "woman", "man", "non_binary"))
	}
	switch s.IntN(12) {
	case 0, 1:
		row["deceased_at"] = time.Date(2012+s.IntN(10), 12, 31, 23, 30, 0, 0, time.UTC)
	case 2:
		row["deceased_date"], row["deceased_date_precision"] = time.Date(2012+s.IntN(10), 1, 1, 0, 0, 0, 0, time.UTC), "year"
	case 3:
		row["deceased"] = true
	}
	if s.maybe() {
		row["emergency_contact_name"], row["emergency_contact_phone"] = "Erna", "+491701234567"
	}
	id := fixture.Patient(s.t, s.db, row)
	s.user("patient", id)
	s.contacts(id)
	s.profile(id)
	s.history(id)
	s.validate(id)
}

// registration is an instant in 2022 to 2024, often the first or last of a month or year.
func (s *scatterer) registration() time.Time {
	month := time.Date(2022, time.Month(1+s.IntN(36)), 1, 0, 0, 0, 0, time.UTC)
	return pick(s, month, month.Add(-time.Second), month.Add(time.Duration(s.IntN(28*24))*time.Hour))
}

func (s *scatterer) contacts(patient uuid.UUID) {
	for i, primary := range pick(s, []bool{}, []bool{false}, []bool{false, true}) {
		fixture.Insert(s.t, s.db, "emails", fixture.Row{
			"entity_type": "patient", "entity_id": patient, "email": fmt.Sprintf("p%d@example.org", i), "is_primary": primary,
			"email_type_id": fixture.Code(s.t, s.db, "email_types", "home"),
		})
		fixture.Insert(s.t, s.db, "phones", fixture.Row{
			"entity_type": "patient", "entity_id": patient, "number": fmt.Sprintf("+1617555010%d", i), "country_code": "1",
			"is_primary": primary, "phone_type_id": fixture.Code(s.t, s.db, "phone_types", "mobile"),
		})
	}
}

func (s *scatterer) profile(patient uuid.UUID) {
	if s.IntN(4) == 0 {
		return
	}
	row := fixture.Row{
		"patient_id": patient, "height_cm": s.maybeNil(decimal.New(s.Int64N(8000)+12000, -2)),
		"weight_kg":         s.maybeNil(decimal.New(s.Int64N(8000)+4000, -2)),
		"smoking_status":    pick(s, "never", "former", "current", "unknown"),
		"alcohol_frequency": pick(s, "never", "rarely", "occasionally", "regularly", "daily", "unknown"),
	}
	if s.maybe() {
		row["blood_type_id"] = fixture.Code(s.t, s.db, "blood_types", pick(s, "O-", "AB+"))
	}
	fixture.Insert(s.t, s.db, "health_profiles", row)
}

func (s *scatterer) history(patient uuid.UUID) {
	for episode := range s.IntN(8) {
		fixture.Insert(s.t, s.db, "patient_conditions", fixture.Row{
			"patient_id": patient, "condition_id": pick(s, s.conditions...), "onset_date": fmt.Sprintf("2015-01-0%d", episode+1),
			"status": pick(s, "active", "active", "recurrence", "relapse", "inactive", "remission", "resolved"),
			// What has ended is past, whatever its status says, and a suspicion is no diagnosis.
			"abatement_date":      pick[any](s, nil, nil, day(0, -1), day(0, 1)),
			"verification_status": pick[any](s, nil, "confirmed", "confirmed", "differential", "unconfirmed"),
		})
	}
}

// validate takes some steps from pending on.
func (s *scatterer) validate(patient uuid.UUID) {
	status := "pending"
	for range s.IntN(5) {
		if len(next[status]) == 0 {
			return
		}
		status = next[status][0]
		var reason any
		if s.IntN(5) == 0 && status != "pending" && status != "full_access" {
			status, reason = "rejected", "because"
		}
		exec(s.t, s.db, "UPDATE patients SET validation_status = $2, rejection_reason = $3 WHERE id = $1", patient, status, reason)
	}
}
