"""What the documents show is so: their commands run, their links lead somewhere, the reference leaves nothing out."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pyarrow as pa
import pytest
from typer.main import get_command

from tawatur.cli import app
from tawatur.languages import Languages, load_languages
from tawatur.report import schemas

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])


def script(name: str) -> ModuleType:
    """One of the scripts that keep the documents true."""
    spec = importlib.util.spec_from_file_location(name, DOCS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


EXAMPLES = script("run_examples")


@pytest.mark.parametrize("page", EXAMPLES.PAGES, ids=lambda page: page.name)
def test_the_commands_of_a_page_run_and_print_what_it_shows(page: Path) -> None:
    assert EXAMPLES.refreshed(page) == page.read_text(encoding="utf-8"), "run `make docs`"


@pytest.mark.parametrize("name", script("build_reference").PAGES)
def test_the_reference_is_fresh(name: str) -> None:
    reference = script("build_reference")
    fresh = reference.MADE + reference.PAGES[name]().rstrip() + "\n"
    assert (DOCS / "reference" / name).read_text(encoding="utf-8") == fresh, "run `make docs`"


def test_the_reference_names_every_command_and_option() -> None:
    page = (DOCS / "reference" / "commands.md").read_text(encoding="utf-8")
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        section = page.split(f"## tawatur {name}\n")[1].split("\n## ")[0]
        assert all(option in section for parameter in command.params for option in parameter.opts if "-" in option)


def test_the_reference_names_every_column_and_format() -> None:
    page = (DOCS / "reference" / "formats.md").read_text(encoding="utf-8")
    tables = [schema for schema in vars(schemas).values() if isinstance(schema, pa.Schema)]
    assert len(tables) >= 2
    assert all(f"| `{column}` |" in page for schema in tables for column in schema.names)
    guide = (DOCS / "guide" / "exports.md").read_text(encoding="utf-8")
    assert all(f"--to {to}" in guide for to in ("jsonl", "csv", "parquet", "geojson"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", text) + re.findall(r'href="([^"#:]+)"', text)
    assert [target for target in targets if not (page.parent / target).exists()] == []


def pack_of(guide: str, folder: Path) -> Languages:
    """The tables, with the pack that a page of the guide shows."""
    (example,) = re.findall(r"```yaml\n(.*?)```", (DOCS / "guide" / guide).read_text(encoding="utf-8"), re.DOTALL)
    pack = folder / "pack.yaml"
    pack.write_text(example, encoding="utf-8")
    return load_languages((pack,))


def test_the_pack_that_the_guide_shows_is_one(tmp_path: Path) -> None:
    known = {outlet.name for outlet in pack_of("packs.md", tmp_path).outlets}
    assert {"The Harbour Lamp", "Quay Wire"} <= known


def test_the_pack_of_words_that_the_guide_shows_is_one(tmp_path: Path) -> None:
    known = pack_of("statements.md", tmp_path)
    assert "foghorn" in {words for entry in known.speech for words in entry.words("words")}
    assert "نقابة مرشدي المضيق" in {body.name_ar for body in known.bodies}


def test_the_pack_of_places_that_the_guide_shows_is_one(tmp_path: Path) -> None:
    assert "lamp-gas-plant" in {place.id for place in pack_of("places.md", tmp_path).places}


def test_the_guide_names_every_data_file() -> None:
    guide = (DOCS / "guide" / "packs.md").read_text(encoding="utf-8")
    folder = ROOT / "src" / "tawatur" / "languages"
    names = {
        path.name for lang in ("ar", "en") for path in (folder / lang).iterdir() if path.suffix in {".yaml", ".tsv"}
    }
    assert {name for name in names if f"`{name}`" not in guide} == set()


def test_every_design_note_is_listed() -> None:
    notes = {path.name for path in (DOCS / "design").glob("0*.md")}
    listed = set(re.findall(r"\((0\d{3}-[a-z-]+\.md)\)", (DOCS / "design" / "README.md").read_text(encoding="utf-8")))
    assert notes <= listed
