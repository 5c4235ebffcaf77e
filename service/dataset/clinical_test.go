package dataset_test

import (
	"database/sql"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"

	"github.com/predicthealth/predicthealth/internal/testenv/wait"
	"github.com/predicthealth/predicthealth/service/dataset"
)

// someone are the files of an export with one patient, born on 1980-05-05, and her doctor and hospital.
func someone() fstest.MapFS {
	const place = `"address":[{"line":["9 Case Road"],"city":"Salem","state":"MA","postalCode":"01970","country":"US"}]`
	return fstest.MapFS{
		"Organization.ndjson": {Data: []byte(`{"resourceType":"Organization","id":"51d48700-4aee-5a5d-a8a5-27a5c1471ac6","name":"Case Hospital",` +
			`"identifier":[{"system":"http://hl7.org/fhir/sid/us-npi","value":"1888888881"}],` + place + "}\n")},
		"Practitioner.ndjson": {Data: []byte(`{"resourceType":"Practitioner","id":"6b0b7c59-6274-52e8-a066-17154fd7b8e1","name":[{"family":"Case","given":["Carla"]}],` +
			`"identifier":[{"system":"http://hl7.org/fhir/sid/us-npi","value":"1888888882"}],` + place + "}\n")},
		"Patient.ndjson": {Data: []byte(`{"resourceType":"Patient","id":"` + someID + `","name":[{"family":"Caser","given":["Ann"]}],"gender":"female",` +
			`"birthDate":"1980-05-05","generalPractitioner":[{"reference":"Practitioner/6b0b7c59-6274-52e8-a066-17154fd7b8e1"}]}` + "\n")},
	}
}

const (
	someID = "e7d41899-2ff5-592e-a1e5-b2df0e3f49e4"
	ulcer  = `"code":{"coding":[{"system":"http://snomed.info/sct","code":"51868009","display":"Ulcer of duodenum"}]}`
	drug   = `"medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"314076","display":"lisinopril 10 MG Oral Tablet"}]}`
)

// lineOf is a resource about someone, with an id of its own.
func lineOf(resource string, number int, elements string) string {
	who := "subject"
	if resource == "AllergyIntolerance" || resource == "FamilyMemberHistory" {
		who = "patient"
	}
	return fmt.Sprintf(`{"resourceType":%q,"id":"018f428e-34f6-4707-8009-%012d",%q:{"reference":"Patient/%s"},%s}`, resource, number, who, someID, elements)
}

// entries are someone's entries of all kinds, as a line each.
func entries(t *testing.T, db *sql.DB) string {
	t.Helper()
	return one[string](t, db, `SELECT COALESCE(string_agg(line, '|' ORDER BY line), '') FROM (
		SELECT concat_ws(' ', 'condition', code, onset_date, nullif(onset_date_precision, 'day'), 'to ' || abatement_date::text, status, verification_status,
			CASE WHEN is_current(status, abatement_date, abatement_date_precision) AND is_established(verification_status) THEN 'now' END)
		FROM patient_conditions JOIN medical_conditions c ON c.id = condition_id
		UNION ALL SELECT concat_ws(' ', 'medication', code, start_date, 'to ' || end_date::text, status, dosage,
			CASE WHEN is_current(status, end_date, end_date_precision) THEN 'now' END)
		FROM patient_medications JOIN medications c ON c.id = medication_id
		UNION ALL SELECT concat_ws(' ', 'allergy', c.code, recorded_date, status, severity, r.name, CASE WHEN statement THEN 'statement' END)
		FROM patient_allergies JOIN allergies c ON c.id = allergy_id LEFT JOIN allergic_reactions r ON r.id = reaction_id
		UNION ALL SELECT concat_ws(' ', relative, code, age_at_onset, condition_group)
		FROM patient_family_history JOIN medical_conditions c ON c.id = condition_id
		UNION ALL SELECT concat_ws(' ', 'profile', height_cm, height_measured_on, height_source, weight_kg, weight_measured_on, weight_source,
			smoking_status, smoking_recorded_on, smoking_source) FROM health_profiles) AS entry (line)`)
}

