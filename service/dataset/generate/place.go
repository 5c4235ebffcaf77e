package generate

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// place is a city with institutions.
type place struct {
	country, region, city string
	latitude, longitude   float64
	postal                string
	callingCode, areaCode string
	subscriberDigits      int
	culture               string
}

//go:embed places.csv
var placesFile string

//go:embed names.csv
var namesFile string

// places are the cities and their weights.
var places = sync.OnceValue(func() (p struct {
	cities  []place
	weights []float64
}) {
	for _, row := range mustCSV(placesFile) {
		p.cities = append(p.cities, place{
			country: row[0], region: row[1], city: row[2], latitude: mustFloat(row[3]), longitude: mustFloat(row[4]),
			postal: row[5], callingCode: row[6], areaCode: row[7], subscriberDigits: int(mustFloat(row[8])), culture: row[9],
		})
		p.weights = append(p.weights, mustFloat(row[10]))
	}
	return p
})

// names are lists of names by culture and kind (female, male, family).
var names = sync.OnceValue(func() map[string][]string {
	lists := map[string][]string{}
	for _, row := range mustCSV(namesFile) {
		lists[row[0]+" "+row[1]] = strings.Fields(row[2])
	}
	return lists
})

// mustCSV parses a file that is part of the program, without its header.
func mustCSV(text string) [][]string {
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		panic(err)
	}
	return rows[1:]
}

func mustFloat(text string) float64 {
	n, err := strconv.ParseFloat(text, 64)
	if err != nil {
		panic(err)
	}
	return n
}

// minorities are cultures found everywhere.
var minorities = []string{"english", "spanish", "indian", "east_asian", "arabic", "african", "portuguese", "french"}

// cultureOf draws the culture of a person who lives in the place.
func (p place) cultureOf(c *chance) string {
	if c.happens(0.75) {
		return p.culture
	}
	return pick(c, minorities)
}

// name draws a name; for a sex other than female or male it may be of either.
func name(c *chance, culture, sex string) (first, last string) {
	if sex != "female" && sex != "male" {
		sex = pick(c, []string{"female", "male"})
	}
	return pick(c, names()[culture+" "+sex]), pick(c, names()[culture+" family"])
}

var streets = map[string][]string{
	"english":    {"Maple Street", "Oak Avenue", "Park Road", "Church Street", "Mill Lane", "Washington Street", "Elm Street", "Lake View Drive"},
	"spanish":    {"Calle Mayor", "Calle Hidalgo", "Avenida Juárez", "Calle del Sol", "Calle de la Luna", "Avenida Reforma", "Calle Morelos"},
	"portuguese": {"Rua das Flores", "Rua XV de Novembro", "Avenida Brasil", "Rua São João", "Rua da Praia"},
	"german":     {"Hauptstraße", "Gartenstraße", "Bahnhofstraße", "Lindenweg", "Schulstraße"},
	"french":     {"rue Principale", "rue Saint-Jean", "avenue du Parc", "rue Notre-Dame"},
	"indian":     {"MG Road", "Station Road", "Temple Street", "Gandhi Nagar", "Lake Road"},
}

// address draws an address near the centre of the place.
func (p place) address(c *chance, use string) Address {
	street, number := pick(c, streets[p.culture]), c.between(1, 240)
	line := fmt.Sprintf("%d %s", number, street)
	if p.culture != "english" && p.culture != "french" && p.culture != "indian" {
		line = fmt.Sprintf("%s %d", street, number)
	}
	return Address{
		Use: use, Line1: line, City: p.city, Region: p.region, Country: p.country, PostalCode: p.postalCode(c),
		Latitude:  fmt.Sprintf("%.6f", p.latitude+0.04*c.NormFloat64()),
		Longitude: fmt.Sprintf("%.6f", p.longitude+0.05*c.NormFloat64()),
	}
}

// postalCode extends the place's prefix to the country's length.
func (p place) postalCode(c *chance) string {
	switch p.country {
	case "CA":
		return fmt.Sprintf("%s %d%c%d", p.postal, c.IntN(10), pick(c, []rune("ABCEGHJKLM")), c.IntN(10))
	case "GB":
		return fmt.Sprintf("%s %d%c%c", p.postal, c.IntN(10), pick(c, []rune("ABDEFGHJLN")), pick(c, []rune("ABDEFGHJLN")))
	case "BR":
		return fmt.Sprintf("%s%02d-%03d", p.postal, c.IntN(100), c.IntN(1000))
	case "IN":
		return fmt.Sprintf("%s%03d", p.postal, c.IntN(100))
	}
	digits := 5 - len(p.postal)
	return fmt.Sprintf("%s%0*d", p.postal, digits, c.IntN(pow10(digits)))
}

// phone draws a 555 number, which nobody has.
func (p place) phone(c *chance, kind string) Phone {
	rest := p.subscriberDigits - len("555")
	return Phone{
		Number:      fmt.Sprintf("+%s%s555%0*d", p.callingCode, p.areaCode, rest, c.IntN(pow10(rest))),
		CountryCode: p.callingCode, AreaCode: p.areaCode, Type: kind,
	}
}

func pow10(n int) int {
	power := 1
	for range n {
		power *= 10
	}
	return power
}
