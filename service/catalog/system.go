package catalog

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
)

// URIs of code systems in FHIR.
const (
	ICD10CM = "http://hl7.org/fhir/sid/icd-10-cm"
	SNOMED  = "http://snomed.info/sct"
	RxNorm  = "http://www.nlm.nih.gov/research/umls/rxnorm"
)

// Largest lengths of the columns, in characters.
const (
	maxSystem = 100
	maxCode   = 50
	maxName   = 300
)

// ParseSystem returns the URI of the code system icd-10-cm, snomed-ct or rxnorm; any other URI is returned as it is. It
// fails for a name that is neither.
func ParseSystem(name string) (string, error) {
	switch strings.ToLower(name) {
	case "icd-10-cm":
		return ICD10CM, nil
	case "snomed-ct":
		return SNOMED, nil
	case "rxnorm":
		return RxNorm, nil
	}
	uri, err := url.Parse(name)
	if err != nil || uri.Scheme == "" || len(name) > maxSystem || strings.ContainsAny(name, " \t\r\n") {
		return "", fmt.Errorf("unknown code system %q: use icd-10-cm, snomed-ct, rxnorm or a URI of at most %d characters",
			name, maxSystem)
	}
	return name, nil
}

var (
	icd10cmFormat = regexp.MustCompile(`^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$`)
	snomedFormat  = regexp.MustCompile(`^[1-9][0-9]{2,14}[01]0[0-9]$`)
	rxnormFormat  = regexp.MustCompile(`^[1-9][0-9]{0,7}$`)
	otherFormat   = regexp.MustCompile(`^[!-~]+$`)
)

// normalCode returns a code in its system's notation, and whether it is valid. The files from ICD-10-CM's publisher leave
// out the dot: E119 is E11.9.
func normalCode(system, code string) (string, bool) {
	switch system {
	case ICD10CM:
		if len(code) > 3 && !strings.Contains(code, ".") {
			code = code[:3] + "." + code[3:]
		}
		return code, icd10cmFormat.MatchString(code)
	case SNOMED:
		return code, snomedFormat.MatchString(code) && verhoeff(code)
	case RxNorm:
		return code, rxnormFormat.MatchString(code)
	}
	return code, len(code) <= maxCode && otherFormat.MatchString(code)
}

// verhoeff says whether the last digit of a SNOMED CT identifier is the check digit of the others.
func verhoeff(digits string) bool {
	multiply := [10]string{
		"0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
		"5987604321", "6598710432", "7659821043", "8765932104", "9876543210",
	}
	permute := [8]string{
		"0123456789", "1576283094", "5803796142", "8916043527",
		"9453126870", "4286573901", "2793806415", "7046913258",
	}
	reversed := []byte(digits)
	slices.Reverse(reversed)
	sum := byte('0')
	for i, digit := range reversed {
		sum = multiply[sum-'0'][permute[i%8][digit-'0']-'0']
	}
	return sum == '0'
}
