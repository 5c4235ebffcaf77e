package fhir

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/valueset"
)

const aBirth = `"birthDate":"1980-05-05"`

// patientOf decodes a patient, and returns the codes of the warnings with their elements.
func patientOf(t *testing.T, d Decoder, elements string) (Patient, []string) {
	t.Helper()
	record, found := decode(t, d, "Patient", elements)
	require.Nil(t, found)
	patient, ok := record.Data.(Patient)
	require.True(t, ok)
	return patient, codesOf(record)
}

func jsonOf(t *testing.T, value any) string {
	t.Helper()
	encoded, err := json.Marshal(value)
	require.NoError(t, err)
	return string(encoded)
}

func codesOf(record Record) []string {
	codes := []string{}
	for _, warning := range record.Warnings {
		if !warning.Benign {
			codes = append(codes, warning.Field+" "+warning.Code)
		}
	}
	return codes
}

func TestDecode_takes_the_name_of_today(t *testing.T) {
	t.Parallel()
	const kept = "+"
	for _, tt := range []struct{ name, given, want, warnings string }{
		{"official before usual", `{"use":"usual","family":"U","given":["u"]},{"use":"official","family":"O","given":["o"]}`, "o O", kept},
		{"usual before none", `{"family":"N","given":["n"]},{"use":"usual","family":"U","given":["u"]}`, "u U", kept},
		{"none before a nickname", `{"use":"nickname","given":["Nick"]},{"family":"N","given":["n"]}`, "n N", kept},
		{"a nickname before an old name", `{"use":"old","family":"O","given":["o"]},{"use":"nickname","given":["Nick"]}`, " Nick", kept},
		{"an ended official name is none of today", `{"use":"official","family":"O","given":["o"],"period":{"end":"2001"}},{"family":"N","given":["n"]}`, "n N", kept},
		{"nor is one to come", `{"use":"official","family":"O","given":["o"],"period":{"start":"2999-01-01"}},{"family":"N","given":["n"]}`, "n N", kept},
		{"an end that can't be read", `{"use":"official","family":"O","given":["o"],"period":{"end":"soon"}},{"family":"N","given":["n"]}`, "n N", kept},
		{"only a former name", `{"use":"maiden","family":"M","given":["m"]}`, "m M", "name former_name"},
		{"an empty official name", `{"use":"official"},{"use":"usual","family":"U","given":["u"]}`, "u U", kept},
		{"a single name", `{"family":"Sukarno"}`, " Sukarno", ""},
		{"a single given name", `{"given":["Suharto"]}`, " Suharto", ""},
		{"text only", `{"text":"José Núñez"}`, " José Núñez", kept},
		{"two given names", `{"family":"Holm","given":["Una","B."]}`, "Una Holm", kept},
		{"a prefix", `{"family":"Holm","given":["Una"],"prefix":["Dr."]}`, "Una Holm", kept},
		{"nothing else", `{"use":"official","family":"Holm","given":["Una"]}`, "Una Holm", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			record, found := decode(t, Decoder{}, "Patient", aBirth+`,"name":[`+tt.given+`]`)
			require.Nil(t, found)
			patient, ok := record.Data.(Patient)
			require.True(t, ok)
			assert.Equal(t, tt.want, patient.FirstName+" "+patient.LastName)
			warnings := strings.Join(codesOf(record), ",")
			if record.source["name"] != nil && warnings == "" {
				warnings = kept
			}
			assert.Equal(t, tt.warnings, warnings)
		})
	}
}

func TestDecode_puts_the_best_contact_first(t *testing.T) {
	t.Parallel()
	phone := func(number, more string) string {
		return `{"system":"phone","value":"+1617555` + number + `"` + more + `}`
	}
	for _, tt := range []struct{ name, given, want string }{
		{"an old one last", phone("0111", `,"use":"old"`) + "," + phone("0112", `,"use":"mobile","rank":1`), "0112 mobile, 0111 old"},
		{"by rank", phone("0111", `,"use":"home","rank":2`) + "," + phone("0112", `,"use":"work","rank":1`) + "," + phone("0113", `,"use":"home"`), "0112 work, 0111 home, 0113 home"},
		{"an old one of rank 1", phone("0111", `,"use":"old","rank":1`) + "," + phone("0112", ``), "0112 home, 0111 old"},
		{"one that ended", phone("0111", `,"use":"home","period":{"end":"2020-07"}`) + "," + phone("0112", `,"use":"work"`), "0112 work, 0111 old"},
		{"one that has yet to begin", phone("0111", `,"use":"home","period":{"start":"2999"}`) + "," + phone("0112", `,"use":"work"`), "0112 work, 0111 home"},
		{"a temporary one", phone("0111", `,"use":"temp"`) + "," + phone("0112", ``), "0112 home, 0111 temp"},
		{"only an old one", phone("0111", `,"use":"old"`), "0111 old"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			patient, _ := patientOf(t, Decoder{}, aName+","+aBirth+`,"telecom":[`+tt.given+`]`)
			var got []string
			for _, p := range patient.Phones {
				got = append(got, strings.TrimPrefix(p.Number, "+1617555")+" "+p.Type)
			}
			assert.Equal(t, tt.want, strings.Join(got, ", "))
		})
	}
}

