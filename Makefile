# What can be done here; `make help` lists it.

TOOL = .build/release/chatevents
ENVIRONMENT = .build/venv
PYTHON = $(ENVIRONMENT)/bin/python3

help:  ## List the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

build:  ## Build the tool as users run it
	swift build -c release

environment:  ## Install the Python packages of Tests/requirements.txt in .build, unless they are there
	@python3 Tests/environment.py $(ENVIRONMENT)

test: build environment  ## Run all tests: fixtures and generated input against the oracle, then the Swift tests
	$(TOOL) check Fixtures
	python3 Packaging/manual.py --tool $(TOOL) --check
	$(PYTHON) Tests/Oracle/checks/every.py --tool $(TOOL)
	swift test

check: lint house test  ## Everything that must pass before a commit: lint, the house, all tests

lint: environment  ## Check the layout of the Swift code, the words that users read, and what pages refer to
	swift format lint --strict --parallel --recursive Package.swift Sources Tests
	$(PYTHON) Tests/House/words.py
	$(PYTHON) Tests/House/documents.py

house:  ## Compare the rooms of the sources with the drawing in Docs/design.md
	python3 Tests/House/house.py

format:  ## Lay out the Swift code
	swift format --in-place --parallel --recursive Package.swift Sources Tests

fixtures: environment  ## Write the expected events of the fixtures anew, by the oracle; read the diff
	$(PYTHON) Tests/Oracle/checks/golden.py --update

docs: build  ## Write the generated documents anew: mapping pages, names of the JavaScript API, diagnostics, manual pages
	mkdir -p Docs/mappings
	set -e; routes=$$($(TOOL) explain); printf '%s\n' "$$routes" | while read -r from arrow to rest; do \
	  $(TOOL) explain --from $$from --to $${to%:} --markdown > Docs/mappings/$$from-to-$${to%:}.md; done
	$(TOOL) api --markdown > Docs/olark-javascript-api-names.md
	$(TOOL) explain --codes --markdown > Docs/diagnostics.md
	python3 Packaging/manual.py --tool $(TOOL)

bench: build environment  ## Measure speed and memory beside simdjson, orjson, jq and Node, and check the floors
	$(PYTHON) Tests/Benchmarks/bench.py --tool $(TOOL) --json .build/bench.json

bench-plot: environment  ## Write what make bench measured into Docs: the tables of performance.md, and speed.svg for the README
	$(PYTHON) Tests/Benchmarks/figures.py .build/bench.json Docs/performance.md
	$(PYTHON) Tests/Benchmarks/plot.py .build/bench.json Docs/speed.svg

bench-smoke: build environment  ## The same on a little input, to see that it runs
	$(PYTHON) Tests/Benchmarks/bench.py --tool $(TOOL) --smoke

fuzz: build environment  ## Run libFuzzer for FUZZ_SECONDS, the oracle for as long, and sources cut into pieces
	$(FUZZ_BUILD) -c release
	$(PYTHON) Tests/Fuzz/fuzz.py --program .build/fuzz/release/Fuzz --seconds $(FUZZ_SECONDS)
	$(PYTHON) Tests/Oracle/checks/every.py --tool $(TOOL) --fuzz --seconds $(FUZZ_SECONDS)
	CHATEVENTS_RUNS=$(FUZZ_RUNS) swift test --filter AnyPiecesTests

fuzz-smoke: build environment  ## Both for a minute, side by side
	$(FUZZ_BUILD)
	$(PYTHON) Tests/Fuzz/fuzz.py --program .build/fuzz/debug/Fuzz --seconds 60 --jobs 1 > .build/fuzz/smoke.log 2>&1 & fuzz=$$!; \
	  status=0; $(PYTHON) Tests/Oracle/checks/every.py --tool $(TOOL) --seconds 60 --jobs 1 || status=1; \
	  wait $$fuzz || status=1; cat .build/fuzz/smoke.log; exit $$status

FUZZ_SECONDS ?= 1800
FUZZ_RUNS ?= 10000

# The program is in the package only if the variable is set, since the option of the compiler is for all that is built.
FUZZ_BUILD = CHATEVENTS_FUZZ=1 swift build --product Fuzz --scratch-path .build/fuzz --sanitize=address --sanitize=fuzzer $(LINKER)

# GNU's linkers fail on what both options make of a Swift program.
LINKER = $(if $(filter Darwin,$(shell uname)),,-Xswiftc -use-ld=lld)

