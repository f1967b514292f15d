"""Reuse from one JSON Lines file to another, line by line."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from tawatur.errors import ExportError, ReadError, UsageError
from tawatur.model import Failure, ReusePost
from tawatur.reuse.found import Found
from tawatur.reuse.options import ReuseOptions
from tawatur.reuse.phases import Phases
from tawatur.reuse.plan import search
from tawatur.reuse.version import MADE_BY

_ROWS_PER_WRITE = 10_000


@dataclass(slots=True)
class ReuseSummary:
    """What a search over a file did."""

    posts: int = 0
    """Posts searched."""
    words: int = 0
    pairs: int = 0
    """Pairs of posts that share something."""
    passages: int = 0
    differences: int = 0
    number_changes: int = 0
    failures: list[Failure] = field(default_factory=list)
    """Rows that could not be used; the others were."""
    cpu_s: dict[str, float] = field(default_factory=dict)
    """CPU seconds per step."""


def reuse_file(
    posts_path: Path | str,
    out_path: Path | str,
    options: ReuseOptions | None = None,
    *,
    progress: Callable[[int], None] | None = None,
) -> ReuseSummary:
    """Find the reuse among the posts of a JSON Lines file, and write one line per shared passage.

    Args:
        posts_path: one post a line: `id` and `text`; `outlet`, `lang`, `date` may be missing or null. "-": standard input.
        out_path: receives `a`, `a_start`, `a_end`, `b`, `b_start`, `b_end` (code points of the texts; `a` came in
            before `b`), `words`, `similarity`, `block`, `same_outlet`, `differences`, `made_by`. Written beside its
            place and renamed when complete. "-": standard output.
        progress: called with the number of posts read so far, now and then.
    Returns: counts, failures (each names the file and the line), and where the time went.
    Raises: ReadError where the posts cannot be opened, ExportError where the passages cannot be written.
    """
    summary, phases = ReuseSummary(), Phases()
    options = options or ReuseOptions()
    with _reading(posts_path) as lines, _writing(out_path) as out:
        for found in search(_posts(lines, str(posts_path), summary, phases, progress), options, phases):
            with phases("write"):
                _write(found, out, summary)
            summary.words = found.index.tokens
    summary.cpu_s = phases.cpu_s
    return summary


@contextmanager
def _reading(path: Path | str) -> Iterator[IO[bytes]]:
    if str(path) == "-":
        yield sys.stdin.buffer
        return
    with ExitStack() as stack:
        try:
            file = stack.enter_context(Path(path).open("rb"))
        except OSError as cause:
            raise ReadError(
                f"{path}: cannot be opened ({cause.strerror}). Name a file with one post a line."
            ) from cause
        yield file


@contextmanager
def _writing(path: Path | str) -> Iterator[IO[str]]:
    if str(path) == "-":
        yield sys.stdout
        return
    target = Path(path)
    draft = target.with_name(target.name + ".part")
    try:
        with draft.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        draft.replace(target)
    except OSError as cause:
        raise ExportError(f"{path}: cannot be written ({cause}). Name another place with --out.") from cause
    finally:
        draft.unlink(missing_ok=True)


def _posts(
    lines: IO[bytes],
    source: str,
    summary: ReuseSummary,
    phases: Phases,
    progress: Callable[[int], None] | None,
) -> Iterator[ReusePost]:
    """The posts of the lines that hold one; the others become failures of `summary`."""
    seen: set[str] = set()
    number = 0
    while True:
        portion: list[ReusePost] = []
        with phases("read"):
            size = 0
            for raw in lines:
                number += 1
                if not raw.strip():
                    continue
                try:
                    post = _post(raw, seen)
                except UsageError as error:
                    summary.failures.append(_failure(source, number, str(error)))
                    continue
                portion.append(post)
                size += len(raw)
                if size > 1 << 20:
                    break
        if not portion:
            return
        summary.posts += len(portion)
        if progress is not None:
            progress(summary.posts)
        yield from portion


def _post(raw: bytes, seen: set[str]) -> ReusePost:
    """One row. Raises: UsageError that says what is wrong with it."""
    try:
        row = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as cause:
        raise UsageError(f"not a line of JSON in UTF-8 ({cause})") from cause
    if not isinstance(row, dict):
        raise UsageError(f"holds a {type(row).__name__}, not an object")
    for name in ("id", "text"):
        if not isinstance(row.get(name), str):
            raise UsageError(f'"{name}" is missing or not a text')
    for name in ("outlet", "lang", "date"):
        if row.get(name) is not None and not isinstance(row[name], str):
            raise UsageError(f'"{name}" is neither a text nor null')
    if row["id"] in seen:
        raise UsageError(f'the id "{row["id"]}" stands in an earlier line too')
    seen.add(row["id"])
    return ReusePost(
        id=row["id"], outlet=row.get("outlet"), lang=row.get("lang"), date=row.get("date"), text=row["text"]
    )


def _failure(source: str, line: int, why: str) -> Failure:
    return Failure(
        stage="reuse",
        source=source,
        offset=None,
        kind="BrokenRecord",
        message=f"{source}: line {line}: {why}. It was left out; mend the line and run again.",
    )


def _write(found: Found, out: IO[str], summary: ReuseSummary) -> None:
    """Write the passages of one batch, and count them."""
    encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
    buffer = io.StringIO()
    for n, row in enumerate(_rows(found, summary), 1):
        buffer.write(encode(row))
        buffer.write("\n")
        if n % _ROWS_PER_WRITE == 0:
            out.write(buffer.getvalue())
            buffer = io.StringIO()
    out.write(buffer.getvalue())


def _rows(found: Found, summary: ReuseSummary) -> Iterator[dict[str, Any]]:
    for pair in found.pairs():
        summary.pairs += 1
        for passage in pair.passages:
            summary.passages += 1
            summary.differences += len(passage.differences)
            summary.number_changes += sum(one.number for one in passage.differences)
            yield {
                "a": pair.a,
                "a_start": passage.a.start,
                "a_end": passage.a.end,
                "b": pair.b,
                "b_start": passage.b.start,
                "b_end": passage.b.end,
                "words": passage.words,
                "similarity": passage.similarity,
                "block": passage.block,
                "same_outlet": pair.same_outlet,
                "differences": [
                    {
                        "a_start": one.a.start,
                        "a_end": one.a.end,
                        "b_start": one.b.start,
                        "b_end": one.b.end,
                        "number": one.number,
                    }
                    for one in passage.differences
                ],
                "made_by": MADE_BY,
            }
