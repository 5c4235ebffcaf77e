package fhir

import (
	"cmp"
	"slices"

	"github.com/predicthealth/predicthealth/internal/characters"
)

// Name is a person's name. People with a single name have it as their last name, and an empty first name, and so have those
// whose source doesn't say which part is which.
type Name struct {
	FirstName string `json:"first_name"`
	LastName  string `json:"last_name"`
}

// nameUses are the uses of names, the best first. Former names come last.
var nameUses = []string{"official", "usual", "", "nickname", "temp", "anonymous", "maiden", "old"}

// name reads the name that a person has today: the official one, else the usual one, and so on. If there are others, or if it
// has parts that the platform has no column for, all are kept as they came.
func (r *reading) name(names []humanName) (Name, error) {
	if len(names) == 0 {
		return Name{}, issue("name", "invalid_name", "a name is required")
	}
	given := slices.MinFunc(names, func(a, b humanName) int { return cmp.Compare(a.rank(), b.rank()) })
	read := given.read()
	if len(names) > 1 || !given.plain() {
		r.keep("name")
	}
	if given.former() {
		r.warn(issue("name", "former_name", "the person's present name is not there"))
	}
	for _, part := range []string{read.FirstName, read.LastName} {
		if longer(part, maxPersonName) {
			return Name{}, issue("name", "invalid_name", "a given and a family name have at most %d characters", maxPersonName)
		}
		if !characters.IsName(part) {
			return Name{}, issue("name", "invalid_name", "a name has letters, digits, spaces and the punctuation of names only")
		}
	}
	if read.LastName == "" {
		return Name{}, issue("name", "invalid_name", "a name is required")
	}
	return read, nil
}

// rank orders names: those of today first, each by its use.
func (n humanName) rank() int {
	rank := slices.Index(nameUses, n.Use)
	if rank < 0 {
		rank = len(nameUses)
	}
	if empty := n.read() == (Name{}); empty {
		rank += 4 * len(nameUses)
	}
	if n.former() || n.Period.coming() {
		rank += 2 * len(nameUses)
	}
	return rank
}

func (n humanName) former() bool { return n.Use == "old" || n.Use == "maiden" || n.Period.over() }

func (n humanName) read() Name {
	family, given := trim(n.Family), firstText(n.Given...)
	switch {
	case family == "" && given == "":
		return Name{LastName: trim(n.Text)}
	case family == "" || given == "":
		return Name{LastName: family + given}
	}
	return Name{FirstName: given, LastName: family}
}

// plain reports whether a name has nothing but what [Name] holds.
func (n humanName) plain() bool {
	return len(n.Given) <= 1 && len(n.Prefix) == 0 && len(n.Suffix) == 0 && n.Period == nil && n.Text == ""
}
