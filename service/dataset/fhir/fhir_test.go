package fhir

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const anID = "018f428e-34f6-4707-8009-5ad742f901e7"

// decode decodes a resource given as its elements, with type and a UUID as id.
func decode(t *testing.T, d Decoder, resource, elements string) (Record, *Issue) {
	t.Helper()
	line := `{"resourceType":"` + resource + `","id":"` + anID + `",` + elements + `}`
	record, err := d.Decode(resource, Entry{Resource: []byte(line)})
	var found *Issue
	if err != nil {
		require.ErrorAs(t, err, &found)
	}
	return record, found
}

const (
	aName    = `"name":[{"family":"Holm","given":["Una","B."]}]`
	aSubject = `"subject":{"reference":"Patient/` + anID + `"}`
	aCode    = `"code":{"coding":[{"system":"http://snomed.info/sct","code":"38341003","display":"Hypertension"}]}`
	aHeight  = `"code":{"coding":[{"system":"http://loinc.org","code":"8302-2"}]}`
	aSmoking = `"code":{"coding":[{"system":"http://loinc.org","code":"72166-2"}]}`
	aTime    = `"effectiveDateTime":"2020-01-01T10:00:00Z"`
	aDrug    = `"medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"310965"}]}`
)

func TestDecode_says_why_a_line_is_no_record(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, resource, elements, field, code string }{
		{"no name", "Patient", `"birthDate":"1956-08-03"`, "name", "invalid_name"},
		{"blank name", "Patient", `"name":[{"family":" ","given":[""]}],"birthDate":"1956-08-03"`, "name", "invalid_name"},
		{"name that turns its surroundings", "Patient", `"name":[{"family":"\u202eX","given":["A"]}]`, "name", "invalid_name"},
		{"markup for a name", "Patient", `"name":[{"family":"X","given":["<b>A"]}]`, "name", "invalid_name"},
		{"long name", "Patient", `"name":[{"family":"` + strings.Repeat("x", 101) + `","given":["A"]}]`, "name", "invalid_name"},
		{"no birth date", "Patient", aName, "birthDate", "no_date"},
		{"birth date with a time", "Patient", aName + `,"birthDate":"2019-11-04T23:00:00.000Z"`, "birthDate", "date_with_time"},
		{"impossible birth date", "Patient", aName + `,"birthDate":"1956-02-30"`, "birthDate", "invalid_date"},
		{"birth date of another era", "Patient", aName + `,"birthDate":"0001-01-01"`, "birthDate", "invalid_date"},
		{"death at an hour of nowhere", "Patient", aName + `,"birthDate":"1956-08-03","deceasedDateTime":"2020-01-01T12:00:00"`, "deceasedDateTime", "invalid_date"},
		{"a number for a name", "Patient", `"name":[{"family":7}]`, "name.family", "invalid_field"},
		{"no licence", "Practitioner", aName, "identifier", "no_licence"},
		{"licence of strange letters", "Organization", `"name":"A","identifier":[{"system":"s","value":"Ä*"}]`, "identifier", "no_licence"},
		{"no subject", "Condition", aCode + `,"onsetDateTime":"2020-01-01"`, "subject", "no_reference"},
		{"subject of another type", "Condition", aCode + `,"subject":{"reference":"Group/1"}`, "subject", "invalid_reference"},
		{"contained subject", "Condition", aCode + `,"subject":{"reference":"#p"}`, "subject", "contained_reference"},
		{"subject of an unknown server", "Condition", aCode + `,"subject":{"reference":"Patient/12"}`, "subject", "id_not_uuid"},
		{"text alone", "Condition", aSubject + `,"code":{"text":"Hypertension"}`, "code", "no_code"},
		{"code of an unknown system", "Condition", aSubject + `,"code":{"coding":[{"system":"x","code":"1"}]}`, "code", "unknown_code_system"},
		{"code with a space", "Condition", aSubject + `,"code":{"coding":[{"system":"http://snomed.info/sct","code":"1 2"}]}`, "code", "invalid_code"},
		{"onset at noon of nowhere", "Condition", aSubject + "," + aCode + `,"onsetDateTime":"2020-01-01T12"`, "onsetDateTime", "invalid_date"},
		{"ends before it began", "Condition", aSubject + "," + aCode + `,"onsetDateTime":"2020-01-02","abatementDateTime":"2020-01-01"`, "abatementDateTime", "ends_before_start"},
		{"height in feet and nobody knows", "Observation", aHeight + "," + aSubject + "," + aTime + `,"valueQuantity":{"value":6,"unit":"ft"}`, "valueQuantity", "unknown_unit"},
		{"height of a giant", "Observation", aHeight + "," + aSubject + "," + aTime + `,"valueQuantity":{"value":273,"code":"cm"}`, "valueQuantity", "out_of_range"},
		{"height without a number", "Observation", aHeight + "," + aSubject + "," + aTime, "valueQuantity", "no_value"},
		{"a smoking status of our own", "Observation", aSmoking + "," + aSubject + "," + aTime + `,"valueCodeableConcept":{"coding":[{"system":"x","code":"8517006"}]}`, "valueCodeableConcept", "unknown_smoking_status"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			record, found := decode(t, Decoder{}, tt.resource, tt.elements)
			require.NotNil(t, found)
			assert.Equal(t, tt.code, found.Code)
			assert.Equal(t, tt.field, found.Field)
			assert.False(t, found.Benign)
			assert.NotEmpty(t, found.Message)
			assert.Equal(t, anID, record.ID)
		})
	}
}

