package catalog

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestParseSystem(t *testing.T) {
	t.Parallel()
	for given, want := range map[string]string{
		"icd-10-cm": ICD10CM, "ICD-10-CM": ICD10CM, "snomed-ct": SNOMED, "rxnorm": RxNorm,
		"https://codes.example.org/diagnoses": "https://codes.example.org/diagnoses",
		"urn:oid:2.16.840.1.113883.6.90":      "urn:oid:2.16.840.1.113883.6.90",
	} {
		got, err := ParseSystem(given)
		require.NoError(t, err, given)
		assert.Equal(t, want, got)
	}
	for _, given := range []string{"", "icd10", "http://a b", "%"} {
		_, err := ParseSystem(given)
		assert.ErrorContains(t, err, "unknown code system", given)
	}
}

func TestNormalCode(t *testing.T) {
	t.Parallel()
	const local = "https://codes.example.org"
	for _, tt := range []struct {
		name, system, code, want string
		valid                    bool
	}{
		{"ICD-10-CM", ICD10CM, "E11.9", "E11.9", true},
		{"ICD-10-CM without dot", ICD10CM, "S060X0A", "S06.0X0A", true},
		{"ICD-10-CM of three characters", ICD10CM, "I10", "I10", true},
		{"ICD-10-CM, lower case", ICD10CM, "e11.9", "e11.9", false},
		{"ICD-10-CM, too long", ICD10CM, "E11.99999", "E11.99999", false},
		{"SNOMED CT", SNOMED, "38341003", "38341003", true},
		{"SNOMED CT of an extension", SNOMED, "90781000119102", "90781000119102", true},
		{"SNOMED CT, wrong check digit", SNOMED, "38341004", "38341004", false},
		{"SNOMED CT, digits swapped", SNOMED, "38314003", "38314003", false},
		{"SNOMED CT description, not a concept", SNOMED, "63944010", "63944010", false},
		{"RxNorm", RxNorm, "1049221", "1049221", true},
		{"RxNorm with a letter", RxNorm, "10492A1", "10492A1", false},
		{"local code", local, "A-1/b", "A-1/b", true},
		{"local code with a space", local, "A 1", "A 1", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, valid := normalCode(tt.system, tt.code)
			assert.Equal(t, tt.valid, valid)
			assert.Equal(t, tt.want, got)
		})
	}
}
