package rule

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/viewer"
)

// mutation sets columns, and neighbours along edges.
type mutation struct {
	ent.Mutation
	columns, edges []string
}

func (m mutation) Op() ent.Op              { return ent.OpUpdateOne }
func (m mutation) Fields() []string        { return m.columns }
func (m mutation) AddedFields() []string   { return nil }
func (m mutation) ClearedFields() []string { return nil }
func (m mutation) AddedEdges() []string    { return m.edges }
func (m mutation) RemovedEdges() []string  { return nil }
func (m mutation) ClearedEdges() []string  { return nil }

func TestColumnsThatAMutationMaySet(t *testing.T) {
	t.Parallel()
	only := columns{viewer.Doctor: {"doctor_id", "sex_id"}}
	for name, c := range map[string]struct {
		by   viewer.Kind
		sets mutation
		want bool
	}{
		"a column":                      {viewer.Doctor, mutation{columns: []string{"sex_id"}, edges: []string{"sex"}}, true},
		"another's column":              {viewer.Doctor, mutation{columns: []string{"sex_id", "active"}}, false},
		"who isn't limited":             {viewer.Institution, mutation{columns: []string{"active"}}, true},
		"a neighbour's row":             {viewer.Institution, mutation{edges: []string{"phones"}}, false},
		"a neighbour's beside a column": {viewer.Doctor, mutation{columns: []string{"sex_id"}, edges: []string{"sex", "phones"}}, false},
	} {
		assert.Equal(t, c.want, only.allow(viewer.Viewer{Kind: c.by}, c.sets), name)
	}
}
