# Atlas project: https://atlasgo.io/atlas-schema/projects. Every build of Atlas reads it, the community's too.
# The same work without Atlas: go run ./cmd/migrate --help.

variable "dev_url" {
  type        = string
  default     = "docker://postgres/15/dev?search_path=public"
  description = "An empty PostgreSQL database to replay migrations in, made anew for each command, with search_path=public."
}

variable "url" {
  type        = string
  default     = getenv("MIGRATE_DATABASE_URL")
  description = "The database that migrations are applied to."
}

env "local" {
  # Generated from ent/schema and sql/ by `go run ./cmd/migrate diff`, which also writes the migrations: it knows
  # functions, triggers, views and grants, which the community's `atlas migrate diff` doesn't.
  src = "file://ent/migrate/schema.sql"
  dev = var.dev_url
  url = var.url

  migration {
    dir              = "file://ent/migrate/migrations"
    revisions_schema = "atlas_schema_revisions"
  }
}

lint {
  destructive {
    error = true
  }
  data_depend {
    error = true
  }
  incompatible {
    error = true
  }
  concurrent_index {
    error = true
  }
}
