//go:build !race

package fuzz_test

const defaultRequests = 10_000
