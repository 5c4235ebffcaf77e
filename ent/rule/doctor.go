package rule

import (
	"context"
	"slices"

	entgo "entgo.io/ent"
	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/doctor"
	"github.com/predicthealth/predicthealth/ent/medicalinstitution"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/ent/privacy"
	"github.com/predicthealth/predicthealth/ent/viewer"
)

// Doctor is the policy of doctors. Only the program moves a doctor to another institution or deletes one.
func Doctor() entgo.Policy {
	return policy(reads[*ent.DoctorQuery](doctors), privacy.DoctorMutationRuleFunc(staffLetPractise), privacy.DoctorMutationRuleFunc(staffKnowWhoItIs),
		updates[*ent.DoctorMutation](doctorsManaged, doctorColumns), privacy.DoctorMutationRuleFunc(registersDoctor))
}

// doctors: a doctor is visible to themselves, to the colleagues who share their patients, to their patients, to their
// institution and to staff who may read doctors.
func doctors(v viewer.Viewer) (predicate.Doctor, bool) {
	switch v.Kind {
	case viewer.Patient:
		return func(s *sql.Selector) { s.Where(sql.EQ(s.C(doctor.FieldID), ofOwn(v, patient.FieldDoctorID))) }, true
	case viewer.Doctor:
		return colleagues(v), true
	case viewer.Institution:
		return doctor.InstitutionID(v.SubjectID), true
	default:
		return nil, v.Can("doctors:read")
	}
}

// colleagues are the doctors of a doctor's institution; doctors who don't practise see only themselves. It compares with a
// scalar, so that an index on institution_id gives the page in order.
func colleagues(v viewer.Viewer) predicate.Doctor {
	return func(s *sql.Selector) {
		s.Where(sql.And(
			sql.EQ(s.C(doctor.FieldInstitutionID), employerOf(v)),
			sql.Or(sql.EQ(s.C(doctor.FieldID), v.SubjectID), sql.Exists(institutionOf(v))),
		))
	}
}

func doctorsManaged(v viewer.Viewer) (predicate.Doctor, bool) {
	return holding[predicate.Doctor](managedDoctor(v))
}

// managedDoctor: practising doctors may change themselves; their institution, and staff who may read and update doctors,
// may change any doctor.
func managedDoctor(v viewer.Viewer) (values, bool) {
	switch v.Kind {
	case viewer.Patient:
		return nil, false
	case viewer.Doctor:
		return values{doctor.FieldID: v.SubjectID, doctor.FieldStatus: doctor.StatusActive}, true
	case viewer.Institution:
		return values{doctor.FieldInstitutionID: v.SubjectID}, true
	default:
		return nil, v.Can("doctors:read") && v.Can("doctors:update")
	}
}

// DoctorColumns returns the columns of a doctor that the viewer may set; none if the viewer may not change the doctor.
func DoctorColumns(v viewer.Viewer, id, institutionID uuid.UUID, status doctor.Status) []string {
	want, ok := managedDoctor(v)
	if !ok || !want.in(values{doctor.FieldID: id, doctor.FieldInstitutionID: institutionID, doctor.FieldStatus: status}) {
		return nil
	}
	of := doctorColumns.of(v)
	if v.Kind == viewer.Institution && status == doctor.StatusActive {
		of = slices.DeleteFunc(slices.Clone(of), func(column string) bool { return slices.Contains(identity, column) })
	}
	return of
}

var (
	// presentation is what doctors say about their own practice; their institution vouches for the rest.
	presentation = []string{doctor.FieldGenderID, doctor.FieldYearsExperience, doctor.FieldConsultationFee}

	// identity is what staff have made sure of before they let a doctor practise.
	identity = []string{doctor.FieldFirstName, doctor.FieldLastName, doctor.FieldLicenceNumber}

	employment    = slices.Concat(identity, []string{doctor.FieldSpecialtyID, doctor.FieldSexID, doctor.FieldStatus}, presentation)
	doctorColumns = columns{
		viewer.Doctor:         presentation,
		viewer.Institution:    employment,
		viewer.CMSUser:        employment,
		viewer.ServiceAccount: employment,
	}
)

// staffLetPractise keeps institutions from making a doctor active: they could gain a doctor's rights through somebody whom they
// have made up.
func staffLetPractise(ctx context.Context, m *ent.DoctorMutation) error {
	v, _ := viewer.FromContext(ctx)
	if status, set := m.Status(); set && status == doctor.StatusActive && v.Kind == viewer.Institution {
		return privacy.Deny
	}
	return privacy.Skip
}

// staffKnowWhoItIs keeps institutions from making an active doctor somebody else: staff have let this one practise. It narrows a
// change to doctors who wait for staff.
func staffKnowWhoItIs(ctx context.Context, m *ent.DoctorMutation) error {
	v, _ := viewer.FromContext(ctx)
	if v.Kind == viewer.Institution && m.Op().Is(ent.OpUpdate|ent.OpUpdateOne) &&
		slices.ContainsFunc(m.Fields(), func(column string) bool { return slices.Contains(identity, column) }) {
		m.Where(doctor.StatusNEQ(doctor.StatusActive))
	}
	return privacy.Skip
}

// registersDoctor lets active institutions register their own doctors, and staff who may create doctors register any.
func registersDoctor(ctx context.Context, m *ent.DoctorMutation) error {
	v, known := viewer.FromContext(ctx)
	institution, named := m.InstitutionID()
	own := v.Kind == viewer.Institution && institution == v.SubjectID
	if !m.Op().Is(ent.OpCreate) || !known || !named || !own && !v.Can("doctors:create") || !columns(nil).allow(v, m) {
		return privacy.Skip
	}
	employs, err := m.Client().System().MedicalInstitution.Query().
		Where(whileActive(v, medicalinstitution.ID(institution))...).Exist(ctx)
	if err != nil {
		return err
	}
	if !employs {
		return privacy.Skip
	}
	return privacy.Allow
}

// employerOf selects the institution of a doctor, even of one who doesn't practise.
func employerOf(v viewer.Viewer) *sql.Selector {
	d := sql.Table(doctor.Table)
	return sql.Select(d.C(doctor.FieldInstitutionID)).From(d).Where(sql.EQ(d.C(doctor.FieldID), v.SubjectID))
}

// institutionOf selects the institution of a practising doctor. For one who is suspended or retired it selects no row, and
// nothing equals that.
func institutionOf(v viewer.Viewer) *sql.Selector {
	d := sql.Table(doctor.Table)
	return sql.Select(d.C(doctor.FieldInstitutionID)).From(d).Where(sql.And(
		sql.EQ(d.C(doctor.FieldID), v.SubjectID), sql.EQ(d.C(doctor.FieldStatus), doctor.StatusActive),
	))
}
