package rule

import (
	"context"
	"slices"
	"strings"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/ent/privacy"
	"github.com/predicthealth/predicthealth/ent/viewer"
)

// columns are the columns that each kind of viewer may set; a kind that isn't in it may set all.
type columns map[viewer.Kind][]string

// updates returns the mutation rule that narrows an update to the rows that the viewer may change while active, and lets the
// viewer set only the allowed columns.
func updates[M interface{ Where(...P) }, P ~func(*sql.Selector)](changeable scope[P], only columns) privacy.MutationRule {
	return narrowed[M](ent.OpUpdate|ent.OpUpdateOne, changeable, only)
}

// deletes returns the mutation rule that narrows a deletion to the rows that the viewer may change while active.
func deletes[M interface{ Where(...P) }, P ~func(*sql.Selector)](changeable scope[P]) privacy.MutationRule {
	return narrowed[M](ent.OpDelete|ent.OpDeleteOne, changeable, nil)
}

func narrowed[M interface{ Where(...P) }, P ~func(*sql.Selector)](op ent.Op, changeable scope[P], only columns) privacy.MutationRule {
	return privacy.MutationRuleFunc(func(ctx context.Context, mutation ent.Mutation) error {
		m, expected := mutation.(M)
		v, known := viewer.FromContext(ctx)
		if !expected || !known || !mutation.Op().Is(op) || !only.allow(v, mutation) {
			return privacy.Skip
		}
		predicate, ok := changeable(v)
		if !ok {
			return privacy.Skip
		}
		m.Where(whileActive(v, predicate)...)
		return privacy.Allow
	})
}

// ofPatient is a mutation of a row that belongs to a patient.
type ofPatient interface {
	PatientID() (uuid.UUID, bool)
	Client() *ent.Client
}

// creates returns the mutation rule that lets the viewer add rows to the record of a patient that the viewer may change while
// active. A new row has no predicate to narrow: the rule queries the patient first, in the same transaction.
func creates[M ofPatient](changeable scope[predicate.Patient], only columns) privacy.MutationRule {
	return privacy.MutationRuleFunc(func(ctx context.Context, mutation ent.Mutation) error {
		m, expected := mutation.(M)
		v, known := viewer.FromContext(ctx)
		if !expected || !known || !mutation.Op().Is(ent.OpCreate) || !only.allow(v, mutation) {
			return privacy.Skip
		}
		id, named := m.PatientID()
		scope, ok := changeable(v)
		if !named || !ok {
			return privacy.Skip
		}
		found, err := m.Client().System().Patient.Query().Where(append(whileActive(v, scope), patient.ID(id))...).Exist(ctx)
		if err != nil {
			return err
		}
		if !found {
			return privacy.Skip
		}
		return privacy.Allow
	})
}

// allow reports whether the mutation sets only columns that the viewer may set. It refuses setting rows of a neighbour
// through an edge, which would bypass the neighbour's policy.
func (c columns) allow(v viewer.Viewer, m ent.Mutation) bool {
	set := slices.Concat(m.Fields(), m.AddedFields(), m.ClearedFields())
	for _, edge := range slices.Concat(m.AddedEdges(), m.RemovedEdges(), m.ClearedEdges()) {
		if !slices.ContainsFunc(set, func(column string) bool { return strings.HasSuffix("_"+column, "_"+edge+"_id") }) {
			return false
		}
	}
	allowed, limited := c[v.Kind]
	if !limited {
		return true
	}
	if m.Op().Is(ent.OpCreate) {
		allowed = slices.Concat(allowed, always)
	}
	return !slices.ContainsFunc(set, func(column string) bool { return !slices.Contains(allowed, column) })
}

// always are the columns that every new row has: its keys, and those that ent fills in.
var always = []string{"id", "patient_id", "created_at", "updated_at", "version"}

// given returns the predicate as a list, which is empty for nil.
func given[P ~func(*sql.Selector)](p P) []P {
	if p == nil {
		return nil
	}
	return []P{p}
}
