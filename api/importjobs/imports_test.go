package importjobs_test

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

func TestAdministratorsImportForThePlatform(t *testing.T) {
	t.Parallel()
	app, _ := start(t)
	before := apitest.Get[struct{ Items []any }](t, app, apitest.Admin, "/api/v1/catalogs/medications?q=999999999").Items
	assert.Empty(t, before)

	dry := load(t, app, apitest.Admin, "?dry_run=true", ndjson, export(t))
	assert.Equal(t, wholeExport, dry.lines())
	assert.Equal(t, []string{"10 identifier identifier_taken"}, withoutLines(problems(t, app, apitest.Admin, dry.ID), 25))
	assert.Equal(t, 2, count(t, app, "patients"), "a dry run writes nothing")
	assert.Empty(t, app.Events(t, "dataset.import"))

	first := load(t, app, apitest.Admin, "", ndjson, zip(t, export(t)))
	assert.Equal(t, wholeExport, first.lines())
	assert.Equal(t, first.BytesTotal, first.BytesRead)
	assert.Equal(t, 14, count(t, app, "patients"))
	wait.Until(t, func() bool { // what is cached is dropped, a moment after the import has ended
		after := apitest.Get[struct{ Items []any }](t, app, apitest.Admin, "/api/v1/catalogs/medications?q=999999999").Items
		return len(after) == 1
	})
	nothingStays(t, app)

	again := load(t, app, apitest.Admin, "", "application/x-ndjson", export(t)+`{"resourceType":"Encounter","id":"x"}`+"\n"+`{"no":"type"}`)
	assert.Contains(t, again.lines(), "Patient 12=0+0+12+0")
	assert.Contains(t, again.lines(), "Encounter 1=0+0+0+1")
	assert.Contains(t, again.lines(), "other 1=0+0+0+1")
	assert.Equal(t, "74 resourceType unknown_resource", problems(t, app, apitest.Admin, again.ID)[0].String())

	read := app.Events(t, "import.read_problems")
	require.Len(t, read, 2)
	assert.Equal(t, []string{dry.ID, again.ID}, []string{read[0].EntityID, read[1].EntityID})

	created := app.Events(t, "import.create")
	require.Len(t, created, 3)
	assert.Equal(t, "cms_user", created[0].ActorType)
	assert.Equal(t, dry.ID, created[0].EntityID)
	done := app.Events(t, "dataset.import")
	require.Len(t, done, 2)
	assert.Equal(t, first.ID, done[0].EntityID)
	assert.Equal(t, created[0].ActorID, done[0].ActorID)

	assert.Len(t, app.Events(t, "patient.import"), 12, "each patient's record says that it was changed, once")
	assert.NotEmpty(t, app.Events(t, "patient.import")[0].PatientID)
	list := apitest.Get[struct{ Items []job }](t, app, apitest.Admin, path+"?status=completed").Items
	assert.Len(t, list, 3)
	assert.Equal(t, again.ID, list[0].ID, "newest first")
	assert.Empty(t, apitest.Get[struct{ Items []job }](t, app, apitest.Hospital, path).Items, "others' jobs are not told")
	wait.Until(t, func() bool { return app.Metric(t, "predicthealth_imports_total") == 3 }) // counted after the job has ended
	assert.Zero(t, app.Metric(t, "predicthealth_imports_open"))
}

// withoutLines are problems whose lines count from a line of the file.
func withoutLines(all []problem, from int) []string {
	for i := range all {
		all[i].Line -= from + 28
	}
	return texts(all)
}

// line is an NDJSON line of a patient.
func line(id, family, more string) string {
	return fmt.Sprintf(`{"resourceType":"Patient","id":%q,"name":[{"family":%q,"given":["Nora"]}],"birthDate":"1990-02-28","gender":"female"%s}`, id, family, more) + "\n"
}

