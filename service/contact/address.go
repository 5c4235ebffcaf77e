package contact

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/address"
	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service/collection"
	"github.com/predicthealth/predicthealth/service/resource"
)

// Address is a postal address.
type Address struct {
	Contact
	Use        valueset.AddressUse `json:"use" set:"create,update" default:"home" doc:"A code from FHIR's address-use."`
	Line1      string              `json:"line1" set:"create,update" blank:"false" minLength:"1" maxLength:"200" example:"12 Beacon Street"`
	Line2      *string             `json:"line2" set:"create,update" maxLength:"200" example:"Apartment 3"`
	City       string              `json:"city" set:"create,update" blank:"false" minLength:"1" maxLength:"100" example:"Boston"`
	PostalCode *string             `json:"postal_code" set:"create,update" maxLength:"20" example:"02108"`
	Region     *string             `json:"region" set:"create,update" catalog:"regions" maxLength:"6" example:"US-MA" doc:"An ISO 3166-2 code of a region in the country."`
	Country    string              `json:"country" set:"create,update" catalog:"countries" maxLength:"2" example:"US" doc:"An ISO 3166-1 alpha-2 code."`
	Latitude   *float64            `json:"latitude" set:"create,update" minimum:"-90" maximum:"90" example:"42.358" doc:"In degrees north, rounded to 6 decimals. Requires a longitude."`
	Longitude  *float64            `json:"longitude" set:"create,update" minimum:"-180" maximum:"180" example:"-71.064" doc:"In degrees east, rounded to 6 decimals. Requires a latitude."`
}

func addresses(o collection.Options) *Collection[Address] {
	table := resource.TableOf[Address](func(c *ent.Client) *ent.AddressClient { return c.Address })
	where := []string{"line1", "line2", "city", "postal_code", "region", "country"}
	return of(o, "address", table, []string{address.FieldID}, where, func(e *resource.Edit[Address]) {
		checkPlace(e)
		a := e.After
		a.Latitude, a.Longitude = rounded(a.Latitude), rounded(a.Longitude)
		e.Refuse(a.Latitude == nil && a.Longitude != nil, "/latitude", "required", "A position requires both latitude and longitude.")
		e.Refuse(a.Latitude != nil && a.Longitude == nil, "/longitude", "required", "A position requires both latitude and longitude.")
	})
}

// checkPlace refuses a region of another country. An ISO 3166-2 code begins with the country's code.
func checkPlace(e *resource.Edit[Address]) {
	if e.After.Region == nil || len(e.Fields) > 0 {
		return
	}
	country, _, _ := strings.Cut(*e.After.Region, "-")
	e.Refuse(country != e.After.Country, "/region", "other_country", "The region is not in this country.")
}

// positionDigits is the number of decimals of a latitude or a longitude: a millionth of a degree is 11 cm.
const positionDigits = 6

// rounded returns a coordinate as it is stored.
func rounded(degrees *float64) *float64 {
	if degrees == nil {
		return nil
	}
	stored := decimal.NewFromFloat(*degrees).Round(positionDigits).InexactFloat64()
	return &stored
}
