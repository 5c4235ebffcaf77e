package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/mixin"
)

// signIn holds what the platform stores about an account's sign-ins, for users and CMS users alike. The password hash
// has its own table, which only the code that signs people in may read.
type signIn struct{ mixin.Schema }

// Fields of signIn.
func (signIn) Fields() []ent.Field {
	return []ent.Field{
		field.String("email").MaxRuneLen(254).Unique().SchemaType(varchar(254)),
		field.Bool("active").Default(true),
		field.Bool("verified").Default(false).Comment("the e-mail address was confirmed"),
		instant("last_login_at"),
		ip("last_login_ip"),
		field.Int("failed_logins").Default(0).SchemaType(postgres("integer")),
		instant("last_failed_login_at"),
		instant("locked_until"),
		instant("password_changed_at"),
		field.Bool("password_change_required").Default(false),
	}
}
