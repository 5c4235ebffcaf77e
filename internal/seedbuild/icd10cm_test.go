package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestChoose(t *testing.T) {
	t.Parallel()
	list := codeList{{"E78.0", "", ""}, {"E78.00", "", ""}, {"E78.01", "", ""}, {"E78.1", "", ""}, {"I10", "", ""}}
	for _, tt := range []struct {
		choice string
		want   []string
	}{
		{"I10", []string{"I10"}},
		{"E78.0*", []string{"E78.00", "E78.01"}},
		{"E78.*", []string{"E78.00", "E78.01", "E78.1"}},
		{"E78.0", nil}, // has codes below it
		{"E78.2", nil},
		{"Z*", nil},
	} {
		found, err := list.choose(tt.choice)
		var codes []string
		for _, e := range found {
			codes = append(codes, e.code)
		}
		assert.Equal(t, tt.want, codes, tt.choice)
		assert.Equal(t, tt.want == nil, err != nil, tt.choice)
	}
}

func TestChronicFlag(t *testing.T) {
	t.Parallel()
	for indicator, want := range map[string]string{"Chronic": "true", "Both": "true", "Acute": "false", "Not Applicable": ""} {
		got, err := chronicFlag(indicator)
		require.NoError(t, err)
		assert.Equal(t, want, got, indicator)
	}
	_, err := chronicFlag("Maybe")
	require.Error(t, err)
}

func TestWords_pass_over_comments(t *testing.T) {
	t.Parallel()
	assert.Equal(t, []string{"I10", "E11.*"}, words("# Hypertension\nI10 E11.* # and more\n"))
}