func TestImportFHIR_keeps_clinical_facts(t *testing.T) {
	t.Parallel()
	clinical := func(code string) string {
		return `"clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"` + code + `"}]},`
	}
	today, planned := wait.Today().Format("2006-01-02"), wait.Today().AddDate(0, 0, 30).Format("2006-01-02")
	for _, tt := range []struct {
		name, resource string
		lines          []string // elements
		want           string
		warnings       string // their codes and counts
	}{
		{"recorded later, though first", "Condition", []string{
			clinical("resolved") + ulcer + `,"onsetDateTime":"2016-08-10","abatementDateTime":"2016-08-17","recordedDate":"2016-08-17T07:15:07-08:00"`,
			clinical("active") + ulcer + `,"onsetDateTime":"2016-08-10","recordedDate":"2016-08-10T07:15:07-08:00"`},
			"condition 51868009 2016-08-10 to 2016-08-17 resolved", "same_day:1"},
		{"recorded later, and last", "Condition", []string{
			clinical("active") + ulcer + `,"onsetDateTime":"2016-08-10","recordedDate":"2016-08-10"`,
			clinical("resolved") + ulcer + `,"onsetDateTime":"2016-08-10","abatementDateTime":"2016-08-17","recordedDate":"2016-08-17"`},
			"condition 51868009 2016-08-10 to 2016-08-17 resolved", "same_day:1"},
		{"changed later", "Condition", []string{
			clinical("resolved") + ulcer + `,"onsetDateTime":"2016-08-10","meta":{"lastUpdated":"2020-01-01T00:00:00Z"}`,
			clinical("active") + ulcer + `,"onsetDateTime":"2016-08-10","meta":{"lastUpdated":"2021-01-01T00:00:00+14:00"}`},
			"condition 51868009 2016-08-10 active now", "same_day:1"},
		{"nobody knows which is later", "Condition", []string{
			clinical("resolved") + ulcer + `,"onsetDateTime":"2016-08-10"`, clinical("active") + ulcer + `,"onsetDateTime":"2016-08-10"`},
			"condition 51868009 2016-08-10 active now", "same_day:1"},
		{"active, but over", "Condition", []string{clinical("active") + ulcer + `,"onsetDateTime":"2016-08-10","abatementDateTime":"2016-08-17"`},
			"condition 51868009 2016-08-10 to 2016-08-17 resolved", "ended:1 kept_as_source:1"},
		{"a suspicion", "Condition", []string{clinical("active") + ulcer + `,"onsetDateTime":"2016-08-10","verificationStatus":{"coding":[{"code":"differential"}]}`},
			"condition 51868009 2016-08-10 active differential", ""},
		{"an age", "Condition", []string{clinical("active") + ulcer + `,"onsetAge":{"value":12,"code":"a"},"recordedDate":"2021-01-01"`},
			"condition 51868009 1992-01-01 year active now", "kept_as_source:1"},
		{"an age in months", "Condition", []string{clinical("active") + ulcer + `,"onsetAge":{"value":18,"code":"mo"}`},
			"condition 51868009 1981-11-01 month active now", "kept_as_source:1"},
		{"the year of birth", "Condition", []string{clinical("active") + ulcer + `,"onsetDateTime":"1980"`}, "condition 51868009 1980-01-01 year active now", ""},
		{"no date", "Condition", []string{clinical("active") + ulcer}, "condition 51868009 active now", ""},
		{"the code that the catalog knows", "Condition", []string{clinical("active") +
			`"code":{"coding":[{"system":"http://snomed.info/sct","code":"999999990","display":"New"},{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"E119"}]}`},
			"condition E11.9 active now", "kept_as_source:1"},
		{"no current problem", "Condition", []string{clinical("active") + `"code":{"coding":[{"system":"http://snomed.info/sct","code":"160245001"}]}`}, "", ""},

		{"a planned end", "MedicationRequest", []string{drug + `,"status":"active","intent":"order","authoredOn":"2020-11-20","dispenseRequest":{"validityPeriod":{"end":"` + planned + `"}}`},
			"medication 314076 2020-11-20 to " + planned + " active now", ""},
		{"a passed end", "MedicationRequest", []string{drug + `,"status":"active","intent":"order","authoredOn":"2020-11-20","dispenseRequest":{"validityPeriod":{"end":"2021-11-20"}}`},
			"medication 314076 2020-11-20 to 2021-11-20 completed", "ended:1 kept_as_source:1"},
		{"two courses on one day", "MedicationRequest", []string{
			drug + `,"status":"stopped","intent":"order","authoredOn":"2020-11-20","dosageInstruction":[{"text":"5 mg a day"}]`,
			drug + `,"status":"active","intent":"order","authoredOn":"2020-11-20","dosageInstruction":[{"text":"10 mg a day"}]`,
			drug + `,"status":"stopped","intent":"order","authoredOn":"2020-11-20","dosageInstruction":[{"text":"10 mg a day"}]`},
			"medication 314076 2020-11-20 active 10 mg a day now|medication 314076 2020-11-20 stopped 5 mg a day", "same_day:1"},
		{"contained", "MedicationRequest", []string{`"status":"active","intent":"order","authoredOn":"2020-11-01","medicationReference":{"reference":"#m"},` +
			`"contained":[{"resourceType":"Medication","id":"m","code":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"314076"}]}}]`},
			"medication 314076 2020-11-01 active now", "kept_as_source:1"},
		{"a statement", "MedicationStatement", []string{drug + `,"status":"active","effectivePeriod":{"start":"2019-02"},"dosage":[{"asNeededBoolean":true}]`},
			"medication 314076 2019-02-01 active as needed now", "kept_as_source:1"},

		{"no date", "AllergyIntolerance", []string{strings.Replace(clinical("active"), "condition-clinical", "allergyintolerance-clinical", 1) + ulcer}, "allergy 51868009 active", ""},
		{"the worst reaction", "AllergyIntolerance", []string{strings.Replace(clinical("active"), "condition-clinical", "allergyintolerance-clinical", 1) + ulcer + `,"recordedDate":"2020-01-01","reaction":[
			{"manifestation":[{"coding":[{"system":"http://snomed.info/sct","code":"271807003","display":"Rash"}]}],"severity":"mild"},
			{"manifestation":[{"coding":[{"system":"http://snomed.info/sct","code":"39579001","display":"Anaphylaxis"}]}],"severity":"severe"}]`},
			"allergy 51868009 2020-01-01 active severe Anaphylaxis (disorder)", "kept_as_source:1 several_reactions:1"},
		{"no known food allergy", "AllergyIntolerance", []string{strings.Replace(clinical("active"), "condition-clinical", "allergyintolerance-clinical", 1) +
			`"code":{"coding":[{"system":"http://snomed.info/sct","code":"429625007","display":"No known food allergy"}]}`}, "allergy 429625007 active statement", ""},

		{"a mother's and an aunt's", "FamilyMemberHistory", []string{
			`"status":"completed","relationship":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-RoleCode","code":"MTH"}]},"condition":[
				{"code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"E119"}]},"onsetAge":{"value":52,"code":"a"}},{"code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10","code":"I10"}]}}]`,
			`"status":"completed","relationship":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-RoleCode","code":"MAUNT"}]},"condition":[{` + ulcer + `}]`},
			"aunt 51868009|mother E11.9 52 diabetes|mother I10 hypertension", ""},
		{"today's measure", "Observation", []string{weight(80, today)}, "profile 80.00 " + today + " imported unknown", ""},
	} {
		t.Run(tt.resource+" "+tt.name, func(t *testing.T) {
			t.Parallel()
			db := openDatabase(t)
			files := someone()
			for i, elements := range tt.lines {
				add(files, tt.resource+".ndjson", strings.ReplaceAll(lineOf(tt.resource, i, elements), "\n", ""))
			}
			report, _ := load(t, db, files)
			assert.Zero(t, report.Errors(), summary(t, report))
			assert.Equal(t, tt.want, entries(t, db))
			var warnings []string
			for _, w := range report.Warnings {
				warnings = append(warnings, fmt.Sprintf("%s:%d", w.Code, w.Count))
			}
			assert.Equal(t, tt.warnings, strings.Join(warnings, " "))
			load(t, db, files)
			assert.Equal(t, tt.want, entries(t, db), "loaded again")
		})
	}
}

