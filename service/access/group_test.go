package access_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/predicthealth/predicthealth/service/access"
)

func TestGroupsHideWhatOnePatientAdds(t *testing.T) {
	t.Parallel()
	average := func(f float64) *float64 { return &f }
	for patients, rounded := range map[int]int{0: 0, 1: 0, 2: 0, 3: 5, 4: 5, 5: 5, 7: 5, 8: 10, 101: 100} {
		assert.Equal(t, rounded, access.Group(5).Count(patients), patients)
		assert.Equal(t, patients, access.Group(1).Count(patients))
	}
	assert.InDelta(t, 50, access.Group(5).Part(36.36, 11), 0, "4 of 11, as 5 of 10")
	assert.InDelta(t, 36.36, access.Group(1).Part(36.36, 11), 0)
	assert.Zero(t, access.Group(5).Part(100, 2))
	assert.InDelta(t, 3.33, *access.Group(5).Each(average(3.67), 11, 3), 0)
	assert.InDelta(t, 3.67, *access.Group(1).Each(average(3.67), 11, 3), 0)
	assert.Nil(t, access.Group(5).Each(nil, 11, 0))
	assert.Nil(t, access.Group(5).Average(average(40.4), 4))
	assert.InDelta(t, 40, *access.Group(5).Average(average(40.4), 5), 0)
	assert.InDelta(t, 40.4, *access.Group(1).Average(average(40.4), 1), 0)
}
