package catalog

import (
	"context"
	"fmt"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/bloodtype"
	"github.com/predicthealth/predicthealth/ent/bloodtypecompatibility"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/page"
)

// BloodTypes lists the ABO and RhD groups. Anyone may call it.
func (r *Reader) BloodTypes(ctx context.Context, q Query) (Cached[page.Page[BloodType]], error) {
	return list(ctx, r, "blood_types", q, r.store.Pool().BloodType.Query(), page.Order{Columns: []string{bloodtype.FieldID}},
		func(row *ent.BloodType) []any { return []any{row.ID} },
		func(row *ent.BloodType) BloodType { return BloodType{row.Code, row.Name, row.Abo, row.RhPositive} })
}

// BloodCompatibility returns the blood types that may receive red cells of a type, named by its code, and those whose red
// cells the type may receive. Anyone may call it; it fails as for a missing record when there is no such type.
func (r *Reader) BloodCompatibility(ctx context.Context, code string) (Cached[BloodCompatibility], error) {
	return cached(ctx, r, "blood_compatibility", code, func(ctx context.Context) (BloodCompatibility, error) {
		rows, err := r.store.Pool().BloodTypeCompatibility.Query().
			Where(bloodtypecompatibility.Or(
				bloodtypecompatibility.HasDonorWith(bloodtype.Code(code)), bloodtypecompatibility.HasRecipientWith(bloodtype.Code(code)))).
			WithDonor().WithRecipient().
			Order(bloodtypecompatibility.ByDonorID(), bloodtypecompatibility.ByRecipientID()).All(ctx)
		if err != nil {
			return BloodCompatibility{}, fmt.Errorf("reading blood compatibility: %w", err)
		}
		if len(rows) == 0 { // each type is compatible with itself
			return BloodCompatibility{}, service.Missing()
		}
		found := BloodCompatibility{Code: code}
		for _, row := range rows {
			if row.Edges.Donor.Code == code {
				found.GivesTo = append(found.GivesTo, row.Edges.Recipient.Code)
			}
			if row.Edges.Recipient.Code == code {
				found.ReceivesFrom = append(found.ReceivesFrom, row.Edges.Donor.Code)
			}
		}
		return found, nil
	})
}
