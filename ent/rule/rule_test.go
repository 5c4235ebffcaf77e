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
		"Address", "Doctor", "Email", "HealthProfile", "Identifier", "MedicalInstitution", "Patient", "Phone", "User",
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
		catalog, record := slices.Contains(catalogs, entity), slices.Contains(records, entity) || slices.ContainsFunc(fixture.EntryKinds, func(k fixture.EntryKind) bool {
			return k.Entity == entity
		})
		for kind, allowed := range map[viewer.Kind]bool{
			"": catalog, "unheard_of": catalog, viewer.CMSUser: catalog, viewer.ServiceAccount: catalog,
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
