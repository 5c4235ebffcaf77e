package reports_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

// numbers collects the numbers of an answer by the names of their members; those of a map by the map's.
func numbers(found map[string][]float64, name string, value any) {
	switch v := value.(type) {
	case map[string]any:
		for member, value := range v {
			if strings.HasPrefix(name, "by_") {
				member = name
			}
			numbers(found, member, value)
		}
	case []any:
		for _, value := range v {
			numbers(found, name, value)
		}
	case float64:
		found[name] = append(found[name], v)
	}
}

// professional are figures about doctors and institutions, not about patients.
var professional = map[string]bool{"doctor_count": true, "institution_count": true, "average_years_experience": true, "years_experience": true}

// Who may not read patients learns of no figure what one patient adds to it.
func TestFiguresAreRoundedForWhoMayNotReadPatients(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	for range 2 {
		fixture.Patient(t, app.Env.DB, fixture.Row{"doctor_id": w.Doctor})
	}
	const counter = "staff.counter@example.org"
	apitest.StaffWith(t, app.Env.DB, counter, "analytics:read", "doctors:read", "institutions:read")
	paths := []string{"/api/v1/doctors/" + w.Doctor.String() + "/statistics", "/api/v1/institutions/" + w.Hospital.String() + "/statistics"}
	for _, report := range []string{"dashboard-overview", "doctor-performance", "geographic-distribution", "patient-validation-status",
		"monthly-registrations", "patient-stats-by-month"} {
		paths = append(paths, prefix+report, prefix+report+"?doctor_id="+w.Doctor.String())
	}
	for _, path := range paths {
		exact, rounded := map[string][]float64{}, map[string][]float64{}
		numbers(exact, "", apitest.Get[any](t, app, apitest.Admin, path))
		numbers(rounded, "", apitest.Get[any](t, app, counter, path))
		odd := 0
		for name, values := range exact {
			if professional[name] {
				assert.ElementsMatch(t, values, rounded[name], "%s: %s", path, name)
				continue
			}
			for _, n := range values {
				if int(n)%5 != 0 {
					odd++
				}
			}
		}
		assert.Positive(t, odd, "%s has nothing to round", path)
		for name, values := range rounded {
			if name == "patients_per_doctor" {
				assert.NotEqual(t, exact[name], values, path)
				continue
			}
			for _, n := range values {
				assert.True(t, professional[name] || int(n)%5 == 0, "%s: %s is %v", path, name, n)
			}
		}
	}
	app.Set(t, "analytics.smallest_group", "1")
	wait.Within(t, wait.Patience, func() bool {
		return apitest.Get[struct {
			PatientCount int `json:"patient_count"`
		}](t, app, counter, overview).PatientCount == 4
	}, "unless the setting shows them")
}

// The order of rows, and which of them are the first, say nothing that their rounded numbers don't.
func TestRoundedNumbersOrderTheRows(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	add := func(last string, patients int) uuid.UUID {
		doctor := fixture.Doctor(t, app.Env.DB, fixture.Row{"institution_id": w.Hospital, "first_name": "Zoe", "last_name": last})
		for range patients {
			fixture.Patient(t, app.Env.DB, fixture.Row{"doctor_id": doctor})
		}
		return doctor
	}
	first, more := add("Aa", 6), add("Zz", 7)
	const counter = "staff.counter@example.org"
	apitest.StaffWith(t, app.Env.DB, counter, "analytics:read")
	leading := func(id uuid.UUID) []string { return []string{fmt.Sprintf(`{"items":[{"doctor_id":%q`, id)} }
	path := prefix + "doctor-performance?limit=1"
	app.Run(t, []apitest.Scenario{
		{Name: "exact", As: apitest.Admin, Path: path, Status: http.StatusOK, Contains: leading(more)},
		{Name: "rounded", As: counter, Path: path, Status: http.StatusOK, Contains: leading(first), Excludes: []string{more.String()}},
	})
}
