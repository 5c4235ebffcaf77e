package dataset_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/service/dataset"
)

// clinic is an export of one hospital with one doctor, to which patients are added.
func clinic() fstest.MapFS {
	files := fstest.MapFS{}
	const place = `"address":[{"line":["9 Case Road"],"city":"Salem","state":"MA","postalCode":"01970","country":"US"}]`
	add(files, "Organization.ndjson", `{"resourceType":"Organization","id":"51d48700-4aee-5a5d-a8a5-27a5c1471ac6","name":"Case Hospital",
		"identifier":[{"system":"http://hl7.org/fhir/sid/us-npi","value":"1888888881"}],`+place+`}`)
	add(files, "Practitioner.ndjson", `{"resourceType":"Practitioner","id":"6b0b7c59-6274-52e8-a066-17154fd7b8e1","name":[{"family":"Case","given":["Carla"]}],
		"identifier":[{"system":"http://hl7.org/fhir/sid/us-npi","value":"1888888882"}],`+place+`}`)
	for name := range files { // one resource a line
		files[name].Data = []byte(strings.ReplaceAll(strings.TrimSpace(string(files[name].Data)), "\n\t\t", "") + "\n")
	}
	return files
}

// person is a patient of the clinic: an id that a name gives, and elements.
func person(name, elements string) string {
	id := uuid.NewSHA1(uuid.NameSpaceURL, []byte(name))
	for element, usual := range map[string]string{
		`"name"`: fmt.Sprintf(`"name":[{"family":%q,"given":["Case"]}]`, name), `"birthDate"`: `"birthDate":"1980-05-05"`,
	} {
		if !strings.Contains(elements, element+":") {
			elements += "," + usual
		}
	}
	return fmt.Sprintf(`{"resourceType":"Patient","id":%q,%s}`, id, strings.Trim(elements, ","))
}

func TestImportFHIR_people_as_they_are_known(t *testing.T) {
	t.Parallel()
	db := openDatabase(t)
	files := clinic()
	add(files, "Patient.ndjson",
		person("instant", `"birthDate":"2019-11-04T23:00:00.000Z"`),
		person("newborn", `"birthDate":"2020-05-10","deceasedDateTime":"2020-05-10T00:30:00+10:00"`),
		person("day", `"deceasedDateTime":"2024-03-10"`),
		person("month", `"deceasedDateTime":"2024-03"`),
		person("dead", `"deceasedBoolean":true`),
		person("year", `"birthDate":"1950"`),
		person("single", `"name":[{"text":"Sukarno"}]`),
		person("merged", `"active":false,"link":[{"type":"replaced-by","other":{"reference":"Patient/x"}}]`),
		person("contacts", `"telecom":[{"system":"phone","value":"+16175550111","use":"old"},{"system":"phone","value":"+16175550112","use":"mobile","rank":1},
			{"system":"phone","value":"(617) 555-0123 ext. 45"},{"system":"phone","value":"(617) 555-0123 ext. 46"},{"system":"phone","value":"555-0100"}],
			"address":[{"use":"old","line":["49 Meadow St"],"city":"Mounds","country":"US","period":{"end":"2020-07-22"}},
			{"line":["183 Mountain View St"],"city":"Mounds","country":"US","period":{"start":"2020-07-22"}}]`),
		person("abroad", `"telecom":[{"system":"phone","value":"030/1234567","use":"work"},{"system":"phone","value":"+52 1 55 1234 5678"}],
			"address":[{"use":"home","line":["Hauptstr. 5"],"city":"München","state":"Bayern","country":"Deutschland"},
			{"use":"work","line":["Calle 5"],"city":"Monterrey","state":"Nuevo Leon","country":"México"}]`),
	)
	files["Patient.ndjson"].Data = []byte(strings.ReplaceAll(string(files["Patient.ndjson"].Data), "\n\t\t\t", ""))
	report, problems := load(t, db, files)
	require.Equal(t, "Organization 1=1+0+0+0\nPractitioner 1=1+0+0+0\nPatient 10=9+0+0+1 date_with_time:1", summary(t, report), problems)
	assert.Equal(t, []dataset.ReasonCount{{Code: "invalid_phone", Count: 1}, {Code: "kept_as_source", Count: 3}, {Code: "merged", Count: 1}}, report.Warnings)

	for name, want := range map[string]string{
		"newborn": "2020-05-10 day true 2020-05-10 day 2020-05-09T14:30:00 0",
		"day":     "1980-05-05 day true 2024-03-10 day 43",
		"month":   "1980-05-05 day true 2024-03-01 month 43",
		"dead":    "1980-05-05 day true day",
		"merged":  "1980-05-05 day false day",
	} {
		got := one[string](t, db, `SELECT concat_ws(' ', date_of_birth, date_of_birth_precision, deceased::text, deceased_date, deceased_date_precision,
			to_char(deceased_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS'), CASE WHEN deceased THEN age END)
			FROM vw_patient_demographics WHERE last_name = $1`, name)
		assert.Equal(t, want, got, name)
	}
	assert.Equal(t, "1950-01-01 year", one[string](t, db, `SELECT concat_ws(' ', date_of_birth, date_of_birth_precision) FROM patients WHERE last_name = 'year'`))
	assert.Equal(t, 1, one[int](t, db, `SELECT count(*) FROM patients WHERE last_name = 'Sukarno' AND first_name = ''`))
	assert.Equal(t, 4, one[int](t, db, `SELECT count(*) FROM counted_patients(NULL, NULL)`), "the dead don't count, nor does who was merged")

	contacts := `SELECT string_agg(concat_ws(' ', number, extension, y.code, CASE WHEN is_primary THEN '*' END), ', ' ORDER BY number, extension)
		FROM phones JOIN phone_types y ON y.id = phone_type_id JOIN patients p ON p.id = patient_id WHERE last_name = $1`
	assert.Equal(t, "+16175550111 old, +16175550112 mobile *, +16175550123 45 home, +16175550123 46 home", one[string](t, db, contacts, "contacts"))
	assert.Equal(t, "+49301234567 work *, +525512345678 home", one[string](t, db, contacts, "abroad"))
	addresses := `SELECT string_agg(concat_ws(' ', use, line1, c.code, r.code, CASE WHEN is_primary THEN '*' END), ', ' ORDER BY line1)
		FROM addresses a JOIN countries c ON c.id = country_id LEFT JOIN regions r ON r.id = region_id JOIN patients p ON p.id = patient_id
		WHERE last_name = $1`
	assert.Equal(t, "home 183 Mountain View St US *, old 49 Meadow St US", one[string](t, db, addresses, "contacts"))
	assert.Equal(t, "work Calle 5 MX MX-NLE, home Hauptstr. 5 DE DE-BY *", one[string](t, db, addresses, "abroad"))

	again, _ := load(t, db, files)
	for _, r := range again.Resources {
		assert.Zero(t, r.Inserted+r.Updated, r.Resource)
	}
}

