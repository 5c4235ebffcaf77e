package fhir

import (
	"math"
	"strconv"
)

// Measure is a FHIR Observation of a kind of which health_profiles stores the latest.
type Measure struct {
	Patient Key     `json:"patient"`
	Kind    string  `json:"kind"` // height, weight or smoking
	Day     string  `json:"day"`
	At      string  `json:"at"`
	Value   *string `json:"value"`   // cm or kg, two decimals
	Smoking *string `json:"smoking"` // smoking_status
}

type observation struct {
	Status               string          `json:"status"`
	Code                 codeableConcept `json:"code"`
	Subject              reference       `json:"subject"`
	EffectiveDateTime    string          `json:"effectiveDateTime"`
	EffectivePeriod      period          `json:"effectivePeriod"`
	EffectiveInstant     string          `json:"effectiveInstant"`
	Issued               string          `json:"issued"`
	ValueQuantity        quantity        `json:"valueQuantity"`
	ValueCodeableConcept codeableConcept `json:"valueCodeableConcept"`
	DataAbsentReason     codeableConcept `json:"dataAbsentReason"`
	Focus                []reference     `json:"focus"`
}

// measures are the LOINC codes that the import reads.
var measures = map[string]string{"8302-2": "height", "29463-7": "weight", "72166-2": "smoking"}

// units are the UCUM units of a measure, each with its size in cm or kg, and the range that health_profiles accepts.
var units = map[string]struct {
	size        map[string]float64
	least, most float64
}{
	"height": {map[string]float64{"cm": 1, "m": 100, "mm": 0.1, "[in_i]": 2.54, "[ft_i]": 30.48}, 20, 272},
	"weight": {map[string]float64{"kg": 1, "g": 0.001, "[lb_av]": 0.45359237}, 0.2, 650},
}

// smokingStatuses are the codes of the US Core Smoking Status value set.
var smokingStatuses = map[string]string{
	"266919005":       "never",
	"8517006":         "former",
	"449868002":       "current", // every day
	"428041000124106": "current", // some days
	"428071000124103": "current", // heavy
	"428061000124105": "current", // light
	"77176002":        "current", // how much is unknown
	"266927001":       "unknown",
}

func (o *observation) normalize(r *reading) (any, error) {
	kind := o.kind()
	switch {
	case kind == "":
		return nil, benign("code", "not_used", "only body height, weight and smoking status are stored")
	case o.Status == "entered-in-error" || o.Status == "cancelled":
		return nil, benign("status", "entered_in_error", "the source marks it as entered in error")
	case o.Status == "registered" || !o.DataAbsentReason.empty():
		return nil, benign("dataAbsentReason", "data_absent", "the source has no value, or not yet")
	case len(o.Focus) > 0:
		return nil, issue("focus", "other_focus", "it is not about the patient")
	}
	patient, err := r.resolve("subject", "Patient", o.Subject)
	if err != nil {
		return nil, err
	}
	effective := firstText(o.EffectiveDateTime, o.EffectiveInstant, o.EffectivePeriod.End, o.EffectivePeriod.Start)
	if effective == "" && o.Issued != "" {
		effective = o.Issued
		r.warn(issue("issued", "date_of_issue", "nothing says when it was measured: the date is when it was issued"))
	}
	day, err := parseDay("effectiveDateTime", effective)
	if err != nil {
		return nil, err
	}
	at, err := parseInstant("effectiveDateTime", effective)
	if err != nil {
		return nil, err
	}
	measure := Measure{Patient: patient, Kind: kind, Day: day, At: at}
	if kind == "smoking" {
		measure.Smoking, err = o.smoking()
	} else {
		measure.Value, err = o.quantity(kind)
	}
	return measure, err
}

func (o *observation) kind() string {
	for _, code := range o.Code.Coding {
		if kind := measures[code.Code]; kind != "" && canonical(code.System) == loinc {
			return kind
		}
	}
	return ""
}

func (o *observation) smoking() (*string, error) {
	for _, code := range o.ValueCodeableConcept.Coding {
		if status := smokingStatuses[code.Code]; status != "" && canonical(code.System) == snomed {
			return &status, nil
		}
	}
	return nil, issue("valueCodeableConcept", "unknown_smoking_status", "not a code of the US Core Smoking Status value set")
}

func (o *observation) quantity(kind string) (*string, error) {
	given, known := o.ValueQuantity, units[kind]
	value, err := strconv.ParseFloat(given.Value.String(), 64)
	switch {
	case err != nil:
		return nil, issue("valueQuantity", "no_value", "a number is required")
	case given.Comparator != "":
		return nil, issue("valueQuantity", "comparator", "more or less than a number is not that number")
	}
	size := known.size[given.Code]
	if size == 0 || (given.System != "" && given.System != ucum) {
		return nil, issue("valueQuantity", "unknown_unit", "a UCUM unit of %s is required", kind)
	}
	n := math.Round(value*size*100) / 100
	if n < known.least || n > known.most {
		return nil, issue("valueQuantity", "out_of_range", "%s is from %g to %g", kind, known.least, known.most)
	}
	text := strconv.FormatFloat(n, 'f', 2, 64)
	return &text, nil
}
