package cms

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/cmsrole"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
)

// factorRequiredOf is the key of the setting that lists whose accounts need a second factor.
const factorRequiredOf = "auth.second_factor.required_of"

// everyoneKnown fails with Invalid, naming the elements, when a list of kinds of accounts and codes of roles has one that
// nobody is: a slip of the pen would leave those without a second factor who should have one.
func everyoneKnown(ctx context.Context, tx *ent.Client, value json.RawMessage) error {
	var names []string
	if err := json.Unmarshal(value, &names); err != nil {
		return fmt.Errorf("reading a list of accounts: %w", err)
	}
	known, err := tx.CMSRole.Query().Select(cmsrole.FieldCode).Strings(ctx)
	if err != nil {
		return fmt.Errorf("reading the codes of roles: %w", err)
	}
	for _, kind := range []viewer.Kind{viewer.Patient, viewer.Doctor, viewer.Institution, viewer.CMSUser} {
		known = append(known, string(kind))
	}
	var c service.Checks
	for i, name := range names {
		c.Refuse(!slices.Contains(known, name), fmt.Sprintf("/value/%d", i), "not_found",
			"This is neither patient, doctor, institution or cms_user nor the code of a role.")
	}
	return c.Err()
}
