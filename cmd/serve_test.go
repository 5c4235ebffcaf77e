package cmd

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestATakenAddressIsNamed(t *testing.T) {
	t.Parallel()
	listener, err := listen(t.Context(), "HTTP_ADDR", "127.0.0.1:0")
	require.NoError(t, err)
	defer func() { assert.NoError(t, listener.Close()) }()
	_, err = listen(t.Context(), "HTTP_ADDR", listener.Addr().String())
	require.ErrorContains(t, err, "HTTP_ADDR")
}
