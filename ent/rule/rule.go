// Package rule holds the record-level access rules of the entities: one policy an entity, and in it one scope
// predicate for each kind of viewer. What no rule allows is denied.
//
// A predicate rides in the query itself. HasXWith, sorting by an edge and raw SQL bypass the neighbour's policy: who
// uses them states the scope again.
package rule

import (
	"context"

	entgo "entgo.io/ent"
	"entgo.io/ent/dialect/sql"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/privacy"
	"github.com/predicthealth/predicthealth/ent/viewer"
)

// SystemOnly is the policy of what no account reads or writes through ent: credentials, sessions, tokens, the trail.
func SystemOnly() entgo.Policy { return policy() }

// Catalog is the policy of reference data: everyone may read it.
func Catalog() entgo.Policy { return policy(privacy.AlwaysAllowRule()) }

// policy allows the system everything and others what the query rules allow.
func policy(rules ...privacy.QueryRule) entgo.Policy {
	query := append(privacy.QueryPolicy{allowSystem}, rules...)
	return privacy.Policy{
		Query:    append(query, privacy.AlwaysDenyRule()),
		Mutation: privacy.MutationPolicy{allowSystem, privacy.AlwaysDenyRule()},
	}
}

var allowSystem = privacy.ContextQueryMutationRule(func(ctx context.Context) error {
	if v, ok := viewer.FromContext(ctx); ok && v.Kind == viewer.System {
		return privacy.Allow
	}
	return privacy.Skip
})

// scoped is a query rule that narrows the query to what the viewer may see. A scope that isn't ok lets the viewer see
// nothing; one without a predicate, everything.
func scoped[Q interface{ Where(...P) Q }, P ~func(*sql.Selector)](scope func(viewer.Viewer) (P, bool)) privacy.QueryRule {
	return privacy.QueryRuleFunc(func(ctx context.Context, query ent.Query) error {
		q, expected := query.(Q)
		v, known := viewer.FromContext(ctx)
		if !expected || !known {
			return privacy.Skip
		}
		predicate, ok := scope(v)
		if !ok {
			return privacy.Skip
		}
		if predicate != nil {
			q.Where(predicate)
		}
		return privacy.Allow
	})
}
