package catalog

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestConditionGroup(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, system, code, want string }{
		{"first of hypertension", ICD10CM, "I10", "hypertension"},
		{"last of hypertension", ICD10CM, "I16.9", "hypertension"},
		{"before hypertension", ICD10CM, "I09.9", ""},
		{"after hypertension", ICD10CM, "I20.9", "coronary_heart_disease"},
		{"elevated reading is not hypertension", ICD10CM, "R03.0", ""},
		{"preeclampsia is not hypertension", SNOMED, "398254007", ""},
		{"first of diabetes", ICD10CM, "E08.00", "diabetes"},
		{"last of diabetes", ICD10CM, "E13.9", "diabetes"},
		{"before diabetes", ICD10CM, "E07.9", ""},
		{"after diabetes", ICD10CM, "E15", ""},
		{"prediabetes", ICD10CM, "R73.03", ""},
		{"prediabetes in SNOMED CT", SNOMED, "15777000", ""},
		{"hyperglycemia", SNOMED, "80394007", ""},
		{"diabetic complication", SNOMED, "127013003", "diabetes"},
		{"first of hyperlipidemia", ICD10CM, "E78.00", "hyperlipidemia"},
		{"last of hyperlipidemia", ICD10CM, "E78.5", "hyperlipidemia"},
		{"lipoprotein deficiency", ICD10CM, "E78.6", ""},
		{"heading above hyperlipidemia", ICD10CM, "E78", ""},
		{"hypertriglyceridemia", SNOMED, "302870006", "hyperlipidemia"},
		{"overweight is not obesity", ICD10CM, "E66.3", ""},
		{"premenstrual dysphoric disorder is not depression", ICD10CM, "F32.81", ""},
		{"other depressive episodes", ICD10CM, "F32.89", "depression"},
		{"a SNOMED CT code that begins like another", SNOMED, "380640091", ""},
		{"code of another system", RxNorm, "38341003", ""},
		{"no code", ICD10CM, "", ""},
		{"a whole category of WHO's ICD-10", "http://hl7.org/fhir/sid/icd-10", "E11.9", "diabetes"},
		{"a whole category of Germany's", "http://fhir.de/CodeSystem/bfarm/icd-10-gm", "I10.00", "hypertension"},
		{"a part of a category, which others divide differently", "http://hl7.org/fhir/sid/icd-10", "E78.0", ""},
		{"another classification", "http://hl7.org/fhir/sid/icd-9-cm", "E11.9", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, ConditionGroup(tt.system, tt.code))
		})
	}
}

func TestConditionGroup_rules_speak_of_codes_in_the_seed(t *testing.T) {
	t.Parallel()
	known := map[string]bool{}
	for _, code := range values(t, "medical_conditions.csv", "code") {
		known[code] = true
	}
	seen := map[string]string{}
	for _, rule := range groupRules()[SNOMED] {
		assert.True(t, known[rule.first], rule.first)
		assert.Empty(t, seen[rule.first], "%s is in two groups", rule.first)
		seen[rule.first] = rule.group
	}
	for _, rule := range groupRules()[ICD10CM] {
		assert.LessOrEqual(t, rule.first, rule.last)
	}
}
