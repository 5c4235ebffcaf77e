// Package commonpasswords knows the passwords that attackers try first. README.md says where the list is from.
package commonpasswords

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed list.txt
var list string

var known = sync.OnceValue(func() map[string]struct{} {
	set := make(map[string]struct{}, strings.Count(list, "\n"))
	for line := range strings.Lines(list) {
		set[strings.TrimSuffix(line, "\n")] = struct{}{}
	}
	return set
})

// Has reports whether a password, in lower case and without accents, is among the common ones.
func Has(password string) bool {
	_, common := known()[password]
	return common
}
