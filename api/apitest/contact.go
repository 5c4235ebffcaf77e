package apitest

import (
	"maps"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/internal/fixture"
)

func init() {
	for _, owner := range []string{"patient", "doctor", "institution"} {
		maps.Copy(Operations, contactsOf(owner, "email", "emails", object{"email": "another@example.net"}, object{"type": "work"}))
		maps.Copy(Operations, contactsOf(owner, "phone", "phones", object{"number": "+34600000001"}, object{"type": "work"}))
		maps.Copy(Operations, contactsOf(owner, "address", "addresses", object{"line1": "Calle 1", "city": "Madrid", "country": "ES"}, object{"city": "Getafe"}))
	}
}

// contactsOf are the operations on a kind of contact of the Ask's patient, or of the patient's doctor or institution.
func contactsOf(owner, one, all string, added, changed object) map[string]Operation {
	of := func(t testing.TB, a Ask) string { return ownerOf(t, a, owner) }
	row := func(t testing.TB, a Ask) string {
		return Contact(t, a.App.Env.DB, all, owner, uuid.MustParse(of(t, a))).String()
	}
	item := values{"id": of, "contact_id": row}
	list := Operation{Path: values{"id": of}}
	if owner == "patient" {
		list.Shows = row
	}
	return map[string]Operation{
		"list-" + owner + "-" + all:              list,
		"get-" + owner + "-" + one:               {Path: item},
		"create-" + owner + "-" + one:            {Path: values{"id": of}, Body: oneMore(added)},
		"update-" + owner + "-" + one:            {Path: item, Header: anyVersion, Body: changed.body},
		"delete-" + owner + "-" + one:            {Path: item, Header: anyVersion},
		"make-" + owner + "-" + one + "-primary": {Path: item},
		"verify-" + owner + "-" + one:            {Path: item},
	}
}

// oneMore is a contact that its owner has not had yet.
func oneMore(body object) func(testing.TB, Ask) any {
	return func(testing.TB, Ask) any {
		next := maps.Clone(body)
		if next["email"] != nil {
			next["email"] = uuid.NewString() + "@example.net"
		}
		if next["number"] != nil {
			next["number"] = phoneNumber()
		}
		return next
	}
}

func ownerOf(t testing.TB, a Ask, owner string) string {
	t.Helper()
	if owner == "patient" {
		return a.Patient.String()
	}
	return fixture.Value[string](t, a.App.Env.DB, "SELECT "+owner+"_id FROM patients WHERE id = $1", a.Patient)
}

// Contact makes a contact of a patient, doctor or institution, in one of the tables emails, phones and addresses.
func Contact(t testing.TB, db fixture.DB, table, ownerType string, owner uuid.UUID, rows ...fixture.Row) uuid.UUID {
	t.Helper()
	row := fixture.Row{"entity_type": ownerType, "entity_id": owner}
	switch table {
	case "emails":
		row["email"], row["email_type_id"] = uuid.NewString()+"@example.org", fixture.Code(t, db, "email_types", "home")
	case "phones":
		row["number"], row["country_code"] = phoneNumber(), "34"
		row["phone_type_id"] = fixture.Code(t, db, "phone_types", "mobile")
	default:
		row["line1"], row["city"] = "12 Beacon Street", "Boston"
		row["country_id"] = fixture.Code(t, db, "countries", "US")
	}
	for _, more := range rows {
		maps.Copy(row, more)
	}
	return fixture.Insert(t, db, table, row)
}

func phoneNumber() string { return "+346" + strconv.Itoa(10_000_000+rand.IntN(90_000_000)) } //nolint:gosec // nobody has this number
