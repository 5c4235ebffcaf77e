package institution

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/address"
	"github.com/predicthealth/predicthealth/ent/country"
	"github.com/predicthealth/predicthealth/ent/institutiontype"
	"github.com/predicthealth/predicthealth/ent/medicalinstitution"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/ent/region"
	"github.com/predicthealth/predicthealth/ent/search"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/resource"
)

var orders = page.Orders{
	page.SortOldest:  {medicalinstitution.FieldCreatedAt, medicalinstitution.FieldID},
	page.SortName:    {medicalinstitution.FieldName, medicalinstitution.FieldID},
	page.SortChanged: {medicalinstitution.FieldUpdatedAt, medicalinstitution.FieldID},
}

// Filter selects the institutions to list. Empty and nil values select all.
type Filter struct {
	page.Selection
	// Type, Country (ISO 3166-1 alpha-2) and Region (ISO 3166-2) have codes, of which an institution has one; the last two match
	// any of its addresses.
	Type, Country, Region []string
	// Verified selects verified or unverified institutions.
	Verified *bool
}

// List returns a page of the institutions that the viewer may see (see Get), and records what was searched for in vain. Only institutions and staff may search by place:
// with Country or Region it fails with Forbidden for patients and doctors. It fails with Invalid, naming all of sort, codes,
// limit and cursor that are not valid, and with Forbidden for staff without institutions:read.
func (s *Service) List(ctx context.Context, f Filter, sortBy string, r page.Request) (page.Page[*Institution], error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return page.Page[*Institution]{}, err
	}
	sortBy = f.Sort(sortBy)
	order, sortable := orders.Parse(sortBy)
	var c service.Checks
	c.Refuse(!sortable, "/sort", "not_allowed", "Institutions can't be sorted by this.")
	where, err := f.where(ctx, s.options.Store.Client(ctx), v, &c)
	if err != nil {
		return page.Page[*Institution]{}, err
	}
	// A cursor is valid only for the viewer, the sort and the filter that it was made for.
	list := page.Identify("institutions", v.AccountID, sortBy, f)
	institutions, err := table.Page(ctx, s.options.Store.Client(ctx), s.options.Cursors, where, r, order, list)
	if err != nil {
		return page.Page[*Institution]{}, fmt.Errorf("listing institutions: %w", err)
	}
	return institutions, s.noteSearch(ctx, f, len(institutions.Items))
}

// noteSearch records what was searched for in vain.
func (s *Service) noteSearch(ctx context.Context, f Filter, found int) error {
	sought := f.Sought()
	if found > 0 || len(sought) == 0 {
		return nil
	}
	return s.options.Trail.Note(ctx, audit.Event{Action: "institution.search", EntityType: "institution", Payload: sought})
}

// Circle is a circle around a point on the earth, in degrees and kilometres.
type Circle = search.Circle

// Near returns the institutions in a circle that match the filter, nearest first. It returns at most limit, and no further
// pages: a smaller circle is the better question. It is for institutions, which see themselves, and staff with
// institutions:read; others get Forbidden. It fails with Invalid as List does.
func (s *Service) Near(ctx context.Context, f Filter, c Circle, limit int) ([]*Institution, error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	if err := mayLocate(v); err != nil {
		return nil, err
	}
	var checks service.Checks
	where, err := f.where(ctx, s.options.Store.Client(ctx), v, &checks)
	if err != nil {
		return nil, err
	}
	nearest := func(s *sql.Selector) { s.Limit(limit) }
	where = resource.And(where, search.Near(address.FieldInstitutionID, c), nearest)
	found, err := nearby.All(ctx, s.options.Store.Client(ctx), where, page.Order{})
	if err != nil {
		return nil, fmt.Errorf("looking for institutions near a point: %w", err)
	}
	return found, s.noteSearch(ctx, f, len(found))
}

// mayLocate says whether the viewer may search institutions by place: addresses are contact data, which patients and doctors
// don't see.
func mayLocate(v viewer.Viewer) error {
	if v.Kind == viewer.Patient || v.Kind == viewer.Doctor {
		return service.Errorf(service.Forbidden, "Only institutions and staff can search institutions by place.")
	}
	return nil
}

// where narrows a statement to the institutions that the filter lets through. It adds to the checks what is wrong with the
// filter, and fails with all that is.
func (f Filter) where(ctx context.Context, client *ent.Client, v viewer.Viewer, c *service.Checks) (resource.Where, error) {
	where := []resource.Where{
		f.Active.Where(func(active bool) resource.Where { return medicalinstitution.Active(active) }),
		f.Where(medicalinstitution.FieldName),
	}
	if f.Verified != nil {
		where = append(where, medicalinstitution.Verified(*f.Verified))
	}
	if len(f.Type) > 0 {
		ids, err := c.Entries(ctx, "/type", f.Type, func(code string) service.Entry {
			return client.InstitutionType.Query().Where(institutiontype.Code(code))
		})
		if err != nil {
			return nil, err
		}
		where = append(where, medicalinstitution.InstitutionTypeIDIn(ids...))
	}
	if len(f.Country)+len(f.Region) > 0 {
		if err := mayLocate(v); err != nil {
			return nil, err
		}
		place, err := f.place(ctx, client, c)
		if err != nil {
			return nil, err
		}
		where = append(where, hasAddress(place))
	}
	return resource.And(where...), c.Err()
}

func hasAddress(place []predicate.Address) resource.Where {
	return func(s *sql.Selector) {
		a := sql.Table(address.Table)
		found := sql.Select(a.C(address.FieldID)).From(a).
			Where(sql.ColumnsEQ(a.C(address.FieldInstitutionID), s.C(medicalinstitution.FieldID)))
		for _, holds := range place {
			holds(found)
		}
		s.Where(sql.Exists(found))
	}
}

// place matches one address that is in one of the countries and in one of the regions.
func (f Filter) place(ctx context.Context, client *ent.Client, c *service.Checks) ([]predicate.Address, error) {
	var where []predicate.Address
	if len(f.Country) > 0 {
		ids, err := c.Entries(ctx, "/country", f.Country, func(code string) service.Entry {
			return client.Country.Query().Where(country.Code(code))
		})
		if err != nil {
			return nil, err
		}
		where = append(where, address.CountryIDIn(ids...))
	}
	if len(f.Region) > 0 {
		ids, err := c.Entries(ctx, "/region", f.Region, func(code string) service.Entry {
			return client.Region.Query().Where(region.Code(code))
		})
		if err != nil {
			return nil, err
		}
		where = append(where, address.RegionIDIn(ids...))
	}
	return where, nil
}
