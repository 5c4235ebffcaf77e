package catalog

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

// values returns a column of a seed file, with "" for empty fields.
func values(t *testing.T, file, column string) []string {
	t.Helper()
	rows, err := readSeed(file)
	require.NoError(t, err)
	out := make([]string, len(rows))
	for i, r := range rows {
		out[i], _ = r[column].(string)
	}
	return out
}

func TestSeedFiles_have_what_the_platform_promises(t *testing.T) {
	t.Parallel()
	for file, want := range map[string]int{
		"countries.csv": 249, "regions.csv": 5070, "blood_types.csv": 8, "blood_type_compatibilities.csv": 27,
		"medical_conditions.csv": 887 + 128, "medications.csv": 3 + 123, "allergies.csv": 37, "allergic_reactions.csv": 17,
		"doctor_specialties.csv": 72, "cms_permissions.csv": 47, "patient_validation_transitions.csv": 10,
	} {
		rows, err := readSeed(file)
		require.NoError(t, err)
		assert.Len(t, rows, want, file)
	}
	assert.Equal(t, []string{"hospital", "preventive_clinic", "health_center", "insurer", "public_health",
		"pharmacy", "research", "education"}, values(t, "institution_types.csv", "code"))
	assert.Equal(t, []string{"male", "female", "other", "unknown"}, values(t, "sexes.csv", "code"))
}

func TestSeedFiles_coded_rows_are_valid_unique_and_sorted(t *testing.T) {
	t.Parallel()
	for _, file := range []string{"medical_conditions.csv", "medications.csv", "allergies.csv", "allergic_reactions.csv"} {
		rows, err := readSeed(file)
		require.NoError(t, err)
		last := ""
		for _, r := range rows {
			system, code := r["code_system"].(string), r["code"].(string)
			normal, valid := normalCode(system, code)
			assert.True(t, valid && normal == code, "%s: %s is no code of %s", file, code, system)
			assert.NotEmpty(t, strings.TrimSpace(r["name"].(string)), "%s: %s", file, code)
			key := system + " " + code
			assert.Less(t, last, key, file)
			last = key
		}
	}
}

func TestSeedFiles_countries_and_regions_fit(t *testing.T) {
	t.Parallel()
	rows, err := readSeed("countries.csv")
	require.NoError(t, err)
	countries := map[string]bool{}
	for _, r := range rows {
		countries[r["code"].(string)] = true
		assert.Regexp(t, `^[1-9][0-9]{0,2}$`, r["calling_code"])
	}
	rows, err = readSeed("regions.csv")
	require.NoError(t, err)
	regions := map[string]bool{}
	for _, r := range rows {
		regions[r["code"].(string)] = true
	}
	assert.Len(t, regions, len(rows), "region codes repeat")
	for _, r := range rows {
		assert.True(t, countries[r["country"].(string)], "%s: unknown country", r["code"])
		if parent, ok := r["parent"].(string); ok {
			assert.True(t, regions[parent], "%s: unknown parent", r["code"])
			assert.Equal(t, r["country"], parent[:2], "%s: parent in another country", r["code"])
		}
	}
}

// Red cells suit a recipient who has all antigens that the donor has.
func TestSeedFiles_blood_compatibility_follows_from_antigens(t *testing.T) {
	t.Parallel()
	types := values(t, "blood_types.csv", "code")
	antigens := func(bloodType string) string {
		return strings.NewReplacer("O", "", "-", "").Replace(bloodType)
	}
	var want []string
	for _, donor := range types {
		for _, recipient := range types {
			suits := true
			for _, antigen := range antigens(donor) {
				suits = suits && strings.ContainsRune(antigens(recipient), antigen)
			}
			if suits {
				want = append(want, donor+">"+recipient)
			}
		}
	}
	donors := values(t, "blood_type_compatibilities.csv", "donor")
	recipients := values(t, "blood_type_compatibilities.csv", "recipient")
	var got []string
	for i := range donors {
		got = append(got, donors[i]+">"+recipients[i])
	}
	assert.ElementsMatch(t, want, got)
}

func TestSeedFiles_no_known_allergy_is_the_only_statement(t *testing.T) {
	t.Parallel()
	rows, err := readSeed("allergies.csv")
	require.NoError(t, err)
	for _, r := range rows {
		if r["code"] == "716186003" {
			assert.Equal(t, row{"code_system": SNOMED, "code": "716186003", "name": "No known allergy", "statement": "true"}, r)
			continue
		}
		assert.Equal(t, "false", r["statement"], r["code"])
		assert.Contains(t, []any{"food", "medication", "environment"}, r["category"], r["code"])
	}
}

func TestSeedFiles_settings_lie_within_their_limits(t *testing.T) {
	t.Parallel()
	text, err := sqlfiles.FS.ReadFile("seed/system_settings.json")
	require.NoError(t, err)
	var settings []struct {
		Key           string   `json:"key"`
		ValueType     string   `json:"value_type"`
		Default       any      `json:"default_value"`
		Minimum       *float64 `json:"minimum"`
		Maximum       *float64 `json:"maximum"`
		AllowedValues []any    `json:"allowed_values"`
		Description   string   `json:"description"`
	}
	require.NoError(t, json.Unmarshal(text, &settings))
	defaults := map[string]any{}
	for _, s := range settings {
		assert.NotContains(t, defaults, s.Key, "%s stands twice", s.Key)
		defaults[s.Key] = s.Default
		assert.Regexp(t, `^[a-z_]+(\.[a-z_]+)+$`, s.Key)
		assert.NotEmpty(t, s.Description, s.Key)
		if s.AllowedValues != nil {
			assert.Contains(t, s.AllowedValues, s.Default, s.Key)
		}
		var number float64
		switch s.ValueType {
		case "duration":
			d, err := time.ParseDuration(s.Default.(string))
			require.NoError(t, err, s.Key)
			number = d.Seconds()
		case "integer", "decimal":
			number = s.Default.(float64)
		default:
			assert.Nil(t, s.Minimum, s.Key)
			continue
		}
		require.NotNil(t, s.Minimum, s.Key)
		require.NotNil(t, s.Maximum, s.Key)
		assert.True(t, *s.Minimum <= number && number <= *s.Maximum, s.Key)
	}
	assert.Equal(t, "10m", defaults["auth.access_token.lifetime"])
	assert.InDelta(t, 8, defaults["auth.password.min_length"], 0)
}