// weight and smoking are Observations of a day.
func weight(kg int, day string) string {
	return fmt.Sprintf(`"status":"final","code":{"coding":[{"system":"http://loinc.org","code":"29463-7"}]},"effectiveDateTime":%q,"valueQuantity":{"value":%d,"code":"kg"}`, day, kg)
}

func smoking(code, day string) string {
	return fmt.Sprintf(`"status":"final","code":{"coding":[{"system":"http://loinc.org","code":"72166-2"}]},"effectiveDateTime":%q,`+
		`"valueCodeableConcept":{"coding":[{"system":"http://snomed.info/sct","code":%q}]}`, day, code)
}

// The latest measure stays, whatever order the files come in, and so does what somebody entered here since.
func TestImportFHIR_replaces_measures_by_newer_ones_only(t *testing.T) {
	t.Parallel()
	db := openDatabase(t)
	measure := func(lines ...string) string {
		t.Helper()
		files := someone()
		for i, elements := range lines {
			add(files, "Observation.ndjson", lineOf("Observation", i, elements))
		}
		report, _ := load(t, db, files)
		assert.Zero(t, report.Errors())
		return strings.TrimPrefix(entries(t, db), "profile ")
	}
	const former, never, unknown = "8517006", "266919005", "266927001"
	assert.Equal(t, "80.00 2020-01-01 imported unknown", measure(weight(80, "2020-01-01"), weight(30, "1999-01-01")))
	assert.Equal(t, "80.00 2020-01-01 imported unknown", measure(weight(30, "1999-01-01")), "an older file")
	assert.Equal(t, "81.00 2020-02-01 imported unknown", measure(weight(81, "2020-02-01")))
	assert.Equal(t, "81.00 2020-02-01 imported former 2019-01-01 imported", measure(smoking(former, "2019-01-01"), smoking(unknown, "2020-01-01")), "in one file")
	assert.Equal(t, "81.00 2020-02-01 imported former 2019-01-01 imported", measure(smoking(unknown, "2021-01-01")), "in two")
	assert.Equal(t, "81.00 2020-02-01 imported never 2021-02-01 imported", measure(smoking(never, "2021-02-01")))

	do(t, db, `UPDATE health_profiles SET weight_kg = 90, weight_measured_on = '2022-01-01', weight_source = 'entered'`)
	assert.Equal(t, "90.00 2022-01-01 entered never 2021-02-01 imported", measure(weight(70, "2021-12-31"), weight(71, "2022-01-01")), "entered since")
	assert.Equal(t, "91.00 2022-01-02 imported never 2021-02-01 imported", measure(weight(91, "2022-01-02")))
	do(t, db, `UPDATE health_profiles SET weight_kg = 60, weight_measured_on = NULL, weight_source = NULL`)
	assert.Equal(t, "60.00 never 2021-02-01 imported", measure(weight(70, "2022-12-31")), "changed here, nobody knows when")
	assert.Equal(t, "60.00 2022-12-31 imported never 2021-02-01 imported", measure(weight(60, "2022-12-31")), "now its day is known")
}

