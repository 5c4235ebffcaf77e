package auth_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/service/auth"
)

func TestKeysThatOthersMayRead(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path, err := auth.GenerateKey(dir)
	require.NoError(t, err)
	for mode, refused := range map[os.FileMode]bool{0o600: false, 0o400: false, 0o640: false, 0o440: false, 0o644: true, 0o604: true, 0o660: true, 0o602: true} {
		require.NoError(t, os.Chmod(path, mode))
		_, err := auth.LoadKeys(dir)
		if refused {
			require.ErrorContains(t, err, "chmod 600 "+path, "%o", mode)
			continue
		}
		require.NoError(t, err, "%o", mode)
	}
}
