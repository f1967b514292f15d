"""Which script a text is written in, and what its letters alone say of the language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

# A language's own letters are firm evidence from this share of a text on; below, they may be names or a quotation.
_FIRM_SHARE = 0.02
# Mild evidence decides where one language has this many times the marks of every other.
_CLEAR_LEAD = 3


_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Mild:
    letters: re.Pattern[str]
    starts: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Scripts:
    """The table `languages/common/scripts.yaml`, ready for use."""

    runs: Mapping[str, re.Pattern[str]]
    languages: Mapping[str, tuple[str, ...]]
    firm: Mapping[str, Mapping[str, re.Pattern[str]]]
    mild: Mapping[str, Mapping[str, _Mild]]
    same: Mapping[str, str]


def letters_by_script(text: str) -> dict[str, int]:
    """How many letters of each script `text` holds; scripts without any are left out."""
    if text.isascii():
        count = sum(map(len, scripts().runs["Latn"].findall(text)))
        return {"Latn": count} if count else {}
    counts: dict[str, int] = {}
    left = sum(map(len, _LETTERS.findall(text)))
    for name, runs in scripts().runs.items():
        if left <= 0:
            break
        count = sum(map(len, runs.findall(text)))
        if count:
            counts[name] = count
            left -= count
    return counts


def languages_of_script(script: str) -> tuple[str, ...]:
    """The languages written in `script`, as BCP 47 tags."""
    return scripts().languages[script]


def only_script(text: str, script: str) -> str:
    """`text` with all but the letters of `script` turned into blanks."""
    return " ".join(scripts().runs[script].findall(text))


def language_by_letters(text: str, script: str, letters: int) -> str | None:
    """The language that its own letters give away; None where they do not.

    Args:
        text: a text mostly in `script`.
        letters: how many letters of `script` it holds.
    """
    tables = scripts()
    if len(tables.languages[script]) == 1:
        return tables.languages[script][0]
    firm = {tag: len(own.findall(text)) for tag, own in tables.firm.get(script, {}).items()}
    best = max(firm, key=lambda tag: firm[tag], default=None)
    if best is not None and firm[best] >= max(1, letters * _FIRM_SHARE):
        return best
    mild = {tag: _count_mild(text, own) for tag, own in tables.mild.get(script, {}).items()}
    for tag, count in mild.items():
        others = max((other for name, other in mild.items() if name != tag), default=0)
        if count > 0 and count >= _CLEAR_LEAD * others:
            return tag
    return None


def _count_mild(text: str, own: _Mild) -> int:
    starts = len(own.starts.findall(text)) if own.starts else 0
    return len(own.letters.findall(text)) + starts


@lru_cache(maxsize=1)
def scripts() -> Scripts:
    """The table, read once."""
    file = resources.files("tawatur.languages") / "common" / "scripts.yaml"
    table = yaml.safe_load(file.read_text("utf-8"))
    letters: dict[str, Any] = table["letters"]
    return Scripts(
        runs={name: re.compile(f"[{_ranges(entry['ranges'])}]+") for name, entry in table["scripts"].items()},
        languages={name: tuple(entry["languages"]) for name, entry in table["scripts"].items()},
        firm={
            name: {tag: re.compile(f"[{own}]") for tag, own in entry.get("firm", {}).items()}
            for name, entry in letters.items()
        },
        mild={name: {tag: _mild(own) for tag, own in entry.get("mild", {}).items()} for name, entry in letters.items()},
        same=table["same"],
    )


def _ranges(ranges: list[str]) -> str:
    ends = [[re.escape(chr(int(code, 16))) for code in str(pair).split("-")] for pair in ranges]
    return "".join(f"{first}-{last}" for first, last in ends)


def _mild(own: Mapping[str, Any]) -> _Mild:
    starts = "|".join(map(re.escape, own["starts"]))
    return _Mild(re.compile(f"[{own['letters']}]"), re.compile(rf"\b(?:{starts})\w") if starts else None)