func TestDecode_puts_the_address_of_today_first(t *testing.T) {
	t.Parallel()
	place := func(line, more string) string {
		return `{"line":["` + line + `"],"city":"C","country":"US"` + more + `}`
	}
	for _, tt := range []struct{ name, given, want, warnings string }{
		{"an old one last", place("1", `,"use":"old","period":{"end":"2020-07-22"}`) + "," + place("2", `,"period":{"start":"2020-07-22"}`), "2 home, 1 old", ""},
		{"one that ended", place("1", `,"use":"home","period":{"end":"2020"}`) + "," + place("2", ``), "2 home, 1 old", ""},
		{"one that has yet to begin", place("1", `,"use":"home","period":{"start":"2999-01"}`) + "," + place("2", `,"use":"work"`), "2 work, 1 home", ""},
		{"home before others", place("1", `,"use":"billing"`) + "," + place("2", `,"use":"temp"`) + "," + place("3", `,"use":"work"`) + "," + place("4", `,"use":"home"`), "4 home, 3 work, 2 temp, 1 billing", ""},
		{"a second home", place("1", ``) + "," + place("2", `,"use":"home"`), "1 home", "address second_address"},
		{"the latest of the old ones", place("1", `,"use":"old","period":{"end":"2001"}`) + "," + place("2", `,"use":"old","period":{"end":"2010"}`), "2 old", "address second_address"},
		{"text only", `{"text":"1 Elm, Salem"}`, "", "address incomplete_address"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			patient, warnings := patientOf(t, Decoder{}, aName+","+aBirth+`,"address":[`+tt.given+`]`)
			var got []string
			for _, a := range patient.Addresses {
				got = append(got, a.Line1+" "+a.Use)
			}
			assert.Equal(t, tt.want, strings.Join(got, ", "))
			assert.Equal(t, tt.warnings, strings.Join(warnings, ","))
		})
	}
}

func TestDecode_reads_phones_in_the_country_of_the_address(t *testing.T) {
	t.Parallel()
	d := Decoder{Country: "US", Countries: Places{" de": "DE", " deutschland": "DE", " us": "US", " mexico": "MX"}}
	for _, tt := range []struct{ address, phone, want string }{
		{`{"country":"DE"}`, "030/1234567", "+49301234567"}, // though the address is not complete
		{`{"country":"Deutschland"}`, "030/1234567", "+49301234567"},
		{`{"country":"México"}`, "044 55 1234 5678", "+525512345678"},
		{`{"use":"old","country":"DE"},{"use":"home","country":"US"}`, "617-555-0100", "+16175550100"},
		{`{"city":"Salem"}`, "617-555-0100", "+16175550100"},
		{`{"country":"Atlantis"}`, "617-555-0100", ""},
		{`{"country":"US"}`, "555-0100", ""},
		{`{"country":"US"}`, "(617) 555-0123 x45/46", "+16175550123 45, +16175550123 46"},
	} {
		patient, warnings := patientOf(t, d, aName+","+aBirth+`,"address":[`+tt.address+`],"telecom":[{"system":"phone","value":"`+tt.phone+`"}]`)
		var got []string
		for _, p := range patient.Phones {
			got = append(got, strings.TrimSpace(p.Number+" "+value(p.Extension)))
		}
		assert.Equal(t, tt.want, strings.Join(got, ", "), tt.phone)
		assert.Equal(t, tt.want == "", slices.Contains(warnings, "telecom invalid_phone"), tt.phone)
	}
}

