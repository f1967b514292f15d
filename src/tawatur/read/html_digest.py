"""Pages that carry several articles: which group of stretches they are, and the parts of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tawatur.model import Stated
from tawatur.read.html_compose import absolute
from tawatur.read.html_groups import Group, Stretch, groups_of, title_end
from tawatur.read.html_model import Flat
from tawatur.read.html_set_apart import Head, Shown, shown_in
from tawatur.read.html_signals import (
    closes_a_sentence,
    is_head_line,
    is_head_named,
    is_prose,
    is_tail_line,
    says_who_or_when,
)
from tawatur.read.html_subject import Subject, is_part_of_one
from tawatur.read.metadata import HeadData, LinkedArticle

_NUMBER = re.compile(r"\s*[(\[]?(\d{1,3})\s*[.):\]–-]+\s*")
_WORD = re.compile(r"\w+")
MOST_HEAD_LINES = 8
LONGEST_LOOSE_LINE = 80
MOST_TAIL_LINES = 14


@dataclass(frozen=True, slots=True)
class Part:
    """One article of a digest, in line numbers and, for the title, code points of its line."""

    first: int
    last: int
    title: int | None
    """Line of the title; None where no line shows it."""
    title_start: int
    title_end: int
    body: int
    """First line of the body; equal to `body_last` where there is none."""
    body_last: int
    node: int
    made_by: str
    stated: tuple[Stated, ...] = ()
    shown: tuple[Shown, ...] = ()


def digest_parts(flat: Flat, head: HeadData, subject: Subject, base: str | None) -> list[Part]:
    """The articles of a page that carries several, in page order; none for a page of one article or of none."""
    sound = [g for g in groups_of(flat) if _stands(g, says_one_article(head))]
    chosen = max((g for g in sound if not is_part_of_one(flat, subject, g)), key=_weight, default=None)
    if chosen is None:
        return []
    numbered = _are_numbered([flat.lines[s.title].text for s in chosen.stretches])
    parts = [_part(flat, stretch, numbered=numbered) for stretch in _kept(flat, chosen)]
    heads = [Head(part.title, part.title_end, part.body) for part in parts if part.title is not None]
    shown = shown_in(flat, heads)
    return [
        replace(part, stated=stated_of(flat, part, head.articles, base), shown=shown.get(part.title, ()))
        for part in parts
    ]


def says_one_article(head: HeadData) -> bool:
    """The page's own head calls it one article."""
    if head.kind in ("article", "news", "newsarticle", "story"):
        return True
    return len({a.headline for a in head.articles}) == 1 or bool(head.values("published"))


def _stands(group: Group, one_article: bool) -> bool:
    full = group.full
    if not full and group.coverage == 0 and not one_article:
        # A page without any running text: only posts that are framed, linked and signed are posts without a body.
        return group.bare and group.marked >= 0.8 and group.linked >= 0.8 and group.told >= 0.8
    if full < 2 or full < 0.6 * len(group.stretches) or not 0.5 <= group.coverage <= 1.05 or group.largest > 0.95:
        return False
    if one_article:
        # The page calls itself one article: its parts count as articles only where nearly each is signed or dated.
        return full >= 3 and group.told >= 0.7 and group.coverage >= 0.9 and group.largest < 0.7
    if group.wrapped >= 0.8:
        return group.told >= 0.5 or (group.linked >= 0.6 and (full >= 3 or group.marked >= 0.8))
    return group.told >= 0.6 or (full >= 3 and (group.ruled >= 0.6 or group.linked >= 0.8))


def _weight(group: Group) -> tuple[float, int]:
    evidence = 1 + group.told + 0.5 * group.linked + 0.5 * group.wrapped + 0.5 * group.marked + 0.5 * group.ruled
    return group.coverage * evidence, -group.rank


def _kept(flat: Flat, group: Group) -> list[Stretch]:
    """Stretches in page order that do not overlap. One without running text stays where its own frame holds it."""
    kept: list[Stretch] = []
    looks = {flat.nodes[s.node].look for s in group.stretches if s.prose and s.node >= 0}
    for stretch in sorted(group.stretches, key=lambda s: s.title):
        empty = not stretch.prose
        if empty and not group.bare and not (_like_others(flat, stretch, looks) or _signed(flat, stretch)):
            continue
        if kept and stretch.first < kept[-1].last:
            kept[-1].last = max(stretch.first, kept[-1].title + 1)
        kept.append(stretch)
    return kept


def _like_others(flat: Flat, stretch: Stretch, looks: set[str]) -> bool:
    return any(flat.nodes[n].look in looks for n in flat.ancestors(flat.lines[stretch.title].node)[1:3])


def _signed(flat: Flat, stretch: Stretch) -> bool:
    near = flat.lines[stretch.title + 1 : min(stretch.title + 3, stretch.last)]
    return bool(near) and any(says_who_or_when(line.text) for line in near)


