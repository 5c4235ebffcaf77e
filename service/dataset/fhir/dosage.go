package fhir

import (
	"strconv"
	"strings"
)

const maxDosage = 500

type dosage struct {
	Text               string            `json:"text"`
	PatientInstruction string            `json:"patientInstruction"`
	Additional         []codeableConcept `json:"additionalInstruction"`
	AsNeeded           bool              `json:"asNeededBoolean"`
	Timing             struct {
		Repeat struct {
			Frequency  int     `json:"frequency"`
			Period     float64 `json:"period"`
			PeriodUnit string  `json:"periodUnit"`
		} `json:"repeat"`
	} `json:"timing"`
	DoseAndRate []struct {
		DoseQuantity quantity `json:"doseQuantity"`
	} `json:"doseAndRate"`
}

// dosageText says how a medication is taken, in the source's words or from its numbers: "1, 2 times every 1 d". Units are
// UCUM. It returns nil if the source says nothing.
func dosageText(instructions []dosage) *string {
	var texts []string
	for _, d := range instructions {
		if text := firstText(d.Text, d.PatientInstruction, d.describe()); text != "" {
			texts = append(texts, text)
		}
	}
	return optional(truncate(strings.Join(texts, "; "), maxDosage))
}

func (d dosage) describe() string {
	var parts []string
	if len(d.DoseAndRate) > 0 && d.DoseAndRate[0].DoseQuantity.Value != nil {
		dose := d.DoseAndRate[0].DoseQuantity
		parts = append(parts, strings.TrimSpace(decimal(*dose.Value)+" "+firstText(dose.Unit, dose.Code)))
	}
	if repeat := d.Timing.Repeat; repeat.Frequency > 0 && repeat.Period > 0 && repeat.PeriodUnit != "" {
		times := "once"
		if repeat.Frequency > 1 {
			times = strconv.Itoa(repeat.Frequency) + " times"
		}
		parts = append(parts, times+" every "+decimal(repeat.Period)+" "+repeat.PeriodUnit)
	}
	if d.AsNeeded {
		parts = append(parts, "as needed")
	}
	for _, instruction := range d.Additional {
		if text := trim(instruction.Text); text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, ", ")
}

func decimal(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
