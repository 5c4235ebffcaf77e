package rule

import (
	"context"
	"fmt"

	entgo "entgo.io/ent"
	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/doctor"
	"github.com/predicthealth/predicthealth/ent/email"
	"github.com/predicthealth/predicthealth/ent/medicalinstitution"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/ent/privacy"
	"github.com/predicthealth/predicthealth/ent/viewer"
)

// Email is the policy of email addresses.
func Email() entgo.Policy { return contacts[*ent.EmailQuery, *ent.EmailMutation]() }

// Phone is the policy of phone numbers.
func Phone() entgo.Policy { return contacts[*ent.PhoneQuery, *ent.PhoneMutation]() }

// Address is the policy of postal addresses.
func Address() entgo.Policy { return contacts[*ent.AddressQuery, *ent.AddressMutation]() }

// Identifier is the policy of identifiers.
func Identifier() entgo.Policy {
	return policy(reads[*ent.IdentifierQuery](owned[predicate.Identifier]))
}

// contacts is the policy of a kind of contact data. The owner can't mark a contact as verified, only others can; anyone who
// changes a contact may clear the mark.
func contacts[Q interface{ Where(...P) Q }, M contactMutation[P], P ~func(*sql.Selector)]() entgo.Policy {
	return policy(reads[Q](owned[P]),
		unlessSet(email.FieldVerifiedAt, addsContact[M]()),
		unlessSet(email.FieldVerifiedAt, updates[M](changeable[P], nil)),
		updates[M](vouchable[P], nil),
		deletes[M](changeable[P]),
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

// addsContact returns the mutation rule that lets viewers add contacts to owners whose contacts they may change. A new row
// has no predicate to narrow: the rule queries its owner first, in the same transaction.
func addsContact[M contactMutation[P], P ~func(*sql.Selector)]() privacy.MutationRule {
	return privacy.MutationRuleFunc(func(ctx context.Context, mutation ent.Mutation) error {
		m, expected := mutation.(M)
		v, known := viewer.FromContext(ctx)
		if !expected || !known || !mutation.Op().Is(ent.OpCreate) || !columns(nil).allow(v, mutation) {
			return privacy.Skip
		}
		kind, _ := m.Field(email.FieldEntityType)
		id, _ := m.EntityID()
		found, err := ownerInScope(ctx, m.Client().System(), v, fmt.Sprint(kind), id)
		if err != nil {
			return err
		}
		if !found {
			return privacy.Skip
		}
		return privacy.Allow
	})
}

// ownerInScope reports whether the viewer may change the contacts of a patient, doctor or institution.
func ownerInScope(ctx context.Context, client *ent.Client, v viewer.Viewer, kind string, id uuid.UUID) (bool, error) {
	switch kind {
	case "patient":
		if p, ok := patientsInCare(v); ok {
			return client.Patient.Query().Where(append(whileActive(v, p), patient.ID(id))...).Exist(ctx)
		}
	case "doctor":
		if p, ok := doctorsManaged(v); ok {
			return client.Doctor.Query().Where(append(whileActive(v, p), doctor.ID(id))...).Exist(ctx)
		}
	case "institution":
		if p, ok := institutionsManaged(v); ok {
			return client.MedicalInstitution.Query().Where(append(whileActive(v, p), medicalinstitution.ID(id))...).Exist(ctx)
		}
	}
	return false, nil
}

// owned is the scope of the contacts that a viewer sees: those of every owner whom the viewer sees, except that patients see
// only their own, and doctors not each other's: only doctors and their institution decide how to reach a doctor.
func owned[P ~func(*sql.Selector)](v viewer.Viewer) (P, bool) {
	switch v.Kind {
	case viewer.Patient:
		return sql.FieldEQ(patientID, v.SubjectID), true
	case viewer.Doctor:
		return sql.OrPredicates(ofPatientsOfInstitutionOf[P](v), sql.FieldEQ(doctorID, v.SubjectID)), true
	}
	return inScopes[P](v, patients, doctors, institutions)
}

// ofPatientsOfInstitutionOf is the scope of the rows that belong to patients of the institution at which a doctor practises.
// It looks up the patient of each row: with EXISTS beside an OR, PostgreSQL might first collect all patients of the institution.
func ofPatientsOfInstitutionOf[P ~func(*sql.Selector)](v viewer.Viewer) P {
	return func(s *sql.Selector) {
		p := sql.Table(patient.Table)
		institution := sql.Select(p.C(patient.FieldInstitutionID)).From(p).
			Where(sql.ColumnsEQ(p.C(patient.FieldID), s.C(patientID)))
		s.Where(sql.P(func(b *sql.Builder) {
			b.Wrap(func(b *sql.Builder) { b.Join(institution) }).WriteString(" = ").
				Wrap(func(b *sql.Builder) { b.Join(institutionOf(v)) })
		}))
	}
}

// changeable is the scope of the contacts that a viewer may change: patients and their doctor and institution change a
// patient's, doctors and their institution a doctor's, institutions their own, and staff those of owners whom they may
// read and update.
func changeable[P ~func(*sql.Selector)](v viewer.Viewer) (P, bool) {
	return inScopes[P](v, patientsInCare, doctorsManaged, institutionsManaged)
}

// vouchable is the scope of the contacts that a viewer may verify: those that the viewer may change, except the viewer's own.
func vouchable[P ~func(*sql.Selector)](v viewer.Viewer) (P, bool) {
	switch v.Kind {
	case viewer.Patient:
		return nil, false
	case viewer.Doctor:
		return inScopes[P](v, patientsInCare, none, none)
	case viewer.Institution:
		return inScopes[P](v, patientsInCare, doctorsManaged, none)
	default:
		return changeable[P](v)
	}
}

// inScopes is the scope of the rows that belong to owners in the given scopes.
func inScopes[P ~func(*sql.Selector)](
	v viewer.Viewer, patients scope[predicate.Patient], doctors scope[predicate.Doctor], institutions scope[predicate.MedicalInstitution],
) (P, bool) {
	var reached []P
	if p, ok := patients(v); ok {
		reached = append(reached, of[P](patientID, patient.Table, given(p)...))
	}
	if p, ok := doctors(v); ok {
		reached = append(reached, of[P](doctorID, doctor.Table, given(p)...))
	}
	if p, ok := institutions(v); ok {
		reached = append(reached, of[P](institutionID, medicalinstitution.Table, given(p)...))
	}
	return sql.OrPredicates(reached...), len(reached) > 0
}

// none is the scope that contains nothing.
func none[P ~func(*sql.Selector)](viewer.Viewer) (P, bool) { return nil, false }
