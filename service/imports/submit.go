package imports

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/country"
	"github.com/predicthealth/predicthealth/ent/importjob"
	"github.com/predicthealth/predicthealth/ent/medicalinstitution"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/dataset"
	"github.com/predicthealth/predicthealth/service/setting"
)

const (
	// ReceiveTime is how long a file may take to arrive.
	ReceiveTime = 5 * time.Minute
	// chunkSize is the size of the pieces in which a file is stored, in bytes.
	chunkSize = 1 << 20
	// maxOpen is how many files of one account may be waiting, arriving or being loaded, because they take up space.
	maxOpen = 5
	// day is the time in which the files of an institution are counted. Jobs are kept for at least as long.
	day = 24 * time.Hour
)

var (
	maxMegabytes         = setting.Int("api.import.max_megabytes", 64)
	maxUnzippedMegabytes = setting.Int("api.import.max_unzipped_megabytes", 512)
	maxLines             = setting.Int("api.import.max_lines", 200_000)
	filesPerDay          = setting.Int("api.import.files_per_day", 100)
)

// Request is a request to import a file.
type Request struct {
	Parameters
	Format dataset.Format
	// Gzipped says that the file is gzipped.
	Gzipped bool
	DryRun  bool
	// InstitutionID is the only institution whose patients are written. When it is nil, an institution's file is limited to
	// its own patients, and a staff member's is not limited.
	InstitutionID *uuid.UUID
}

// Upload is a file that has arrived but is not yet a job: Submit makes it one, Discard deletes it.
type Upload struct {
	ID uuid.UUID
	// Digest is the SHA-256 of the file.
	Digest []byte
	size   int64
}

// TooLargeError says that a file is larger than the setting api.import.max_megabytes allows.
type TooLargeError struct{ Megabytes int }

func (e *TooLargeError) Error() string {
	return fmt.Sprintf("the file is larger than %d MiB", e.Megabytes)
}

// BrokenError says that a file did not arrive completely.
type BrokenError struct{ Err error }

func (e *BrokenError) Error() string { return "the file did not arrive: " + e.Err.Error() }

// Unwrap returns the cause.
func (e *BrokenError) Unwrap() error { return e.Err }

// Receive stores a file piece by piece; nothing is kept of a file that ends early. It is for institutions, and for staff who
// may import for the whole platform. It fails with Forbidden; with Invalid, naming all parameters at fault or what is wrong
// with the file; with Conflict (too_many_imports, import_quota or institution_inactive); or with a [*TooLargeError] or a [*BrokenError].
func (s *Service) Receive(ctx context.Context, r Request, body io.Reader) (Upload, error) {
	institution, err := scope(ctx)
	if err != nil {
		return Upload{}, err
	}
	if institution != nil {
		if r.InstitutionID != nil && *r.InstitutionID != *institution {
			return Upload{}, service.Errorf(service.Forbidden, "An institution can import only its own patients.")
		}
		r.InstitutionID = institution
	}
	if err := s.check(ctx, r); err != nil {
		return Upload{}, err
	}
	values, err := s.options.Settings.Read(ctx)
	if err != nil {
		return Upload{}, err
	}
	upload, err := s.begin(ctx, r, setting.Get(values, filesPerDay))
	if err != nil {
		return Upload{}, err
	}
	if err := s.keep(ctx, &upload, r, body, setting.Get(values, maxMegabytes)); err != nil {
		s.Discard(ctx, upload)
		return Upload{}, err
	}
	return upload, nil
}

// check checks the parameters of the import.
func (s *Service) check(ctx context.Context, r Request) error {
	client := s.options.Store.Client(ctx)
	var c service.Checks
	if r.Country != "" {
		known, err := client.Country.Query().Where(country.Code(strings.ToUpper(r.Country))).Exist(ctx)
		if err != nil {
			return fmt.Errorf("finding a country: %w", err)
		}
		c.Refuse(!known, "/country", "not_found", "Use a two-letter ISO 3166-1 code.")
	}
	if r.Source != "" {
		u, err := url.Parse(r.Source)
		c.Refuse(err != nil || u.Scheme == "" || u.Fragment != "", "/source", "format", "Use an absolute URI without a fragment.")
	}
	if r.InstitutionID == nil {
		return c.Err()
	}
	institution, err := client.MedicalInstitution.Query().Where(medicalinstitution.ID(*r.InstitutionID)).Only(ctx)
	switch {
	case ent.IsNotFound(err):
		c.Refuse(true, "/institution_id", "not_found", "This institution does not exist.")
	case err != nil:
		return fmt.Errorf("finding an institution: %w", err)
	case !institution.Active && len(c.Fields) == 0:
		return &service.Error{Code: service.Conflict, Reason: "institution_inactive", Detail: "The institution is not active, so it can't change anything."}
	}
	return c.Err()
}

