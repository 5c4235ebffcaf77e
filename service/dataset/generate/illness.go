package generate

import (
	"math"
	"time"
)

// Code systems, by their FHIR URIs.
const (
	icd10cm = "http://hl7.org/fhir/sid/icd-10-cm"
	snomed  = "http://snomed.info/sct"
	rxnorm  = "http://www.nlm.nih.gov/research/umls/rxnorm"
)

// Condition is a condition of a patient, by its ICD-10-CM code.
type Condition struct {
	CodeSystem string  `json:"code_system"`
	Code       string  `json:"code"`
	Onset      string  `json:"onset_date"`
	Abatement  *string `json:"abatement_date"`
	Status     string  `json:"status"`
	Severity   *string `json:"severity"`
}

// Medication is a medication of a patient, by its RxNorm code.
type Medication struct {
	CodeSystem string  `json:"code_system"`
	Code       string  `json:"code"`
	Start      string  `json:"start_date"`
	End        *string `json:"end_date"`
	Status     string  `json:"status"`
	Dosage     string  `json:"dosage"`
}

// illness is a chronic illness: who gets it, from what age, and what is taken for it.
type illness struct {
	name, code string
	earliest   int // age in years
	risk       func(*life) float64
	treated    float64 // share of patients who take something
	drugs      []drug
}

type drug struct{ code, dosage string }

func (l *life) ill(name string) float64 {
	if _, ill := l.has[name]; ill {
		return 1
	}
	return 0
}

func (l *life) smoker() float64 {
	switch l.smoking {
	case "current":
		return 1
	case "former":
		return 0.5
	}
	return 0
}

func (l *life) female() float64 {
	if l.sex == "female" {
		return 1
	}
	return 0
}

// over returns how far the body mass index is above 25.
func (l *life) over() float64 { return math.Max(0, l.bmi-25) }

// illnesses are in order of cause: the risk of each may depend on those above it. Risks are logits.
var illnesses = []illness{
	{"obesity", "E66.9", 6, func(l *life) float64 { return 60 * (l.bmi - 30) }, 0, nil},
	{"hypertension", "I10", 25, func(l *life) float64 { return -5.3 + 0.068*float64(l.age) + 0.10*l.over() + 0.2*l.smoker() }, 0.85,
		[]drug{{"316049", "1 tablet every morning"}, {"197361", "1 tablet daily"}, {"833036", "1 tablet twice daily"}, {"866414", "1 tablet daily"}}},
	{"diabetes", "E11.9", 25, func(l *life) float64 { return -5.3 + 0.038*float64(l.age) + 0.12*l.over() + 0.9*l.ill("hypertension") }, 0.9,
		[]drug{{"860975", "1 tablet with the evening meal"}, {"106892", "as instructed, twice daily"}}},
	{"hyperlipidemia", "E78.5", 25, func(l *life) float64 {
		return -4.4 + 0.048*float64(l.age) + 0.05*l.over() + 0.7*l.ill("hypertension") + 0.8*l.ill("diabetes")
	}, 0.8, []drug{{"312961", "1 tablet at bedtime"}, {"259255", "1 tablet daily"}}},
	{"heart", "I25.10", 40, func(l *life) float64 {
		return -8.2 + 0.06*float64(l.age) + 0.8*l.ill("hypertension") + 0.7*l.ill("diabetes") + 0.6*l.ill("hyperlipidemia") + 0.9*l.smoker()
	}, 0.95, []drug{{"243670", "1 tablet daily"}, {"309362", "1 tablet daily"}}},
	{"fibrillation", "I48.91", 50, func(l *life) float64 { return -9.5 + 0.085*float64(l.age) + 0.6*l.ill("heart") }, 0.85,
		[]drug{{"855332", "as instructed"}, {"197604", "1 tablet daily"}}},
	{"stroke", "I63.9", 50, func(l *life) float64 {
		return -8.8 + 0.06*float64(l.age) + 0.8*l.ill("hypertension") + 1.0*l.ill("fibrillation")
	}, 0.9,
		[]drug{{"309362", "1 tablet daily"}}},
	{"kidney", "N18.30", 40, func(l *life) float64 {
		return -7.4 + 0.05*float64(l.age) + 0.8*l.ill("hypertension") + 0.9*l.ill("diabetes")
	}, 0, nil},
	{"copd", "J44.9", 45, func(l *life) float64 { return -6.8 + 0.035*float64(l.age) + 2.6*l.smoker() }, 0.9, []drug{{"896209", "1 inhalation twice daily"}}},
	{"asthma", "J45.909", 3, func(l *life) float64 { return -2.7 - 0.008*float64(l.age) + 0.02*l.over() }, 0.9,
		[]drug{{"745679", "2 inhalations as needed"}, {"895994", "2 inhalations twice daily"}}},
	{"depression", "F33.9", 14, func(l *life) float64 { return -3.0 + 0.6*l.female() + 0.02*l.over() + 0.3*l.ill("diabetes") }, 0.7,
		[]drug{{"328670", "1 tablet daily"}, {"406022", "1 capsule daily"}}},
	{"anxiety", "F41.1", 12, func(l *life) float64 { return -3.3 + 0.5*l.female() + 1.3*l.ill("depression") }, 0.3, []drug{{"328670", "1 tablet daily"}}},
	{"thyroid", "E03.9", 20, func(l *life) float64 { return -5.0 + 0.02*float64(l.age) + 1.4*l.female() }, 0.95, []drug{{"966222", "1 tablet before breakfast"}}},
	{"reflux", "K21.9", 20, func(l *life) float64 { return -3.6 + 0.015*float64(l.age) + 0.04*l.over() }, 0, nil},
	{"migraine", "G43.909", 12, func(l *life) float64 { return -3.3 + 1.0*l.female() - 0.008*float64(l.age) }, 0.6, []drug{{"198014", "1 tablet at onset"}}},
	{"hayfever", "J30.2", 5, func(l *life) float64 { return -2.2 - 0.01*float64(l.age) + 1.2*l.ill("asthma") }, 0.6,
		[]drug{{"311372", "1 tablet daily in season"}, {"1014676", "1 tablet daily in season"}}},
	{"arthrosis", "M17.9", 45, func(l *life) float64 { return -6.0 + 0.06*float64(l.age) + 0.08*l.over() }, 0.5, []drug{{"198014", "1 tablet twice daily"}, {"313782", "2 tablets as needed"}}},
	{"osteoporosis", "M81.0", 55, func(l *life) float64 { return -9.2 + 0.08*float64(l.age) + 1.5*l.female() }, 0.6, []drug{{"904419", "1 tablet daily"}}},
	{"prostate", "N40.0", 50, func(l *life) float64 { return -6.0 + 0.07*float64(l.age) - 100*l.female() }, 0, nil},
	{"apnea", "G47.33", 25, func(l *life) float64 { return -4.8 + 0.015*float64(l.age) + 0.11*l.over() - 0.5*l.female() }, 0, nil},
	{"cancer", "C18.9", 45, func(l *life) float64 { return -8.2 + 0.05*float64(l.age) + 0.3*l.smoker() }, 0, nil},
	{"attention", "F90.9", 6, func(l *life) float64 { return -3.0 - 0.05*float64(l.age) - 0.5*l.female() }, 0.6, []drug{{"1091392", "1 tablet every morning"}}},
}

