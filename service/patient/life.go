package patient

import (
	"time"

	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/resource"
)

// settleDeath sets what follows from what a change says of a death: a time has a date, who died on a date is dead, and the living
// have neither.
func settleDeath(e *resource.Edit[Patient]) {
	death := &e.After.Death
	dated, timed := e.Sets("deceased_date"), e.Sets("deceased_at")
	if timed && !dated {
		death.DeceasedDate, death.DeceasedDatePrecision = dayOf(*death.DeceasedAt), valueset.PrecisionDay
	}
	undone := e.Name("deceased_at") && !timed && e.Before.DeceasedAt != nil && !e.Name("deceased_date") && !e.Name("deceased")
	switch {
	case e.Name("deceased") && !death.Deceased:
		e.Refuse(dated || timed, "/deceased", "invalid", "The living have no date of death.")
		*death = Death{DeceasedDatePrecision: valueset.PrecisionDay}
	case undone:
		*death = Death{DeceasedDatePrecision: valueset.PrecisionDay}
	case e.Name("deceased_date") && !dated:
		e.Refuse(timed, "/deceased_date", "required", "A time of death requires a date.")
		death.DeceasedDate, death.DeceasedDatePrecision, death.DeceasedAt = nil, valueset.PrecisionDay, nil
	case dated && !timed && !death.timely():
		death.DeceasedAt = nil // the time of another date
	}
	if death.DeceasedDate != nil {
		death.Deceased = true
	}
}

// dayOf returns the calendar day of an instant in its own time zone.
func dayOf(at time.Time) *resource.Date {
	year, month, day := at.Date()
	return &resource.Date{Time: time.Date(year, month, day, 0, 0, 0, 0, time.UTC)}
}

// timely says whether the time of death can be on its date, in some time zone.
func (d Death) timely() bool {
	if d.DeceasedAt == nil {
		return true
	}
	if d.DeceasedDate == nil || d.DeceasedDatePrecision != valueset.PrecisionDay {
		return false
	}
	apart := dayOf(d.DeceasedAt.UTC()).Sub(d.DeceasedDate.Time)
	return apart >= -24*time.Hour && apart <= 24*time.Hour
}

// checkLife checks birth and death when one of them changes.
func checkLife(e *resource.Edit[Patient]) {
	born, death := e.After.DateOfBirth, e.After.Death
	if born.IsZero() || e.After.DateOfBirth == e.Before.DateOfBirth && death == e.Before.Death && !e.Name("date_of_birth_precision") {
		return
	}
	e.After.checkBirth(&e.Checks, death.Deceased)
	checkPeriod(&e.Checks, "/deceased_date", death.DeceasedDate, death.DeceasedDatePrecision)
	if death.DeceasedAt != nil {
		e.Refuse(death.DeceasedAt.After(time.Now()), "/deceased_at", "in_future", "The time of death is in the future.")
		e.Refuse(!death.timely(), "/deceased_at", "invalid", "The time of death is not on the date of death.")
	}
	if death.DeceasedDate == nil {
		return
	}
	pointer := "/deceased_date"
	if e.Name("deceased_at") && !e.Name("deceased_date") {
		pointer = "/deceased_at"
	}
	future := death.DeceasedDate.After(service.LatestToday())
	e.Refuse(future && pointer == "/deceased_date", pointer, "in_future", "The date of death is in the future.")
	e.Refuse(death.DeceasedDatePrecision.End(death.DeceasedDate.Time).Before(born.Time), pointer, "before_birth", "The death is before the patient's birth.")
	e.Refuse(!future && !death.DeceasedDate.Before(e.After.oldest()), pointer, "out_of_range", "A patient can have lived at most 120 years.")
}

// checkBirth checks the date of birth of a patient, who may be dead.
func (p *Person) checkBirth(c *service.Checks, deceased bool) {
	checkPeriod(c, "/date_of_birth", &p.DateOfBirth, p.DateOfBirthPrecision)
	c.Refuse(p.DateOfBirth.After(service.LatestToday()), "/date_of_birth", "in_future", "The date of birth is in the future.")
	c.Refuse(!deceased && !p.oldest().After(service.Today()), "/date_of_birth", "out_of_range", "A living patient can be at most 120 years old.")
}

// oldest is the first day on which the person would be too old, whenever in the period of the birth it was.
func (p *Person) oldest() time.Time {
	return p.DateOfBirthPrecision.End(p.DateOfBirth.Time).AddDate(maxAge+1, 0, 0)
}

// checkPeriod refuses a date that isn't the first day of the month or year that it stands for.
func checkPeriod(c *service.Checks, pointer string, day *resource.Date, precision valueset.Precision) {
	if day == nil {
		return
	}
	middle := precision == valueset.PrecisionMonth && day.Day() > 1 || precision == valueset.PrecisionYear && day.YearDay() > 1
	c.Refuse(middle, pointer, "invalid", "This must be the first day of the month or year.")
}
