package rule_test

import (
	"context"
	"reflect"
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/privacy"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
)

// counts is how many rows of each entity a viewer reads; -1 when the policy denies.
type counts struct{ Patient, HealthProfile, Doctor, MedicalInstitution, Phone, User int }

func TestWhoReadsWhat(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	w := newWorld(t, env.DB)
	const all, denied = 6, -1
	for name, c := range map[string]struct {
		viewer viewer.Viewer
		want   counts
	}{
		"patient":                    {w.as(viewer.Patient, w.patient), counts{1, 1, 1, 1, 1, 1}},
		"patient of a suspended":     {w.as(viewer.Patient, w.sues), counts{1, 1, 1, 1, 1, 1}},
		"doctor":                     {w.as(viewer.Doctor, w.dora), counts{4, 4, 3, 1, 5, 1}},
		"colleague":                  {w.as(viewer.Doctor, w.carl), counts{4, 4, 3, 1, 5, 1}},
		"suspended doctor":           {w.as(viewer.Doctor, w.sue), counts{0, 0, 1, 1, 1, 1}},
		"doctor of another clinic":   {w.as(viewer.Doctor, w.olga), counts{1, 1, 1, 1, 2, 1}},
		"insurer's treating doctor":  {w.as(viewer.Doctor, w.ina), counts{1, 1, 2, 1, 2, 1}},
		"insurer's other doctor":     {w.as(viewer.Doctor, w.ivo), counts{1, 0, 2, 1, 2, 1}},
		"institution":                {w.as(viewer.Institution, w.hospital), counts{4, 4, 3, 1, 8, 1}},
		"other institution":          {w.as(viewer.Institution, w.clinic), counts{1, 1, 1, 1, 3, 1}},
		"insurer":                    {w.as(viewer.Institution, w.insurer), counts{1, 0, 2, 1, 4, 1}},
		"reads patients":             {staff("patients:read"), counts{all, all, denied, denied, 6, denied}},
		"reads doctors":              {staff("doctors:read"), counts{denied, denied, 6, denied, 6, denied}},
		"reads institutions":         {staff("institutions:read"), counts{denied, denied, denied, 3, 3, denied}},
		"reads accounts":             {staff("accounts:read"), counts{denied, denied, denied, denied, denied, 15}},
		"a machine reads patients":   {machine("patients:read"), counts{all, all, denied, denied, 6, denied}},
		"only writes":                {staff("patients:update doctors:create"), counts{denied, denied, denied, denied, denied, denied}},
		"a kind with another's id":   {w.as(viewer.Doctor, w.patient), counts{0, 0, 0, 0, 0, 1}},
		"a patient with permissions": {withPermission(w.as(viewer.Patient, w.patient)), counts{1, 1, 1, 1, 1, 1}},
		"nobody's institution":       {w.as(viewer.Institution, uuid.New()), counts{0, 0, 0, 0, 0, 0}},
	} {
		got := counts{}
		queries(env.Ent, func(entity string, count func(context.Context) (int, error)) {
			n, err := count(viewer.NewContext(t.Context(), c.viewer))
			if err != nil {
				n = denied
			}
			for _, kind := range fixture.EntryKinds { // they are seen as health profiles are
				if entity == kind.Entity {
					assert.Equal(t, c.want.HealthProfile, n, "%s reads %s", name, entity)
				}
			}
			if field := reflect.ValueOf(&got).Elem().FieldByName(entity); field.IsValid() {
				if err != nil {
					require.ErrorIs(t, err, privacy.Deny, name)
				}
				field.SetInt(int64(n))
			}
		})
		assert.Equal(t, c.want, got, name)
	}
}

func withPermission(v viewer.Viewer) viewer.Viewer {
	v.Permissions = []string{"patients:read"}
	return v
}

func TestPredicatesNarrowTheScopeAndNeverWidenIt(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	w := newWorld(t, env.DB)
	ctx := viewer.NewContext(t.Context(), w.as(viewer.Doctor, w.dora))
	rows, err := env.Ent.Patient.Query().Where(patient.ID(w.olgas)).All(ctx)
	require.NoError(t, err)
	assert.Empty(t, rows)
	rows, err = env.Ent.Patient.Query().Where(patient.Or(patient.ID(w.olgas), patient.ID(w.patient))).All(ctx)
	require.NoError(t, err)
	assert.Len(t, rows, 1)
}
