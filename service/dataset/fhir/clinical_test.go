package fhir

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	anOnset  = `"onsetDateTime":"2016-08-10"`
	isActive = `"clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]}`
)

// stored decodes a resource and returns what the import's SQL reads, and the codes of its warnings.
func stored(t *testing.T, resource, elements string) (map[string]any, []string) {
	t.Helper()
	record, found := decode(t, Decoder{}, resource, elements)
	require.Nil(t, found)
	encoded, err := record.Encode()
	require.NoError(t, err)
	var data map[string]any
	require.NoError(t, json.Unmarshal([]byte(encoded), &data))
	return data, codes(record.Warnings)
}

func TestCondition_keeps_when_and_whether(t *testing.T) {
	t.Parallel()
	tomorrow := time.Now().UTC().AddDate(0, 0, 2).Format(time.DateOnly)
	clinical := func(code string) string { return strings.Replace(isActive, `"active"`, `"`+code+`"`, 1) }
	for _, tt := range []struct {
		name, elements string
		want           map[string]any
		warnings       []string
		kept           []string
	}{
		{"active", isActive + "," + anOnset, map[string]any{"day": "2016-08-10", "day_precision": "day", "status": "active", "until": nil}, nil, nil},
		{"a local code before HL7's", `"clinicalStatus":{"coding":[{"system":"urn:local","code":"C"},{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"resolved"}]},` + anOnset,
			map[string]any{"status": "resolved"}, []string{"kept_as_source"}, []string{"clinicalStatus"}},
		{"a local code that looks like HL7's", `"clinicalStatus":{"coding":[{"system":"urn:local","code":"active"}]},` + anOnset,
			map[string]any{"status": "unknown"}, []string{"unknown_status", "kept_as_source"}, []string{"clinicalStatus"}},
		{"no status", anOnset, map[string]any{"status": "unknown"}, []string{"no_status"}, nil},
		{"active, but over", isActive + "," + anOnset + `,"abatementDateTime":"2016-08-17"`, map[string]any{"status": "resolved", "until": "2016-08-17"},
			[]string{"ended", "kept_as_source"}, []string{"clinicalStatus"}},
		{"active, over one day", isActive + "," + anOnset + `,"abatementDateTime":"` + tomorrow + `"`, map[string]any{"status": "active", "until": tomorrow}, nil, nil},
		{"over in a text", isActive + "," + anOnset + `,"abatementString":"last summer"`, map[string]any{"status": "resolved", "until": nil},
			[]string{"no_date", "ended", "kept_as_source"}, []string{"abatementString", "clinicalStatus"}},
		{"no status, over", anOnset + `,"abatementDateTime":"2016"`, map[string]any{"status": "resolved", "until": "2016-01-01", "until_precision": "year"}, []string{"no_status"}, nil},
		{"a year", clinical("inactive") + `,"onsetDateTime":"1992"`, map[string]any{"day": "1992-01-01", "day_precision": "year", "status": "inactive"}, nil, nil},
		{"an age, not the day when it was recorded", isActive + `,"onsetAge":{"value":12,"unit":"a","code":"a","system":"http://unitsofmeasure.org"},"recordedDate":"2021-01-01"`,
			map[string]any{"day": nil, "day_age": map[string]any{"interval": "12 years", "precision": "year"}, "recorded": "2021-01-01T00:00:00Z"},
			[]string{"kept_as_source"}, []string{"onsetAge"}},
		{"less than an age", isActive + `,"onsetAge":{"value":12,"comparator":"<","code":"a"}`, map[string]any{"day": nil, "day_age": nil},
			[]string{"no_date", "kept_as_source"}, []string{"onsetAge"}},
		{"a period", isActive + `,"onsetPeriod":{"start":"2016-08","end":"2016-09"}`, map[string]any{"day": "2016-08-01", "day_precision": "month", "until": nil},
			[]string{"kept_as_source"}, []string{"onsetPeriod"}},
		{"a text, and when it was recorded", isActive + `,"onsetString":"as a child","recordedDate":"2021-01-01"`, map[string]any{"day": nil},
			[]string{"no_date", "kept_as_source"}, []string{"onsetString", "recordedDate"}},
		{"a range", isActive + `,"onsetRange":{"low":{"value":10,"code":"a"}}`, map[string]any{"day": nil}, []string{"no_date", "kept_as_source"}, []string{"onsetRange"}},
		{"a suspicion", isActive + "," + anOnset + `,"verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-ver-status","code":"differential"}]}`,
			map[string]any{"verification_status": "differential"}, nil, nil},
		{"nobody knows how sure", isActive + "," + anOnset + `,"verificationStatus":{"coding":[{"system":"urn:local","code":"sure"}]}`,
			map[string]any{"verification_status": "unconfirmed"}, []string{"unknown_status", "kept_as_source"}, []string{"verificationStatus"}},
		{"a severity by its system", isActive + "," + anOnset + `,"severity":{"coding":[{"system":"urn:local","code":"255604002"},{"system":"http://snomed.info/sct","code":"24484000"}]}`,
			map[string]any{"severity": "severe"}, nil, nil},
		{"a severity of our own", isActive + "," + anOnset + `,"severity":{"text":"awful"}`, map[string]any{"severity": nil},
			[]string{"unknown_severity", "kept_as_source"}, []string{"severity"}},
		{"what may change the meaning", isActive + "," + anOnset + `,"bodySite":[{"text":"left"}],"category":[{"text":"problem"}],"encounter":{"reference":"Encounter/1"},"text":{"status":"generated"}`,
			nil, []string{"kept_as_source", "kept_as_source"}, []string{"bodySite", "category"}},
		{"a narrative that says more", isActive + "," + anOnset + `,"text":{"status":"additional","div":"x"}`, nil, []string{"kept_as_source"}, []string{"text"}},
		{"what R4 doesn't have", isActive + "," + anOnset + `,"participant":[],"_onsetDateTime":{"id":"x"}`, nil,
			[]string{"unknown_element", "kept_as_source"}, []string{"participant", "_onsetDateTime"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			data, warnings := stored(t, "Condition", aSubject+","+aCode+","+tt.elements)
			for name, value := range tt.want {
				assert.Equal(t, value, data[name], name)
			}
			assert.ElementsMatch(t, tt.warnings, warnings)
			kept, _ := data["source_elements"].(map[string]any)
			names := []string{}
			for name := range kept {
				names = append(names, name)
			}
			assert.ElementsMatch(t, tt.kept, names)
		})
	}
}

