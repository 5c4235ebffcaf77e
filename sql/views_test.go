package sqlfiles_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/testenv"
)

// expectedOf says what each view shows of a model.
var expectedOf = map[string]func(*model) []object{
	"vw_patient_demographics":          (*model).demographics,
	"vw_doctor_performance":            (*model).performance,
	"vw_monthly_registrations":         (*model).registrations,
	"vw_health_condition_stats":        (*model).conditionStats,
	"vw_dashboard_overview":            (*model).overview,
	"vw_doctor_specialty_distribution": (*model).specialtyDistribution,
	"vw_geographic_distribution":       (*model).geography,
	"vw_health_condition_prevalence":   (*model).prevalence,
	"vw_patient_validation_status":     (*model).validationStatus,
}

func TestViews(t *testing.T) {
	t.Parallel()
	for _, seed := range []uint64{0, 1, 2, 3, 4} {
		t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) {
			t.Parallel()
			env := testenv.New(t)
			if seed > 0 { // 0 is a database without people
				scatter(t, env, seed)
			}
			m := readModel(t, env)
			for view, expected := range expectedOf {
				require.ElementsMatch(t, asJSON(t, expected(m)), objects(t, env.DB, "TABLE "+view), view)
			}
		})
	}
}

func TestEveryViewIsTested(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	for _, view := range objects(t, env.DB, "SELECT viewname FROM pg_views WHERE schemaname = 'public'") {
		require.Contains(t, expectedOf, view["viewname"])
	}
}

func (m *model) demographics() []object {
	list := []object{}
	for _, p := range m.patients {
		d, i := m.doctors[p.DoctorID], m.institutions[p.InstitutionID]
		where := m.places[i.ID]
		var age any = p.ageAt(m.today)
		switch {
		case p.DeceasedDate != nil:
			died, _ := time.Parse(time.DateOnly, *p.DeceasedDate)
			age = p.ageAt(died)
		case p.Deceased:
			age = nil // nobody knows
		}
		names := []string{}
		for _, id := range p.conditions {
			names = append(names, m.conditions[id].Name)
		}
		slices.Sort(names)
		list = append(list, object{
			"patient_id": p.ID, "first_name": p.FirstName, "last_name": p.LastName, "date_of_birth": p.DateOfBirth,
			"date_of_birth_precision": p.BirthPrecision, "deceased": p.Deceased, "deceased_date": p.DeceasedDate,
			"deceased_date_precision": p.DeathPrecision, "deceased_at": instant(p.DeceasedAt), "active": p.Active, "age": age, "sex": m.sexes[p.SexID].Code,
			"gender": orNil(p.GenderID, m.genders[p.GenderID].Code), "primary_email": p.email, "primary_phone": p.phone,
			"emergency_contact_name": p.EmergencyName, "emergency_contact_phone": p.EmergencyPhone,
			"doctor_id": d.ID, "doctor_name": d.name(), "institution_id": i.ID, "institution_name": i.Name,
			"institution_region":   orNil(where.RegionID, m.regions[where.RegionID].Name),
			"institution_country":  orNil(where.CountryID, m.countries[where.CountryID].Name),
			"blood_type":           orNil(p.profile.BloodTypeID, m.bloodTypes[p.profile.BloodTypeID].Code),
			"diagnosed_conditions": slices.Compact(names), "validation_status": p.Status, "registered_at": instant(&p.CreatedAt),
		})
	}
	return list
}

// instant is a time as PostgreSQL writes it in JSON; the tests' sessions are in UTC.
func instant(at *time.Time) any {
	if at == nil {
		return nil
	}
	return at.UTC().Format("2006-01-02T15:04:05.999999-07:00")
}

func (m *model) performance() []object {
	list := []object{}
	for _, d := range m.doctors {
		i := m.institutions[d.InstitutionID]
		where := m.places[i.ID]
		specialty := m.specialties[d.SpecialtyID]
		patients := m.counted(func(p patient) bool { return p.DoctorID == d.ID })
		list = append(list, object{
			"doctor_id": d.ID, "doctor_name": d.name(), "licence_number": d.Licence, "status": d.Status,
			"years_experience": number(d.Years, 0), "consultation_fee": number(d.Fee, 2),
			"specialty": specialty.Name, "specialty_category": m.categories[specialty.CategoryID].Name,
			"institution_id": i.ID, "institution_name": i.Name, "institution_type": m.types[i.TypeID].Code,
			"institution_city":    where.City,
			"institution_region":  orNil(where.RegionID, m.regions[where.RegionID].Name),
			"institution_country": orNil(where.CountryID, m.countries[where.CountryID].Name),
			"patient_count":       len(patients), "average_patient_age": average(ages(patients, m.age)),
		})
	}
	return list
}

func (m *model) registrations() []object {
	type month struct {
		total         int
		sexes, gender map[string]int
	}
	months := map[string]*month{}
	for _, p := range m.counted(anyone) {
		first := p.CreatedAt.UTC().Format("2006-01") + "-01"
		if months[first] == nil {
			months[first] = &month{sexes: map[string]int{}, gender: map[string]int{}}
		}
		gender := "unspecified"
		if p.GenderID != "" {
			gender = m.genders[p.GenderID].Code
		}
		months[first].total++
		months[first].sexes[m.sexes[p.SexID].Code]++
		months[first].gender[gender]++
	}
	list := []object{}
	for first, n := range months {
		list = append(list, object{"month": first, "total": n.total, "by_sex": n.sexes, "by_gender": n.gender})
	}
	return list
}

