// Package netaddr tells which network an address belongs to, for counting what strangers do.
package netaddr

import "net/netip"

// ipv6Bits is what providers give to one customer: whoever has one address of it has them all.
const ipv6Bits = 64

// Network returns an IPv4 address as it is and of an IPv6 address its /64, such as 2001:db8::/64; "unknown" for what
// is no address. It is never empty and has at most 50 characters.
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
