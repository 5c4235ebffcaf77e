package rule

import (
	"context"
	"fmt"

	entgo "entgo.io/ent"
	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/address"
	"github.com/predicthealth/predicthealth/ent/doctor"
	"github.com/predicthealth/predicthealth/ent/email"
	"github.com/predicthealth/predicthealth/ent/identifier"
	"github.com/predicthealth/predicthealth/ent/medicalinstitution"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/phone"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/ent/privacy"
	"github.com/predicthealth/predicthealth/ent/viewer"
)

// Email is the policy of e-mail addresses.
func Email() entgo.Policy {
	return contacts[*ent.EmailQuery, *ent.EmailMutation](owned[predicate.Email]{
		email.HasPatientWith, email.HasDoctorWith, email.HasInstitutionWith, email.Or,
	})
}

// Phone is the policy of phone numbers.
func Phone() entgo.Policy {
	return contacts[*ent.PhoneQuery, *ent.PhoneMutation](owned[predicate.Phone]{
		phone.HasPatientWith, phone.HasDoctorWith, phone.HasInstitutionWith, phone.Or,
	})
}

// Address is the policy of postal addresses.
func Address() entgo.Policy {
	return contacts[*ent.AddressQuery, *ent.AddressMutation](owned[predicate.Address]{
		address.HasPatientWith, address.HasDoctorWith, address.HasInstitutionWith, address.Or,
	})
}

// Identifier is the policy of identifiers.
func Identifier() entgo.Policy {
	return policy(reads[*ent.IdentifierQuery](owned[predicate.Identifier]{
		identifier.HasPatientWith, identifier.HasDoctorWith, identifier.HasInstitutionWith, identifier.Or,
	}.scope))
}

// contacts is the policy of a kind of contact data. That a contact was verified others say than whose it is; that it no
// longer is, whoever changes it.
func contacts[Q interface{ Where(...P) Q }, M contactMutation[P], P ~func(*sql.Selector)](of owned[P]) entgo.Policy {
	return policy(reads[Q](of.scope),
		unlessSet(email.FieldVerifiedAt, addsContact[M]()),
		unlessSet(email.FieldVerifiedAt, updates[M](of.changeable, nil)),
		updates[M](of.vouchable, nil),
		deletes[M](of.changeable),
	)
}

// contactMutation is a mutation of a row that belongs to a patient, a doctor or an institution.
type contactMutation[P ~func(*sql.Selector)] interface {
	ent.Mutation
	Where(...P)
	EntityID() (uuid.UUID, bool)
	Client() *ent.Client
}

// unlessSet skips a rule for mutations that give a column a value.
func unlessSet(column string, rule privacy.MutationRule) privacy.MutationRule {
	return privacy.MutationRuleFunc(func(ctx context.Context, m ent.Mutation) error {
		if _, set := m.Field(column); set {
			return privacy.Skip
		}
		return rule.EvalMutation(ctx, m)
	})
}

// addsContact is the mutation rule that lets the viewer add contacts to those of whom they may change them. A new row has
// no predicate to narrow: the rule asks for its owner first, in the same transaction.
func addsContact[M contactMutation[P], P ~func(*sql.Selector)]() privacy.MutationRule {
	return privacy.MutationRuleFunc(func(ctx context.Context, mutation ent.Mutation) error {
		m, expected := mutation.(M)
		v, known := viewer.FromContext(ctx)
		if !expected || !known || !mutation.Op().Is(ent.OpCreate) || !columns(nil).allow(v, mutation) {
			return privacy.Skip
		}
		kind, _ := m.Field(email.FieldEntityType)
		id, _ := m.EntityID()
		found, err := ownerInScope(viewer.SystemContext(ctx), m.Client(), v, fmt.Sprint(kind), id)
		if err != nil {
			return err
		}
		if !found {
			return privacy.Skip
		}
		return privacy.Allow
	})
}

// ownerInScope says whether the viewer may change the contacts of a patient, doctor or institution.
func ownerInScope(ctx context.Context, client *ent.Client, v viewer.Viewer, kind string, id uuid.UUID) (bool, error) {
	switch kind {
	case "patient":
		if p, ok := patientsInCare(v); ok {
			return client.Patient.Query().Where(append(given(p), patient.ID(id))...).Exist(ctx)
		}
	case "doctor":
		if p, ok := doctorsManaged(v); ok {
			return client.Doctor.Query().Where(append(given(p), doctor.ID(id))...).Exist(ctx)
		}
	case "institution":
		if p, ok := institutionsManaged(v); ok {
			return client.MedicalInstitution.Query().Where(append(given(p), medicalinstitution.ID(id))...).Exist(ctx)
		}
	}
	return false, nil
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
	switch v.Kind {
	case viewer.Patient:
		return o.ofPatient(patient.ID(v.SubjectID)), true
	case viewer.Doctor:
		return o.or(ofPatientsOfInstitutionOf[P](v), o.ofDoctor(doctor.ID(v.SubjectID))), true
	}
	return o.inScopes(v, patients, doctors, institutions)
}

// ofPatientsOfInstitutionOf: what belongs to patients of the institution at which a doctor practises. It looks up the one
// patient of a row: of EXISTS beside an OR, PostgreSQL might collect all patients of the institution first.
func ofPatientsOfInstitutionOf[P ~func(*sql.Selector)](v viewer.Viewer) P {
	return func(s *sql.Selector) {
		p := sql.Table(patient.Table)
		institution := sql.Select(p.C(patient.FieldInstitutionID)).From(p).
			Where(sql.ColumnsEQ(p.C(patient.FieldID), s.C(email.FieldPatientID)))
		s.Where(sql.P(func(b *sql.Builder) {
			b.Wrap(func(b *sql.Builder) { b.Join(institution) }).WriteString(" = ").
				Wrap(func(b *sql.Builder) { b.Join(institutionOf(v)) })
		}))
	}
}

// changeable: changed by who may change the owner: patients by themselves, their doctor and institution, doctors by
// themselves and their institution, institutions by themselves, and all by staff who may read and update the owner.
func (o owned[P]) changeable(v viewer.Viewer) (P, bool) {
	return o.inScopes(v, patientsInCare, doctorsManaged, institutionsManaged)
}

// vouchable: of those who may change it, verified by all but whose it is.
func (o owned[P]) vouchable(v viewer.Viewer) (P, bool) {
	switch v.Kind {
	case viewer.Patient:
		return nil, false
	case viewer.Doctor:
		return o.inScopes(v, patientsInCare, none, none)
	case viewer.Institution:
		return o.inScopes(v, patientsInCare, doctorsManaged, none)
	default:
		return o.changeable(v)
	}
}

// inScopes: what belongs to whom the scopes reach.
func (o owned[P]) inScopes(
	v viewer.Viewer, patients scope[predicate.Patient], doctors scope[predicate.Doctor], institutions scope[predicate.MedicalInstitution],
) (P, bool) {
	var reached []P
	if p, ok := patients(v); ok {
		reached = append(reached, o.ofPatient(given(p)...))
	}
	if p, ok := doctors(v); ok {
		reached = append(reached, o.ofDoctor(given(p)...))
	}
	if p, ok := institutions(v); ok {
		reached = append(reached, o.ofInstitution(given(p)...))
	}
	return o.or(reached...), len(reached) > 0
}

// none is the scope that reaches nothing.
func none[P ~func(*sql.Selector)](viewer.Viewer) (P, bool) { return nil, false }
