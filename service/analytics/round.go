package analytics

import (
	"cmp"
	"slices"

	"github.com/predicthealth/predicthealth/service/access"
)

// The reports that staff without patients:read may read, with their figures about patients rounded. Figures about doctors and
// institutions stay: they are professional data.

func roundOverview(rows []DashboardOverview, group access.Group) {
	for i := range rows {
		r := &rows[i]
		r.FullAccessPercentage = group.Part(r.FullAccessPercentage, r.PatientCount)
		r.PatientCount, r.ValidatedPatientCount = group.Count(r.PatientCount), group.Count(r.ValidatedPatientCount)
		r.AccountCount = group.Count(r.AccountCount)
	}
}

func roundDoctors(rows []DoctorPerformance, group access.Group) {
	for i := range rows {
		r := &rows[i]
		r.AveragePatientAge = group.Average(r.AveragePatientAge, r.PatientCount)
		r.PatientCount = group.Count(r.PatientCount)
	}
	slices.SortFunc(rows, func(a, b DoctorPerformance) int {
		return cmp.Or(-cmp.Compare(a.PatientCount, b.PatientCount), cmp.Compare(a.DoctorName, b.DoctorName), slices.Compare(a.DoctorID[:], b.DoctorID[:]))
	})
}

func roundPlaces(rows []PlaceShare, group access.Group) {
	for i := range rows {
		rows[i].PatientCount = group.Count(rows[i].PatientCount)
	}
	text := func(s *string) string {
		if s == nil {
			return "~" // after all codes, as in the statement
		}
		return *s
	}
	slices.SortFunc(rows, func(a, b PlaceShare) int {
		return cmp.Or(-cmp.Compare(a.PatientCount, b.PatientCount), cmp.Compare(text(a.Country), text(b.Country)),
			cmp.Compare(text(a.Region), text(b.Region)), cmp.Compare(a.InstitutionType, b.InstitutionType))
	})
}

func roundRegistrations(rows []RegistrationMonth, group access.Group) {
	for i := range rows {
		r := &rows[i]
		r.NewPatientCount = group.Count(r.NewPatientCount)
		for _, part := range []map[string]int{r.BySex, r.ByGender} {
			for code, patients := range part {
				part[code] = group.Count(patients)
			}
		}
	}
}

func roundMonths(rows []PatientMonth, group access.Group) {
	for i := range rows {
		r := &rows[i]
		r.AverageAgeAtRegistration = group.Average(r.AverageAgeAtRegistration, r.NewPatientCount)
		for _, n := range []*int{&r.NewPatientCount, &r.CumulativePatientCount, &r.PendingCount, &r.DoctorValidatedCount,
			&r.InstitutionValidatedCount, &r.FullAccessCount, &r.RejectedCount} {
			*n = group.Count(*n)
		}
	}
}

func roundValidation(rows []ValidationShare, group access.Group) {
	all := 0
	for _, r := range rows {
		all += r.PatientCount
	}
	for i := range rows {
		r := &rows[i]
		r.Percentage, r.PatientCount = group.Part(r.Percentage, all), group.Count(r.PatientCount)
	}
}
