"""Reads the invented reports and claims of `sets/`, and checks them while reading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

SETS = Path(__file__).parent / "sets"
LANGS = ("en", "ar")
SLOTS = ("actor", "place", "number", "time", "polarity")
STANCES = ("supports", "denies", "discusses", "other")
_HEAD = re.compile(r"== (?P<name>[\w-]+) (?P<day>\d{4}-\d\d-\d\d)\Z")
_TEXT = re.compile(r"(?P<lang>\w+): (?P<text>.+)\Z")
_VARIANT = re.compile(r"(?P<mark>[=!]) (?P<lang>\w+) (?P<slot>\w+): (?P<text>.+)\Z")
_STANCE = re.compile(r"(?P<stance>\w+) (?P<lang>\w+): (?P<text>.+)\Z")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports of one event, and whether they can both hold."""

    event: str
    day: str
    langs: tuple[str, str]
    texts: tuple[str, str]
    slot: str
    conflict: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A claim, in one language, and a report in one language."""

    claim: str
    report: str
    langs: tuple[str, str]
    stance: str
    day: str


@dataclass(slots=True)
class _Event:
    name: str
    day: str
    texts: dict[str, str] = field(default_factory=dict)
    others: list[tuple[str, str, str]] = field(default_factory=list)
    """(mark or stance with slot, language, text)."""


def read_pairs(path: Path) -> list[Pair]:
    """Every pair: each language's report with the others in that language, then with those in the other one.

    Raises: ValueError, which names the file and the line or event that is not well formed.
    """
    pairs = []
    for event in _events(path, _VARIANT, ("mark", "slot")):
        marks = [(mark.split()[0], lang) for mark, lang, _ in event.others]
        for lang in LANGS:
            if marks.count(("=", lang)) != marks.count(("!", lang)):
                raise ValueError(
                    f"{path}: {event.name}: as many reports that agree (=) as not (!) are wanted in {lang}."
                )
        for mark, lang, text in event.others:
            sign, slot = mark.split()
            if slot not in SLOTS:
                raise ValueError(f"{path}: {event.name}: unknown slot {slot!r}. Known are: {', '.join(SLOTS)}.")
            pairs += [
                Pair(event.name, event.day, (first, lang), (event.texts[first], text), slot, sign == "!")
                for first in LANGS
            ]
    return pairs


def read_asked(path: Path) -> list[Asked]:
    """Every claim in each language, with every report of its event.

    Raises: ValueError, which names the file and the line or event that is not well formed.
    """
    asked = []
    for event in _events(path, _STANCE, ("stance",)):
        for stance, lang, text in event.others:
            if stance not in STANCES:
                raise ValueError(f"{path}: {event.name}: unknown stance {stance!r}. Known are: {', '.join(STANCES)}.")
            asked += [Asked(event.texts[first], text, (first, lang), stance, event.day) for first in LANGS]
    return asked


def _events(path: Path, line_like: re.Pattern[str], keys: tuple[str, ...]) -> Iterator[_Event]:
    names: set[str] = set()
    event: _Event | None = None
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        line = raw.rstrip()
        if not line or line.startswith("#"):
            continue
        where = f"{path}:{number}"
        if head := _HEAD.match(line):
            if event is not None:
                yield _whole(event, path)
            if head["name"] in names:
                raise ValueError(f"{where}: {head['name']} stands here twice.")
            names.add(head["name"])
            event = _Event(head["name"], date.fromisoformat(head["day"]).isoformat())
        elif event is None:
            raise ValueError(f"{where}: a line before the first event (== name day).")
        elif (text := _TEXT.match(line)) and text["lang"] in LANGS and text["lang"] not in event.texts:
            event.texts[text["lang"]] = text["text"]
        elif (other := line_like.match(line)) and other["lang"] in LANGS:
            event.others.append((" ".join(other[key] for key in keys), other["lang"], other["text"]))
        else:
            raise ValueError(f"{where}: neither an event, nor a text, nor a report: {line[:40]!r}")
    if event is not None:
        yield _whole(event, path)


def _whole(event: _Event, path: Path) -> _Event:
    if set(event.texts) != set(LANGS):
        raise ValueError(f"{path}: {event.name} has no text in every one of: {', '.join(LANGS)}.")
    return event