func TestDecode_passes_over_what_is_no_fault(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, resource, elements, code string }{
		{"another observation", "Observation", `"code":{"coding":[{"system":"http://loinc.org","code":"4548-4"}]}`, "not_used"},
		{"taken back", "Observation", aHeight + `,"status":"entered-in-error"`, "entered_in_error"},
		{"refuted", "Condition", `"verificationStatus":{"coding":[{"code":"refuted"}]}`, "refuted"},
		{"a plan", "MedicationRequest", `"intent":"plan"`, "not_an_order"},
		{"an order not to", "MedicationRequest", `"intent":"order","doNotPerform":true`, "not_an_order"},
		{"order taken back", "MedicationRequest", `"status":"entered-in-error"`, "entered_in_error"},
		{"allergy taken back", "AllergyIntolerance", `"verificationStatus":{"coding":[{"code":"entered-in-error"}]}`, "entered_in_error"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, found := decode(t, Decoder{}, tt.resource, tt.elements)
			require.NotNil(t, found)
			assert.Equal(t, tt.code, found.Code)
			assert.True(t, found.Benign)
		})
	}
}

func TestDecode_refuses_broken_lines(t *testing.T) {
	t.Parallel()
	for code, line := range map[string]string{
		"invalid_json":   `{"resourceType":"Patient","id":"1"`,
		"invalid_field":  `["Patient"]`,
		"invalid_utf8":   "{\"resourceType\":\"Patient\",\"id\":\"\xff\"}",
		"other_resource": `{"resourceType":"Group","id":"1"}`,
		"id_not_uuid":    `{"resourceType":"Patient","id":"p-1",` + aName + `}`,
		"no_id":          `{"resourceType":"Patient",` + aName + `}`,
	} {
		_, err := (&Decoder{}).Decode("Patient", Entry{Resource: []byte(line)})
		var found *Issue
		require.ErrorAs(t, err, &found, line)
		assert.Equal(t, code, found.Code, line)
	}
}

func TestEncode_refuses_what_PostgreSQL_would(t *testing.T) {
	t.Parallel()
	record, found := decode(t, Decoder{}, "Patient", aName+`,"birthDate":"1956-08-03","address":[{"use":"home","line":["a\u0000b"],"city":"B","postalCode":"1","country":"DE"}]`)
	require.Nil(t, found)
	_, err := record.Encode()
	assert.ErrorContains(t, err, "invalid_text")
}

func TestDecode_patient(t *testing.T) {
	t.Parallel()
	d := Decoder{Countries: Places{" us": "US", " usa": "US", " united states of america": "US"}, Country: "US"}
	record, found := decode(t, d, "Patient", `"gender":"female","birthDate":"1968-08-08",
		"deceasedDateTime":"2020-01-01","active":false,
		"name":[{"use":"maiden","family":"Iversen","given":["Una"]},{"use":"official","family":" Holm ","given":["Una","B."]}],
		"identifier":[{"system":"s","value":"1"},{"system":"s","value":"1"},{"system":"","value":"2"}],
		"telecom":[{"system":"phone","value":"555-978-4581 or 555.978.4581","use":"mobile"},{"system":"phone","value":"12"},
			{"system":"email","value":" Una@Example.org","use":"mobile"},{"system":"email","value":"una"}],
		"address":[{"line":["1 Elm","Suite 4"],"city":"Salem","state":"MA","country":"USA","extension":[{
			"url":"http://hl7.org/fhir/StructureDefinition/geolocation",
			"extension":[{"url":"latitude","valueDecimal":42.5},{"url":"longitude","valueDecimal":-70.8967161}]}]},
			{"use":"home","line":["2 Elm"],"city":"Salem"},{"use":"work","line":["3 Elm"],"city":"Salem","country":"Atlantis"}]`)
	require.Nil(t, found)
	patient, ok := record.Data.(Patient)
	require.True(t, ok)
	assert.Equal(t, "Una Holm 1968-08-08 female", strings.Join([]string{patient.FirstName, patient.LastName, patient.DateOfBirth, patient.Sex}, " "))
	assert.Equal(t, "2020-01-01", *patient.DeceasedDate)
	assert.Nil(t, patient.DeceasedAt, "nobody knows the time")
	assert.False(t, patient.Active)
	assert.Equal(t, []Key{{uriSystem, "urn:uuid:" + anID}, {"s", "1"}}, patient.Identifiers)
	area := "555"
	assert.Equal(t, []Phone{{Number: "+15559784581", CountryCode: "1", AreaCode: &area, Type: "mobile"}}, patient.Phones)
	assert.Equal(t, []Email{{Email: "una@example.org", Type: "home"}}, patient.Emails)
	require.Len(t, patient.Addresses, 1)
	encoded, err := json.Marshal(patient.Addresses[0])
	require.NoError(t, err)
	assert.JSONEq(t, `{"use":"home","line1":"1 Elm","line2":"Suite 4","city":"Salem","postal_code":null,"region":"MA",
		"country":"US","latitude":"42.500000","longitude":"-70.896716"}`, string(encoded))
	var codes []string
	for _, warning := range record.Warnings {
		codes = append(codes, warning.Code)
	}
	assert.Equal(t, []string{"invalid_identifier", "second_address", "incomplete_address", "invalid_phone", "invalid_email", "kept_as_source"}, codes)
	assert.ElementsMatch(t, []string{"name", "identifier", "address", "telecom"}, slices.Collect(maps.Keys(record.source)))
}

