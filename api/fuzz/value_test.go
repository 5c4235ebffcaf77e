package fuzz_test

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"
)

// texts break what takes text: PostgreSQL (NUL, invalid UTF-8, ranges), SQL, LIKE, paths, logs, pages, JSON and Go.
var texts = []string{
	"", " ", "\t", "\x00", "a\x00b", "\xff\xfe", "a\xc3", "\u0000", "\u202e\u200b", "\ufeff", "İı", "ﬀ", "👩‍⚕️", "é", "e\u0301", "null", "undefined", "true",
	"'", "''", `"`, "`", `\`, `\\`, "%", "_", "%%%", "*", "?", ";", "--", "/*", "$1", "$$", ":id", "::int", "{}", "[]", "[", "{",
	"'; DROP TABLE patients; --", "' OR '1'='1", "1) UNION SELECT rolpassword FROM pg_authid --", "pg_sleep(10)", "'||pg_sleep(10)||'",
	"../../etc/passwd", "..", ".", "/", "//", "%00", "%2e%2e%2f", "%", "%zz", "me", "self", "*/*", "W/\"1\"", "\"1\"", "1", "0", "-1", "01", "+1", " 1", "1e3", "0x10",
	"2147483648", "-2147483649", "9223372036854775807", "9223372036854775808", "123456789012345678901234567890", "1e400", "NaN", "Infinity", "-Infinity", "0.1", "1,5",
	"00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "01890A5D-AC96-774B-BCCE-B302099A8057", "{01890a5d-ac96-774b-bcce-b302099a8057}",
	"0000-00-00", "0000-01-01", "0001-01-01", "2023-02-30", "9999-12-31", "10000-01-01", "294277-01-01", "-4713-01-01", "2020-01-01T00:00:00Z", "2020-01-01T24:00:00Z",
	"2016-12-31T23:59:60Z", "2020-01-01T00:00:00+99:99", "9999-12-31T23:59:59.999999999-14:00", "00:00", "P1Y", "10m", "-10m", "999999999h", "infinity", "now", "yesterday", "epoch",
	"a@b", "a@b.c", "@", "a@[127.0.0.1]", "a@b.c\r\nBcc: x@y.z", "+1", "+16175550101", "+999999999999999", "tel:1", "http://", "javascript:alert(1)", "<script>alert(1)</script>", "{{7*7}}", "${jndi:ldap://x}",
	"\r\nSet-Cookie: a=b", "a\nb", strings.Repeat("a", 300), strings.Repeat("é", 101), strings.Repeat("9", 5000), strings.Repeat("👩", 2000), strings.Repeat("%", 4000), strings.Repeat(" ", 5000),
	"en-US,*;q=0.1", ";q=", "application/json", "text/csv", "Bearer", "Bearer ", "Basic Og==", "Basic %%%", "Bearer a.b.c", "eyJhbGciOiJub25lIn0.e30.",
}

// values are JSON that breaks what takes a value of another type, and what is hardly JSON.
var values = []string{
	"null", "true", "false", "0", "-0", "1", "-1", "0.5", "1e2", "1E400", "-1e400", "1e-400", "2147483648", "9223372036854775807", "9223372036854775808", "-9223372036854775809",
	"123456789012345678901234567890.123456789012345678901234567890", "[]", "[null]", "[[]]", "{}", `{"":null}`, `{"a":1}`, `{"$ref":"#"}`, `{"__proto__":{}}`, `[1,"a",null,{}]`,
	`"\u0000"`, `"\ud800"`, `"\udfff\ud800"`, `"\uFFFE"`, "\"\x01\"", "\"\xff\"", `"\x"`, "NaN", "Infinity", "undefined", "'a'", "01", "+1", "1.", ".5", "[1,]", `{"a":1,}`, "tru", "/**/1",
	`[` + strings.Repeat(`"a",`, 2000) + `"a"]`, strings.Repeat("[", 200) + strings.Repeat("]", 200), strings.Repeat(`{"a":`, 3000) + "1" + strings.Repeat("}", 3000),
}

func pick[T any](r *rand.Rand, all []T) T { return all[r.IntN(len(all))] }

// text is one of texts, a random one, or two of them in a row.
func text(r *rand.Rand) string {
	switch r.IntN(8) {
	case 0:
		random := make([]byte, r.IntN(40))
		for i := range random {
			random[i] = byte(r.UintN(256))
		}
		return string(random)
	case 1:
		return pick(r, texts) + pick(r, texts)
	}
	return pick(r, texts)
}

// value is JSON that a schema allows or doesn't.
func value(r *rand.Rand, s schema) string {
	switch r.IntN(4) {
	case 0:
		return pick(r, values)
	case 1:
		return quote(text(r))
	}
	return fitting(r, s, 3)
}

// quote is JSON of a text, even of one that is no UTF-8: that goes out as it is.
func quote(s string) string {
	if utf8.ValidString(s) {
		return encode(s)
	}
	return `"` + strings.NewReplacer(`"`, `\"`, `\`, `\\`).Replace(s) + `"`
}

// fitting is JSON of the type that a schema asks for, though not always within its bounds.
func fitting(r *rand.Rand, s schema, depth int) string {
	switch {
	case len(s.Examples) > 0 && r.IntN(2) == 0:
		return encode(pick(r, s.Examples))
	case len(s.Enum) > 0:
		return encode(pick(r, s.Enum))
	case s.is("object"):
		members := []string{}
		for _, name := range s.names() {
			if depth > 0 && r.IntN(2) == 0 {
				members = append(members, quote(name)+":"+fitting(r, s.Properties[name], depth-1))
			}
		}
		return "{" + strings.Join(members, ",") + "}"
	case s.is("array"):
		items := make([]string, r.IntN(4))
		for i := range items {
			items[i] = "null"
			if s.Items != nil {
				items[i] = fitting(r, *s.Items, depth-1)
			}
		}
		return "[" + strings.Join(items, ",") + "]"
	case s.is("boolean"):
		return pick(r, []string{"true", "false"})
	case s.is("integer"):
		return pick(r, []string{"0", "1", "-1", "7", "200", "201", "100000", "2147483647", "2147483648", "9007199254740993"})
	case s.is("number"):
		return pick(r, []string{"0", "1", "-1", "89.999999", "-180", "181", "0.0000001", "1e15", "123456.789"})
	case s.Format == "date":
		return quote(time.Unix(r.Int64N(4e9)-1e9, 0).UTC().Format(time.DateOnly))
	case s.Format == "date-time":
		return quote(time.Unix(r.Int64N(4e9)-1e9, r.Int64N(1e9)).UTC().Format(time.RFC3339Nano))
	case s.Format == "uuid":
		return quote(uuid.NewString())
	}
	return quote(pick(r, []string{"a", "Ana", "Zoë O'Neill-Smith", "12", "10.50", "code", "A01", "US", "US-MA", "x y z"}))
}

func encode(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(text)
}
