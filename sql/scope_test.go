package sqlfiles_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"testing"

	"github.com/google/uuid"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/testenv"
)

// scopedOf says what each function shows of a model; the views of the same names show it of everybody.
var scopedOf = map[string]func(*model) []object{
	"sp_get_monthly_registrations":         (*model).registrations,
	"sp_get_health_condition_stats":        (*model).conditionStats,
	"sp_get_dashboard_overview":            (*model).overview,
	"sp_get_doctor_specialty_distribution": (*model).specialtyDistribution,
	"sp_get_geographic_distribution":       (*model).geography,
	"sp_get_health_condition_prevalence":   (*model).prevalence,
	"sp_get_patient_validation_status":     (*model).validationStatus,
}

// within is what the model would be if there were only this institution, or only this doctor of it.
func (m *model) within(institutionID, doctorID string) *model {
	scoped := *m
	owners := map[string]bool{institutionID: doctorID == ""}
	scoped.institutions = map[string]institution{institutionID: m.institutions[institutionID]}
	scoped.doctors = maps.Clone(m.doctors)
	maps.DeleteFunc(scoped.doctors, func(id string, d doctor) bool {
		return d.InstitutionID != institutionID || doctorID != "" && id != doctorID
	})
	scoped.patients = filter(m.patients, func(p patient) bool {
		return p.InstitutionID == institutionID && (doctorID == "" || p.DoctorID == doctorID)
	})
	for id := range scoped.doctors {
		owners[id] = true
	}
	for _, p := range scoped.patients {
		owners[p.ID] = true
	}
	scoped.users = filter(m.users, func(u account) bool { return owners[u.Owner] })
	return &scoped
}

func TestScopedFigures(t *testing.T) {
	t.Parallel()
	for _, seed := range []uint64{1, 2, 3} {
		t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) {
			t.Parallel()
			env := testenv.New(t)
			scatter(t, env, seed)
			m := readModel(t, env)
			check := func(institutionID, doctorID string) {
				scoped, doctor := m.within(institutionID, doctorID), any(nil)
				if doctorID != "" {
					doctor = doctorID
				}
				for function, expected := range scopedOf {
					require.ElementsMatch(t, asJSON(t, expected(scoped)),
						objects(t, env.DB, "SELECT * FROM "+function+"($1, $2)", institutionID, doctor), "%s of %s %s", function, institutionID, doctorID)
				}
				for year := 2022; year <= 2025; year++ {
					require.Equal(t, asJSON(t, scoped.months(year)),
						objects(t, env.DB, "SELECT * FROM sp_get_patient_stats_by_month($1, $2, $3)", year, institutionID, doctor))
				}
				var performance []object
				for _, d := range scoped.doctors {
					performance = append(performance, scoped.performanceOf(d))
				}
				require.ElementsMatch(t, asJSON(t, performance),
					objects(t, env.DB, "SELECT * FROM sp_get_doctor_performance_stats($1, $2)", doctor, institutionID))
				require.Equal(t, asJSON(t, []object{scoped.analyticsOf(m.institutions[institutionID])}),
					objects(t, env.DB, "SELECT * FROM sp_get_institution_analytics($1, $2)", institutionID, doctor))
			}
			for id := range m.institutions {
				check(id, "")
			}
			for id, d := range m.doctors {
				check(d.InstitutionID, id)
			}
		})
	}
}

// additive are the figures of each function that count everybody once; key tells the rows apart.
var additive = map[string]struct {
	key     []string
	figures []string
}{
	"sp_get_monthly_registrations":         {[]string{"month"}, []string{"total"}},
	"sp_get_health_condition_stats":        {nil, []string{"patients", "hypertension", "diabetes", "high_cholesterol", "smokers", "drinkers"}},
	"sp_get_dashboard_overview":            {nil, []string{"total_patients", "total_doctors", "total_institutions", "total_users", "validated_patients"}},
	"sp_get_doctor_specialty_distribution": {[]string{"specialty_code"}, []string{"doctors"}},
	"sp_get_geographic_distribution":       {[]string{"country_code", "region_code", "institution_type"}, []string{"institutions", "doctors", "patients"}},
	"sp_get_health_condition_prevalence":   {[]string{"code_system", "code"}, []string{"patients"}},
	"sp_get_patient_validation_status":     {[]string{"validation_status"}, []string{"patients"}},
}

// What the institutions are told adds up to what the platform is told.
func TestScopedFiguresAddUp(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	scatter(t, env, 4)
	sums := func(rows []object, key, figures []string) map[string]decimal.Decimal {
		all := map[string]decimal.Decimal{}
		for _, row := range rows {
			for _, figure := range figures {
				name := figure
				for _, k := range key {
					name += fmt.Sprint(" ", row[k])
				}
				all[name] = all[name].Add(decimal.RequireFromString(row[figure].(json.Number).String()))
			}
		}
		return all
	}
	for function := range scopedOf {
		of, ok := additive[function]
		require.True(t, ok, function)
		platform := objects(t, env.DB, "SELECT * FROM "+function+"(NULL, NULL)")
		require.NotEmpty(t, platform, function)
		scoped := objects(t, env.DB, "SELECT f.* FROM medical_institutions i CROSS JOIN LATERAL "+function+"(i.id, NULL) f")
		require.Equal(t, text(sums(platform, of.key, of.figures)), text(sums(scoped, of.key, of.figures)), function)
	}
}

// text is decimals as they are written, which compare by value.
func text(numbers map[string]decimal.Decimal) map[string]string {
	all := map[string]string{}
	for name, n := range numbers {
		all[name] = n.String()
	}
	return all
}

// A question about one institution must not pay for all the others.
func TestScopedFiguresAreInlined(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	for function := range scopedOf {
		query := "EXPLAIN (FORMAT JSON) SELECT * FROM " + function + "($1, NULL)"
		var plan string
		require.NoError(t, env.DB.QueryRowContext(t.Context(), query, uuid.NewString()).Scan(&plan), function)
		require.Contains(t, plan, `"Plan"`)
		require.NotContains(t, plan, `"Function Name": "sp_get`, function)
		require.NotContains(t, plan, `"Function Name": "counted`, function)
	}
}
