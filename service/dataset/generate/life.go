package generate

import (
	"fmt"
	"math"
	"time"
)

// Profile is a health profile; decimals are strings.
type Profile struct {
	HeightCM              string  `json:"height_cm"`
	WeightKG              string  `json:"weight_kg"`
	BloodType             *string `json:"blood_type"` // code of blood_types
	SmokingStatus         string  `json:"smoking_status"`
	SmokingYears          *int    `json:"smoking_years"`
	AlcoholFrequency      string  `json:"alcohol_frequency"`
	WeeklyActivityMinutes int     `json:"weekly_activity_minutes"`
}

// life is a body with its habits, from which illnesses follow.
type life struct {
	*chance
	asOf, born   time.Time
	sex          string
	age          int     // completed years
	height, bmi  float64 // cm, kg/m²
	smoking      string
	smokingYears int
	has          map[string]time.Time // illnesses by short name, since when
}

func newLife(c *chance, asOf, born time.Time, sex string) *life {
	l := &life{chance: c, asOf: asOf, born: born, sex: sex, has: map[string]time.Time{}}
	l.age = yearsBetween(born, asOf)
	l.grow()
	l.smoke()
	l.fallIll()
	return l
}

// yearsBetween counts completed years.
func yearsBetween(from, to time.Time) int {
	years := to.Year() - from.Year()
	if to.Month() < from.Month() || (to.Month() == from.Month() && to.Day() < from.Day()) {
		years--
	}
	return max(years, 0)
}

// growth is the mean height in cm at each year of age until adulthood.
var growth = []float64{62, 75, 87, 95, 103, 110, 116, 122, 128, 133, 139, 144, 151, 157, 162, 166}

func (l *life) grow() {
	months := l.asOf.Sub(l.born).Hours() / 24 / 30.4
	switch {
	case l.age < len(growth):
		next := growth[min(l.age+1, len(growth)-1)]
		mean := growth[l.age] + (next-growth[l.age])*(months/12-float64(l.age))
		l.height = l.normal(mean, 0.04*mean, 45, 195)
		l.bmi = l.normal(16.2+math.Max(0, float64(l.age-6))*0.45, 1.7, 12.5, 34)
	default:
		mean := 176.0
		if l.sex == "female" {
			mean = 163
		}
		shrink := math.Max(0, float64(l.age-55)) * 0.08
		l.height = l.normal(mean-shrink, 6.8, 140, 208)
		// Weight rises until late middle age; its distribution has a long upper tail.
		mean = 23.4 + 4.6*math.Min(float64(l.age-16), 40)/40 - math.Max(0, float64(l.age-72))*0.08
		l.bmi = math.Min(math.Max(mean*math.Exp(0.17*l.NormFloat64()), 16), 55)
	}
}

func (l *life) smoke() {
	l.smoking = "never"
	if l.age < 16 {
		return
	}
	current := 0.17
	if l.age > 65 {
		current = 0.09
	}
	former := math.Min(0.08+0.004*float64(l.age), 0.32)
	l.smoking = []string{"current", "former", "never", "unknown"}[l.weighted([]float64{current, former, 0.95 - current - former, 0.05})]
	if l.smoking == "current" || l.smoking == "former" {
		l.smokingYears = max(1, int(l.Float64()*float64(l.age-15)))
	}
}

func (l *life) profile() Profile {
	p := Profile{
		HeightCM: fmt.Sprintf("%.1f", l.height), WeightKG: fmt.Sprintf("%.1f", l.bmi*l.height*l.height/1e4),
		SmokingStatus: l.smoking, AlcoholFrequency: l.alcohol(), WeeklyActivityMinutes: l.activity(),
	}
	if l.smokingYears > 0 {
		p.SmokingYears = &l.smokingYears
	}
	if l.happens(0.85) {
		// Shares of the groups, roughly as in Europe and the Americas.
		group := []string{"O+", "A+", "B+", "AB+", "O-", "A-", "B-", "AB-"}[l.weighted([]float64{38, 34, 9, 3.5, 7, 6, 2, 0.5})]
		p.BloodType = &group
	}
	return p
}

func (l *life) alcohol() string {
	if l.age < 16 {
		return "never"
	}
	return []string{"never", "rarely", "occasionally", "regularly", "daily", "unknown"}[l.weighted([]float64{24, 22, 30, 14, 5, 5})]
}

// activity decreases with weight and age.
func (l *life) activity() int {
	mean := 210 - 6*math.Max(0, l.bmi-22) - math.Max(0, float64(l.age-50))*1.8
	return int(l.normal(mean, 90, 0, 900)) / 10 * 10
}

// death lets few patients die, the old and ill more often, between registration and asOf.
func (l *life) death(registered time.Time) *time.Time {
	risk := -9.3 + 0.085*float64(l.age)
	for _, illness := range []string{"heart", "stroke", "kidney", "copd", "cancer"} {
		if _, ill := l.has[illness]; ill {
			risk += 0.7
		}
	}
	dies := l.happens(logistic(risk))
	days := int(l.asOf.Sub(registered).Hours() / 24)
	if !dies || days < 2 {
		return nil
	}
	at := registered.AddDate(0, 0, l.between(1, days-1))
	return &at
}
