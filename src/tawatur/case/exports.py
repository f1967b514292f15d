"""A case as files and tables: which writer does which format, and where each table has its lines from."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pyarrow as pa

from tawatur.errors import UsageError
from tawatur.model import Reading
from tawatur.report.csv import write_csv
from tawatur.report.files import export_to, whole_text
from tawatur.report.geojson import write_geojson
from tawatur.report.jsonl import LINE_ENDS, write_jsonl
from tawatur.report.parquet import arrow_table, write_parquet
from tawatur.report.reuse_files import chains_table, reuse_table, write_reuse
from tawatur.report.reuse_lines import Line, chain_line, reuse_lines
from tawatur.report.statement_lines import SpeakerLine, Spoken, speaker_lines
from tawatur.report.story_files import claims_table, stories_table, write_stories
from tawatur.report.story_lines import claim_line, story_line
from tawatur.report.tables import TABLES, Speakers
from tawatur.store import CaseStore

_WRITERS: dict[str, Callable[[Iterable[Reading], Path, Speakers], list[Path]]] = {
    "jsonl": write_jsonl,
    "csv": write_csv,
    "parquet": write_parquet,
}
_OF_PAGES = {table.name: table for table in TABLES}
_OF_CASE: dict[str, tuple[Callable[[CaseStore], Iterable[Line]], Callable[[Iterable[Line]], pa.Table]]]
FORMATS = (*_WRITERS, "geojson")


def export_case(store: CaseStore, out: Path, to: str) -> list[Path]:
    """Write what the case holds into the folder `out`; gives the paths.

    Raises: UsageError for an unknown format, ExportError where the files cannot be written.
    """
    if to == "geojson":
        return write_geojson(store.readings(), out)
    if to not in _WRITERS:
        raise UsageError(f"{to}: not a format of export. Choose one of {', '.join(FORMATS)}.")
    paths = _WRITERS[to](store.readings(), out, speakers_of(store))
    told = write_stories(lines_of_stories(store), lines_of_claims(store), out, to=to)
    decided = _write_judgements(store, out) if to == "jsonl" else []
    return [*paths, *decided, *write_reuse(lines_of_reuse(store), lines_of_chains(store), out, to=to), *told]


def _write_judgements(store: CaseStore, out: Path) -> list[Path]:
    """What readers decided, where they decided anything."""
    lines = [one.as_dict() for one in store.judgements.all()]
    path = out / "judgements.jsonl"
    if lines:
        with export_to(out), whole_text(path) as file:
            file.writelines(json.dumps(line, ensure_ascii=False).translate(LINE_ENDS) + "\n" for line in lines)
    return [path] if lines else []


def arrow_of(store: CaseStore, table: str) -> pa.Table:
    """One table of the case in Arrow. Raises: UsageError for an unknown table."""
    if table in _OF_CASE:
        lines, made = _OF_CASE[table]
        return made(lines(store))
    if table not in _OF_PAGES:
        known = ", ".join([*_OF_PAGES, *_OF_CASE])
        raise UsageError(f"{table}: not a table of a case. Choose one of {known}.")
    return arrow_table(_OF_PAGES[table], store.readings(), speakers_of(store))


def speakers_of(store: CaseStore) -> Speakers:
    """Who speaks in the case, as exports take it."""
    return Speakers(of=store.speakers.speaker_of(), lines=lines_of_speakers(store))


def lines_of_speakers(store: CaseStore) -> list[SpeakerLine]:
    """One line for each speaker, whoever has most statements first."""
    spoken = {id_: Spoken(post, to, outlet, day) for id_, post, to, outlet, day in store.speakers.spoken()}
    return speaker_lines(store.speakers.speakers(), spoken)


def lines_of_reuse(store: CaseStore) -> Iterator[Line]:
    """One line for each passage that two posts share."""
    for pair in store.reuse.pairs():
        yield from reuse_lines(pair, store.chains.direction(pair.a, pair.b))


def lines_of_chains(store: CaseStore) -> Iterator[Line]:
    """One line for each post: what it rests on."""
    parties = store.chains.parties()
    for chain in store.chains.chains():
        yield chain_line(chain, store.chains.walk(chain.post_id), parties)


def lines_of_stories(store: CaseStore) -> Iterator[Line]:
    """One line for each story."""
    return map(story_line, store.stories.stories())


def lines_of_claims(store: CaseStore) -> Iterator[Line]:
    """One line for each claim."""
    return map(claim_line, store.stories.claims())


_OF_CASE = {
    "reuse": (lines_of_reuse, reuse_table),
    "chains": (lines_of_chains, chains_table),
    "stories": (lines_of_stories, stories_table),
    "claims": (lines_of_claims, claims_table),
}
