package sqlfiles_test

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/google/uuid"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/testenv"
)

func TestStatistics(t *testing.T) {
	t.Parallel()
	for _, seed := range []uint64{0, 5, 6, 7} {
		t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) {
			t.Parallel()
			env := testenv.New(t)
			if seed > 0 {
				scatter(t, env, seed)
			}
			m := readModel(t, env)

			for year := 2021; year <= 2025; year++ {
				require.Equal(t, asJSON(t, m.months(year)), objects(t, env.DB, "SELECT * FROM sp_get_patient_stats_by_month($1)", year))
			}

			doctors := slices.SortedFunc(maps.Values(m.doctors), func(a, b doctor) int {
				return cmp.Or(cmp.Compare(a.LastName, b.LastName), cmp.Compare(a.FirstName, b.FirstName), cmp.Compare(a.ID, b.ID))
			})
			all := []object{}
			for _, d := range doctors {
				all = append(all, m.performanceOf(d))
				require.Equal(t, asJSON(t, []object{m.performanceOf(d)}), objects(t, env.DB, "SELECT * FROM sp_get_doctor_performance_stats($1)", d.ID))
			}
			require.Equal(t, asJSON(t, all), objects(t, env.DB, "SELECT * FROM sp_get_doctor_performance_stats()"))

			for _, i := range m.institutions {
				require.Equal(t, asJSON(t, []object{m.analyticsOf(i)}), objects(t, env.DB, "SELECT * FROM sp_get_institution_analytics($1)", i.ID))
			}

			nobody := uuid.NewString()
			require.Empty(t, objects(t, env.DB, "SELECT * FROM sp_get_doctor_performance_stats($1)", nobody))
			require.Empty(t, objects(t, env.DB, "SELECT * FROM sp_get_institution_analytics($1)", nobody))
		})
	}
}

func (m *model) months(year int) []object {
	list := []object{}
	for month := 1; month <= 12; month++ {
		first := fmt.Sprintf("%d-%02d", year, month)
		registered := m.counted(func(p patient) bool { return p.CreatedAt.UTC().Format("2006-01") == first })
		row := object{
			"month": first + "-01", "new_patients": len(registered),
			"cumulative_patients": len(m.counted(func(p patient) bool { return p.CreatedAt.UTC().Format("2006-01") <= first })),
			"average_age":         average(ages(registered, func(p patient) int { return p.ageAt(p.CreatedAt.UTC()) })),
		}
		for _, status := range statuses {
			row[status] = count(registered, func(p patient) bool { return p.Status == status })
		}
		list = append(list, row)
	}
	return list
}

func (m *model) performanceOf(d doctor) object {
	patients := m.counted(func(p patient) bool { return p.DoctorID == d.ID })
	top := m.conditionCounts(patients)
	return object{
		"doctor_id": d.ID, "doctor_name": d.name(),
		"institution_id": d.InstitutionID, "institution_name": m.institutions[d.InstitutionID].Name,
		"patients": len(patients), "average_age": average(ages(patients, m.age)),
		"full_access_percentage": share(count(patients, hasFullAccess), len(patients)),
		"top_conditions":         top[:min(5, len(top))],
	}
}

func (m *model) analyticsOf(i institution) object {
	patients := m.counted(func(p patient) bool { return p.InstitutionID == i.ID })
	doctors := m.activeDoctors(func(d doctor) bool { return d.InstitutionID == i.ID })
	mix := m.conditionCounts(patients)
	for _, c := range mix {
		c["percentage"] = share(c["patient_count"].(int), len(patients))
	}
	row := object{
		"institution_id": i.ID, "institution_name": i.Name, "patients": len(patients), "doctors": len(doctors),
		"average_consultation_fee": average(known(doctors, fee)), "most_common_specialty": m.mostCommonSpecialty(doctors),
		"patients_per_doctor": nil, "validated_percentage": share(count(patients, isValidated), len(patients)),
		"condition_mix": mix,
	}
	if n := int64(len(doctors)); n > 0 {
		row["patients_per_doctor"] = fixed(decimal.NewFromInt(int64(len(patients))).DivRound(decimal.NewFromInt(n), 2))
	}
	return row
}

func (m *model) mostCommonSpecialty(doctors []doctor) any {
	counts := map[entry]int{}
	for _, d := range doctors {
		counts[m.specialties[d.SpecialtyID]]++
	}
	if len(counts) == 0 {
		return nil
	}
	return slices.MinFunc(slices.Collect(maps.Keys(counts)), func(a, b entry) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a.Code, b.Code))
	}).Name
}
