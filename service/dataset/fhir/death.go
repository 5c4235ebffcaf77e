package fhir

import "github.com/predicthealth/predicthealth/internal/valueset"

// Death is what is known of a patient's death. Without a date, it is only known that the patient is dead.
type Death struct {
	Deceased bool `json:"deceased"`
	// DeceasedDate is the day where the patient died, as far as it is known.
	DeceasedDate          *string            `json:"deceased_date"`
	DeceasedDatePrecision valueset.Precision `json:"deceased_date_precision"`
	// DeceasedAt is the instant, in RFC 3339; nil if the source knows no time.
	DeceasedAt *string `json:"deceased_at"`
}

// death reads deceased[x].
func (p *patient) death() (Death, error) {
	death := Death{Deceased: p.DeceasedBoolean != nil && *p.DeceasedBoolean, DeceasedDatePrecision: valueset.PrecisionDay}
	if p.DeceasedDateTime == "" {
		return death, nil
	}
	day, err := parseDateTime("deceasedDateTime", p.DeceasedDateTime)
	if err != nil {
		return death, err
	}
	death = Death{Deceased: true, DeceasedDate: &day.Day, DeceasedDatePrecision: day.Precision}
	if len(trim(p.DeceasedDateTime)) > len(day.Day) {
		at, err := parseInstant("deceasedDateTime", trim(p.DeceasedDateTime))
		if err != nil {
			return death, err
		}
		death.DeceasedAt = &at
	}
	return death, nil
}
