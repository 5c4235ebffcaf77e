package patients_test

import (
	"fmt"
	"net/http"
	"net/url"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
)

// Who has a single name, was born in a year or has died on a day is all that, and nothing else.
func TestPeopleAsTheyAreKnown(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	post := func(name string, body object, status int, errors ...string) apitest.Scenario {
		return apitest.Scenario{Name: name, As: apitest.Doctor, Method: http.MethodPost, Path: patients, Body: registration(body), Status: status, WantErrors: errors}
	}
	patch := func(name string, body object, errors ...string) apitest.Scenario {
		s := apitest.Scenario{Name: name, As: apitest.Doctor, Method: http.MethodPatch, Path: patients + "/" + w.Patient.String(), Body: body,
			Header: map[string]string{"If-Match": "*"}, Status: http.StatusOK, WantErrors: errors}
		if len(errors) > 0 {
			s.Status = http.StatusUnprocessableEntity
		}
		return s
	}
	with := func(s apitest.Scenario, contains ...string) apitest.Scenario {
		s.Contains = contains
		return s
	}
	const created, invalid = http.StatusCreated, http.StatusUnprocessableEntity
	day := func(date, precision, at string) string {
		return fmt.Sprintf(`"deceased":true,"deceased_date":%s,"deceased_date_precision":%q,"deceased_at":%s`, date, precision, at)
	}
	app.Run(t, []apitest.Scenario{
		with(post("a single name", object{"first_name": "", "last_name": "Sukarno"}, created), `"first_name":""`, `"last_name":"Sukarno"`),
		post("no name", object{"first_name": "", "last_name": ""}, invalid, "/last_name too_short"),
		post("a blank first name", object{"first_name": " "}, invalid, "/first_name blank"),
		with(post("a year", object{"date_of_birth": "1990-01-01", "date_of_birth_precision": "year"}, created), `"date_of_birth":"1990-01-01","date_of_birth_precision":"year"`),
		with(post("a month", object{"date_of_birth": "1990-05-01", "date_of_birth_precision": "month"}, created), `"date_of_birth_precision":"month"`),
		post("a year that doesn't begin", object{"date_of_birth": "1990-05-01", "date_of_birth_precision": "year"}, invalid, "/date_of_birth invalid"),
		post("another precision", object{"date_of_birth_precision": "decade"}, invalid, "/date_of_birth_precision not_allowed"),

		with(patch("dead", object{"deceased": true}), day("null", "day", "null")),
		with(patch("in a year", object{"deceased_date": "2024-01-01", "deceased_date_precision": "year"}), day(`"2024-01-01"`, "year", "null")),
		with(patch("on a day", object{"deceased_date": "2024-03-10", "deceased_date_precision": "day"}), day(`"2024-03-10"`, "day", "null")),
		with(patch("at a time, where it was the next day", object{"deceased_at": "2024-03-11T00:30:00+10:00"}), day(`"2024-03-11"`, "day", `"2024-03-10T14:30:00Z"`)),
		with(patch("the time stays with its date", object{"deceased_date": "2024-03-10"}), day(`"2024-03-10"`, "day", `"2024-03-10T14:30:00Z"`)),
		with(patch("and goes with another", object{"deceased_date": "2024-02-10"}), day(`"2024-02-10"`, "day", "null")),
		with(patch("no time, as before", object{"deceased_at": nil}), day(`"2024-02-10"`, "day", "null")),
		with(patch("the date forgotten", object{"deceased_date": nil}), day("null", "day", "null")),
		with(patch("alive after all", object{"deceased": false}), `"deceased":false,"deceased_date":null,"deceased_date_precision":"day","deceased_at":null`),
		patch("alive, with a date", object{"deceased": false, "deceased_date": "2024-03-10"}, "/deceased invalid"),
		patch("a time of another date", object{"deceased_date": "2024-03-10", "deceased_at": "2024-03-12T00:00:00Z"}, "/deceased_at invalid"),
		patch("a date to come", object{"deceased_date": "2999-01-01"}, "/deceased_date in_future"),
		patch("a date before birth", object{"deceased_date": "1970-01-01"}, "/deceased_date before_birth"),
		patch("a month that doesn't begin", object{"deceased_date": "2024-03-10", "deceased_date_precision": "month"}, "/deceased_date invalid"),
	})
}

func TestNamesAreSortedAsPeopleDo(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	want := []string{"alba Ruiz", "Álvarez", "Alves", "Núñez Abad", "Núñez José", "Nuss", "Zapata"}
	for _, name := range []string{"Zapata", "Nuss", "Núñez José", "Álvarez", "Alves", "Núñez Abad", "alba Ruiz"} {
		fixture.Patient(t, app.Env.DB, fixture.Row{"doctor_id": w.Colleague, "institution_id": w.Hospital, "last_name": name, "first_name": ""})
	}
	type person struct {
		LastName string `json:"last_name"`
	}
	type page struct {
		Items      []person
		NextCursor *string `json:"next_cursor"`
	}
	read := func(query string) (names []string) {
		for cursor := ""; ; {
			found := apitest.Get[page](t, app, apitest.Hospital, patients+"?limit=2&doctor_id="+w.Colleague.String()+query+cursor)
			for _, p := range found.Items {
				names = append(names, p.LastName)
			}
			if found.NextCursor == nil || *found.NextCursor == "" {
				return names
			}
			cursor = "&cursor=" + url.QueryEscape(*found.NextCursor)
		}
	}
	assert.Equal(t, want, read("&sort=name"))
	var reversed []string
	for i := range want {
		reversed = append(reversed, want[len(want)-1-i])
	}
	assert.Equal(t, reversed, read("&sort=-name"))

	id := fixture.Patient(t, app.Env.DB, fixture.Row{"doctor_id": w.Colleague, "institution_id": w.Hospital, "first_name": "José", "last_name": "Núñez"})
	for _, q := range []string{"Núñez, José", "Núñez José", "José Núñez", "nunez jose", "jose nu"} {
		found := apitest.Get[struct{ Items []struct{ ID string } }](t, app, apitest.Hospital, patients+"?q="+url.QueryEscape(q))
		require.NotEmpty(t, found.Items, q)
		assert.Contains(t, fmt.Sprint(found.Items), id.String(), q)
	}
}
