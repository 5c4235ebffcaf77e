// Command seedbuild writes the coded catalogs of sql/seed from published code lists:
//
//	go run ./internal/seedbuild DIR
//
// DIR holds icd10cm_all.csv.gz (AHRQ Chronic Condition Indicator), synthea_allergy_codes.csv,
// synthea_reaction_codes.csv and synthea-r4/distinct_{Condition,MedicationRequest,AllergyIntolerance}_codes.csv.
// Only codes are chosen by hand. Names and chronic flags come from the lists, and a code that is not
// in its list stops the program, so no code and no name in the seed is written from memory.
package main

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const (
	cvx     = "http://hl7.org/fhir/sid/cvx"
	icd10cm = "http://hl7.org/fhir/sid/icd-10-cm"
	snomed  = "http://snomed.info/sct"
	rxnorm  = "http://www.nlm.nih.gov/research/umls/rxnorm"

	target = "sql/seed"
)

var (
	//go:embed conditions.txt
	chosenConditions string
	// The lists give categories only to substances and drugs; for others ("allergy to eggs") the category is evident.
	//go:embed allergy_categories.csv
	findingCategories []byte
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: go run ./internal/seedbuild DIR   (DIR: the folder of code lists)")
		os.Exit(2)
	}
	if err := build(os.Args[1], target); err != nil {
		fmt.Fprintln(os.Stderr, "seedbuild:", err)
		os.Exit(1)
	}
}

func build(lists, target string) error {
	catalogs := []struct {
		file   string
		header []string
		rows   func(lists string) ([][]string, error)
	}{
		{"medical_conditions.csv", []string{"code_system", "code", "name", "chronic"}, conditions},
		{"medications.csv", []string{"code_system", "code", "name"}, medications},
		{"allergies.csv", []string{"code_system", "code", "name", "category", "statement"}, allergies},
		{"allergic_reactions.csv", []string{"code_system", "code", "name"}, reactions},
	}
	for _, catalog := range catalogs {
		rows, err := catalog.rows(lists)
		if err != nil {
			return fmt.Errorf("%s: %w", catalog.file, err)
		}
		if err := write(filepath.Join(target, catalog.file), catalog.header, rows); err != nil {
			return err
		}
		fmt.Printf("%-24s %5d\n", catalog.file, len(rows))
	}
	return nil
}

// conditions returns the chosen ICD-10-CM codes and all SNOMED CT codes of the Synthea set.
func conditions(lists string) ([][]string, error) {
	list, err := readICD10CM(filepath.Join(lists, "icd10cm_all.csv.gz"))
	if err != nil {
		return nil, err
	}
	var rows [][]string
	for _, choice := range words(chosenConditions) {
		entries, err := list.choose(choice)
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			rows = append(rows, []string{icd10cm, e.code, e.name, e.chronic})
		}
	}
	records, err := readCSV(filepath.Join(lists, "synthea-r4", "distinct_Condition_codes.csv"))
	if err != nil {
		return nil, err
	}
	for _, r := range records {
		rows = append(rows, []string{r["system"], r["code"], r["display"], ""})
	}
	return rows, nil
}

// vaccines are common ones, by their codes in CVX, the CDC's list.
var vaccines = [][]string{
	{cvx, "115", "Tdap"},
	{cvx, "140", "Influenza, split virus, trivalent, injectable, preservative free"},
	{cvx, "33", "Pneumococcal polysaccharide vaccine, 23 valent"},
}

// medications returns the vaccines and all RxNorm codes of the Synthea set.
func medications(lists string) ([][]string, error) {
	records, err := readCSV(filepath.Join(lists, "synthea-r4", "distinct_MedicationRequest_codes.csv"))
	if err != nil {
		return nil, err
	}
	rows := slices.Clone(vaccines)
	for _, r := range records {
		rows = append(rows, []string{r["system"], r["code"], r["display"]})
	}
	return rows, nil
}

func allergies(lists string) ([][]string, error) {
	findings, err := parseCSV(bytes.NewReader(findingCategories))
	if err != nil {
		return nil, err
	}
	category := map[string]string{}
	for _, f := range findings {
		category[f["code"]] = f["category"]
	}
	all, err := readCSV(filepath.Join(lists, "synthea_allergy_codes.csv"))
	if err != nil {
		return nil, err
	}
	used, err := readCSV(filepath.Join(lists, "synthea-r4", "distinct_AllergyIntolerance_codes.csv"))
	if err != nil {
		return nil, err
	}
	systems := map[string]string{"SNOMED-CT": snomed, "RxNorm": rxnorm}
	// HL7's FHIR examples express the absence of allergies with this code.
	rows := [][]string{{snomed, "716186003", "No known allergy", "", "true"}}
	seen := map[string]bool{}
	for _, r := range append(all, used...) {
		if seen[r["code"]] {
			continue
		}
		seen[r["code"]] = true
		system, known := systems[r["system"]]
		if !known {
			system = r["system"]
		}
		kind := r["category"]
		if kind == "" {
			kind = category[r["code"]]
		}
		if kind == "" {
			return nil, fmt.Errorf("%s (%s) has no category: add it to allergy_categories.csv", r["code"], r["display"])
		}
		rows = append(rows, []string{system, r["code"], r["display"], kind, "false"})
	}
	return rows, nil
}

func reactions(lists string) ([][]string, error) {
	records, err := readCSV(filepath.Join(lists, "synthea_reaction_codes.csv"))
	if err != nil {
		return nil, err
	}
	var rows [][]string
	for _, r := range records {
		rows = append(rows, []string{snomed, r["snomed"], r["display"]})
	}
	return rows, nil
}

// words splits a text with # comments at white space.
func words(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		out = append(out, strings.Fields(line)...)
	}
	return out
}

// write sorts the rows by their first two columns, system and code, and refuses a code that appears twice.
func write(path string, header []string, rows [][]string) error {
	byCode := func(a, b []string) int { return slices.Compare(a[:2], b[:2]) }
	slices.SortFunc(rows, byCode)
	for i := 1; i < len(rows); i++ {
		if byCode(rows[i-1], rows[i]) == 0 {
			return fmt.Errorf("%s: %s appears twice", path, rows[i][1])
		}
	}
	file, err := os.Create(path) //nolint:gosec // in sql/seed
	if err != nil {
		return err
	}
	err = csv.NewWriter(file).WriteAll(append([][]string{header}, rows...))
	return errors.Join(err, file.Close())
}

func readCSV(path string) ([]map[string]string, error) {
	file, err := os.Open(path) //nolint:gosec // the developer names the folder
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	return parseCSV(file)
}

// parseCSV reads records into maps whose keys are the names in the header.
func parseCSV(r io.Reader) ([]map[string]string, error) {
	lines, err := csv.NewReader(r).ReadAll()
	if err != nil {
		return nil, err
	}
	var records []map[string]string
	for _, line := range lines[1:] {
		record := map[string]string{}
		for i, name := range lines[0] {
			record[name] = line[i]
		}
		records = append(records, record)
	}
	return records, nil
}
