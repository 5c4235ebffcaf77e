package service

import (
	"context"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent/viewer"
)

// Viewer returns who is asking, or an Unauthenticated error when nobody has signed in.
func Viewer(ctx context.Context) (viewer.Viewer, error) {
	v, ok := viewer.FromContext(ctx)
	if !ok {
		return viewer.Viewer{}, &Error{Code: Unauthenticated, Detail: "Sign in first."}
	}
	return v, nil
}

// Require returns nil when the viewer is a CMS user or a service account with the permission (resource:action), or the
// system; else a Forbidden error, or an Unauthenticated one.
func Require(ctx context.Context, permission string) error {
	v, err := Viewer(ctx)
	if err != nil {
		return err
	}
	if !v.Can(permission) {
		return Errorf(Forbidden, "This needs the permission %s.", permission)
	}
	return nil
}

// Self returns the patient, doctor or institution whose account is asking, or the error of a missing record when the viewer
// is of another kind; Unauthenticated when nobody has signed in.
func Self(ctx context.Context, kind viewer.Kind) (uuid.UUID, error) {
	v, err := Viewer(ctx)
	if err != nil {
		return uuid.Nil, err
	}
	if v.Kind != kind {
		return uuid.Nil, Missing()
	}
	return v.SubjectID, nil
}

// AskingPatient returns the patient who asks; nil when it is none.
func AskingPatient(ctx context.Context) uuid.UUID {
	id, _ := Self(ctx, viewer.Patient) // nil with an error
	return id
}