func TestConcepts_are_normalised(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ system, code, wantSystem, wantCode string }{
		{icd10cm, "E119", icd10cm, "E11.9"}, {icd10cm, "e11.9", icd10cm, "E11.9"}, {icd10cm, " S72001A ", icd10cm, "S72.001A"}, {icd10cm, "I10", icd10cm, "I10"},
		{"urn:oid:2.16.840.1.113883.6.90", "E119", icd10cm, "E11.9"}, {"2.16.840.1.113883.6.90", "E119", icd10cm, "E11.9"},
		{"http://hl7.org/fhir/sid/icd-10-cm/", "E119", icd10cm, "E11.9"}, {"https://hl7.org/fhir/sid/ICD-10-CM", "E119", icd10cm, "E11.9"},
		{icd10, "e119", icd10, "E11.9"}, {"urn:oid:2.16.840.1.113883.6.3", "E11.9", icd10, "E11.9"},
		{"http://fhir.de/CodeSystem/bfarm/icd-10-gm", "E11.90", "http://fhir.de/CodeSystem/bfarm/icd-10-gm", "E11.90"},
		{"http://fhir.de/CodeSystem/dimdi/icd-10-gm", "G63.2*", "http://fhir.de/CodeSystem/dimdi/icd-10-gm", "G63.2"},
		{"urn:oid:2.16.840.1.113883.6.96", "38341003", snomed, "38341003"},
		{"http://snomed.info/sct/900000000000207008/version/20230131", "38341003", snomed, "38341003"},
	} {
		data, _ := stored(t, "Condition", aSubject+","+isActive+`,"code":{"coding":[{"system":"`+tt.system+`","code":"`+tt.code+`"}]}`)
		concept := data["concepts"].([]any)[0].(map[string]any) //nolint:forcetypeassert // JSON of ours
		assert.Equal(t, tt.wantSystem, concept["code_system"], tt.system+" "+tt.code)
		assert.Equal(t, tt.wantCode, concept["code"], tt.system+" "+tt.code)
	}
	for _, system := range []string{"http://hl7.org/fhir/sid/icd-10-pcs", "http://hl7.org/fhir/sid/icd-9-cm", "urn:local"} {
		_, found := decode(t, Decoder{}, "Condition", aSubject+`,"code":{"coding":[{"system":"`+system+`","code":"A00"}]}`)
		assert.Equal(t, "unknown_code_system", found.Code, system)
	}
	_, found := decode(t, Decoder{}, "Condition", aSubject+`,"code":{"coding":[{"system":"`+icd10cm+`","code":"diabetes"}]}`)
	assert.Equal(t, "invalid_code", found.Code)

	data, _ := stored(t, "Condition", aSubject+","+isActive+`,"code":{"text":"x","coding":[{"system":"urn:local","code":"1"},{"system":"`+snomed+`","code":"2"},{"system":"`+icd10cm+`","code":"I10"}]}`)
	assert.Len(t, data["concepts"], 2, "the import takes the one that the catalog knows")
	assert.Contains(t, data["source_elements"], "code")
}

