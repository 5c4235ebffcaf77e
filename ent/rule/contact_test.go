package rule_test

import (
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/ent/phone"
	"github.com/predicthealth/predicthealth/ent/privacy"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
)

// reached is what one viewer may do to the contacts of one owner: y does it, n reaches no row, d is denied.
type reached struct{ changes, verifies, adds, removes string }

func TestWhoChangesContacts(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	w := newWorld(t, env.DB)
	var (
		all  = reached{"y", "y", "y", "y"}
		own  = reached{"y", "n", "y", "y"} // nobody verifies their own
		none = reached{"n", "n", "d", "n"}
		shut = reached{"d", "d", "d", "d"}
	)
	for name, c := range map[string]struct {
		viewer viewer.Viewer
		kind   phone.EntityType
		owner  uuid.UUID
		want   reached
	}{
		"a patient's, by themselves":          {w.as(viewer.Patient, w.patient), "patient", w.patient, reached{"y", "d", "y", "y"}},
		"a patient's, by another":             {w.as(viewer.Patient, w.carls), "patient", w.patient, reached{"n", "d", "d", "n"}},
		"a patient's, by their doctor":        {w.as(viewer.Doctor, w.dora), "patient", w.patient, all},
		"a patient's, by a colleague":         {w.as(viewer.Doctor, w.carl), "patient", w.patient, none},
		"a patient's, by a suspended doctor":  {w.as(viewer.Doctor, w.sue), "patient", w.sues, none},
		"a patient's, by their institution":   {w.as(viewer.Institution, w.hospital), "patient", w.patient, all},
		"a patient's, by their insurer":       {w.as(viewer.Institution, w.insurer), "patient", w.inas, all},
		"a patient's, by a foreign clinic":    {w.as(viewer.Institution, w.clinic), "patient", w.patient, none},
		"a patient's, by staff":               {staff("patients:read patients:update"), "patient", w.patient, all},
		"a patient's, by staff who only read": {staff("patients:read"), "patient", w.patient, shut},
		"a patient's, by staff for doctors":   {staff("doctors:read doctors:update"), "patient", w.patient, none},
		"a doctor's, by themselves":           {w.as(viewer.Doctor, w.dora), "doctor", w.dora, own},
		"a doctor's, by themselves suspended": {w.as(viewer.Doctor, w.sue), "doctor", w.sue, none},
		"a doctor's, by a colleague":          {w.as(viewer.Doctor, w.carl), "doctor", w.dora, none},
		"a doctor's, by their patient":        {w.as(viewer.Patient, w.patient), "doctor", w.dora, reached{"n", "d", "d", "n"}},
		"a doctor's, by their institution":    {w.as(viewer.Institution, w.hospital), "doctor", w.dora, all},
		"a doctor's, by a foreign clinic":     {w.as(viewer.Institution, w.clinic), "doctor", w.dora, none},
		"a doctor's, by a machine":            {machine("doctors:read doctors:update"), "doctor", w.dora, all},
		"an institution's, by itself":         {w.as(viewer.Institution, w.hospital), "institution", w.hospital, own},
		"an institution's, by its doctor":     {w.as(viewer.Doctor, w.dora), "institution", w.hospital, none},
		"an institution's, by another":        {w.as(viewer.Institution, w.clinic), "institution", w.hospital, none},
		"an institution's, by staff":          {staff("institutions:read institutions:update"), "institution", w.hospital, all},
	} {
		ctx := viewer.NewContext(t.Context(), c.viewer)
		rows := phone.EntityID(c.owner)
		update := env.Ent.Phone.Update
		got := reached{
			changes:  outcome(t)(update().Where(rows).SetExtension("1").ClearVerifiedAt().Save(ctx)),
			verifies: outcome(t)(update().Where(rows).SetVerifiedAt(time.Now()).Save(ctx)),
		}
		err := env.Ent.Phone.Create().SetEntityType(c.kind).SetEntityID(c.owner).SetNumber("+34600000001").SetCountryCode("34").
			SetTypeID(fixture.Code(t, env.DB, "phone_types", "home")).Exec(ctx)
		got.adds = outcome(t)(1, err)
		got.removes = outcome(t)(env.Ent.Phone.Delete().Where(rows, phone.Number("+16175550100")).Exec(ctx))
		if got.adds == "y" {
			_, err := env.Ent.Phone.Delete().Where(rows, phone.Number("+34600000001")).Exec(ctx)
			require.NoError(t, err)
		}
		if got.removes == "y" {
			fixture.Insert(t, env.DB, "phones", fixture.Row{"entity_type": string(c.kind), "entity_id": c.owner,
				"number": "+16175550100", "country_code": "1", "phone_type_id": fixture.Code(t, env.DB, "phone_types", "work")})
		}
		assert.Equal(t, c.want, got, name)
	}
	require.ErrorIs(t, env.Ent.Phone.Update().SetExtension("1").Exec(t.Context()), privacy.Deny, "nobody signed in")
}
