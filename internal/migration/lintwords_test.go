package migration

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

func TestStatementWords(t *testing.T) {
	t.Parallel()
	for sql, want := range map[string][]string{
		"drop Table a.b;":                        {"DROP", "TABLE", "A", ".", "B", ";"},
		"a -- b\nc /* d /* e */ f */ g":          {"A", "C", "G"},
		`"Order" 'it''s' E'a\'b' $$x ' y$$ z`:    {`"Order"`, "'it's", `'a\'b`, "'x ' y", "Z"},
		"$a$ $b$ $a$ $1 x$y":                     {"' $b$ ", "$", "1", "X$Y"},
		"'never ended":                           {"'never ended"},
		"/* never ended":                         nil,
		"é = 1.5":                                {"É", "=", "1.5"},
		"select 'a' 'b', e'c', n'd', \"a\"\"b\"": {"SELECT", "'a", "'b", ",", "'c", ",", "N", "'d", ",", `"a""b"`},
	} {
		assert.Equal(t, want, statementWords(sql), sql)
	}
	rapid.Check(t, func(t *rapid.T) {
		statementWords(rapid.StringOf(rapid.SampledFrom([]rune("a'\"$-/*\\E\n é"))).Draw(t, "sql"))
	})
}
