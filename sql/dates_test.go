package sqlfiles_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

// day is a date so many years and days from today (UTC).
func day(years, days int) string {
	return wait.Today().AddDate(years, 0, days).Format(time.DateOnly)
}

func TestPatientDates(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	doctor := fixture.Doctor(t, env.DB)
	var (
		future        = refusal{"PH001", "patients", "date_of_birth", "patients_date_of_birth_not_in_future"}
		diesFuture    = refusal{"PH001", "patients", "deceased_at", "patients_deceased_at_not_in_future"}
		diesFutureDay = refusal{"PH001", "patients", "deceased_date", "patients_deceased_date_not_in_future"}
		tooOld        = refusal{"PH003", "patients", "date_of_birth", "patients_age_of_the_living"}
	)
	tests := []struct {
		name     string
		row      fixture.Row
		expected refusal
	}{
		{name: "born in two days", row: fixture.Row{"date_of_birth": day(0, 2)}, expected: future},
		{name: "died in two days", row: fixture.Row{"deceased_date": day(0, 2)}, expected: diesFutureDay},
		{name: "born today", row: fixture.Row{"date_of_birth": day(0, 0)}},
		{name: "born never", row: fixture.Row{"date_of_birth": "infinity"}, expected: future},
		{name: "121 years old today", row: fixture.Row{"date_of_birth": day(-121, 0)}, expected: tooOld},
		{name: "121 years old tomorrow", row: fixture.Row{"date_of_birth": day(-121, 2)}},
		{name: "born before time", row: fixture.Row{"date_of_birth": "-infinity"}, expected: tooOld},
		{name: "died in an hour", row: fixture.Row{"deceased_at": time.Now().Add(time.Hour)}, expected: diesFuture},
		{name: "died a minute ago", row: fixture.Row{"deceased_at": time.Now().Add(-time.Minute)}},
		{name: "died long ago at 120", row: fixture.Row{"date_of_birth": "1850-03-01", "deceased_at": "1971-02-27"}},
		{
			name: "died long ago at 121", row: fixture.Row{"date_of_birth": "1850-03-01", "deceased_at": "1971-03-02"},
			expected: refusal{SQLState: "23514", Table: "patients", Constraint: "patients_age_at_death"},
		},
		{name: "dead, nobody knows since when", row: fixture.Row{"deceased": true}},
		{name: "dead, nobody knows since when, born long ago", row: fixture.Row{"date_of_birth": "1850-03-01", "deceased": true}},
		{name: "died in the year of birth", row: fixture.Row{"date_of_birth": "2020-05-10", "deceased_date": "2020-01-01", "deceased_date_precision": "year"}},
		{
			name: "died in the month before birth", row: fixture.Row{"date_of_birth": "2020-05-10", "deceased_date": "2020-04-01", "deceased_date_precision": "month"},
			expected: refusal{SQLState: "23514", Table: "patients", Constraint: "patients_deceased_after_birth"},
		},
		{
			name: "died on the day of birth, east of Greenwich",
			row:  fixture.Row{"date_of_birth": "2020-05-10", "deceased_date": "2020-05-10", "deceased_at": "2020-05-10T00:30:00+10:00"},
		},
		{
			name: "a time of another day", row: fixture.Row{"deceased_date": "2020-05-10", "deceased_at": "2020-05-12T00:00:00Z"},
			expected: refusal{SQLState: "23514", Table: "patients", Constraint: "patients_deceased_at_on_date"},
		},
		{name: "perhaps 121 years old", row: fixture.Row{"date_of_birth": wait.Today().AddDate(-121, 0, 0).Format("2006") + "-01-01", "date_of_birth_precision": "year"}},
		{
			name: "a year that doesn't begin", row: fixture.Row{"date_of_birth": "1980-05-01", "date_of_birth_precision": "year"},
			expected: refusal{SQLState: "23514", Table: "patients", Constraint: "patients_date_of_birth_period"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			row := fixture.Row{
				"doctor_id": doctor, "sex_id": fixture.Code(t, env.DB, "sexes", "male"),
				"institution_id": fixture.Value[uuid.UUID](t, env.DB, "SELECT institution_id FROM doctors WHERE id = $1", doctor),
				"first_name":     "Max", "last_name": "Mustermann", "date_of_birth": "1980-01-01",
			}
			for column, value := range test.row {
				row[column] = value
			}
			require.Equal(t, test.expected, tryInsert(t, env.DB, "patients", row))

			id := fixture.Patient(t, env.DB, fixture.Row{"doctor_id": doctor, "date_of_birth": "1980-01-01"})
			require.Equal(t, test.expected, try(t, env.DB, `UPDATE patients SET date_of_birth = $2, date_of_birth_precision = coalesce($3, 'day'),
				deceased = coalesce($4, false), deceased_date = $5, deceased_date_precision = coalesce($6, 'day'), deceased_at = $7 WHERE id = $1`,
				id, row["date_of_birth"], row["date_of_birth_precision"], row["deceased"], row["deceased_date"], row["deceased_date_precision"],
				row["deceased_at"]))
		})
	}
}

