"""The rooms in order, on one screen: what happens to one document, from its raw bytes to who says what in its posts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from tawatur.attribute import ATTRIBUTE, attribute_page
from tawatur.describe import DESCRIBE, describe_page
from tawatur.errors import LanguageDataError
from tawatur.locate import LOCATE, locate_page
from tawatur.model import Capture, Failure, Page, Reading
from tawatur.read import READ
from tawatur.split import SPLIT
from tawatur.stage import Each, attempt

In = TypeVar("In")
Out = TypeVar("Out")

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Processed:
    """What came of one capture. `reading` is None where not even a page could be made of it."""

    reading: Reading | None
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """A way of working on one capture. The same capture and the same `made_by` give the same result anywhere."""

    made_by: str
    """The rooms and their versions in order: "read@1 split@3 describe@2"."""
    process: Callable[[Capture], Processed]
    """A function at the top of a module, so that another process can find it."""


def process(capture: Capture) -> Processed:
    """Take one capture through all the rooms; where one breaks, what was made before it is kept.

    Raises: LanguageDataError, because data of ours or of the user that cannot be read is no fault of the page.
    """
    page = _try(READ.name, capture, READ.do, capture)
    if isinstance(page, Failure):
        return Processed(reading=None, failures=(page,))
    page = _whole_characters(page)
    posts = _try(SPLIT.name, capture, SPLIT.do, page)
    if isinstance(posts, Failure):
        return Processed(reading=Reading(page=page), failures=(posts,))
    reading, failures = Reading(page=page, posts=tuple(posts)), []
    for room, look in _AT_POSTS:
        further = _try(room.name, capture, look, reading)
        if isinstance(further, Failure):
            failures.append(further)
        else:
            reading = further
    return Processed(reading=reading, failures=tuple(failures))


def _describe(reading: Reading) -> Reading:
    return replace(reading, descriptions=tuple(describe_page(reading.page, reading.posts)))


def _attribute(reading: Reading) -> Reading:
    said = attribute_page(reading.page, reading.posts, reading.descriptions)
    return replace(reading, statements=tuple(said))


def _locate(reading: Reading) -> Reading:
    return replace(reading, places=tuple(locate_page(reading.page, reading.posts, reading.descriptions)))


# What is found in the posts of a page. Each room takes what the ones before it found, and does without where they broke.
_AT_POSTS: tuple[tuple[Each[Any, Any], Callable[[Reading], Reading]], ...] = (
    (DESCRIBE, _describe),
    (ATTRIBUTE, _attribute),
    (LOCATE, _locate),
)


def _try(stage: str, capture: Capture, do: Callable[[In], Out], item: In) -> Out | Failure:
    """`do(item)`, or a failure that says where in its archive the capture stands."""
    made = attempt(stage, capture.source, do, item)
    if not isinstance(made, Failure):
        return made
    if made.kind == LanguageDataError.__name__:
        raise LanguageDataError(made.message)
    return replace(made, offset=capture.offset)


def _whole_characters(page: Page) -> Page:
    """`page` without lone surrogates, which no file and no database can hold; every offset stays."""
    if _SURROGATE.search(page.text) is None:
        return page
    note = "half characters (lone surrogates) were replaced with U+FFFD"
    return replace(page, text=_SURROGATE.sub("\ufffd", page.text), notes=(*page.notes, note))


ROOMS: tuple[Each[Any, Any], ...] = (READ, SPLIT, *(room for room, _ in _AT_POSTS))
PIPELINE = Recipe(made_by=" ".join(room.made_by for room in ROOMS), process=process)
