package migration

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/postgres"
	"ariga.io/atlas/sql/schema"
	"ariga.io/atlas/sql/sqlcheck"
	"ariga.io/atlas/sql/sqlclient"
	"github.com/lib/pq"
)

//go:embed facts.sql
var factsQuery string

//go:embed unindexed.sql
var unindexedQuery string

// lintFile is a migration with the effects of each of its statements on the dev database.
type lintFile struct {
	*sqlcheck.File
	dev   *sqlclient.Client
	steps []*lintStep
	stmts []*lintStmt
	// before and after are the dev database before and after the file.
	before, after snapshot
	// unindexed are the foreign keys, as "table constraint", that no index serves once all files are applied.
	unindexed map[string]bool
}

// lintStep is one statement; before and after are the tables by oid.
type lintStep struct {
	*sqlcheck.Change
	before, after map[int64]tableFacts
}

type tableFacts struct {
	name        string
	filenode    int64
	partition   bool             // is part of a partitioned table
	partitioned bool             // has partitions
	columns     map[int64]string // by number, which a rename keeps
	notNull     []string         // columns with a valid CHECK (… IS NOT NULL)
}

// untouching matches statements that change no table, after which there is no need to look.
var untouching = regexp.MustCompile(`(?i)^\s*(CREATE\s+(OR\s+REPLACE\s+)?(FUNCTION|PROCEDURE|VIEW|TRIGGER|EXTENSION|ROLE|POLICY)|` +
	`DROP\s+(FUNCTION|PROCEDURE|VIEW|TRIGGER|POLICY)|GRANT|REVOKE|COMMENT|INSERT|UPDATE|DELETE|SELECT|SET|ALTER\s+(DEFAULT|ROLE|FUNCTION|VIEW))\b`)

// load executes the files of scope on db and records their effects.
func load(ctx context.Context, db *devDatabase, scope lintScope) ([]*lintFile, error) {
	drv, err := postgres.Open(db)
	if err != nil {
		return nil, err
	}
	client := &sqlclient.Client{Name: postgres.DriverName, DB: db.DB, Driver: drv}
	state, err := look(ctx, db, drv)
	if err != nil {
		return nil, err
	}
	before, err := takeSnapshot(ctx, db)
	if err != nil {
		return nil, err
	}
	var files []*lintFile
	for i, f := range scope.files {
		file := &lintFile{File: &sqlcheck.File{File: f, From: state.schema.Realm, Parser: fills{}}, dev: client, before: before}
		start := state.schema
		stmts, err := scan(string(f.Bytes()))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name(), err)
		}
		// In the first migration everything is new: one look at the end replaces one for each statement.
		bulk := i == 0 && len(scope.base) == 0
		for n, stmt := range stmts {
			file.stmts = append(file.stmts, &lintStmt{Stmt: stmt, words: executed(stmt.Text)})
			if _, err := db.ExecContext(ctx, stmt.Text); err != nil {
				return nil, stmtError(f, stmt, err, "replaying it on the dev database")
			}
			if bulk && n < len(stmts)-1 || !bulk && untouching.MatchString(stmt.Text) {
				continue
			}
			if state, err = file.step(ctx, db, drv, stmt, state); err != nil {
				return nil, err
			}
		}
		file.To = state.schema.Realm
		if file.after, err = takeSnapshot(ctx, db); err != nil {
			return nil, err
		}
		before = file.after
		if file.Sum, err = drv.SchemaDiff(start, state.schema); err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	unindexed, err := readUnindexed(ctx, db)
	for _, f := range files {
		f.unindexed = unindexed
	}
	return files, err
}

// step records what stmt did since state, and returns the new state.
func (f *lintFile) step(ctx context.Context, db querier, drv migrate.Driver, stmt *migrate.Stmt, state lintState) (lintState, error) {
	next, err := look(ctx, db, drv)
	if err != nil {
		return state, err
	}
	changes, err := drv.SchemaDiff(state.schema, next.schema)
	if err != nil {
		return state, fmt.Errorf("%s: %w", f.Name(), err)
	}
	change := &sqlcheck.Change{Stmt: stmt, Changes: seeRenames(changes, state.tables, next.tables)}
	f.Changes = append(f.Changes, change)
	f.steps = append(f.steps, &lintStep{Change: change, before: state.tables, after: next.tables})
	return next, nil
}

