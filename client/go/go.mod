module github.com/predicthealth/predicthealth/client/go

go 1.24.0
