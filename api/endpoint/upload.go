package endpoint

import (
	"context"
	"io"
	"os"
	"time"

	"github.com/danielgtaylor/huma/v2"
)

// UploadBody is embedded in an input whose body is read as it arrives.
type UploadBody struct {
	reader io.Reader
	until  time.Time
}

// Resolve keeps the body's reader without reading from it.
func (b *UploadBody) Resolve(ctx huma.Context) []error {
	b.reader = ctx.BodyReader()
	return nil
}

// Read reads the body. It fails with os.ErrDeadlineExceeded when the body has taken too long.
func (b *UploadBody) Read(p []byte) (int, error) {
	if time.Now().After(b.until) {
		return 0, os.ErrDeadlineExceeded
	}
	return b.reader.Read(p)
}

func (b *UploadBody) upload() *UploadBody { return b }

// answerTime is how long the work after an upload, and its response, may take.
const answerTime = 30 * time.Second

// Upload registers a Write whose body may take up to limit to arrive. receive stores the body before the transaction
// begins, and puts a value that identifies it into the input: a request that is repeated with the same key must have the
// same value. done is called when the operation has ended.
func Upload[I any, P interface {
	*I
	upload() *UploadBody
}, O any](
	a *API, op huma.Operation, limit time.Duration, receive func(context.Context, *I) (done func(), err error), handle Handler[I, O],
) {
	op = withKeyParameter(op)
	write := inUnit(a, op, handle)
	register(a, secured(op), func(ctx context.Context, in *I) (*O, error) {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), limit+answerTime)
		defer cancel()
		P(in).upload().until = time.Now().Add(limit)
		done, err := receive(ctx, in)
		if err != nil {
			return nil, err
		}
		defer done()
		return write(ctx, in)
	})
}
