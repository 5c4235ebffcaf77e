# `make help` lists what can be made.
.DEFAULT_GOAL := help
.PHONY: help run test race rest bench lint words generate clients generators walk ci build release atlas

GOLANGCI_LINT := github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0

# A clone in another folder finds in Go's cache what was compiled in this one.
export GOFLAGS := $(filter-out -trimpath,$(GOFLAGS)) -trimpath

# The hashing of passwords has no goroutines and takes ten times as long under the detector.
RACE := -race -gcflags=golang.org/x/crypto/bcrypt=-race=false -gcflags=golang.org/x/crypto/blowfish=-race=false

# What is run under the race detector: what has goroutines of its own, and api/fuzz, which asks every operation beside the
# background work. The other tests ask one thing after the other, and take minutes under the detector.
RACING := ./internal/cache ./internal/database ./internal/devstack/... ./internal/mail/... ./internal/ratelimit \
  ./internal/telemetry ./internal/testenv/... ./service ./service/audit ./service/auth ./service/catalog \
  ./service/dataset/... ./service/mail ./service/page ./service/throttle ./service/worker \
  ./api/authentication ./api/endpoint ./api/fuzz ./api/importjobs

help: ## This list
	@sed -n 's/^\([a-z.]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

run: ## Install what is missing and run the platform with demo data (ARGS="--reset" starts over)
	@scripts/install run
	@go build -o bin/predicthealth .
	@exec bin/predicthealth dev $(ARGS)

test: ## Install what is missing and run every test (ARGS="-run TestX" narrows it down)
	@scripts/install test
	go test -timeout 30m $(ARGS) ./...

race: ## The tests of what happens at the same time, under the race detector
	@scripts/install test
	@scripts/install race
	CGO_ENABLED=1 go test $(RACE) -vet=off -timeout 30m $(ARGS) $(RACING)

rest: ## The tests that `make race` doesn't run: after both, every test has run once
	@scripts/install test
	go test -timeout 30m $(ARGS) $$(go list ./... | grep -vxF "$$(go list $(RACING))")

bench: ## The benchmarks, with ratios
	@scripts/install run
	go test -run '^$$' -bench . -timeout 30m $(ARGS) ./bench/...

lint: ## golangci-lint, built from source at the first run
	go run $(GOLANGCI_LINT) run
	cd client/go && go run $(GOLANGCI_LINT) run

words: ## Refuse the phrases of .ci/refused-phrases in all that people read
	@scripts/words

generate: ## Bring the generated code and schema.sql up to date
	go generate ./ent
	go run ./cmd/migrate schema

clients: ## Generate the Go and TypeScript clients from the OpenAPI document of this tree
	@mkdir -p bin
	go run . openapi >bin/openapi.json
	go run ./client/generate bin/openapi.json client/go
	npm --prefix client/typescript --silent ci
	npm --prefix client/typescript --silent run generate

generators: ## What linters, other generators and Postman make of the OpenAPI document: without warnings, and it works
	@scripts/install test
	go test -count=1 -tags generators -run TestGenerators -timeout 30m ./client

walk: ## Follow the guides to the letter, each in a copy of the tree: their edits, their commands, their tests
	@scripts/install test
	scripts/walk docs/adding-a-field.md
	scripts/walk docs/adding-an-entity.md

release: ## Keep the OpenAPI document that later ones are compared with
	go test ./api -run TestCompatibleWithTheLastRelease -release

atlas: ## The workflow's steps of Atlas (ATLAS=path DEV_SERVER=postgres://user:password@host:port)
	@scripts/atlas "$(ATLAS)" "$(DEV_SERVER)"

build: ## bin/predicthealth
	go build -o bin/predicthealth .

ci: ## Everything that must hold before a change is merged
	.ci/run

.env: ## Settings of docker-compose.yml with fresh passwords; an .env that is there stays
	@umask 077 && awk '/PASSWORD=$$/ { $$0 = $$0 made("-hex 24") } /^ENCRYPTION_KEY=$$/ { $$0 = $$0 made("-base64 32") } 1; \
	  function made(how, p) { how = "openssl rand " how; how | getline p; close(how); return p }' .env.example >$@
	@echo "made .env"
