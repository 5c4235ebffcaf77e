package resource_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/resource"
)

type colour string

type Base struct {
	Note    *string `json:"note,omitempty" set:"create,update"`
	Version int     `json:"version"`
}

type hidden struct {
	Name string `json:"name"`
}

// thing is a resource with a member of each sort.
type thing struct {
	Base
	Name   string         `json:"name" set:"create,update" blank:"false"`
	Made   resource.Date  `json:"made" set:"create"`
	Broken *resource.Date `json:"broken" set:"update"`
	Colour colour         `json:"colour" set:"create,update" default:"red"`
	Count  int            `json:"count" set:"create,update" default:"3"`
	Weight *float64       `json:"weight" set:"create,update"`
	Secret string         `json:"-"`
}

func read(t *testing.T, text, operation string) resource.Values[thing] {
	t.Helper()
	var v resource.Values[thing]
	require.NoError(t, v.Read([]byte(text), operation))
	return v
}

func TestMembers(t *testing.T) {
	t.Parallel()
	known := resource.TypeOf[thing]()
	assert.Equal(t, []string{"name", "made", "broken", "colour", "count", "weight", "note", "version"}, resource.Names(known.Members),
		"in the order of fields, embedded ones last, nothing that isn't published")
	assert.Same(t, known, resource.TypeOf[thing](), "read once")
	for name, make := range map[string]func(){
		"without a name":  func() { resource.TypeOf[struct{ Name string }]() },
		"embedded unseen": func() { resource.TypeOf[struct{ hidden }]() },
		"an unknown operation": func() {
			resource.TypeOf[struct {
				Name string `json:"name" set:"creation"`
			}]()
		},
	} {
		assert.Panics(t, make, name)
	}
}

func TestACreation(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text    string
		want    thing
		changed []string
		faults  []string
	}{
		"with defaults": {`{"name": "a", "made": "2024-02-29"}`,
			thing{Name: "a", Made: day("2024-02-29"), Colour: "red", Count: 3}, []string{"name", "made", "colour", "count"}, nil},
		"with all": {`{"name": "a", "made": "2024-02-29", "colour": "blue", "count": 0, "weight": 1.5, "note": "n"}`,
			thing{Name: "a", Made: day("2024-02-29"), Colour: "blue", Weight: ptr(1.5), Base: Base{Note: ptr("n")}},
			[]string{"name", "made", "colour", "weight", "note"}, nil},
		"null is nothing": {`{"name": "a", "made": "2024-02-29", "colour": null, "weight": null}`,
			thing{Name: "a", Made: day("2024-02-29"), Colour: "red", Count: 3}, []string{"name", "made", "colour", "count"}, nil},
		"with less than it needs": {`{"name": " "}`, thing{Name: " ", Colour: "red", Count: 3}, []string{"name", "colour", "count"},
			[]string{"/made required", "/name blank"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			e := resource.NewEdit(read(t, c.text, resource.Create))
			require.NoError(t, e.Check(t.Context(), nil))
			assert.Equal(t, c.want, *e.After)
			assert.Equal(t, c.changed, resource.Names(e.Changed()))
			assert.Equal(t, c.faults, faults(e.Checks))
		})
	}
}

