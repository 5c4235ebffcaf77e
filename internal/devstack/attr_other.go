//go:build !linux

package devstack

import "syscall"

// serverAttr has no way to tie a server to its supervisor here; a server whose supervisor was killed is
// found and ended by the next start.
func serverAttr(c command) *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Credential: c.Account.credential()}
}

// adoptOrphans and killOrphans have no counterpart here: a PostgreSQL session that is busy when its server
// is killed goes on until its statement is done.
func adoptOrphans() error { return nil }
func killOrphans()        {}
