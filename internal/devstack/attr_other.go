//go:build !linux

package devstack

import "syscall"

// serverAttr can't tie a server to its supervisor on this system. If the supervisor is killed, the
// next start finds its server and ends it.
func serverAttr(c command) *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Credential: c.Account.credential()}
}

// adoptOrphans and killOrphans have no counterpart on this system: a PostgreSQL session that is busy
// when its server is killed continues until its statement is done.
func adoptOrphans() error { return nil }
func killOrphans()        {}
