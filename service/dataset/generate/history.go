package generate

// Allergy is an allergy of a patient, or the statement that none is known, by its SNOMED CT or RxNorm code.
type Allergy struct {
	CodeSystem string  `json:"code_system"`
	Code       string  `json:"code"`
	Recorded   string  `json:"recorded_date"`
	Reaction   *string `json:"reaction"` // SNOMED CT code
	Severity   *string `json:"severity"`
}

// FamilyMember is an illness of a relative, by its ICD-10-CM code.
type FamilyMember struct {
	CodeSystem string `json:"code_system"`
	Code       string `json:"code"`
	Relative   string `json:"relative"`
	AgeAtOnset *int   `json:"age_at_onset"`
}

// noKnownAllergy is the code for the statement that no allergy is known.
const noKnownAllergy = "716186003"

// allergens are the allergies with their usual reactions.
var allergens = []struct {
	system, code string
	weight       float64
	reactions    []string
}{
	{snomed, "418689008", 20, []string{"267101005", "76067001", "878820003"}}, // grass pollen
	{snomed, "419263009", 14, []string{"267101005", "76067001"}},              // tree pollen
	{snomed, "232350006", 14, []string{"76067001", "56018004"}},               // house dust mite
	{snomed, "232347008", 10, []string{"76067001", "56018004"}},               // dander
	{rxnorm, "7984", 14, []string{"271807003", "39579001"}},                   // penicillin V
	{rxnorm, "1191", 6, []string{"56018004", "402387002"}},                    // aspirin
	{rxnorm, "5640", 5, []string{"271807003"}},                                // ibuprofen
	{snomed, "91935009", 7, []string{"39579001", "402387002", "418290006"}},   // peanuts
	{snomed, "300913006", 6, []string{"39579001", "300359004"}},               // shellfish
	{snomed, "91930004", 4, []string{"271807003", "62315008"}},                // eggs
	{snomed, "300916003", 3, []string{"418290006"}},                           // latex
	{snomed, "424213003", 3, []string{"39579001"}},                            // bee venom
}

func (l *life) allergies() []Allergy {
	probability := 0.13 + 0.5*l.ill("hayfever") + 0.2*l.ill("asthma")
	recorded := func() string { return day(l.asOf.AddDate(0, 0, -l.IntN(int(l.asOf.Sub(l.born).Hours()/24)+1))) }
	switch {
	case !l.happens(probability) && l.happens(0.35):
		return []Allergy{{CodeSystem: snomed, Code: noKnownAllergy, Recorded: recorded()}}
	case !l.happens(probability):
		return []Allergy{}
	}
	weights := make([]float64, len(allergens))
	for i, a := range allergens {
		weights[i] = a.weight
	}
	all := []Allergy{}
	for range 1 + l.weighted([]float64{80, 15, 5}) {
		i := l.weighted(weights)
		weights[i] = 0
		reaction := pick(l.chance, allergens[i].reactions)
		severity := []string{"mild", "moderate", "severe"}[l.weighted([]float64{6, 3, 1})]
		all = append(all, Allergy{CodeSystem: allergens[i].system, Code: allergens[i].code, Recorded: recorded(),
			Reaction: &reaction, Severity: &severity})
	}
	return all
}

// runsInFamilies are illnesses of relatives, and how likely they are; those that the patient has are more likely.
var runsInFamilies = []struct {
	name, code string
	share      float64
}{
	{"hypertension", "I10", 0.16}, {"diabetes", "E11.9", 0.12}, {"heart", "I25.10", 0.09}, {"hyperlipidemia", "E78.5", 0.07},
	{"stroke", "I63.9", 0.05}, {"cancer", "C18.9", 0.04}, {"asthma", "J45.909", 0.05},
}

func (l *life) familyHistory() []FamilyMember {
	all := []FamilyMember{}
	for _, i := range runsInFamilies {
		share := 0.7 * i.share * (1 + 1.5*l.ill(i.name))
		for _, relative := range []string{"mother", "father", "maternal_grandmother", "paternal_grandfather", "sister", "brother"} {
			if relative == "maternal_grandmother" {
				share /= 4 // fewer patients know about more distant relatives
			}
			if !l.happens(share) {
				continue
			}
			member := FamilyMember{CodeSystem: icd10cm, Code: i.code, Relative: relative}
			if l.happens(0.6) {
				age := int(l.normal(55, 11, 5, 90))
				member.AgeAtOnset = &age
			}
			all = append(all, member)
		}
	}
	return all
}
