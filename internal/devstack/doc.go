// Package devstack runs a private PostgreSQL and Redis for development and tests.
//
// It needs no Docker and no configuration. It finds the installed binaries, creates a cluster under a
// directory of the caller's choice, and runs both servers on free ports of 127.0.0.1 with random
// passwords. Each server has a small supervisor (this same program, re-executed) that holds the read
// end of a pipe. When the program ends, in whatever way, the pipe closes and the supervisor shuts its
// server down.
package devstack
