package catalog

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"path"

	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

// seed is a file of sql/seed with the query that writes its rows.
type seed struct {
	table string
	file  string // <table>.csv if empty
	query string // seed_<table> if empty
	// tree says that rows refer to other rows of the file, and that the query writes one level of the tree at a time.
	tree bool
	// complete adds derived values to a row.
	complete func(row)
}

// seeds are in an order in which rows come before the rows that refer to them.
var seeds = []seed{
	{table: "countries"},
	{table: "regions", tree: true},
	{table: "institution_types", query: "seed_named"},
	{table: "sexes", query: "seed_named"},
	{table: "genders", query: "seed_named"},
	{table: "email_types", query: "seed_named"},
	{table: "phone_types", query: "seed_named"},
	{table: "blood_types"},
	{table: "blood_type_compatibilities"},
	{table: "specialty_categories", tree: true},
	{table: "doctor_specialties"},
	{table: "medical_conditions", complete: func(r row) { addConditionGroup(r); addUsageRank(r) }},
	{table: "medications", query: "seed_coded", complete: addUsageRank},
	{table: "allergies"},
	{table: "allergic_reactions", query: "seed_coded", complete: addUsageRank},
	{table: "patient_validation_transitions"},
	{table: "cms_permissions"},
	{table: "cms_roles"},
	{table: "cms_role_permissions"},
	{table: "system_settings", file: "system_settings.json"},
}

// row is a line of a seed file, by column; an empty field is nil.
type row map[string]any

// SeedSummary counts what [Seed] did, per table, in the order of writing.
type SeedSummary struct {
	Tables []TableSummary `json:"tables"`
}

// TableSummary counts the seed's rows for one table.
type TableSummary struct {
	Table     string `json:"table"`
	Inserted  int    `json:"inserted_count"`
	Updated   int    `json:"updated_count"`
	Unchanged int    `json:"unchanged_count"`
}

// Changed says whether any row was written.
func (s SeedSummary) Changed() bool {
	for _, t := range s.Tables {
		if t.Inserted+t.Updated > 0 {
			return true
		}
	}
	return false
}

// Seed writes the catalogs, roles and settings that the platform ships with, in one transaction. Seeding again writes
// nothing, not even a sequence; several instances may seed at once. It needs the rights of the tables' owner.
//
// Rows that repeat a standard (countries, regions, blood types, validation steps) are brought up to date. Whatever
// administrators may word or choose stays as they left it: entries of small catalogs, specialties, values of settings,
// permissions taken from a role (except that Admin always has all of them). Coded concepts keep the name from the list that
// they were last loaded from.
func Seed(ctx context.Context, db *sql.DB) (SeedSummary, error) {
	var summary SeedSummary
	err := inTransaction(ctx, db, func(tx *sql.Tx) error {
		for _, s := range seeds {
			counts, err := s.write(ctx, tx)
			if err != nil {
				return err
			}
			summary.Tables = append(summary.Tables, counts)
		}
		return nil
	})
	if err != nil {
		return SeedSummary{}, fmt.Errorf("seed: %w", err)
	}
	return summary, nil
}

func (s seed) write(ctx context.Context, tx *sql.Tx) (TableSummary, error) {
	counts := TableSummary{Table: s.table}
	rows, err := s.rows()
	if err != nil {
		return counts, err
	}
	name := s.query
	if name == "" {
		name = "seed_" + s.table
	}
	text, err := query(name, s.table)
	if err != nil {
		return counts, err
	}
	for {
		var given, inserted, updated int
		if err := tx.QueryRowContext(ctx, text, string(rows)).Scan(&given, &inserted, &updated); err != nil {
			return counts, fmt.Errorf("%s: %w", s.table, err)
		}
		counts.Inserted += inserted
		counts.Updated += updated
		counts.Unchanged = given - counts.Inserted - counts.Updated
		if !s.tree || inserted == 0 {
			return counts, nil
		}
	}
}

// rows returns the file's rows as a JSON array of objects.
func (s seed) rows() ([]byte, error) {
	file := s.file
	if file == "" {
		file = s.table + ".csv"
	}
	if path.Ext(file) == ".json" {
		return sqlfiles.FS.ReadFile("seed/" + file)
	}
	rows, err := readSeed(file)
	if err != nil {
		return nil, err
	}
	if s.complete != nil {
		for _, r := range rows {
			s.complete(r)
		}
	}
	return json.Marshal(rows)
}

// readSeed reads a CSV file from sql/seed.
func readSeed(file string) ([]row, error) {
	text, err := sqlfiles.FS.ReadFile("seed/" + file)
	if err != nil {
		return nil, err
	}
	lines, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("seed/%s: %w", file, err)
	}
	rows := make([]row, 0, len(lines))
	for _, line := range lines[1:] {
		r := row{}
		for i, column := range lines[0] {
			if line[i] != "" {
				r[column] = line[i]
			}
		}
		rows = append(rows, r)
	}
	return rows, nil
}

func addConditionGroup(r row) {
	if group := ConditionGroup(r["code_system"].(string), r["code"].(string)); group != "" {
		r["condition_group"] = group
	}
}
