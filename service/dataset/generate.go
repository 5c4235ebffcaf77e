package dataset

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/google/uuid"
	"golang.org/x/sync/errgroup"

	"github.com/predicthealth/predicthealth/service/dataset/generate"
)

// GenerateOptions say what population to make. The zero value of a number means its default.
type GenerateOptions struct {
	Seed         uint64
	Patients     int       // 500
	Institutions int       // 20, or one for every 1,000 patients if that is more
	Doctors      int       // 60, or one for every 200 patients if that is more
	AsOf         time.Time // the day for which ages are computed; today by default
	// Progress, if set, is called for each batch.
	Progress func(Progress)
}

// Default values of GenerateOptions.
const (
	DefaultPatients     = 500
	defaultInstitutions = 20
	defaultDoctors      = 60
	patientsPerHouse    = 1000
	patientsPerDoctor   = 200
)

// batchPatients are written in one transaction, which limits memory.
const batchPatients = 2000

func (o GenerateOptions) withDefaults() GenerateOptions {
	if o.Patients == 0 {
		o.Patients = DefaultPatients
	}
	if o.Institutions == 0 {
		o.Institutions = max(defaultInstitutions, o.Patients/patientsPerHouse)
	}
	if o.Doctors == 0 {
		o.Doctors = max(defaultDoctors, o.Patients/patientsPerDoctor)
	}
	if o.AsOf.IsZero() {
		o.AsOf = time.Now()
	}
	if o.Progress == nil {
		o.Progress = func(Progress) {}
	}
	return o
}

func (o GenerateOptions) world() *generate.World {
	return generate.NewWorld(o.Seed, o.Institutions, o.Doctors, o.AsOf)
}

// GenerateReport counts what [Generate] wrote.
type GenerateReport struct {
	Seed     uint64         `json:"seed"`
	Inserted map[string]int `json:"inserted"` // rows by table
	Example  Example        `json:"example"`
}

// Example holds people of a generated population who belong together: a hospital, one of its doctors with patients, and a
// patient of that doctor.
type Example struct {
	InstitutionID uuid.UUID `json:"institution_id"`
	DoctorID      uuid.UUID `json:"doctor_id"`
	PatientID     uuid.UUID `json:"patient_id"`
}

// Example returns people of the population without writing it.
func (o GenerateOptions) Example() Example { return exampleOf(o.withDefaults().world()) }

func exampleOf(world *generate.World) Example {
	return Example{world.Institutions()[0].ID, world.Doctors()[0].ID, world.Patient(0).ID}
}

// Generate writes a made-up population, derived from the seed, in transactions of some thousand patients. People who
// already exist, judged by ids that follow from the seed, are left alone. So generating again changes nothing, and an
// interrupted run can be started again. Numbers below zero, and a day in the future, are errors.
func Generate(ctx context.Context, db *sql.DB, options GenerateOptions) (GenerateReport, error) {
	report := GenerateReport{Seed: options.Seed, Inserted: map[string]int{}}
	if options.Patients < 0 || options.Institutions < 0 || options.Doctors < 0 {
		return report, errors.New("patients, institutions and doctors are counted from 1")
	}
	if options.AsOf.After(time.Now()) {
		return report, errors.New("the day for which ages are computed is in the future")
	}
	options = options.withDefaults()
	world := options.world()
	report.Example = exampleOf(world)

	g := &generation{db: db, options: options, world: world, report: &report}
	if err := g.run(ctx); err != nil {
		return report, fmt.Errorf("generate: %w", err)
	}
	return report, nil
}

// generation is a run of Generate. Two connections write: while one waits for the disk, the other computes.
type generation struct {
	db      *sql.DB
	options GenerateOptions
	world   *generate.World
	mutex   sync.Mutex
	report  *GenerateReport
	done    int // patients
}

const generationConns = 2

func (g *generation) run(ctx context.Context) error {
	if err := g.writeBatch(ctx, g.entities); err != nil {
		return err
	}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(generationConns)
	for first := 0; first < g.options.Patients; first += batchPatients {
		last := min(first+batchPatients, g.options.Patients)
		group.Go(func() error {
			err := g.writeBatch(ctx, func(write writer) error { return g.patients(write, first, last) })
			g.progress(last - first)
			return err
		})
	}
	return group.Wait()
}

func (g *generation) progress(patients int) {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	g.done += patients
	g.options.Progress(Progress{Step: "writing patients", Done: int64(g.done), Total: int64(g.options.Patients)})
}

// writer writes a record of a kind: institution, doctor or patient.
type writer func(kind string, record any) error

func (g *generation) entities(write writer) error {
	for _, institution := range g.world.Institutions() {
		if err := write("institution", institution); err != nil {
			return err
		}
	}
	for _, doctor := range g.world.Doctors() {
		if err := write("doctor", doctor); err != nil {
			return err
		}
	}
	return nil
}

func (g *generation) patients(write writer, first, last int) error {
	for i := first; i < last; i++ {
		if err := write("patient", g.world.Patient(i)); err != nil {
			return err
		}
	}
	return nil
}

// writeBatch copies the records that fill writes to a staging table and turns them into rows, in one transaction.
func (g *generation) writeBatch(ctx context.Context, fill func(writer) error) error {
	tx, err := begin(ctx, g.db)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // after a commit this does nothing
	if err := exec(ctx, tx, "generate_stage"); err != nil {
		return err
	}
	err = copyRows(ctx, tx, "generate_copy", func(row func(...any) error) error {
		return fill(func(kind string, record any) error {
			data, err := json.Marshal(record)
			if err != nil {
				return err
			}
			return row(kind, string(data))
		})
	})
	if err != nil {
		return err
	}
	for _, file := range []string{"generate_entities", "generate_contacts", "generate_records", "generate_validation"} {
		if err := exec(ctx, tx, file); err != nil {
			return err
		}
	}
	written := map[string]int{}
	err = forEach(ctx, tx, "generate_counts", func(rows *sql.Rows) error {
		var table string
		var n int
		err := rows.Scan(&table, &n)
		written[table] = n
		return err
	})
	if err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	g.mutex.Lock()
	defer g.mutex.Unlock()
	for table, n := range written {
		g.report.Inserted[table] += n
	}
	return nil
}
