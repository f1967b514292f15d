"""Names of people and organisations in running text, in Latin and Arabic letters.

No model: capitals, given and family names, titles and offices before a name, and the words that head the name of an
organisation. Time is linear in the text. A place, a month or a people is no name here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from tawatur.languages import Languages, current_languages
from tawatur.model import Span
from tawatur.text.naming_arabic import find_arabic_names
from tawatur.text.naming_bodies import find_bodies
from tawatur.text.naming_kinds import Acronym, NameKind, NameMention, NameTables
from tawatur.text.naming_latin import find_latin_names
from tawatur.text.words import fold_word

__all__ = ["Acronym", "NameKind", "NameMention", "find_acronyms", "find_names"]

_ARABIC = re.compile("[\u0620-\u064a\u0671-\u06d3]")
_LATIN = re.compile("[A-Z\u00c0-\u00de]")
# A short form in brackets or quotation marks after its long one: "Syrian Democratic Forces (SDF)", «... («قسد»)».
_SHORT_FORM = re.compile(
    r"[ \u00a0]?[(\[][ \u00a0]?[«“\"']?((?:[A-Z][\w&.-]{1,9}|[\u0621-\u064a]{2,9}))[»”\"']?[ \u00a0]?[)\]]"
)


def find_names(text: str, lang: str | None = None, *, languages: Languages | None = None) -> list[NameMention]:
    """Names of people and organisations in `text`, in order and not overlapping.

    Args:
        text: running text in either script, or both.
        lang: the language of the text where it is known; the letters say the rest.
    """
    tables = name_tables(languages)
    found: list[NameMention] = []
    if _LATIN.search(text):
        found.extend(find_latin_names(text, tables))
    if _ARABIC.search(text):
        found.extend(find_arabic_names(text, tables))
    known = find_bodies(text, tables)
    names = _without_overlaps([*known, *found])
    return _with_short_forms(text, names)


def find_acronyms(text: str, names: Sequence[NameMention]) -> list[Acronym]:
    """Short forms that the text itself explains: "Syrian Democratic Forces (SDF)", «قوات سوريا الديمقراطية (قسد)»."""
    found = []
    for name in names:
        if name.kind != "person" and (short := _SHORT_FORM.match(text, name.span.end)):
            found.append(Acronym(Span(*short.span(1)), name.span))
    return found


def _without_overlaps(names: Iterable[NameMention]) -> list[NameMention]:
    """The longer of two names that share words; of equal ones the first given."""
    kept: list[NameMention] = []
    for name in sorted(names, key=lambda name: (name.span.start, -name.span.end)):
        if kept and kept[-1].span.end > name.span.start:
            if len(name.span) > len(kept[-1].span) + 1:
                kept[-1] = name
            continue
        kept.append(name)
    return kept


def _with_short_forms(text: str, names: list[NameMention]) -> list[NameMention]:
    """Single names that repeat a part of a full one, and short forms of organisations, take its kind."""
    people = {fold_word(part) for name in names if name.kind == "person" for part in _parts(name.span.of(text))}
    shorts = {short.span.of(text) for short in find_acronyms(text, names)}
    return list(_settled(text, names, people, shorts)) if people or shorts else names


def _settled(text: str, names: list[NameMention], people: set[str], shorts: set[str]) -> Iterator[NameMention]:
    for name in names:
        if name.kind != "unknown":
            yield name
            continue
        words = name.span.of(text)
        first, _, last = words.partition(" ")
        if fold_word(last) in people and fold_word(first) not in people:
            # "Later Smith left": the word that opens a sentence is no part of the name.
            yield NameMention(
                Span(name.span.end - len(last), name.span.end),
                "person",
                ("a part of a full name that stands in the text",),
            )
            continue
        if words in shorts:
            yield name.as_kind("organisation", "the text explains this short form")
        elif fold_word(words) in people:
            yield name.as_kind("person", "a part of a full name that stands in the text")
        else:
            yield name


def _parts(name: str) -> list[str]:
    """The words of a full name that may stand for it alone: all but the first, and the first where it is alone."""
    words = name.split()
    return [word for word in words[1:] if len(word) > 2] or words


def name_tables(languages: Languages | None = None) -> NameTables:
    """The name data of `languages`, or of the tables in use where none are given."""
    return _built(languages if languages is not None else current_languages())


@lru_cache(maxsize=8)
def _built(languages: Languages) -> NameTables:
    return NameTables(languages)
