package cms

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/shopspring/decimal"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/systemsetting"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/page"
)

// Setting is a value that administrators can change while the platform runs, with its limits.
type Setting struct {
	Key, Description string
	// ValueType is string, integer, decimal, boolean, duration (in Go's notation, such as 10m) or string_list.
	ValueType      string
	Value, Default json.RawMessage
	// Minimum and Maximum limit numbers, and durations in seconds; nil without a limit.
	Minimum, Maximum *decimal.Decimal
	// AllowedValues are the only values allowed; nil when any value is.
	AllowedValues []string
	UpdatedAt     time.Time
	// Version increases with each change.
	Version int
}

// Settings returns a page of the settings, by key. Needs settings:read; fails with Forbidden, or with Invalid when the
// limit or the cursor is not valid.
func (s *Service) Settings(ctx context.Context, r page.Request) (page.Page[*Setting], error) {
	if err := service.Require(ctx, "settings:read"); err != nil {
		return page.Page[*Setting]{}, err
	}
	rows, err := page.List(ctx, s.options.Cursors, s.options.Store.Client(ctx).SystemSetting.Query(), r,
		page.Order{Columns: []string{systemsetting.FieldKey}}, "settings",
		func(row *ent.SystemSetting) []any { return []any{row.Key} })
	return page.Map(rows, fromSetting), err
}

// Setting returns the setting with this key. Needs settings:read; fails with Forbidden or NotFound.
func (s *Service) Setting(ctx context.Context, key string) (*Setting, error) {
	if err := service.Require(ctx, "settings:read"); err != nil {
		return nil, err
	}
	return readSetting(ctx, s.options.Store.Client(ctx), key)
}

// ChangeSetting changes a setting's value. The change takes effect on every instance within a second. Needs
// settings:update; fails with Forbidden, NotFound, with Stale when the setting has a different version, or with Invalid,
// naming /value.
func (s *Service) ChangeSetting(ctx context.Context, key string, versions service.Versions, value json.RawMessage) (*Setting, error) {
	return s.changeSetting(ctx, key, "setting.update", versions, func(ctx context.Context, tx *ent.Client, before *Setting) (json.RawMessage, error) {
		value, field := before.check(value)
		if field != nil {
			return nil, service.InvalidFields([]service.Field{*field})
		}
		if key == factorRequiredOf {
			return value, everyoneKnown(ctx, tx, value)
		}
		return value, nil
	})
}

// ResetSetting resets a setting to its default value; see ChangeSetting.
func (s *Service) ResetSetting(ctx context.Context, key string) (*Setting, error) {
	return s.changeSetting(ctx, key, "setting.reset", service.Versions{Any: true},
		func(_ context.Context, _ *ent.Client, before *Setting) (json.RawMessage, error) {
			return before.Default, nil
		})
}

// changeSetting stores the value that next returns, and records the old and the new one.
func (s *Service) changeSetting(
	ctx context.Context, key, action string, versions service.Versions,
	next func(ctx context.Context, tx *ent.Client, before *Setting) (json.RawMessage, error),
) (*Setting, error) {
	if err := service.Require(ctx, "settings:update"); err != nil {
		return nil, err
	}
	var changed *Setting
	err := s.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		before, err := readSetting(ctx, tx, key)
		if err != nil {
			return err
		}
		if err := versions.Check(before.Version); err != nil {
			return err
		}
		value, err := next(ctx, tx, before)
		if err != nil {
			return err
		}
		n, err := tx.SystemSetting.Update().
			Where(systemsetting.Key(key), systemsetting.Version(before.Version)).SetValue(value).Save(ctx)
		if err != nil {
			return fmt.Errorf("changing a setting: %w", err)
		}
		if n == 0 {
			return service.Changed()
		}
		if changed, err = readSetting(ctx, tx, key); err != nil {
			return err
		}
		s.options.Store.AfterCommit(ctx, s.options.Pulse.Changed)
		return s.options.Trail.Record(ctx, audit.Event{
			Action: action, EntityType: "setting", EntityID: key,
			Payload: map[string]any{"from": before.Value, "to": changed.Value},
		})
	})
	return changed, err
}

func readSetting(ctx context.Context, client *ent.Client, key string) (*Setting, error) {
	row, err := client.SystemSetting.Query().Where(systemsetting.Key(key)).Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading a setting: %w", err)
	}
	return fromSetting(row), nil
}

func fromSetting(row *ent.SystemSetting) *Setting {
	return &Setting{
		Key: row.Key, Description: row.Description, ValueType: string(row.ValueType), Value: row.Value, Default: row.DefaultValue,
		Minimum: row.Minimum, Maximum: row.Maximum, AllowedValues: row.AllowedValues, UpdatedAt: row.UpdatedAt, Version: row.Version,
	}
}