// passing are short illnesses of recent years.
var passing = []struct {
	code  string
	share float64 // a year
	days  int
	drug  string
}{
	{"J06.9", 0.22, 9, ""}, {"J20.9", 0.06, 14, "313782"}, {"J01.90", 0.06, 16, "562251"}, {"J02.9", 0.07, 8, "834061"}, {"N39.0", 0.04, 7, "311995"},
}

func (l *life) fallIll() {
	for _, i := range illnesses {
		if l.age < i.earliest || !l.happens(logistic(i.risk(l))) {
			continue
		}
		// Onset lies in the second half of the time since the illness could begin.
		years := float64(l.age-i.earliest) * 0.5 * l.Float64()
		l.has[i.name] = l.asOf.AddDate(0, 0, -int(years*365.25)-l.IntN(300)-1)
		if l.has[i.name].Before(l.born) {
			l.has[i.name] = l.born.AddDate(0, 0, 1)
		}
	}
}

func (l *life) conditions() []Condition {
	all := []Condition{}
	for _, i := range illnesses {
		if since, ill := l.has[i.name]; ill {
			condition := Condition{CodeSystem: icd10cm, Code: i.code, Onset: day(since), Status: "active"}
			if l.happens(0.4) {
				severity := []string{"mild", "moderate", "severe"}[l.weighted([]float64{5, 4, 1})]
				condition.Severity = &severity
			}
			all = append(all, condition)
		}
	}
	for _, p := range passing {
		onset := l.asOf.AddDate(0, 0, -l.between(p.days+1, 700))
		if !l.happens(p.share*2) || onset.Before(l.born) {
			continue
		}
		end := day(onset.AddDate(0, 0, p.days))
		all = append(all, Condition{CodeSystem: icd10cm, Code: p.code, Onset: day(onset), Abatement: &end, Status: "resolved"})
	}
	return all
}

func (l *life) medications() []Medication {
	all, taken := []Medication{}, map[string]bool{}
	for _, i := range illnesses {
		since, ill := l.has[i.name]
		if !ill || len(i.drugs) == 0 || !l.happens(i.treated) {
			continue
		}
		choice := pick(l.chance, i.drugs)
		if taken[choice.code] {
			continue
		}
		taken[choice.code] = true
		all = append(all, l.prescribe(choice, since))
	}
	return all
}

// prescribe starts a drug some weeks after onset; some patients stop taking it.
func (l *life) prescribe(d drug, since time.Time) Medication {
	start := since.AddDate(0, 0, l.IntN(60))
	if start.After(l.asOf) {
		start = l.asOf
	}
	m := Medication{CodeSystem: rxnorm, Code: d.code, Start: day(start), Status: "active", Dosage: d.dosage}
	if weeks := int(l.asOf.Sub(start).Hours() / 24 / 7); weeks > 8 && l.happens(0.12) {
		end := day(start.AddDate(0, 0, 7*l.between(4, weeks)))
		m.Status, m.End = "stopped", &end
	}
	return m
}
