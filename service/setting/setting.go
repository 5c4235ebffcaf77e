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
	"github.com/predicthealth/predicthealth/service"
)

// maxAge is how long it may take until a change is seen.
const maxAge = time.Second

// Key is the name of a setting, with the value to use where the database has none.
type Key[T any] struct {
	Name    string
	Default T
	parse   func(json.RawMessage) (T, error)
}

// Int returns the key of an integer setting.
func Int(name string, defaultValue int) Key[int] {
	return Key[int]{name, defaultValue, parseJSON[int]}
}

// Float returns the key of a decimal setting that needn't be exact.
func Float(name string, defaultValue float64) Key[float64] {
	return Key[float64]{name, defaultValue, parseJSON[float64]}
}

// String returns the key of a text setting.
func String(name, defaultValue string) Key[string] {
	return Key[string]{name, defaultValue, parseJSON[string]}
}

// Boolean returns the key of a setting that is true or false.
func Boolean(name string, defaultValue bool) Key[bool] {
	return Key[bool]{name, defaultValue, parseJSON[bool]}
}

// StringList returns the key of a setting that is a list of texts; its default is empty.
func StringList(name string) Key[[]string] {
	return Key[[]string]{name, nil, parseJSON[[]string]}
}

// Duration returns the key of a setting that is a duration, such as "10m".
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

// Values holds all settings as they were at one moment.
type Values map[string]json.RawMessage

// Get returns the setting's value; its default when the database has no value, or none that can be parsed.
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

// Reader reads settings that are at most a second old. It is safe for concurrent use.
type Reader struct {
	read func(context.Context) (Values, error)
}

// NewReader returns a reader that asks the store's database. It is for commands.
func NewReader(store *service.Store) *Reader {
	// The program reads its own settings; settings:read is for those who look at them.
	r := &remembered{client: store.Pool().System()}
	return &Reader{r.read}
}

// ReaderOf returns a reader that calls read, for programs that learn of changes in another way.
func ReaderOf(read func(context.Context) (Values, error)) *Reader { return &Reader{read} }

// Read returns the settings. It fails only when the database does.
func (r *Reader) Read(ctx context.Context) (Values, error) { return r.read(ctx) }

// remembered keeps the settings of the last read.
type remembered struct {
	client *ent.Client

	mu     sync.Mutex
	values Values
	readAt time.Time
}

func (r *remembered) read(ctx context.Context) (Values, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.values != nil && time.Since(r.readAt) < maxAge {
		return r.values, nil
	}
	began := time.Now()
	rows, err := r.client.SystemSetting.Query().
		Select(systemsetting.FieldKey, systemsetting.FieldValue).All(ctx)
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
