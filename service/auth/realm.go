package auth

import (
	"context"

	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/throttle"
)

// Realm is one of the two kinds of accounts that sign in.
type Realm = throttle.Realm

// The realms.
const (
	Users = throttle.Users // patients, doctors and institutions
	Staff = throttle.Staff // the platform's
)

func realmNamed(r Realm) realm {
	if r == Staff {
		return cmsRealm{}
	}
	return userRealm{}
}

// kindOf returns one of the realm's kinds of viewers; only the table that they are in matters.
func kindOf(r Realm) viewer.Kind {
	if r == Staff {
		return viewer.CMSUser
	}
	return viewer.Patient
}

// signedIn returns the viewer, who must have signed in to the realm. Otherwise it fails with Forbidden or Unauthenticated.
func signedIn(ctx context.Context, r Realm) (viewer.Viewer, error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return v, err
	}
	switch v.Kind {
	case viewer.Patient, viewer.Doctor, viewer.Institution:
		if r == Users {
			return v, nil
		}
	case viewer.CMSUser:
		if r == Staff {
			return v, nil
		}
	}
	return v, service.Errorf(service.Forbidden, "This operation is for the other kind of account. Use /api/v1/auth for patients, doctors and institutions, and /api/v1/cms/auth for staff.")
}
