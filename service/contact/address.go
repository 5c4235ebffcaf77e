package contact

import (
	"context"
	"strings"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/shopspring/decimal"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/address"
	"github.com/predicthealth/predicthealth/ent/country"
	"github.com/predicthealth/predicthealth/ent/region"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/change"
	"github.com/predicthealth/predicthealth/service/page"
)

// positionDigits are those behind the point of a latitude or a longitude: a millionth of a degree is 11 cm.
const positionDigits = 6

// Address is a postal address.
type Address struct {
	Contact
	// Use is home, work, temp, old or billing (FHIR Address.use).
	Use         string
	Line1, City string
	Line2       *string
	PostalCode  *string
	Region      *string // ISO 3166-2, of the country
	Country     string  // ISO 3166-1 alpha-2
	Latitude    *decimal.Decimal
	Longitude   *decimal.Decimal
}

// AddressValues are those of an address that is added or changed. Line2, PostalCode, Region and the position can be
// removed. A position has a latitude of -90 to 90 and a longitude of -180 to 180, in degrees.
type AddressValues struct {
	Use, Line1, Line2, City, PostalCode, Region, Country service.Optional[string]
	Latitude, Longitude                                  service.Optional[decimal.Decimal]
}

var addresses = table[*Address]{
	name: "address", sql: address.Table, vouched: []string{
		address.FieldLine1, address.FieldLine2, address.FieldCity, address.FieldPostalCode, address.FieldRegionID, address.FieldCountryID,
	},
	page: func(ctx context.Context, client *ent.Client, cursors *page.Cursors, w where, r page.Request, list string) (page.Page[*Address], error) {
		rows, err := page.List(ctx, cursors, addressQuery(client, w), r, page.Order{Columns: []string{address.FieldID}}, list,
			func(row *ent.Address) []any { return []any{row.ID} })
		return page.Map(rows, fromAddress), err
	},
	all: func(ctx context.Context, client *ent.Client, w where) ([]*Address, error) {
		rows, err := addressQuery(client, w).Order(address.ByID()).All(ctx)
		return page.Map(page.Page[*ent.Address]{Items: rows}, fromAddress).Items, err
	},
	one: func(ctx context.Context, client *ent.Client, w where) (*Address, error) {
		row, err := addressQuery(client, w).Only(ctx)
		if err != nil {
			return nil, err
		}
		return fromAddress(row), nil
	},
	insert: func(ctx context.Context, tx *ent.Client, o Owner, id uuid.UUID, members []*change.Member) error {
		create := tx.Address.Create().SetID(id).SetEntityType(address.EntityType(o.Kind)).SetEntityID(o.ID)
		return insert(ctx, create.Mutation(), create.Exec, members)
	},
	update: func(ctx context.Context, tx *ent.Client, w where, members []*change.Member) (int, error) {
		rows := tx.Address.Update().Where(w)
		return update(ctx, rows.Mutation(), rows.Save, members)
	},
	remove: func(ctx context.Context, tx *ent.Client, w where) (int, error) {
		return tx.Address.Delete().Where(w).Exec(ctx)
	},
}

const (
	regionCode  = "region_code"
	countryCode = "country_iso_code"
)

// addressQuery reads the codes of region and country in the same statement: in subqueries, for a join with the few countries
// there are makes PostgreSQL leave the order of the addresses' index.
func addressQuery(client *ent.Client, w where) *ent.AddressQuery {
	query := client.Address.Query().Where(w)
	query.Modify(func(s *sql.Selector) {
		regions, countries := sql.Table(region.Table), sql.Table(country.Table)
		s.AppendSelectExprAs(sql.Select(regions.C(region.FieldCode)).From(regions).
			Where(sql.ColumnsEQ(regions.C(region.FieldID), s.C(address.FieldRegionID))), regionCode)
		s.AppendSelectExprAs(sql.Select(countries.C(country.FieldCode)).From(countries).
			Where(sql.ColumnsEQ(countries.C(country.FieldID), s.C(address.FieldCountryID))), countryCode)
	})
	return query
}

