package rule

import (
	"entgo.io/ent/dialect/sql"

	"github.com/predicthealth/predicthealth/ent/doctor"
	"github.com/predicthealth/predicthealth/ent/medicalinstitution"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/ent/viewer"
)

// Active returns the predicate of the viewer's account while the viewer may change anything: see whileActive.
func Active(v viewer.Viewer) []predicate.User { return whileActive[predicate.User](v, nil) }

// whileActive adds to a scope that the viewer's own party is active: a patient or an institution that isn't deactivated, or a
// doctor who practises at one. Others may read what they see, and change nothing.
func whileActive[P ~func(*sql.Selector)](v viewer.Viewer, scope P) []P {
	party := activeParty(v)
	if party == nil {
		return given(scope)
	}
	return append(given(scope), func(s *sql.Selector) { s.Where(sql.Exists(party)) })
}

// activeParty selects the patient, doctor or institution that the viewer's account belongs to, or no row if it isn't active;
// nil for others.
func activeParty(v viewer.Viewer) *sql.Selector {
	p, d, i := sql.Table(patient.Table), sql.Table(doctor.Table), sql.Table(medicalinstitution.Table)
	switch v.Kind {
	case viewer.Patient:
		return sql.Select(p.C(patient.FieldID)).From(p).
			Where(sql.And(sql.EQ(p.C(patient.FieldID), v.SubjectID), sql.EQ(p.C(patient.FieldActive), true)))
	case viewer.Doctor:
		return sql.Select(d.C(doctor.FieldID)).From(d).
			Join(i).On(i.C(medicalinstitution.FieldID), d.C(doctor.FieldInstitutionID)).
			Where(sql.And(
				sql.EQ(d.C(doctor.FieldID), v.SubjectID), sql.EQ(d.C(doctor.FieldStatus), doctor.StatusActive),
				sql.EQ(i.C(medicalinstitution.FieldActive), true),
			))
	case viewer.Institution:
		return sql.Select(i.C(medicalinstitution.FieldID)).From(i).Where(sql.And(
			sql.EQ(i.C(medicalinstitution.FieldID), v.SubjectID), sql.EQ(i.C(medicalinstitution.FieldActive), true),
		))
	}
	return nil
}