def _are_numbered(titles: Sequence[str]) -> bool:
    """Titles that count their articles: 1. 2. 3."""
    found = [_NUMBER.match(title) for title in titles]
    numbers = [int(m[1]) for m in found if m]
    return len(numbers) == len(titles) and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _part(flat: Flat, stretch: Stretch, *, numbered: bool) -> Part:
    lines = flat.lines
    title = lines[stretch.title]
    end = len(title.text[: title_end(title)].rstrip())
    number = _NUMBER.match(title.text) if numbered else None
    start = number.end() if number and number.end() < end else 0
    first = stretch.first if _belongs_before(flat, stretch) else stretch.title
    last = _end_of(flat, stretch)
    body = _body_start(flat, stretch.title, last, title.text[start:end])
    body_last = _body_end(flat, body, last)
    how = "article element" if stretch.node >= 0 and flat.nodes[stretch.node].tag == "article" else "repeated block"
    return Part(first, last, stretch.title, start, end, body, body_last, stretch.node, how)


def _belongs_before(flat: Flat, stretch: Stretch) -> bool:
    """Lines of the article's frame above its title: a label, a date, a picture's caption."""
    return stretch.title - stretch.first <= 3


def _end_of(flat: Flat, stretch: Stretch) -> int:
    """One past the last line of the article; furniture at the end of its frame is not part of it."""
    last = stretch.last
    while last > stretch.title + 1 and flat.nodes[flat.lines[last - 1].node].zone is not None:
        last -= 1
    return last


def _body_start(flat: Flat, title: int, last: int, words: str) -> int:
    """First line after the title that is neither the title again nor says who, when or where from."""
    at, key = title + 1, _squash(words)
    own = flat.lines[title].node
    while at < min(last, title + 1 + MOST_HEAD_LINES):
        line = flat.lines[at]
        again = len(line.text) < 2 * len(words) + 20 and _squash(line.text) == key
        beside = (
            line.node == own
            and not is_prose(line)
            and flat.nodes[own].tag in ("p", "td", "th", "li", "dt", "a", "header")
        )
        if not again and not beside and not is_head_line(line, flat) and not _leads_to_head_line(flat, at, last):
            break
        if not again and _markup_says_body(flat, title + 1, at, last):
            break
        at += 1
    return min(at, last)


def _markup_says_body(flat: Flat, first: int, at: int, last: int) -> bool:
    """The head above was named as such, this line is not and looks like the paragraphs that follow: it is theirs."""
    line = flat.lines[at]
    if is_head_named(line) or line.kind == "caption" or not any(is_head_named(flat.lines[i]) for i in range(first, at)):
        return False
    look = flat.nodes[line.node].look
    below = next((i for i in range(at + 1, min(at + 4, last)) if is_prose(flat.lines[i])), None)
    return below is not None and flat.lines[below].node != line.node and flat.nodes[flat.lines[below].node].look == look


def _leads_to_head_line(flat: Flat, at: int, last: int) -> bool:
    """A short line with one that says who or when right below it is of the head too: an unmarked name, a subtitle."""
    text = flat.lines[at].text
    if len(text) > LONGEST_LOOSE_LINE or closes_a_sentence(text):
        return False
    return any(
        says_who_or_when(flat.lines[i].text)
        for i in range(at + 1, min(at + 3, last))
        if len(flat.lines[i].text) <= LONGEST_LOOSE_LINE
    )


def _body_end(flat: Flat, body: int, last: int) -> int:
    """One past the last line that is the article's own prose: credits, links and furniture after it are not."""
    end, left = last, MOST_TAIL_LINES
    while end > body and left and is_tail_line(flat.lines[end - 1], flat):
        end -= 1
        left -= 1
    return end


def _squash(text: str) -> str:
    return "".join(_WORD.findall(text)).casefold()


def stated_of(flat: Flat, part: Part, linked: Sequence[LinkedArticle], base: str | None) -> tuple[Stated, ...]:
    """What the form states of one article: its time elements, its title's link, the JSON-LD article of the same title."""
    if part.title is None:
        return ()
    title = flat.lines[part.title]
    found = [
        Stated(name="published", value=line.when, where="time element")
        for line in flat.lines[part.first : part.body]
        if line.when and line.when[:1].isdigit()
    ][:1]
    address = next((a.url for a in title.anchors if a.start < part.title_end and not a.url.startswith("#")), None)
    if address:
        found.append(Stated(name="url", value=absolute(base, address), where="link of the title"))
    key = _squash(title.text[part.title_start : part.title_end])
    for article in linked:
        if article.headline and _squash(article.headline) == key:
            found += article.stated()
            break
    return tuple(dict.fromkeys(found))