func TestDecode_keeps_a_contact_that_is_not_certain_as_it_came(t *testing.T) {
	t.Parallel()
	record, found := decode(t, Decoder{Country: "US"}, "Patient", aBirth+`,"name":[{"family":"Holm","given":["Una"]}],
		"telecom":[{"system":"phone","value":"555-0100","use":"home"},{"system":"fax","value":"+16175550199"}]`)
	require.Nil(t, found)
	assert.Equal(t, []string{"telecom invalid_phone"}, codesOf(record))
	encoded, err := record.Encode()
	require.NoError(t, err)
	var data struct {
		SourceElements map[string]json.RawMessage `json:"source_elements"`
		Phones         []Phone                    `json:"phones"`
	}
	require.NoError(t, json.Unmarshal([]byte(encoded), &data))
	assert.Equal(t, []string{"telecom"}, slices.Collect(maps.Keys(data.SourceElements)))
	assert.JSONEq(t, `[{"system":"phone","value":"555-0100","use":"home"},{"system":"fax","value":"+16175550199"}]`, string(data.SourceElements["telecom"]))
	assert.Empty(t, data.Phones, "a fax is no phone")
}

func TestDecodePerson_keeps_what_is_not_certain_too(t *testing.T) {
	t.Parallel()
	d := Decoder{Source: "s", Country: "DE"}
	record, err := d.DecodePerson(Person{IdentifierValue: "1", LastName: "Sukarno", DateOfBirth: "1901", Phone: "1234567", Deceased: "true"})
	require.NoError(t, err)
	patient, ok := record.Data.(Patient)
	require.True(t, ok)
	assert.Equal(t, Name{LastName: "Sukarno"}, patient.Name)
	assert.Equal(t, "1901-01-01 year", patient.DateOfBirth+" "+string(patient.DateOfBirthPrecision))
	assert.Equal(t, Death{Deceased: true, DeceasedDatePrecision: valueset.PrecisionDay}, patient.Death)
	assert.Equal(t, []string{"telecom invalid_phone"}, codesOf(record))
	assert.JSONEq(t, `[{"system":"phone","value":"1234567"}]`, jsonOf(t, record.source["telecom"]))

	_, err = d.DecodePerson(Person{IdentifierValue: "1", LastName: "Sukarno", DateOfBirth: "1901", Deceased: "perhaps"})
	assert.ErrorContains(t, err, "invalid_boolean")
}

func TestDecode_reads_births_and_deaths_as_far_as_they_are_known(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ elements, want string }{
		{`"birthDate":"1980"`, "1980-01-01 year"},
		{`"birthDate":"1980-05"`, "1980-05-01 month"},
		{`"birthDate":"1980-05-05"`, "1980-05-05 day"},
		{aBirth + `,"deceasedBoolean":true`, "1980-05-05 day dead"},
		{aBirth + `,"deceasedBoolean":false`, "1980-05-05 day"},
		{aBirth + `,"deceasedDateTime":"2024"`, "1980-05-05 day dead 2024-01-01 year"},
		{aBirth + `,"deceasedDateTime":"2024-03"`, "1980-05-05 day dead 2024-03-01 month"},
		{aBirth + `,"deceasedDateTime":"2024-03-10"`, "1980-05-05 day dead 2024-03-10 day"},
		{`"birthDate":"2020-05-10","deceasedDateTime":"2020-05-10T00:30:00+10:00"`, "2020-05-10 day dead 2020-05-10 day 2020-05-09T14:30:00Z"},
	} {
		patient, _ := patientOf(t, Decoder{}, aName+","+tt.elements)
		got := patient.DateOfBirth + " " + string(patient.DateOfBirthPrecision)
		if patient.Deceased {
			got += " dead"
		}
		if patient.DeceasedDate != nil {
			got += " " + *patient.DeceasedDate + " " + string(patient.DeceasedDatePrecision)
		}
		assert.Equal(t, tt.want, strings.TrimSpace(got+" "+value(patient.DeceasedAt)), tt.elements)
	}
}

func TestDecode_says_that_a_record_was_replaced(t *testing.T) {
	t.Parallel()
	record, found := decode(t, Decoder{}, "Patient", aBirth+`,"name":[{"family":"Holm","given":["Una"]}],"active":false,
		"link":[{"type":"replaced-by","other":{"reference":"Patient/2"}}]`)
	require.Nil(t, found)
	assert.Equal(t, []string{"link merged"}, codesOf(record))
	assert.JSONEq(t, `[{"type":"replaced-by","other":{"reference":"Patient/2"}}]`, jsonOf(t, record.source["link"]))
}