check-sanitized:  ## Run the golden cases under the address and thread sanitizers, and the tests of several jobs under the latter
	swift build --product chatevents --scratch-path .build/address --sanitize=address $(LINKER)
	ASAN_OPTIONS=detect_leaks=0 .build/address/debug/chatevents check Fixtures
	swift build --product chatevents --scratch-path .build/thread --sanitize=thread $(LINKER)
	.build/thread/debug/chatevents check Fixtures
	swift test --scratch-path .build/thread --sanitize=thread $(LINKER) --filter '$(JOB_TESTS)'

# The tests that run several jobs.
JOB_TESTS = OrderedRunTests|ManyInputsTests|MemberOptionTests|PlanOptionTests|ExportTests|ErasureProofTests|SelectorTests|RewriteTests

privacy-report: build  ## Measure how much personal data is found in free text, beside Presidio and phonenumbers
	@python3 Tests/environment.py .build/privacy-venv privacy-requirements.txt
	.build/privacy-venv/bin/python3 Tests/Oracle/checks/privacy_report.py --tool $(TOOL)

scale: build  ## Run Docs/scale.md: many jobs, Spark (Java 17) and DuckDB compared with one local run; measure what a GB costs
	@python3 Tests/environment.py .build/scale-venv scale-requirements.txt
	.build/scale-venv/bin/python3 Tests/Scale/scale.py --tool $(TOOL)

mutants: environment  ## Break the sources in some hundred ways, one at a time, and see that a test turns red
	$(PYTHON) Tests/Oracle/checks/mutants.py

growth: build  ## Read hostile input of all kinds, and twice as much: the time must not grow faster, and memory is bounded
	python3 Tests/Benchmarks/growth.py --tool $(TOOL)
	python3 Tests/Benchmarks/memory.py --tool $(TOOL) --limit 4

faults: build  ## Have each call of the system fail once in small runs of every command, and send signals at any time (Linux)
	python3 Tests/Faults/faults.py --tool $(TOOL)

api-docs: build  ## Write the documentation of the library's modules into .build/api-docs, by the toolchain's DocC
	Packaging/api-docs.sh .build/api-docs

workflows:  ## Check the workflows, the action and the hooks with zizmor
	@python3 Tests/environment.py .build/workflow-venv workflow-requirements.txt
	.build/workflow-venv/bin/zizmor --offline .

screens: build  ## Write the screens of the first minute at 80 and 40 columns into Docs/images, recorded with tmux
	python3 Packaging/screens.py --tool $(TOOL)

check-package: workflows dist  ## Try the archive in an empty Debian, the manual pages, and the screens (Linux, as root)
	python3 Packaging/screens.py --tool .build/static/release/chatevents --check
	Tests/package.sh .build/package $(DIST)

install:  ## Build the tool with Swift's libraries inside, and install it with pages and completions: PREFIX, DESTDIR
	$(RELEASE) --scratch-path .build/install $(STATIC)
	SCRATCH=.build/install Packaging/lay-out.sh .build/install/release/chatevents $(DESTDIR)$(PREFIX)

uninstall:  ## Remove what make install has installed: PREFIX, DESTDIR
	Packaging/lay-out.sh --remove $(DESTDIR)$(PREFIX)

dist:  ## Make the archive of a release in .build/dist: a static executable, pages, completions, licences (Linux)
	$(RELEASE) --scratch-path .build/static --static-swift-stdlib -Xswiftc -static-executable
	SCRATCH=.build/static LINKED=static Packaging/dist.sh .build/static/release/chatevents .build/dist

# A Mac has Swift's libraries; elsewhere the tool starts faster with its own, and needs no Swift.
STATIC = $(if $(filter Darwin,$(shell uname)),,--static-swift-stdlib)

# What users get: with its revision, and without the errors that warnings are elsewhere.
RELEASE = CHATEVENTS_STRICT= CHATEVENTS_REVISION=$(REVISION) swift build -c release --product chatevents
REVISION = $(shell git describe --always --dirty --abbrev=12 --exclude='*' 2>/dev/null)
VERSION = $(shell sed -n 's/.* current = "\(.*\)"/\1/p' Sources/ChatEvents/Identifiers/ChatEventsVersion.swift)
DIST = .build/dist/chatevents-$(VERSION)-linux-$(shell uname -m).tar.xz

PREFIX ?= /usr/local
DESTDIR ?=

# Warnings are errors here, and in no build by hand.
export CHATEVENTS_STRICT = 1

.PHONY: help house build environment test check lint format fixtures docs bench bench-plot bench-smoke fuzz fuzz-smoke check-sanitized privacy-report growth scale mutants faults api-docs workflows screens check-package install uninstall dist