// Who turned 121 since the row was written is still a row one can write, as long as the dates stay.
func TestRulesOnTodayHoldWhenWritten(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	owner := testenv.Owner(t, env)
	id := fixture.Patient(t, env.DB)
	exec(t, owner, "ALTER TABLE patients DISABLE TRIGGER USER")
	exec(t, owner, "UPDATE patients SET date_of_birth = $2 WHERE id = $1", id, day(-130, 0))
	exec(t, owner, "ALTER TABLE patients ENABLE TRIGGER USER")

	exec(t, env.DB, "UPDATE patients SET last_name = 'Older' WHERE id = $1", id)
	require.Equal(t, "PH003", try(t, env.DB, "UPDATE patients SET date_of_birth = date_of_birth + 1 WHERE id = $1", id).SQLState)
}

// clinical are the kinds of entries with dates of a patient's life, the first of which is required.
var clinical = slices.DeleteFunc(slices.Clone(fixture.EntryKinds), func(k fixture.EntryKind) bool { return len(k.Dates) == 0 })

func TestClinicalDates(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	for _, kind := range clinical {
		for _, column := range kind.Dates {
			t.Run(kind.Table+"."+column, func(t *testing.T) {
				t.Parallel()
				patient := fixture.Patient(t, env.DB, fixture.Row{"date_of_birth": "2000-01-01"})
				row, _ := kind.Row(t, env.DB, patient)
				row[kind.Dates[0]] = "2000-01-01"
				future := refusal{"PH001", kind.Table, column, kind.Table + "_" + column + "_not_in_future"}
				early := refusal{"PH002", kind.Table, column, kind.Table + "_" + column + "_after_birth"}

				update := func(value string) refusal {
					return try(t, env.DB, "UPDATE "+kind.Table+" SET "+column+" = $2 WHERE patient_id = $1", patient, value)
				}
				row[column] = day(0, 2) // tomorrow may be today where days begin first
				if column != kind.Dates[0] {
					require.Zero(t, tryInsert(t, env.DB, kind.Table, row), "an end may lie in the future")
					require.Zero(t, update(day(1, 0)))
					row[kind.Dates[0]] = nil
					require.Zero(t, try(t, env.DB, "UPDATE "+kind.Table+" SET "+kind.Dates[0]+" = NULL"+
						" WHERE patient_id = $1", patient), "an unknown start")
					require.Equal(t, early, update("1999-12-31"), "an end before birth")
					return
				}
				require.Equal(t, future, tryInsert(t, env.DB, kind.Table, row), "inserted the day after tomorrow")
				row[column] = day(0, 0)
				require.Zero(t, tryInsert(t, env.DB, kind.Table, row), "inserted today")
				require.Equal(t, future, update(day(0, 2)), "updated to the day after tomorrow")
				require.Equal(t, early, update("1999-12-31"), "updated to before birth")
				require.Zero(t, update("2000-01-01"))
				row[column] = "1999-12-31"
				require.Equal(t, early, tryInsert(t, env.DB, kind.Table, row), "inserted before birth")
			})
		}
	}
}

