package record

import (
	"github.com/shopspring/decimal"

	"github.com/predicthealth/predicthealth/service/patient"
)

// adult is the age, in years, from which an index is classed: WHO's statistics for adults begin there. For younger people
// the meaning of an index depends on age and sex, as in WHO's growth references.
const adult = 18

// bmiClasses are WHO's classes for adults (Technical Report Series 894), each with the index at which it begins.
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
	// Class is WHO's class for adults; nil for people under 18.
	Class *string
}

// bmiOf returns the index of a profile; nil unless height and weight are known. It rounds the index before it classes it,
// because the limits of the classes have two decimals.
func bmiOf(p *patient.HealthProfile, age *int) *BMI {
	if p.HeightCM == nil || p.WeightKG == nil {
		return nil
	}
	metres := decimal.NewFromFloat(*p.HeightCM).Shift(-2)
	bmi := &BMI{Value: decimal.NewFromFloat(*p.WeightKG).DivRound(metres.Mul(metres), 2)}
	if age == nil || *age < adult {
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
