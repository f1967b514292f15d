"""The language tables of speech made into a lookup by folded words, once for each language and set of tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, cast

from tawatur.attribute.items import Item
from tawatur.languages import Languages, current_languages
from tawatur.languages.inflect import forms_of, template_of
from tawatur.languages.speech import SMALL_LISTS, SpeechEntry
from tawatur.model.statement import VerbClass
from tawatur.text.words import folded_words


class Sense(NamedTuple):
    """What one form can do: its part of `speech.yaml`, its role (a phrase's kind), its class and what it takes."""

    part: str
    role: str
    verb_class: VerbClass
    takes: frozenset[str]


class Entry(NamedTuple):
    """One way for a cue to go on after its first word."""

    rest: tuple[str, ...]
    senses: tuple[Sense, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All words of saying of one language, by their first folded word; longest first."""

    lang: str
    cues: dict[str, tuple[Entry, ...]]
    small: dict[str, frozenset[str]]
    order: frozenset[str]
    going_on: dict[tuple[str, str], tuple[Entry, ...]]
    """Entries by first and second word, for first words with many; ("word", "") holds the entry of the word alone."""
    endings: dict[str, tuple[str, ...]]
    """Those lists that hold ends of words."""

    def at(self, items: Sequence[Item], at: int) -> tuple[int, tuple[Sense, ...]] | None:
        """(where the longest cue that begins at item `at` ends, its senses); None if none does."""
        fold = items[at].fold
        entries = self.cues.get(fold)
        if entries is None:
            return None
        if len(entries) > _FEW:
            # Small words begin many phrases: only those that go on with the next word are tried.
            next_fold = items[at + 1].fold if at + 1 < len(items) else ""
            entries = self.going_on.get((fold, next_fold)) or self.going_on.get((fold, ""), ())
        for rest, senses in entries:
            end = at + 1 + len(rest)
            if not rest or tuple(item.fold for item in items[at + 1 : end]) == rest:
                return end, senses
        return None

    def ends(self, name: str, folded: str) -> bool:
        """Whether a folded word ends in one of the endings of a list; an ending alone is no word."""
        endings = self.endings.get(name)
        return endings is not None and folded.endswith(endings) and len(folded) > 3

    def __getitem__(self, name: str) -> frozenset[str]:
        """One list of small words, folded; empty where the language has none."""
        return self.small.get(name, _NONE)


_NONE: frozenset[str] = frozenset()
_FEW = 3
_OF_SOMETHING = frozenset({"offices", "bodies"})
_SPEAKING = frozenset({"offices", "people", "anonymous", "anonymous_many", "reports", "documents", "bodies"})


def _going_on(cues: dict[str, tuple[Entry, ...]]) -> dict[tuple[str, str], tuple[Entry, ...]]:
    found: dict[tuple[str, str], tuple[Entry, ...]] = {}
    for first, entries in cues.items():
        if len(entries) <= _FEW:
            continue
        alone = tuple(entry for entry in entries if not entry.rest)
        for entry in entries:
            key = (first, entry.rest[0] if entry.rest else "")
            if key not in found:
                found[key] = tuple(e for e in entries if e.rest and e.rest[0] == key[1]) + alone
    return found


def lexicon(lang: str | None, languages: Languages | None = None) -> Lexicon | None:
    """The lexicon of a BCP 47 tag, None where no `speech.yaml` speaks of its language."""
    tables = languages if languages is not None else current_languages()
    primary = (lang or "").split("-")[0].lower()
    return _built(primary, tables) if primary in _spoken(tables) else None


@lru_cache(maxsize=8)
def _spoken(languages: Languages) -> frozenset[str]:
    return frozenset(entry.lang for entry in languages.speech if entry.part == "inflection")


# A language is built when the first post in it comes: many a case has one.
@lru_cache(maxsize=16)
def _built(lang: str, languages: Languages) -> Lexicon:
    small = {
        name: frozenset(
            " ".join(words)
            for line in languages.lines(f"speech.{name}")
            if line.lang == lang and (words := folded_words(line.text) or (line.text,))
        )
        for name in SMALL_LISTS
    }
    if small["speaker_heads"]:
        small["speaker_heads"] |= _heads(lang, languages, _SPEAKING)
        small["construct_heads"] = _heads(lang, languages, _OF_SOMETHING)
    order = frozenset(line.text for line in languages.lines("speech.order") if line.lang == lang)
    cues = _cues([entry for entry in languages.speech if entry.lang == lang], small)
    endings = {name: tuple(sorted(small[name])) for name in small if name.endswith("_endings") and small[name]}
    return Lexicon(lang, cues, small, order, _going_on(cues), endings)


def _cues(entries: Iterable[SpeechEntry], small: dict[str, frozenset[str]]) -> dict[str, tuple[Entry, ...]]:
    entries = list(entries)
    templates = {
        part: [t for e in entries if e.part == "inflection" and (t := template_of(e)).of == part]
        for part in ("verbs", "nouns")
    }
    senses: dict[tuple[str, ...], dict[Sense, None]] = {}
    for entry in entries:
        if entry.part == "inflection":
            continue
        verb_class = cast(VerbClass, entry.one("class", "says"))
        takes = frozenset(entry.words("takes")) | _ruled(entry)
        for word in entry.words("words"):
            made = (
                forms_of(word, templates[entry.part]) if entry.part in templates else ((word, entry.one("kind", "")),)
            )
            for form, role in made:
                key = folded_words(form)
                if key:
                    senses.setdefault(key, {})[Sense(entry.part, role, verb_class, takes)] = None
    _with_glue(senses, small["glued_before"])
    found: dict[str, list[Entry]] = {}
    for key, held in senses.items():
        found.setdefault(key[0], []).append(Entry(key[1:], tuple(held)))
    return {first: tuple(sorted(held, key=lambda entry: -len(entry.rest))) for first, held in found.items()}


def _heads(lang: str, languages: Languages, sorts: frozenset[str]) -> frozenset[str]:
    """The first words of all that may name one who speaks, of these `sorts`."""
    return frozenset(
        folded_words(word.text)[0]
        for word in languages.speakers
        if word.lang == lang and word.sort in sorts and folded_words(word.text)
    )


def _ruled(entry: SpeechEntry) -> frozenset[str]:
    """The prepositions of an entry, as marks among what it takes: "governs to"."""
    return frozenset(
        f"{key} {' '.join(folded_words(word))}" for key in ("governs", "source") for word in entry.words(key)
    )


def _with_glue(senses: dict[tuple[str, ...], dict[Sense, None]], glue: frozenset[str]) -> None:
    """Every cue again with each of the letters that the language writes on to a word's front."""
    for key, held in list(senses.items()):
        for letter in glue:
            senses.setdefault((letter + key[0], *key[1:]), {}).update(held)
