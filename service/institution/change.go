package institution

import (
	"context"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/medicalinstitution"
	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/change"
)

// verifies is the permission that verifying institutions requires: that of staff who may create them.
const verifies = "institutions:create"

// Change is a change of an institution's professional data. Only the website can be removed.
type Change struct {
	Type          service.Optional[string]
	Name          service.Optional[string]
	LicenceNumber service.Optional[string]
	Website       service.Optional[string]
}

// Change changes an institution when it has one of the versions. Active institutions may change their own website; staff
// with institutions:read and institutions:update may change everything. A new licence number must be verified again. It
// fails as for a missing record for viewers who may not see the institution; with Forbidden, naming the fields that the
// viewer may not change; with Stale when the institution has a different version; with Invalid, naming all fields at fault;
// and with Conflict when another institution has the licence number.
func (s *Service) Change(ctx context.Context, id uuid.UUID, versions service.Versions, c Change) (*Institution, error) {
	var changed *Institution
	err := s.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		before, err := s.Get(ctx, id)
		if err != nil {
			return err
		}
		members := c.members(before)
		if err := permitted(ctx, before, members); err != nil {
			return err
		}
		if err := versions.Check(before.Version); err != nil {
			return err
		}
		if err := c.check(ctx, tx, members); err != nil {
			return err
		}
		if err := s.save(ctx, tx, before, change.Different(members)); err != nil {
			return err
		}
		changed, err = s.Get(ctx, id)
		return err
	})
	return changed, err
}

func (c Change) members(before *Institution) []*change.Member {
	return change.Named(
		change.Of(medicalinstitution.FieldInstitutionTypeID, c.Type, &before.Type).As("type"),
		change.Of(medicalinstitution.FieldName, c.Name, &before.Name),
		change.Of(medicalinstitution.FieldLicenceNumber, c.LicenceNumber, &before.LicenceNumber),
		change.Of(medicalinstitution.FieldWebsite, c.Website, before.Website),
	)
}

// permitted fails with Forbidden when the viewer may not change the institution, or not all of the members.
func permitted(ctx context.Context, i *Institution, members []*change.Member) error {
	v, err := service.Viewer(ctx)
	if err != nil {
		return err
	}
	return change.Permit(members, false, rule.InstitutionColumns(v, i.ID, i.Active)...)
}

// check returns an Invalid error with all fields at fault, and replaces the type with its key.
func (c Change) check(ctx context.Context, tx *ent.Client, members []*change.Member) error {
	var found service.Checks
	found.Fields = change.Removed(members, "type", "name", "licence_number")
	if c.Name.Value != nil {
		found.NotBlank("/name", *c.Name.Value)
	}
	if c.Type.Value != nil {
		id, unknown, err := typeNamed(ctx, tx, *c.Type.Value)
		if err != nil {
			return err
		}
		found.Fields = append(found.Fields, unknown...)
		for _, m := range members {
			if m.Column == medicalinstitution.FieldInstitutionTypeID {
				m.Value = id
			}
		}
	}
	return found.Err()
}

// save writes members to the version that was read, and records their names.
func (s *Service) save(ctx context.Context, tx *ent.Client, before *Institution, members []*change.Member) error {
	for _, m := range members {
		if m.Column == medicalinstitution.FieldLicenceNumber && before.Verified {
			members = append(members, &change.Member{
				Field: medicalinstitution.FieldVerified, Column: medicalinstitution.FieldVerified, Value: false,
			})
			break
		}
	}
	if len(members) > 0 {
		update := tx.MedicalInstitution.Update().
			Where(medicalinstitution.ID(before.ID), medicalinstitution.Version(before.Version))
		if err := change.Set(update.Mutation(), members); err != nil {
			return err
		}
		n, err := update.Save(ctx)
		if err != nil {
			return service.FromDatabase(err, sentAs)
		}
		if n == 0 {
			return service.Changed()
		}
		s.changed(ctx)
	}
	return s.record(ctx, "institution.update", before.ID, map[string]any{"fields": change.Fields(members)})
}