func TestAbsence_is_no_illness(t *testing.T) {
	t.Parallel()
	coded := func(member, system, code string) string {
		return `"` + member + `":{"coding":[{"system":"` + system + `","code":"` + code + `"}]}`
	}
	for name, tt := range map[string]struct{ resource, elements string }{
		"no current problem":         {"Condition", aSubject + "," + coded("code", snomed, "160245001")},
		"no known problem":           {"Condition", aSubject + "," + coded("code", ips, "no-known-problems")},
		"no known medications":       {"MedicationStatement", aSubject + "," + coded("medicationCodeableConcept", snomed, "787481004")},
		"no word on medication":      {"MedicationRequest", aSubject + "," + coded("medicationCodeableConcept", ips, "no-medication-info")},
		"no word on allergies":       {"AllergyIntolerance", `"patient":{"reference":"Patient/` + anID + `"},` + coded("code", ips, "no-allergy-info")},
		"nobody knows of a mother":   {"FamilyMemberHistory", `"status":"health-unknown"`},
		"a mother without a problem": {"FamilyMemberHistory", `"patient":{"reference":"Patient/` + anID + `"},"condition":[{` + coded("code", snomed, "160245001") + `}]`},
	} {
		_, found := decode(t, Decoder{}, tt.resource, tt.elements)
		require.NotNil(t, found, name)
		assert.Equal(t, "statement_of_absence", found.Code, name)
		assert.True(t, found.Benign, name)
	}
	data, _ := stored(t, "AllergyIntolerance", `"patient":{"reference":"Patient/`+anID+`"},`+coded("code", snomed, "716186003"))
	assert.Equal(t, true, data["concepts"].([]any)[0].(map[string]any)["statement"], "the catalog knows statements about allergies") //nolint:forcetypeassert // JSON of ours
}

func TestAllergy(t *testing.T) {
	t.Parallel()
	const about = `"patient":{"reference":"Patient/` + anID + `"},"code":{"coding":[{"system":"http://snomed.info/sct","code":"373270004","display":"Penicillin"}]}`
	const active = `"clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical","code":"active"}]}`
	data, warnings := stored(t, "AllergyIntolerance", about+","+active)
	assert.Nil(t, data["day"])
	assert.Equal(t, "active", data["status"])
	assert.Empty(t, warnings)

	data, warnings = stored(t, "AllergyIntolerance", about+","+active+`,"recordedDate":"2020","onsetDateTime":"2001","criticality":"high","reaction":[
		{"manifestation":[{"coding":[{"system":"http://snomed.info/sct","code":"271807003","display":"Rash"}]}],"severity":"mild"},
		{"manifestation":[{"coding":[{"system":"urn:local","code":"1"},{"system":"http://snomed.info/sct","code":"39579001","display":"Anaphylaxis"}]}],"severity":"severe"}]`)
	assert.Equal(t, "severe", data["severity"])
	assert.Equal(t, "Anaphylaxis", data["reaction"].(map[string]any)["name"]) //nolint:forcetypeassert // JSON of ours
	assert.Equal(t, "2020-01-01 year", data["day"].(string)+" "+data["day_precision"].(string))
	assert.Equal(t, []string{"several_reactions", "kept_as_source"}, warnings)
	for _, kept := range []string{"reaction", "criticality", "onsetDateTime"} {
		assert.Contains(t, data["source_elements"], kept)
	}
	data, warnings = stored(t, "AllergyIntolerance", about+`,"clinicalStatus":{"coding":[{"code":"gone"}]},"recordedDate":"2020-01-01"`)
	assert.Equal(t, "unknown", data["status"])
	assert.Contains(t, warnings, "unknown_status")
}

