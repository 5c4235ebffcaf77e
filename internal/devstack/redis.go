package devstack

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/redis/go-redis/v9"
)

// RedisDatabases is the number of logical databases in Redis, numbered from 0: each test takes one.
const RedisDatabases = 1024

func redisConfig(s state, fast bool) string {
	appendfsync := "everysec"
	if fast {
		appendfsync = "no"
	}
	quote := strings.NewReplacer(`\`, `\\`, `"`, `\"`)
	return fmt.Sprintf(`bind 127.0.0.1
port %d
protected-mode yes
requirepass %s
daemonize no
pidfile "%s"
dir "%s"
databases %d
save ""
appendonly yes
appendfsync %s
`, s.RedisPort, s.RedisPassword, quote.Replace(redisPIDFile(s.Data)), quote.Replace(redisDir(s.Data)), RedisDatabases, appendfsync)
}

func redisConfigFile(data string) string { return filepath.Join(redisDir(data), "redis.conf") }
func redisPIDFile(data string) string    { return filepath.Join(redisDir(data), "redis.pid") }

func redisCommand(b binaries, a *account, data string) command {
	return command{Path: b.redis, Args: []string{redisConfigFile(data)}, Account: a, StopSignal: syscall.SIGTERM, Grace: stopGrace}
}

func (s state) redisURL() string {
	u := url.URL{Scheme: "redis", User: url.UserPassword("", s.RedisPassword), Host: address(s.RedisPort), Path: "/0"}
	return u.String()
}

func pingRedis(ctx context.Context, url string) error {
	options, err := redis.ParseURL(url)
	if err != nil {
		return err
	}
	// go-redis repeats a refused connection and prints a line about it; the caller repeats anyway.
	conn, err := (&net.Dialer{}).DialContext(ctx, "tcp", options.Addr)
	if err != nil {
		return err
	}
	_ = conn.Close()
	options.MaxRetries = -1
	options.ContextTimeoutEnabled = true // a server that hangs gets no more time than ctx has
	client := redis.NewClient(options)
	return errors.Join(client.Ping(ctx).Err(), client.Close())
}
