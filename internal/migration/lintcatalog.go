package migration

import (
	"slices"
	"strings"
)

// checkCatalog reports what the file removes other than tables, constraints, views, routines and triggers: defaults of
// columns, types, policies and rights.
func (f *lintFile) checkCatalog(report fileReporter) {
	for _, d := range compare(f.before.catalog, f.after.catalog) {
		switch {
		case d.want == nil:
			f.checkGone(d, report)
		case d.have == nil && d.Kind == "column":
		case d.have == nil && d.Kind == "routine", d.Kind == "routine":
			f.checkDefiner(d, report)
		case d.have == nil:
		case d.Kind == "column":
			f.checkColumn(d, report)
		case d.Kind == "type":
			f.checkType(d, report)
		case d.Kind == "row security" && d.Have == "forced":
			report(f.at(d.Name), codeUnguarded, "Row security of table %q no longer binds its owner", d.Name)
		}
	}
}

func (f *lintFile) checkGone(d Difference, report fileReporter) {
	name, parent, _ := strings.Cut(d.Name, " on ")
	switch d.Kind {
	case "extension", "schema", "type", "sequence":
		report(f.at(d.Name), codeInUse, "Dropping %s %q, which the last release may use", d.Kind, d.Name)
	case "row security":
		if f.after.hasTable(d.Name) {
			report(f.at(d.Name), codeUnguarded, "Disabling row security of table %q", d.Name)
		}
	case "policy", "rule":
		if f.after.hasTable(parent) {
			report(f.at(name, parent), codeUnguarded, "Dropping %s %q", d.Kind, d.Name)
		}
	case "grant":
		if g := parseGrant(d.Name); g.grantee != "PUBLIC" && f.after.hasTarget(g.target) && !f.after.has([]string{"grant"}, g.whole()) {
			report(f.at(targetName(g.target), g.grantee), codeRights, "Revoking %s on %s from %s", g.privilege, g.target, g.grantee)
		}
	case "default privilege":
		if !strings.HasSuffix(d.Name, " to PUBLIC") {
			report(f.at("default", "privileges"), codeRights, "Revoking the default privilege %s", d.Name)
		}
	}
}

// grant is the name of a grant in the catalog, split into its parts.
type grant struct{ privilege, target, grantee string }

func parseGrant(name string) grant {
	privilege, rest, _ := strings.Cut(name, " on ")
	i := strings.LastIndex(rest, " to ")
	return grant{privilege, rest[:i], rest[i+len(" to "):]}
}

// whole returns the name of the same grant on all columns.
func (g grant) whole() string {
	privilege, _, _ := strings.Cut(g.privilege, " (")
	return privilege + " on " + g.target + " to " + g.grantee
}

// targetName returns the name of the object that a grant is on; for a routine, without its arguments.
func targetName(target string) string {
	_, name, _ := strings.Cut(target, " ")
	return routineName(name)
}

// routineName returns the name of a routine without its arguments.
func routineName(signature string) string {
	name, _, _ := strings.Cut(signature, "(")
	return name
}

// hasTarget reports whether the object of a grant exists.
func (s snapshot) hasTarget(target string) bool {
	word, name, _ := strings.Cut(target, " ")
	switch word {
	case "table":
		return s.hasTable(name) || s.has([]string{"view", "materialized view"}, name)
	case "sequence":
		return s.has([]string{"sequence"}, name)
	case "schema":
		return name == "public" || s.has([]string{"schema"}, name)
	default:
		return s.has([]string{"routine"}, name)
	}
}

func (f *lintFile) checkColumn(d Difference, report fileReporter) {
	table, column, _ := strings.Cut(d.Name, ".")
	if strings.Contains(d.Have, " NOT NULL") && !strings.Contains(d.Want, " NOT NULL") {
		report(f.at(table, column), codeRuleGone, "Dropping NOT NULL of column %q of table %q: the last release doesn't expect NULL there", column, table)
	}
	for _, filling := range []string{" DEFAULT ", " GENERATED ", "identity="} {
		if strings.Contains(d.Have, filling) && !strings.Contains(d.Want, filling) {
			report(f.at(table, column), codeInUse, "Dropping the default of column %q of table %q: the last release inserts rows without a value for it", column, table)
		}
	}
}

// checkType reports a type that lost a value or got a constraint; additional values are harmless.
func (f *lintFile) checkType(d Difference, report fileReporter) {
	values := statementWords(d.Want)
	for _, value := range statementWords(d.Have) {
		if strings.HasPrefix(value, "'") && !slices.Contains(values, value) {
			report(f.at(d.Name), codeInUse, "Dropping or renaming value %q of type %q, which the last release may use", value[1:], d.Name)
		}
	}
	if begins(values, "D") {
		report(f.at(d.Name), codeValidated, "Changing domain %q reads every table that uses it while nobody can write them", d.Name)
	}
}

// checkDefiner reports a routine that runs with its owner's rights on whatever the caller's search_path finds.
func (f *lintFile) checkDefiner(d Difference, report fileReporter) {
	head, _, _ := strings.Cut(d.Want, "\nAS ")
	if strings.Contains(head, "SECURITY DEFINER") && !strings.Contains(head, "SET search_path TO") {
		report(f.at(routineName(d.Name)), codeDefiner, "Routine %q is SECURITY DEFINER without its own search_path", d.Name)
	}
}
