package fhir

import (
	"cmp"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
)

// maxDosage is the length of the column, in characters.
const maxDosage = 4000

// dosage is a FHIR Dosage: one step of how a medication is taken.
type dosage struct {
	Sequence                 int               `json:"sequence"`
	Text                     string            `json:"text"`
	Additional               []codeableConcept `json:"additionalInstruction"`
	PatientInstruction       string            `json:"patientInstruction"`
	Timing                   *timing           `json:"timing"`
	AsNeeded                 bool              `json:"asNeededBoolean"`
	AsNeededFor              *codeableConcept  `json:"asNeededCodeableConcept"`
	Site                     *codeableConcept  `json:"site"`
	Route                    *codeableConcept  `json:"route"`
	Method                   *codeableConcept  `json:"method"`
	DoseAndRate              []doseAndRate     `json:"doseAndRate"`
	MaxDosePerPeriod         *ratio            `json:"maxDosePerPeriod"`
	MaxDosePerAdministration *quantity         `json:"maxDosePerAdministration"`
	MaxDosePerLifetime       *quantity         `json:"maxDosePerLifetime"`
}

type doseAndRate struct {
	Type         *codeableConcept `json:"type"`
	DoseQuantity *quantity        `json:"doseQuantity"`
	DoseRange    *span            `json:"doseRange"`
	RateQuantity *quantity        `json:"rateQuantity"`
	RateRange    *span            `json:"rateRange"`
	RateRatio    *ratio           `json:"rateRatio"`
}

type timing struct {
	Event  []string         `json:"event"`
	Repeat *repeat          `json:"repeat"`
	Code   *codeableConcept `json:"code"`
}

type repeat struct {
	BoundsDuration *quantity   `json:"boundsDuration"`
	BoundsRange    *span       `json:"boundsRange"`
	BoundsPeriod   *period     `json:"boundsPeriod"`
	Count          int         `json:"count"`
	CountMax       int         `json:"countMax"`
	Duration       json.Number `json:"duration"`
	DurationMax    json.Number `json:"durationMax"`
	DurationUnit   string      `json:"durationUnit"`
	Frequency      int         `json:"frequency"`
	FrequencyMax   int         `json:"frequencyMax"`
	Period         json.Number `json:"period"`
	PeriodMax      json.Number `json:"periodMax"`
	PeriodUnit     string      `json:"periodUnit"`
	DayOfWeek      []string    `json:"dayOfWeek"`
	TimeOfDay      []string    `json:"timeOfDay"`
	When           []string    `json:"when"`
	Offset         int         `json:"offset"`
}

// dosageText says in words how a medication is taken; "" if the source doesn't. Steps that follow each other are joined by "then",
// others by "and", because a taper isn't a sum.
func dosageText(instructions []dosage) string {
	steps := slices.Clone(instructions)
	slices.SortStableFunc(steps, func(a, b dosage) int { return cmp.Compare(a.Sequence, b.Sequence) })
	var text strings.Builder
	last := 0
	for _, d := range steps {
		step := d.words()
		if step == "" {
			continue
		}
		if text.Len() > 0 {
			if d.Sequence > last {
				text.WriteString("; then ")
			} else {
				text.WriteString("; and ")
			}
		}
		text.WriteString(step)
		last = d.Sequence
	}
	return text.String()
}

// words are the step's text, and what its other elements say. Both are kept, because a text is often a summary: it leaves out the
// maximum, or what the medication is for. If the elements say no more than the text, they are left out.
func (d dosage) words() string {
	text, elements := trim(d.Text), d.elements()
	switch {
	case elements == "" || strings.Contains(plain(text), plain(elements)):
		return text
	case text == "":
		return elements
	}
	return text + " (" + elements + ")"
}

