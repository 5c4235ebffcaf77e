package catalog

import (
	"strings"
	"sync"
)

// groupRule puts the codes from first to last, and all codes below these, into a group; without last, only first.
type groupRule struct{ group, first, last string }

// groupRules are the rules of sql/seed/condition_groups.csv, by code system.
var groupRules = sync.OnceValue(func() map[string][]groupRule {
	rows, err := readSeed("condition_groups.csv")
	if err != nil {
		panic(err) // the file is part of the program
	}
	rules := map[string][]groupRule{}
	for _, r := range rows {
		rule := groupRule{group: r["condition_group"].(string), first: r["first_code"].(string)}
		rule.last, _ = r["last_code"].(string)
		system := r["code_system"].(string)
		rules[system] = append(rules[system], rule)
	}
	return rules
})

// ConditionGroup returns the group in which statistics count a condition, such as "diabetes", or "" for none. The system is
// a FHIR URI such as [ICD10CM]; of another ICD-10, whole categories count. Names don't matter.
func ConditionGroup(system, code string) string {
	for _, rule := range groupRules()[system] {
		if rule.covers(code) {
			return rule.group
		}
	}
	if system != ICD10CM && strings.Contains(strings.ToLower(system), "icd-10") {
		for _, rule := range groupRules()[ICD10CM] { // categories are the same in all modifications, what they divide into isn't
			if len(rule.first) == category && len(rule.last) == category && rule.covers(code) {
				return rule.group
			}
		}
	}
	return ""
}

// category is the length of a category's code in ICD-10.
const category = 3

func (r groupRule) covers(code string) bool {
	if r.last == "" {
		return code == r.first
	}
	return prefix(code, len(r.first)) >= r.first && prefix(code, len(r.last)) <= r.last
}

func prefix(s string, n int) string { return s[:min(n, len(s))] }