// practitioner names a doctor by the id that an import for the platform knows.
func practitioner(id uuid.UUID) string {
	return fmt.Sprintf(`,"generalPractitioner":[{"reference":"Practitioner/%s"}]`, id)
}

func identify(t *testing.T, app *apitest.App, entity string, id uuid.UUID, system, value string) {
	t.Helper()
	fixture.Insert(t, app.Env.DB, "identifiers", fixture.Row{"entity_type": entity, "entity_id": id, "system": system, "value": value})
}

func TestInstitutionsImportTheirOwnPatientsAndNothingElse(t *testing.T) {
	t.Parallel()
	app, w := start(t)
	db := app.Env.DB
	foreign, own, fresh, fresh2 := uuid.New(), uuid.New(), uuid.New(), uuid.New()
	// What an import for the platform called them.
	identify(t, app, "patient", w.OtherPatient, "urn:ietf:rfc:3986", "urn:uuid:"+foreign.String())
	identify(t, app, "patient", w.OtherPatient, "urn:ssn", "123")
	identify(t, app, "patient", w.Patient, "urn:ietf:rfc:3986", "urn:uuid:"+own.String())
	for _, doctor := range []uuid.UUID{w.Doctor, w.OtherDoctor} {
		identify(t, app, "doctor", doctor, "urn:ietf:rfc:3986", "urn:uuid:"+doctor.String())
	}
	identify(t, app, "institution", w.Hospital, "urn:ietf:rfc:3986", "urn:uuid:"+w.Hospital.String())
	identify(t, app, "institution", w.OtherClinic, "urn:ietf:rfc:3986", "urn:uuid:"+w.OtherClinic.String())
	others := func() string {
		return fixture.Value[string](t, db, `SELECT concat_ws(' ',
			(SELECT string_agg(p::text, ',' ORDER BY id) FROM patients p WHERE institution_id <> $1),
			(SELECT string_agg(d::text, ',' ORDER BY id) FROM doctors d), (SELECT string_agg(m::text, ',' ORDER BY id) FROM medical_institutions m),
			(SELECT string_agg(i::text, ',' ORDER BY i.id) FROM identifiers i LEFT JOIN patients p ON p.id = i.patient_id WHERE p.institution_id IS DISTINCT FROM $1),
			(SELECT count(*) FROM medical_conditions), (SELECT count(*) FROM patient_conditions c JOIN patients p ON p.id = patient_id WHERE p.institution_id <> $1))`, w.Hospital)
	}
	before := others()
	organization := func(id uuid.UUID) string {
		return fmt.Sprintf(`,"managingOrganization":{"reference":"Organization/%s"}`, id)
	}
	condition := func(id, subject, code string) string {
		return fmt.Sprintf(`{"resourceType":"Condition","id":%q,"subject":{%s},"clinicalStatus":{"coding":[{"code":"active"}]},"onsetDateTime":"2020-01-01","code":{"coding":[{"system":"http://snomed.info/sct","code":%q,"display":"Invented"}]}}`, id, subject, code) + "\n"
	}
	code := fixture.Value[string](t, db, "SELECT code FROM medical_conditions WHERE code_system = 'http://snomed.info/sct' LIMIT 1")
	file := line(own.String(), "Renamed", organization(w.Hospital)) + // 1: their own, known from before
		line(fresh.String(), "Fresh", practitioner(w.Doctor)+`,"identifier":[{"system":"urn:ssn","value":"123"}]`) + // 2: has a number that a stranger has
		line(foreign.String(), "Same", practitioner(w.Doctor)) + // 3: has the id that a stranger has
		line(fresh2.String(), "Elsewhere", practitioner(w.OtherDoctor)) + // 4: of a stranger's doctor
		line(uuid.NewString(), "Nowhere", practitioner(uuid.New())) + // 5: of nobody
		line(uuid.NewString(), "Managed", practitioner(w.Doctor)+organization(w.OtherClinic)) + // 6: of another institution
		line(uuid.NewString(), "Managed", practitioner(w.Doctor)+organization(uuid.New())) + // 7: of one that isn't there
		line(uuid.NewString(), "Doctorless", "") + // 8
		condition(uuid.NewString(), fmt.Sprintf(`"reference":"Patient/%s"`, foreign), code) + // 9: of the patient of line 3
		condition(uuid.NewString(), `"identifier":{"system":"urn:ssn","value":"123"}`, code) + // 10: of the patient of line 2
		condition(uuid.NewString(), fmt.Sprintf(`"reference":"Patient/%s"`, own), "invented") + // 11
		condition(uuid.NewString(), fmt.Sprintf(`"reference":"Patient/%s"`, uuid.New()), code) + // 12
		fmt.Sprintf(`{"resourceType":"Organization","id":%q,"name":"Other Clinic","identifier":[{"system":"urn:licence","value":"L-1"}]}`, w.OtherClinic) + "\n" + // 13
		fmt.Sprintf(`{"resourceType":"Organization","id":%q,"name":"Nobody","identifier":[{"system":"urn:licence","value":"L-2"}]}`, uuid.New()) + "\n" + // 14
		fmt.Sprintf(`{"resourceType":"Practitioner","id":%q,"name":[{"family":"X","given":["Y"]}],"identifier":[{"system":"urn:licence","value":"L-3"}]}`, w.OtherDoctor) + "\n" + // 15
		fmt.Sprintf(`{"resourceType":"Practitioner","id":%q,"name":[{"family":"X","given":["Y"]}],"identifier":[{"system":"urn:licence","value":"L-4"}]}`, w.Doctor) + "\n" // 16: their own

	done := load(t, app, apitest.Hospital, "", ndjson, file)
	assert.Equal(t, w.Hospital.String(), *done.InstitutionID)
	assert.Equal(t, before, others(), "nothing of others has changed")
	found := problems(t, app, apitest.Hospital, done.ID)
	assert.ElementsMatch(t, []string{
		"4 generalPractitioner unknown_doctor", "5 generalPractitioner unknown_doctor",
		"6 managingOrganization other_institution", "7 managingOrganization other_institution",
		"11 code unknown_code", "12 subject unknown_patient",
		"13 identifier other_institution", "14 identifier other_institution", "15 identifier other_institution",
	}, texts(found))
	assert.Equal(t, `Organization 2=0+0+0+2
Practitioner 2=0+0+0+2
Patient 8=3+1+0+4
Condition 4=2+0+0+2`, done.lines())
	assert.Equal(t, "Doctorless Fresh Renamed Same", fixture.Value[string](t, db,
		"SELECT string_agg(last_name, ' ' ORDER BY last_name) FROM patients WHERE institution_id = $1 AND last_name NOT LIKE 'L%' AND first_name = 'Nora'", w.Hospital))
	assert.Equal(t, "Fresh Same", fixture.Value[string](t, db, `SELECT string_agg(last_name, ' ' ORDER BY last_name)
		FROM patient_conditions JOIN patients p ON p.id = patient_id WHERE p.institution_id = $1`, w.Hospital))

	again := load(t, app, apitest.Hospital, "", ndjson, file)
	assert.Contains(t, again.lines(), "Patient 8=0+0+4+4")
	assert.Equal(t, before, others())
	assert.Len(t, app.Events(t, "dataset.import"), 2)
}

