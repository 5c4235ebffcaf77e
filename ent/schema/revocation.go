package schema

import (
	"time"

	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// Revocation makes all access tokens of a session, or of a service account's secret, invalid before they expire. To shut
// out an account, each of its sessions is revoked, so that no clock has to say which tokens are older.
type Revocation struct{ ent.Schema }

// Mixin of Revocation.
func (Revocation) Mixin() []ent.Mixin { return []ent.Mixin{mixin.Created{}} }

var revocationSubjects = []string{"session", "service_account_secret"}

// Fields of Revocation. Numbers are assigned under an advisory transaction lock, so that readers who poll for numbers
// above the last they saw never miss a late commit.
func (Revocation) Fields() []ent.Field {
	return []ent.Field{
		field.Int64("id").StorageKey("number"),
		field.Enum("subject_type").Values(revocationSubjects...).Immutable().SchemaType(varchar(30)),
		field.UUID("subject_id", uuid.UUID{}).Immutable(),
		field.Time("expires_at").GoType(time.Time{}).Immutable().SchemaType(postgres("timestamptz")).
			Comment("when the last token it concerns has expired"),
	}
}

// Indexes of Revocation.
func (Revocation) Indexes() []ent.Index {
	return []ent.Index{
		// Revocations still in force, when an instance starts; expired ones, for the sweeper.
		index.Fields("expires_at"),
	}
}

// Annotations of Revocation.
func (Revocation) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"revocations_subject_type": oneOf("subject_type", revocationSubjects...),
	})}
}

// Policy of Revocation.
func (Revocation) Policy() ent.Policy { return rule.SystemOnly() }
