package record

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"github.com/predicthealth/predicthealth/internal/testenv/wait"
	"github.com/predicthealth/predicthealth/service/clinical"
	"github.com/predicthealth/predicthealth/service/patient"
	"github.com/predicthealth/predicthealth/service/resource"
)

func conditions(codes ...string) []*clinical.Condition {
	all := make([]*clinical.Condition, len(codes))
	for i, code := range codes {
		all[i] = &clinical.Condition{Condition: resource.Coding{System: "urn:test", Code: code}}
	}
	return all
}

func medications(n int) []*clinical.Medication {
	all := make([]*clinical.Medication, n)
	for i := range all {
		all[i] = &clinical.Medication{Medication: resource.Coding{System: "urn:test", Code: fmt.Sprint(i)}}
	}
	return all
}

func TestScore(t *testing.T) {
	t.Parallel()
	minutes := func(n int) *int { return &n }
	unknown := patient.Health{SmokingStatus: "unknown", AlcoholFrequency: "unknown"}
	for name, c := range map[string]struct {
		profile     patient.Health
		conditions  []*clinical.Condition
		medications int
		want        int
		points      [5]int // of conditions, medications, smoking, alcohol, activity
	}{
		"nothing is known":      {unknown, nil, 0, 100, [5]int{}},
		"health":                {patient.Health{SmokingStatus: "never", AlcoholFrequency: "never", WeeklyActivityMinutes: minutes(150)}, nil, 0, 100, [5]int{4: 10}},
		"a condition twice":     {unknown, conditions("a", "a", "b"), 0, 80, [5]int{-20}},
		"medications":           {unknown, nil, 3, 85, [5]int{1: -15}},
		"a smoker":              {patient.Health{SmokingStatus: "current"}, nil, 0, 85, [5]int{2: -15}},
		"a former smoker":       {patient.Health{SmokingStatus: "former"}, nil, 0, 100, [5]int{}},
		"regular drinking":      {patient.Health{AlcoholFrequency: "regularly"}, nil, 0, 90, [5]int{3: -10}},
		"daily drinking":        {patient.Health{AlcoholFrequency: "daily"}, nil, 0, 90, [5]int{3: -10}},
		"occasional drinking":   {patient.Health{AlcoholFrequency: "occasionally"}, nil, 0, 100, [5]int{}},
		"74 minutes":            {patient.Health{WeeklyActivityMinutes: minutes(74)}, conditions("a"), 0, 90, [5]int{-10}},
		"75 minutes":            {patient.Health{WeeklyActivityMinutes: minutes(75)}, conditions("a"), 0, 95, [5]int{-10, 4: 5}},
		"149 minutes":           {patient.Health{WeeklyActivityMinutes: minutes(149)}, conditions("a"), 0, 95, [5]int{-10, 4: 5}},
		"150 minutes":           {patient.Health{WeeklyActivityMinutes: minutes(150)}, conditions("a"), 0, 100, [5]int{-10, 4: 10}},
		"never below 0":         {unknown, conditions("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"), 9, 0, [5]int{-100, -45}},
		"all that counts at it": {patient.Health{SmokingStatus: "current", AlcoholFrequency: "daily", WeeklyActivityMinutes: minutes(80)}, conditions("a"), 2, 60, [5]int{-10, -10, -15, -10, 5}},
	} {
		s := scoreOf(&patient.HealthProfile{Health: c.profile}, c.conditions, medications(c.medications))
		assert.Equal(t, c.want, s.Value, name)
		points := [5]int{s.Conditions.Points, s.Medications.Points, s.Smoking.Points, s.Alcohol.Points, s.Activity.Points}
		assert.Equal(t, c.points, points, name)
		assert.Equal(t, c.profile.WeeklyActivityMinutes, s.Activity.Minutes, name)
	}
}

func TestBMI(t *testing.T) {
	t.Parallel()
	class := func(name string) *string { return &name }
	for name, c := range map[string]struct {
		height, weight float64
		age            int
		value          string
		class          *string
	}{
		"underweight":        {200, 73.95, 30, "18.49", class("underweight")},
		"normal":             {200, 74, 30, "18.5", class("normal_range")},
		"still normal":       {200, 99.97, 30, "24.99", class("normal_range")},
		"rounded, pre-obese": {200, 99.99, 30, "25", class("pre_obese")},
		"pre-obese":          {200, 119.96, 30, "29.99", class("pre_obese")},
		"obese, class I":     {200, 120, 30, "30", class("obese_class_i")},
		"obese, class II":    {200, 140, 30, "35", class("obese_class_ii")},
		"obese, class III":   {200, 160, 30, "40", class("obese_class_iii")},
		"of age":             {172.5, 68, 18, "22.85", class("normal_range")},
		"not of age":         {172.5, 68, 17, "22.85", nil},
		"the least":          {272, 0.2, 40, "0.03", class("underweight")},
		"the most":           {20, 650, 40, "16250", class("obese_class_iii")},
	} {
		bmi := bmiOf(&patient.HealthProfile{Health: patient.Health{HeightCM: &c.height, WeightKG: &c.weight}}, &c.age)
		assert.Equal(t, c.value, bmi.Value.String(), name)
		assert.Equal(t, c.class, bmi.Class, name)
		assert.Nil(t, bmiOf(&patient.HealthProfile{Health: patient.Health{HeightCM: &c.height}}, &c.age))
		assert.Nil(t, bmiOf(&patient.HealthProfile{Health: patient.Health{WeightKG: &c.weight}}, &c.age))
	}
}

func TestAge(t *testing.T) {
	t.Parallel()
	day := func(text string) time.Time {
		d, err := time.Parse(time.DateOnly, text)
		assert.NoError(t, err)
		return d
	}
	for _, c := range []struct {
		born, died string
		want       int
	}{
		{"1980-06-15", "2020-06-14", 39}, {"1980-06-15", "2020-06-15", 40}, {"1980-06-15", "2020-07-01", 40},
		{"2000-02-29", "2023-02-28", 22}, {"2000-02-29", "2023-03-01", 23}, {"2020-01-01", "2020-01-01", 0},
	} {
		who := patient.Patient{Person: patient.Person{DateOfBirth: resource.Date{Time: day(c.born)}}, Death: patient.Death{Deceased: true}}
		assert.Nil(t, ageOf(&who), "nobody knows the age of the dead without a date")
		who.DeceasedDate = &resource.Date{Time: day(c.died)}
		assert.Equal(t, c.want, *ageOf(&who), "%s to %s", c.born, c.died)
	}
	today := wait.Today()
	rapid.Check(t, func(rt *rapid.T) { // the living: birthdays, by counting them
		born := today.AddDate(0, 0, -rapid.IntRange(0, 44_000).Draw(rt, "days"))
		years := 0
		for !time.Date(born.Year()+years+1, born.Month(), born.Day(), 0, 0, 0, 0, time.UTC).After(today) {
			years++
		}
		if got := ageOf(&patient.Patient{Person: patient.Person{DateOfBirth: resource.Date{Time: born}}}); *got != years {
			rt.Fatalf("born %s: %d, not %d", born.Format(time.DateOnly), *got, years)
		}
	})
}