func TestAPatientWhoHasGoneIsNotTheirsAnyMore(t *testing.T) {
	t.Parallel()
	app, w := start(t)
	id := uuid.NewString()
	identify(t, app, "doctor", w.Doctor, "urn:ietf:rfc:3986", "urn:uuid:"+w.Doctor.String())
	load(t, app, apitest.Hospital, "", ndjson, line(id, "Mover", practitioner(w.Doctor)))
	_, err := app.Env.DB.ExecContext(t.Context(), "UPDATE patients SET institution_id = $1, doctor_id = $2 WHERE last_name = 'Mover'", w.OtherClinic, w.OtherDoctor)
	require.NoError(t, err)
	code := fixture.Value[string](t, app.Env.DB, "SELECT code FROM medical_conditions WHERE code_system = 'http://snomed.info/sct' LIMIT 1")
	done := load(t, app, apitest.Hospital, "", ndjson, line(id, "Thief", practitioner(w.Doctor))+
		fmt.Sprintf(`{"resourceType":"Condition","id":%q,"subject":{"reference":"Patient/%s"},"clinicalStatus":{"coding":[{"code":"active"}]},"onsetDateTime":"2020-01-01","code":{"coding":[{"system":"http://snomed.info/sct","code":%q}]}}`, uuid.NewString(), id, code))
	assert.Equal(t, []string{"1 managingOrganization other_institution", "2 subject unknown_patient"}, texts(problems(t, app, apitest.Hospital, done.ID)))
	assert.Equal(t, 1, count(t, app, "patients WHERE last_name = 'Mover'"))
}

