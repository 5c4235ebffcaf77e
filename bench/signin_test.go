package bench

import (
	"fmt"
	"math"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"text/tabwriter"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
)

const (
	signInPath = "/api/v1/cms/auth/login"
	// sideBySide is small enough for all sign-ins to be checked within one quantum.
	sideBySide = 3
	// mostInformation is how far the area under the ROC curve may be from 0.5 (guessing); 1 is certainty.
	mostInformation = 0.05
	// lockedIP is the address of the callers that are locked.
	lockedIP = "192.0.2.1"
)

// Reasons for a failed sign-in.
const (
	unknownAddress = "unknown address"
	wrongPassword  = "wrong password"
	disabled       = "disabled account"
	lockedAddress  = "locked unknown address"
	lockedAccount  = "locked account"
)

// indistinguishable groups reasons that no caller may be able to tell apart. An attempt that a lock refuses is answered
// at the same moments as the others. But on a busy machine it is rarely late, since nothing is checked, and that gives
// away the lock. It gives away no more, because addresses without an account are locked in the same way.
var indistinguishable = [][]string{{unknownAddress, wrongPassword, disabled}, {lockedAddress, lockedAccount}}

// BenchmarkSignInTiming tries to tell from the time alone why a sign-in failed: 2,000 sign-ins with unknown addresses,
// and with known addresses and a wrong password, and some to disabled or locked accounts, in random order. It fails when
// the area under the ROC curve is not that of guessing.
func BenchmarkSignInTiming(b *testing.B) {
	app := apitest.New(b)
	apitest.NewWorld(b, app.Env.DB)
	staff(b, app)
	attempts := map[string][]string{} // addresses
	for i := range 1000 {
		attempts[unknownAddress] = append(attempts[unknownAddress], fmt.Sprintf("nobody%d@example.org", i))
		attempts[wrongPassword] = append(attempts[wrongPassword], fmt.Sprintf("known%d@example.org", i))
	}
	for i := range 200 {
		attempts[disabled] = append(attempts[disabled], fmt.Sprintf("disabled%d@example.org", i))
		attempts[lockedAccount] = append(attempts[lockedAccount], "locked@example.org")
		attempts[lockedAddress] = append(attempts[lockedAddress], "lockednobody@example.org")
	}
	for range 5 { // and they are locked
		signIn(app, "locked@example.org", lockedIP)
		signIn(app, "lockednobody@example.org", lockedIP)
	}
	for range b.N {
		times := timeAll(app, attempts)
		table := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
		_, _ = fmt.Fprintln(table, "\ntime of a failed sign-in\tn\tmedian\tarea under ROC\tagainst\t")
		for _, reasons := range indistinguishable {
			for _, why := range reasons {
				area := areaUnderROC(times[reasons[0]], times[why])
				slices.Sort(times[why])
				_, _ = fmt.Fprintf(table, "%s\t%d\t%s\t%.3f\t%s\t\n", why, len(times[why]),
					times[why][len(times[why])/2].Round(10*time.Microsecond), area, reasons[0])
				if math.Abs(area-0.5) > max(mostInformation, chance(len(times[reasons[0]]), len(times[why]))) {
					b.Errorf("%s can be told from %s by time: the area under the ROC curve is %.3f", why, reasons[0], area)
				}
			}
		}
		_ = table.Flush()
	}
}

// staff creates accounts that all have the same password hash.
func staff(b *testing.B, app *apitest.App) {
	b.Helper()
	_, err := app.Env.DB.ExecContext(b.Context(), `
		WITH made AS (
			INSERT INTO cms_users (email, role_id, first_name, last_name, active)
			SELECT name || '@example.org', role_id, 'A', 'B', name NOT LIKE 'disabled%'
			FROM (SELECT role_id FROM cms_users LIMIT 1) AS any_role,
				(SELECT 'known' || n FROM generate_series(0, 999) AS n
				 UNION ALL SELECT 'disabled' || n FROM generate_series(0, 199) AS n
				 UNION ALL SELECT 'locked') AS names (name)
			RETURNING id)
		INSERT INTO cms_user_credentials (cms_user_id, password_hash)
		SELECT id, (SELECT password_hash FROM cms_user_credentials LIMIT 1) FROM made`)
	require.NoError(b, err)
}

