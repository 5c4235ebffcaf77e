package audit

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"time"

	"github.com/predicthealth/predicthealth/service"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

const (
	// maxFindings is how many findings a report lists; it counts all of them.
	maxFindings = 1000
	// progressInterval is the number of records after which progress is reported.
	progressInterval = 50_000
)

var (
	chainQuery = sqlfiles.Query("audit_chain")
	headQuery  = sqlfiles.Query("audit_head")
)

// Anchor is a sealed record's number and hash. Kept where the database's owner can't change it, it can later prove that
// the trail up to that record is unchanged.
type Anchor struct {
	Number   int64     `json:"number"`
	Hash     string    `json:"hash"` // hexadecimal
	SealedAt time.Time `json:"sealed_at"`
}

// Anchor returns the anchor of the trail's current end. It fails with NotFound while nothing is sealed. The database decides
// who may call it.
func (t *Trail) Anchor(ctx context.Context) (Anchor, error) {
	var a Anchor
	if err := t.scan(ctx, headQuery, nil, &a.Number, &a.Hash, &a.SealedAt); err != nil {
		return Anchor{}, fmt.Errorf("reading the end of the trail: %w", err)
	}
	if a.Number == 0 {
		return Anchor{}, service.Errorf(service.NotFound, "Nothing has been sealed yet: the trail is empty.")
	}
	a.SealedAt = a.SealedAt.UTC()
	return a, nil
}

// Kinds of findings.
const (
	FindingMissing      = "missing"       // numbers that no record has
	FindingDuplicate    = "duplicate"     // a number that two records have
	FindingChanged      = "changed"       // a record whose fields don't match its hash
	FindingUnlinked     = "unlinked"      // a record that doesn't continue the previous one
	FindingPayload      = "payload"       // a payload that isn't the one that was sealed
	FindingOutOfOrder   = "out_of_order"  // a record sealed before the previous one
	FindingAnchor       = "anchor"        // a record that isn't the anchored one
	FindingAnchorAbsent = "anchor_absent" // an anchored record that no longer exists
)

// Finding is something wrong in the trail.
type Finding struct {
	Number int64  `json:"number"` // the record, or the first of the numbers that are missing
	Kind   string `json:"kind"`
	Detail string `json:"detail"` // for people
}

// Report is the result of Verify.
type Report struct {
	// Records is the number of records; Last is the last of them, nil when there are none.
	Records int64   `json:"records"`
	Last    *Anchor `json:"last"`
	// Findings are the first ones, in the trail's order; Total counts all.
	Findings []Finding `json:"findings"`
	Total    int       `json:"findings_total"`
}

// Verify reads the whole trail and computes its chain again, without the database's help. If progress is not nil, Verify
// calls it now and then with the number of records read and of all records. It fails only when the trail can't be read;
// anything wrong with the trail is in the report. The database decides who may call it.
func (t *Trail) Verify(ctx context.Context, anchors []Anchor, progress func(done, total int64)) (Report, error) {
	head, err := t.Anchor(ctx)
	if err != nil && service.CodeOf(err) != service.NotFound {
		return Report{}, err
	}
	rows, err := t.store.Pool().QueryContext(ctx, chainQuery)
	if err != nil {
		return Report{}, fmt.Errorf("reading the trail: %w", err)
	}
	defer func() { _ = rows.Close() }() // rows.Err tells what failed
	v := newVerification(anchors)
	for rows.Next() {
		var r sealedRecord
		if err := r.scan(rows); err != nil {
			return Report{}, fmt.Errorf("reading the record after %d: %w", v.last.Number, err)
		}
		v.check(&r)
		if progress != nil && v.report.Records%progressInterval == 0 {
			progress(v.report.Records, head.Number)
		}
	}
	if err := rows.Err(); err != nil {
		return Report{}, fmt.Errorf("reading the trail: %w", err)
	}
	return v.end(), nil
}

// verification is a walk along the chain.
type verification struct {
	report  Report
	last    Anchor
	anchors []Anchor // those not reached yet
}

func newVerification(anchors []Anchor) *verification {
	sorted := slices.SortedFunc(slices.Values(anchors), func(a, b Anchor) int { return cmp.Compare(a.Number, b.Number) })
	return &verification{
		report: Report{Findings: []Finding{}}, anchors: sorted,
		last: Anchor{Hash: hex.EncodeToString(make([]byte, sha256.Size))}, // the first record continues this
	}
}

func (v *verification) found(number int64, kind, format string, args ...any) {
	v.report.Total++
	if len(v.report.Findings) < maxFindings {
		v.report.Findings = append(v.report.Findings, Finding{number, kind, fmt.Sprintf(format, args...)})
	}
}

func (v *verification) check(r *sealedRecord) {
	here := Anchor{Number: r.number, Hash: hex.EncodeToString(r.hash), SealedAt: r.sealedAt()}
	v.passAnchors(here)
	switch {
	case r.number == v.last.Number:
		v.found(r.number, FindingDuplicate, "record %d exists more than once", r.number)
	case r.number > v.last.Number+1:
		v.found(v.last.Number+1, FindingMissing, "%s missing", numbers(v.last.Number+1, r.number-1))
	case hex.EncodeToString(r.previousHash) != v.last.Hash:
		v.found(r.number, FindingUnlinked, "record %d does not continue the previous record: one of the two was inserted or changed later", r.number)
	}
	if computed := r.computedHash(); !bytes.Equal(computed[:], r.hash) {
		v.found(r.number, FindingChanged, "record %d was changed: its fields don't match its hash", r.number)
	}
	if !r.payloadIntact() {
		v.found(r.number, FindingPayload, "the payload of record %d was changed: it doesn't match its digest", r.number)
	}
	if here.SealedAt.Before(v.last.SealedAt) {
		v.found(r.number, FindingOutOfOrder, "record %d was sealed before the previous record", r.number)
	}
	v.last = here
	v.report.Records++
}

// passAnchors compares the anchors up to a record with the trail.
func (v *verification) passAnchors(here Anchor) {
	for len(v.anchors) > 0 && v.anchors[0].Number <= here.Number {
		anchor := v.anchors[0]
		v.anchors = v.anchors[1:]
		switch {
		case anchor.Number < here.Number:
			v.found(anchor.Number, FindingAnchorAbsent, "the anchored record %d is missing", anchor.Number)
		case anchor.Hash != here.Hash:
			v.found(anchor.Number, FindingAnchor, "record %d is not the anchored one: the trail up to it was rewritten", anchor.Number)
		}
	}
}

func (v *verification) end() Report {
	if v.report.Records > 0 {
		v.report.Last = &v.last
	}
	for _, anchor := range v.anchors {
		v.found(anchor.Number, FindingAnchorAbsent,
			"the anchored record %d is missing: the trail ends at %d", anchor.Number, v.last.Number)
	}
	return v.report
}

func numbers(first, last int64) string {
	if first == last {
		return fmt.Sprintf("record %d is", first)
	}
	return fmt.Sprintf("records %d to %d are", first, last)
}
