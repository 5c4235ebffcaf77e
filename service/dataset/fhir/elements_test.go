package fhir

import (
	_ "embed"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

//go:embed testdata/r4_elements.txt
var r4 string

// r4Elements are the elements that R4 gives a resource.
func r4Elements(resource string) []string {
	var names []string
	for line := range strings.Lines(r4) {
		if name, ok := strings.CutPrefix(strings.TrimSpace(line), resource+"."); ok {
			names = append(names, name)
		}
	}
	return names
}

// No element of R4 is left out in silence: each is in the table, which has no others, and gives reasons where it must.
func TestElements_of_R4_are_all_treated(t *testing.T) {
	t.Parallel()
	for _, resource := range Resources {
		known := r4Elements(resource)
		require.NotEmpty(t, known, resource)
		var listed []string
		for _, e := range ElementsOf(resource)[1:] { // resourceType is JSON's
			listed = append(listed, e.Name)
			assert.False(t, e.Treatment == Ignored && e.Note == "", "%s.%s is ignored without a reason", resource, e.Name)
			assert.False(t, !keepsElements(resource) && (e.Treatment == Kept || e.Treatment == Warned),
				"%s has no room to keep %s", resource, e.Name)
		}
		assert.ElementsMatch(t, known, listed, resource)
	}
}

const (
	elementsPage  = "../../../docs/loading-data.md"
	elementsBegin = "<!-- elements -->\n"
	elementsEnd   = "<!-- /elements -->\n"
)

// The page shows the table as it is. UPDATE_DOCS=1 writes it anew.
func TestElements_are_documented(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile(elementsPage)
	require.NoError(t, err)
	before, rest, _ := strings.Cut(string(page), elementsBegin)
	_, after, found := strings.Cut(rest, elementsEnd)
	require.True(t, found)
	want := before + elementsBegin + elementTables() + elementsEnd + after
	if os.Getenv("UPDATE_DOCS") != "" {
		require.NoError(t, os.WriteFile(elementsPage, []byte(want), 0o600)) //nolint:gosec // the path is a constant
		return
	}
	assert.Equal(t, want, string(page), "run the test again with UPDATE_DOCS=1")
}

// elementTables are the tables in Markdown: the counts, then the elements by resource.
func elementTables() string {
	var text strings.Builder
	order := []Treatment{Read, Kept, Warned, Ignored, Refused}
	text.WriteString("| resource | elements | read | kept | warned | ignored | refused |\n|---|---|---|---|---|---|---|\n")
	for _, resource := range Resources {
		counts := map[Treatment]int{}
		all := ElementsOf(resource)[1:]
		for _, e := range all {
			counts[e.Treatment]++
		}
		fmt.Fprintf(&text, "| %s | %d", resource, len(all))
		for _, treatment := range order {
			fmt.Fprintf(&text, " | %d", counts[treatment])
		}
		text.WriteString(" |\n")
	}
	table := func(heading string, elements []Element) {
		fmt.Fprintf(&text, "\n%s\n\n| element | | |\n|---|---|---|\n", heading)
		for _, e := range elements {
			fmt.Fprintf(&text, "| %s | %s | %s |\n", e.Name, e.Treatment, e.Note)
		}
	}
	table("All resources (what is kept needs a record of its own: of an Observation, a Medication and a PractitionerRole it is ignored):", common[1:])
	for _, resource := range Resources {
		table(resource+":", Elements[resource])
	}
	return text.String()
}

func TestElements_that_no_record_has_room_for_are_named_too(t *testing.T) {
	t.Parallel()
	line := `{"resourceType":"Observation","id":"` + anID + `","status":"final","subject":{"reference":"Patient/` + anID + `"},"colour":"red","note":[{"text":"x"}],
		"extension":[],"code":{"coding":[{"system":"http://loinc.org","code":"29463-7"}]},"effectiveDateTime":"2020-01-01",
		"valueQuantity":{"value":80,"code":"kg","system":"http://unitsofmeasure.org"}}`
	record, err := (&Decoder{}).Decode("Observation", Entry{Resource: []byte(line)})
	require.NoError(t, err)
	require.Len(t, record.Warnings, 1)
	assert.Equal(t, "colour", record.Warnings[0].Field)
	assert.Equal(t, "unknown_element", record.Warnings[0].Code)
	encoded, err := record.Encode()
	require.NoError(t, err)
	assert.NotContains(t, encoded, "red")
}