func TestDecode_reads_who_cares_for_a_patient(t *testing.T) {
	t.Parallel()
	d := Decoder{Source: "https://a.example.org"}
	patient, warnings := patientOf(t, d, aName+","+aBirth+`,"generalPractitioner":[{"reference":"#x"},{"reference":"PractitionerRole/1"},
		{"reference":"Practitioner/2"},{"reference":"Organization/3"},{"reference":"urn:uuid:`+anID+`"}],
		"managingOrganization":{"reference":"Organization/4"}`)
	assert.Equal(t, []Key{
		{"https://a.example.org/PractitionerRole", "1"}, {"https://a.example.org/Practitioner", "2"},
		{"https://a.example.org/Organization", "3"}, {uriSystem, "urn:uuid:" + anID},
	}, patient.Carers)
	assert.Equal(t, &Key{"https://a.example.org/Organization", "4"}, patient.Practice)
	assert.Contains(t, warnings, "generalPractitioner unknown_doctor")

	record, found := decode(t, d, "PractitionerRole", `"practitioner":{"reference":"Practitioner/2"},"organization":{"reference":"Organization/3"}`)
	require.Nil(t, found)
	key := Key{uriSystem, "urn:uuid:" + anID}
	assert.Equal(t, Role{key, Key{"https://a.example.org/Practitioner", "2"}, Key{"https://a.example.org/Organization", "3"}, true}, record.Data)
	_, found = decode(t, d, "PractitionerRole", `"practitioner":{"reference":"Practitioner/2"}`)
	require.NotNil(t, found)
	assert.True(t, found.Benign)
}

func TestDecode_takes_a_licence_for_a_licence_number(t *testing.T) {
	t.Parallel()
	typed := func(code, number string) string {
		return `{"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"` + code + `"}]},"system":"s-` + code + `","value":"` + number + `"}`
	}
	for _, tt := range []struct{ identifiers, want string }{
		{typed("SS", "1") + "," + typed("MD", "2"), "2"},
		{typed("DL", "1") + `,{"system":"s","value":"2"}`, "2"},
		{`{"system":"s","value":"1"},` + typed("MD", "2"), "2"},
		{typed("MD", "1") + `,{"system":"http://hl7.org/fhir/sid/us-npi","value":"2"}`, "2"},
	} {
		record, found := decode(t, Decoder{}, "Practitioner", aName+`,"identifier":[`+tt.identifiers+`]`)
		require.Nil(t, found)
		doctor, ok := record.Data.(Doctor)
		require.True(t, ok)
		assert.Equal(t, tt.want, doctor.LicenceNumber, tt.identifiers)
		assert.Len(t, doctor.Identifiers, 3, "all are kept")
	}
	_, found := decode(t, Decoder{}, "Practitioner", aName+`,"identifier":[`+typed("SS", "1")+`]`)
	require.NotNil(t, found)
	assert.Equal(t, "no_licence", found.Code)
}

func TestPlaces_are_found_by_what_people_call_them(t *testing.T) {
	t.Parallel()
	countries, regions := Places{}, Places{}
	for name, code := range map[string]string{"DE": "DE", "DEU": "DE", "276": "DE", "Germany": "DE", "Deutschland": "DE", "México": "MX", "Côte d'Ivoire": "CI", "日本": "JP"} {
		countries.Add("", name, code)
	}
	regions.Add("MX", "MX-NLE", "MX-NLE")
	regions.Add("MX", "NLE", "MX-NLE")
	regions.Add("MX", "Nuevo León", "MX-NLE")
	regions.Add("MX", "Nuevo León", "MX-XXX")
	for name, want := range map[string]string{
		"de": "DE", "deu": "DE", "276": "DE", " deutschland ": "DE", "GERMANY": "DE", "Mexico": "MX", "México": "MX", "Me\u0301xico": "MX",
		"COTE D’IVOIRE": "CI", "日本": "JP", "Atlantis": "",
	} {
		assert.Equal(t, want, countries.Find("", name), name)
	}
	for _, name := range []string{"Nuevo León", "nuevo leon", "NLE", "mx-nle"} {
		assert.Equal(t, "MX-NLE", regions.Find("MX", name), name)
	}
	assert.Empty(t, regions.Find("US", "Nuevo León"))

	d := Decoder{Countries: countries, Regions: regions}
	patient, warnings := patientOf(t, d, aName+","+aBirth+`,"address":[{"line":["1"],"city":"C","state":"Nuevo Leon","country":"México"},
		{"use":"work","line":["2"],"city":"C","state":"Oz","country":"Deutschland"}]`)
	require.Len(t, patient.Addresses, 2)
	assert.Equal(t, "MX MX-NLE", patient.Addresses[0].Country+" "+value(patient.Addresses[0].Region))
	assert.Equal(t, "DE ", patient.Addresses[1].Country+" "+value(patient.Addresses[1].Region))
	assert.Contains(t, warnings, "address unknown_region")
}
