package endpoint

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/negotiation"
)

// CSVContentType is the content type of a CSV response. Because of its parameter it matches nothing that a caller sends
// in Accept, so only operations with a Format answer with it.
const CSVContentType = "text/csv; charset=utf-8"

// CSV writes rows as RFC 4180 specifies: a header line with the JSON names, then one line per row.
var CSV = huma.Format{
	Marshal: marshalCSV,
	Unmarshal: func([]byte, any) error {
		return fmt.Errorf("csv: %w", huma.ErrUnknownContentType)
	},
}

// RowsBody holds rows that all come in one response, in a fixed order.
type RowsBody[T any] struct {
	Items []T `json:"items" nullable:"false"`
}

func (b RowsBody[T]) rows() any { return b.Items }

// Format is the format of a response, chosen by the caller's Accept header: JSON, unless the caller prefers CSV.
type Format struct{ csv bool }

// Resolve reads Accept. Every response depends on it, so Vary names it.
func (f *Format) Resolve(ctx huma.Context) []error {
	f.csv = negotiation.SelectQValueFast(ctx.Header("Accept"), []string{"application/json", "text/csv"}) == "text/csv"
	ctx.AppendHeader("Vary", "Accept")
	return nil
}

// FormatOutput holds the headers of a response in a Format.
type FormatOutput struct {
	ContentType string `header:"Content-Type" hidden:"true"`
	Disposition string `header:"Content-Disposition" doc:"The file name of a CSV response."`
}

// CSV says whether the caller prefers CSV.
func (f Format) CSV() bool { return f.csv }

// Output returns the headers; name is the file name without its extension.
func (f Format) Output(name string) FormatOutput {
	if !f.csv {
		return FormatOutput{ContentType: "application/json"}
	}
	return FormatOutput{CSVContentType, fmt.Sprintf("attachment; filename=%q", name+".csv")}
}

// TagOf returns the ETag of a response in this format, given the ETag that does not depend on the format.
func (f Format) TagOf(etag string) string {
	if !f.csv {
		return etag
	}
	return strings.TrimSuffix(etag, `"`) + `-csv"`
}

// InFormats documents that an operation offers every Format.
func InFormats(op huma.Operation) huma.Operation {
	if op.Responses == nil {
		op.Responses = map[string]*huma.Response{}
	}
	op.Responses["200"] = &huma.Response{Content: map[string]*huma.MediaType{
		"application/json": {},
		"text/csv":         {Schema: &huma.Schema{Type: huma.TypeString, Description: "RFC 4180, in UTF-8: a header line with the JSON names, then one line per row."}},
	}}
	return op
}

func marshalCSV(w io.Writer, body any) error {
	if ready, is := body.(interface{ body() any }); is {
		body = ready.body()
	}
	less, projected := body.(projection)
	if projected {
		body = less.list
	}
	rows := reflect.ValueOf([]any{body})
	row := reflect.TypeOf(body)
	if list, ok := body.(interface{ rows() any }); ok {
		rows = reflect.ValueOf(list.rows())
		row = rows.Type().Elem()
	}
	file := csv.NewWriter(w)
	file.UseCRLF = true
	var heading []string
	var columns []int
	for i := range row.NumField() {
		name, _, _ := strings.Cut(row.Field(i).Tag.Get("json"), ",")
		if !projected || slices.Contains(less.members, name) {
			heading, columns = append(heading, name), append(columns, i)
		}
	}
	if err := file.Write(heading); err != nil {
		return fmt.Errorf("csv: %w", err)
	}
	for i := range rows.Len() {
		value := rows.Index(i)
		if value.Kind() == reflect.Interface {
			value = value.Elem()
		}
		line := make([]string, len(columns))
		for j, column := range columns {
			var err error
			if line[j], err = cell(value.Field(column).Interface()); err != nil {
				return err
			}
		}
		if err := file.Write(line); err != nil {
			return fmt.Errorf("csv: %w", err)
		}
	}
	file.Flush()
	return file.Error()
}

// cell returns a value as it appears in JSON, except that null is empty and text has no quotes. Lists and objects stay JSON.
func cell(value any) (string, error) {
	var encoded bytes.Buffer
	encoder := json.NewEncoder(&encoded)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return "", fmt.Errorf("csv: %w", err)
	}
	if encoded.String() == "null\n" {
		return "", nil
	}
	var text string
	if err := json.Unmarshal(encoded.Bytes(), &text); err != nil {
		return strings.TrimSuffix(encoded.String(), "\n"), nil //nolint:nilerr // it is not a string
	}
	return harmless(text), nil
}

// harmless puts an apostrophe before text that a spreadsheet would take for a formula; East Asian ones also take the
// fullwidth signs.
func harmless(text string) string {
	if first, _ := utf8.DecodeRuneInString(text); text != "" && strings.ContainsRune("=+-@＝＋－＠−\t\r\n", first) {
		return "'" + text
	}
	return text
}
