package importjobs_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api"
	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
)

// Whatever stands in some lines, which the database would refuse, the others are loaded.
func TestNoLineSpoilsAFile(t *testing.T) {
	t.Parallel()
	app, w := start(t, func(_ *apitest.App, d *api.Dependencies) { d.ImportLease = 400 * time.Millisecond })
	identify(t, app, "doctor", w.Doctor, "urn:ietf:rfc:3986", "urn:uuid:"+w.Doctor.String())
	identify(t, app, "patient", w.Patient, "urn:mrn", "one")
	identify(t, app, "patient", w.Patient, "urn:mrn", "two")
	patient := func(family, more string) string { return line(uuid.NewString(), family, practitioner(w.Doctor)+more) }
	telecom := func(system, value string) string {
		return patient("Fine", fmt.Sprintf(`,"telecom":[{"system":%q,"value":"%s"}]`, system, value))
	}
	address := func(street, city string) string {
		return patient("Fine", fmt.Sprintf(`,"address":[{"line":["%s"],"city":"%s","country":"US"}]`, street, city))
	}
	event := func(resource, more string) string {
		status := `"status":"active"`
		if resource == "Condition" {
			status = `"clinicalStatus":{"coding":[{"code":"active"}]}`
		}
		return fmt.Sprintf(`{"resourceType":%q,"id":%q,`+status+`,"subject":{"identifier":{"system":"urn:mrn","value":"one"}},%s}`,
			resource, uuid.NewString(), more) + "\n"
	}
	height := func(at string) string {
		return event("Observation", fmt.Sprintf(`"effectiveDateTime":%q,"code":{"coding":[{"system":"http://loinc.org","code":"8302-2"}]},`+
			`"valueQuantity":{"value":170,"code":"cm"}`, at))
	}
	file := strings.Join([]string{
		patient("\u200b", ""), // 1: only the given name can be seen
		patient("Fine", `,"identifier":[{"system":"urn:x","value":"\u200b"}]`), // 2
		address("1 Elm", `\u200b`),                                         // 3
		address(`\u2060`, "Salem"),                                         // 4
		telecom("email", `a\u3000b@example.org`),                           // 5
		telecom("email", `a\u000bb@example.org`),                           // 6
		telecom("phone", "+491234"),                                        // 7
		telecom("phone", "+49123456789012345"),                             // 8
		height("2020-01-01T00:00:00+23:00"),                                // 9
		height("2020-01-01T00:00:00,5Z"),                                   // 10
		patient("Fine", `,"deceasedDateTime":"2020-01-01T00:00:00-20:00"`), // 11
		event("Condition", `"onsetDateTime":"2020-01-01","code":{"coding":[{"system":"http://snomed.info/sct","code":"1","display":"\u200b"}]}`), // 12
		event("MedicationRequest", `"authoredOn":"2020-01-01","dosageInstruction":[{"text":"\u200b"}],`+
			`"medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"1"}]}`), // 13
	}, "")
	done := load(t, app, apitest.Admin, "", ndjson, file)
	assert.Equal(t, "Patient 9=8+0+0+1\nObservation 2=1+0+0+1\nCondition 1=1+0+0+0\nMedicationRequest 1=1+0+0+0", done.lines())
	assert.ElementsMatch(t, []string{
		"2 identifier invalid_identifier", "3 address incomplete_address", "4 address incomplete_address",
		"5 telecom invalid_email", "6 telecom invalid_email", "7 telecom invalid_phone", "8 telecom invalid_phone",
		"9 effectiveDateTime invalid_date", "11 deceasedDateTime invalid_date",
	}, texts(problems(t, app, apitest.Admin, done.ID)))

	done = load(t, app, apitest.Hospital, "?country=US", table, "identifier_system,identifier_value,first_name,last_name,date_of_birth,email\n"+
		"urn:mrn,one,Paula,First,1980-06-15,first@example.org\nurn:mrn,two,Paula,Second,1980-06-15,second@example.org\n")
	assert.Equal(t, "Patient 2=0+1+0+1", done.lines())
	assert.Equal(t, []string{"3 identifier_value repeated_id"}, texts(problems(t, app, apitest.Hospital, done.ID)))
	require.Equal(t, "First", fixture.Value[string](t, app.Env.DB, "SELECT last_name FROM patients WHERE id = $1", w.Patient))
}
