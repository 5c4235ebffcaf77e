package endpoint

import (
	"bytes"
	"encoding/csv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type csvRow struct {
	Name  string         `json:"name"`
	Share *float64       `json:"share"`
	Note  *string        `json:"note,omitempty"`
	By    map[string]int `json:"by_sex"`
}

func TestCSV(t *testing.T) {
	t.Parallel()
	share, note := 12.5, "a \"b\",\nc <&> ñ"
	var file bytes.Buffer
	require.NoError(t, marshalCSV(&file, RowsBody[csvRow]{Items: []csvRow{{"Ana", &share, &note, map[string]int{"female": 1}}, {Name: "x"}}}))
	assert.Equal(t, "name,share,note,by_sex\r\nAna,12.5,\"a \"\"b\"\",\r\nc <&> ñ\",\"{\"\"female\"\":1}\"\r\nx,,,\r\n", file.String())

	file.Reset()
	require.NoError(t, marshalCSV(&file, RowsBody[csvRow]{}))
	assert.Equal(t, "name,share,note,by_sex\r\n", file.String(), "no rows have a heading")

	file.Reset()
	require.NoError(t, marshalCSV(&file, csvRow{Name: "one"}))
	assert.Equal(t, "name,share,note,by_sex\r\none,,,\r\n", file.String(), "a row by itself")
}

func TestCSVHasNoFormulas(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@SUM(A1)": "'@SUM(A1)", "＝1+1": "'＝1+1", "＋1": "'＋1", "－1": "'－1", "＠A1": "'＠A1", "\t=1": "'\t=1", "\r=1": "'=1",
		"a=1": "a=1", "": "", "1": "1", "null": "null", "{}": "{}",
	} {
		var file bytes.Buffer
		require.NoError(t, marshalCSV(&file, struct {
			Text string `json:"text"`
			More int    `json:"more"`
		}{text, -1}))
		lines, err := csv.NewReader(&file).ReadAll()
		require.NoError(t, err)
		assert.Equal(t, []string{want, "-1"}, lines[1], "a number is no formula")
	}
}
