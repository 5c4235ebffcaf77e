package fhir

import (
	"encoding/json"
	"strings"
)

// words is a quantity as the source writes it, such as "<5 mg"; "" without a number.
func (q *quantity) words() string {
	if q == nil || q.Value == "" {
		return ""
	}
	return q.Comparator + strings.TrimSpace(q.Value.String()+" "+q.name())
}

// name is the unit in words.
func (q *quantity) name() string {
	name := firstText(q.Unit, q.Code)
	if periods[name] == "" {
		return name
	}
	return counted(q.Value, periods[name])
}

// counted is the singular or plural of a word.
func counted(n json.Number, word string) string {
	if n == "1" {
		return word
	}
	return word + "s"
}

// words says "5 to 10 mg", "at least 5 mg" or "up to 10 mg".
func (s *span) words() string {
	if s == nil {
		return ""
	}
	low, high := s.Low.words(), s.High.words()
	switch {
	case high == "" && low == "":
		return ""
	case high == "":
		return "at least " + low
	case low == "":
		return "up to " + high
	case s.Low.name() == s.High.name() || firstText(s.Low.Unit, s.Low.Code) == firstText(s.High.Unit, s.High.Code):
		low = s.Low.Comparator + s.Low.Value.String()
	}
	return low + " to " + high
}

// words says "3 g per day" or "100 mL per 2 hours".
func (r *ratio) words() string {
	if r == nil || r.Numerator.words() == "" {
		return ""
	}
	per := r.Denominator.words()
	if per == "" {
		return r.Numerator.words()
	}
	return r.Numerator.words() + " per " + strings.TrimPrefix(per, "1 ")
}

// words says "from 2020-01-01 to 2020-02-01".
func (p *period) words() string {
	if p == nil {
		return ""
	}
	var w words
	w.add("from ", trim(p.Start))
	w.add("to ", trim(p.End))
	return strings.Join(w, " ")
}