func TestInsurersImportNoClinicalRecords(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	cast := apitest.NewCast(t, app)
	identify(t, app, "patient", cast.Insured, "urn:x", "1")
	done := load(t, app, apitest.Insurer, "", ndjson, `{"resourceType":"Condition","id":"0190a0a0-0000-7000-8000-000000000001","subject":{"identifier":{"system":"urn:x","value":"1"}},`+
		`"clinicalStatus":{"coding":[{"code":"active"}]},"onsetDateTime":"2020-01-01","code":{"coding":[{"system":"http://snomed.info/sct","code":"38341003"}]}}`)
	assert.Equal(t, []string{"1  not_for_insurers"}, texts(problems(t, app, apitest.Insurer, done.ID)))
	assert.Zero(t, count(t, app, "patient_conditions"))
}

func TestTablesOfPatients(t *testing.T) {
	t.Parallel()
	app, w := start(t)
	db := app.Env.DB
	licence := func(doctor uuid.UUID) string {
		return fixture.Value[string](t, db, "SELECT licence_number FROM doctors WHERE id = $1", doctor)
	}
	rows := []string{
		"\ufeffidentifier_system,identifier_value,first_name,last_name,date_of_birth,sex,gender,email,phone,doctor_licence,doctor_id,address_line1,address_city,address_postal_code,address_region,address_country",
		`urn:mrn,1,Ana,"García, de",1984-05-12,female,woman,ANA@example.org,617-555-0101,` + licence(w.Doctor) + `,,1 Elm Street,Salem,01970,MA,US`,
		`urn:mrn,2,Bo,Berg,1990-01-01,,,,,,` + w.Colleague.String() + `,,,,,`,
		`urn:mrn,3,Cy,Conn,1990-13-01,male,,,,` + licence(w.Doctor) + `,,,,,,`,      // 4
		`urn:mrn,4,Di,Dahl,1990-01-01,male,,,,` + licence(w.OtherDoctor) + `,,,,,,`, // 5
		`urn:mrn,5,Ed,Eder,1990-01-01,male,,,,no-such-licence,,,,,,`,                // 6
		`urn:mrn,6,Fe,Falk,1990-01-01,male,,,,,,,,,,`,                               // 7
		`urn:mrn,7,too few`, // 8
		`urn:mrn,8,,,1990-01-01,male,,,,` + licence(w.Doctor) + `,,,,,,`,                                          // 9
		`urn:mrn,9,Gi,Gold,1990-01-01,male,nonsense,nonsense,nonsense,` + licence(w.Doctor) + `,,only a line,,,,`, // 10
		`urn:mrn,1,Ana,Again,1984-05-12,female,,,,` + licence(w.Doctor) + `,,,,,,`,                                // 11
		"urn:mrn,10,Hy,H\xe4ll,1990-01-01,male,,,," + licence(w.Doctor) + `,,,,,,`,                                // 12
		`urn:mrn,11,I"ris,Ibe,1990-01-01,male,,,,` + licence(w.Doctor) + `,,,,,,`,                                 // 13
		`,12,Jo,Jung,2999-01-01,male,,,,` + licence(w.Doctor) + `,,,,,,`,                                          // 14
	}
	file := strings.Join(rows, "\r\n") + "\r\n"
	done := load(t, app, apitest.Hospital, "?country=US", table, zip(t, file))
	assert.Equal(t, "Patient 13=3+0+0+10", done.lines())
	assert.ElementsMatch(t, []string{
		"4 date_of_birth invalid_date", "5 doctor_licence unknown_doctor", "6 doctor_licence unknown_doctor", "7 doctor_licence no_doctor",
		"8  wrong_field_count", "9 first_name invalid_name",
		"10 gender unknown_code", "10 email invalid_email", "10 phone invalid_phone", "10 address_line1 incomplete_address",
		"11 identifier_value repeated_id", "12 last_name invalid_utf8", "13  invalid_csv", "14 identifier_value no_identifier",
	}, texts(problems(t, app, apitest.Hospital, done.ID)))
	assert.Equal(t, "Ana García, de female woman ana@example.org +16175550101 Salem US-MA", fixture.Value[string](t, db, `
		SELECT concat_ws(' ', first_name, last_name, s.code, g.code, email, number, city, r.code)
		FROM patients p JOIN sexes s ON s.id = sex_id JOIN genders g ON g.id = gender_id JOIN emails e ON e.patient_id = p.id
		JOIN phones h ON h.patient_id = p.id JOIN addresses a ON a.patient_id = p.id JOIN regions r ON r.id = region_id
		WHERE p.doctor_id = $1 AND first_name = 'Ana' AND last_name LIKE '%,%'`, w.Doctor))
	assert.Equal(t, 1, count(t, app, "patients WHERE last_name = 'Berg' AND doctor_id = $1", w.Colleague))

	answer := app.Do(app.Request(t, apitest.Scenario{As: apitest.Hospital, Path: path + "/" + done.ID + "/problems?limit=1", Header: map[string]string{"Accept": "text/csv"}}))
	assert.Equal(t, "text/csv; charset=utf-8", answer.Header().Get("Content-Type"))
	assert.Contains(t, answer.Header().Get("Link"), `rel="next"`)
	assert.Equal(t, "file,line,resource,resource_id,field,code,detail,severity\r\n,4,Patient,urn:mrn|3,date_of_birth,invalid_date,not a FHIR date,error\r\n", answer.Body.String())

	answer = app.Do(app.Request(t, apitest.Scenario{As: apitest.Hospital, Path: path + "/" + done.ID + "/problems?limit=1&fields=code,line", Header: map[string]string{"Accept": "text/csv"}}))
	assert.Equal(t, "line,code\r\n4,invalid_date\r\n", answer.Body.String())

	again := load(t, app, apitest.Hospital, "?country=US", table, file)
	assert.Equal(t, "Patient 13=0+0+3+10", again.lines())
	other := load(t, app, apitest.OtherClinic, "?source=urn:mrn", table, "identifier_value,first_name,last_name,date_of_birth,doctor_licence\n1,Ana,García,1984-05-12,"+licence(w.OtherDoctor)+"\n")
	assert.Equal(t, "Patient 1=1+0+0+0", other.lines(), "the same number means another patient elsewhere")
	staff := load(t, app, apitest.Admin, "?institution_id="+w.Hospital.String(), table, file)
	assert.Equal(t, "Patient 13=0+0+3+10", staff.lines(), "staff may do it for them")
}

