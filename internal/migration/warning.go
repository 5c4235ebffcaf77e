package migration

import (
	"fmt"
	"strings"

	"ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/schema"
)

// warnings says, for the reader of a migration, what its statement loses or what data it may fail on.
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

// concerns tells whether statement carries out change: Atlas plans several statements for one changed table.
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
			return fmt.Sprintf("DATA-DEPENDENT: fails when the table has rows; give %q a default, or add it as NULL and fill it.", change.C.Name)
		}
	case *schema.ModifyColumn:
		switch {
		case change.Change.Is(schema.ChangeType):
			return fmt.Sprintf("DATA-DEPENDENT: changes the type of %q; may rewrite the table, and fail on values that don't fit.", change.From.Name)
		case change.From.Type.Null && !change.To.Type.Null:
			return fmt.Sprintf("DATA-DEPENDENT: fails when %q has NULLs, and reads the whole table.", change.From.Name)
		}
	case *schema.AddIndex:
		if change.I.Unique {
			return fmt.Sprintf("DATA-DEPENDENT: %q fails on duplicates.", change.I.Name)
		}
	case *schema.AddCheck:
		return fmt.Sprintf("DATA-DEPENDENT: fails on rows that break %q.", change.C.Name)
	case *schema.AddForeignKey:
		return fmt.Sprintf("DATA-DEPENDENT: fails on rows that break %q.", change.F.Symbol)
	}
	return ""
}
