package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// ImportProblem is a line that an ImportJob could not load, or loaded with a warning (FHIR OperationOutcome.issue).
type ImportProblem struct{ ent.Schema }

// Mixin of ImportProblem.
func (ImportProblem) Mixin() []ent.Mixin { return []ent.Mixin{mixin.UUIDKey{}, mixin.Created{}} }

var issueSeverities = []string{"error", "warning"}

// Fields of ImportProblem.
func (ImportProblem) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("job_id", uuid.UUID{}).Immutable(),
		field.Int("position").NonNegative().Immutable(),
		field.String("file").MaxRuneLen(500).Default("").Immutable().SchemaType(varchar(500)).Comment("its name in the archive"),
		field.Int("line").NonNegative().Immutable().Comment("of the file, from 1; 0 is the file as a whole"),
		field.String("resource").MaxRuneLen(50).Default("").Immutable().SchemaType(varchar(50)).Comment("FHIR resource type"),
		field.String("resource_id").MaxRuneLen(100).Default("").Immutable().SchemaType(varchar(100)),
		field.String("field").MaxRuneLen(200).Default("").Immutable().SchemaType(varchar(200)).Comment("the field at fault"),
		field.String("code").MaxRuneLen(50).Immutable().SchemaType(varchar(50)),
		field.String("detail").MaxRuneLen(500).Immutable().SchemaType(varchar(500)),
		field.Enum("severity").Values(issueSeverities...).Immutable().SchemaType(varchar(10)),
	}
}

// Edges of ImportProblem.
func (ImportProblem) Edges() []ent.Edge {
	return []ent.Edge{
		partOf("import_problems", "job", "job_id", ImportJob.Type),
	}
}

// Indexes of ImportProblem.
func (ImportProblem) Indexes() []ent.Index {
	return []ent.Index{
		// A job's problems in order; the foreign key.
		index.Fields("job_id", "position").Unique(),
	}
}

// Annotations of ImportProblem.
func (ImportProblem) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"import_problems_severity": oneOf("severity", issueSeverities...),
	})}
}

// Policy of ImportProblem.
func (ImportProblem) Policy() ent.Policy { return rule.SystemOnly() }