func TestFilesThatAreRefusedLeaveNothing(t *testing.T) {
	t.Parallel()
	app, w := start(t, apitest.Setting(t, "api.import.max_megabytes", "1"))
	const heading = "identifier_value,first_name,last_name,date_of_birth\n"
	scenario := func(name, as, query, media, file string, status int, errors ...string) apitest.Scenario {
		return apitest.Scenario{Name: name, As: as, Method: http.MethodPost, Path: path + query, Body: file,
			Header: map[string]string{"Content-Type": media}, Status: status, WantErrors: errors}
	}
	app.Run(t, []apitest.Scenario{
		scenario("nobody", "", "", ndjson, "{}", http.StatusUnauthorized),
		scenario("a doctor", apitest.Doctor, "", ndjson, "{}", http.StatusForbidden),
		scenario("the editor", apitest.Editor, "", ndjson, "{}", http.StatusForbidden),
		scenario("for another institution", apitest.Hospital, "?institution_id="+w.OtherClinic.String(), ndjson, "{}", http.StatusForbidden),
		scenario("for one that isn't there", apitest.Hospital, "?institution_id="+uuid.NewString(), ndjson, "{}", http.StatusForbidden),
		scenario("all that is wrong", apitest.Admin, "?institution_id="+uuid.NewString()+"&country=XX&source=here", ndjson, "{}",
			http.StatusUnprocessableEntity, "/institution_id not_found", "/country not_found", "/source format"),
		scenario("parameters of other kinds", apitest.Admin, "?institution_id=x&dry_run=maybe&what=x", ndjson, "{}",
			http.StatusUnprocessableEntity, "/institution_id format", "/dry_run type", "/what unexpected"),
		scenario("XML", apitest.Hospital, "", "application/fhir+xml", "<Patient/>", http.StatusUnsupportedMediaType),
		scenario("another alphabet", apitest.Hospital, "", "text/csv; charset=latin1", heading, http.StatusUnsupportedMediaType),
		scenario("empty", apitest.Hospital, "", ndjson, "", http.StatusUnprocessableEntity, " empty"),
		scenario("semicolons", apitest.Hospital, "", table, strings.ReplaceAll(heading, ",", ";"), http.StatusUnprocessableEntity, " heading"),
		scenario("no such columns", apitest.Hospital, "", table, "identifier_value,name,name\n", http.StatusUnprocessableEntity, " heading"),
		scenario("too large", apitest.Hospital, "", ndjson, strings.Repeat("x", 1<<20+1), http.StatusRequestEntityTooLarge),
	})
	assert.Equal(t, http.StatusUnprocessableEntity, handIn(t, app, apitest.Hospital, "", ndjson, "{}", map[string]string{"Content-Encoding": "gzip"}).Code)
	assert.Equal(t, http.StatusUnprocessableEntity, handIn(t, app, apitest.Hospital, "", ndjson, "{}", map[string]string{"Content-Encoding": "br"}).Code)
	cut := app.Request(t, apitest.Scenario{As: apitest.Hospital, Method: http.MethodPost, Path: path, Body: "{}", Header: map[string]string{"Content-Type": ndjson}})
	cut.Body = io.NopCloser(io.MultiReader(strings.NewReader(strings.Repeat("x", 1000)), broken{}))
	assert.Equal(t, http.StatusBadRequest, app.Do(cut).Code)
	assert.Zero(t, count(t, app, "import_jobs"))
	nothingStays(t, app)
	assert.Empty(t, app.Events(t, "import.create"))

	for name, file := range map[string]string{
		"a zip that is cut off": zip(t, export(t))[:500],
		"a quotation mark":      heading + `1,"Ana` + strings.Repeat("x", 1<<20-200),
	} {
		media := ndjson
		if strings.HasPrefix(file, heading) {
			media = table
		}
		j := ended(t, app, apitest.Hospital, accepted(t, handIn(t, app, apitest.Hospital, "", media, file)).ID)
		if media == table { // a row of a mebibyte is the last, and not whole
			assert.Equal(t, "completed", j.Status, name)
			continue
		}
		assert.Equal(t, "failed", j.Status, name)
		assert.Contains(t, *j.Failure, "is truncated", name)
	}
	nothingStays(t, app)
}

// broken is a connection that breaks.
type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }
