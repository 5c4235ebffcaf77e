package access

import (
	"math"

	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service/setting"
)

var smallestGroup = setting.Int("analytics.smallest_group", 5)

// Group is the size of the smallest group of patients that a viewer may tell from a smaller or larger one: 1 for those who
// may see the patients themselves. Others get figures that are rounded to multiples of it. No number then says what one
// patient adds, and neither does the difference of two, such as a total and all its parts but one.
type Group int

// GroupFor returns the group for a viewer who may see figures about patients.
func GroupFor(v viewer.Viewer, values setting.Values) Group {
	if ClinicalFigures(v) {
		return 1
	}
	return Group(setting.Get(values, smallestGroup))
}

// Count rounds a number of patients.
func (g Group) Count(patients int) int { return (patients + int(g)/2) / int(g) * int(g) }

// Part rounds the part of so many patients that a percentage stands for, and returns the percentage that the rounded numbers
// make.
func (g Group) Part(percentage float64, patients int) float64 {
	part, whole := g.Count(int(math.Round(percentage*float64(patients)/100))), g.Count(patients)
	switch {
	case g == 1:
		return percentage
	case whole == 0:
		return 0
	}
	return hundredths(100 * float64(part) / float64(whole))
}

// Each rounds how many patients each of so many others has, such as doctors; nil stays nil.
func (g Group) Each(average *float64, patients, others int) *float64 {
	if g == 1 || average == nil || others == 0 {
		return average
	}
	each := hundredths(float64(g.Count(patients)) / float64(others))
	return &each
}

// Average rounds an average over so many patients to a whole number; nil for fewer than the group.
func (g Group) Average(average *float64, patients int) *float64 {
	switch {
	case g == 1 || average == nil:
		return average
	case patients < int(g):
		return nil
	}
	whole := math.Round(*average)
	return &whole
}

func hundredths(f float64) float64 { return math.Round(100*f) / 100 }
