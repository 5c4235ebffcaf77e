package devstack

import "syscall"

// serverAttr makes the kernel stop the server should its supervisor be killed. The kernel watches the
// thread that starts the server; supervise is called from init, which runs on the main thread, and that
// one lives as long as the process.
func serverAttr(c command) *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Credential: c.Account.credential(), Pdeathsig: c.StopSignal}
}
