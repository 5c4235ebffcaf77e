package schema

import (
	"encoding/json"

	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/schema/mixin"
)

// ImportJob is an uploaded file of patients that is loaded in the background (FHIR Task).
type ImportJob struct{ ent.Schema }

// Mixin of ImportJob.
func (ImportJob) Mixin() []ent.Mixin { return []ent.Mixin{mixin.UUIDKey{}, mixin.Mutable{}} }

var (
	importFormats = []string{"ndjson", "json", "archive", "csv"}
	// importStatuses are those codes of FHIR's task-status that a job can have.
	importStatuses = []string{"accepted", "in-progress", "completed", "failed", "cancelled"}
)

// Fields of ImportJob.
func (ImportJob) Fields() []ent.Field {
	return []ent.Field{
		foreignID("institution_id"), // the only institution whose patients may be written; NULL writes all
		field.String("requester_type").MaxRuneLen(20).Immutable().SchemaType(varchar(20)),
		field.UUID("requester_id", uuid.UUID{}).Immutable().Comment("the account"),
		field.Enum("format").Values(importFormats...).Immutable().SchemaType(varchar(10)),
		field.Bool("dry_run").Default(false).Immutable(),
		field.JSON("options", json.RawMessage{}).Optional().Immutable(),
		field.Enum("status").Values(importStatuses...).Default("accepted").SchemaType(varchar(20)),
		field.String("step").MaxRuneLen(100).Default("").SchemaType(varchar(100)).Comment("what is being done, in a few words"),
		field.Int64("bytes_read").Default(0),
		field.Int64("bytes_total").Default(0),
		field.JSON("report", json.RawMessage{}).Optional().Comment("counts, when it has ended"),
		field.Int("problem_count").Default(0),
		field.String("failure").MaxRuneLen(500).Optional().Nillable().SchemaType(varchar(500)).Comment("why nothing was loaded"),
		field.Int("attempts").Default(0).SchemaType(postgres("smallint")),
		instant("lease_expires_at"),
		instant("started_at"),
		instant("ended_at"),
	}
}

// Edges of ImportJob. Its file waits in chunks until the job has ended.
func (ImportJob) Edges() []ent.Edge {
	return []ent.Edge{
		belongsTo("import_jobs", "institution", "institution_id", MedicalInstitution.Type, entsql.Cascade),
	}
}

// Indexes of ImportJob.
func (ImportJob) Indexes() []ent.Index {
	return []ent.Index{
		// What to do next.
		index.Fields("created_at", "id").StorageKey("import_jobs_open").
			Annotations(entsql.IndexWhere("status IN ('accepted', 'in-progress')")),
		// All jobs, newest first, for staff; those past their time, for the sweeper.
		index.Fields("created_at", "id"),
		// An institution's jobs, newest first; the foreign key.
		index.Fields("institution_id", "created_at", "id"),
	}
}

// Annotations of ImportJob.
func (ImportJob) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"import_jobs_format":        oneOf("format", importFormats...),
		"import_jobs_status":        oneOf("status", importStatuses...),
		"import_jobs_requester":     oneOf("requester_type", "user", "cms_user", "service_account"),
		"import_jobs_bytes":         "bytes_read BETWEEN 0 AND bytes_total",
		"import_jobs_problem_count": "problem_count >= 0",
		"import_jobs_ended":         "(ended_at IS NOT NULL) = (status IN ('completed', 'failed', 'cancelled'))",
		"import_jobs_failure":       "(failure IS NOT NULL) = (status = 'failed')",
	})}
}

// Policy of ImportJob.
func (ImportJob) Policy() ent.Policy { return rule.SystemOnly() }
