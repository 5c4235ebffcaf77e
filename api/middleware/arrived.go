package middleware

import (
	"bytes"
	"errors"
	"io"

	"github.com/predicthealth/predicthealth/internal/fairshare"
)

// maxArrived is how much of a body must have arrived before the request takes a place, in bytes: all of it, unless it is a file.
const maxArrived = 256 << 10

// placeOf is a network's place.
type placeOf struct {
	places  *fairshare.Shares
	network string
}

// upload is a body whose beginning has arrived. While it waits for more, its request has no place.
type upload struct {
	beginning bytes.Buffer
	whole     bool // the beginning is all
	rest      io.Reader
	place     placeOf
}

// arrived waits for a body, or for its beginning.
func arrived(body io.Reader, place placeOf) (io.ReadCloser, error) {
	u := &upload{rest: body, place: place}
	_, err := io.CopyN(&u.beginning, body, maxArrived)
	if errors.Is(err, io.EOF) {
		u.whole, err = true, nil
	}
	return u, err
}

func (u *upload) Read(p []byte) (int, error) {
	switch {
	case u.beginning.Len() > 0:
		return u.beginning.Read(p)
	case u.whole:
		return 0, io.EOF
	}
	u.place.places.Give(u.place.network)
	defer u.place.places.Retake(u.place.network)
	return u.rest.Read(p)
}

// Close does nothing: net/http closes the body when its request has no place any more, because it reads what is left.
func (u *upload) Close() error { return nil }
