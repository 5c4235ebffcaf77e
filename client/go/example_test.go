package predicthealth_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	predicthealth "github.com/predicthealth/predicthealth/client/go"
)

// doctor is a client that a doctor has signed in with, for the examples.
func doctor() *predicthealth.Client {
	api, err := predicthealth.New(address)
	if err != nil {
		panic(err)
	}
	if _, err := api.SignIn(context.Background(), accounts["doctor"]); err != nil {
		panic(err)
	}
	return api
}

func nora() predicthealth.PatientCreate {
	return predicthealth.PatientCreate{
		FirstName: "Nora", LastName: "New", DateOfBirth: predicthealth.NewDate(1990, time.February, 28), Sex: "female",
		HealthProfile: &predicthealth.HealthProfileCreate{HeightCm: predicthealth.Ptr(172.5), BloodType: predicthealth.Ptr("O-")},
	}
}

func ExampleNew() {
	api, err := predicthealth.New(address)
	if err != nil {
		panic(err)
	}
	grant, err := api.SignIn(context.Background(), accounts["doctor"])
	if err != nil {
		panic(err)
	}
	fmt.Println(grant.User.UserType)
	// Output: doctor
}

func ExampleClient_CreatePatient() {
	ctx, api := context.Background(), doctor()
	patient, err := api.CreatePatient(ctx, nora())
	if err != nil {
		panic(err)
	}
	fmt.Println(patient.FirstName, patient.DateOfBirth, patient.ValidationStatus, patient.ETag)
	// Output: Nora 1990-02-28 pending "v1"
}

func ExampleError() {
	ctx, api := context.Background(), doctor()
	patient := nora()
	patient.LastName, patient.Sex = "", "none"
	_, err := api.CreatePatient(ctx, patient)
	var refused *predicthealth.Error
	if errors.As(err, &refused) {
		fields := refused.Fields()
		fmt.Println(refused.Code(), fields["/last_name"].In, fields["/sex"].Code)
	}
	// Output: validation_failed body not_found
}

// The parts of the record that a page of a patient shows come in one answer.
func ExampleClient_GetPatient() {
	ctx, api := context.Background(), doctor()
	created, err := api.CreatePatient(ctx, nora())
	if err != nil {
		panic(err)
	}
	params := &predicthealth.GetPatientParams{Include: []string{"health_profile", "allergies", "dashboard"}}
	patient, err := api.GetPatient(ctx, created.ID, params)
	if err != nil {
		panic(err)
	}
	fmt.Println(patient.LastName, *patient.HealthProfile.HeightCm, len(patient.Allergies), patient.Dashboard.HealthScore.Value)
	_, err = api.GetPatient(ctx, created.ID, params, predicthealth.IfNoneMatch(patient.ETag))
	fmt.Println(errors.Is(err, predicthealth.ErrNotModified))
	// Output:
	// New 172.5 0 100
	// true
}

// All of them are added, or none; a fault is named with the entry's index.
func ExampleClient_CreatePatientConditionBatch() {
	ctx, api := context.Background(), doctor()
	patient, err := api.CreatePatient(ctx, nora())
	if err != nil {
		panic(err)
	}
	onset := predicthealth.NewDate(2024, time.March, 1)
	var batch predicthealth.ConditionBatchCreate
	for condition, err := range api.ListMedicalConditions(ctx, &predicthealth.ListMedicalConditionsParams{Q: "hypertension"}) {
		if err != nil {
			panic(err)
		}
		batch.Items = append(batch.Items, predicthealth.ConditionCreate{
			Condition: predicthealth.Code{CodeSystem: condition.CodeSystem, Code: condition.Code}, OnsetDate: &onset,
		})
		if len(batch.Items) == 2 {
			break
		}
	}
	added, err := api.CreatePatientConditionBatch(ctx, patient.ID, batch)
	if err != nil {
		panic(err)
	}
	_, err = api.CreatePatientConditionBatch(ctx, patient.ID, batch)
	var refused *predicthealth.Error
	if errors.As(err, &refused) {
		fmt.Println(len(added.Items), "added;", refused.Fields()["/items/1/condition"].Code)
	}
	// Output: 2 added; taken
}

func ExampleClient_ListPatients() {
	ctx, api := context.Background(), doctor()
	found := 0
	for patient, err := range api.ListPatients(ctx, &predicthealth.ListPatientsParams{Limit: 1, Sort: "name"}) {
		if err != nil {
			panic(err)
		}
		if found++; patient.ID == "" || found == 2 {
			break // no further page is read
		}
	}
	fmt.Println(found)
	// Output: 2
}

func ExampleOptional() {
	ctx, api := context.Background(), doctor()
	patient, err := api.CreatePatient(ctx, nora())
	if err != nil {
		panic(err)
	}
	profile, err := api.GetPatientHealthProfile(ctx, patient.ID)
	if err != nil {
		panic(err)
	}
	// What isn't named stays, Null removes.
	change := predicthealth.HealthProfileUpdate{WeightKg: predicthealth.Set(68.0), BloodType: predicthealth.Null[string]()}
	changed, err := api.UpdatePatientHealthProfile(ctx, patient.ID, profile.ETag, change)
	if err != nil {
		panic(err)
	}
	fmt.Println(*changed.HeightCm, *changed.WeightKg, changed.BloodType == nil)

	// The version of before is nobody's any more.
	_, err = api.UpdatePatientHealthProfile(ctx, patient.ID, profile.ETag, change)
	var refused *predicthealth.Error
	fmt.Println(errors.As(err, &refused) && refused.Status == http.StatusPreconditionFailed)
	// Output:
	// 172.5 68 true
	// true
}

func ExampleIfNoneMatch() {
	ctx, api := context.Background(), doctor()
	patient, err := api.CreatePatient(ctx, nora())
	if err != nil {
		panic(err)
	}
	_, err = api.GetPatient(ctx, patient.ID, nil, predicthealth.IfNoneMatch(patient.ETag))
	fmt.Println(errors.Is(err, predicthealth.ErrNotModified))
	// Output: true
}

func ExampleClient_GetDoctorPerformanceCSV() {
	ctx, api := context.Background(), doctor()
	file, err := api.GetDoctorPerformanceCSV(ctx, nil)
	if err != nil {
		panic(err)
	}
	defer func() { _ = file.Close() }()
	text, err := io.ReadAll(file)
	if err != nil {
		panic(err)
	}
	heading, _, _ := strings.Cut(string(text), ",")
	fmt.Println(heading)
	// Output: doctor_id
}
