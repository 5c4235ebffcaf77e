package contact

import (
	"context"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/email"
	"github.com/predicthealth/predicthealth/ent/emailtype"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/change"
	"github.com/predicthealth/predicthealth/service/page"
)

// Email is an e-mail address; that which signs in is the account's.
type Email struct {
	Contact
	Address string
	// Type is a code of the catalog e-mail types.
	Type string
}

// EmailValues are those of an address that is added or changed; neither can be removed.
type EmailValues struct{ Address, Type service.Optional[string] }

var emails = table[*Email]{
	name: "email", sql: email.Table, vouched: []string{email.FieldEmail},
	page: func(ctx context.Context, client *ent.Client, cursors *page.Cursors, w where, r page.Request, list string) (page.Page[*Email], error) {
		rows, err := page.List(ctx, cursors, emailQuery(client, w), r, page.Order{Columns: []string{email.FieldEmail}}, list,
			func(row *ent.Email) []any { return []any{row.Email} })
		return page.Map(rows, fromEmail), err
	},
	all: func(ctx context.Context, client *ent.Client, w where) ([]*Email, error) {
		rows, err := emailQuery(client, w).Order(email.ByEmail()).All(ctx)
		return page.Map(page.Page[*ent.Email]{Items: rows}, fromEmail).Items, err
	},
	one: func(ctx context.Context, client *ent.Client, w where) (*Email, error) {
		row, err := emailQuery(client, w).Only(ctx)
		if err != nil {
			return nil, err
		}
		return fromEmail(row), nil
	},
	insert: func(ctx context.Context, tx *ent.Client, o Owner, id uuid.UUID, members []*change.Member) error {
		create := tx.Email.Create().SetID(id).SetEntityType(email.EntityType(o.Kind)).SetEntityID(o.ID)
		return insert(ctx, create.Mutation(), create.Exec, members)
	},
	update: func(ctx context.Context, tx *ent.Client, w where, members []*change.Member) (int, error) {
		rows := tx.Email.Update().Where(w)
		return update(ctx, rows.Mutation(), rows.Save, members)
	},
	remove: func(ctx context.Context, tx *ent.Client, w where) (int, error) {
		return tx.Email.Delete().Where(w).Exec(ctx)
	},
}

const typeCode = "type_code"

// emailQuery reads the code of the type in the same statement.
func emailQuery(client *ent.Client, w where) *ent.EmailQuery {
	query := client.Email.Query().Where(w)
	query.Modify(func(s *sql.Selector) {
		types := sql.Table(emailtype.Table)
		s.Join(types).On(s.C(email.FieldEmailTypeID), types.C(emailtype.FieldID))
		s.AppendSelectAs(types.C(emailtype.FieldCode), typeCode)
	})
	return query
}

func fromEmail(row *ent.Email) *Email {
	return &Email{
		Contact: contactOf(row.ID, row.IsPrimary, row.VerifiedAt, row.CreatedAt, row.UpdatedAt, row.Version),
		Address: row.Email, Type: text(row, typeCode),
	}
}

func (v EmailValues) members(ctx context.Context, tx *ent.Client, before *Email, found *service.Checks) ([]*change.Member, error) {
	if before == nil {
		before = &Email{}
	}
	if v.Address.Value != nil {
		normal, fault := auth.NormalizeEmail("/email", *v.Address.Value)
		if fault != nil {
			found.Fields = append(found.Fields, *fault)
		}
		v.Address.Value = &normal
	}
	kind := change.Of(email.FieldEmailTypeID, v.Type, &before.Type).As("type")
	members := change.Named(change.Of(email.FieldEmail, v.Address, &before.Address), kind)
	found.Fields = append(found.Fields, change.Removed(members, "email", "type")...)
	return members, catalogKey(kind, found, func(code string) (int, error) {
		return tx.EmailType.Query().Where(emailtype.Code(code), emailtype.Active(true)).OnlyID(ctx)
	})
}
