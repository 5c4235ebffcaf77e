package contact

import (
	"github.com/shopspring/decimal"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/contact"
)

// AddressBody is a postal address in an answer.
type AddressBody struct {
	ContactBody
	Use        string   `json:"use" enum:"home,work,temp,old,billing"`
	Line1      string   `json:"line1" example:"12 Beacon Street"`
	Line2      *string  `json:"line2" example:"Apartment 3"`
	City       string   `json:"city" example:"Boston"`
	PostalCode *string  `json:"postal_code" example:"02108"`
	Region     *string  `json:"region" example:"US-MA" doc:"ISO 3166-2, of the country."`
	Country    string   `json:"country" example:"US" doc:"ISO 3166-1 alpha-2."`
	Latitude   *float64 `json:"latitude" example:"42.358" doc:"In degrees, with 6 decimals; null without a longitude."`
	Longitude  *float64 `json:"longitude" example:"-71.064" doc:"In degrees, with 6 decimals; null without a latitude."`
}

func (b AddressBody) version() int { return b.Version }

// ToAddress is the body of a postal address.
func ToAddress(a *contact.Address) AddressBody {
	return AddressBody{
		ContactBody: toContact(a.Contact), Use: a.Use, Line1: a.Line1, Line2: a.Line2, City: a.City, PostalCode: a.PostalCode,
		Region: a.Region, Country: a.Country, Latitude: degrees(a.Latitude), Longitude: degrees(a.Longitude),
	}
}

type addressAdditionBody struct {
	Use        string   `json:"use,omitempty" enum:"home,work,temp,old,billing" default:"home"`
	Line1      string   `json:"line1" minLength:"1" maxLength:"200" example:"12 Beacon Street"`
	Line2      *string  `json:"line2,omitempty" maxLength:"200" example:"Apartment 3"`
	City       string   `json:"city" minLength:"1" maxLength:"100" example:"Boston"`
	PostalCode *string  `json:"postal_code,omitempty" maxLength:"20" example:"02108"`
	Region     *string  `json:"region,omitempty" maxLength:"6" example:"US-MA" doc:"ISO 3166-2, of the country."`
	Country    string   `json:"country" maxLength:"2" example:"US" doc:"ISO 3166-1 alpha-2."`
	Latitude   *float64 `json:"latitude,omitempty" minimum:"-90" maximum:"90" example:"42.358" doc:"In degrees, rounded to 6 decimals; only with a longitude."`
	Longitude  *float64 `json:"longitude,omitempty" minimum:"-180" maximum:"180" example:"-71.064" doc:"In degrees, rounded to 6 decimals; only with a latitude."`
}

func (b addressAdditionBody) values() contact.AddressValues {
	return contact.AddressValues{
		Use: given(b.Use), Line1: given(b.Line1), Line2: optional(b.Line2), City: given(b.City), PostalCode: optional(b.PostalCode),
		Region: optional(b.Region), Country: given(b.Country),
		Latitude: coordinate(optional(b.Latitude)), Longitude: coordinate(optional(b.Longitude)),
	}
}

type addressPatchBody struct {
	Use        endpoint.Optional[string]  `json:"use,omitempty" enum:"home,work,temp,old,billing"`
	Line1      endpoint.Optional[string]  `json:"line1,omitempty" minLength:"1" maxLength:"200" example:"12 Beacon Street"`
	Line2      endpoint.Optional[string]  `json:"line2,omitempty" maxLength:"200" example:"Apartment 3"`
	City       endpoint.Optional[string]  `json:"city,omitempty" minLength:"1" maxLength:"100" example:"Boston"`
	PostalCode endpoint.Optional[string]  `json:"postal_code,omitempty" maxLength:"20" example:"02108"`
	Region     endpoint.Optional[string]  `json:"region,omitempty" maxLength:"6" example:"US-MA" doc:"ISO 3166-2, of the country."`
	Country    endpoint.Optional[string]  `json:"country,omitempty" maxLength:"2" example:"US" doc:"ISO 3166-1 alpha-2."`
	Latitude   endpoint.Optional[float64] `json:"latitude,omitempty" minimum:"-90" maximum:"90" example:"42.358" doc:"In degrees, rounded to 6 decimals; only with a longitude."`
	Longitude  endpoint.Optional[float64] `json:"longitude,omitempty" minimum:"-180" maximum:"180" example:"-71.064" doc:"In degrees, rounded to 6 decimals; only with a latitude."`
}

func (b addressPatchBody) values() contact.AddressValues {
	return contact.AddressValues{
		Use: b.Use.Optional, Line1: b.Line1.Optional, Line2: b.Line2.Optional, City: b.City.Optional,
		PostalCode: b.PostalCode.Optional, Region: b.Region.Optional, Country: b.Country.Optional,
		Latitude: coordinate(b.Latitude.Optional), Longitude: coordinate(b.Longitude.Optional),
	}
}

func coordinate(o service.Optional[float64]) service.Optional[decimal.Decimal] {
	exact := service.Optional[decimal.Decimal]{Given: o.Given}
	if o.Value != nil {
		d := decimal.NewFromFloat(*o.Value)
		exact.Value = &d
	}
	return exact
}

func degrees(d *decimal.Decimal) *float64 {
	if d == nil {
		return nil
	}
	f := d.InexactFloat64()
	return &f
}

// given is a value that must be sent.
func given[T any](value T) service.Optional[T] {
	return service.Optional[T]{Given: true, Value: &value}
}

// optional is a value that may be left out.
func optional[T any](value *T) service.Optional[T] {
	return service.Optional[T]{Given: value != nil, Value: value}
}