func TestDecode_organization(t *testing.T) {
	t.Parallel()
	record, found := decode(t, Decoder{}, "Organization", `"name":"HARBOR HOSPITAL","identifier":[{"system":"s","value":"A-1"},
		{"system":"http://hl7.org/fhir/sid/us-npi","value":"160"}],"telecom":[{"system":"url","value":"https://a.example.org/x"}]`)
	require.Nil(t, found)
	institution, ok := record.Data.(Institution)
	require.True(t, ok)
	assert.Equal(t, "160", institution.LicenceNumber, "an NPI goes before other identifiers")
	assert.Equal(t, "https://a.example.org/x", *institution.Website)
	assert.True(t, institution.Active)
}

func TestInstitutionType(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"MASSACHUSETTS GENERAL HOSPITAL": "hospital", "SHRINERS' HOSPITAL FOR CHILDREN (THE)": "hospital",
		"TUFTS MEDICAL CENTER": "hospital", "MERCY MEDICAL CTR": "hospital", "FALMOUTH HOSPITAL CLINIC AT BOURNE": "health_center",
		"CONCENTRA URGENT CARE - WILMINGTON": "health_center", "GREAT BROOK VALLEY HEALTH CENTER": "health_center",
		"SAINTS WALK-IN MEDICAL CENTER": "health_center", "FAMILY DOCTORS": "health_center", "Somewhere": "health_center",
	} {
		assert.Equal(t, want, institutionType(name), name)
	}
}

func TestDecode_measures_in_the_units_of_profiles(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ elements, kind, value string }{
		{aHeight + `,"valueQuantity":{"value":176.35499866729558,"system":"http://unitsofmeasure.org","code":"cm"}`, "height", "176.35"},
		{aHeight + `,"valueQuantity":{"value":70,"code":"[in_i]"}`, "height", "177.80"},
		{aHeight + `,"valueQuantity":{"value":1.7,"code":"m"}`, "height", "170.00"},
		{`"code":{"coding":[{"system":"http://loinc.org","code":"29463-7"}]},"valueQuantity":{"value":180,"code":"[lb_av]"}`, "weight", "81.65"},
		{aSmoking + `,"valueCodeableConcept":{"coding":[{"system":"http://snomed.info/sct","code":"428041000124106"}]}`, "smoking", "current"},
	} {
		record, found := decode(t, Decoder{}, "Observation", tt.elements+","+aSubject+`,"effectiveDateTime":"2020-01-01T23:30:00-05:00"`)
		require.Nil(t, found)
		measure, ok := record.Data.(Measure)
		require.True(t, ok)
		assert.Equal(t, tt.kind, measure.Kind)
		assert.Equal(t, "2020-01-01", measure.Day, "the day where it was measured")
		if tt.kind == "smoking" {
			assert.Equal(t, tt.value, *measure.Smoking)
		} else {
			assert.Equal(t, tt.value, *measure.Value)
		}
	}
}

