package auth

import (
	"context"

	"github.com/google/uuid"
	"github.com/redis/go-redis/v9"
)

// copies are sessions in Redis, each under a key whose life is the session's. They may be lost at any moment: the
// record is PostgreSQL's, and what is revoked the Pulse knows.
type copies struct{ redis *redis.Client }

func copyKey(session uuid.UUID) string { return "session:" + session.String() }

// drop removes sessions that have ended.
func (c copies) drop(ctx context.Context, sessions []uuid.UUID) {
	keys := make([]string, len(sessions))
	for i, id := range sessions {
		keys[i] = copyKey(id)
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), redisTimeout)
	defer cancel()
	_ = c.redis.Del(ctx, keys...).Err() // it expires, and nobody's token asks for it any more
}
