"""Write docs/reference from what the program itself says: --help, signatures, schemas, options and errors.

python docs/build_reference.py            write the pages
python docs/build_reference.py --check    say which page is stale, and fail
"""

from __future__ import annotations

import dataclasses
import inspect
import re
import sys
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from types import ModuleType
from typing import Any

import pyarrow as pa
from typer.main import get_command
from typer.testing import CliRunner

import tawatur.case
import tawatur.errors
import tawatur.model
import tawatur.reader
import tawatur.report.schemas
from tawatur.cli.app import app
from tawatur.model.columns import unit_of
from tawatur.read.options import ReadOptions
from tawatur.report.place_index import PlaceEntry
from tawatur.report.statement_lines import SpeakerLine

HERE = Path(__file__).resolve().parent / "reference"
MADE = "<!-- Written by docs/build_reference.py; change the program, not this page. -->\n\n"


_TABLE_NAMES = {
    "PAGE_SCHEMA": "pages",
    "POST_SCHEMA": "posts",
    "STATEMENT_SCHEMA": "statements",
    "SPEAKER_SCHEMA": "speakers",
    "PLACE_SCHEMA": "places",
    "REUSE_SCHEMA": "reuse",
    "CHAIN_SCHEMA": "chains",
}


def commands() -> dict[str, str]:
    """Every command and its help, as a terminal of 88 columns shows it; the program itself under ""."""
    runner = CliRunner(env={"COLUMNS": "88", "NO_COLOR": "1"})
    names = ["", *get_command(app).list_commands(None)]  # type: ignore[attr-defined,arg-type]
    return {
        name: runner.invoke(app, [*filter(None, [name]), "--help"], prog_name="tawatur").stdout.strip()
        for name in names
    }


def command_page() -> str:
    """The command line."""
    parts = ["# Commands\n\nExit code 0: done; 1: done, with failures; 2: wrong use; 130: stopped by Ctrl-C.\n"]
    for name, text in commands().items():
        parts.append(f"## tawatur {name}".rstrip() + f"\n\n```text\n{text}\n```\n")
    return "\n".join(parts)


def library_page() -> str:
    """What `import tawatur` gives."""
    parts = ["# Library\n\n" + fenced(paragraphs(tawatur.case))]
    for call in (tawatur.reader.read, tawatur.case.open):
        parts.append(callable_entry(f"tawatur.{call.__name__}", call, "##"))
    for kind in (
        tawatur.case.Case,
        tawatur.case.Posts,
        tawatur.case.CasePost,
        tawatur.case.Hits,
        tawatur.case.CaseHit,
        tawatur.case.CaseStatement,
        tawatur.case.CasePlace,
        tawatur.case.CaseReuse,
        tawatur.case.CaseChain,
        tawatur.case.CaseLink,
        tawatur.case.CaseOrigins,
        tawatur.case.OriginGroup,
    ):
        parts.append(class_entry(kind))
    for kind in (SpeakerLine, PlaceEntry):
        parts.append(dataclass_entry(kind))
    parts.append("# What may be chosen while reading\n")
    parts.append(dataclass_entry(ReadOptions))
    parts.append(
        "# The nouns\n\nFrozen dataclasses in `tawatur.model`. Spans are code points, from 0, end exclusive.\n"
    )
    for name in tawatur.model.__all__:
        noun = getattr(tawatur.model, name)
        parts.append(dataclass_entry(noun) if dataclasses.is_dataclass(noun) else "")
    return "\n".join(filter(None, parts))


def format_page() -> str:
    """Every table that an export writes, and every column."""
    parts = ["# Export formats\n", paragraphs(tawatur.report.schemas), ""]
    for name, schema in vars(tawatur.report.schemas).items():
        if isinstance(schema, pa.Schema):
            parts += schema_tables(_TABLE_NAMES[name], schema)
    return "\n".join(parts)


def schema_tables(name: str, schema: pa.Schema | pa.StructType) -> Iterator[str]:
    """A table of columns for `schema`, and one for each list of records inside it."""
    yield f"## {name}\n\n{schema_table(schema)}"
    for field in schema:
        if pa.types.is_list(field.type) and pa.types.is_struct(field.type.value_type):
            yield from schema_tables(f"{name}: one of `{field.name}`", field.type.value_type)
        elif pa.types.is_struct(field.type):
            yield from schema_tables(f"{name}: `{field.name}`", field.type)


def schema_table(schema: pa.Schema | pa.StructType) -> str:
    """A schema as a table of columns, types, units."""
    rows = [f"| `{f.name}` | {kind_of(f)} | {cell(unit_of(f))} |" for f in schema]
    return "| column | type | what it holds |\n|---|---|---|\n" + "\n".join(rows) + "\n"


