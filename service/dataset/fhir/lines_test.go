package fhir

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// readAll returns the lines with their numbers, and how many were too long.
func readAll(t require.TestingT, r io.Reader) (lines []string, numbers []int, tooLong int) {
	text, err := Text(r)
	require.NoError(t, err)
	l := LinesOf(text)
	for {
		line, number, err := l.Next()
		switch {
		case errors.Is(err, io.EOF):
			return lines, numbers, tooLong
		case errors.Is(err, ErrLineTooLong):
			tooLong++
		default:
			require.NoError(t, err)
			lines, numbers = append(lines, string(line)), append(numbers, number)
		}
	}
}

func zip(t require.TestingT, text string) *bytes.Buffer {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, err := io.WriteString(w, text)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return &out
}

func TestLines_plain_and_gzipped_are_the_same(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.SliceOf(rapid.StringMatching(`[a-z]{1,200}`)).Draw(t, "lines")
		end := rapid.SampledFrom([]string{"\n", "\r\n", "\n\n", "\n \n"}).Draw(t, "end")
		text := strings.Join(want, end)
		plain, _, _ := readAll(t, strings.NewReader(text))
		zipped, _, _ := readAll(t, zip(t, text))
		assert.Len(t, plain, len(want))
		for i := range plain {
			assert.Equal(t, want[i], plain[i])
		}
		assert.Equal(t, plain, zipped)
	})
}

func TestLines_passes_over_blank_lines_and_a_byte_order_mark(t *testing.T) {
	t.Parallel()
	lines, numbers, _ := readAll(t, strings.NewReader("\ufeffa\n\n  \nb"))
	assert.Equal(t, []string{"a", "b"}, lines)
	assert.Equal(t, []int{1, 4}, numbers)
}

func TestLines_go_on_after_a_line_that_is_too_long(t *testing.T) {
	t.Parallel()
	giant := strings.Repeat("x", MaxLine)
	lines, numbers, tooLong := readAll(t, strings.NewReader(giant[1:]+"\na\n"+giant+"\nb\n"+giant+"x"))
	assert.Equal(t, 2, tooLong)
	require.Len(t, lines, 3)
	assert.Equal(t, []string{"a", "b"}, lines[1:])
	assert.Equal(t, []int{1, 2, 4}, numbers)
}

func TestLines_tell_of_a_file_that_ends_too_early(t *testing.T) {
	t.Parallel()
	whole := zip(t, "a\nb\n").Bytes()
	text, err := Text(bytes.NewReader(whole[:len(whole)-6]))
	require.NoError(t, err)
	l := LinesOf(text)
	for err == nil {
		_, _, err = l.Next()
	}
	require.ErrorIs(t, err, io.ErrUnexpectedEOF)
	_, err = Text(strings.NewReader("\x1f\x8b\x00"))
	assert.ErrorContains(t, err, "gzipped but broken")
}
