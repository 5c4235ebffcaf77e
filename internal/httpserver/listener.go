package httpserver

import (
	"net"
	"net/netip"
	"sync"
	"time"

	"github.com/predicthealth/predicthealth/internal/fairshare"
	"github.com/predicthealth/predicthealth/internal/netaddr"
)

// writeBuffer is how much of an answer the system keeps for a caller who doesn't read it, in bytes, roughly. It would keep
// megabytes.
const writeBuffer = 256 << 10

// listener closes connections at once that their network has no place for.
type listener struct {
	net.Listener
	places  *fairshare.Shares
	proxies []netip.Prefix
	refused func()
	// writeTime is how long a caller may take to read writeStep.
	writeTime time.Duration
}

// Accept returns the next connection that has a place.
func (l *listener) Accept() (net.Conn, error) {
	for {
		c, err := l.Listener.Accept()
		if err != nil {
			return nil, err
		}
		if tcp, ok := c.(*net.TCPConn); ok {
			_ = tcp.SetWriteBuffer(writeBuffer) // fails only when the caller has hung up
		}
		network := l.network(c.RemoteAddr())
		if l.places.Take(network) == nil {
			return &conn{c, l.writeTime, sync.OnceFunc(func() { l.places.Give(network) })}, nil
		}
		l.refused()
		_ = c.Close()
	}
}

// network returns the network that a connection counts for; "" for a proxy, which speaks for many.
func (l *listener) network(remote net.Addr) string {
	address, err := netip.ParseAddrPort(remote.String())
	if err != nil {
		return netaddr.Network("")
	}
	for _, proxy := range l.proxies {
		if proxy.Contains(address.Addr().Unmap()) {
			return ""
		}
	}
	return netaddr.Network(address.Addr().String())
}