func TestDecode_medication(t *testing.T) {
	t.Parallel()
	record, found := decode(t, Decoder{}, "MedicationRequest", aDrug+","+aSubject+`,"status":"strange","authoredOn":"2020-01-01",
		"requester":{"identifier":{"system":"npi","value":"9"}},"note":[{"text":" with food "},{"text":""}],"dosageInstruction":[
		{"timing":{"repeat":{"frequency":2,"period":1,"periodUnit":"d"}},"doseAndRate":[{"doseQuantity":{"value":1.5,"unit":"mL"}}],
		"additionalInstruction":[{"text":"Shake."}]},{"asNeededBoolean":true}]`)
	require.Nil(t, found)
	medication, ok := record.Data.(Medication)
	require.True(t, ok)
	assert.Equal(t, "1.5 mL, 2 times a day, Shake.; and as needed", *medication.Dosage)
	assert.Equal(t, "unknown", medication.Status)
	assert.Equal(t, "with food", *medication.Notes)
	assert.Equal(t, Key{"npi", "9"}, *medication.Doctor)
	assert.Equal(t, "310965", medication.Concepts[0].Name, "the code, where the source gives no name")
}

func TestResolve_finds_the_same_record_however_it_is_referred_to(t *testing.T) {
	t.Parallel()
	uuidKey := Key{uriSystem, "urn:uuid:" + anID}
	serverKey := Key{"https://fhir.example.org/r4/Patient", "12"}
	for text, want := range map[string]Key{
		"urn:uuid:" + anID:                                      uuidKey,
		"urn:uuid:" + strings.ToUpper(anID):                     uuidKey,
		"Patient/" + anID:                                       uuidKey,
		"https://a.example.org/Patient/" + anID + "/_history/2": uuidKey,
		"Patient/12":                                            serverKey,
		"https://fhir.example.org/r4/Patient/12":                serverKey,
		"https://b.example.org/Patient/12":                      {"https://b.example.org/Patient", "12"},
		"Patient?identifier=mrn|77":                             {"mrn", "77"},
		"Patient?identifier=http%3A%2F%2Fa.example.org%7C7%207": {"http://a.example.org", "7 7"},
		"Patient?active=true&identifier=mrn%7C77":               {"mrn", "77"},
		"urn:oid:1.2.3":                                         {uriSystem, "urn:oid:1.2.3"},
		"#inside":                                               {"mrn", "78"},
	} {
		r := (&Decoder{Source: "https://fhir.example.org/r4/"}).reading("Condition", "1", "")
		r.inside = []json.RawMessage{[]byte(`{"resourceType":"Organization","id":"inside","identifier":[{"system":"mrn","value":"1"}]}`),
			[]byte(`{"resourceType":"Patient","id":"inside","identifier":[{"value":"77"},{"system":"mrn","value":"78"}]}`)}
		got, err := r.resolve("subject", "Patient", reference{Reference: text})
		require.NoError(t, err, text)
		assert.Equal(t, want, got, text)
	}
}

func TestResourceOf(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"Patient.ndjson": "Patient", "Patient.000.ndjson.gz": "Patient", "1.MedicationRequest.ndjson": "MedicationRequest",
		"condition.ndjson": "Condition", "PATIENT-1.jsonl": "Patient", "Medication.ndjson": "Medication", "PatientFoo.ndjson": "", "Allergies.ndjson": "", "log.ndjson": "",
	} {
		assert.Equal(t, want, ResourceOf(name), name)
	}
}

func TestIssue_is_an_error(t *testing.T) {
	t.Parallel()
	var err error = issue("a", "b", "c %d", 1)
	require.EqualError(t, err, "a: b: c 1")
	require.EqualError(t, issue("", "b", "c"), "b: c")
}

func TestDecode_of_an_entry_knows_the_resource_by_its_address(t *testing.T) {
	t.Parallel()
	byID, byURN := Key{"https://a.example.org/Patient", "7"}, Key{uriSystem, "urn:uuid:" + anID}
	for _, tt := range []struct {
		name, address, id, source string
		want                      []Key
	}{
		{"a name of its own", "urn:uuid:" + anID, "", "", []Key{byURN}},
		{"the same id", "urn:uuid:" + anID, anID, "", []Key{byURN}},
		{"another id", "urn:uuid:" + anID, "7", "https://a.example.org", []Key{byURN, byID}},
		{"another id, unique only there", "urn:uuid:" + anID, "7", "", []Key{byURN}},
		{"on a server", "https://a.example.org/Patient/7", "7", "https://b.example.org", []Key{byID}},
	} {
		resource := fmt.Sprintf(`{"resourceType":"Patient","id":%q,%s,"birthDate":"1970-01-01"}`, tt.id, aName)
		record, err := (&Decoder{Source: tt.source}).Decode("", Entry{FullURL: tt.address, Resource: []byte(resource)})
		require.NoError(t, err, tt.name)
		patient, _ := record.Data.(Patient)
		assert.Equal(t, tt.want, patient.Identifiers, tt.name)
		assert.Equal(t, tt.want[0], patient.Key, tt.name)
	}
}
