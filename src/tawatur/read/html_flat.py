"""Pages whose articles no form sets apart: lines typed one after the other, as in a pasted bulletin.

Such a page is left without units, so that the words of its lines decide where one post ends and the next begins.
"""

from __future__ import annotations

from itertools import pairwise

from tawatur.read.html_groups import MAX_LINES
from tawatur.read.html_model import Flat
from tawatur.read.html_signals import is_prose, is_prose_like, is_separator, says_who_or_when
from tawatur.read.html_subject import NEAR, Subject, is_surely_told

LEAST_PROSE = 200
"""Code points of running text that make a stretch between two marks an article: about two printed sentences."""
LONGEST_TITLE = 220


def is_typed_digest(flat: Flat, subject: Subject, *, one_article: bool) -> bool:
    """True where two or more articles follow each other on the page with nothing but words to tell them apart.

    `one_article`: the page's head calls it one article; then only drawn separators count. So it is where the headline
    that the page is named after is alone in having a date or an author.
    """
    if len(flat.lines) > MAX_LINES:
        return False
    marks = [i for i in range(len(flat.lines)) if _is_mark(flat, i, one_article=one_article)]
    if (
        len(marks) > 1
        and subject.is_told(flat)
        and not any(_is_told_apart(flat, mark, subject.headline) for mark in marks)
    ):
        marks = [i for i in marks if _is_mark(flat, i, one_article=True)]
    stretches = pairwise([*marks, len(flat.lines)])
    return sum(_prose(flat, first, last) >= LEAST_PROSE for first, last in stretches) >= 2


def _is_mark(flat: Flat, number: int, *, one_article: bool) -> bool:
    """A title with the line below it saying who or when, set off by blank lines or a drawn line above."""
    line = flat.lines[number]
    if flat.nodes[line.node].zone is not None or line.kind in ("caption", "item", "heading"):
        return False
    drawn = number > 0 and is_separator(flat.lines[number - 1].text)
    if one_article and not drawn:
        return False
    if not drawn and line.gap < 1 and number > 0:
        return False
    text = line.text
    if not 6 <= len(text) <= LONGEST_TITLE or is_separator(text) or is_prose_like(text) or says_who_or_when(text):
        return False
    below = flat.lines[number + 1 : number + 6]
    if not any(flat.nodes[near.node].look == flat.nodes[line.node].look for near in below if is_prose(near)):
        return False
    told = next((i for i, near in enumerate(below) if says_who_or_when(near.text)), None)
    if told is None:
        return drawn and any(map(is_prose, below))
    return not any(map(is_prose, below[:told]))


def _is_told_apart(flat: Flat, mark: int, headline: int | None) -> bool:
    """The article at `mark` has a date or an author, and not those of the page's headline close by."""
    return (headline is None or not mark <= headline < mark + NEAR) and is_surely_told(flat, mark, len(flat.lines))


def _prose(flat: Flat, first: int, last: int) -> int:
    return sum(len(flat.lines[i].text) for i in range(first + 1, last) if is_prose(flat.lines[i]))
