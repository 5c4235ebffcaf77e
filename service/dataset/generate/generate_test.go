package generate

import (
	"encoding/csv"
	"encoding/json"
	"slices"
	"testing"
	"time"

	"github.com/nyaruka/phonenumbers"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

var asOf = time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)

func encode(t require.TestingT, value any) string {
	encoded, err := json.Marshal(value)
	require.NoError(t, err)
	return string(encoded)
}

func TestWorld_is_the_same_for_the_same_seed(t *testing.T) {
	t.Parallel()
	one, same, other := NewWorld(7, 5, 9, asOf), NewWorld(7, 5, 9, asOf.Add(9*time.Hour)), NewWorld(8, 5, 9, asOf)
	assert.Equal(t, encode(t, one.Institutions()), encode(t, same.Institutions()))
	assert.Equal(t, encode(t, one.Doctors()), encode(t, same.Doctors()))
	for _, i := range []int{40, 3, 0, 3} { // in any order
		assert.Equal(t, encode(t, one.Patient(i)), encode(t, same.Patient(i)))
		assert.NotEqual(t, encode(t, one.Patient(i)), encode(t, other.Patient(i)))
	}
	assert.Len(t, NewWorld(7, 0, 0, asOf).Doctors(), 1)
}

func TestWorld_starts_with_people_to_show(t *testing.T) {
	t.Parallel()
	for seed := range uint64(50) {
		w := NewWorld(seed, 20, 60, asOf)
		first := w.Patient(0)
		assert.Equal(t, "hospital", w.Institutions()[0].Type)
		assert.Equal(t, w.Institutions()[0].ID, w.Doctors()[0].InstitutionID)
		assert.Equal(t, "active", w.Doctors()[0].Status)
		assert.Equal(t, w.Doctors()[0].ID, first.DoctorID)
		assert.Equal(t, "full_access", first.ValidationStatus)
		assert.Nil(t, first.DeceasedAt)
	}
}

// A life's dates are in the order that the database wants, whatever the chance.
func TestPatient_dates_are_in_order(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		today := asOf.AddDate(0, 0, rapid.IntRange(-4000, 4000).Draw(t, "day"))
		p := NewWorld(rapid.Uint64().Draw(t, "seed"), 3, 5, today).Patient(rapid.IntRange(0, 1e6).Draw(t, "i"))
		born, err := time.Parse(time.DateOnly, p.DateOfBirth)
		require.NoError(t, err)
		last := today
		assert.False(t, p.CreatedAt.Before(born), "registered before birth")
		assert.True(t, p.CreatedAt.Before(today), "registered in the future")
		if p.DeceasedAt != nil {
			last = *p.DeceasedAt
			assert.True(t, last.After(p.CreatedAt) && last.Before(today), "died %s", last)
		}
		var days []string
		for _, c := range p.Conditions {
			days = append(days, c.Onset)
			if c.Abatement != nil {
				assert.GreaterOrEqual(t, *c.Abatement, c.Onset)
				days = append(days, *c.Abatement)
			}
		}
		for _, m := range p.Medications {
			days = append(days, m.Start)
			if m.End != nil {
				assert.GreaterOrEqual(t, *m.End, m.Start)
				days = append(days, *m.End)
			}
		}
		for _, a := range p.Allergies {
			days = append(days, a.Recorded)
		}
		for _, d := range days {
			assert.GreaterOrEqual(t, d, p.DateOfBirth)
			assert.LessOrEqual(t, d, day(last))
		}
		if p.Profile.SmokingYears != nil {
			assert.LessOrEqual(t, *p.Profile.SmokingYears, yearsBetween(born, p.CreatedAt))
		}
		assert.Less(t, yearsBetween(born, today), 121)
		assert.Equal(t, p.RejectionReason != nil, p.ValidationStatus == "rejected")
	})
}

func TestWorld_contacts_are_possible_and_belong_to_nobody(t *testing.T) {
	t.Parallel()
	w := NewWorld(3, 200, 300, asOf)
	seen := map[string]bool{}
	check := func(c Contacts) {
		for _, email := range c.Emails {
			assert.Regexp(t, `^[a-z0-9.-]+@([a-z0-9-]+\.)*example\.(com|org)$`, email.Email)
			assert.False(t, seen[email.Email], email.Email)
			seen[email.Email] = true
		}
		for _, phone := range c.Phones {
			parsed, err := phonenumbers.Parse(phone.Number, "")
			require.NoError(t, err, phone.Number)
			assert.True(t, phonenumbers.IsPossibleNumber(parsed), phone.Number)
			assert.Contains(t, phone.Number, "+"+phone.CountryCode+phone.AreaCode+"555")
		}
		for _, a := range c.Addresses {
			assert.NotEmpty(t, a.Line1+a.PostalCode)
		}
	}
	names := map[string]bool{}
	for _, institution := range w.Institutions() {
		check(institution.Contacts)
		assert.False(t, names[institution.Name], institution.Name)
		names[institution.Name] = true
	}
	for _, doctor := range w.Doctors() {
		check(doctor.Contacts)
	}
	for i := range 500 {
		check(w.Patient(i).Contacts)
	}
}