// plain is a text reduced to what makes it the same as another.
func plain(text string) string {
	return strings.ToLower(strings.Join(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ,;.", r) }), " "))
}

// elements are all elements of the step but its text, in words.
func (d dosage) elements() string {
	var w words
	for _, dose := range d.DoseAndRate {
		w.add("", dose.words())
	}
	w.add("", d.Timing.words())
	if d.AsNeededFor != nil {
		w.add("as needed for ", d.AsNeededFor.words())
	} else if d.AsNeeded {
		w.add("", "as needed")
	}
	w.add("", d.Method.words())
	w.add("", d.Route.words())
	w.add("site: ", d.Site.words())
	w.add("at most ", d.MaxDosePerPeriod.words())
	w.add("at most ", perTime(d.MaxDosePerAdministration.words(), "at a time"))
	w.add("at most ", perTime(d.MaxDosePerLifetime.words(), "in a lifetime"))
	for _, instruction := range d.Additional {
		w.add("", instruction.words())
	}
	w.add("", trim(d.PatientInstruction))
	return strings.Join(w, ", ")
}

func perTime(amount, per string) string {
	if amount == "" {
		return ""
	}
	return amount + " " + per
}

// words are parts of a sentence.
type words []string

// add adds a part, unless it is empty or already there.
func (w *words) add(before, text string) {
	if text != "" && !slices.Contains(*w, before+text) {
		*w = append(*w, before+text)
	}
}

func (d doseAndRate) words() string {
	var w words
	w.add("", d.DoseQuantity.words())
	w.add("", d.DoseRange.words())
	w.add("at ", d.RateQuantity.words())
	w.add("at ", d.RateRange.words())
	w.add("at ", d.RateRatio.words())
	dose := strings.Join(w, " ")
	if kind := d.Type.words(); dose != "" && !strings.EqualFold(kind, "ordered") && kind != "" {
		dose += " (" + strings.ToLower(kind) + ")"
	}
	return dose
}

func (t *timing) words() string {
	if t == nil {
		return ""
	}
	var w words
	w.add("", t.Code.words())
	w.add("", t.Repeat.words())
	for i, event := range t.Event {
		t.Event[i] = strings.Replace(event, "T", " ", 1)
	}
	w.add("at ", strings.Join(t.Event, " and "))
	return strings.Join(w, ", ")
}

func (r *repeat) words() string {
	if r == nil {
		return ""
	}
	var w words
	w.add("", r.frequency())
	w.add("on ", join(r.DayOfWeek, weekdays))
	w.add("at ", join(r.TimeOfDay, nil))
	w.add("", r.when())
	w.add("each time for ", numbers(r.Duration, r.DurationMax, r.DurationUnit))
	if r.Count > 0 {
		w.add("", countOf(r.Count, r.CountMax)+" in all")
	}
	w.add("for ", r.BoundsDuration.words())
	w.add("for ", r.BoundsRange.words())
	w.add("", r.BoundsPeriod.words())
	return strings.Join(w, ", ")
}

// frequency says "once every 4 to 6 hours". FHIR's default for a missing frequency is one.
func (r *repeat) frequency() string {
	every := numbers(r.Period, r.PeriodMax, r.PeriodUnit)
	if every == "" && r.Frequency == 0 && r.FrequencyMax == 0 {
		return ""
	}
	times := countOf(max(r.Frequency, 1), r.FrequencyMax)
	switch {
	case every == "":
		return times
	case r.Period == "1" && r.PeriodMax == "":
		return times + " a " + strings.TrimPrefix(every, "1 ")
	}
	return times + " every " + every
}

func countOf(least, most int) string {
	switch {
	case most > least:
		return strconv.Itoa(least) + " to " + strconv.Itoa(most) + " times"
	case least == 1:
		return "once"
	}
	return strconv.Itoa(least) + " times"
}

// numbers says "4 to 6 hours"; "" without a number.
func numbers(least, most json.Number, unit string) string {
	if least == "" {
		least, most = most, ""
	}
	if least == "" {
		return ""
	}
	if most == "" {
		most = least
	}
	amount := least.String()
	if most != least {
		amount += " to " + most.String()
	}
	if periods[unit] != "" {
		unit = counted(most, periods[unit])
	}
	return strings.TrimSpace(amount + " " + unit)
}

func (r *repeat) when() string {
	events := join(r.When, eventTimings)
	if events == "" || r.Offset == 0 {
		return events
	}
	return strconv.Itoa(r.Offset) + " minutes " + events
}

func join(codes []string, names map[string]string) string {
	texts := make([]string, len(codes))
	for i, code := range codes {
		texts[i] = firstText(names[code], code)
	}
	return strings.Join(texts, " and ")
}

// periods are the UCUM units of time that FHIR allows, weekdays and eventTimings FHIR's codes of these names.
var (
	periods  = map[string]string{"s": "second", "min": "minute", "h": "hour", "d": "day", "wk": "week", "mo": "month", "a": "year"}
	weekdays = map[string]string{
		"mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday", "sat": "Saturday", "sun": "Sunday",
	}
	eventTimings = map[string]string{
		"MORN": "in the morning", "MORN.early": "in the early morning", "MORN.late": "in the late morning", "NOON": "at noon",
		"AFT": "in the afternoon", "AFT.early": "in the early afternoon", "AFT.late": "in the late afternoon",
		"EVE": "in the evening", "EVE.early": "in the early evening", "EVE.late": "in the late evening", "NIGHT": "at night",
		"PHS": "after sleep", "HS": "before sleep", "WAKE": "after waking",
		"C": "with a meal", "CM": "with breakfast", "CD": "with lunch", "CV": "with dinner",
		"AC": "before a meal", "ACM": "before breakfast", "ACD": "before lunch", "ACV": "before dinner",
		"PC": "after a meal", "PCM": "after breakfast", "PCD": "after lunch", "PCV": "after dinner",
	}
)