func TestImportFHIR_takes_the_newer_version_of_a_resource(t *testing.T) {
	t.Parallel()
	for _, order := range [][]int{{0, 1}, {1, 0}} {
		db := openDatabase(t)
		files := someone()
		first := strings.TrimSpace(string(files["Patient.ndjson"].Data))
		versions := []string{
			strings.Replace(first, `"id"`, `"meta":{"versionId":"9","lastUpdated":"2020-01-01T00:00:00Z"},"id"`, 1),
			strings.NewReplacer(`"id"`, `"meta":{"versionId":"10","lastUpdated":"2020-01-01T00:00:00Z"},"id"`, "Caser", "Newer").Replace(first),
		}
		delete(files, "Patient.ndjson")
		add(files, "Patient.ndjson", versions[order[0]], versions[order[1]])
		report, problems := load(t, db, files)
		assert.Equal(t, "Newer", one[string](t, db, "SELECT last_name FROM patients"))
		assert.Contains(t, summary(t, report), "Patient 2=1+0+0+1 older_version:1")
		assert.Contains(t, problems, dataset.Problem{File: "Patient.ndjson", Line: order[0] + 1, Resource: "Patient", ID: someID, Field: "meta",
			Code: "older_version", Message: "another line has a newer version of the resource", Severity: dataset.SeverityWarning})
	}
}