def kind_of(field: pa.Field) -> str:
    """The type of a column in a word, and whether it may be null."""
    kind = "list" if pa.types.is_list(field.type) else "integer" if pa.types.is_integer(field.type) else str(field.type)
    return f"{kind} or null" if field.nullable and kind != "list" else kind


def case_page() -> str:
    """The tables of a case file."""
    steps = files("tawatur.store") / "migrations"
    parts = ["# The case file\n\nA case is one SQLite file. These steps, in order, make its tables.\n"]
    for step in sorted((s for s in steps.iterdir() if s.name.endswith(".sql")), key=lambda s: s.name):
        parts.append(f"## {step.name}\n\n```sql\n{step.read_text(encoding='utf-8').strip()}\n```\n")
    return "\n".join(parts)


def error_page() -> str:
    """The family of errors."""
    return "# Errors\n\n" + fenced(paragraphs(tawatur.errors))


PAGES: dict[str, Callable[[], str]] = {
    "commands.md": command_page,
    "library.md": library_page,
    "formats.md": format_page,
    "case.md": case_page,
    "errors.md": error_page,
}


def class_entry(kind: type) -> str:
    """A class with its public methods and properties."""
    parts = [f"## tawatur.{kind.__name__}\n\n{paragraphs(kind)}\n"]
    for name, member in members(kind):
        if isinstance(member, property):
            parts.append(f"**`.{name}`**: {one_line(member)}\n")
        else:
            parts.append(callable_entry(f".{name}", member, "###"))
    return "\n".join(parts)


def members(kind: type) -> Iterator[tuple[str, Any]]:
    """Public members that `kind` itself defines, in the order of its source."""
    for name, member in vars(kind).items():
        plain = member.__func__ if isinstance(member, classmethod | staticmethod) else member
        if not name.startswith("_") and (isinstance(plain, property) or inspect.isfunction(plain)):
            yield name, plain


def callable_entry(name: str, call: Callable[..., Any], level: str) -> str:
    """A function: its signature and its docstring."""
    signature = re.sub(r"\(self(, )?", "(", str(inspect.signature(call)))
    signature = re.sub(r"(: |-> )'([^']*)'", r"\1\2", signature)  # annotations, which are kept as text
    if len(signature) > 80:
        signature = re.sub(r"(?<=[(,]) ?(?=\*|\w+:)", "\n    ", signature).replace(") ->", ",\n) ->")
    return f"{level} {name}\n\n```python\n{name.lstrip('.')}{signature}\n```\n\n{fenced(paragraphs(call))}"


def dataclass_entry(kind: Any) -> str:
    """A dataclass: its fields with types, and the notes that stand under them in the source."""
    source = inspect.getsource(kind)
    rows = []
    for field in dataclasses.fields(kind):
        note = re.search(rf'^    {field.name}: .*\n    """((?:.|\n)*?)"""$', source, re.MULTILINE)
        default = "" if field.default is dataclasses.MISSING else f"`{field.default!r}`"
        rows.append(
            f"| `{field.name}` | `{cell(str(field.type))}` | {default} | {cell(note.group(1)) if note else ''} |"
        )
    table = "| field | type | default | |\n|---|---|---|---|\n" + "\n".join(rows)
    return f"## {kind.__name__}\n\n{paragraphs(kind)}\n\n{table}\n"


def paragraphs(thing: ModuleType | type | Callable[..., Any]) -> str:
    """The docstring of `thing`, its indentation taken off."""
    return inspect.cleandoc(thing.__doc__ or "")


def one_line(thing: Any) -> str:
    """The docstring of `thing` on one line."""
    return " ".join(inspect.cleandoc(thing.__doc__ or "").split())


def fenced(text: str) -> str:
    """Docstring text whose layout matters (trees, Args) as a block of its own."""
    return f"```text\n{text}\n```\n" if "\n" in text else f"{text}\n"


def cell(text: str) -> str:
    """`text` for one cell of a table."""
    return " ".join(text.split()).replace("|", "\\|")


def main() -> int:
    """Write or check every page; the number of stale pages in check mode."""
    stale = []
    for name, build in PAGES.items():
        path, text = HERE / name, MADE + build().rstrip() + "\n"
        if "--check" not in sys.argv:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
    if stale:
        sys.stderr.write(f"stale in docs/reference: {', '.join(stale)}. Run `make docs`.\n")
    return len(stale)


if __name__ == "__main__":
    sys.exit(main())
