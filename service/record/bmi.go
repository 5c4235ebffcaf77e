package record

import (
	"github.com/shopspring/decimal"

	"github.com/predicthealth/predicthealth/service/patient"
)

// adult is the age, in years, from which an index is classed: WHO's statistics of adults begin there. What an index means
// for the younger depends on age and sex, as WHO's growth references have it.
const adult = 18

// bmiClasses are WHO's classes for adults (Technical Report Series 894), each with the index it begins at.
var bmiClasses = []struct {
	from decimal.Decimal
	name string
}{
	{decimal.NewFromInt(40), "obese_class_iii"},
	{decimal.NewFromInt(35), "obese_class_ii"},
	{decimal.NewFromInt(30), "obese_class_i"},
	{decimal.NewFromInt(25), "pre_obese"},
	{decimal.NewFromFloat(18.5), "normal_range"},
	{decimal.Zero, "underweight"},
}

// BMI is a body mass index.
type BMI struct {
	// Value is in kg/m², with two decimals.
	Value decimal.Decimal
	// Class is WHO's for adults; nil for who is younger than 18 years.
	Class *string
}

// bmiOf is that of a profile; nil without height and weight. It is rounded before it is classed, for the classes have two
// decimals.
func bmiOf(p patient.Profile, age int) *BMI {
	if p.HeightCM == nil || p.WeightKG == nil {
		return nil
	}
	metres := p.HeightCM.Shift(-2)
	bmi := &BMI{Value: p.WeightKG.DivRound(metres.Mul(metres), 2)}
	if age < adult {
		return bmi
	}
	for _, class := range bmiClasses {
		if bmi.Value.GreaterThanOrEqual(class.from) {
			bmi.Class = &class.name
			break
		}
	}
	return bmi
}
