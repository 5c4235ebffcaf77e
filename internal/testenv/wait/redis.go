package wait

import (
	"context"
	"sync/atomic"
	"time"

	"github.com/redis/go-redis/v9"
)

// Redis is a hook that gives Redis little time while it hangs, for then its silence is certain, and all the time that the
// client has otherwise: whether a Redis that works is used must not depend on how busy the machine is.
type Redis struct{ hangs atomic.Bool }

// Hangs says whether Redis is hung from now on.
func (r *Redis) Hangs(hangs bool) { r.hangs.Store(hangs) }

// DialHook changes nothing: the kernel of a hung Redis takes connections.
func (r *Redis) DialHook(next redis.DialHook) redis.DialHook { return next }

// ProcessHook limits a command.
func (r *Redis) ProcessHook(next redis.ProcessHook) redis.ProcessHook {
	return func(ctx context.Context, command redis.Cmder) error {
		ctx, cancel := r.limit(ctx)
		defer cancel()
		return next(ctx, command)
	}
}

// ProcessPipelineHook limits the commands of a pipeline together.
func (r *Redis) ProcessPipelineHook(next redis.ProcessPipelineHook) redis.ProcessPipelineHook {
	return func(ctx context.Context, commands []redis.Cmder) error {
		ctx, cancel := r.limit(ctx)
		defer cancel()
		return next(ctx, commands)
	}
}

func (r *Redis) limit(ctx context.Context) (context.Context, context.CancelFunc) {
	if !r.hangs.Load() {
		return ctx, func() {}
	}
	return context.WithTimeout(ctx, 50*time.Millisecond)
}
