package migration

import (
	"regexp"
	"strings"
)

// printedIn matches how PostgreSQL prints `column IN ('a', 'b')` for a varchar column.
var printedIn = regexp.MustCompile(
	`\(((?:(?:"[^"]+"|\w+)\.)?(?:"[^"]+"|\w+))\)::text (= ANY|<> ALL) \(\(ARRAY\[((?:'(?:[^']|'')*'::character varying(?:, )?)+)\]\)::text\[\]\)`)

// restoreIn turns what PostgreSQL prints for an IN list back into an IN list. Read as printed, it would become another
// expression with the same meaning, and the migrated database would always seem to differ from the desired one.
func restoreIn(statement string) string {
	return printedIn.ReplaceAllStringFunc(statement, func(printed string) string {
		parts := printedIn.FindStringSubmatch(printed)
		operator := "IN"
		if parts[2] == "<> ALL" {
			operator = "NOT IN"
		}
		return parts[1] + " " + operator + " (" + strings.ReplaceAll(parts[3], "'::character varying", "'") + ")"
	})
}
