// Package generate makes up a population: institutions, doctors and patients with plausible names, places, ages and bodies,
// and illnesses that go together. The same seed makes the same people, each independently of the others and in any order.
// It knows no database.
package generate

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/rand/v2"
	"time"

	"github.com/google/uuid"
)

// World is the basis of a population: institutions, doctors and the seed. It is safe for concurrent use.
type World struct {
	seed         uint64
	asOf         time.Time // midnight in UTC
	institutions []Institution
	doctors      []Doctor
	active       []int // doctors who see patients
}

// registrationMonths is the time before asOf over which registrations are spread.
const registrationMonths = 24

// NewWorld makes the institutions and doctors, at least one of each. asOf is the day for which ages are computed; its time
// of day doesn't matter.
func NewWorld(seed uint64, institutions, doctors int, asOf time.Time) *World {
	w := &World{seed: seed, asOf: asOf.UTC().Truncate(24 * time.Hour)}
	named := map[string]int{}
	for i := range max(institutions, 1) {
		institution := w.institution(i)
		if named[institution.Name]++; named[institution.Name] > 1 {
			institution.Name = fmt.Sprintf("%s %d", institution.Name, named[institution.Name])
		}
		w.institutions = append(w.institutions, institution)
	}
	for i := range max(doctors, 1) {
		doctor := w.doctor(i)
		if doctor.Status == "active" {
			w.active = append(w.active, i)
		}
		w.doctors = append(w.doctors, doctor)
	}
	return w
}

// Institutions returns the institutions of the world.
func (w *World) Institutions() []Institution { return w.institutions }

// Doctors returns the doctors of the world. The first is active and works at the first institution.
func (w *World) Doctors() []Doctor { return w.doctors }

// random returns the source of chance for one thing: the same for the same seed.
func (w *World) random(kind string, i int) *chance {
	var name [8]byte
	copy(name[:], kind)
	return &chance{rand.New(rand.NewPCG(w.seed^binary.BigEndian.Uint64(name[:]), uint64(i)))} //nolint:gosec // people who never lived need no secrets
}

// id returns the key of the i-th thing of a kind.
func (w *World) id(kind string, i int) uuid.UUID {
	var name [24]byte
	binary.BigEndian.PutUint64(name[:], w.seed)
	binary.BigEndian.PutUint64(name[8:], uint64(i))
	copy(name[16:], kind)
	return uuid.NewSHA1(uuid.NameSpaceOID, name[:])
}

// chance draws at random.
type chance struct{ *rand.Rand }

func (c *chance) happens(probability float64) bool { return c.Float64() < probability }

// between draws an integer between least and most, inclusive.
func (c *chance) between(least, most int) int { return least + c.IntN(most-least+1) }

// normal draws from a normal distribution that is cut off at limits.
func (c *chance) normal(mean, deviation, least, most float64) float64 {
	return min(max(mean+deviation*c.NormFloat64(), least), most)
}

// pick draws one of the choices; all are equally likely.
func pick[T any](c *chance, choices []T) T { return choices[c.IntN(len(choices))] }

// weighted draws an index by weights.
func (c *chance) weighted(weights []float64) int {
	total := 0.0
	for _, weight := range weights {
		total += weight
	}
	at := c.Float64() * total
	for i, weight := range weights {
		if at -= weight; at < 0 {
			return i
		}
	}
	return len(weights) - 1
}

// logistic turns a risk from -∞ to ∞ into a probability.
func logistic(risk float64) float64 { return 1 / (1 + math.Exp(-risk)) }