// begin creates the job that the file will belong to. Nobody sees it, and no instance takes it, before it has a size.
func (s *Service) begin(ctx context.Context, r Request, perDay int) (Upload, error) {
	requester := audit.ActorOf(ctx)
	options, err := json.Marshal(r.Parameters)
	if err != nil {
		return Upload{}, fmt.Errorf("making an import: %w", err)
	}
	row, err := s.options.Store.Pool().ImportJob.Create().
		SetNillableInstitutionID(r.InstitutionID).SetRequesterType(requester.Type).SetRequesterID(requester.ID).
		SetFormat(importjob.Format(r.Format)).SetDryRun(r.DryRun).SetOptions(options).SetStep("waiting").Save(ctx)
	if err != nil {
		return Upload{}, fmt.Errorf("making an import: %w", err)
	}
	upload := Upload{ID: row.ID}
	// The counts include this job, so that concurrent requests can't miss each other. One more job may arrive than may wait,
	// because it may be a repetition of one of those.
	err = few(ctx, s.options.Store.Pool(), maxOpen+1)
	if err == nil && r.InstitutionID != nil {
		err = s.withinQuota(ctx, *r.InstitutionID, perDay)
	}
	if err != nil {
		s.Discard(ctx, upload)
		return Upload{}, err
	}
	return upload, nil
}

// withinQuota returns a Conflict when more files than most have been sent for an institution in the last day.
func (s *Service) withinQuota(ctx context.Context, institution uuid.UUID, most int) error {
	sent, err := s.options.Store.Pool().ImportJob.Query().
		Where(importjob.InstitutionID(institution), importjob.CreatedAtGT(time.Now().Add(-day))).Count(ctx)
	if err != nil {
		return fmt.Errorf("counting imports: %w", err)
	}
	if sent > most {
		return &service.Error{Code: service.Conflict, Reason: "import_quota",
			Detail: fmt.Sprintf("%d files have been sent for this institution in the last 24 hours. Send fewer and larger ones, or wait.", sent-1)}
	}
	return nil
}

// few returns a Conflict when the account has more than most open imports.
func few(ctx context.Context, client *ent.Client, most int, where ...predicate.ImportJob) error {
	requester := audit.ActorOf(ctx)
	open, err := client.ImportJob.Query().Where(where...).Where(
		importjob.StatusIn(importjob.StatusAccepted, importjob.StatusInProgress),
		importjob.RequesterType(requester.Type), importjob.RequesterID(requester.ID),
	).Count(ctx)
	if err != nil {
		return fmt.Errorf("counting imports: %w", err)
	}
	if open > most {
		return &service.Error{Code: service.Conflict, Reason: "too_many_imports",
			Detail: fmt.Sprintf("%d of your files are waiting or being loaded. Wait until one has ended, or cancel one.", open-1)}
	}
	return nil
}

// keep stores the file; it needs memory for one piece only.
func (s *Service) keep(ctx context.Context, u *Upload, r Request, body io.Reader, megabytes int) error {
	digest, piece := sha256.New(), make([]byte, chunkSize)
	for position := 0; ; position++ {
		n, last, err := fill(piece, body)
		if err != nil {
			return &BrokenError{err}
		}
		if u.size += int64(n); u.size > int64(megabytes)<<20 {
			return &TooLargeError{megabytes}
		}
		if position == 0 {
			if err := checkBeginning(r, piece[:n]); err != nil {
				return err
			}
		}
		if n > 0 {
			_, _ = digest.Write(piece[:n]) // never fails
			err := s.options.Store.Pool().ImportChunk.Create().SetJobID(u.ID).SetPosition(position).SetContent(piece[:n]).
				Exec(ctx)
			if err != nil {
				return fmt.Errorf("storing a file: %w", err)
			}
		}
		if last {
			u.Digest = digest.Sum(nil)
			return nil
		}
	}
}

// fill reads until piece is full, and says whether the body has ended. io.ReadFull can't tell a body that was cut off from
// one that ended.
func fill(piece []byte, body io.Reader) (n int, last bool, err error) {
	for n < len(piece) {
		m, err := body.Read(piece[n:])
		n += m
		if err != nil {
			last = err == io.EOF // io.Reader's contract: a wrapped io.EOF is a different error
			if last {
				err = nil
			}
			return n, last, err
		}
	}
	return n, false, nil
}

