package dataset

import (
	"cmp"
	"maps"
	"slices"

	"github.com/predicthealth/predicthealth/service/dataset/fhir"
)

// Problem is a line that is not loaded, or a part of a line that is left out. It contains no value of the line.
type Problem struct {
	File     string `json:"file"`
	Line     int    `json:"line"` // where it begins; for what a Bundle holds, the line inside the file
	Resource string `json:"resource"`
	ID       string `json:"id"`
	Field    string `json:"field"` // FHIR element, empty for the whole line
	Code     string `json:"code"`  // stable, snake case
	Message  string `json:"message"`
	Severity string `json:"severity"` // error: the line is not loaded; warning: a part of it is not loaded
}

// Severities of a [Problem].
const (
	SeverityError   = "error"
	SeverityWarning = "warning"
)

// ImportReport counts what an import did.
type ImportReport struct {
	DryRun    bool            `json:"dry_run"`
	Resources []ResourceCount `json:"resources"`
	Tables    []TableCount    `json:"tables"`        // written in addition to the resources' own tables
	Warnings  []ReasonCount   `json:"warnings"`      // parts that were left out
	Files     []string        `json:"files"`         // read; without the only file if it has no name
	Ignored   []IgnoredFile   `json:"ignored_files"` // in the folder or archive, but not read
}

// IgnoredFile is a file that is not read.
type IgnoredFile struct {
	Name   string `json:"name"`
	Reason string `json:"reason"` // for people
}

// OtherResources is the name under which lines are counted that don't say which type they have.
const OtherResources = "other"

// maxTypes is how many types of resource a report tells apart. FHIR R4 has fewer; the others of a file are made up.
const maxTypes = 200

// ResourceCount counts the lines of one FHIR resource type: Read = Inserted + Updated + Unchanged + Skipped.
type ResourceCount struct {
	Resource  string        `json:"resource"`
	Read      int           `json:"read_count"`
	Inserted  int           `json:"inserted_count"`
	Updated   int           `json:"updated_count"`
	Unchanged int           `json:"unchanged_count"`
	Skipped   int           `json:"skipped_count"`
	Reasons   []ReasonCount `json:"reasons"` // why lines were skipped
}

// TableCount counts the rows of one table.
type TableCount struct {
	Table     string `json:"table"`
	Inserted  int    `json:"inserted_count"`
	Updated   int    `json:"updated_count"`
	Unchanged int    `json:"unchanged_count"`
}

// ReasonCount says how often something was left out for a reason, and whether the data is at fault.
type ReasonCount struct {
	Code  string `json:"code"`
	Count int    `json:"line_count"`
	Error bool   `json:"is_error"`
}

// Errors returns the number of lines that are not loaded because of errors in them.
func (r ImportReport) Errors() int {
	n := 0
	for _, resource := range r.Resources {
		for _, reason := range resource.Reasons {
			if reason.Error {
				n += reason.Count
			}
		}
	}
	return n
}

// Read returns the number of lines that were read.
func (r ImportReport) Read() int {
	n := 0
	for _, resource := range r.Resources {
		n += resource.Read
	}
	return n
}

// tally collects the counts of an import.
type tally struct {
	resources map[string]*ResourceCount
	warnings  []ReasonCount
}

func newTally() *tally { return &tally{resources: map[string]*ResourceCount{}} }

func (t *tally) of(resource string) *ResourceCount {
	if t.resources[resource] == nil && len(t.resources) >= maxTypes || resource == "" {
		resource = OtherResources
	}
	if t.resources[resource] == nil {
		t.resources[resource] = &ResourceCount{Resource: resource, Reasons: []ReasonCount{}}
	}
	return t.resources[resource]
}

// add counts n lines by their outcome in the import's staging tables.
func (t *tally) add(resource, outcome, reason string, n int) {
	count := t.of(resource)
	switch outcome {
	case "inserted":
		count.Inserted += n
	case "updated":
		count.Updated += n
	case "unchanged":
		count.Unchanged += n
	case "skipped", "rejected":
		count.Skipped += n
		count.Reasons = addReason(count.Reasons, ReasonCount{Code: reason, Count: n, Error: outcome == "rejected"})
	case "warning":
		t.warnings = addReason(t.warnings, ReasonCount{Code: reason, Count: n})
	}
}

func addReason(reasons []ReasonCount, more ReasonCount) []ReasonCount {
	for i := range reasons {
		if reasons[i].Code == more.Code && reasons[i].Error == more.Error {
			reasons[i].Count += more.Count
			return reasons
		}
	}
	return append(reasons, more)
}

// fill puts the counts into the report in a fixed order.
func (t *tally) fill(report *ImportReport) {
	byCode := func(a, b ReasonCount) int { return cmp.Compare(a.Code, b.Code) }
	others := slices.DeleteFunc(slices.Sorted(maps.Keys(t.resources)), func(resource string) bool {
		return slices.Contains(fhir.Resources, resource) || resource == OtherResources
	})
	for _, resource := range slices.Concat(fhir.Resources, others, []string{OtherResources}) {
		if count := t.resources[resource]; count != nil {
			slices.SortFunc(count.Reasons, byCode)
			report.Resources = append(report.Resources, *count)
		}
	}
	slices.SortFunc(t.warnings, byCode)
	report.Warnings = append(report.Warnings, t.warnings...)
}
