package fhir

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// told is what a document says, one line for each resource or fault.
func told(text io.Reader) (string, error) {
	var out strings.Builder
	document := Document{Each: func(entry Entry, line int, issue *Issue) error {
		if issue != nil {
			_, err := fmt.Fprintf(&out, "%d: %s\n", line, issue.Code)
			return err
		}
		var head header
		_ = json.Unmarshal(entry.Resource, &head)
		_, err := fmt.Fprintf(&out, "%d: %s %s%s\n", line, head.ResourceType, head.ID, entry.FullURL)
		return err
	}}
	err := document.Read(text)
	return out.String(), err
}

func TestDocument(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, text, want string }{
		{"a resource", "{\n \"resourceType\": \"Patient\",\n \"id\": \"a\"\n}\n", "1: Patient a\n"},
		{"resources one after the other", "{\"resourceType\":\"Patient\",\"id\":\"a\"}\n\n{\"resourceType\":\"Patient\",\"id\":\"b\"}", "1: Patient a\n3: Patient b\n"},
		{"an array", "[\n{\"resourceType\":\"Patient\",\"id\":\"a\"},\n{\"resourceType\":\"Patient\",\"id\":\"b\"}]", "2: Patient a\n3: Patient b\n"},
		{"an empty array", "[]", ""},
		{"a Bundle", `{"resourceType":"Bundle","type":"transaction","entry":[
{"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient"},"request":{"method":"POST"}},
{
 "fullUrl":"urn:uuid:2",
 "resource":{"resourceType":"Condition"}}]}`, "2: Patient urn:uuid:1\n3: Condition urn:uuid:2\n"},
		{"a Bundle with its members in alphabetical order", `{"entry":[{"resource":{"resourceType":"Patient","id":"a"}}],"resourceType":"Bundle"}`, "1: Patient a\n"},
		{"a list is not a Bundle", `{"resourceType":"List","id":"l","entry":[{"item":{"reference":"Patient/1"}}]}`, "1: List l\n"},
		{"nor is one with its members in alphabetical order", `{"entry":[{"item":{"reference":"Patient/1"}}],"id":"l","resourceType":"List"}`, "1: List l\n"},
		{"a page", `{"resourceType":"Bundle","link":[{"relation":"self"},{"relation":"next"}],"entry":[{"resource":{"resourceType":"Patient","id":"a"}}]}`,
			"1: Patient a\n1: more_pages\n"},
		{"a deletion and answers", `{"resourceType":"Bundle","entry":[{"request":{"method":"DELETE","url":"Patient/1"}},
{"response":{"status":"200"}},{"response":{"status":"200"}}]}`, "1: deletion\n1: no_resource\n"},
		{"an entry of another form", "{\"resourceType\":\"Bundle\",\"entry\":[\n3,\n{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"a\"}}]}", "2: invalid_field\n3: Patient a\n"},
		{"an empty Bundle", `{"resourceType":"Bundle"}`, ""},
		{"something else", "7", "1: invalid_json\n"},
		{"nothing", " \n", ""},
	} {
		for how, reader := range map[string]io.Reader{
			"at once": strings.NewReader(tt.text), "byte by byte": iotest.OneByteReader(strings.NewReader(tt.text)),
		} {
			got, err := told(reader)
			require.NoError(t, err, tt.name)
			assert.Equal(t, tt.want, got, "%s, read %s", tt.name, how)
		}
	}
}

func TestDocument_fails(t *testing.T) {
	t.Parallel()
	const patient = `{"resourceType":"Patient"}`
	var syntax *json.SyntaxError
	for _, cut := range []string{"{", `{"entry"`, `{"entry":[`, `{"entry":[` + patient, `{"entry":[` + patient + ",", "[", "[" + patient, `{"a":1`, `{"a":`} {
		_, err := told(strings.NewReader(cut))
		require.ErrorIs(t, err, io.ErrUnexpectedEOF, cut)
	}
	for _, wrong := range []string{"{]", "[}", "x", "[" + patient + patient + "]", `{"entry":[}`} {
		_, err := told(strings.NewReader(wrong))
		require.ErrorAs(t, err, &syntax, wrong)
	}
	_, err := told(strings.NewReader(`{"resourceType":"Bundle","entry":{}}`))
	require.ErrorIs(t, err, errEntries)
	broken := errors.New("broken")
	_, err = told(iotest.ErrReader(broken))
	require.ErrorIs(t, err, broken)
}

func TestDocument_needs_memory_for_one_resource(t *testing.T) {
	t.Parallel()
	long := `"` + strings.Repeat("x", MaxLine+64<<10) + `"` // what the decoder has read ahead comes on top
	for _, text := range []string{
		`{"resourceType":"Bundle","entry":[{"resource":` + long + `}]}`, "[" + long + "]", `{"a":` + long + "}", long,
		`{"a":` + long[:MaxLine/2] + `","b":` + long[:MaxLine/2] + `","c":"` + "x" + `"}`,
	} {
		_, err := told(strings.NewReader(text))
		require.ErrorIs(t, err, ErrTooLong, text[:20])
	}
	// Many resources may be longer together.
	resource := `{"resource":{"resourceType":"Patient","text":` + long[:MaxLine/3] + `"}}`
	got, err := told(strings.NewReader(`{"resourceType":"Bundle","entry":[` + strings.Repeat(resource+",\n", 5) + resource + "]}"))
	require.NoError(t, err)
	assert.Equal(t, 6, strings.Count(got, "Patient"))
}
