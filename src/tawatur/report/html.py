"""A case as one web page that stands alone: every post with every field and the words it rests on.

The page asks nothing of any network and runs no program, so it can be mailed, printed and kept. Everything that comes
from a captured page is a stranger's: it is shown as text, never as markup, and its control characters are made visible.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import Any, Protocol

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tawatur.errors import ExportError
from tawatur.model import Chain, DirectedReuse, Failure, Party, Reading, Reuse, Span
from tawatur.report.html_index import CaseIndex
from tawatur.report.html_posts import page_posts
from tawatur.report.html_shared import shared_spans
from tawatur.report.html_stories import Told, stories_view
from tawatur.report.html_text import plain, shown
from tawatur.report.html_told import phrase
from tawatur.report.html_view import Overview, Row
from tawatur.report.html_words import words_of
from tawatur.report.reuse_view import Connections, connections_of
from tawatur.report.statement_lines import SpeakerLine

# The posts wait here until the table above them is complete; beyond this they wait on disk.
_SPOOL_BYTES = 16 << 20
_CHUNK_CHARACTERS = 1 << 18
_STYLES = ("report.css", "reuse.css", "said.css", "places.css", "stories.css")


class Readable(Protocol):
    """What a report needs of a case."""

    def readings(self) -> Iterable[Reading]:
        """Every page with its posts, in the order of the case."""
        ...

    def failures(self) -> Iterable[Failure]:
        """Everything that went wrong."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What the case knows of words that posts share; spans are code points of the posts' pages."""

    pairs: Sequence[tuple[Reuse, DirectedReuse | None]]
    chains: Mapping[str, Chain]
    parties: Mapping[str, Party]


def write_report(
    case: Readable,
    path: str | Path,
    *,
    language: str = "en",
    title: str | None = None,
    shared: Shared | None = None,
    speakers: Sequence[SpeakerLine] | None = None,
    told: Told | None = None,
) -> Path:
    """Write the whole case as one self-contained HTML file.

    Args:
        case: anything that gives its readings and failures.
        shared: who shares words with whom; None: the report says nothing of that.
        speakers: who speaks, over all posts; None: nobody brought the names of different posts together.
        told: stories and claims; None: the report says nothing of them.
        path: the file to write; its folder must exist. An older file is replaced only once the new one is whole.
        language: BCP 47 tag of the report's own words, one of those in `templates/words.yaml`.
        title: shown at the top; None for the report's own word for itself.
    Returns: the path written.
    Raises: UsageError for a language that the report does not speak; ExportError where the file cannot be written.
    """
    path = Path(path)
    unfinished = path.with_name(path.name + ".part")
    try:
        with unfinished.open("w", encoding="utf-8", newline="\n") as out:
            connections = None
            if shared is not None:
                connections = connections_of(
                    case.readings(), shared.pairs, shared.chains, shared.parties, words_of(language)
                )
            out.writelines(
                render_report(
                    case.readings(),
                    case.failures(),
                    language=language,
                    title=title,
                    connections=connections,
                    passages=shared_spans(shared.pairs) if shared is not None else None,
                    speakers=speakers,
                    told=told,
                )
            )
        unfinished.replace(path)
    except OSError as cause:
        raise ExportError(
            f"{path}: the report could not be written ({cause.strerror or cause}). "
            "Name a file in a folder that exists and that you may write to."
        ) from cause
    return path


def render_report(
    readings: Iterable[Reading],
    failures: Iterable[Failure],
    *,
    language: str = "en",
    title: str | None = None,
    connections: Connections | None = None,
    passages: Mapping[str, Sequence[Span]] | None = None,
    speakers: Sequence[SpeakerLine] | None = None,
    told: Told | None = None,
) -> Iterator[str]:
    """The report, piece by piece; `readings` is gone through once, and no more than one page is held at a time.

    Args:
        connections: what the report says of shared words; None: nothing.
        passages: the words of each post that stand in another one too, to be marked in its text, by the post's id.
        speakers: who speaks, over all posts; None: nobody brought the names of different posts together.
        told: stories and claims; None: the report says nothing of them.
    Raises: UsageError for a language that the report does not speak.
    """
    words = words_of(language)
    templates = _environment()
    page_template = templates.get_template("page.html")
    overview, index = Overview(), CaseIndex(words, speakers, passages or {})
    with SpooledTemporaryFile(_SPOOL_BYTES, "w+", encoding="utf-8", newline="\n") as posts:
        for reading in readings:
            views = page_posts(reading, words, number=len(overview.rows) + 1, around=index.around)
            overview.add(reading.page, views)
            index.add(reading, views)
            posts.writelines(page_template.generate(words=words, page=reading.page, posts=views, shared=connections))
        style, found = style_sheet(), index.found()
        stories = stories_view(told, overview.rows, words) if told is not None else None
        yield from templates.get_template("head.html").generate(
            words=words,
            title=title or words["title"],
            overview=overview,
            failures=tuple(failures),
            shared=connections,
            found=found,
            stories=stories,
            style=Markup(style),
            style_hash=_hash_of(style),
        )
        yield from templates.get_template("stories.html").generate(words=words, stories=stories, to_post=_anchor)
        yield from templates.get_template("speakers.html").generate(words=words, found=found)
        yield from templates.get_template("places.html").generate(words=words, found=found)
        if connections is not None:
            yield from templates.get_template("reuse.html").generate(words=words, shared=connections)
        yield from templates.get_template("layers.html").generate(words=words, found=found)
        posts.seek(0)
        yield from iter(partial(posts.read, _CHUNK_CHARACTERS), "")
    yield from templates.get_template("foot.html").generate(words=words)


@cache
def _environment() -> Environment:
    return template_environment()


def template_environment() -> Environment:
    """Templates that escape everything, and that make every control character visible on its way out."""
    environment = Environment(
        loader=PackageLoader("tawatur.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    environment.filters["attribute"] = plain
    environment.filters["phrase"] = phrase
    return environment


def _anchor(row: Row) -> Markup:
    """Where a post stands in the report."""
    return plain(f"#{row.id}")


def _finalize(value: Any) -> Any:
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def style_sheet() -> str:
    """The style of the report, all sheets joined."""
    folder = files("tawatur.report").joinpath("templates")
    return "".join(folder.joinpath(name).read_text(encoding="utf-8") for name in _STYLES)


def _hash_of(style: str) -> str:
    """What the page's own policy lets its one style sheet in by."""
    return base64.b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii")
