package api_test

import (
	"testing"

	"entgo.io/ent"
	"entgo.io/ent/privacy"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/ent/healthprofile"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/rule"
)

// everybody is the policy of who forgot to write one.
var everybody = privacy.Policy{
	Query: privacy.QueryPolicy{privacy.AlwaysAllowRule()}, Mutation: privacy.MutationPolicy{privacy.AlwaysAllowRule()},
}

type schema struct{ policy ent.Policy }

func (s schema) Policy() ent.Policy { return s.policy }

// A policy that lets everybody pass, or only the program, turns the matrix red.
//
// It changes the policies of the whole program, so it runs while no other test does: those are parallel, and go on when
// it has ended.
func TestRemovedRuleTurnsTheMatrixRed(t *testing.T) { //nolint:paralleltest // see above
	app := apitest.New(t)
	cast := apitest.NewCast(t, app)
	rows := matrix(t)
	for _, op := range operations(t, app) {
		for name, c := range map[string]struct {
			policy *ent.Policy
			of     map[string]bool
		}{
			"patients":        {&patient.Policy, map[string]bool{"list-patients": true, "get-patient": true}},
			"health profiles": {&healthprofile.Policy, map[string]bool{"get-patient-health-profile": true, "update-patient-health-profile": true}},
		} {
			if !c.of[op.id] {
				continue
			}
			ask := func() []string {
				return append(refusals(t, app, cast, op, rows[op.id]), successes(t, app, cast, op, rows[op.id])...)
			}
			require.Empty(t, ask(), "with the rule")
			for without, policy := range map[string]ent.Policy{"everybody passes": everybody, "only the program": rule.SystemOnly()} {
				rest := *c.policy
				*c.policy = privacy.NewPolicies(schema{policy})
				found := ask()
				*c.policy = rest
				assert.NotEmpty(t, found, "%s without the rule of %s: %s", op.id, name, without)
			}
		}
	}
}
