# `make help` lists what can be made.
.DEFAULT_GOAL := help
.PHONY: help run test race bench lint generate ci build release

GOLANGCI_LINT := github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0

# What asks one thing after the other has nothing to race with, and takes minutes under the detector: the access matrix and
# its like (api), SQL, generated code. The operations' own packages stay in.
ONE_BY_ONE := /(bench|client|docs|ent|sql)(/|$$)|/api$$

help: ## This list
	@sed -n 's/^\([a-z.]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

run: ## Install what is missing and run the platform with demo data (ARGS="--reset" starts over)
	@scripts/install run
	@go build -o bin/predicthealth .
	@exec bin/predicthealth dev $(ARGS)

test: ## Install what is missing and run every test (ARGS="-run TestX" narrows it down)
	@scripts/install test
	go test $(ARGS) ./...

race: ## The tests again, under the race detector
	@scripts/install test
	@scripts/install race
	CGO_ENABLED=1 go test -race $(ARGS) $$(go list ./... | grep -Ev '$(ONE_BY_ONE)')

bench: ## The benchmarks, with ratios
	@scripts/install run
	go test -run '^$$' -bench . -timeout 30m $(ARGS) ./bench/...

lint: ## golangci-lint, built from source at the first run
	go run $(GOLANGCI_LINT) run

generate: ## Bring the generated code and schema.sql up to date
	go generate ./ent ./client
	go run . migrate schema

release: ## Keep the OpenAPI document that later ones are compared with; make the clients of it
	go test ./api -run TestCompatibleWithTheLastRelease -release
	go generate ./client
	cd client/typescript && npm ci && npm run generate

build: ## bin/predicthealth
	go build -o bin/predicthealth .

ci: ## Everything that must hold before a change is merged
	.ci/run

.env: ## Settings of docker-compose.yml with fresh passwords; an .env that is there stays
	@umask 077 && awk '/PASSWORD=$$/ { $$0 = $$0 made("-hex 24") } /^ENCRYPTION_KEY=$$/ { $$0 = $$0 made("-base64 32") } 1; \
	  function made(how, p) { how = "openssl rand " how; how | getline p; close(how); return p }' .env.example >$@
	@echo "made .env"