// A date that is known to the year or the month is held against birth and today by what is known.
func TestClinicalDatesOfAMonthOrAYear(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	for _, kind := range clinical {
		column := kind.Dates[0]
		for _, test := range []struct{ name, date, precision, state string }{
			{"the year of birth", "1980-01-01", "year", ""},
			{"the month of birth", "1980-05-01", "month", ""},
			{"the day of birth", "1980-05-12", "day", ""},
			{"the year before birth", "1979-01-01", "year", "PH002"},
			{"the month before birth", "1980-04-01", "month", "PH002"},
			{"this year", day(0, 0)[:4] + "-01-01", "year", ""},
			{"the year after next", day(2, 0)[:4] + "-01-01", "year", "PH001"},
			{"not the first day of a year", "1990-05-01", "year", "23514"},
			{"not the first day of a month", "1990-05-02", "month", "23514"},
			{"no precision", "1990-05-02", "week", "23514"},
		} {
			t.Run(kind.Table+": "+test.name, func(t *testing.T) {
				t.Parallel()
				patient := fixture.Patient(t, env.DB, fixture.Row{"date_of_birth": "1980-05-12"})
				row, _ := kind.Row(t, env.DB, patient)
				row[column], row[column+"_precision"] = test.date, test.precision
				require.Equal(t, test.state, tryInsert(t, env.DB, kind.Table, row).SQLState)
			})
		}
	}
}

func TestIsCurrent(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	today, month := day(0, 0), day(0, 0)[:7]+"-01"
	for _, test := range []struct {
		status    string
		ended     any
		precision string
		current   bool
	}{
		{"active", nil, "day", true}, {"recurrence", nil, "day", true}, {"relapse", nil, "day", true},
		{"resolved", nil, "day", false}, {"unknown", nil, "day", false}, {"on-hold", nil, "day", false}, {"completed", day(1, 0), "day", false},
		{"active", today, "day", true}, {"active", day(0, -1), "day", false}, {"active", day(0, 30), "day", true},
		{"active", month, "month", true}, {"active", day(0, -40)[:7] + "-01", "month", false}, {"active", "1999-01-01", "year", false},
	} {
		got := fixture.Value[bool](t, env.DB, "SELECT is_current($1, $2, $3)", test.status, test.ended, test.precision)
		require.Equal(t, test.current, got, "%+v", test)
	}
	for status, want := range map[any]bool{nil: true, "confirmed": true, "unconfirmed": false, "provisional": false, "differential": false} {
		require.Equal(t, want, fixture.Value[bool](t, env.DB, "SELECT is_established($1)", status), "%v", status)
	}
}

// One bad row among many is found, and none of them stays.
func TestClinicalDatesOfManyRows(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	patient := fixture.Patient(t, env.DB, fixture.Row{"date_of_birth": "2000-01-01"})
	require.Equal(t, "PH002", try(t, env.DB, `
		INSERT INTO patient_conditions (patient_id, condition_id, onset_date)
		SELECT $1, $2, date '1999-12-31' + n FROM generate_series(0, 100) n`, patient, fixture.Condition(t, env.DB)).SQLState)
	require.Zero(t, fixture.Value[int](t, env.DB, "SELECT count(*) FROM patient_conditions"))
}

// A clinical row that moves to another patient is held against that one's birth.
func TestClinicalDatesOfAnotherPatient(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	older := fixture.Patient(t, env.DB, fixture.Row{"date_of_birth": "1950-01-01"})
	younger := fixture.Patient(t, env.DB, fixture.Row{"date_of_birth": "2000-01-01"})
	fixture.Insert(t, env.DB, "patient_conditions", fixture.Row{
		"patient_id": older, "condition_id": fixture.Condition(t, env.DB), "onset_date": "1990-01-01",
	})
	require.Equal(t, "PH002", try(t, env.DB, "UPDATE patient_conditions SET patient_id = $1", younger).SQLState)
}

