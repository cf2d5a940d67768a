# Swift takes the drawing of the house (Package.swift) at its word only with this flag.
SWIFT_FLAGS := --explicit-target-dependency-import-check error
SWIFT_CODE := Package.swift Sources Tests scripts/sanitizer

# Tests that all begin at once wait for one another, and some have a limit to hang by.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH ?= 32

.DEFAULT_GOAL := help
# Every target that tells what it is for; `dist` is a folder, too.
.PHONY: $(shell sed -n 's/^\([a-z-]*\):.*\#\# .*/\1/p' $(MAKEFILE_LIST))

help: ## show this
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install what a bare Debian 12 with Swift lacks
	@scripts/setup

build: setup ## build everything
	swift build $(SWIFT_FLAGS)

check: setup ## what must hold before a commit: layers, format, warnings, scripts
	swift format lint --strict --recursive $(SWIFT_CODE)
	shellcheck --external-sources .ci/run $$(grep -rlE '^#( shellcheck shell=|!.*)bash' scripts)
	swift build --build-tests $(SWIFT_FLAGS)

test: setup ## run every test, on a real Docker daemon; the engine's also over TLS
	swift build --build-tests $(SWIFT_FLAGS)
	scripts/build-isso-image >/dev/null
	scripts/install-aiosmtpd
	scripts/with-docker swift test --skip-build $(SWIFT_FLAGS)
	scripts/with-docker --tls swift test --skip-build $(SWIFT_FLAGS) --filter DockerConformance
	scripts/with-docker --mortal swift test --skip-build $(SWIFT_FLAGS) --filter SoakTests

test-podman: setup ## run the engine's tests and the main job on Podman
	@scripts/setup podman
	swift build --build-tests $(SWIFT_FLAGS)
	scripts/build-isso-image >/dev/null
	scripts/with-podman swift test --skip-build $(SWIFT_FLAGS) --filter 'EngineDocker|MainJob'

test-api: setup ## ask the real server all that its OpenAPI document promises, and more
	swift build --build-tests $(SWIFT_FLAGS)
	scripts/build-isso-image >/dev/null
	scripts/test-api

test-deploy: setup ## try the manifests of deploy/ on a real API server, where there is one
	scripts/test-deploy

# Another soak each time, unless SEED says which; what is printed tells how to see one again.
CYCLES ?= 100
SEED ?= $(shell od -An -N4 -tu4 /dev/urandom | tr -d ' ')

soak: setup ## kill Holdfast, containers and the daemon: CYCLES=100 SEED=…
	swift build --build-tests $(SWIFT_FLAGS)
	scripts/build-isso-image >/dev/null
	HOLDFAST_SOAK_CYCLES=$(CYCLES) HOLDFAST_SOAK_SEED=$(SEED) \
		scripts/with-docker --mortal swift test --skip-build $(SWIFT_FLAGS) --filter SoakTests

# Each life meets with other faults than the one before.
LIVES ?= 20

test-faults: setup ## kill Holdfast at each request to a cluster; live under faults: LIVES=20 SEED=…
	swift build --build-tests $(SWIFT_FLAGS)
	HOLDFAST_FAULT_ALL_KILLS=1 HOLDFAST_FAULT_LIVES=$(LIVES) HOLDFAST_FAULT_SEED=$(SEED) \
		swift test --skip-build $(SWIFT_FLAGS) --filter 'Cluster(Kill|Life|Rest)Tests'

EPISODES ?= 1000

sim: setup ## play its code through bad times in a model of the world: EPISODES=1000 SEED=…
	for world in docker kubernetes; do \
		"$$(scripts/build-release holdfast-sim)" run --episodes $(EPISODES) --seed $(SEED) \
			--threads "$$(nproc)" --world "$$world" || exit; \
	done

sim-all: setup ## let each operation go wrong at each of its calls, in each way
	for world in docker kubernetes; do \
		"$$(scripts/build-release holdfast-sim)" exhaustive --pairs --threads "$$(nproc)" \
			--world "$$world" || exit; \
	done

sim-wrongs: setup ## see that it finds every planted bug: EPISODES=3000 SEED=1
	@scripts/sim-wrongs

sanitize: setup ## look for data races: the tests under the thread sanitizer
	@scripts/sanitize

run: setup ## run Holdfast on this machine
	@scripts/run

demo: setup ## in another shell, while it runs: watch it keep a service's data
	@scripts/demo

dist: setup ## one program for any Debian 12, in dist/
	@scripts/dist

test-dist: ## try what is in dist/ on a bare Debian 12 and as an image
	@scripts/setup dist
	@scripts/test-dist

bench: setup ## measure it beside others that do the same; prints a table
	@scripts/setup bench
	@scripts/bench

format: ## put the code into the house's format
	swift format --in-place --recursive $(SWIFT_CODE)

clean: ## remove what was built; leaves the data of `make run` alone
	rm -rf .build* dist