// What is known here stays where a source knows less of it, and gives way where it knows better.
func TestImportFHIR_keeps_what_is_known_of_birth_and_death(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ first, second, want string }{
		{`"birthDate":"1980-05-05"`, `"birthDate":"1980"`, "1980-05-05 day false day"},
		{`"birthDate":"1980"`, `"birthDate":"1980-05-05"`, "1980-05-05 day false day"},
		{`"birthDate":"1980-05-05"`, `"birthDate":"1981"`, "1981-01-01 year false day"},
		{`"deceasedDateTime":"2024-03-10T12:00:00Z"`, `"active":true`, "1980-05-05 day true 2024-03-10 day 12:00"},
		{`"deceasedDateTime":"2024-03-10T12:00:00Z"`, `"deceasedBoolean":true`, "1980-05-05 day true 2024-03-10 day 12:00"},
		{`"deceasedDateTime":"2024-03-10T12:00:00Z"`, `"deceasedDateTime":"2024-03"`, "1980-05-05 day true 2024-03-10 day 12:00"},
		{`"deceasedDateTime":"2024-03-10T12:00:00Z"`, `"deceasedDateTime":"2024-03-11"`, "1980-05-05 day true 2024-03-11 day"},
		{`"deceasedBoolean":true`, `"deceasedDateTime":"2024"`, "1980-05-05 day true 2024-01-01 year"},
		{`"deceasedBoolean":true`, `"deceasedBoolean":false`, "1980-05-05 day true day"},
	} {
		db := openDatabase(t)
		for _, elements := range []string{tt.first, tt.second} {
			files := clinic()
			add(files, "Patient.ndjson", person("known", elements))
			report, problems := load(t, db, files)
			require.Zero(t, report.Errors(), problems)
		}
		got := one[string](t, db, `SELECT concat_ws(' ', date_of_birth, date_of_birth_precision, deceased::text, deceased_date, deceased_date_precision,
			to_char(deceased_at AT TIME ZONE 'UTC', 'HH24:MI')) FROM patients`)
		assert.Equal(t, tt.want, got, "%s, then %s", tt.first, tt.second)
	}
}

