package telemetry

import (
	"fmt"
	"io"
	"unicode/utf8"
)

// controlEscaper escapes control characters that JSON allows in strings, because terminals obey some of them. slog escapes
// all others.
type controlEscaper struct{ w io.Writer }

// Write writes a line.
func (e controlEscaper) Write(line []byte) (int, error) {
	var escaped []byte // nil as long as nothing needs escaping
	for i := 0; i < len(line); {
		r, size := utf8.DecodeRune(line[i:])
		if control := r >= 0x7f && r <= 0x9f; control {
			if escaped == nil {
				escaped = append(make([]byte, 0, len(line)+16), line[:i]...)
			}
			escaped = fmt.Appendf(escaped, `\u%04x`, r)
		} else if escaped != nil {
			escaped = append(escaped, line[i:i+size]...)
		}
		i += size
	}
	if escaped == nil {
		escaped = line
	}
	if _, err := e.w.Write(escaped); err != nil {
		return 0, err
	}
	return len(line), nil
}
