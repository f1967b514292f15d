"""What a line of an HTML page is, by its words and by the names its author gave it."""

from __future__ import annotations

import re
from functools import lru_cache

from tawatur.read.html_model import Flat, Line
from tawatur.text.bylines import name_likeness, read_byline
from tawatur.text.credits import read_credits
from tawatur.text.dates import date_share, find_dates
from tawatur.text.furniture import furniture
from tawatur.text.outlets import outlet_likeness

LONGEST_HEAD_LINE = 160
PROSE = 50
"""Code points from which a line outside links counts as prose: half of a short printed sentence's length."""

_HEAD_NAMES = re.compile(
    r"(?:^|[\s_-])(?:meta|byline|by-?line|author|authors|date|dateline|time|timestamp|published|posted|source|credit|"
    r"postmetadata|post-?info|entry-?info|info|caption|kicker|category|cat|tags?|labels?|updated|publisher|agency)(?=$|[\s_-])"
)
_TAIL_NAMES = re.compile(
    r"(?:^|[\s_-])(?:credits?|source|via|footer|foot|share\w*|social|tags?|labels?|more-?link|read-?more|readmore|"
    r"continue|permalink|comments?|meta|postmetadata|postedby|related|back-?to-?top|rights|copyright)(?=$|[\s_-])"
)
_TITLE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:title|headline|entry-?title|post-?title|story-?title|article-?title|p-name|hed)(?=$|[\s_-])"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.I)
_PART = re.compile(r"\s*[|•·;,،/]\s*|\s+[-–—]\s+")
_SENTENCE_END = re.compile(r"[.!?؟。…][\"'”’»)\]]*$")
_SEPARATOR = re.compile(r"[\W_]{3,}")
_RULE = re.compile(r"\s*(?:[*=_~#•·–—-]\s*){3,}$")


def linked_share(line: Line) -> float:
    """Share of the line's code points that are links."""
    return sum(a.end - a.start for a in line.anchors) / max(1, len(line.text))


def is_prose(line: Line) -> bool:
    """A line of running text: long enough, not bold as a whole, and not mostly links."""
    size = len(line.text)
    return size >= PROSE and line.kind != "heading" and line.strong < size and linked_share(line) < 0.5


def is_title_named(line: Line) -> bool:
    """The page's author named this line a title."""
    return bool(line.names and _TITLE_NAMES.search(line.names))


def is_address(text: str) -> bool:
    """The whole line is one web address."""
    return bool(_ADDRESS.fullmatch(text.strip(" ()[]<>")))


def is_separator(text: str) -> bool:
    """A line drawn with signs."""
    return bool(_RULE.fullmatch(text))


@lru_cache(maxsize=4096)
def says_who_or_when(text: str) -> bool:
    """The line as a whole is a date, a byline, an outlet, a credit, or several of these side by side."""
    if len(text) > LONGEST_HEAD_LINE:
        return False
    if date_share(text) >= 0.5 or is_address(text) or read_byline(text) is not None:
        return True
    if outlet_likeness(text) >= 0.8 or name_likeness(text) >= 0.7 or is_credit(text):
        return True
    if _SENTENCE_END.search(text) and len(text) > 60:
        return False
    return _parts_say(text)


def _parts_say(text: str) -> bool:
    parts = [p for p in _PART.split(text) if p][:8]
    if len(parts) < 2:
        return False
    if any(_part_says(p) for p in parts):
        return sum(len(p.split()) for p in parts if not _part_says(p)) <= 6
    return False


def _part_says(part: str) -> bool:
    if len(part) > 60:
        return False
    return (
        date_share(part) >= 0.5
        or bool(find_dates(part))
        or outlet_likeness(part) >= 0.8
        or read_byline(part) is not None
    )


@lru_cache(maxsize=4096)
def is_date(text: str) -> bool:
    """The line is a date or a time and nothing else to speak of."""
    return len(text) <= 60 and date_share(text) >= 0.6


@lru_cache(maxsize=4096)
def is_furniture(text: str) -> bool:
    """The line as a whole is page furniture in some language."""
    found = furniture(text)
    return found is not None and (found.whole or found.kind in ("share", "posted", "comments", "readmore"))


@lru_cache(maxsize=4096)
def is_credit(text: str) -> bool:
    """The line as a whole is a credit."""
    return len(text) <= LONGEST_HEAD_LINE and any(credit.whole for credit in read_credits([text]))


def is_head_line(line: Line, flat: Flat) -> bool:
    """A line that may stand between a title and its article: who, when, where from, a caption."""
    if len(line.text) > LONGEST_HEAD_LINE:
        return False
    if line.kind == "caption" or says_who_or_when(line.text) or is_furniture(line.text):
        return True
    return is_head_named(line) and not is_prose_like(line.text)


def is_head_named(line: Line) -> bool:
    """The page's author named this line as one that says who, when or where from."""
    return bool(line.names and _HEAD_NAMES.search(line.names))


def is_prose_like(text: str) -> bool:
    """Long and closed like a sentence."""
    return len(text) > 90 and bool(_SENTENCE_END.search(text))


def closes_a_sentence(text: str) -> bool:
    """The line ends as sentences do."""
    return bool(_SENTENCE_END.search(text))


def is_tail_line(line: Line, flat: Flat) -> bool:
    """A line that may stand after an article's last paragraph and is not part of its body."""
    text = line.text
    if flat.nodes[line.node].zone is not None or is_address(text) or is_separator(text):
        return True
    if len(text) > LONGEST_HEAD_LINE:
        return False
    if len(text) < 60 and linked_share(line) > 0.8:
        return True
    if line.names and _TAIL_NAMES.search(line.names) and not is_prose_like(text):
        return True
    return is_furniture(text) or is_credit(text)
