package migration

import (
	"regexp"
	"slices"
	"strings"
)

// statementWords splits SQL into words as PostgreSQL's lexer does: keywords and names in upper case, quoted names with
// their quotes, any string as one word that begins with ', and every other character by itself. Comments are left out.
func statementWords(sql string) []string {
	var words []string
	for len(sql) > 0 {
		word, length := nextWord(sql)
		if word != "" {
			words = append(words, word)
		}
		sql = sql[length:]
	}
	return words
}

var (
	spaceOrLine = regexp.MustCompile(`^(\s+|--[^\n]*)`)
	escaped     = regexp.MustCompile(`(?s)^[eE]'((?:[^'\\]|''|\\.)*)('|$)`)
	quoted      = regexp.MustCompile(`(?s)^'((?:[^']|'')*)('|$)`)
	delimited   = regexp.MustCompile(`(?s)^"(?:[^"]|"")*("|$)`)
	dollar      = regexp.MustCompile(`^\$(?:[\pL_][\pL\pN_]*)?\$`)
	plainWord   = regexp.MustCompile(`^[\pL_][\pL\pN_$]*|^[0-9][0-9.]*`)
)

// nextWord returns the first word of sql, empty for space and comments, and its length in bytes.
func nextWord(sql string) (word string, length int) {
	if space := spaceOrLine.FindString(sql); space != "" {
		return "", len(space)
	}
	if strings.HasPrefix(sql, "/*") {
		return "", commentLength(sql)
	}
	for _, literal := range []*regexp.Regexp{escaped, quoted} {
		if match := literal.FindStringSubmatch(sql); match != nil {
			return "'" + strings.ReplaceAll(match[1], "''", "'"), len(match[0])
		}
	}
	if name := delimited.FindString(sql); name != "" {
		return name, len(name)
	}
	if tag := dollar.FindString(sql); tag != "" {
		body, _, ended := strings.Cut(sql[len(tag):], tag)
		length = len(tag) + len(body)
		if ended {
			length += len(tag)
		}
		return "'" + body, length
	}
	if name := plainWord.FindString(sql); name != "" {
		return strings.ToUpper(name), len(name)
	}
	return sql[:1], 1
}

// commentLength returns the length of the block comment at the start of sql; comments may be nested.
func commentLength(sql string) int {
	depth := 0
	for i := 0; i+1 < len(sql); i++ {
		switch sql[i : i+2] {
		case "/*":
			depth++
			i++
		case "*/":
			depth--
			i++
			if depth == 0 {
				return i + 1
			}
		}
	}
	return len(sql)
}

// executed returns the words of a statement. For a DO block it returns those of each statement in its body and in the
// strings there, which it may EXECUTE.
func executed(statement string) [][]string {
	words := statementWords(statement)
	all := [][]string{words}
	if len(words) == 0 || words[0] != "DO" {
		return all
	}
	for queue := words; len(queue) > 0; queue = queue[1:] {
		if text, ok := strings.CutPrefix(queue[0], "'"); ok && strings.ContainsAny(text, " \n\t") {
			inner := statementWords(text)
			all = append(all, bodyStatements(inner)...)
			queue = append(slices.Clip(queue), inner...)
		}
	}
	return all
}

// bodyStatements returns the statements of a block: from a word that a statement may follow to the next semicolon.
func bodyStatements(words []string) [][]string {
	var statements [][]string
	for i := range words {
		if i > 0 && !slices.Contains(startOfStatement, words[i-1]) {
			continue
		}
		end := slices.Index(words[i:], ";")
		if end < 0 {
			end = len(words) - i
		}
		if end > 0 {
			statements = append(statements, words[i:i+end])
		}
	}
	return statements
}

// follows reports whether the sequence occurs in words. Each item of the sequence may list alternatives, as in "DROP|REVOKE".
func follows(words []string, sequence ...string) bool {
	for i := range len(words) - len(sequence) + 1 {
		if matches(words[i:], sequence) {
			return true
		}
	}
	return false
}

// begins reports whether words begin with the sequence.
func begins(words []string, sequence ...string) bool {
	return len(words) >= len(sequence) && matches(words, sequence)
}

func matches(words, sequence []string) bool {
	for i, alternatives := range sequence {
		if !slices.Contains(strings.Split(alternatives, "|"), words[i]) {
			return false
		}
	}
	return true
}

// unlimited is an UPDATE or DELETE of all rows of a table.
type unlimited struct{ verb, table string }

// startOfStatement are the words that a statement may follow. After other words, UPDATE or DELETE is part of a clause, such
// as FOR UPDATE or ON DELETE.
var startOfStatement = []string{";", "(", ")", "THEN", "ELSE", "BEGIN", "LOOP"}

// unlimitedChanges returns each UPDATE and DELETE among words without a limiting WHERE, even in a WITH or in the body of
// a DO block.
func unlimitedChanges(words []string) []unlimited {
	var found []unlimited
	for i, word := range words {
		if word != "UPDATE" && word != "DELETE" || i > 0 && words[0] != "WITH" || i > 0 && !slices.Contains(startOfStatement, words[i-1]) {
			continue
		}
		rest := words[i+1:]
		if word == "DELETE" {
			if !begins(rest, "FROM") {
				continue
			}
			rest = rest[1:]
		}
		if begins(rest, "ONLY") {
			rest = rest[1:]
		}
		if table := nameIn(rest); table != "" && !limited(rest) {
			found = append(found, unlimited{word, table})
		}
	}
	return found
}

// limited reports whether the statement that words begin with has its own WHERE that says more than true.
func limited(words []string) bool {
	depth := 0
	for i, word := range words {
		switch word {
		case "(":
			depth++
		case ")":
			depth--
		case "WHERE":
			if depth == 0 {
				always := begins(words[i+1:], "TRUE") && (len(words) == i+2 || slices.Contains([]string{";", ")", "RETURNING"}, words[i+2]))
				return !always
			}
		}
		if depth < 0 || depth == 0 && word == ";" {
			return false
		}
	}
	return false
}

// nameIn returns the name that words begin with, without its schema, as in the catalog; "" if they don't begin with a name.
func nameIn(words []string) string {
	if len(words) >= 3 && words[1] == "." {
		words = words[2:]
	}
	if len(words) == 0 {
		return ""
	}
	return catalogName(words[0])
}

// catalogName returns the name that a word stands for: quoted names unchanged, others in lower case.
func catalogName(word string) string {
	if inner, ok := strings.CutPrefix(word, `"`); ok {
		return strings.ReplaceAll(strings.TrimSuffix(inner, `"`), `""`, `"`)
	}
	return strings.ToLower(word)
}
