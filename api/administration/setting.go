package administration

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/shopspring/decimal"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/cms"
)

const settingsPath = "/api/v1/cms/settings"

// SettingInput is the setting in an operation's path.
type SettingInput struct {
	Key string `path:"key" maxLength:"100" example:"auth.access_token.lifetime" doc:"The key of the setting."`
}

type settingOutput struct {
	ETag string `header:"ETag"`
	Body settingBody
}

type settingBody struct {
	Key           string    `json:"key" example:"auth.access_token.lifetime"`
	Description   string    `json:"description"`
	ValueType     string    `json:"value_type" enum:"string,integer,decimal,boolean,duration,string_list" doc:"The type of value. A duration is text such as 10m or 1h30m."`
	Value         any       `json:"value" example:"\"10m\"" doc:"The current value."`
	DefaultValue  any       `json:"default_value" example:"\"10m\""`
	Minimum       *float64  `json:"minimum" example:"60" doc:"The smallest number allowed, or the shortest duration in seconds; null without a bound."`
	Maximum       *float64  `json:"maximum" example:"3600" doc:"The largest number allowed, or the longest duration in seconds; null without a bound."`
	AllowedValues []string  `json:"allowed_values" nullable:"true" doc:"The only values allowed; null when any value is."`
	UpdatedAt     time.Time `json:"updated_at"`
	Version       int       `json:"version" doc:"Increases with each change. The ETag is derived from it."`
}

func toSetting(s *cms.Setting) settingBody {
	return settingBody{
		Key: s.Key, Description: s.Description, ValueType: s.ValueType, Value: s.Value, DefaultValue: s.Default,
		Minimum: number(s.Minimum), Maximum: number(s.Maximum), AllowedValues: s.AllowedValues, UpdatedAt: s.UpdatedAt.UTC(), Version: s.Version,
	}
}

func toSettingOutput(s *cms.Setting) *settingOutput {
	return &settingOutput{ETag: endpoint.VersionTag(s.Version), Body: toSetting(s)}
}

func number(d *decimal.Decimal) *float64 {
	if d == nil {
		return nil
	}
	f := d.InexactFloat64()
	return &f
}

func (h handlers) registerSettings(api *endpoint.API) {
	endpoint.Read(api, huma.Operation{
		OperationID: "list-settings", Method: http.MethodGet, Path: settingsPath, Tags: tags, Errors: forbidden,
		Summary: "List settings by key", Description: "For staff with the permission settings:read.",
	}, func(ctx context.Context, in *endpoint.ListInput) (*endpoint.ListOutput[settingBody], error) {
		page, err := h.cms.Settings(ctx, in.Page())
		if err != nil {
			return nil, err
		}
		return endpoint.List(ctx, page, toSetting), nil
	})
	endpoint.Read(api, huma.Operation{
		OperationID: "get-setting", Method: http.MethodGet, Path: settingsPath + "/{key}", Tags: tags, Errors: forbiddenOrMissing,
		Summary: "Read a setting", Description: "For staff with the permission settings:read.",
	}, func(ctx context.Context, in *struct {
		endpoint.Conditional
		SettingInput
	},
	) (*settingOutput, error) {
		setting, err := h.cms.Setting(ctx, in.Key)
		if err != nil {
			return nil, err
		}
		out := toSettingOutput(setting)
		return out, in.Check(out.ETag)
	})
	h.registerSettingChanges(api)
}

type changeSettingInput struct {
	SettingInput
	endpoint.Precondition
	Body settingUpdateBody `contentType:"application/merge-patch+json"`
}

type settingUpdateBody struct {
	Value any `json:"value" example:"\"15m\"" doc:"A value of the setting's type, within its bounds and among its allowed values."`
}

func (h handlers) registerSettingChanges(api *endpoint.API) {
	endpoint.Patch(api, huma.Operation{
		OperationID: "update-setting", Path: settingsPath + "/{key}", Tags: tags, Summary: "Change a setting",
		Description: "The change takes effect on every instance within a second. The audit trail keeps the previous value. For staff with the permission settings:update.",
	}, func(ctx context.Context, in *changeSettingInput) (*settingOutput, error) {
		versions, err := in.Versions(ctx)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(in.Body.Value)
		if err != nil {
			return nil, err
		}
		setting, err := h.cms.ChangeSetting(ctx, in.Key, versions, value)
		if err != nil {
			return nil, err
		}
		return toSettingOutput(setting), nil
	})
	endpoint.Write(api, huma.Operation{
		OperationID: "reset-setting", Method: http.MethodPost, Path: settingsPath + "/{key}/reset", Tags: tags, Errors: forbiddenOrMissing,
		Summary: "Reset a setting to its default value", Description: "For staff with the permission settings:update.",
	}, func(ctx context.Context, in *SettingInput) (*settingOutput, error) {
		setting, err := h.cms.ResetSetting(ctx, in.Key)
		if err != nil {
			return nil, err
		}
		return toSettingOutput(setting), nil
	})
}
