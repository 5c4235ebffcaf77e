package migration

import (
	"fmt"
	"slices"
	"strings"

	"ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/postgres"
	"ariga.io/atlas/sql/schema"
)

// warnings says, for the reader of a migration, what data its statement loses and on what data it may fail.
func warnings(c *migrate.Change) []string {
	switch source := c.Source.(type) {
	case *schema.DropTable:
		return []string{fmt.Sprintf("DESTRUCTIVE: the rows of %q are lost.", source.T.Name)}
	case *schema.ModifyTable:
		var lines []string
		for _, change := range source.Changes {
			if line := tableWarning(change); line != "" && concerns(c.Cmd, change) {
				lines = append(lines, line)
			}
		}
		return lines
	default:
		return nil
	}
}

// concerns reports whether statement carries out change: Atlas plans several statements for one changed table.
func concerns(statement string, change schema.Change) bool {
	if add, ok := change.(*schema.AddIndex); ok {
		return (strings.HasPrefix(statement, "CREATE") || strings.HasPrefix(statement, "ALTER")) && strings.Contains(statement, quote(add.I.Name))
	}
	return strings.HasPrefix(statement, "ALTER TABLE")
}

func tableWarning(change schema.Change) string {
	switch change := change.(type) {
	case *schema.DropColumn:
		return fmt.Sprintf("DESTRUCTIVE: the values of %q are lost.", change.C.Name)
	case *schema.AddColumn:
		if !change.C.Type.Null && change.C.Default == nil && !has[*schema.GeneratedExpr](change.C.Attrs) {
			return fmt.Sprintf("DATA-DEPENDENT: fails if the table has rows; give %q a default, or add it as NULL and fill it.", change.C.Name)
		}
	case *schema.ModifyColumn:
		switch {
		case change.Change.Is(schema.ChangeType) && widens(change.From.Type.Type, change.To.Type.Type):
		case change.Change.Is(schema.ChangeType):
			return fmt.Sprintf("DATA-DEPENDENT: changes the type of %q; may rewrite the table, and fail on values that don't fit.", change.From.Name)
		case change.From.Type.Null && !change.To.Type.Null:
			return fmt.Sprintf("DATA-DEPENDENT: fails if %q has NULLs, and reads the whole table.", change.From.Name)
		}
	case *schema.AddIndex:
		if change.I.Unique {
			return fmt.Sprintf("DATA-DEPENDENT: %q fails on duplicates.", change.I.Name)
		}
	}
	return ""
}

// widens reports whether every value of the old type is stored the same in the new type, so that PostgreSQL only notes
// the new one.
func widens(from, to schema.Type) bool {
	switch from := from.(type) {
	case *schema.StringType:
		wide, ok := to.(*schema.StringType)
		isOf := func(t *schema.StringType, names ...string) bool { return slices.Contains(names, t.T) }
		return ok && isOf(from, postgres.TypeCharVar, postgres.TypeVarChar, postgres.TypeText) &&
			(isOf(wide, postgres.TypeText) || isOf(wide, postgres.TypeCharVar, postgres.TypeVarChar) && (wide.Size == 0 || from.Size > 0 && wide.Size >= from.Size))
	case *schema.DecimalType:
		wide, ok := to.(*schema.DecimalType)
		return ok && (wide.Precision == 0 || from.Precision > 0 && wide.Scale == from.Scale && wide.Precision >= from.Precision)
	default:
		return false
	}
}