// An older export leaves what a newer one said.
func TestImportFHIR_keeps_what_a_newer_export_said(t *testing.T) {
	t.Parallel()
	db := openDatabase(t)
	export := func(changed, status, more string) (string, []dataset.ReasonCount) {
		t.Helper()
		files := someone()
		meta := `"meta":{"lastUpdated":"` + changed + `"},`
		clinical := meta + `"clinicalStatus":{"coding":[{"code":"` + status + `"}]},`
		add(files, "Condition.ndjson", lineOf("Condition", 1, clinical+ulcer+`,"onsetDateTime":"2016-08-10"`+more))
		add(files, "AllergyIntolerance.ndjson", lineOf("AllergyIntolerance", 1, clinical+ulcer+`,"recordedDate":"2016-08-10"`))
		add(files, "MedicationRequest.ndjson", lineOf("MedicationRequest", 1, meta+drug+`,"authoredOn":"2016-08-10","status":"`+
			map[string]string{"active": "active", "resolved": "stopped"}[status]+`"`))
		report, _ := load(t, db, files)
		return entries(t, db), report.Warnings
	}
	const over = "allergy 51868009 2016-08-10 resolved|condition 51868009 2016-08-10 to 2016-08-17 resolved|medication 314076 2016-08-10 stopped"
	got, warnings := export("2020-01-01T00:00:00Z", "resolved", `,"abatementDateTime":"2016-08-17"`)
	assert.Equal(t, over, got)
	assert.Empty(t, warnings)
	got, warnings = export("2019-12-31T23:00:00Z", "active", "")
	assert.Equal(t, over, got)
	assert.Equal(t, []dataset.ReasonCount{{Code: "older_version", Count: 3}}, warnings)
	got, _ = export("2020-01-01T00:30:00Z", "active", "")
	assert.Equal(t, "allergy 51868009 2016-08-10 active|condition 51868009 2016-08-10 active now|medication 314076 2016-08-10 active now", got)
}

func TestImportFHIR_keeps_what_no_column_holds(t *testing.T) {
	t.Parallel()
	db := openDatabase(t)
	kept := func(change ...string) string {
		t.Helper()
		files := someone()
		for name, resource := range files {
			files[name].Data = []byte(strings.NewReplacer(change...).Replace(string(resource.Data)))
		}
		load(t, db, files)
		return one[string](t, db, `SELECT concat_ws(' ', p.version, p.source_elements, d.source_elements, i.source_elements)
			FROM patients p, doctors d, medical_institutions i`)
	}
	more := []string{`"gender":`, `"maritalStatus":{"text":"married"},"gender":`, `"resourceType":"Practitioner"`, `"resourceType":"Practitioner","qualification":[]`,
		`"resourceType":"Organization"`, `"resourceType":"Organization","alias":["Old"]`}
	const want = `{"maritalStatus": {"text": "married"}} {"qualification": []} {"alias": ["Old"]}`
	assert.Equal(t, "1 "+want, kept(more...))
	assert.Equal(t, "1 "+want, kept(more...), "again")
	assert.Equal(t, "2", kept(), "the source says no more of it")
}

func TestImportFHIR_finds_medications_that_are_referred_to(t *testing.T) {
	t.Parallel()
	db := openDatabase(t)
	files := someone()
	order := func(number int, id string) string {
		return lineOf("MedicationRequest", number, `"status":"active","intent":"order","authoredOn":"2020-11-01","medicationReference":{"reference":"Medication/`+id+`"}`)
	}
	add(files, "MedicationRequest.ndjson", order(1, "018f428e-34f6-4707-8009-5ad742f901e7"), order(2, "018f428e-34f6-4707-8009-000000000000"))
	add(files, "Medication.ndjson", `{"resourceType":"Medication","id":"018f428e-34f6-4707-8009-5ad742f901e7","code":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"314076"}]}}`)
	report, _ := load(t, db, files)
	assert.Equal(t, "medication 314076 2020-11-01 active now", entries(t, db))
	assert.Contains(t, summary(t, report), "Medication 1=0+0+0+1 only_referred_to:1\nMedicationRequest 2=1+0+0+1 unknown_medication:1")
}