// lintState is the dev database between two statements.
type lintState struct {
	schema *schema.Schema
	tables map[int64]tableFacts
}

func look(ctx context.Context, db querier, drv migrate.Driver) (state lintState, err error) {
	if state.schema, err = drv.InspectSchema(ctx, "public", nil); err != nil {
		return state, fmt.Errorf("inspect dev database: %w", err)
	}
	rows, err := db.QueryContext(ctx, factsQuery)
	if err != nil {
		return state, fmt.Errorf("inspect dev database: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	state.tables = map[int64]tableFacts{}
	for rows.Next() {
		var (
			oid     int64
			t       tableFacts
			numbers pq.Int64Array
			names   pq.StringArray
		)
		if err := rows.Scan(&oid, &t.name, &t.filenode, &t.partition, &t.partitioned, &numbers, &names, (*pq.StringArray)(&t.notNull)); err != nil {
			return state, fmt.Errorf("inspect dev database: %w", err)
		}
		t.columns = map[int64]string{}
		for i, n := range numbers {
			t.columns[n] = names[i]
		}
		state.tables[oid] = t
	}
	return state, rows.Err()
}

// seeRenames turns a rename, which Atlas sees as a drop and an addition, back into a rename.
func seeRenames(changes schema.Changes, before, after map[int64]tableFacts) schema.Changes {
	for oid, old := range before {
		now, ok := after[oid]
		if !ok {
			continue
		}
		if old.name != now.name {
			changes = renameTable(changes, old.name, now.name)
		}
		for number, column := range old.columns {
			if name, ok := now.columns[number]; ok && name != column {
				renameColumn(changes, now.name, column, name)
			}
		}
	}
	return changes
}

func renameTable(changes schema.Changes, from, to string) schema.Changes {
	drop, add := changes.IndexDropTable(from), changes.IndexAddTable(to)
	if drop < 0 || add < 0 {
		return changes
	}
	changes[drop] = &schema.RenameTable{From: changes[drop].(*schema.DropTable).T, To: changes[add].(*schema.AddTable).T}
	return slices.Delete(changes, add, add+1)
}

func renameColumn(changes schema.Changes, table, from, to string) {
	i := slices.IndexFunc(changes, func(c schema.Change) bool { return tableName(c) == table })
	if i < 0 {
		return
	}
	m := changes[i].(*schema.ModifyTable)
	of := schema.Changes(m.Changes)
	drop, add := of.IndexDropColumn(from), of.IndexAddColumn(to)
	if drop < 0 || add < 0 {
		return
	}
	of[drop] = &schema.RenameColumn{From: of[drop].(*schema.DropColumn).C, To: of[add].(*schema.AddColumn).C}
	m.Changes = slices.Delete(of, add, add+1)
}

func readUnindexed(ctx context.Context, db querier) (_ map[string]bool, err error) {
	rows, err := db.QueryContext(ctx, unindexedQuery)
	if err != nil {
		return nil, fmt.Errorf("list foreign keys: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	keys := map[string]bool{}
	for rows.Next() {
		var table, constraint string
		if err := rows.Scan(&table, &constraint); err != nil {
			return nil, fmt.Errorf("list foreign keys: %w", err)
		}
		keys[table+" "+constraint] = true
	}
	return keys, rows.Err()
}

// fills answers the questions of Atlas' analyzers about statements.
type fills struct{}

// ColumnFilledBefore reports whether a statement before pos updates the column, so that it may no longer hold NULLs.
func (fills) ColumnFilledBefore(stmts []*migrate.Stmt, t *schema.Table, c *schema.Column, pos int) (bool, error) {
	update, err := regexp.Compile(`(?is)^\s*UPDATE\s+(ONLY\s+)?("?public"?\.)?"?` + regexp.QuoteMeta(t.Name) + `"?\s.*\bSET\b.*"?\b` + regexp.QuoteMeta(c.Name) + `\b"?\s*=`)
	if err != nil {
		return false, err
	}
	return slices.ContainsFunc(stmts, func(s *migrate.Stmt) bool {
		return s.Pos < pos && update.MatchString(strings.TrimSpace(s.Text))
	}), nil
}
