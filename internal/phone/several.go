package phone

import (
	"regexp"
	"slices"
	"strings"
)

var (
	// separator may stand between numbers, between extensions, or between an area code and the rest of a number.
	separator = regexp.MustCompile(`(?i)\s+(?:or|oder|ou|o|and|und|y|e)\s+|\s*[;,/&\n]+\s*`)
	// extension begins the extension of a number.
	extension = `(?:ext(?:ension|n)?|extensión|x|#|durchwahl|dw|klappe|kl|int(?:erno)?|anexo|poste|toestel|apparat|app|доб)\s*[.:=]*\s*`
	// withExtension matches a text that ends with an extension. The rest before it may be empty.
	withExtension = regexp.MustCompile(`(?i)^(.*?)\s*` + extension + `([0-9]+)\s*#?$`)
	// dialled matches an extension that is only digits.
	dialled = regexp.MustCompile(`^([0-9]+)#?$`)
)

// ParseAll reads a text that may hold several numbers, such as "413-555-0100 or 413-555-0101", or several extensions of a
// switchboard, such as "413-555-0100 x45/46". It returns each number once, and whether it has read the whole text.
func ParseAll(text, country string) (numbers []Number, all bool) {
	text = label.ReplaceAllString(strings.TrimSpace(text), "")
	text = strings.ReplaceAll(text, ";ext=", " x")
	s := scan{country: country, all: true}
	for text != "" {
		end := separator.FindStringIndex(text)
		if end == nil {
			s.take(text, "")
			break
		}
		s.take(text[:end[0]], text[end[0]:end[1]])
		text = text[end[1]:]
	}
	s.flush()
	return s.numbers, s.all
}

// scan is the state while a text is read part by part.
type scan struct {
	country string
	numbers []Number
	all     bool
	pending string // parts that are no number yet
	before  string // the separator before the part
}

// take reads the next part and remembers the separator after it.
func (s *scan) take(part, after string) {
	before := s.before
	s.before = after
	if strings.TrimSpace(part) == "" {
		return
	}
	base, dial := part, ""
	if match := withExtension.FindStringSubmatch(part); match != nil {
		base, dial = match[1], match[2]
	}
	last := len(s.numbers) - 1
	switch {
	case len(dial) > maxExtension:
		s.refuse()
	case base == "" && s.pending != "":
		s.flush()
		s.extend(dial)
	case base == "":
		s.extend(dial)
	case s.pending == "" && last >= 0 && s.isExtension(part, before):
		s.extend(strings.TrimSuffix(part, "#"))
	case strings.TrimSpace(before) == "/" && s.pending != "":
		s.join(base, dial)
	default:
		s.begin(base, dial, before)
	}
}

// begin reads a part that should be a whole number, or that begins one.
func (s *scan) begin(base, dial, before string) {
	number, ok := parse(base, s.country, shortest)
	switch {
	case ok:
		s.flush()
		number.Extension = dial
		s.add(number)
	case len(s.numbers) > 0 && strings.TrimSpace(before) == "/":
		// 0171 234567/89: nobody can tell whether the second part goes on with the number or replaces its end.
		s.numbers = s.numbers[:len(s.numbers)-1]
		s.refuse()
	case dial != "":
		s.flush()
		s.pending = base
		s.flush()
		s.extend(dial)
	default:
		s.flush()
		s.pending = base
	}
}

// join goes on with a number whose first part alone is none: an area code.
func (s *scan) join(base, dial string) {
	s.pending += " " + base
	if number, ok := parse(s.pending, s.country, shortest); ok {
		s.pending, number.Extension = "", dial
		s.add(number)
		return
	}
	if dial != "" {
		s.flush()
		s.extend(dial)
	}
}

// isExtension says whether digits alone are an extension: one more of the same number, or what is dialled after a pause.
func (s *scan) isExtension(part, before string) bool {
	match := dialled.FindStringSubmatch(part)
	if match == nil || len(match[1]) > maxExtension {
		return false
	}
	if s.numbers[len(s.numbers)-1].Extension != "" {
		return len(match[1]) < shortest
	}
	pause := strings.Trim(before, ",;")
	return before != "" && (pause == "" || pause == " " && before[0] != ' ' && len(match[1]) <= 3)
}

// extend gives the last number an extension, or adds the number once more with another one.
func (s *scan) extend(dial string) {
	if len(s.numbers) == 0 {
		s.refuse()
		return
	}
	last := &s.numbers[len(s.numbers)-1]
	if last.Extension == "" {
		last.Extension = dial
		return
	}
	more := *last
	more.Extension = dial
	s.add(more)
}

func (s *scan) add(number Number) {
	if !slices.Contains(s.numbers, number) {
		s.numbers = append(s.numbers, number)
	}
}

// flush reads what is pending; the only number of a text may be a short one.
func (s *scan) flush() {
	if s.pending == "" {
		return
	}
	number, ok := parse(s.pending, s.country, 1)
	s.pending = ""
	if !ok || len(s.numbers) > 0 {
		s.refuse()
		return
	}
	s.add(number)
}

func (s *scan) refuse() { s.all = false }
