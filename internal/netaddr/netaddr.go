// Package netaddr says to which network an address belongs, for counting what strangers do.
package netaddr

import "net/netip"

// ipv6Bits is the prefix that providers assign to one customer: whoever has one of its addresses has them all.
const ipv6Bits = 64

// Network returns an IPv4 address unchanged, and for an IPv6 address its /64, such as 2001:db8::/64. It returns "unknown"
// if ip is not an address. The result is never empty and has at most 50 characters.
func Network(ip string) string {
	address, err := netip.ParseAddr(ip)
	if err != nil {
		return "unknown"
	}
	address = address.Unmap().WithZone("")
	if address.Is4() {
		return address.String()
	}
	return netip.PrefixFrom(address, ipv6Bits).Masked().String()
}
