package record

import (
	"slices"

	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service/clinical"
	"github.com/predicthealth/predicthealth/service/patient"
	"github.com/predicthealth/predicthealth/service/resource"
)

// The points of a health score are a convention of this product; the minutes are WHO's (Guidelines on physical
// activity and sedentary behaviour, 2020: adults 150 to 300 a week).
const (
	scoreBase        = 100
	conditionPoints  = -10
	medicationPoints = -5
	smokerPoints     = -15
	drinkerPoints    = -10

	enoughMinutes, enoughPoints = 150, 10
	someMinutes, somePoints     = 75, 5
)

// Score is a health score and its parts: a number to follow over time, not a diagnosis. Unknown values give no points.
type Score struct {
	// Value is the sum of Base and the points of all parts, kept within 0 to 100.
	Value, Base             int
	Conditions, Medications Counted
	Smoking                 Answered[valueset.SmokingStatus]
	Alcohol                 Answered[valueset.AlcoholFrequency]
	Activity                Active
}

// Counted holds a number of things and the points for all of them.
type Counted struct{ Count, Points int }

// Answered holds an answer, which may be unknown, and its points.
type Answered[A ~string] struct {
	Answer A
	Points int
}

// Active holds the minutes of weekly activity and their points; Minutes is nil when unknown.
type Active struct {
	Minutes *int
	Points  int
}

// scoreOf scores a profile and the patient's current conditions and medications. A condition or a medication that is
// recorded twice counts once.
func scoreOf(p *patient.HealthProfile, conditions []*clinical.Condition, medications []*clinical.Medication) Score {
	s := Score{
		Base:        scoreBase,
		Conditions:  counted(conditions, conditionPoints, func(c *clinical.Condition) resource.Coding { return c.Condition }),
		Medications: counted(medications, medicationPoints, func(m *clinical.Medication) resource.Coding { return m.Medication }),
		Smoking:     answered(p.SmokingStatus, smokerPoints, valueset.CurrentSmoker),
		Alcohol:     answered(p.AlcoholFrequency, drinkerPoints, "regularly", "daily"),
		Activity:    Active{Minutes: p.WeeklyActivityMinutes},
	}
	switch minutes := p.WeeklyActivityMinutes; {
	case minutes == nil:
	case *minutes >= enoughMinutes:
		s.Activity.Points = enoughPoints
	case *minutes >= someMinutes:
		s.Activity.Points = somePoints
	}
	sum := s.Base + s.Conditions.Points + s.Medications.Points + s.Smoking.Points + s.Alcohol.Points + s.Activity.Points
	s.Value = min(max(sum, 0), scoreBase)
	return s
}

func counted[T any](items []T, points int, of func(T) resource.Coding) Counted {
	different := map[[2]string]bool{}
	for _, item := range items {
		coding := of(item)
		different[[2]string{coding.System, coding.Code}] = true
	}
	return Counted{len(different), len(different) * points}
}

// answered gives points for some answers.
func answered[A ~string](answer A, points int, to ...A) Answered[A] {
	if slices.Contains(to, answer) {
		return Answered[A]{answer, points}
	}
	return Answered[A]{Answer: answer}
}