func fromAddress(row *ent.Address) *Address {
	a := &Address{
		Contact: contactOf(row.ID, row.IsPrimary, row.VerifiedAt, row.CreatedAt, row.UpdatedAt, row.Version),
		Use:     string(row.Use), Line1: row.Line1, Line2: row.Line2, City: row.City, PostalCode: row.PostalCode,
		Country: text(row, countryCode), Latitude: row.Latitude, Longitude: row.Longitude,
	}
	if code := text(row, regionCode); code != "" {
		a.Region = &code
	}
	return a
}

func (v AddressValues) members(ctx context.Context, tx *ent.Client, before *Address, found *service.Checks) ([]*change.Member, error) {
	if before == nil {
		before = &Address{}
	}
	regionMember := change.Of(address.FieldRegionID, v.Region, before.Region).As("region")
	countryMember := change.Of(address.FieldCountryID, v.Country, &before.Country).As("country")
	if err := v.place(ctx, tx, before, regionMember, countryMember, found); err != nil {
		return nil, err
	}
	latitude, longitude := rounded(v.Latitude), rounded(v.Longitude)
	members := change.Named(
		change.Enum[address.Use](address.FieldUse, v.Use, &before.Use),
		change.Of(address.FieldLine1, v.Line1, &before.Line1),
		change.Of(address.FieldLine2, v.Line2, before.Line2),
		change.Of(address.FieldCity, v.City, &before.City),
		change.Of(address.FieldPostalCode, v.PostalCode, before.PostalCode),
		regionMember, countryMember,
		change.OfFunc(address.FieldLatitude, latitude, before.Latitude, decimal.Decimal.Equal),
		change.OfFunc(address.FieldLongitude, longitude, before.Longitude, decimal.Decimal.Equal),
	)
	found.Fields = append(found.Fields, change.Removed(members, "use", "line1", "city", "country")...)
	for _, m := range members {
		if line, ok := m.Value.(string); ok && (m.Field == "line1" || m.Field == "city") {
			found.NotBlank("/"+m.Field, line)
		}
	}
	north, east := latitude.Or(before.Latitude), longitude.Or(before.Longitude)
	found.Refuse(north == nil && east != nil, "/latitude", "required", "A position needs latitude and longitude.")
	found.Refuse(north != nil && east == nil, "/longitude", "required", "A position needs latitude and longitude.")
	return members, nil
}

// place gives region and country their keys; the region as it is after the change is one of the country.
func (v AddressValues) place(
	ctx context.Context, tx *ent.Client, before *Address, regionMember, countryMember *change.Member, found *service.Checks,
) error {
	err := catalogKey(countryMember, found, func(code string) (int, error) {
		return tx.Country.Query().Where(country.Code(code), country.Active(true)).OnlyID(ctx)
	})
	if err != nil {
		return err
	}
	err = catalogKey(regionMember, found, func(code string) (int, error) {
		return tx.Region.Query().Where(region.Code(code), region.Active(true)).OnlyID(ctx)
	})
	if err != nil {
		return err
	}
	in, of := v.Region.Or(before.Region), v.Country.Or(&before.Country)
	if in == nil || of == nil || len(found.Fields) > 0 {
		return nil
	}
	// A code of ISO 3166-2 begins with that of its country.
	prefix, _, _ := strings.Cut(*in, "-")
	found.Refuse(prefix != *of, "/region", "other_country", "The region is not of this country.")
	return nil
}

// rounded is a coordinate with the digits that are stored.
func rounded(o service.Optional[decimal.Decimal]) service.Optional[decimal.Decimal] {
	if o.Value != nil {
		stored := o.Value.Round(positionDigits)
		o.Value = &stored
	}
	return o
}
