// Package setting reads the system settings that administrators change while the platform runs.
package setting

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"
	"time"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/systemsetting"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
)

// maxAge is how long a change may take to be seen.
const maxAge = time.Second

// Key names a setting, and its value where the database has none.
type Key[T any] struct {
	Name    string
	Default T
	parse   func(json.RawMessage) (T, error)
}

// Int is the key of an integer setting.
func Int(name string, defaultValue int) Key[int] {
	return Key[int]{name, defaultValue, parseJSON[int]}
}

// Float is the key of a decimal setting that needn't be exact.
func Float(name string, defaultValue float64) Key[float64] {
	return Key[float64]{name, defaultValue, parseJSON[float64]}
}

// Duration is the key of a setting that is a duration, such as "10m".
func Duration(name string, defaultValue time.Duration) Key[time.Duration] {
	return Key[time.Duration]{name, defaultValue, func(raw json.RawMessage) (time.Duration, error) {
		text, err := parseJSON[string](raw)
		if err != nil {
			return 0, err
		}
		return time.ParseDuration(text)
	}}
}

func parseJSON[T any](raw json.RawMessage) (T, error) {
	var value T
	err := json.Unmarshal(raw, &value)
	return value, err
}

// Values are all settings as they were at one moment.
type Values map[string]json.RawMessage

// Get returns the setting's value, or its default when the database has none that can be read.
func Get[T any](values Values, key Key[T]) T {
	raw, ok := values[key.Name]
	if !ok {
		return key.Default
	}
	value, err := key.parse(raw)
	if err != nil {
		return key.Default
	}
	return value
}

// Reader reads settings and remembers them for a second. It is safe for concurrent use.
type Reader struct {
	client *ent.Client

	mu     sync.Mutex
	values Values
	readAt time.Time
}

// NewReader returns a reader of the store's settings.
func NewReader(store *service.Store) *Reader { return &Reader{client: store.Pool()} }

// Read returns the settings, at most a second old. The error is the database's.
func (r *Reader) Read(ctx context.Context) (Values, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.values != nil && time.Since(r.readAt) < maxAge {
		return r.values, nil
	}
	began := time.Now()
	rows, err := r.client.SystemSetting.Query().
		Select(systemsetting.FieldKey, systemsetting.FieldValue).
		All(viewer.SystemContext(ctx))
	if err != nil {
		return nil, fmt.Errorf("reading settings: %w", err)
	}
	values := make(Values, len(rows))
	for _, row := range rows {
		values[row.Key] = row.Value
	}
	r.values, r.readAt = values, began
	return values, nil
}