func TestAChange(t *testing.T) {
	t.Parallel()
	before := thing{
		Name: "a", Made: day("2024-02-29"), Broken: ptr(day("2025-01-01")), Colour: "red", Count: 3, Weight: ptr(1.5),
		Base: Base{Note: ptr("n"), Version: 7}, Secret: "s",
	}
	with := func(change func(*thing)) thing {
		after := before
		change(&after)
		return after
	}
	for name, c := range map[string]struct {
		text    string
		want    thing
		changed []string
		faults  []string
	}{
		"of nothing":       {`{}`, before, []string{}, nil},
		"to what is there": {`{"name": "a", "broken": "2025-01-01", "weight": 1.50, "note": "n"}`, before, []string{}, nil},
		"of one thing":     {`{"name": "b"}`, with(func(a *thing) { a.Name = "b" }), []string{"name"}, nil},
		"that removes":     {`{"broken": null, "note": null}`, with(func(a *thing) { a.Broken, a.Note = nil, nil }), []string{"broken", "note"}, nil},
		"to zero":          {`{"count": 0}`, with(func(a *thing) { a.Count = 0 }), []string{"count"}, nil},
		"that removes too much": {`{"colour": null, "name": null, "weight": 2}`, with(func(a *thing) { a.Colour, a.Name, a.Weight = "", "", ptr(2.0) }),
			[]string{"name", "colour", "weight"}, []string{"/name required", "/colour required"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			kept := before
			e := resource.EditOf(&kept, read(t, c.text, resource.Update))
			require.NoError(t, e.Check(t.Context(), nil))
			assert.Equal(t, c.want, *e.After)
			assert.Equal(t, before, kept, "what was is not touched")
			assert.Equal(t, c.changed, resource.Names(e.Changed()))
			assert.Equal(t, c.faults, faults(e.Checks))
		})
	}
	var v resource.Values[thing]
	require.Error(t, v.Read([]byte(`{"made": "2020-01-01"}`), resource.Update), "what a change doesn't set")
	require.Error(t, v.Read([]byte(`{"version": 1}`), resource.Create), "what nobody sets")
}

func TestWhatValuesName(t *testing.T) {
	t.Parallel()
	v := read(t, `{"name": "b", "note": null}`, resource.Update)
	assert.True(t, v.Name("name") && v.Name("note") && v.Sets("name"))
	assert.False(t, v.Name("count") || v.Sets("note") || v.Sets("count"))
	assert.Equal(t, 7, resource.VersionOf(&thing{Base: Base{Version: 7}}))
}

// What was read is written again: repeated requests are told apart by it.
func TestValuesAreWritten(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		sent := map[string]any{}
		for name, value := range map[string]*rapid.Generator[any]{
			"name": rapid.String().AsAny(), "count": rapid.Int32().AsAny(), "weight": rapid.Float64Range(-1e6, 1e6).AsAny(),
			"broken": rapid.Just("2024-02-29").AsAny(), "note": rapid.Ptr(rapid.String(), true).AsAny(),
		} {
			if rapid.Bool().Draw(t, name+" is sent") {
				sent[name] = value.Draw(t, name)
			}
		}
		text, err := json.Marshal(sent)
		require.NoError(t, err)
		var v resource.Values[thing]
		require.NoError(t, v.Read(text, resource.Update))
		written, err := json.Marshal(v)
		require.NoError(t, err)
		assert.JSONEq(t, string(text), string(written))
	})
}

func TestDays(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		d := resource.Date{Time: time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 3_000_000).Draw(t, "day"))}
		text, err := json.Marshal(map[resource.Date]resource.Date{d: d})
		require.NoError(t, err)
		var again map[resource.Date]resource.Date
		require.NoError(t, json.Unmarshal(text, &again))
		assert.True(t, again[d].Equal(d.Time), "as key and as value")
	})
	var d resource.Date
	require.Error(t, json.Unmarshal([]byte(`"2023-02-29"`), &d))
	require.Error(t, json.Unmarshal([]byte(`20230228`), &d))
}

func ptr[T any](value T) *T { return &value }

func day(text string) (d resource.Date) {
	if err := d.UnmarshalText([]byte(text)); err != nil {
		panic(err)
	}
	return d
}

func faults(found service.Checks) (all []string) {
	for _, f := range found.Fields {
		all = append(all, f.Pointer+" "+f.Code)
	}
	return all
}

// person has an object, a number of few digits, and a null with a meaning.
type person struct {
	Name   string   `json:"name" set:"update" right:"identity"`
	Mood   colour   `json:"mood" set:"update" right:"mood" null:"unknown"`
	Height *float64 `json:"height" set:"create,update" right:"identity" scale:"2"`
	Call   *call    `json:"call" set:"update" right:"contact"`
}

