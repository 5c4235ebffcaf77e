// Package rule holds the record-level access rules of the entities: one policy an entity, and in it one scope
// predicate for each kind of viewer. What no rule allows is denied.
//
// A predicate rides in the statement itself. HasXWith, sorting by an edge and raw SQL bypass the neighbour's policy: who
// uses them states the scope again. docs/access.md says what the rules amount to for every operation.
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
func SystemOnly() entgo.Policy { return policy(privacy.AlwaysDenyRule()) }

// Catalog is the policy of reference data: everyone may read it.
func Catalog() entgo.Policy { return policy(privacy.AlwaysAllowRule()) }

// policy allows the system everything and others what the rules allow.
func policy(query privacy.QueryRule, mutations ...privacy.MutationRule) entgo.Policy {
	mutation := append(privacy.MutationPolicy{allowSystem}, mutations...)
	return privacy.Policy{
		Query:    privacy.QueryPolicy{allowSystem, query, privacy.AlwaysDenyRule()},
		Mutation: append(mutation, privacy.AlwaysDenyRule()),
	}
}

var allowSystem = privacy.ContextQueryMutationRule(func(ctx context.Context) error {
	if v, ok := viewer.FromContext(ctx); ok && v.Kind == viewer.System {
		return privacy.Allow
	}
	return privacy.Skip
})

// scope is what a viewer may reach: not ok is nothing, and no predicate is everything.
type scope[P ~func(*sql.Selector)] func(viewer.Viewer) (predicate P, ok bool)

// reads is the query rule that narrows a query to what the viewer may see.
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
