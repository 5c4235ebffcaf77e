// Package fairshare divides what there is little of among the networks that ask for it, so that no network takes what the
// others need.
package fairshare

import (
	"errors"
	"sync"
)

var (
	// ErrNone says that no place is free.
	ErrNone = errors.New("no place is free")
	// ErrShare says that places are free, but the network has its share.
	ErrShare = errors.New("the network has its share")
)

// Shares are places, such as connections. A network may take one as long as twice as many are free as it holds. So one
// network gets at most a third of them, the next one a third of what is left, and so on: the more networks take all they can,
// the less each gets.
type Shares struct {
	mu   sync.Mutex
	free int
	held map[string]int // by network
}

// NewShares returns that many free places.
func NewShares(places int) *Shares { return &Shares{free: places, held: map[string]int{}} }

// Take takes a place for a network, which must be given back. It fails with ErrNone or ErrShare. The network "" may take all
// places: it stands for those who are trusted to speak for many networks.
func (s *Shares) Take(network string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.free <= 0:
		return ErrNone
	case network != "" && 2*s.held[network] >= s.free:
		return ErrShare
	}
	s.take(network)
	return nil
}

// Retake takes a place, even if none is free, for work that has begun and has given its place back for a while.
func (s *Shares) Retake(network string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.take(network)
}

func (s *Shares) take(network string) {
	s.free--
	s.held[network]++
}

// Give gives a network's place back.
func (s *Shares) Give(network string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.free++
	if s.held[network]--; s.held[network] == 0 {
		delete(s.held, network)
	}
}
