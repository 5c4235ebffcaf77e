package config

import (
	"fmt"
	"strings"
)

// Reference returns a Markdown table of every variable, its default and its meaning.
func Reference() string {
	var table strings.Builder
	table.WriteString("| Variable | Default | Meaning |\n| --- | --- | --- |\n")
	for s := range settings() {
		name := "`" + s.name + "`"
		if s.secret {
			name += " (secret)"
		}
		defaultValue := ""
		if s.defaultValue != "" {
			defaultValue = "`" + s.defaultValue + "`"
		}
		fmt.Fprintf(&table, "| %s | %s | %s |\n", name, defaultValue, s.doc)
	}
	return table.String()
}
