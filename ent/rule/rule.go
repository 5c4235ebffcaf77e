// Package rule holds the record-level access rules of the entities: one policy for each entity, and in it one scope
// predicate for each kind of viewer. What no rule allows is denied.
//
// A predicate is part of the statement itself. Subqueries, HasXWith and sorting by an edge bypass the neighbour's policy: code
// that uses them applies the scope again. docs/access.md says what the rules mean for every operation.
package rule

import (
	"context"

	entgo "entgo.io/ent"
	"entgo.io/ent/dialect/sql"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/privacy"
	"github.com/predicthealth/predicthealth/ent/viewer"
)

// SystemOnly is the policy of tables that no account reads or writes through ent: credentials, sessions, tokens, the trail.
func SystemOnly() entgo.Policy { return policy(privacy.AlwaysDenyRule()) }

// Catalog is the policy of reference data: everyone may read it.
func Catalog() entgo.Policy { return policy(privacy.AlwaysAllowRule()) }

// policy allows the system everything, and others what the rules allow.
func policy(query privacy.QueryRule, mutations ...privacy.MutationRule) entgo.Policy {
	mutation := append(privacy.MutationPolicy{allowSystem{}}, mutations...)
	return privacy.Policy{
		Query:    privacy.QueryPolicy{allowSystem{}, query, privacy.AlwaysDenyRule()},
		Mutation: append(mutation, privacy.AlwaysDenyRule()),
	}
}

// allowSystem allows statements of the program's own client (ent.Client.System), and everything when the viewer is the
// system.
type allowSystem struct{}

// EvalQuery allows the program's queries.
func (allowSystem) EvalQuery(ctx context.Context, query ent.Query) error { return passes(ctx, query) }

// EvalMutation allows the program's mutations.
func (allowSystem) EvalMutation(ctx context.Context, m ent.Mutation) error { return passes(ctx, m) }

func passes(ctx context.Context, asked any) error {
	if own, ok := asked.(interface{ AsSystem() bool }); ok && own.AsSystem() {
		return privacy.Allow
	}
	if v, ok := viewer.FromContext(ctx); ok && v.Kind == viewer.System {
		return privacy.Allow
	}
	return privacy.Skip
}

// scope is the set of rows that a viewer may reach: not ok means none, and no predicate means all.
type scope[P ~func(*sql.Selector)] func(viewer.Viewer) (predicate P, ok bool)

// reads returns the query rule that narrows a query to the rows that the viewer may see.
func reads[Q interface{ Where(...P) Q }, P ~func(*sql.Selector)](seen scope[P]) privacy.QueryRule {
	return privacy.QueryRuleFunc(func(ctx context.Context, query ent.Query) error {
		q, expected := query.(Q)
		v, known := viewer.FromContext(ctx)
		if !expected || !known {
			return privacy.Skip
		}
		predicate, ok := seen(v)
		if !ok {
			return privacy.Skip
		}
		if predicate != nil {
			q.Where(predicate)
		}
		return privacy.Allow
	})
}

// The columns by which rows belong to a patient, a doctor or an institution.
const (
	patientID     = "patient_id"
	doctorID      = "doctor_id"
	institutionID = "institution_id"
)

// of narrows rows to those whose column refers to a row of table that matches the predicates.
func of[P, O ~func(*sql.Selector)](column, table string, owner ...O) P {
	return func(s *sql.Selector) {
		b := sql.Dialect(s.Dialect())
		t := b.Table(table)
		found := b.Select(t.C("id")).From(t).Where(sql.ColumnsEQ(s.C(column), t.C("id")))
		for _, holds := range owner {
			holds(found)
		}
		s.Where(sql.Exists(found))
	}
}
