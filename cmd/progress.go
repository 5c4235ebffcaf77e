package cmd

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"github.com/predicthealth/predicthealth/service/dataset"
)

// progress shows how far a job has come: a bar on a terminal, elsewhere one line for each step.
type progress struct {
	w    io.Writer
	step string
	bar  *progressbar.ProgressBar
}

func newProgress(w io.Writer, visible bool) *progress {
	p := &progress{w: w}
	file, isFile := w.(*os.File)
	switch {
	case !visible:
		p.w = io.Discard
	case isFile && term.IsTerminal(int(file.Fd())):
		p.bar = progressbar.NewOptions64(1,
			progressbar.OptionSetWriter(file),
			progressbar.OptionSetWidth(30),
			progressbar.OptionClearOnFinish(),
			progressbar.OptionShowBytes(true),
			progressbar.OptionThrottle(50*time.Millisecond),
		)
	}
	return p
}

func (p *progress) show(now dataset.Progress) {
	if p.bar != nil {
		p.bar.Describe(fmt.Sprintf("%-36s", now.Step))
		if now.Total > 0 {
			p.bar.ChangeMax64(now.Total)
			_ = p.bar.Set64(min(now.Done, now.Total-1)) // the bar ends when all is done, not when all is read
		}
		return
	}
	if now.Step != p.step {
		p.step = now.Step
		_, _ = fmt.Fprintln(p.w, now.Step)
	}
}

func (p *progress) end() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
