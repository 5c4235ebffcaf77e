package rule

import (
	entgo "entgo.io/ent"
	"entgo.io/ent/dialect/sql"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/address"
	"github.com/predicthealth/predicthealth/ent/doctor"
	"github.com/predicthealth/predicthealth/ent/email"
	"github.com/predicthealth/predicthealth/ent/identifier"
	"github.com/predicthealth/predicthealth/ent/phone"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/ent/viewer"
)

// Email is the policy of e-mail addresses.
func Email() entgo.Policy {
	return policy(reads[*ent.EmailQuery](owned[predicate.Email]{
		email.HasPatientWith, email.HasDoctorWith, email.HasInstitutionWith, email.Or,
	}.scope))
}

// Phone is the policy of phone numbers.
func Phone() entgo.Policy {
	return policy(reads[*ent.PhoneQuery](owned[predicate.Phone]{
		phone.HasPatientWith, phone.HasDoctorWith, phone.HasInstitutionWith, phone.Or,
	}.scope))
}

// Address is the policy of postal addresses.
func Address() entgo.Policy {
	return policy(reads[*ent.AddressQuery](owned[predicate.Address]{
		address.HasPatientWith, address.HasDoctorWith, address.HasInstitutionWith, address.Or,
	}.scope))
}

// Identifier is the policy of identifiers.
func Identifier() entgo.Policy {
	return policy(reads[*ent.IdentifierQuery](owned[predicate.Identifier]{
		identifier.HasPatientWith, identifier.HasDoctorWith, identifier.HasInstitutionWith, identifier.Or,
	}.scope))
}

// owned are the predicates of what belongs to a patient, a doctor or an institution.
type owned[P ~func(*sql.Selector)] struct {
	ofPatient     func(...predicate.Patient) P
	ofDoctor      func(...predicate.Doctor) P
	ofInstitution func(...predicate.MedicalInstitution) P
	or            func(...P) P
}

// scope: seen by who sees the owner, except that patients see only their own and doctors not each other's: how to reach
// a doctor is the doctor's to say, and the institution's.
func (o owned[P]) scope(v viewer.Viewer) (P, bool) {
	var seen []P
	if p, ok := patients(v); ok {
		seen = append(seen, o.ofPatient(given(p)...))
	}
	if v.Kind == viewer.Patient {
		return seen[0], true
	}
	if v.Kind == viewer.Doctor {
		return o.or(append(seen, o.ofDoctor(doctor.ID(v.SubjectID)))...), true
	}
	if p, ok := doctors(v); ok {
		seen = append(seen, o.ofDoctor(given(p)...))
	}
	if p, ok := institutions(v); ok {
		seen = append(seen, o.ofInstitution(given(p)...))
	}
	return o.or(seen...), len(seen) > 0
}