func TestSmokingYears(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	tooMany := refusal{"PH004", "health_profiles", "smoking_years", "health_profiles_smoking_years_within_age"}
	tests := []struct {
		name     string
		patient  fixture.Row
		years    int
		expected refusal
	}{
		{name: "as old as one is", patient: fixture.Row{"date_of_birth": day(-40, 0)}, years: 40},
		{name: "a birthday too many", patient: fixture.Row{"date_of_birth": day(-40, 1)}, years: 40, expected: tooMany},
		{name: "as old as one died", patient: fixture.Row{"date_of_birth": "1950-05-05", "deceased_at": "2000-05-05T00:00:00Z"}, years: 50},
		{
			name:    "older than one died",
			patient: fixture.Row{"date_of_birth": "1950-05-05", "deceased_at": "2000-05-04T23:59:59Z"}, years: 50, expected: tooMany,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			patient := fixture.Patient(t, env.DB, test.patient)
			row := fixture.Row{"patient_id": patient, "smoking_status": "current", "smoking_years": test.years}
			require.Equal(t, test.expected, tryInsert(t, env.DB, "health_profiles", row))

			exec(t, env.DB, `INSERT INTO health_profiles (patient_id, smoking_status) VALUES ($1, 'former')
				ON CONFLICT (patient_id) DO UPDATE SET smoking_years = NULL`, patient)
			require.Equal(t, test.expected, try(t, env.DB, "UPDATE health_profiles SET smoking_years = $2 WHERE patient_id = $1", patient, test.years))
		})
	}
}

// A corrected birth or death may not make what was recorded impossible.
func TestPatientHistory(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	history := refusal{"PH002", "patients", "date_of_birth", "patients_history_after_birth"}
	smoking := refusal{"PH004", "patients", "date_of_birth", "patients_smoking_years_within_age"}
	bornInFifty := fixture.Row{"date_of_birth": "1950-01-01"}

	for _, kind := range clinical {
		t.Run("birth moves past "+kind.Table, func(t *testing.T) {
			t.Parallel()
			patient := fixture.Patient(t, env.DB, bornInFifty)
			row, _ := kind.Row(t, env.DB, patient)
			row[kind.Dates[0]] = "2000-01-01"
			require.Zero(t, tryInsert(t, env.DB, kind.Table, row))

			require.Equal(t, history, try(t, env.DB, "UPDATE patients SET date_of_birth = '2000-01-02' WHERE id = $1", patient))
			exec(t, env.DB, "UPDATE patients SET date_of_birth = '2000-01-01' WHERE id = $1", patient)
		})
	}

	tests := []struct {
		name, set string
		expected  refusal
	}{
		{name: "born too late to have smoked so long", set: "date_of_birth = '1970-06-02'", expected: smoking},
		{name: "born just in time", set: "date_of_birth = '1970-06-01'"},
		{name: "died too early to have smoked so long", set: "deceased_date = '1979-12-31', deceased_at = NULL", expected: smoking},
		{name: "died after as many years", set: "deceased_date = '1980-01-01', deceased_at = NULL"},
		{name: "lives after all", set: "deceased = false, deceased_date = NULL, deceased_at = NULL"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			patient := fixture.Patient(t, env.DB, bornInFifty, fixture.Row{"deceased_at": "2000-06-01T00:00:00Z"})
			fixture.Insert(t, env.DB, "health_profiles", fixture.Row{"patient_id": patient, "smoking_status": "former", "smoking_years": 30})
			require.Equal(t, test.expected, try(t, env.DB, "UPDATE patients SET "+test.set+" WHERE id = $1", patient))
		})
	}
}
