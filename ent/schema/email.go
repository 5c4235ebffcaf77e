package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// Email is an email address for contacting an entity; the address that signs in is in User.
type Email struct{ ent.Schema }

// Mixin of Email.
func (Email) Mixin() []ent.Mixin {
	return []ent.Mixin{mixin.UUIDKey{}, mixin.Mutable{}, owned{}, contact{}}
}

// Fields of Email.
func (Email) Fields() []ent.Field {
	return []ent.Field{
		field.Int("email_type_id"),
		field.String("email").MaxRuneLen(254).SchemaType(varchar(254)),
	}
}

// Edges of Email.
func (Email) Edges() []ent.Edge {
	return []ent.Edge{requires("emails", "type", "email_type_id", EmailType.Type, entsql.Restrict)}
}

// Indexes of Email.
func (Email) Indexes() []ent.Index {
	return []ent.Index{
		// Each address once per entity; the contacts of an entity.
		index.Fields("entity_type", "entity_id", "email").Unique(),
		// The one primary address of an entity.
		index.Fields("entity_type", "entity_id").Unique().StorageKey("emails_one_primary").
			Annotations(entsql.IndexWhere("is_primary")),
		// Whose address is this.
		index.Fields("email"),
		// The foreign key.
		index.Fields("email_type_id"),
	}
}

// Annotations of Email.
func (Email) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"emails_entity_type":  oneOf("entity_type", entityTypes...),
		"emails_email_format": emailFormat("email"),
	})}
}

// Policy of Email.
func (Email) Policy() ent.Policy { return rule.Email() }
