package service

import "time"

// Today is today in UTC.
func Today() time.Time { return time.Now().UTC().Truncate(24 * time.Hour) }

// LatestToday is today where days begin first (UTC+14), like the database's latest_today. A later day is in the future wherever it
// was written.
func LatestToday() time.Time { return time.Now().UTC().Add(14 * time.Hour).Truncate(24 * time.Hour) }
