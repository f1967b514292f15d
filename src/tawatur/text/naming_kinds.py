"""What the finders of names share: the record of a mention and the tables that all of them ask."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from ahocorasick_rs import AhoCorasick, MatchKind

from tawatur.languages import Languages
from tawatur.languages.speakers import Body
from tawatur.model import Span
from tawatur.text.fold import fold_text
from tawatur.text.matchers import NameWords, Phrases, matchers
from tawatur.text.naming_words import SpeakerIndex, readings, speaker_index
from tawatur.text.words import folded_words

MOST_REMEMBERED = 1 << 16
NameKind = Literal["person", "organisation", "unknown"]
Gender = Literal["he", "she"]


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name where it stands. `span` covers the name alone, without titles and offices."""

    span: Span
    kind: NameKind
    reasons: tuple[str, ...]
    role: Span | None = None
    """The title or office before the name ("Foreign Minister"), where there is one."""
    body: Body | None = None
    """The organisation, where the name is one that the tables know."""

    def as_kind(self, kind: NameKind, reason: str) -> NameMention:
        """The same mention with another kind, and why."""
        return replace(self, kind=kind, reasons=(*self.reasons, reason))


@dataclass(frozen=True, slots=True)
class Acronym:
    """A short form that the text explains: `span` is the short form, `long` the name before it."""

    span: Span
    long: Span


class _Opening(dict[str, bool]):
    """Folded word to whether a name may begin with it, each worked out when it is first met."""

    def __init__(self, titles: Phrases, index: SpeakerIndex, names: NameWords) -> None:
        super().__init__()
        self._titles, self._index = titles.first_words, index.openers
        self._parts = (names.given, names.family, names.prefix)

    def __missing__(self, folded: str) -> bool:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        known = self[folded] = (
            folded in self._titles
            or any(form in self._index for form in readings(folded))
            or any(form in part for form in (folded, folded[1:]) for part in self._parts)
        )
        return known


class NameTables:
    """Everything the finders of names look words up in. Immutable after construction."""

    __slots__ = (
        "abbreviations",
        "bodies",
        "bodies_exact",
        "body_owner",
        "body_owner_exact",
        "doubtful",
        "endings",
        "ends",
        "index",
        "men",
        "names",
        "no_names",
        "opening",
        "particles",
        "titles",
        "women",
    )

    def __init__(self, languages: Languages) -> None:
        known = matchers(languages)
        self.names: NameWords = known.names
        self.titles: Phrases = known.phrases_of("titles.before")
        self.particles = frozenset(
            word for word in self.names.particle if not speaker_index(languages).is_a(word, "cuts", "articles")
        )
        self.ends: Phrases = known.phrases_of("titles.after")
        self.index: SpeakerIndex = speaker_index(languages)
        self.doubtful = _single(word.text for word in languages.speakers if word.sort == "names_and_words")
        self.no_names = _single(
            word.text for word in languages.speakers if word.sort in ("states", "peoples", "not_names")
        )
        self.endings = {
            sort: tuple(fold_text(word.text) for word in languages.speakers if word.sort == sort)
            for sort in (
                "verb_endings_she",
                "verb_endings_they",
                "people_endings",
                "state_endings",
                "many_endings",
                "name_endings",
            )
        }
        self.women = _single(languages.names.women)
        self.men = _single(languages.names.men)
        short = (text for text in languages.texts("titles.before") if len(text) <= 5 and " " not in text)
        self.abbreviations = frozenset(short)
        plain: dict[str, Body] = {}
        exact: dict[str, Body] = {}
        for body in languages.bodies:
            for spelling, is_exact in _spellings(body):
                (exact if is_exact else plain).setdefault(spelling if is_exact else fold_text(spelling), body)
        self.bodies = AhoCorasick(list(plain), matchkind=MatchKind.LeftmostLongest) if plain else None
        self.body_owner = tuple(plain.values())
        self.bodies_exact = AhoCorasick(list(exact), matchkind=MatchKind.LeftmostLongest) if exact else None
        self.body_owner_exact = tuple(exact.values())
        self.opening = _Opening(self.titles, self.index, self.names)
        """Whether a title, an office, a name or an organisation may begin with a folded word."""

    def gender_of(self, name: str) -> Gender | None:
        """Whether the given name at the head of `name` is a woman's or a man's; None where the tables do not say."""
        words = folded_words(name)
        if not words:
            return None
        she, he = words[0] in self.women, words[0] in self.men
        return None if she == he else "she" if she else "he"


def _spellings(body: Body) -> Iterable[tuple[str, bool]]:
    """Every way the organisation is named: (spelling, counts in exactly this case only)."""
    for name in (body.name_en, body.name_ar, *body.aliases):
        if name:
            plain = name.removeprefix("=")
            if plain.startswith("ال"):
                yield "لل" + plain[2:], False  # «ل» before the article swallows its alef
            acronym = re.fullmatch(r"[A-Z][A-Z0-9.&/-]{1,9}", plain) is not None
            yield plain, name.startswith("=") or acronym


def _single(texts: Iterable[str]) -> frozenset[str]:
    """Folded single words; of a phrase only the whole."""
    return frozenset(words[0] for text in texts if len(words := folded_words(text)) == 1)
