//go:build race

package fuzz_test

// defaultRequests under the race detector, where each takes several times as long: it sees what is concurrent early.
const defaultRequests = 2_000
