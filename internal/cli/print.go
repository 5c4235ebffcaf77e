package cli

import (
	"encoding/json"
	"fmt"
	"io"
)

// LogTo prints progress as lines on w.
func LogTo(w io.Writer) func(format string, args ...any) {
	return func(format string, args ...any) {
		_, _ = fmt.Fprintf(w, format+"\n", args...) // it fails only if the reader is gone
	}
}

// PrintJSON writes value to w as indented JSON.
func PrintJSON(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
}

// Count returns a text such as "1 migration" or "2 migrations".
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
