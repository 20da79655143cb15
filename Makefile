# Two commands do everything: `make build` and `make test`.

PYTHON ?= python3
BIN := .venv/bin
COURSEWRIGHT := $(BIN)/coursewright

.PHONY: build test fmt serve docs pictures locale player bench xsd clean aria gallery

build: ## every course into dist/
	@$(PYTHON) scripts/environment.py build
	@$(COURSEWRIGHT) build

test: ## every test, style, types and coverage
	@$(PYTHON) scripts/environment.py test
	@$(BIN)/python scripts/run_tests.py

serve: ## look at the courses while writing
	@$(PYTHON) scripts/environment.py build
	@$(COURSEWRIGHT) serve

fmt: ## write missing ids, normalise the courses
	@$(COURSEWRIGHT) fmt

bench: ## measure against the floor
	@$(PYTHON) scripts/environment.py test
	@$(BIN)/python -m benchmarks.build

docs: ## write the generated pages of docs/
	@$(BIN)/python -m tests.support.document
	@$(BIN)/python -m tests.support.survival
	@$(BIN)/python -m tests.support.formats

pictures: ## take the pictures of docs/ with Chromium
	@$(PYTHON) scripts/environment.py test
	@$(BIN)/python -m scripts.draw_docs

gallery: ## draw every question in every state into build/gallery/index.html
	@$(PYTHON) scripts/environment.py test
	@$(BIN)/python -m scripts.draw_gallery

locale: ## bring templates/locale/*.po up to date
	@$(BIN)/python -m builder.render.catalogue

aria: ## write tests/fixtures/aria anew: read what changed
	@WRITE_ARIA=1 $(BIN)/python -m pytest tests/browser/access/test_aria.py

player: ## make templates/player/*.min.js from their sources
	@$(PYTHON) scripts/environment.py test
	@$(BIN)/python scripts/minify_player.py

xsd: ## unpack the SCORM schemas for `coursewright build --xsd build/xsd`
	@$(PYTHON) scripts/environment.py test
	@$(BIN)/python scripts/unpack_xsd.py build/xsd

clean:
	rm -rf .venv build tests/npm/node_modules