type call struct {
	Name  string `json:"name" set:"update" blank:"false"`
	Phone string `json:"phone" set:"update"`
}

func TestAChangeOfAnObject(t *testing.T) {
	t.Parallel()
	there := &call{"Ana", "1"}
	for name, c := range map[string]struct {
		before  *call
		text    string
		want    *call
		changed []string
		faults  []string
	}{
		"made":          {nil, `{"call": {"name": "Ana", "phone": "1"}}`, there, []string{"call/name", "call/phone"}, nil},
		"half made":     {nil, `{"call": {"name": "Ana"}}`, &call{Name: "Ana"}, []string{"call/name", "call/phone"}, []string{"/call/phone required"}},
		"merged":        {there, `{"call": {"phone": "2"}}`, &call{"Ana", "2"}, []string{"call/phone"}, nil},
		"the same":      {there, `{"call": {"phone": "1"}}`, there, []string{}, nil},
		"nothing of it": {there, `{"call": {}}`, there, []string{}, nil},
		"removed":       {there, `{"call": null}`, nil, []string{"call/name", "call/phone"}, nil},
		"emptied":       {there, `{"call": {"name": null, "phone": null}}`, nil, []string{"call/name", "call/phone"}, nil},
		"half removed":  {there, `{"call": {"name": null}}`, &call{Phone: "1"}, []string{"call/name"}, []string{"/call/name required"}},
		"blank":         {there, `{"call": {"name": " "}}`, &call{" ", "1"}, []string{"call/name"}, []string{"/call/name blank"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			kept := person{Name: "a"}
			if c.before != nil {
				own := *c.before
				kept.Call = &own
			}
			e := change(t, &kept, c.text)
			require.NoError(t, e.Check(t.Context(), nil))
			assert.Equal(t, c.want, e.After.Call)
			assert.Equal(t, c.before, kept.Call, "what was is not touched")
			assert.Equal(t, c.changed, resource.Names(e.Changed()))
			assert.Equal(t, c.faults, faults(e.Checks))
		})
	}
}

func TestNumbersAndNulls(t *testing.T) {
	t.Parallel()
	e := change(t, &person{Name: "a", Mood: "blue", Height: ptr(1.23)}, `{"mood": null, "height": 1.234}`)
	require.NoError(t, e.Check(t.Context(), nil))
	assert.Equal(t, person{Name: "a", Mood: "unknown", Height: ptr(1.23)}, *e.After)
	assert.Equal(t, []string{"mood"}, resource.Names(e.Changed()))
	assert.Empty(t, e.Fields)
}

func TestPermit(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text, rights string
		refused      []string // nil when it is permitted
	}{
		"what is theirs":     {`{"mood": "red"}`, "mood", nil},
		"nothing":            {`{}`, "mood", nil},
		"what is not theirs": {`{"mood": "red", "name": "b", "call": {"phone": "1"}}`, "mood", []string{"/name", "/call/phone"}},
		"to remove it":       {`{"call": null}`, "mood", []string{"/call"}},
		"without any right":  {`{}`, "another", []string{}},
		"all":                {`{"mood": "red", "name": "b", "call": null}`, "mood identity contact", nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			err := change(t, &person{}, c.text).Permit(func(right string) bool {
				return slices.Contains(strings.Fields(c.rights), right)
			})
			if c.refused == nil {
				require.NoError(t, err)
				return
			}
			assert.Equal(t, service.Forbidden, service.CodeOf(err))
			refused := []string{}
			for _, f := range service.AsError(err).Fields {
				refused = append(refused, f.Pointer)
			}
			assert.Equal(t, c.refused, refused)
		})
	}
}

func change(t *testing.T, before *person, text string) *resource.Edit[person] {
	t.Helper()
	var v resource.Values[person]
	require.NoError(t, v.Read([]byte(text), resource.Update))
	return resource.EditOf(before, v)
}
