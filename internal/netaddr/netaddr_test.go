package netaddr_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/predicthealth/predicthealth/internal/netaddr"
)

func TestNetwork(t *testing.T) {
	t.Parallel()
	for ip, network := range map[string]string{
		"192.0.2.1":              "192.0.2.1",
		"::ffff:192.0.2.1":       "192.0.2.1",
		"2001:db8:1:2:3:4:5:6":   "2001:db8:1:2::/64",
		"2001:db8:1:2::":         "2001:db8:1:2::/64",
		"2001:db8:1:3::1":        "2001:db8:1:3::/64",
		"fe80::1%eth0":           "fe80::/64",
		"::1":                    "::/64",
		"":                       "unknown",
		"example.org":            "unknown",
		"192.0.2.1:443":          "unknown",
		"192.0.2.1, 203.0.113.7": "unknown",
	} {
		assert.Equal(t, network, netaddr.Network(ip), ip)
	}
}
