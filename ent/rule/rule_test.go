package rule_test

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/privacy"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
)

var (
	catalogs = []string{
		"AllergicReaction", "Allergy", "BloodType", "BloodTypeCompatibility", "Country", "DoctorSpecialty", "EmailType", "Gender",
		"InstitutionType", "MedicalCondition", "Medication", "PatientValidationTransition", "PhoneType", "Region", "Sex",
		"SpecialtyCategory",
	}
	records = []string{
		"Address", "Doctor", "Email", "HealthProfile", "Identifier", "MedicalInstitution", "Patient", "PatientAllergy",
		"PatientCondition", "PatientFamilyHistory", "PatientMedication", "Phone", "User",
	}
)

// queries calls ask for each entity with a function that reads its rows.
func queries(client *ent.Client, ask func(entity string, count func(context.Context) (int, error))) {
	value := reflect.ValueOf(client).Elem()
	for i := range value.NumField() {
		field := value.Type().Field(i)
		if !strings.HasSuffix(field.Type.String(), "Client") || !field.IsExported() {
			continue
		}
		ask(field.Name, func(ctx context.Context) (int, error) {
			query := value.Field(i).MethodByName("Query").Call(nil)[0]
			answer := query.MethodByName("Count").Call([]reflect.Value{reflect.ValueOf(ctx)})
			err, _ := answer[1].Interface().(error)
			return int(answer[0].Int()), err
		})
	}
}

func TestEveryEntityHasAPolicy(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	seen := 0
	queries(env.Ent, func(entity string, count func(context.Context) (int, error)) {
		seen++
		catalog, record := slices.Contains(catalogs, entity), slices.Contains(records, entity)
		for kind, allowed := range map[viewer.Kind]bool{
			"": catalog, "unheard_of": catalog, viewer.CMSUser: catalog,
			viewer.Patient: catalog || record, viewer.Doctor: catalog || record, viewer.Institution: catalog || record,
		} {
			ctx := t.Context()
			if kind != "" {
				ctx = viewer.NewContext(ctx, viewer.Viewer{Kind: kind, AccountID: uuid.New(), SubjectID: uuid.New()})
			}
			n, err := count(ctx)
			if allowed {
				require.NoError(t, err, "%s as %q", entity, kind)
				assert.Equal(t, !catalog, n == 0, "%s as %q", entity, kind)
			} else {
				require.ErrorIs(t, err, privacy.Deny, "%s as %q", entity, kind)
			}
		}
	})
	assert.Greater(t, seen, len(catalogs)+len(records))
}

func TestOnlyTheSystemWrites(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	id := fixture.Patient(t, env.DB)
	all := viewer.Viewer{Kind: viewer.CMSUser, Permissions: []string{"patients:read", "patients:update", "patients:delete"}}
	for _, v := range []viewer.Viewer{{Kind: viewer.Patient, SubjectID: id}, all} {
		ctx := viewer.NewContext(t.Context(), v)
		require.ErrorIs(t, env.Ent.Patient.UpdateOneID(id).SetFirstName("X").Exec(ctx), privacy.Deny)
		require.ErrorIs(t, env.Ent.Patient.DeleteOneID(id).Exec(ctx), privacy.Deny)
	}
	require.NoError(t, env.Ent.Patient.UpdateOneID(id).SetFirstName("X").Exec(viewer.SystemContext(t.Context())))
}

// TestScopes counts what each viewer sees of two institutions: a has the doctors a1, with two patients, and a2, with
// one; b has b1, with one. Each patient has a profile, and each of all of them a phone and an account.
func TestScopes(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	db := env.DB
	accounts := map[uuid.UUID]uuid.UUID{}
	owns := func(kind string, id uuid.UUID) uuid.UUID {
		accounts[id] = fixture.User(t, db, kind, id)
		fixture.Insert(t, db, "phones", fixture.Row{"entity_type": kind, "entity_id": id, "number": "+16175550100",
			"country_code": "1", "phone_type_id": fixture.Code(t, db, "phone_types", "work")})
		return id
	}
	institution := func() uuid.UUID { return owns("institution", fixture.Institution(t, db)) }
	doctor := func(of uuid.UUID) uuid.UUID {
		return owns("doctor", fixture.Doctor(t, db, fixture.Row{"institution_id": of}))
	}
	pat := func(of uuid.UUID) uuid.UUID {
		id := owns("patient", fixture.Patient(t, db, fixture.Row{"doctor_id": of}))
		fixture.Insert(t, db, "health_profiles", fixture.Row{"patient_id": id})
		return id
	}
	a, b := institution(), institution()
	a1, a2, b1 := doctor(a), doctor(a), doctor(b)
	p1, _, _, p4 := pat(a1), pat(a1), pat(a2), pat(b1)

	type counts struct{ Patient, Doctor, MedicalInstitution, HealthProfile, Phone, User int }
	as := func(kind viewer.Kind, id uuid.UUID) viewer.Viewer {
		return viewer.Viewer{Kind: kind, SubjectID: id, AccountID: accounts[id]}
	}
	staff := func(permissions ...string) viewer.Viewer {
		return viewer.Viewer{Kind: viewer.CMSUser, Permissions: permissions}
	}
	for name, c := range map[string]struct {
		viewer viewer.Viewer
		want   counts
	}{
		"patient":                  {as(viewer.Patient, p1), counts{1, 1, 1, 1, 1, 1}},
		"doctor":                   {as(viewer.Doctor, a1), counts{2, 1, 1, 2, 3, 1}},
		"colleague":                {as(viewer.Doctor, a2), counts{1, 1, 1, 1, 2, 1}},
		"institution":              {as(viewer.Institution, a), counts{3, 2, 1, 3, 6, 1}},
		"other institution":        {as(viewer.Institution, b), counts{1, 1, 1, 1, 3, 1}},
		"reads patients":           {staff("patients:read"), counts{4, -1, -1, 4, 4, -1}},
		"reads doctors":            {staff("doctors:read"), counts{-1, 3, -1, -1, 3, -1}},
		"reads institutions":       {staff("institutions:read"), counts{-1, -1, 2, -1, 2, -1}},
		"reads accounts":           {staff("accounts:read"), counts{-1, -1, -1, -1, -1, 9}},
		"only writes":              {staff("patients:update", "doctors:create"), counts{-1, -1, -1, -1, -1, -1}},
		"a kind with another's id": {as(viewer.Doctor, p4), counts{0, 0, 0, 0, 0, 1}},
	} {
		got := counts{}
		queries(env.Ent, func(entity string, count func(context.Context) (int, error)) {
			field := reflect.ValueOf(&got).Elem().FieldByName(entity)
			if !field.IsValid() {
				return
			}
			n, err := count(viewer.NewContext(t.Context(), c.viewer))
			if err != nil {
				require.ErrorIs(t, err, privacy.Deny, name)
				n = -1
			}
			field.SetInt(int64(n))
		})
		assert.Equal(t, c.want, got, name)
	}

	ctx := viewer.NewContext(t.Context(), as(viewer.Doctor, a1))
	rows, err := env.Ent.Patient.Query().Where(patient.ID(p4)).All(ctx)
	require.NoError(t, err)
	assert.Empty(t, rows, "a predicate narrows the scope and never widens it")
	rows, err = env.Ent.Patient.Query().Where(patient.Or(patient.ID(p4), patient.ID(p1))).WithPhones().All(ctx)
	require.NoError(t, err)
	require.Len(t, rows, 1)
	assert.Len(t, rows[0].Edges.Phones, 1)
}
