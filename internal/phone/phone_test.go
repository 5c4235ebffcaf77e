package phone_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/predicthealth/predicthealth/internal/phone"
)

// said returns the numbers of a text as one, and a question mark for what is not certain.
func said(text, country string) string {
	numbers, all := phone.ParseAll(text, country)
	var words []string
	for _, n := range numbers {
		word := n.E164
		if n.Extension != "" {
			word += "x" + n.Extension
		}
		words = append(words, word)
	}
	if !all {
		words = append(words, "?")
	}
	return strings.Join(words, " ")
}

func TestParseAll(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ text, country, want string }{
		{"+16175550100", "", "+16175550100"},
		{"617-555-0100", "US", "+16175550100"},
		{"(617) 555-0100", "US", "+16175550100"},
		{"617/555-0100", "US", "+16175550100"},
		{"1-617-555-0100", "US", "+16175550100"},
		{"tel:+1-617-555-0100;ext=45", "US", "+16175550100x45"},
		{"Tel.: 617.555.0100", "US", "+16175550100"},
		{"011 49 30 1234567", "US", "+49301234567"},
		{"٦١٧٥٥٥٠١٠٠", "US", "+16175550100"},

		// Without an area code.
		{"555-0100", "US", "?"},
		{"555-0100", "CA", "?"},
		{"5550100/5550101", "US", "?"},
		{"1234567", "DE", "?"},
		{"12345678", "DE", "?"},
		{"5123456", "AT", "?"},
		{"5123 4567", "MX", "?"},
		{"7946 0958", "GB", "?"},
		{"3123-4567", "BR", "?"},
		{"617-555-0100", "", "?"},
		{"030/1234567", "US", "?"},
		{"555-101-0000", "US", "+15551010000"},

		// The slash after an area code, and the 0 in parentheses.
		{"030/1234567", "DE", "+49301234567"},
		{"030 / 123 45 67", "DE", "+49301234567"},
		{"030/1234567-0", "DE", "+493012345670"},
		{"+49 30/1234567", "DE", "+49301234567"},
		{"+49 (0)30/1234567", "US", "+49301234567"},
		{"+49 (0) 30 - 1234567", "", "+49301234567"},
		{"0049 30 1234567", "DE", "+49301234567"},
		{"06841/1234", "DE", "+4968411234"},
		{"037206/12345", "DE", "+493720612345"},
		{"01/5123456", "AT", "+4315123456"},
		{"+43 (0)1/5123456", "", "+4315123456"},
		{"020 7946 0958", "GB", "+442079460958"},
		{"+44 (0)20 7946 0958", "", "+442079460958"},
		{"+39 06 69812345", "", "+390669812345"},
		{"06 12 34 56 78", "FR", "+33612345678"},
		{"0171 2345678", "DE", "+491712345678"},
		{"171 2345678", "DE", "+491712345678"}, // a spreadsheet took the 0 for superfluous
		{"98765 43210", "IN", "+919876543210"},
		{"(11) 98765-4321", "BR", "+5511987654321"},

		// Mexico dropped its prefixes in 2019.
		{"+52 1 55 1234 5678", "", "+525512345678"},
		{"+52 (1) 55 1234 5678", "US", "+525512345678"},
		{"+52 55 1234 5678", "", "+525512345678"},
		{"044 55 1234 5678", "MX", "+525512345678"},
		{"045 55 1234 5678", "MX", "+525512345678"},
		{"01 55 1234 5678", "MX", "+525512345678"},
		{"1 55 1234 5678", "MX", "+525512345678"},
		{"55 1234 5678", "MX", "+525512345678"},

		// Extensions.
		{"617-555-0100 x45", "US", "+16175550100x45"},
		{"617-555-0100x45", "US", "+16175550100x45"},
		{"617-555-0100,45", "US", "+16175550100x45"},
		{"617-555-0100,,45#", "US", "+16175550100x45"},
		{"617-555-0100, 45", "US", "+16175550100x45"},
		{"617-555-0100, 0101", "US", "+16175550100 ?"},
		{"+1 617-555-0100, ext 45", "US", "+16175550100x45"},
		{"617-555-0100 ext. 45", "US", "+16175550100x45"},
		{"617-555-0100 Ext.: 45", "US", "+16175550100x45"},
		{"617-555-0100 extension 45", "US", "+16175550100x45"},
		{"617-555-0100;ext=45", "US", "+16175550100x45"},
		{"617-555-0100 #45", "US", "+16175550100x45"},
		{"030/1234567 Durchwahl 45", "DE", "+49301234567x45"},
		{"030/1234567 DW 45", "DE", "+49301234567x45"},
		{"01/5123456 Klappe 45", "AT", "+4315123456x45"},
		{"55 1234 5678 int. 45", "MX", "+525512345678x45"},
		{"617-555-0100 x45/46", "US", "+16175550100x45 +16175550100x46"},
		{"617-555-0100 x45 or x46", "US", "+16175550100x45 +16175550100x46"},
		{"617-555-0100 x45 or 46", "US", "+16175550100x45 +16175550100x46"},
		{"617-555-0100 ext. 45, ext. 46", "US", "+16175550100x45 +16175550100x46"},
		{"617-555-0100 x12345678901", "US", "?"},
		{"555-0100 x45", "US", "?"},
		{"x45", "US", "?"},

		// Alternatives.
		{"413-555-0100 Or 413-555-0101", "US", "+14135550100 +14135550101"},
		{"413-555-0100 / 413-555-0101", "US", "+14135550100 +14135550101"},
		{"413-555-0100;413-555-0101", "US", "+14135550100 +14135550101"},
		{"413-555-0100, 413-555-0100", "US", "+14135550100"},
		{"030/1234567 oder 030/1234568", "DE", "+49301234567 +49301234568"},
		{"030/1234567; 0171 2345678", "DE", "+49301234567 +491712345678"},
		{"0301234567/0301234568", "DE", "+49301234567 +49301234568"},
		{"413-555-0100 x1 or 413-555-0101 x2", "US", "+14135550100x1 +14135550101x2"},
		{"413-555-0100 or 555-0101", "US", "+14135550100 ?"},
		{"0171 2345678/79", "DE", "?"},
		{"617-555-0100/0101", "US", "?"},
		{"030/1234567/8", "DE", "?"},

		// Something else.
		{"", "US", ""},
		{"12", "US", "?"},
		{"none", "US", "?"},
		{"030 123456 home", "DE", "?"},
		{"617-555-0100 (mother)", "US", "?"},
		{"1-800-FLOWERS", "US", "?"},
		{"+1 0617 555 0100", "US", "?"},
		{"617-555-0100 617-555-0101", "US", "?"},
		{"ana@example.org", "US", "?"},
	} {
		assert.Equal(t, tt.want, said(tt.text, tt.country), "%q in %s", tt.text, tt.country)
	}
}