// timeAll makes all attempts in random order and returns how long those of each kind took.
func timeAll(app *apitest.App, attempts map[string][]string) map[string][]time.Duration {
	type attempt struct{ why, email, ip string }
	var all []attempt
	for why, emails := range attempts {
		for _, email := range emails {
			ip := fmt.Sprintf("10.%d.%d.%d", len(all)>>16, len(all)>>8&255, len(all)&255)
			if why == lockedAccount || why == lockedAddress {
				ip = lockedIP
			}
			all = append(all, attempt{why, email, ip})
		}
	}
	rand.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] }) //nolint:gosec // no secret
	var mu sync.Mutex
	times := map[string][]time.Duration{}
	var next atomic.Int64
	var signingIn sync.WaitGroup
	for range sideBySide {
		signingIn.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(all)); i = next.Add(1) - 1 {
				took, _ := signIn(app, all[i].email, all[i].ip)
				mu.Lock()
				times[all[i].why] = append(times[all[i].why], took)
				mu.Unlock()
			}
		})
	}
	signingIn.Wait()
	return times
}

// signIn tries a wrong password and returns how long the answer took, and its status.
func signIn(app *apitest.App, email, ip string) (time.Duration, int) {
	body := `{"email": "` + email + `", "password": "a wrong password"}`
	request := httptest.NewRequest(http.MethodPost, signInPath, strings.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	request.RemoteAddr = ip + ":1234"
	began := time.Now()
	answer := app.Do(request)
	return time.Since(began), answer.Code
}

// areaUnderROC returns the probability that a sample of b took longer than a sample of a.
func areaUnderROC(a, b []time.Duration) float64 {
	longer := 0.0
	for _, x := range a {
		for _, y := range b {
			switch {
			case y > x:
				longer++
			case y == x:
				longer += 0.5
			}
		}
	}
	return longer / float64(len(a)*len(b))
}

// chance returns how far the area may be from 0.5 for two small samples of one distribution: four standard errors.
func chance(n, m int) float64 {
	return 4 * math.Sqrt(float64(n+m+1)/float64(12*n*m))
}

// BenchmarkSignInFlood reads a patient while many callers try to sign in: bcrypt must leave processors for other requests.
func BenchmarkSignInFlood(b *testing.B) {
	const flooding, reads = 128, 400
	app := apitest.New(b)
	w := apitest.NewWorld(b, app.Env.DB)
	token := app.Token(b, apitest.Doctor)
	read := func() []time.Duration {
		times := make([]time.Duration, reads)
		for i := range times {
			request := httptest.NewRequest(http.MethodGet, "/api/v1/patients/"+w.Patient.String(), nil)
			request.Header.Set("Authorization", "Bearer "+token)
			began := time.Now()
			require.Equal(b, http.StatusOK, app.Do(request).Code)
			times[i] = time.Since(began)
			time.Sleep(2 * time.Millisecond)
		}
		slices.Sort(times)
		return times
	}
	for range b.N {
		read() // warm
		quiet := read()
		var stop atomic.Bool
		var attempts, turnedAway atomic.Int64
		var signingIn sync.WaitGroup
		for i := range flooding {
			signingIn.Go(func() {
				for n := 0; !stop.Load(); n++ {
					_, status := signIn(app, fmt.Sprintf("nobody%d.%d@example.org", i, n), fmt.Sprintf("10.0.%d.%d", i, n&255))
					attempts.Add(1)
					if status == http.StatusServiceUnavailable {
						turnedAway.Add(1)
					}
				}
			})
		}
		time.Sleep(time.Second)
		busy := read()
		stop.Store(true)
		signingIn.Wait()
		table := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
		_, _ = fmt.Fprintf(table, "\nreading a patient\tmedian\tratio\t99th percentile\tratio\t\n")
		for name, times := range map[string][]time.Duration{"alone": quiet, fmt.Sprintf("beside %d who sign in", flooding): busy} {
			median, tail := times[reads/2], times[reads*99/100]
			_, _ = fmt.Fprintf(table, "%s\t%s\t%.2f\t%s\t%.2f\t\n", name,
				median.Round(10*time.Microsecond), float64(median)/float64(quiet[reads/2]),
				tail.Round(10*time.Microsecond), float64(tail)/float64(quiet[reads*99/100]))
		}
		_ = table.Flush()
		fmt.Printf("%d of %d sign-ins found the queue full\n", turnedAway.Load(), attempts.Load())
	}
}