func TestMedication_by_reference(t *testing.T) {
	t.Parallel()
	const contained = `,"contained":[{"resourceType":"Medication","id":"m","code":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"314076"}]}}]`
	data, _ := stored(t, "MedicationRequest", aSubject+`,"status":"active","medicationReference":{"reference":"#m"}`+contained)
	assert.Equal(t, "314076", data["concepts"].([]any)[0].(map[string]any)["code"]) //nolint:forcetypeassert // JSON of ours
	assert.Nil(t, data["day"])
	data, _ = stored(t, "MedicationRequest", aSubject+`,"status":"active","medicationReference":{"reference":"Medication/`+anID+`"}`)
	assert.Equal(t, map[string]any{"system": uriSystem, "value": "urn:uuid:" + anID}, data["medication"])
	data, _ = stored(t, "Medication", `"code":{"coding":[{"system":"`+rxnorm+`","code":"314076"}]}`)
	assert.Equal(t, map[string]any{"system": uriSystem, "value": "urn:uuid:" + anID}, data["key"])
	for elements, code := range map[string]string{
		`,"medicationReference":{"reference":"#x"}` + contained:           "invalid_reference",
		`,"medicationReference":{"reference":"#m"}`:                       "invalid_reference",
		`,"medicationReference":{"reference":"Substance/` + anID + `"}`:   "invalid_reference",
		`,"medicationCodeableConcept":{"text":"the small white tablets"}`: "no_code",
	} {
		_, found := decode(t, Decoder{}, "MedicationRequest", aSubject+elements)
		require.NotNil(t, found, elements)
		assert.Equal(t, code, found.Code, elements)
	}
}

func TestMedication_ends(t *testing.T) {
	t.Parallel()
	next := time.Now().UTC().AddDate(0, 1, 0).Format(time.DateOnly)
	valid := func(end string) string {
		return aDrug + "," + aSubject + `,"status":"active","authoredOn":"2020-11-20","dispenseRequest":{"validityPeriod":{"start":"2020-11-20","end":"` + end + `"}}`
	}
	data, warnings := stored(t, "MedicationRequest", valid(next))
	assert.Equal(t, "active "+next, data["status"].(string)+" "+data["until"].(string))
	assert.Empty(t, warnings)
	data, warnings = stored(t, "MedicationRequest", valid("2020-12-20"))
	assert.Equal(t, "completed", data["status"])
	assert.Contains(t, warnings, "ended")
	_, found := decode(t, Decoder{}, "MedicationRequest", valid("2020-11-19"))
	assert.Equal(t, "ends_before_start", found.Code)

	statement := aDrug + "," + aSubject + `,"effectivePeriod":{"start":"2019","end":"2020-03"},"dateAsserted":"2021-01-01","dosage":[{"text":"1 a day"}],"status":`
	data, _ = stored(t, "MedicationStatement", statement+`"completed"`)
	assert.Equal(t, []any{"2019-01-01", "year", "2020-03-01", "month", "completed", "1 a day", "2021-01-01T00:00:00Z"},
		[]any{data["day"], data["day_precision"], data["until"], data["until_precision"], data["status"], data["dosage"], data["recorded"]})
	for status, code := range map[string]string{"not-taken": "not_taken", "intended": "not_an_order", "entered-in-error": "entered_in_error"} {
		_, found := decode(t, Decoder{}, "MedicationStatement", statement+`"`+status+`"`)
		assert.Equal(t, code, found.Code)
		assert.True(t, found.Benign)
	}
}