func TestParse_wants_one_number(t *testing.T) {
	t.Parallel()
	got, err := phone.Parse("+1 (617) 555-0100 x45", "")
	require.NoError(t, err)
	assert.Equal(t, phone.Number{E164: "+16175550100", CountryCode: "1", AreaCode: "617", Extension: "45"}, got)

	for text, want := range map[string]error{
		"":                               phone.ErrNumber,
		"617-555-0100":                   phone.ErrNumber,
		"+16175550100 or 12":             phone.ErrNumber,
		"+16175550100 or +1617-555-0101": phone.ErrSeveral,
		"+16175550100 x1/2":              phone.ErrSeveral,
	} {
		_, err := phone.Parse(text, "")
		assert.ErrorIs(t, err, want, text)
	}
}

// A plain number is read as any other text is, only faster.
func TestParse_of_plain_numbers(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`\+(1[2-9][0-9]{9}|(1|44|49|34|52|39|7)?[0-9]{0,16})`).Draw(t, "number")
		country := rapid.SampledFrom([]string{"", "US", "MX", "DE", "IT"}).Draw(t, "country")
		numbers, all := phone.ParseAll(text, country)
		got, err := phone.Parse(text, country)
		if !all || len(numbers) == 0 {
			require.ErrorIs(t, err, phone.ErrNumber)
			return
		}
		require.NoError(t, err)
		require.Equal(t, []phone.Number{got}, numbers)
	})
}
