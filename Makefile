# What can be done here; `make help` lists it.

TOOL = .build/release/chatevents

help:  ## List the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

build:  ## Build the tool as users run it
	swift build -c release

test: build  ## Run all tests: fixtures and generated input against the oracle, then the Swift tests
	python3 Tests/Oracle/compare.py --tool $(TOOL) --self-test
	$(TOOL) check Fixtures
	python3 Tests/Oracle/golden.py --check
	python3 Tests/Oracle/planted.py --self-test
	python3 Tests/Oracle/compare.py --tool $(TOOL) --cases 200
	python3 Tests/Oracle/compare.py --tool $(TOOL) --cases 2000 --only records
	python3 Tests/Oracle/roundtrip.py --tool $(TOOL)
	python3 Tests/Oracle/posted_twice.py --tool $(TOOL) --cases 400
	python3 Tests/Oracle/jobs.py --tool $(TOOL) --size 4
	python3 Tests/Oracle/vectors.py --tool $(TOOL)
	python3 Tests/Oracle/javascript.py --tool $(TOOL)
	python3 Tests/Oracle/batch_bodies.py --tool $(TOOL) --cases 20
	python3 Tests/Oracle/schema.py --tool $(TOOL)
	python3 Tests/Oracle/validation.py --tool $(TOOL) --cases 600
	python3 Tests/Oracle/reports.py --tool $(TOOL)
	python3 Tests/Oracle/redaction.py --tool $(TOOL)
	python3 Tests/Oracle/export.py --tool $(TOOL) --cases 100
	swift test

check: lint test  ## Everything that must pass before a commit: lint and all tests

lint:  ## Check the layout of the Swift code
	swift format lint --strict --parallel --recursive Package.swift Sources Tests

format:  ## Lay out the Swift code
	swift format --in-place --parallel --recursive Package.swift Sources Tests

fixtures:  ## Write the expected events of the fixtures anew, by the oracle; read the diff
	python3 Tests/Oracle/golden.py --update

docs: build  ## Write the generated documents anew: mapping pages, names of the JavaScript API, diagnostics, man page
	mkdir -p Docs/mappings
	$(TOOL) explain | while read -r from arrow to rest; do \
	  $(TOOL) explain --from $$from --to $${to%:} --markdown > Docs/mappings/$$from-to-$${to%:}.md; done
	$(TOOL) api --markdown > Docs/olark-javascript-api-names.md
	$(TOOL) explain --codes --markdown > Docs/diagnostics.md
	swift package --allow-writing-to-package-directory generate-manual --output-directory Docs

bench: build  ## Measure speed and memory beside the same work in Python
	python3 Tests/Benchmarks/bench.py --tool $(TOOL)
	python3 Tests/Benchmarks/bench.py --tool $(TOOL) --route olark-personal:redacted --size 400 --rounds 3
	python3 Tests/Benchmarks/bench.py --tool $(TOOL) --jobs --size 200
	python3 Tests/Benchmarks/bench.py --tool $(TOOL) --memory

bench-smoke: build  ## The same on a little input, to see that it runs
	python3 Tests/Benchmarks/bench.py --tool $(TOOL) --smoke

fuzz: build  ## The same as the tests, on much more generated and broken input
	python3 Tests/Oracle/compare.py --tool $(TOOL) --cases 50000
	python3 Tests/Oracle/roundtrip.py --tool $(TOOL) --cases 100000
	python3 Tests/Oracle/posted_twice.py --tool $(TOOL) --cases 50000
	python3 Tests/Oracle/jobs.py --tool $(TOOL) --size 100
	python3 Tests/Oracle/javascript.py --tool $(TOOL) --cases 50000
	python3 Tests/Oracle/batch_bodies.py --tool $(TOOL) --cases 2000
	python3 Tests/Oracle/schema.py --tool $(TOOL) --cases 20000
	python3 Tests/Oracle/validation.py --tool $(TOOL) --cases 20000
	python3 Tests/Oracle/reports.py --tool $(TOOL) --cases 2000
	python3 Tests/Oracle/redaction.py --tool $(TOOL) --cases 20000
	python3 Tests/Oracle/export.py --tool $(TOOL) --cases 5000

privacy-report: build  ## Measure how much personal data is found in free text (needs the package phonenumbers)
	python3 Tests/Oracle/privacy_report.py --tool $(TOOL)

mutants:  ## Break the sources in some hundred ways, one at a time, and see that a test turns red
	python3 Tests/Oracle/mutants.py

install: build  ## Copy the tool to PREFIX/bin
	install -d $(PREFIX)/bin && install $(TOOL) $(PREFIX)/bin/chatevents

PREFIX ?= /usr/local

.PHONY: help build test check lint format fixtures docs bench bench-smoke fuzz privacy-report mutants install