func TestFamilyMemberHistory(t *testing.T) {
	t.Parallel()
	const about = `"status":"completed","patient":{"reference":"Patient/` + anID + `"},"relationship":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-RoleCode","code":"`
	const illness = `"}]},"condition":[{"code":{"coding":[{"system":"http://snomed.info/sct","code":"38341003"}]},"onsetAge":{"value":52,"code":"a"}},{"code":{"text":"something"}}]`
	data, warnings := stored(t, "FamilyMemberHistory", about+"MGRMTH"+illness)
	assert.Equal(t, "maternal_grandmother", data["relative"])
	conditions := data["conditions"].([]any) //nolint:forcetypeassert // JSON of ours
	require.Len(t, conditions, 1)
	assert.InDelta(t, 52, conditions[0].(map[string]any)["age_at_onset"], 0) //nolint:forcetypeassert // JSON of ours
	assert.Equal(t, []string{"no_code", "kept_as_source"}, warnings)
	assert.Contains(t, data["source_elements"], "condition")

	data, warnings = stored(t, "FamilyMemberHistory", about+"STPMTH"+illness)
	assert.Equal(t, "other", data["relative"], "a stepmother's illness isn't inherited")
	assert.Contains(t, warnings, "other_relative")
	assert.Contains(t, data["source_elements"], "relationship")
}

func TestMeasures_that_are_none(t *testing.T) {
	t.Parallel()
	kilos := `"code":{"coding":[{"system":"http://loinc.org","code":"29463-7"}]},` + aSubject + "," + aTime
	for elements, code := range map[string]string{
		`,"valueQuantity":{"value":70,"comparator":"<","code":"kg"}`:            "comparator",
		`,"dataAbsentReason":{"coding":[{"code":"unknown"}]}`:                   "data_absent",
		`,"status":"registered"`:                                                "data_absent",
		`,"focus":[{"reference":"Patient/1"}],"valueQuantity":{"value":3}`:      "other_focus",
		`,"valueQuantity":{"value":"NaN","code":"kg"}`:                          "invalid_json",
		`,"valueQuantity":{"value":70,"code":"kg"},"modifierExtension":[{}]`:    "modifier_extension",
		`,"valueQuantity":{"value":70,"code":"kg"},"implicitRules":"urn:rules"`: "implicit_rules",
	} {
		_, found := decode(t, Decoder{}, "Observation", kilos+elements)
		require.NotNil(t, found, elements)
		assert.Equal(t, code, found.Code, elements)
	}
}

func TestModifierExtensions_are_found_at_any_depth(t *testing.T) {
	t.Parallel()
	_, found := decode(t, Decoder{}, "MedicationRequest", aDrug+","+aSubject+`,"status":"active","dosageInstruction":[{"text":"1","modifierExtension":[{"url":"x"}]}]`)
	require.NotNil(t, found)
	assert.Equal(t, "modifier_extension", found.Code)
	_, found = decode(t, Decoder{}, "Condition", aSubject+","+aCode+`,"note":[{"text":"no modifierExtension here"}]`)
	assert.Nil(t, found, "a word is no element")
}

func TestEncode_makes_kept_elements_storable(t *testing.T) {
	t.Parallel()
	data, _ := stored(t, "Condition", aSubject+","+aCode+","+isActive+`,"meta":{"lastUpdated":"2024-01-01T01:00:00+01:00","versionId":"2"},
		"evidence":[{"a":1e400,"b":1e-20000,"c":0.50,"d":"\ud800"}]`)
	assert.Equal(t, map[string]any{"lastUpdated": "2024-01-01T00:00:00Z", "versionId": "2"}, data["meta"])
	evidence := data["source_elements"].(map[string]any)["evidence"].([]any)[0]
	assert.Equal(t, map[string]any{"a": "1e400", "b": "1e-20000", "c": 0.5, "d": "\ufffd"}, evidence)

	deep := strings.Repeat(`{"a":`, 200) + "1" + strings.Repeat("}", 200)
	_, found := decode(t, Decoder{}, "Condition", aSubject+","+aCode+`,"evidence":[`+deep+`]`)
	assert.Equal(t, "invalid_field", found.Code)
}
