package main

import (
	"compress/gzip"
	"fmt"
	"os"
	"slices"
	"strings"
)

type entry struct{ code, name, chronic string }

// codeList is the AHRQ list in order of code.
type codeList []entry

func readICD10CM(path string) (codeList, error) {
	file, err := os.Open(path) //nolint:gosec // the developer names the folder
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	records, err := parseCSV(unzipped)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	var list codeList
	for _, r := range records {
		chronic, err := chronicFlag(r["cci"])
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", path, r["code"], err)
		}
		list = append(list, entry{r["code"], r["description"], chronic})
	}
	slices.SortFunc(list, func(a, b entry) int { return strings.Compare(a.code, b.code) })
	return list, nil
}

// chronicFlag translates the indicator. "Both" is an acute episode of a chronic disease, such as an exacerbation
// of asthma: the disease is chronic. "Not Applicable" says nothing.
func chronicFlag(indicator string) (string, error) {
	switch indicator {
	case "Chronic", "Both":
		return "true", nil
	case "Acute":
		return "false", nil
	case "Not Applicable":
		return "", nil
	}
	return "", fmt.Errorf("unknown chronic condition indicator %q", indicator)
}

// choose returns the entry of a code, or, for a prefix and *, all most specific codes that begin with it.
// It fails if there is none, or if there are codes below the code: such a code isn't valid in a record.
func (l codeList) choose(choice string) ([]entry, error) {
	prefix, wild := strings.CutSuffix(choice, "*")
	first, _ := slices.BinarySearchFunc(l, prefix, func(e entry, p string) int { return strings.Compare(e.code, p) })
	var found []entry
	for i := first; i < len(l) && strings.HasPrefix(l[i].code, prefix); i++ {
		mostSpecific := i+1 == len(l) || !strings.HasPrefix(l[i+1].code, l[i].code)
		if mostSpecific && (wild || l[i].code == prefix) {
			found = append(found, l[i])
		}
	}
	if found == nil {
		return nil, fmt.Errorf("%s is not one of the list's most specific codes", choice)
	}
	return found, nil
}
