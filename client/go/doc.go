// Package predicthealth calls the API of PredictHealth, a health platform. It depends on the standard library alone.
//
//	api, err := predicthealth.New("https://health.example.org")
//	_, err = api.SignIn(ctx, predicthealth.Credentials{Email: email, Password: password})
//	for patient, err := range api.ListPatients(ctx, &predicthealth.ListPatientsParams{Q: "garcia"}) {
//		…
//	}
//
// A [Client] has a method for each operation of the OpenAPI document. What all of them have in common:
//
//   - Signing in: [Client.SignIn], [Client.SignInStaff] and [WithServiceAccount]. Access tokens live for minutes and are
//     renewed when they end, once for all requests that wait. When that is refused, errors are [ErrSignedOut].
//   - Lists are iterators that read page after page; the method that ends in Page reads one page.
//   - Versions: what is answered has its ETag, and a change takes it: when somebody else was faster, the error is a 412
//     and nothing was changed. [AnyVersion] changes whatever version there is.
//   - Merge patches: a member that isn't set stays as it is; [Set] sets it, [Null] removes it.
//   - Repeating: requests that are safe to repeat are repeated after lost connections and while the platform can't answer,
//     as long as its Retry-After says; those that do something carry an Idempotency-Key of their own, so that it is done once.
//   - Errors of the API are an [Error], which has the problem document with every field at fault.
//
// A Client is safe for concurrent use.
package predicthealth
