package cache

import (
	"context"
	"sync/atomic"

	"github.com/redis/go-redis/v9"
)

// counted is a hook that counts the exchanges with Redis.
type counted struct{ exchanges atomic.Int64 }

func (c *counted) DialHook(next redis.DialHook) redis.DialHook { return next }

func (c *counted) ProcessHook(next redis.ProcessHook) redis.ProcessHook { return next }

func (c *counted) ProcessPipelineHook(next redis.ProcessPipelineHook) redis.ProcessPipelineHook {
	return func(ctx context.Context, commands []redis.Cmder) error {
		c.exchanges.Add(1)
		return next(ctx, commands)
	}
}
