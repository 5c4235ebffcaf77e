package imports

import (
	"context"
	"fmt"
	"io"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/importchunk"
)

// chunks reads the file of a job, piece by piece or from any place.
type chunks struct {
	ctx    context.Context //nolint:containedctx // the context of the only attempt that uses this reader
	client *ent.Client
	job    uuid.UUID
	size   int64
	offset int64 // of the next Read

	kept  int // the position of piece; -1 if there is none
	piece []byte
}

func (c *chunks) Read(p []byte) (int, error) {
	if c.offset >= c.size {
		return 0, io.EOF
	}
	if err := c.load(int(c.offset / chunkSize)); err != nil {
		return 0, err
	}
	n := copy(p, c.piece[c.offset%chunkSize:])
	c.offset += int64(n)
	return n, nil
}

// ReadAt is for archives, whose directory is at their end.
func (c *chunks) ReadAt(p []byte, offset int64) (n int, err error) {
	there := *c
	there.offset = offset
	n, err = io.ReadFull(&there, p)
	c.kept, c.piece = there.kept, there.piece
	if err == io.ErrUnexpectedEOF {
		err = io.EOF // io.ReaderAt's contract
	}
	return n, err
}

// load keeps the piece at a position; all but the last are full.
func (c *chunks) load(position int) error {
	if c.kept == position {
		return nil
	}
	row, err := c.client.ImportChunk.Query().Where(importchunk.JobID(c.job), importchunk.Position(position)).Only(c.ctx)
	if err != nil {
		return fmt.Errorf("reading a stored file: %w", err)
	}
	c.kept, c.piece = position, row.Content
	return nil
}
