// Package proc tells a process from a later process with the same number.
package proc

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
)

// ErrGone is returned for a process that has ended, zombies included.
var ErrGone = errors.New("process has ended")

// Info describes a running process.
type Info struct {
	PID int
	// Started is when the process began, in a form that is only good for comparing. Together with PID
	// it identifies a process as long as the machine is up.
	Started string
	// Name is the base name of the executable, at most its first 15 characters.
	Name string
	// Args is the command line, joined by spaces.
	Args string
}

// Lookup describes the process with the number pid. It returns ErrGone if there is none.
func Lookup(pid int) (Info, error) {
	if runtime.GOOS == "linux" {
		return lookupProcfs(pid)
	}
	return lookupPS(pid)
}

// Alive reports whether the process that info describes is still running.
func (i Info) Alive() bool {
	now, err := Lookup(i.PID)
	return err == nil && now.Started == i.Started
}

func lookupProcfs(pid int) (Info, error) {
	dir := fmt.Sprintf("/proc/%d/", pid)
	stat, err := os.ReadFile(dir + "stat") //nolint:gosec // the path is made of a number
	if err != nil {
		return Info{}, ErrGone
	}
	// "pid (name) state ppid …": the name may itself hold spaces and parentheses.
	open, end := bytes.IndexByte(stat, '('), bytes.LastIndexByte(stat, ')')
	if open < 0 || end < open {
		return Info{}, fmt.Errorf("%sstat is not understood: %q", dir, stat)
	}
	const state, startTime = 0, 19 // positions after the name
	fields := strings.Fields(string(stat[end+1:]))
	if len(fields) <= startTime {
		return Info{}, fmt.Errorf("%sstat is not understood: %q", dir, stat)
	}
	if fields[state] == "Z" || fields[state] == "X" {
		return Info{}, ErrGone
	}
	args, err := os.ReadFile(dir + "cmdline") //nolint:gosec // as above
	if err != nil {
		return Info{}, ErrGone
	}
	return Info{
		PID:     pid,
		Started: fields[startTime],
		Name:    string(stat[open+1 : end]),
		Args:    strings.TrimSpace(string(bytes.ReplaceAll(args, []byte{0}, []byte{' '}))),
	}, nil
}

// lookupPS serves systems without /proc, such as macOS. The start is five words ("Mon Nov 23 12:08:09
// 2026"), which are joined so that they can be part of a file name.
func lookupPS(pid int) (Info, error) {
	cmd := exec.Command("ps", "-ww", "-o", "stat=,lstart=,command=", "-p", strconv.Itoa(pid)) //nolint:gosec // a number
	cmd.Env = []string{"LC_ALL=C", "PATH=/bin:/usr/bin"}
	out, err := cmd.Output()
	fields := strings.Fields(string(out))
	if err != nil || len(fields) < 7 || strings.HasPrefix(fields[0], "Z") {
		return Info{}, ErrGone
	}
	name := fields[6][strings.LastIndexByte(fields[6], '/')+1:]
	return Info{
		PID:     pid,
		Started: strings.ReplaceAll(strings.Join(fields[1:6], "-"), ":", ""),
		Name:    name[:min(len(name), 15)],
		Args:    strings.Join(fields[6:], " "),
	}, nil
}
