"""What a page with a headline of its own is about: stretches that look like articles may be sections of one, or teasers beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from tawatur.read.html_groups import Group, Stretch
from tawatur.read.html_model import Flat
from tawatur.read.html_signals import is_date, is_prose
from tawatur.read.metadata import HeadData, LinkedArticle
from tawatur.text.bylines import read_byline
from tawatur.text.dates import find_dates

_WORD = re.compile(r"\w+")
_SEPARATOR = re.compile(r"\s+[|–—»«·•-]\s+|\s*[|»•]\s*|:\s+")
SHORTEST_HEADLINE = 12
"""Letters and digits from which words in the title of the window are a headline rather than a site's name."""
MOST_PARTS = 6
MOST_ADDED = 20
"""Letters and digits that a list may add to the title of an article: the outlet it is from."""
NEAR = 5
LONGEST_TOLD = 160
MOST_PROBED = 30


@dataclass(frozen=True, slots=True)
class Subject:
    """What the title of the window says that the page is about."""

    keys: frozenset[str]
    """Its words and those of its parts, without white space and punctuation."""
    headline: int | None
    """The line of the highest heading that says the same, the first of its level."""

    def is_told(self, flat: Flat) -> bool:
        """A date or a marked byline stands right below that heading."""
        return self.headline is not None and is_surely_told(flat, self.headline, len(flat.lines))


def subject_of(flat: Flat, head: HeadData) -> Subject:
    """The subject of the page, by the title of the window and the heading that repeats it."""
    keys = frozenset(_keys(head))
    said = (
        [i for i, line in enumerate(flat.lines) if line.kind == "heading" and squash(line.text) in keys] if keys else []
    )
    headline = min(said, key=lambda i: (flat.lines[i].level, i), default=None)
    return Subject(keys, headline)


def is_part_of_one(flat: Flat, subject: Subject, group: Group) -> bool:
    """The group is not the page's articles: one of them, or an article around them, is what the page is about.

    Articles that each carry a date or a marked byline of their own are articles whatever the title of the window says.
    """
    if group.bare or not subject.keys or _surely_told(flat, group.stretches) >= 0.5:
        return False
    return (
        _is_one_of(flat, subject, group)
        or _holds_sections(flat, subject, group)
        or _stands_beside(flat, subject, group)
    )


def shown_title(flat: Flat, subject: Subject, title: str | None, articles: Sequence[LinkedArticle]) -> str | None:
    """`title`, or the headline in it where no line of the page shows the whole: the rest names a site or a section.

    What a JSON-LD block of `articles` calls its headline stays whole.
    """
    if title is None or subject.headline is None or flat.lines[subject.headline].level != 1:
        return title
    if any(squash(article.headline or "") == squash(title) for article in articles):
        return title
    key, shown = squash(title), squash(flat.lines[subject.headline].text)
    if (
        len(shown) >= len(key)
        or shown not in key
        or any(squash(line.text) == key for line in flat.lines if len(line.text) < 2 * len(title))
    ):
        return title
    return flat.lines[subject.headline].text


def is_surely_told(flat: Flat, title: int, last: int) -> bool:
    """A date or a byline with its marker stands within a few lines below `title`, before any running text."""
    for line in flat.lines[title + 1 : min(title + NEAR, last)]:
        if len(line.text) <= LONGEST_TOLD and _says_surely(line.text):
            return True
        if is_prose(line):
            return False
    return False


def squash(text: str) -> str:
    """`text` without white space and punctuation, in one case."""
    return "".join(_WORD.findall(text)).casefold()


def _keys(head: HeadData) -> list[str]:
    found = []
    for title in dict.fromkeys(t for t in (head.title_tag, *head.values("title")[:2]) if t):
        found += [squash(part) for part in (title, *_SEPARATOR.split(title)[:MOST_PARTS])]
    names = {squash(name) for name in head.values("outlet")}
    return [key for key in found if len(key) >= SHORTEST_HEADLINE and key not in names]


def _says_surely(text: str) -> bool:
    byline = read_byline(text)
    return is_date(text) or (byline is not None and byline.marked) or (len(text) <= 80 and bool(find_dates(text)))


def _surely_told(flat: Flat, stretches: Sequence[Stretch]) -> float:
    probe = stretches[:: len(stretches) // MOST_PROBED + 1]
    return sum(is_surely_told(flat, s.title, s.last) for s in probe) / len(probe)


def _is_one_of(flat: Flat, subject: Subject, group: Group) -> bool:
    """The page is named after one of them: that one is its article, the others stand beside it."""
    titles = (squash(flat.lines[s.title].text) for s in group.stretches if s.prose)
    return any(
        title.startswith(key) and len(title) <= len(key) + MOST_ADDED for title in titles for key in subject.keys
    )


def _holds_sections(flat: Flat, subject: Subject, group: Group) -> bool:
    """The headline stands above them all, with its own date or introduction, and none leads to a page of its own."""
    at, first = subject.headline, group.stretches[0].title
    if at is None or at >= first or group.linked >= 0.3:
        return False
    return subject.is_told(flat) or any(is_prose(line) for line in flat.lines[at + 1 : first])


def _stands_beside(flat: Flat, subject: Subject, group: Group) -> bool:
    """The headline has a date or an author of its own, and a text much longer than any of theirs."""
    at = subject.headline
    if at is None or not subject.is_told(flat):
        return False
    titles = [s.title for s in group.stretches]
    last = min((t for t in titles if t > at), default=len(flat.lines))
    own = sum(len(line.text) for line in flat.lines[at + 1 : last] if is_prose(line))
    return own > 3 * median(s.prose for s in group.stretches)
