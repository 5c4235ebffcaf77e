package middleware

import (
	"errors"
	"net/http"
	"os"
	"slices"

	"github.com/gin-gonic/gin"

	"github.com/predicthealth/predicthealth/api/problem"
	"github.com/predicthealth/predicthealth/internal/fairshare"
	"github.com/predicthealth/predicthealth/internal/netaddr"
)

// Concurrency answers at once that it can't when places are taken: requests that run then finish in time, instead of all of
// them failing slowly. A request takes a place when its body has arrived, and gives it back before its answer is sent, so
// that nobody keeps a place by being slow. Pages, which are paths or none that exist, cost too little to need a place; rate
// limits how often a network asks for them.
func Concurrency(places *fairshare.Shares, rate *fairshare.Rate, pages ...string) gin.HandlerFunc {
	return func(c *gin.Context) {
		network := netaddr.Network(c.ClientIP())
		if path := c.FullPath(); path == "" || slices.Contains(pages, path) {
			if !rate.Allow(path + " " + network) {
				refuse(c, "rate_limited", "Your network asks too often. Try again shortly.")
			}
			return
		}
		if !receive(c, placeOf{places, network}) {
			return
		}
		switch err := places.Take(network); {
		case errors.Is(err, fairshare.ErrShare):
			refuse(c, "rate_limited", "Too many requests of your network are being processed. Try again shortly.")
		case err != nil:
			refuse(c, "unavailable", "Too many requests are being processed. Try again shortly.")
		default:
			run(c, places, network)
		}
	}
}

// receive waits for the body, and says whether it has arrived. If not, it has answered.
func receive(c *gin.Context, place placeOf) bool {
	if c.Request.Body == nil || c.Request.Body == http.NoBody {
		return true
	}
	body, err := arrived(c.Request.Body, place)
	c.Request.Body = body
	switch {
	case errors.Is(err, os.ErrDeadlineExceeded):
		refuse(c, "request_timeout", "The body arrived too slowly.")
	case err != nil:
		refuse(c, "invalid_body", "The body ended early.")
	}
	return err == nil
}

// refuse answers with a problem. Those that pass say when to try again.
func refuse(c *gin.Context, name, detail string) {
	p := problem.New(c.Request.Context(), name, detail)
	if p.Status == http.StatusTooManyRequests {
		p.GetHeaders().Set("Retry-After", "1")
	}
	p.Write(c.Writer)
	c.Abort()
}

// run runs the handlers with a place, then sends their answer without it.
func run(c *gin.Context, places *fairshare.Shares, network string) {
	writer := c.Writer
	answer := &heldAnswer{ResponseWriter: writer}
	func() {
		c.Writer = answer
		defer func() {
			c.Writer = writer
			places.Give(network)
		}()
		c.Next()
	}()
	answer.send()
}
