// Package predicthealth calls the API of PredictHealth, a health platform. It depends on the standard library alone.
//
//	api, err := predicthealth.New("https://health.example.org")
//	_, err = api.SignIn(ctx, predicthealth.Login{Email: email, Password: password})
//	for patient, err := range api.ListPatients(ctx, &predicthealth.ListPatientsParams{Q: "garcia"}) {
//		…
//	}
//
// A [Client] has a method for each operation of the OpenAPI document. What all of them have in common:
//
//   - Signing in: [Client.SignIn], [Client.SignInStaff] and [WithServiceAccount]. Access tokens live for minutes. The
//     client renews them when they expire, once for all waiting requests. If a renewal is refused, errors are [ErrSignedOut].
//   - Lists are iterators that read page after page. The method whose name ends in Page reads one page.
//   - Versions: a response has an ETag, which you pass on to a change. If somebody else has changed the resource since, the
//     error is a 412 and nothing changes. [AnyVersion] changes any version.
//   - Merge patches: [Set] sets a member, [Null] removes it. Members that aren't set stay unchanged.
//   - Retries: requests that are safe to repeat are repeated after lost connections and while the platform is unavailable,
//     after the time in its Retry-After. Requests that change something carry an Idempotency-Key, so that they take effect once.
//   - Errors of the API are an [*Error] with the problem document, which lists every field at fault.
//
// A Client is safe for concurrent use.
package predicthealth
