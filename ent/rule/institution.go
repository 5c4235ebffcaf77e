package rule

import (
	"context"

	entgo "entgo.io/ent"
	"entgo.io/ent/dialect/sql"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/medicalinstitution"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/ent/privacy"
	"github.com/predicthealth/predicthealth/ent/viewer"
)

// Institution is the policy of medical institutions. Nobody but the program deletes one.
func Institution() entgo.Policy {
	return policy(reads[*ent.MedicalInstitutionQuery](institutions),
		updates[*ent.MedicalInstitutionMutation](institutionsManaged, institutionColumns),
		privacy.MedicalInstitutionMutationRuleFunc(registersInstitution))
}

// institutions: an institution is seen by itself, its patients, its doctors and staff who may read institutions.
func institutions(v viewer.Viewer) (predicate.MedicalInstitution, bool) {
	switch v.Kind {
	case viewer.Patient:
		return institutionIs(ofOwn(v, patient.FieldInstitutionID)), true
	case viewer.Doctor:
		return institutionIs(employerOf(v)), true
	case viewer.Institution:
		return medicalinstitution.ID(v.SubjectID), true
	default:
		return nil, v.Can("institutions:read")
	}
}

func institutionIs(id *sql.Selector) predicate.MedicalInstitution {
	return func(s *sql.Selector) { s.Where(sql.EQ(s.C(medicalinstitution.FieldID), id)) }
}

// institutionsManaged: an institution that is active is changed by itself, any by staff who may read and update
// institutions.
func institutionsManaged(v viewer.Viewer) (predicate.MedicalInstitution, bool) {
	switch v.Kind {
	case viewer.Patient, viewer.Doctor:
		return nil, false
	case viewer.Institution:
		return medicalinstitution.And(medicalinstitution.ID(v.SubjectID), medicalinstitution.Active(true)), true
	default:
		return nil, v.Can("institutions:read") && v.Can("institutions:update")
	}
}

// institutionColumns: an institution says where it is found; what was verified, and that it was, staff says.
var institutionColumns = columns{
	viewer.Institution: {medicalinstitution.FieldWebsite},
}

// registersInstitution lets staff who may create institutions do so.
func registersInstitution(ctx context.Context, m *ent.MedicalInstitutionMutation) error {
	v, known := viewer.FromContext(ctx)
	if m.Op().Is(ent.OpCreate) && known && v.Can("institutions:create") && columns(nil).allow(v, m) {
		return privacy.Allow
	}
	return privacy.Skip
}
