package audit

import (
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"strconv"
	"time"
)

// Indexes into sealedRecord.fields.
const (
	sealedAtField = 1
	digestField   = 14
)

// sealedRecord is a row of audit_events as sql/queries/audit_chain.sql reads it.
type sealedRecord struct {
	number             int64
	previousHash, hash []byte
	payload            sql.NullString
	// fields are the texts that are hashed, in this order.
	fields [digestField + 1]sql.NullString
}

func (r *sealedRecord) scan(rows *sql.Rows) error {
	values := []any{&r.number, &r.previousHash, &r.hash, &r.payload}
	for i := range r.fields {
		values = append(values, &r.fields[i])
	}
	return rows.Scan(values...)
}

// sealedAt returns the zero time when somebody has replaced it with text that isn't a time.
func (r *sealedRecord) sealedAt() time.Time {
	microseconds, err := strconv.ParseInt(r.fields[sealedAtField].String, 10, 64)
	if err != nil {
		return time.Time{}
	}
	return time.UnixMicro(microseconds).UTC()
}

// computedHash returns what hash must be: the SHA-256 hash of the previous hash and the fields as netstrings.
// docs/audit.md describes the encoding; the database's seal_audit_inbox computes the same independently.
func (r *sealedRecord) computedHash() [sha256.Size]byte {
	encoded := append(make([]byte, 0, 512), r.previousHash...)
	for _, field := range r.fields {
		if !field.Valid {
			encoded = append(encoded, '-')
			continue
		}
		encoded = strconv.AppendInt(encoded, int64(len(field.String)), 10)
		encoded = append(encoded, ':')
		encoded = append(encoded, field.String...)
		encoded = append(encoded, ',')
	}
	return sha256.Sum256(encoded)
}

// payloadIntact says whether the payload is the one that was sealed, or has been erased.
func (r *sealedRecord) payloadIntact() bool {
	if !r.payload.Valid {
		return true
	}
	digest := sha256.Sum256([]byte(r.payload.String))
	return r.fields[digestField].String == hex.EncodeToString(digest[:])
}
