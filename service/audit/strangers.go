package audit

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/predicthealth/predicthealth/internal/netaddr"
)

const (
	// strangersPeriod is how long what strangers fail at is counted before the rest of it is recorded.
	strangersPeriod = time.Minute
	// keptSingly is how many of a network's failed attempts at an action are recorded one by one in a period.
	keptSingly = 10
	// maxStrangers is how many pairs of network and action are counted apart; all further ones are counted together.
	maxStrangers = 10_000
)

// anonymous is the type of actors who have not signed in.
const anonymous = "anonymous"

// strangers keeps callers who have not signed in from filling the trail, which keeps everything for ever: of what a network
// fails at, the first attempts in each minute are recorded one by one, the others as one record with their number.
type strangers struct {
	mu     sync.Mutex
	began  time.Time
	counts map[attempt]*attempts
}

// attempt is what a network failed at.
type attempt struct {
	network, action string
	outcome         Outcome
}

type attempts struct {
	number int
	ip     string // of the last one
	last   time.Time
}

// condensed is the payload of a record that stands for many.
type condensed struct {
	Network string    `json:"network,omitempty"` // left out when there were many
	Count   int       `json:"count"`
	From    time.Time `json:"from"`
	Until   time.Time `json:"until"`
}

// single says whether an event is to be recorded by itself. Otherwise it is counted.
func (s *strangers) single(ctx context.Context, e Event, now time.Time) bool {
	actor := ActorOf(ctx)
	if e.Actor != nil {
		actor = *e.Actor
	}
	if actor.Type != anonymous || e.Outcome != Failure && e.Outcome != Denied {
		return true
	}
	ip := requestFrom(ctx).SourceIP
	key := attempt{netaddr.Network(ip), e.Action, e.Outcome}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.counts == nil {
		s.began, s.counts = now, map[attempt]*attempts{}
	}
	if s.counts[key] == nil && len(s.counts) >= maxStrangers {
		key.network, ip = "", ""
	}
	if s.counts[key] == nil {
		s.counts[key] = &attempts{}
	}
	counted := s.counts[key]
	counted.number, counted.ip, counted.last = counted.number+1, ip, now
	return counted.number <= keptSingly
}

// rest returns the records of what was counted, encoded, once the period is over or at the end of the program.
func (s *strangers) rest(now time.Time, end bool) ([][]byte, error) {
	s.mu.Lock()
	began, counts := s.began, s.counts
	over := end || now.Sub(began) >= strangersPeriod
	if over {
		s.counts = nil
	}
	s.mu.Unlock()
	if !over {
		return nil, nil
	}
	var records [][]byte
	var errs []error
	for key, counted := range counts {
		if counted.number <= keptSingly {
			continue
		}
		encoded, err := Event{
			Action: key.action, Outcome: key.outcome, Actor: &Actor{Type: anonymous},
			Payload: condensed{key.network, counted.number - keptSingly, began.UTC(), counted.last.UTC()},
		}.Encode(WithRequest(context.Background(), Request{SourceIP: counted.ip}))
		records, errs = append(records, encoded), append(errs, err)
	}
	return records, errors.Join(errs...)
}
