package auth

import (
	"context"
	"encoding/json"
	"time"

	"github.com/google/uuid"
	"github.com/redis/go-redis/v9"
)

// copies are sessions in Redis, each under a key whose life is the session's. They may be lost at any moment: the
// record is PostgreSQL's, and what is revoked the Pulse knows.
type copies struct {
	redis   *redis.Client
	timeout time.Duration
}

func copyKey(session uuid.UUID) string { return "session:" + session.String() }

// get returns the copy of a session, if there is one.
func (c copies) get(ctx context.Context, session uuid.UUID) (SessionTimes, bool) {
	ctx, cancel := context.WithTimeout(ctx, c.timeout)
	defer cancel()
	text, err := c.redis.Get(ctx, copyKey(session)).Bytes()
	if err != nil {
		return SessionTimes{}, false
	}
	var times SessionTimes
	err = json.Unmarshal(text, &times)
	return times, err == nil
}

// keep stores a session until the time when it ends if it stays idle.
func (c copies) keep(ctx context.Context, times SessionTimes, now time.Time) {
	text, err := json.Marshal(times)
	remaining := times.IdleExpiresAt.Sub(now)
	if err != nil || remaining <= 0 {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), c.timeout)
	defer cancel()
	_ = c.redis.Set(ctx, copyKey(times.ID), text, remaining).Err() // the next request reads PostgreSQL
}

// drop removes sessions that have ended.
func (c copies) drop(ctx context.Context, sessions []uuid.UUID) {
	keys := make([]string, len(sessions))
	for i, id := range sessions {
		keys[i] = copyKey(id)
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), c.timeout)
	defer cancel()
	_ = c.redis.Del(ctx, keys...).Err() // a copy that stays expires, and no valid token refers to it any more
}
