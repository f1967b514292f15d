"""The words of the report itself, in the languages that `templates/words.yaml` has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from tawatur.errors import UsageError
from tawatur.report.map_base import country_names

_FILES = ("words.yaml", "words_stories.yaml", "words_bench.yaml")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?")
# A reason ends with a full stop; the next one begins with a capital letter or a figure.
_SENTENCE_END = re.compile(r"(?<=[.]) (?=[A-Z0-9])")


@dataclass(frozen=True, slots=True)
class Words:
    """The interface of the report in one language."""

    language: str
    table: Mapping[str, Any]

    def __getitem__(self, key: str) -> Any:
        return self.table[key]

    def say(self, key: str, **values: object) -> str:
        """The sentence under `key`, its places filled in."""
        return str(self.table[key]).format(**values)

    def field(self, kind: str) -> str:
        """What a field, or a mark in the text, is called."""
        return str(self.table["title_field" if kind == "title" else kind])

    def language_name(self, tag: str) -> str:
        """The name of the language behind a BCP 47 tag; the tag itself where we have no name."""
        return str(self.table["langs"].get(tag) or self.table["langs"].get(tag.split("-")[0], tag))

    def country(self, code: str) -> str:
        """The name of a country by its ISO 3166-1 code; the code where we have no name."""
        english, arabic = country_names().get(code, (code, None))
        return (arabic if self.language == "ar" else None) or english

    def reason(self, said: str) -> tuple[str, str]:
        """A room's reason in the report's language, and the language it is in: English where we have no other."""
        if said in self.table["reasons"]:
            return str(self.table["reasons"][said]), self.language
        for pattern, ours in self.table["reasons"].items():
            before, hole, after = pattern.partition("{}")
            if hole and len(said) > len(pattern) - 2 and said.startswith(before) and said.endswith(after):
                inner = said[len(before) : len(said) - len(after)]
                kind = self.table["credit_kinds"].get(inner)
                return ours.format(kind or self.reason(inner)[0]), self.language
        return said, "en"

    def reasons(self, said: str) -> tuple[str, str]:
        """Several sentences of reasons in the report's language, and that language: English where one is missing."""
        if self.language != "en":
            return _told_reasons(self.language, said)
        return self._reasons(said)

    def _reasons(self, said: str) -> tuple[str, str]:
        if self.language == "en" or said in self.table["reasons"]:
            return self.reason(said)
        told = [self._sentence(sentence) for sentence in _SENTENCE_END.split(said)]
        if any(one is None for one in told):
            return said, "en"
        return " ".join(filter(None, told)), self.language

    def _sentence(self, said: str) -> str | None:
        """One sentence in the report's language; its pattern may have several places for words that vary."""
        if said in self.table["reasons"]:
            return str(self.table["reasons"][said])
        for pattern, ours in self.table["reasons"].items():
            if "{}" in pattern:
                parts = map(re.escape, pattern.split("{}"))
                found = re.fullmatch("(.{1,200}?)".join(parts), said, re.DOTALL)
                if found:
                    kinds = self.table["place_kinds"]
                    return str(ours).format(*(kinds.get(words, words) for words in found.groups()))
        return None

    def percent(self, share: float) -> str:
        """A share from 0 to 1 as a whole percentage; a share that is not nought is at least one."""
        return self.say("percent", n=max(round(100 * share), 1 if share > 0 else 0))

    def date(self, value: str) -> str:
        """An ISO 8601 date or time for people, exactly as precise as it is; anything else as it stands."""
        found = _DATE.fullmatch(value)
        if not found:
            return value
        year, month, day, clock, zone = found.groups()
        if month is None or not 1 <= int(month) <= 12:
            return value
        name = self.table["months"][int(month) - 1]
        if day is None:
            return self.say("date_month", month=name, year=year)
        text = self.say("date_day", day=int(day), month=name, year=year)
        if clock:
            text += f", {clock}" if self["dir"] == "ltr" else f"، {clock}"
            text += f" (UTC{'' if zone == 'Z' else zone})" if zone else ""
        return text


def words_of(language: str) -> Words:
    """The words of the report in `language`.

    Raises: UsageError where the report does not speak it.
    """
    tables = _tables()
    if language not in tables:
        raise UsageError(f"The report does not speak {language!r}. Choose one of: {', '.join(sorted(tables))}.")
    return Words(language, tables[language])


@lru_cache(maxsize=20_000)
def _told_reasons(language: str, said: str) -> tuple[str, str]:
    """The same few reasons come back with every mention."""
    return words_of(language)._reasons(said)


@cache
def _tables() -> Mapping[str, Mapping[str, Any]]:
    folder = files("tawatur.report").joinpath("templates")
    tables: dict[str, dict[str, Any]] = {}
    for name in _FILES:
        for language, table in yaml.safe_load(folder.joinpath(name).read_text(encoding="utf-8")).items():
            tables.setdefault(language, {}).update(table)
    return tables
