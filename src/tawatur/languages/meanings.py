"""Words that mean the same in several languages, and the classes of event with the words that tell of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from tawatur.errors import LanguageDataError
from tawatur.languages.located import Table, Text, read_rows, read_table
from tawatur.languages.tables import EventClass, Line, Meaning

SLOTS = ("actor", "target", "place", "time", "number")
LEXICON_COLUMNS = ("theme", "en", "ar")

_NOTE = re.compile(r"\s*\([^)]*\)")


def read_lexicon(path: Path) -> list[Meaning]:
    """The rows of a lexicon: columns theme, then one a language.

    Raises: LanguageDataError, for a row that has words in fewer than two languages.
    """
    meanings = []
    for (theme, *cells), where in read_rows(path, LEXICON_COLUMNS):
        words = [
            Line(word, lang, where)
            for lang, cell in zip(LEXICON_COLUMNS[1:], cells, strict=True)
            for word in _words(cell)
        ]
        meanings.append(_meaning(theme, words, where))
    return meanings


def pack_meaning(entry: dict[str, tuple[Text, ...]]) -> Meaning:
    """A meaning of a pack: a list of words under each language's tag."""
    where = entry[""][0].where
    words = [
        Line(word, lang, text.where)
        for lang, texts in entry.items()
        if lang and lang != "theme"
        for text in texts
        for word in _words(text.text)
    ]
    return _meaning(entry["theme"][0].text if "theme" in entry else "", words, where)


def _meaning(theme: str, words: list[Line], where: str) -> Meaning:
    if len({word.lang for word in words}) < 2:
        raise LanguageDataError(f"{where}: a meaning needs words in two languages at least. Fill the empty column.")
    return Meaning(theme, tuple(words), where)


def _words(cell: str) -> list[str]:
    return [word for part in cell.split(",") if (word := _NOTE.sub("", part).strip())]


@lru_cache(maxsize=2)
def read_event_classes(path: Path) -> tuple[EventClass, ...]:
    """The classes of event, without their words.

    Raises: LanguageDataError, for a slot or a wider class that does not exist.
    """
    table = read_table(path)
    classes = [_event_class(name, entries[0], path) for name, entries in table.entries.items()]
    known = {one.name for one in classes}
    for one in classes:
        if one.broader is not None and one.broader not in known:
            raise LanguageDataError(f"{path}: {one.name} names {one.broader!r} as its wider class, which is not here.")
    return tuple(classes)


def _event_class(name: str, entry: dict[str, tuple[Text, ...]], path: Path) -> EventClass:
    slots = tuple(text.text for text in entry.get("slots", ()))
    for slot in slots:
        if slot not in SLOTS:
            raise LanguageDataError(f"{path}: {name} has an unknown slot {slot!r}. Known are: {', '.join(SLOTS)}.")
    broader = entry["broader"][0].text if "broader" in entry else None
    return EventClass(name, broader, slots, tuple(text.text for text in entry.get("counts", ())))


def event_words(table: Table, lang: str, known: Iterable[str]) -> list[tuple[str, Line]]:
    """(class, trigger) for every word of an `events.yaml` of a language.

    Raises: LanguageDataError, for words under a class that common/events.yaml does not have.
    """
    classes = set(known)
    found = []
    for name, texts in table.lists.items():
        if name not in classes:
            raise LanguageDataError(
                f"{texts[0].where if texts else table.where}: unknown class of event {name!r}. "
                "Add it to common/events.yaml first, with its slots."
            )
        found += [(name, Line(word, lang, text.where)) for text in texts for word in _words(text.text)]
    return found