// seeded returns the codes in a seed file.
func seeded(t *testing.T, file string) []string {
	t.Helper()
	opened, err := sqlfiles.FS.Open("seed/" + file)
	require.NoError(t, err)
	defer func() { assert.NoError(t, opened.Close()) }()
	rows, err := csv.NewReader(opened).ReadAll()
	require.NoError(t, err)
	at := slices.Index(rows[0], "code")
	values := []string{}
	for _, row := range rows[1:] {
		values = append(values, row[at])
	}
	return values
}

func TestCodes_are_in_the_catalogs(t *testing.T) {
	t.Parallel()
	conditions, medications := seeded(t, "medical_conditions.csv"), seeded(t, "medications.csv")
	for _, i := range illnesses {
		assert.Contains(t, conditions, i.code)
		for _, d := range i.drugs {
			assert.Contains(t, medications, d.code, i.name)
		}
	}
	for _, p := range passing {
		assert.Contains(t, conditions, p.code)
	}
	for _, r := range runsInFamilies {
		assert.Contains(t, conditions, r.code)
	}
	allergies, reactions := seeded(t, "allergies.csv"), seeded(t, "allergic_reactions.csv")
	assert.Contains(t, allergies, noKnownAllergy)
	for _, a := range allergens {
		assert.Contains(t, allergies, a.code)
		assert.Subset(t, reactions, a.reactions)
	}
	for _, s := range specialties {
		assert.Contains(t, seeded(t, "doctor_specialties.csv"), s.code)
	}
	regions := seeded(t, "regions.csv")
	for _, p := range places().cities {
		assert.Contains(t, regions, p.region)
		assert.NotEmpty(t, streets[p.culture], p.culture)
	}
}

// The population looks like one: shares are those of large surveys, roughly, and what goes together does.
func TestWorld_is_plausible(t *testing.T) {
	t.Parallel()
	const people = 20_000
	w := NewWorld(1, 20, 60, asOf)
	count := map[string]float64{}
	for i := range people {
		p := w.Patient(i)
		born, err := time.Parse(time.DateOnly, p.DateOfBirth)
		require.NoError(t, err)
		has := map[string]bool{}
		for _, c := range p.Conditions {
			has[c.Code] = true
		}
		note := func(name string, is bool) {
			if is {
				count[name]++
			}
		}
		old := yearsBetween(born, asOf) >= 65
		note("female", p.Sex == "female")
		note("old", old)
		note("deceased", p.DeceasedAt != nil)
		note("O+", p.Profile.BloodType != nil && *p.Profile.BloodType == "O+")
		note("AB-", p.Profile.BloodType != nil && *p.Profile.BloodType == "AB-")
		note("smokes", p.Profile.SmokingStatus == "current")
		note("hypertension", has["I10"])
		note("hypertension of the old", has["I10"] && old)
		note("diabetes", has["E11.9"])
		note("both", has["I10"] && has["E11.9"])
		note("obesity", has["E66.9"])
		note("diabetes and obesity", has["E66.9"] && has["E11.9"])
		note("full access", p.ValidationStatus == "full_access")
		note("metformin without diabetes", !has["E11.9"] && slices.ContainsFunc(p.Medications, func(m Medication) bool { return m.Code == "860975" }))
		note("recent", p.CreatedAt.After(asOf.AddDate(-1, 0, 0)))
	}
	share := func(name string) float64 { return count[name] / people }
	for name, limits := range map[string][2]float64{
		"female": {0.49, 0.53}, "old": {0.15, 0.26}, "deceased": {0.005, 0.04}, "O+": {0.29, 0.36}, "AB-": {0.001, 0.01},
		"smokes": {0.09, 0.17}, "hypertension": {0.15, 0.28}, "diabetes": {0.05, 0.12}, "obesity": {0.15, 0.30},
		"full access": {0.58, 0.66}, "metformin without diabetes": {0, 0}, "recent": {0.5, 0.7},
	} {
		assert.GreaterOrEqual(t, share(name), limits[0], name)
		assert.LessOrEqual(t, share(name), limits[1], name)
	}
	assert.Greater(t, count["hypertension of the old"]/count["old"], 2*share("hypertension"), "age brings hypertension")
	assert.Greater(t, count["both"]/count["diabetes"], 2*share("hypertension"), "hypertension and diabetes go together")
	assert.Greater(t, count["diabetes and obesity"]/count["obesity"], 1.5*share("diabetes"), "obesity and diabetes go together")
}
