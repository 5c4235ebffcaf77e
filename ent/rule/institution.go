package rule

import (
	"context"

	entgo "entgo.io/ent"
	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/medicalinstitution"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/ent/privacy"
	"github.com/predicthealth/predicthealth/ent/viewer"
)

// Institution is the policy of medical institutions. Only the program deletes one.
func Institution() entgo.Policy {
	return policy(reads[*ent.MedicalInstitutionQuery](institutions),
		updates[*ent.MedicalInstitutionMutation](institutionsManaged, institutionColumns),
		privacy.MedicalInstitutionMutationRuleFunc(registersInstitution))
}

// institutions: an institution is visible to itself, its patients, its doctors and staff who may read institutions.
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

func institutionsManaged(v viewer.Viewer) (predicate.MedicalInstitution, bool) {
	return holding[predicate.MedicalInstitution](managedInstitution(v))
}

// managedInstitution: an active institution may change itself; staff who may read and update institutions may change any.
func managedInstitution(v viewer.Viewer) (values, bool) {
	switch v.Kind {
	case viewer.Patient, viewer.Doctor:
		return nil, false
	case viewer.Institution:
		return values{medicalinstitution.FieldID: v.SubjectID, medicalinstitution.FieldActive: true}, true
	default:
		return nil, v.Can("institutions:read") && v.Can("institutions:update")
	}
}

// InstitutionColumns returns the columns of an institution that the viewer may set; none if the viewer may not change it.
func InstitutionColumns(v viewer.Viewer, id uuid.UUID, active bool) []string {
	want, ok := managedInstitution(v)
	if !ok || !want.in(values{medicalinstitution.FieldID: id, medicalinstitution.FieldActive: active}) {
		return nil
	}
	return institutionColumns.of(v)
}

var (
	vouched = []string{
		medicalinstitution.FieldInstitutionTypeID, medicalinstitution.FieldName, medicalinstitution.FieldLicenceNumber,
		medicalinstitution.FieldWebsite, medicalinstitution.FieldVerified, medicalinstitution.FieldActive,
	}
	// institutionColumns: an institution says where it is on the web; staff set the rest and verify it.
	institutionColumns = columns{
		viewer.Institution:    {medicalinstitution.FieldWebsite},
		viewer.CMSUser:        vouched,
		viewer.ServiceAccount: vouched,
	}
)

// registersInstitution lets staff who may create institutions do so.
func registersInstitution(ctx context.Context, m *ent.MedicalInstitutionMutation) error {
	v, known := viewer.FromContext(ctx)
	if m.Op().Is(ent.OpCreate) && known && v.Can("institutions:create") && columns(nil).allow(v, m) {
		return privacy.Allow
	}
	return privacy.Skip
}
