# make lists the targets. "make demo" and "make test" need only Go.

GO          ?= go
STATICCHECK ?= honnef.co/go/tools/cmd/staticcheck@v0.8.2
SHARED      ?= ../shared
NOTICE      ?= testdata/notices/lost-marks.txt
FUZZTIME    ?= 5s
BENCH       ?= .
BENCHTIME   ?= 0.3s
COUNT       ?= 1
MUTATED     ?= testdata
MUTATIONS   ?= 1000
READS       ?= 10000
CATALOGUED  ?= 20000
BEAMED      ?= 10000
PREFIX      ?= /usr/local
PLATFORMS   ?=
GOVULNCHECK ?= golang.org/x/vuln/cmd/govulncheck@latest

# The release is the tag, where git knows one; else the Go tool's own record serves.
RELEASE := $(shell git describe --tags --dirty 2>/dev/null)
LDFLAGS := -s -w $(if $(RELEASE),-X main.release=$(RELEASE))

.PHONY: help build windows docs install demo test lint score bench fuzz mutate leaks catalogue beam beam-test e2e release reproduce notice audit accuracy clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

build: ## build bin/policyx and bin/policyx-catalog
	@mkdir -p bin
	$(GO) build -trimpath -ldflags '$(LDFLAGS)' -o bin/policyx ./cmd/policyx
	$(GO) build -trimpath -tags sqlite -ldflags '$(LDFLAGS)' -o bin/policyx-catalog ./cmd/policyx

windows: ## the programs for Windows and the script to drop files on, to bin/windows
	@mkdir -p bin/windows
	GOOS=windows GOARCH=amd64 $(GO) build -trimpath -ldflags '$(LDFLAGS)' -o bin/windows/policyx.exe ./cmd/policyx
	GOOS=windows GOARCH=amd64 $(GO) build -trimpath -tags sqlite -ldflags '$(LDFLAGS)' -o bin/windows/policyx-catalog.exe ./cmd/policyx
	@awk '{printf "%s\r\n", $$0}' cmd/policyx/windows/policyx-check.cmd > bin/windows/policyx-check.cmd

docs: build ## man pages and shell completions, to bin/share
	@rm -rf bin/share
	bin/policyx manual bin/share

install: docs ## install the programs, man pages and completions (PREFIX=/usr/local, DESTDIR=)
	@install -d '$(DESTDIR)$(PREFIX)/bin'
	@install -m 755 bin/policyx bin/policyx-catalog '$(DESTDIR)$(PREFIX)/bin'
	@cd bin/share && find . -type f | while read -r file; do \
		install -d "$(DESTDIR)$(PREFIX)/share/$${file%/*}" && \
		install -m 644 "$$file" "$(DESTDIR)$(PREFIX)/share/$$file" || exit 1; \
	done

accuracy: ## measure docs/accuracy.md again, on ../shared too where it is there
	$(GO) test -count=1 -run "^TestAccuracy$$" ./cmd/policyx -update

demo: build ## extract a notice of testdata and print the YAML (NOTICE=FILE for another)
	bin/policyx extract $(NOTICE)

test: ## run every test
	$(GO) test ./...

lint: ## gofmt, vet, staticcheck
	@files=$$(gofmt -l .); if [ -n "$$files" ]; then echo "gofmt: not formatted:"; echo "$$files"; exit 1; fi
	$(GO) vet ./...
	$(GO) run $(STATICCHECK) ./...

score: build ## measure accuracy on the real notices in ../shared (NAMES='wuhu litong' for some)
	@test -d $(SHARED) || { echo "score: $(SHARED) is missing: the real notices are not part of the project"; exit 1; }
	$(SHARED)/tools/score.py --bin bin/policyx $(NAMES)

bench: ## benchmarks on one core, with MB/s (BENCH=REGEXP for some; COUNT=10 for benchstat)
	$(GO) test -run '^$$' -bench '$(BENCH)' -benchmem -benchtime $(BENCHTIME) -count $(COUNT) -cpu 1 ./...

fuzz: ## run every fuzz target for FUZZTIME (5s)
	@set -e; for pkg in $$($(GO) list ./...); do \
		for target in $$($(GO) test -list '^Fuzz' $$pkg | grep '^Fuzz' || true); do \
			echo "== $$pkg $$target"; \
			$(GO) test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x $$pkg; \
		done; \
	done

mutate: ## damage each text of MUTATED (testdata) MUTATIONS times (1000), files with parts less, and read them
	$(GO) test -count=1 -timeout 24h -run '^TestMutations$$' -v ./cmd/policyx -mutations $(MUTATIONS) -mutated '$(abspath $(MUTATED))'

leaks: ## read the same notices READS (10000) times in one process and hold that nothing is kept
	$(GO) test -count=1 -timeout 24h -run '^TestLeaks$$' -v ./cmd/policyx -reads $(READS)

catalogue: ## index CATALOGUED (20000) notices made from testdata, and again with the program killed ten times
	$(GO) test -count=1 -timeout 24h -run '^TestCatalogueKilled$$' -v ./cmd/policyx -catalogued $(CATALOGUED)

beam: ## build bin/policyx-beam, the pipeline for clusters
	cd cmd/policyx-beam && $(GO) build -trimpath -o '$(CURDIR)/bin/policyx-beam' .

beam-test: ## run the pipeline on BEAMED (10000) notices made from testdata, one of which panics, and compare it with policyx extract
	cd cmd/policyx-beam && $(GO) test -count=1 -timeout 24h -v . -notices $(BEAMED)

e2e: ## drive the review page in a real browser (needs Chromium, CHROMIUM=PROGRAM for another, and npm)
	cd cmd/policyx/e2e && npm install --no-package-lock --no-audit --no-fund && $(GO) test -count=1 -timeout 30m ./...

release: ## archives, packages, bills of materials and checksums of all platforms, to dist (PLATFORMS=linux/amd64,... for some)
	cd cmd/policyx/release && $(GO) run . -root '$(CURDIR)' -o '$(CURDIR)/dist' -only '$(PLATFORMS)' \
		-version "$$(git describe --tags --dirty 2>/dev/null || git log -1 --format=0.0.0-%cd.%h --date=format:%Y%m%d)" \
		-date "$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct)}"

reproduce: ## make the release of this commit again from a clone elsewhere with nothing built before, and compare it with dist
	@set -e; work=$$(mktemp -d); trap 'chmod -R u+w "$$work"; rm -rf "$$work"' EXIT; \
	git clone --quiet . "$$work/clone"; \
	GOCACHE="$$work/cache" $(MAKE) --no-print-directory -C "$$work/clone" release; \
	cmp dist/SHA256SUMS "$$work/clone/dist/SHA256SUMS" && echo "reproduce: the same bytes"

notice: ## write the licences of all that is linked in to NOTICE
	cd cmd/policyx/release && $(GO) run . -root '$(CURDIR)' -notice

audit: ## check the modules against go.sum, and for known vulnerabilities (fetches their list: needs the network)
	$(GO) mod verify
	$(GO) run $(GOVULNCHECK) ./...

clean: ## remove what was built
	rm -rf bin dist
