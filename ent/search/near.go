package search

import (
	"math"

	"entgo.io/ent/dialect/sql"
)

// earthRadius is the mean one, in kilometres.
const earthRadius = 6371.0088

// Circle is around a point of the earth: degrees of latitude and longitude, and kilometres.
type Circle struct{ Latitude, Longitude, Radius float64 }

// Distance is the column that Near adds, in kilometres.
const Distance = "distance_km"

// Near is a modifier: only rows with an address in the circle, nearest first and then by id, with their Distance. owner
// is the column of addresses that refers to the rows. An index on latitude finds the box around the circle; of what is in
// there the great-circle distance is computed.
func Near(owner string, c Circle) func(*sql.Selector) {
	return func(s *sql.Selector) {
		a := sql.Table("addresses")
		near := sql.Select(a.C(owner)).From(a).Where(c.box(a, owner)).GroupBy(a.C(owner))
		near.AppendSelectExprAs(sql.ExprFunc(func(b *sql.Builder) { c.distance(b, a) }), Distance)
		near.As("near")
		s.Join(near).On(s.C("id"), near.C(owner))
		s.Where(sql.LTE(near.C(Distance), c.Radius))
		s.AppendSelect(near.C(Distance)).OrderBy(near.C(Distance), s.C("id"))
	}
}

// box is a predicate: the addresses of owners between the circle's outermost parallels and meridians. Over a pole a circle
// has no outermost meridian; over the antimeridian longitudes begin again.
func (c Circle) box(a *sql.SelectTable, owner string) *sql.Predicate {
	angle := c.Radius / earthRadius * 180 / math.Pi
	south, north := c.Latitude-angle, c.Latitude+angle
	inside := []*sql.Predicate{
		sql.NotNull(a.C(owner)), sql.GTE(a.C("latitude"), south), sql.LTE(a.C("latitude"), north),
	}
	if south > -90 && north < 90 {
		width := math.Asin(math.Sin(angle*math.Pi/180)/math.Cos(c.Latitude*math.Pi/180)) * 180 / math.Pi
		var turns []*sql.Predicate
		for _, turn := range []float64{-360, 0, 360} {
			turns = append(turns, sql.And(
				sql.GTE(a.C("longitude"), c.Longitude-width+turn), sql.LTE(a.C("longitude"), c.Longitude+width+turn),
			))
		}
		inside = append(inside, sql.Or(turns...))
	}
	return sql.And(inside...)
}

// distance writes the haversine of an owner's nearest address.
func (c Circle) distance(b *sql.Builder, a *sql.SelectTable) {
	latitude, longitude := a.C("latitude"), a.C("longitude")
	b.WriteString("min(").Arg(2 * earthRadius).WriteString("::float8 * asin(least(1, sqrt(power(sin(radians(").
		Ident(latitude).WriteString("::float8 - ").Arg(c.Latitude).WriteString("::float8) / 2), 2) + cos(radians(").
		Arg(c.Latitude).WriteString("::float8)) * cos(radians(").Ident(latitude).
		WriteString("::float8)) * power(sin(radians(").Ident(longitude).WriteString("::float8 - ").Arg(c.Longitude).
		WriteString("::float8) / 2), 2)))))")
}
