package service

import (
	"context"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent/viewer"
)

// Viewer returns the viewer of the context; Unauthenticated when nobody has signed in.
func Viewer(ctx context.Context) (viewer.Viewer, error) {
	v, ok := viewer.FromContext(ctx)
	if !ok {
		return viewer.Viewer{}, &Error{Code: Unauthenticated, Detail: "Sign in first."}
	}
	return v, nil
}

// Require returns nil when the viewer is the system, or a CMS user or a service account with the permission
// (resource:action); otherwise it fails with Forbidden or Unauthenticated.
func Require(ctx context.Context, permission string) error {
	v, err := Viewer(ctx)
	if err != nil {
		return err
	}
	if !v.Can(permission) {
		return Errorf(Forbidden, "This operation requires the permission %s.", permission)
	}
	return nil
}

// Self returns the patient, doctor or institution that the viewer's account belongs to. It fails as for a missing record
// when the viewer is of another kind, and with Unauthenticated when nobody has signed in.
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

// AskingPatient returns the patient who is signed in; nil when the viewer isn't a patient.
func AskingPatient(ctx context.Context) uuid.UUID {
	id, _ := Self(ctx, viewer.Patient) // an error comes with the nil UUID
	return id
}
