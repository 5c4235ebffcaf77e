package sqlfiles_test

import (
	"cmp"
	"encoding/json"
	"slices"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

// model is all that the views tell of, as plain rows: what they should say is computed from it in Go.
type model struct {
	today        time.Time
	patients     []patient
	doctors      map[string]doctor
	institutions map[string]institution
	users        []account
	conditions   map[json.Number]condition
	specialties  map[json.Number]entry
	categories   map[json.Number]entry
	types        map[json.Number]entry
	sexes        map[json.Number]entry
	genders      map[json.Number]entry
	bloodTypes   map[json.Number]entry
	regions      map[json.Number]entry
	countries    map[json.Number]entry
	places       map[string]place // by institution
}

// entry is a row of any catalog.
type entry struct {
	ID         json.Number
	Code, Name string
	CategoryID json.Number `json:"category_id"`
}

type condition struct {
	ID     json.Number
	Code   string
	System string `json:"code_system"`
	Name   string
	Group  any `json:"condition_group"`
}

type patient struct {
	ID             string
	DoctorID       string      `json:"doctor_id"`
	InstitutionID  string      `json:"institution_id"`
	SexID          json.Number `json:"sex_id"`
	GenderID       json.Number `json:"gender_id"`
	FirstName      string      `json:"first_name"`
	LastName       string      `json:"last_name"`
	DateOfBirth    string      `json:"date_of_birth"`
	BirthPrecision string      `json:"date_of_birth_precision"`
	Deceased       bool        `json:"deceased"`
	DeceasedDate   *string     `json:"deceased_date"`
	DeathPrecision string      `json:"deceased_date_precision"`
	DeceasedAt     *time.Time  `json:"deceased_at"`
	EmergencyName  any         `json:"emergency_contact_name"`
	EmergencyPhone any         `json:"emergency_contact_phone"`
	Status         string      `json:"validation_status"`
	Active         bool
	CreatedAt      time.Time `json:"created_at"`

	profile      profile
	conditions   []json.Number // that the patient has now, each once
	email, phone any           // primary
}

type profile struct {
	PatientID   string           `json:"patient_id"`
	BloodTypeID json.Number      `json:"blood_type_id"`
	Height      *decimal.Decimal `json:"height_cm"`
	Weight      *decimal.Decimal `json:"weight_kg"`
	Smoking     string           `json:"smoking_status"`
	Alcohol     string           `json:"alcohol_frequency"`
}

type doctor struct {
	ID            string
	InstitutionID string           `json:"institution_id"`
	SpecialtyID   json.Number      `json:"specialty_id"`
	FirstName     string           `json:"first_name"`
	LastName      string           `json:"last_name"`
	Licence       string           `json:"licence_number"`
	Years         *decimal.Decimal `json:"years_experience"`
	Fee           *decimal.Decimal `json:"consultation_fee"`
	Status        string
}

type institution struct {
	ID     string
	TypeID json.Number `json:"institution_type_id"`
	Name   string
	Active bool
}

// account is a row of users.
type account struct {
	Owner  string `json:"reference_id"`
	Active bool
}

// place is a row of addresses.
type place struct {
	EntityID  string `json:"entity_id"`
	Primary   bool   `json:"is_primary"`
	City      any
	CountryID json.Number `json:"country_id"`
	RegionID  json.Number `json:"region_id"`
}

func readModel(t *testing.T, env *testenv.Env) *model {
	t.Helper()
	catalog := func(table string) map[json.Number]entry {
		return index(load[entry](t, env.DB, table), func(e entry) json.Number { return e.ID })
	}
	m := &model{
		today:        wait.Today(),
		patients:     load[patient](t, env.DB, "patients"),
		doctors:      index(load[doctor](t, env.DB, "doctors"), func(d doctor) string { return d.ID }),
		institutions: index(load[institution](t, env.DB, "medical_institutions"), func(i institution) string { return i.ID }),
		users:        load[account](t, env.DB, "users"),
		conditions:   index(load[condition](t, env.DB, "medical_conditions"), func(c condition) json.Number { return c.ID }),
		specialties:  catalog("doctor_specialties"),
		categories:   catalog("specialty_categories"),
		types:        catalog("institution_types"),
		sexes:        catalog("sexes"),
		genders:      catalog("genders"),
		bloodTypes:   catalog("blood_types"),
		regions:      catalog("regions"),
		countries:    catalog("countries"),
		places:       map[string]place{},
	}
	for _, p := range load[place](t, env.DB, "addresses") {
		if p.Primary {
			m.places[p.EntityID] = p
		}
	}
	m.readPatients(t, env)
	return m
}

// readPatients adds to each patient what stands in tables of its own.
func (m *model) readPatients(t *testing.T, env *testenv.Env) {
	type episode struct {
		PatientID    string      `json:"patient_id"`
		ConditionID  json.Number `json:"condition_id"`
		Status       string
		Ended        *string `json:"abatement_date"`
		Verification *string `json:"verification_status"`
	}
	type contact struct {
		EntityID string `json:"entity_id"`
		Primary  bool   `json:"is_primary"`
		Email    string
		Number   string
	}
	profiles := index(load[profile](t, env.DB, "health_profiles"), func(p profile) string { return p.PatientID })
	episodes := load[episode](t, env.DB, "patient_conditions")
	emails, phones := load[contact](t, env.DB, "emails"), load[contact](t, env.DB, "phones")
	for i := range m.patients {
		p := &m.patients[i]
		p.profile = profiles[p.ID]
		for _, e := range episodes {
			now := (e.Status == "active" || e.Status == "recurrence" || e.Status == "relapse") && (e.Ended == nil || *e.Ended >= day(0, 0)) &&
				(e.Verification == nil || *e.Verification == "confirmed")
			if e.PatientID == p.ID && now && !slices.Contains(p.conditions, e.ConditionID) {
				p.conditions = append(p.conditions, e.ConditionID)
			}
		}
		for _, c := range emails {
			if c.EntityID == p.ID && c.Primary {
				p.email = c.Email
			}
		}
		for _, c := range phones {
			if c.EntityID == p.ID && c.Primary {
				p.phone = c.Number
			}
		}
	}
}

// counted are the active and living patients that a condition holds for.
func (m *model) counted(holds func(patient) bool) []patient {
	return filter(m.patients, func(p patient) bool { return p.Active && !p.Deceased && holds(p) })
}

func (m *model) activeDoctors(holds func(doctor) bool) []doctor {
	var all []doctor
	for _, d := range m.doctors {
		if d.Status == "active" && holds(d) {
			all = append(all, d)
		}
	}
	return all
}

// conditionCounts is what the patients have, most common first, equals by code.
func (m *model) conditionCounts(patients []patient) []object {
	counts := map[json.Number]int{}
	for _, p := range patients {
		for _, id := range p.conditions {
			counts[id]++
		}
	}
	list := []object{}
	for id, n := range counts {
		c := m.conditions[id]
		list = append(list, object{"code_system": c.System, "code": c.Code, "name": c.Name, "patient_count": n})
	}
	slices.SortFunc(list, func(a, b object) int {
		return cmp.Or(cmp.Compare(b["patient_count"].(int), a["patient_count"].(int)), cmp.Compare(a["code"].(string), b["code"].(string)))
	})
	return list
}

// ageAt is the number of birthdays after the day of birth.
func (p patient) ageAt(day time.Time) int {
	born, err := time.Parse(time.DateOnly, p.DateOfBirth)
	if err != nil {
		panic(err)
	}
	age := day.Year() - born.Year()
	if day.Month() < born.Month() || day.Month() == born.Month() && day.Day() < born.Day() {
		age--
	}
	return age
}

func (m *model) age(p patient) int { return p.ageAt(m.today) }

func (d doctor) name() string { return d.FirstName + " " + d.LastName }

// orNil is the value, or nil when the id of what has it is NULL.
func orNil[K ~string](id K, value any) any {
	if id == "" {
		return nil
	}
	return value
}

// average has two decimals; nil without values.
func average(values []decimal.Decimal) any {
	if len(values) == 0 {
		return nil
	}
	return fixed(decimal.Sum(decimal.Zero, values...).DivRound(decimal.NewFromInt(int64(len(values))), 2))
}

// share is part of whole in percent.
func share(part, whole int) json.Number {
	if whole == 0 {
		return "0.00"
	}
	return fixed(decimal.NewFromInt(int64(100*part)).DivRound(decimal.NewFromInt(int64(whole)), 2))
}

func fixed(d decimal.Decimal) json.Number { return json.Number(d.StringFixed(2)) }

// known are the values that f finds in the items.
func known[T any](items []T, f func(T) *decimal.Decimal) []decimal.Decimal {
	var all []decimal.Decimal
	for _, item := range items {
		if v := f(item); v != nil {
			all = append(all, *v)
		}
	}
	return all
}

func ages(patients []patient, age func(patient) int) []decimal.Decimal {
	return known(patients, func(p patient) *decimal.Decimal { a := decimal.NewFromInt(int64(age(p))); return &a })
}

func index[K comparable, V any](rows []V, key func(V) K) map[K]V {
	m := make(map[K]V, len(rows))
	for _, row := range rows {
		m[key(row)] = row
	}
	return m
}

func filter[T any](items []T, keep func(T) bool) []T {
	return slices.DeleteFunc(slices.Clone(items), func(item T) bool { return !keep(item) })
}

// count is how many of the items a condition holds for.
func count[T any](items []T, holds func(T) bool) int { return len(filter(items, holds)) }

func anyone[T any](T) bool { return true }
