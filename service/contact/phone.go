package contact

import (
	"context"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/phone"
	"github.com/predicthealth/predicthealth/ent/phonetype"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/change"
	"github.com/predicthealth/predicthealth/service/page"
)

// Phone is a phone.
type Phone struct {
	Contact
	// Number is E.164, such as +16175550100.
	Number string
	// CountryCode is the calling code, without the plus sign; AreaCode nil where the country has none or the number
	// doesn't tell.
	CountryCode string
	AreaCode    *string
	// Extension are 1 to 10 digits.
	Extension *string
	// Type is a code of the catalog phone types.
	Type string
}

// PhoneValues are those of a phone that is added or changed; only the extension can be removed. The number is written
// internationally, with a plus sign.
type PhoneValues struct{ Number, Extension, Type service.Optional[string] }

var phones = table[*Phone]{
	name: "phone", sql: phone.Table, vouched: []string{phone.FieldNumber, phone.FieldExtension},
	page: func(ctx context.Context, client *ent.Client, cursors *page.Cursors, w where, r page.Request, list string) (page.Page[*Phone], error) {
		rows, err := page.List(ctx, cursors, phoneQuery(client, w), r, page.Order{Columns: []string{phone.FieldNumber}}, list,
			func(row *ent.Phone) []any { return []any{row.Number} })
		return page.Map(rows, fromPhone), err
	},
	all: func(ctx context.Context, client *ent.Client, w where) ([]*Phone, error) {
		rows, err := phoneQuery(client, w).Order(phone.ByNumber()).All(ctx)
		return page.Map(page.Page[*ent.Phone]{Items: rows}, fromPhone).Items, err
	},
	one: func(ctx context.Context, client *ent.Client, w where) (*Phone, error) {
		row, err := phoneQuery(client, w).Only(ctx)
		if err != nil {
			return nil, err
		}
		return fromPhone(row), nil
	},
	insert: func(ctx context.Context, tx *ent.Client, o Owner, id uuid.UUID, members []*change.Member) error {
		create := tx.Phone.Create().SetID(id).SetEntityType(phone.EntityType(o.Kind)).SetEntityID(o.ID)
		return insert(ctx, create.Mutation(), create.Exec, members)
	},
	update: func(ctx context.Context, tx *ent.Client, w where, members []*change.Member) (int, error) {
		rows := tx.Phone.Update().Where(w)
		return update(ctx, rows.Mutation(), rows.Save, members)
	},
	remove: func(ctx context.Context, tx *ent.Client, w where) (int, error) {
		return tx.Phone.Delete().Where(w).Exec(ctx)
	},
}

// phoneQuery reads the code of the type in the same statement.
func phoneQuery(client *ent.Client, w where) *ent.PhoneQuery {
	query := client.Phone.Query().Where(w)
	query.Modify(func(s *sql.Selector) {
		types := sql.Table(phonetype.Table)
		s.Join(types).On(s.C(phone.FieldPhoneTypeID), types.C(phonetype.FieldID))
		s.AppendSelectAs(types.C(phonetype.FieldCode), typeCode)
	})
	return query
}

func fromPhone(row *ent.Phone) *Phone {
	return &Phone{
		Contact: contactOf(row.ID, row.IsPrimary, row.VerifiedAt, row.CreatedAt, row.UpdatedAt, row.Version),
		Number:  row.Number, CountryCode: row.CountryCode, AreaCode: row.AreaCode, Extension: row.Extension, Type: text(row, typeCode),
	}
}

func (v PhoneValues) members(ctx context.Context, tx *ent.Client, before *Phone, found *service.Checks) ([]*change.Member, error) {
	if before == nil {
		before = &Phone{}
	}
	number := v.number(before, found)
	kind := change.Of(phone.FieldPhoneTypeID, v.Type, &before.Type).As("type")
	members := change.Named(append(number, change.Of(phone.FieldExtension, v.Extension, before.Extension), kind)...)
	found.Fields = append(found.Fields, change.Removed(members, "number", "type")...)
	return members, catalogKey(kind, found, func(code string) (int, error) {
		return tx.PhoneType.Query().Where(phonetype.Code(code), phonetype.Active(true)).OnlyID(ctx)
	})
}

// number are the number and what it tells.
func (v PhoneValues) number(before *Phone, found *service.Checks) []*change.Member {
	if v.Number.Value == nil {
		return []*change.Member{change.Of(phone.FieldNumber, v.Number, &before.Number)}
	}
	parsed, err := ParsePhone(*v.Number.Value)
	found.Refuse(err != nil, "/number", "format", "This is no international phone number such as +16175550100.")
	area := given(parsed.AreaCode)
	if parsed.AreaCode == "" {
		area.Value = nil
	}
	return []*change.Member{
		change.Of(phone.FieldNumber, given(parsed.Number), &before.Number),
		change.Of(phone.FieldCountryCode, given(parsed.CountryCode), &before.CountryCode),
		change.Of(phone.FieldAreaCode, area, before.AreaCode),
	}
}