// A contact that a later export calls old is no longer the primary one.
func TestImportFHIR_moves_the_primary_contact_away_from_an_old_one(t *testing.T) {
	t.Parallel()
	db := openDatabase(t)
	primary := `SELECT concat_ws(' ', (SELECT number FROM phones WHERE is_primary AND patient_id IS NOT NULL),
		(SELECT email FROM emails WHERE is_primary AND patient_id IS NOT NULL), (SELECT line1 FROM addresses WHERE is_primary AND patient_id IS NOT NULL))`
	for _, step := range []struct{ elements, want string }{
		{`"telecom":[{"system":"phone","value":"+16175550111","use":"home"},{"system":"email","value":"a@example.org","use":"home"}],
			"address":[{"use":"home","line":["1 Elm"],"city":"Salem","country":"US"}]`, "+16175550111 a@example.org 1 Elm"},
		{`"telecom":[{"system":"phone","value":"+16175550111","use":"old"},{"system":"email","value":"a@example.org","use":"old"},
			{"system":"phone","value":"+16175550112","use":"work"},{"system":"email","value":"b@example.org","use":"work"}]`, "+16175550112 b@example.org 1 Elm"},
		{`"telecom":[{"system":"phone","value":"+16175550112","use":"old"},{"system":"email","value":"b@example.org","use":"old"}]`, "1 Elm"},
	} {
		files := clinic()
		add(files, "Patient.ndjson", strings.ReplaceAll(person("known", step.elements), "\n\t\t\t", ""))
		report, problems := load(t, db, files)
		require.Zero(t, report.Errors(), problems)
		assert.Equal(t, step.want, one[string](t, db, primary))
	}
}

func TestImportFHIR_roles_say_where_practitioners_work(t *testing.T) {
	t.Parallel()
	db := openDatabase(t)
	options := dataset.ImportOptions{Source: "https://fhir.example.org"}
	files := fstest.MapFS{}
	for id, name := range map[string]string{"1": "North Hospital", "2": "South Hospital"} {
		add(files, "Organization.ndjson", fmt.Sprintf(`{"resourceType":"Organization","id":%q,"name":%q,"identifier":[{"system":"s","value":"org-%s"}]}`, id, name, id))
	}
	for id, name := range map[string]string{"1": "Ash", "2": "Birch", "3": "Cedar"} {
		add(files, "Practitioner.ndjson", fmt.Sprintf(`{"resourceType":"Practitioner","id":%q,"name":[{"family":%q,"given":["A"]}],"identifier":[{"system":"s","value":"doc-%s"}]}`, id, name, id))
	}
	role := func(id, doctor, institution, more string) string {
		return fmt.Sprintf(`{"resourceType":"PractitionerRole","id":%q,"practitioner":{"reference":"Practitioner/%s"},"organization":{"reference":"Organization/%s"}%s}`, id, doctor, institution, more)
	}
	add(files, "PractitionerRole.ndjson",
		role("1", "1", "2", `,"period":{"end":"2001"}`), role("2", "1", "1", ""), role("3", "1", "2", ""),
		role("4", "2", "2", ""), role("5", "9", "1", ""), role("6", "2", "9", ""))
	add(files, "Patient.ndjson",
		person("by role", `"generalPractitioner":[{"reference":"PractitionerRole/4"}]`),
		person("by organization", `"generalPractitioner":[{"reference":"Organization/1"}]`),
		person("by manager", `"managingOrganization":{"reference":"Organization/2"}`),
		person("by person", `"generalPractitioner":[{"reference":"Organization/1"},{"reference":"Practitioner/2"}]`))
	report, _ := load(t, db, files, options)
	assert.Equal(t, `Organization 2=2+0+0+0
Practitioner 3=2+0+0+1 no_institution:1
PractitionerRole 6=0+0+0+6 inactive_role:1 place_of_work:2 second_role:1 unknown_doctor:1 unknown_institution:1
Patient 4=4+0+0+0`, summary(t, report))
	assert.Equal(t, []dataset.ReasonCount{{Code: "kept_as_source", Count: 1}, {Code: "second_role", Count: 1}}, report.Warnings)
	assert.Equal(t, "by manager Birch South Hospital, by organization Ash North Hospital, by person Birch South Hospital, by role Birch South Hospital",
		one[string](t, db, `SELECT string_agg(concat_ws(' ', p.last_name, d.last_name, m.name), ', ' ORDER BY p.last_name)
			FROM patients p JOIN doctors d ON d.id = doctor_id JOIN medical_institutions m ON m.id = d.institution_id`))

	again, _ := load(t, db, files, options)
	assert.Contains(t, summary(t, again), "Practitioner 3=0+0+2+1")
}
