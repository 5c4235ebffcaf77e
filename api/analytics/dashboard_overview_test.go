package analytics_test

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
)

const overview = "/api/v1/analytics/dashboard-overview"

func TestDashboardOverview(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	var etag string
	numbers := []string{`"total_patients":2`, `"total_doctors":3`, `"total_institutions":2`, `"total_users":7`,
		`"validated_patients":0`, `"average_consultation_fee":"120.50"`, `"full_access_percentage":0`}
	app.Run(t, []apitest.Scenario{
		{Name: "anonymous", Path: overview, Status: http.StatusUnauthorized},
		{Name: "patient", As: apitest.Patient, Path: overview, Status: http.StatusForbidden, Excludes: []string{"total"}},
		{Name: "doctor", As: apitest.Doctor, Path: overview, Status: http.StatusForbidden},
		{Name: "institution", As: apitest.Hospital, Path: overview, Status: http.StatusForbidden},
		{Name: "first", As: apitest.Admin, Path: overview, Status: http.StatusOK, Contains: numbers,
			WantHeader: map[string]string{"X-Cache": "miss", "Cache-Control": "private, no-cache"},
			Check:      func(_ *testing.T, answer *httptest.ResponseRecorder) { etag = answer.Header().Get("ETag") }},
		{Name: "again", As: apitest.Editor, Path: overview, Status: http.StatusOK, Contains: numbers, WantHeader: map[string]string{"X-Cache": "hit"}},
	})
	require.NotEmpty(t, etag)
	unchanged := apitest.Scenario{Name: "unchanged", As: apitest.Admin, Path: overview,
		Header: map[string]string{"If-None-Match": etag}, Status: http.StatusNotModified}
	app.Run(t, []apitest.Scenario{
		unchanged,
		{Name: "a patient more", As: apitest.Admin, Method: http.MethodPost, Path: "/api/v1/patients", Status: http.StatusCreated,
			Body: map[string]any{"doctor_id": w.Doctor, "first_name": "N", "last_name": "N", "date_of_birth": "2000-01-01", "sex": "male"}},
		{Name: "counts at once", As: apitest.Admin, Path: overview, Header: map[string]string{"If-None-Match": etag}, Status: http.StatusOK,
			Contains: []string{`"total_patients":3`}, WantHeader: map[string]string{"X-Cache": "miss"}},
	})
}

func TestDashboardOverviewOfNothing(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.Staff(t, app.Env.DB, apitest.Admin, "admin")
	body := apitest.Get[map[string]any](t, app, apitest.Admin, overview)
	assert.Nil(t, body["average_consultation_fee"])
	assert.InDelta(t, 0, body["full_access_percentage"], 0)
	assert.InDelta(t, 0, body["total_patients"], 0)
}
