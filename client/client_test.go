package client_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/oapi-codegen/nullable"
	"github.com/oapi-codegen/runtime/types"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/client"
)

func TestClient(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	server := httptest.NewServer(app.Handler)
	t.Cleanup(server.Close)
	ctx := t.Context()

	api, err := client.NewClientWithResponses(server.URL)
	require.NoError(t, err)
	refused, err := api.ListPatientsWithResponse(ctx, nil)
	require.NoError(t, err)
	assert.Equal(t, http.StatusUnauthorized, refused.StatusCode())
	assert.Equal(t, "/problems/unauthenticated", refused.ApplicationproblemJSONDefault.Type)

	session, err := api.LoginWithResponse(ctx, client.Credentials{Email: apitest.Doctor, Password: apitest.Password})
	require.NoError(t, err)
	require.NotNil(t, session.JSON200, string(session.Body))
	api, err = client.NewClientWithResponses(server.URL, client.WithRequestEditorFn(bearer(session.JSON200.AccessToken)))
	require.NoError(t, err)

	made, err := api.CreatePatientWithResponse(ctx, nil, client.NewPatient{
		FirstName: "Nora", LastName: "New", Sex: "female",
		DateOfBirth: types.Date{Time: time.Date(1990, time.February, 28, 0, 0, 0, 0, time.UTC)},
	})
	require.NoError(t, err)
	require.NotNil(t, made.JSON201, string(made.Body))
	name := "Nora"
	list, err := api.ListPatientsWithResponse(ctx, &client.ListPatientsParams{Q: &name})
	require.NoError(t, err)
	require.NotNil(t, list.JSON200, string(list.Body))
	require.Len(t, list.JSON200.Items, 1)

	changeProfile(t, api, made.JSON201.Id)
}

// changeProfile changes the health profile of a patient on the version that it has.
func changeProfile(t *testing.T, api *client.ClientWithResponses, id uuid.UUID) {
	t.Helper()
	ctx := t.Context()
	profile, err := api.GetPatientHealthProfileWithResponse(ctx, id.String(), nil)
	require.NoError(t, err)
	require.NotNil(t, profile.JSON200, string(profile.Body))
	etag := profile.HTTPResponse.Header.Get("ETag")
	change := client.ChangeHealthProfile{HeightCm: nullable.NewNullableWithValue(172.5), BloodType: nullable.NewNullNullable[string]()}
	params := &client.ChangePatientHealthProfileParams{IfMatch: &etag}
	changed, err := api.ChangePatientHealthProfileWithApplicationMergePatchPlusJSONBodyWithResponse(ctx, id.String(), params, change)
	require.NoError(t, err)
	require.NotNil(t, changed.JSON200, string(changed.Body))
	assert.InDelta(t, 172.5, changed.JSON200.HeightCm.MustGet(), 0)
	assert.True(t, changed.JSON200.BloodType.IsNull())
	stale, err := api.ChangePatientHealthProfileWithApplicationMergePatchPlusJSONBodyWithResponse(ctx, id.String(), params, change)
	require.NoError(t, err)
	assert.Equal(t, http.StatusPreconditionFailed, stale.StatusCode())
}

func bearer(token string) client.RequestEditorFn {
	return func(_ context.Context, request *http.Request) error {
		request.Header.Set("Authorization", "Bearer "+token)
		return nil
	}
}