// checkBeginning checks a file's first bytes, so that a file that is wrong as a whole is refused at once.
func checkBeginning(r Request, beginning []byte) error {
	var c service.Checks
	c.Refuse(len(beginning) == 0, "", "empty", "The file is empty.")
	c.Refuse(r.Gzipped && !bytes.HasPrefix(beginning, []byte("\x1f\x8b")), "", "format", "The file is not gzipped.")
	if len(c.Fields) == 0 && r.Format == dataset.CSV {
		var wrong *dataset.FileError
		err := dataset.CheckHeading(bytes.NewReader(beginning))
		if err != nil && !errors.As(err, &wrong) {
			return err
		}
		if wrong != nil {
			c.Refuse(true, "", "heading", sentence(wrong.Detail))
		}
	}
	return c.Err()
}

// sentence returns text as a sentence.
func sentence(text string) string {
	return strings.ToUpper(text[:1]) + text[1:] + "."
}

// Discard deletes a file, unless it has become a job's.
func (s *Service) Discard(ctx context.Context, u Upload) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), endTime)
	defer cancel()
	_, err := s.options.Store.Pool().ImportJob.Delete().Where(importjob.ID(u.ID), importjob.BytesTotal(0)).Exec(ctx)
	if err != nil { // the sweeper will
		s.options.Log.WarnContext(ctx, "an unwanted file could not be deleted yet", "import", u.ID, "error", err)
	}
}

// Submit turns a received file into a job, which waits for its turn. It is for the same viewers as Receive. It fails with
// Forbidden, NotFound when the file was discarded, or Conflict (too_many_imports).
func (s *Service) Submit(ctx context.Context, u Upload) (*Job, error) {
	institution, err := scope(ctx)
	if err != nil {
		return nil, err
	}
	var job *Job
	err = s.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		n, err := tx.ImportJob.Update().Where(importjob.ID(u.ID), importjob.BytesTotal(0)).SetBytesTotal(u.size).
			Save(ctx)
		if err != nil {
			return fmt.Errorf("making an import: %w", err)
		}
		if n == 0 {
			return service.Missing()
		}
		if err := few(ctx, tx, maxOpen, complete()); err != nil {
			return err
		}
		if job, err = s.find(ctx, u.ID, institution); err != nil {
			return err
		}
		return s.options.Trail.Record(ctx, job.event("import.create", map[string]any{
			"institution_id": job.InstitutionID, "format": job.Format, "dry_run": job.DryRun, "bytes": job.BytesTotal,
		}))
	})
	return job, err
}

// event returns an event about the job, for the audit trail.
func (j *Job) event(action string, payload map[string]any) audit.Event {
	return audit.Event{Action: action, EntityType: "import", EntityID: j.ID.String(), Payload: payload}
}

// Cancel ends an open job; nothing from its file is loaded, or stays loaded. It is for the same viewers as Get. It fails as
// Get does, or with Conflict (import_ended) when the job was completed or has failed.
func (s *Service) Cancel(ctx context.Context, id uuid.UUID) (*Job, error) {
	institution, err := scope(ctx)
	if err != nil {
		return nil, err
	}
	var job *Job
	err = s.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		n, err := tx.ImportJob.Update().
			Where(importjob.ID(id), visible(institution), importjob.StatusIn(importjob.StatusAccepted, importjob.StatusInProgress)).
			SetStatus(importjob.StatusCancelled).SetEndedAt(time.Now()).SetStep("").ClearLeaseExpiresAt().
			Save(ctx)
		if err != nil {
			return fmt.Errorf("cancelling an import: %w", err)
		}
		if job, err = s.find(ctx, id, institution); err != nil {
			return err
		}
		switch {
		case n == 0 && job.Status == string(importjob.StatusCancelled):
			return nil
		case n == 0:
			return &service.Error{Code: service.Conflict, Reason: "import_ended", Detail: "The import has ended, so there is nothing to cancel."}
		}
		if err := erase(ctx, tx, id); err != nil {
			return err
		}
		s.options.Store.AfterCommit(ctx, func(context.Context) { s.ended.WithLabelValues(job.Status).Inc() })
		return s.options.Trail.Record(ctx, job.event("import.cancel", nil))
	})
	return job, err
}