func (m *model) conditionStats() []object {
	patients := m.counted(anyone)
	inGroup := func(group string) int {
		return count(patients, func(p patient) bool {
			for _, id := range p.conditions {
				if m.conditions[id].Group == group {
					return true
				}
			}
			return false
		})
	}
	height := func(p patient) *decimal.Decimal { return p.profile.Height }
	weight := func(p patient) *decimal.Decimal { return p.profile.Weight }
	bmi := func(p patient) *decimal.Decimal {
		if p.profile.Height == nil || p.profile.Weight == nil {
			return nil
		}
		metres := p.profile.Height.Shift(-2)
		v := p.profile.Weight.DivRound(metres.Mul(metres), 20)
		return &v
	}
	return []object{{
		"patients": len(patients), "hypertension": inGroup("hypertension"), "diabetes": inGroup("diabetes"),
		"high_cholesterol": inGroup("hyperlipidemia"),
		"smokers":          count(patients, func(p patient) bool { return p.profile.Smoking == "current" }),
		"drinkers": count(patients, func(p patient) bool {
			return p.profile.Alcohol != "" && p.profile.Alcohol != "never" && p.profile.Alcohol != "unknown"
		}),
		"average_height_cm": average(known(patients, height)), "average_weight_kg": average(known(patients, weight)),
		"average_bmi": average(known(patients, bmi)),
	}}
}

func isValidated(p patient) bool {
	return p.Status == "institution_validated" || p.Status == "full_access"
}
func hasFullAccess(p patient) bool  { return p.Status == "full_access" }
func fee(d doctor) *decimal.Decimal { return d.Fee }

func (m *model) overview() []object {
	patients, doctors := m.counted(anyone), m.activeDoctors(anyone)
	institutions := 0
	for _, i := range m.institutions {
		if i.Active {
			institutions++
		}
	}
	return []object{{
		"total_patients": len(patients), "total_doctors": len(doctors), "total_institutions": institutions,
		"total_users":              count(m.users, func(u account) bool { return u.Active }),
		"validated_patients":       count(patients, isValidated),
		"average_consultation_fee": average(known(doctors, fee)),
		"full_access_percentage":   share(count(patients, hasFullAccess), len(patients)),
	}}
}

func (m *model) specialtyDistribution() []object {
	list := []object{}
	all := m.activeDoctors(anyone)
	for id, specialty := range m.specialties {
		doctors := m.activeDoctors(func(d doctor) bool { return d.SpecialtyID == id })
		if len(doctors) == 0 {
			continue
		}
		list = append(list, object{
			"specialty_code": specialty.Code, "specialty": specialty.Name,
			"specialty_category": m.categories[specialty.CategoryID].Name,
			"doctors":            len(doctors), "percentage": share(len(doctors), len(all)),
			"average_years_experience": average(known(doctors, func(d doctor) *decimal.Decimal { return d.Years })),
			"average_consultation_fee": average(known(doctors, fee)),
		})
	}
	return list
}

func (m *model) geography() []object {
	type group struct{ country, region, kind any }
	type totals struct{ institutions, doctors, patients int }
	groups := map[group]*totals{}
	at := func(id string) *totals {
		i := m.institutions[id]
		where := m.places[id]
		g := group{
			country: orNil(where.CountryID, m.countries[where.CountryID]),
			region:  orNil(where.RegionID, m.regions[where.RegionID]),
			kind:    m.types[i.TypeID].Code,
		}
		if groups[g] == nil {
			groups[g] = &totals{}
		}
		return groups[g]
	}
	for id, i := range m.institutions {
		n := at(id)
		if i.Active {
			n.institutions++
		}
	}
	for _, d := range m.activeDoctors(anyone) {
		at(d.InstitutionID).doctors++
	}
	for _, p := range m.counted(anyone) {
		at(p.InstitutionID).patients++
	}
	list := []object{}
	for g, n := range groups {
		country, _ := g.country.(entry)
		region, _ := g.region.(entry)
		list = append(list, object{
			"country_code": orNil(country.Code, country.Code), "country": orNil(country.Code, country.Name),
			"region_code": orNil(region.Code, region.Code), "region": orNil(region.Code, region.Name),
			"institution_type": g.kind, "institutions": n.institutions, "doctors": n.doctors, "patients": n.patients,
		})
	}
	return list
}

func (m *model) prevalence() []object {
	patients := m.counted(anyone)
	list := []object{}
	for id, c := range m.conditions {
		n := count(patients, func(p patient) bool { return slices.Contains(p.conditions, id) })
		if n > 0 {
			list = append(list, object{
				"code_system": c.System, "code": c.Code, "condition": c.Name, "condition_group": c.Group,
				"patients": n, "percentage": share(n, len(patients)),
			})
		}
	}
	return list
}

func (m *model) validationStatus() []object {
	patients := m.counted(anyone)
	list := []object{}
	for _, status := range statuses {
		n := count(patients, func(p patient) bool { return p.Status == status })
		list = append(list, object{"validation_status": status, "patients": n, "percentage": share(n, len(patients))})
	}
	return list
}

// number has so many decimals; nil when NULL.
func number(d *decimal.Decimal, places int32) any {
	if d == nil {
		return nil
	}
	return json.Number(d.StringFixed(places))
}
