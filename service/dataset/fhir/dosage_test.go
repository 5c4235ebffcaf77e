package fhir

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDosage_says_everything(t *testing.T) {
	t.Parallel()
	const daily = `"timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d"}}`
	dose := func(n string) string { return `"doseAndRate":[{"doseQuantity":{"value":` + n + `,"unit":"mg"}}]` }
	repeat := func(text string) string { return `{"timing":{"repeat":{` + text + `}}}` }
	for _, tt := range []struct{ name, instructions, want string }{
		{"as needed for something, at most", `{"asNeededCodeableConcept":{"text":"pain"},"timing":{"repeat":{"frequency":1,"period":4,"periodMax":6,"periodUnit":"h"}},` +
			dose("500") + `,"maxDosePerPeriod":{"numerator":{"value":3,"unit":"g"},"denominator":{"value":1,"unit":"d"}}}`,
			"500 mg, once every 4 to 6 hours, as needed for pain, at most 3 g per day"},
		{"a range of doses, a code for the timing", `{"asNeededCodeableConcept":{"text":"pain"},"timing":{"code":{"text":"BID"}},
			"doseAndRate":[{"doseRange":{"low":{"value":1,"unit":"tab"},"high":{"value":2,"unit":"tab"}}}]}`, "1 to 2 tab, BID, as needed for pain"},
		{"a range of doses", `{` + daily + `,"doseAndRate":[{"doseRange":{"low":{"value":5,"unit":"mg"},"high":{"value":10,"unit":"mg"}}}]}`, "5 to 10 mg, once a day"},
		{"a taper, not in order", `{"sequence":2,"timing":{"repeat":{"boundsDuration":{"value":5,"unit":"d"},"frequency":1,"period":1,"periodUnit":"d"}},` + dose("10") + `},
			{"sequence":1,"timing":{"repeat":{"boundsDuration":{"value":5,"unit":"d"},"frequency":1,"period":1,"periodUnit":"d"}},` + dose("20") + `}`,
			"20 mg, once a day, for 5 days; then 10 mg, once a day, for 5 days"},
		{"at the same time", `{"sequence":1,` + dose("1") + `},{"sequence":1,` + dose("2") + `}`, "1 mg; and 2 mg"},
		{"a text and what it leaves out", `{"text":"One tablet","asNeededBoolean":true,"maxDosePerPeriod":{"numerator":{"value":4,"unit":"tab"},"denominator":{"value":24,"unit":"h"}}}`,
			"One tablet (as needed, at most 4 tab per 24 hours)"},
		{"a text that says all", `{"text":"5 mg once a day.",` + daily + `,` + dose("5") + `}`, "5 mg once a day."},
		{"a text that contradicts", `{"text":"5 mg once a day",` + daily + `,` + dose("10") + `}`, "5 mg once a day (10 mg, once a day)"},
		{"not as needed", `{"asNeededBoolean":false,` + daily + `}`, "once a day"},
		{"a comparator, decimals as written", `{"doseAndRate":[{"doseQuantity":{"value":0.50,"comparator":"<","unit":"mg"}}]}`, "<0.50 mg"},
		{"no more than", `{"doseAndRate":[{"doseRange":{"high":{"value":10,"unit":"mg"}}}]}`, "up to 10 mg"},
		{"no less than", `{"doseAndRate":[{"doseRange":{"low":{"value":5,"unit":"mg"}}}]}`, "at least 5 mg"},
		{"different units", `{"doseAndRate":[{"doseRange":{"low":{"value":500,"unit":"mg"},"high":{"value":1,"unit":"g"}}}]}`, "500 mg to 1 g"},
		{"a unit in code only", `{"doseAndRate":[{"doseQuantity":{"value":2,"code":"mL","system":"http://unitsofmeasure.org"}}]}`, "2 mL"},
		{"rates", `{"doseAndRate":[{"rateRatio":{"numerator":{"value":100,"unit":"mL"},"denominator":{"value":2,"unit":"h"}}},
			{"rateQuantity":{"value":1,"unit":"L/min"}},{"rateRange":{"low":{"value":1,"unit":"L/min"},"high":{"value":2,"unit":"L/min"}}}]}`,
			"at 100 mL per 2 hours, at 1 L/min, at 1 to 2 L/min"},
		{"what was calculated", `{"doseAndRate":[{"type":{"text":"Ordered"},"doseQuantity":{"value":1,"unit":"mg"}},{"type":{"text":"Calculated"},"doseQuantity":{"value":2,"unit":"mg"}}]}`,
			"1 mg, 2 mg (calculated)"},
		{"frequencies", repeat(`"frequency":2,"frequencyMax":4,"period":1,"periodUnit":"wk"`), "2 to 4 times a week"},
		{"every other day, once by default", repeat(`"period":2,"periodUnit":"d"`), "once every 2 days"},
		{"half hours", repeat(`"frequency":1,"period":0.5,"periodUnit":"h"`), "once every 0.5 hours"},
		{"counts", repeat(`"count":3,"countMax":5`), "3 to 5 times in all"},
		{"once only", repeat(`"count":1`), "once in all"},
		{"durations", repeat(`"duration":30,"durationMax":45,"durationUnit":"min"`), "each time for 30 to 45 minutes"},
		{"days and times", repeat(`"dayOfWeek":["mon","thu"],"timeOfDay":["08:00:00","20:00:00"]`), "on Monday and Thursday, at 08:00:00 and 20:00:00"},
		{"around meals", repeat(`"when":["ACM","HS"],"offset":30`), "30 minutes before breakfast and before sleep"},
		{"a time that we don't know", repeat(`"when":["XYZ"]`), "XYZ"},
		{"bounds", repeat(`"boundsRange":{"low":{"value":5,"unit":"d"},"high":{"value":7,"unit":"d"}}`), "for 5 to 7 days"},
		{"a period", repeat(`"boundsPeriod":{"start":"2026-11-01","end":"2026-11-10"}`), "from 2026-11-01 to 2026-11-10"},
		{"days of their own", `{"timing":{"event":["2026-11-01T08:00:00Z","2026-11-03"]}}`, "at 2026-11-01 08:00:00Z and 2026-11-03"},
		{"where and how", `{"site":{"text":"left arm"},"route":{"coding":[{"display":"Oral route"}]},"method":{"text":"Swallow"}}`, "Swallow, Oral route, site: left arm"},
		{"other limits", `{"maxDosePerAdministration":{"value":2,"unit":"mg"},"maxDosePerLifetime":{"value":550,"unit":"mg/m2"}}`,
			"at most 2 mg at a time, at most 550 mg/m2 in a lifetime"},
		{"instructions", `{"additionalInstruction":[{"text":"With food"},{"coding":[{"code":"x","display":"Shake"}]}],"patientInstruction":"Drink a lot"}`,
			"With food, Shake, Drink a lot"},
		{"nothing", `{}`, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var instructions []dosage
			require.NoError(t, json.Unmarshal([]byte("["+tt.instructions+"]"), &instructions))
			assert.Equal(t, tt.want, dosageText(instructions))
			assert.False(t, unread(json.RawMessage("["+tt.instructions+"]"), dosage{}), "everything is read")
		})
	}
}

func TestDosage_keeps_what_words_cant_hold(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("slowly ", 600)
	for name, tt := range map[string]struct{ instruction, code string }{
		"a long text":  {`{"text":"` + long + `"}`, "too_long"},
		"an extension": {`{"text":"1","extension":[{"url":"x","valueString":"y"}]}`, "kept_as_source"},
		"in the depth": {`{"timing":{"repeat":{"frequency":1,"unheardOf":2}}}`, "kept_as_source"},
	} {
		record, found := decode(t, Decoder{}, "MedicationRequest", aDrug+","+aSubject+`,"status":"active","authoredOn":"2020-01-01","dosageInstruction":[`+tt.instruction+`]`)
		require.Nil(t, found, name)
		assert.Contains(t, codes(record.Warnings), tt.code, name)
		assert.Contains(t, record.source, "dosageInstruction", name)
		assert.LessOrEqual(t, len(*record.Data.(Medication).Dosage), maxDosage+2, name) //nolint:forcetypeassert // a medication
	}
}

// codes are the codes of warnings.
func codes(warnings []Issue) []string {
	all := []string{}
	for _, w := range warnings {
		all = append(all, w.Code)
	}
	return all
}
