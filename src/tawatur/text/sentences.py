"""Sentences of a text, by rules and small lists of our own; linear in the text.

A line end always ends a sentence. A full stop does not where it belongs to an abbreviation, an initial, a number or an
unfinished thought, nor where the words run on in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from tawatur.errors import LanguageDataError
from tawatur.model import Span
from tawatur.text.fold import fold_text
from tawatur.text.lines import EDGE

_CLOSERS = "\"'”’»›)\\]}"
_OPENERS = "\"'“‘«‹„([{"
# A stop with the quotation marks and brackets that close after it, at the end of a word; stops of scripts that write
# no blanks; line ends.
# Possessive, and only from the first stop of a run: linear also where nothing but stops is printed.
_STOPS = ".!?؟۔…‼⁇⁈⁉"
_STOP = re.compile(
    rf"(?<![{_STOPS}])[{_STOPS}]++[{_CLOSERS}]*+(?=\s|$)"
    rf"|[。！？।]++[{_CLOSERS}」』]*+"
    r"|[\n\r\x0b\x0c\x85\u2028\u2029]++"
)
_LAST_WORD = re.compile(r"[^\s\"'“”«»‹›()\[\]{}،,;؛:–—]+$")
_NEXT_WORD = re.compile(rf"\s*[{re.escape(_OPENERS)}]*(\w[\w\u064b-\u0652]*)?")
_INITIAL = re.compile(r"(?:[^\W\d_][\u064b-\u0652]*\.)*[^\W\d_][\u064b-\u0652]*ـ?")
_LOOK_BACK, _LOOK_AHEAD = 40, 48


@dataclass(frozen=True, slots=True)
class _Rules:
    abbreviations: frozenset[str]
    before_numbers: frozenset[str]
    enders: frozenset[str]
    starters: frozenset[str]
    after_numbers: frozenset[str]
    after_quotes: frozenset[str]
    prefixes: frozenset[str]
    ordinals: bool


def sentences(text: str, lang: str | None) -> list[Span]:
    """The sentences of `text` in order, without the blanks around them; together they hold every printed sign.

    `lang` is a BCP 47 tag; None, or one without a list of its own, uses the lists of all languages together.
    """
    rules = _rules(lang)
    found: list[Span] = []
    start = 0
    for stop in _STOP.finditer(text):
        if stop[0][0] in "\n\r\x0b\x0c\x85\u2028\u2029。！？।" or _is_end(text, stop, rules):
            _add(found, text, start, stop.end())
            start = stop.end()
    _add(found, text, start, len(text))
    return found


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    raw = text[start:end]
    left = len(raw) - len(raw.lstrip(EDGE + "\n\r\x0b\x0c\x85\u2028\u2029"))
    kept = raw.strip(EDGE + "\n\r\x0b\x0c\x85\u2028\u2029")
    if kept:
        found.append(Span(start + left, start + left + len(kept)))


def _is_end(text: str, stop: re.Match[str], rules: _Rules) -> bool:
    """Whether a stop that a blank follows ends its sentence."""
    ahead = text[stop.end() : stop.end() + _LOOK_AHEAD]
    rest = ahead.lstrip(EDGE)
    if not rest or rest[0] in "\n\r\x0b\x0c\x85\u2028\u2029":
        return True
    if rest[0] in "-–—،,;؛:" + _CLOSERS.replace("\\", "").replace('"', "").replace("'", ""):
        return False
    after = _NEXT_WORD.match(ahead)
    word = (after[1] if after else None) or ""
    if word[:1].islower():
        return False
    marks = stop[0].rstrip("\"'”’»›)]}")
    closed = len(marks) < len(stop[0])
    if closed and fold_text(word) in rules.after_quotes:
        return False
    if marks in ("...", "…", "..") or marks.startswith(("...", "…")):
        # An unfinished thought: only a capital letter shows that a new sentence begins.
        return word[:1].isupper()
    if marks != ".":
        return True
    return _full_stop_ends(text[max(0, stop.start() - _LOOK_BACK) : stop.start()], word, rules, closed=closed)


def _full_stop_ends(before: str, after: str, rules: _Rules, *, closed: bool) -> bool:
    last = _LAST_WORD.search(before)
    if last is None:
        return True
    word = fold_text(last[0]).strip(".")
    if word.isdigit():
        return not (rules.ordinals and len(word) <= 2 and not closed)
    if word in rules.after_numbers and _follows_number(before[: last.start()]):
        return True
    if word in rules.before_numbers and after[:1].isdigit():
        return False
    is_initial = _INITIAL.fullmatch(last[0]) is not None and not (word == "i" and len(last[0]) == 1)
    bare = word[1:] if word[:1] in rules.prefixes else word
    if word in rules.abbreviations or bare in rules.abbreviations or is_initial:
        return (word in rules.enders or "." in word) and fold_text(after) in rules.starters
    return True


def _follows_number(before: str) -> bool:
    return before.rstrip(EDGE)[-1:].isdigit()


@lru_cache(maxsize=64)
def _rules(lang: str | None) -> _Rules:
    tables = _tables()
    primary = (lang or "").split("-")[0].lower()
    chosen = [tables[primary]] if primary in tables else list(tables.values())
    lists = {
        name: frozenset(fold_text(word).strip(".") for table in chosen for word in table.get(name, []))
        for name in (
            "abbreviations",
            "before_numbers",
            "enders",
            "starters",
            "after_numbers",
            "after_quotes",
            "prefixes",
        )
    }
    return _Rules(**lists, ordinals=len(chosen) == 1 and bool(chosen[0].get("ordinals")))


@lru_cache(maxsize=1)
def _tables() -> Mapping[str, Mapping[str, Any]]:
    tables = {}
    for folder in sorted(resources.files("tawatur.languages").iterdir(), key=lambda entry: entry.name):
        file = folder.joinpath("sentences.yaml")
        if file.is_file():
            tables[folder.name] = _checked(
                f"languages/{folder.name}/sentences.yaml", yaml.safe_load(file.read_text("utf-8"))
            )
    return tables


def _checked(name: str, table: Any) -> Mapping[str, Any]:
    for section, content in table.items():
        wrong = [word for word in content if not isinstance(word, str)] if section != "ordinals" else []
        if wrong:
            raise LanguageDataError(
                f"{name}: {section}: expected words, found {wrong}; quote what YAML reads as yes or no."
            )
    return dict(table)
