"""What a language says of saying: the `speech.yaml` of each folder, and what packs add to it.

The file has word entries (`verbs`, `nouns`, `phrases`), the templates that inflect them (`inflection`) and plain lists
of small words. Nothing is inflected or folded here; the header of `en/speech.yaml` explains every key to its writer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tawatur.errors import LanguageDataError
from tawatur.languages.located import Table, Text
from tawatur.model.statement import VerbClass

SpeechPart = Literal["verbs", "nouns", "phrases", "inflection"]
PARTS: tuple[str, ...] = ("verbs", "nouns", "phrases", "inflection")
CLASSES: tuple[str, ...] = VerbClass.__args__  # type: ignore[attr-defined]
TAKES = ("that", "bare", "quote", "to", "object", "as", "person", "of", "near", "sourced", "loose")
"""What may follow a cue as its content; the header of `en/speech.yaml` says each with an example."""
ROLES = ("finite", "base", "participle", "gerund", "noun", "passive", "relative", "noun his")
"""What a form can do in a sentence: see the header of `en/speech.yaml`."""
PHRASE_KINDS = ("speaker after", "cited", "speaker before", "venue", "addressee", "quoted", "no statement")
SMALL_LISTS = (
    "that",
    "questions",
    "to",
    "negation",
    "auxiliaries",
    "modals",
    "passive_auxiliaries",
    "subject_pronouns",
    "object_pronouns",
    "determiners",
    "possessives",
    "articles",
    "as",
    "contrast",
    "own_voice",
    "speaking_nouns",
    "part_of",
    "adding",
    "behind_nouns",
    "plural_endings",
    "gerund_endings",
    "with",
    "prepositions",
    "coordinators",
    "subordinators",
    "relatives",
    "adverbs",
    "adverb_endings",
    "time",
    "times_of_day",
    "name_particles",
    "finite",
    "often_finite",
    "finite_endings",
    "not_verbs",
    "joins",
    "speaker_stops",
    "clause_starters",
    "labels",
    "works",
    "glued_before",
    "order",
    "addressee",
    "venue_prepositions",
    "venue_nouns",
    "same_speaker",
    "by",
    "people",
    "plurals",
    "no_that_after",
    "glued_prepositions",
    "media",
    "object_heads",
    "not_speakers",
    "repeats",
    "content_openers",
    "contrasts",
    "as_said",
    "first_person",
    "dotted_names",
    "article",
    "present_letters",
    "owned_endings",
    "themes",
    "theme_answers",
    "what",
    "said_what",
    "on_what",
    "also",
    "conditions",
    "own_shapes",
    "prayed_to",
    "speaker_heads",
    "object_shapes",
    "demonstratives",
    "asides",
)
_FIELDS = {
    "verbs": ("class", "takes", "governs", "source", "words"),
    "nouns": ("class", "takes", "governs", "source", "words"),
    "phrases": ("class", "kind", "words"),
    "inflection": ("form", "of", "role", "part", "start", "end", "missing"),
}


@dataclass(frozen=True, slots=True)
class SpeechEntry:
    """One entry of `verbs`, `nouns`, `phrases` or `inflection`, as written."""

    lang: str
    part: SpeechPart
    fields: tuple[tuple[str, tuple[Text, ...]], ...]
    where: str

    def all(self, key: str) -> tuple[Text, ...]:
        """The texts of one field; empty where the entry has none."""
        return dict(self.fields).get(key, ())

    def words(self, key: str) -> tuple[str, ...]:
        """The texts of one field, those written with commas between taken apart."""
        return tuple(part.strip() for text in self.all(key) for part in text.text.split(",") if part.strip())

    def one(self, key: str, default: str) -> str:
        """The text of a field that holds one; `default` where the entry has none."""
        found = self.all(key)
        return found[0].text if found else default


def read_speech(table: Table, lang: str) -> tuple[list[SpeechEntry], dict[str, tuple[Text, ...]]]:
    """The entries and the plain lists of one `speech.yaml`.

    Raises: LanguageDataError naming the file, the line and the next step.
    """
    entries = [
        entry_of(fields, key, lang) for key, found in table.entries.items() for fields in found if _is_part(key, table)
    ]
    for key, texts in table.lists.items():
        if key not in SMALL_LISTS:
            where = texts[0].where if texts else table.where
            raise LanguageDataError(f"{where}: unknown list {key!r}. Known are: {', '.join((*PARTS, *SMALL_LISTS))}.")
    return entries, table.lists


def entry_of(fields: dict[str, tuple[Text, ...]], part: str, lang: str) -> SpeechEntry:
    """One checked entry. Raises: LanguageDataError naming the file, the line and the next step."""
    where = fields[""][0].where
    known = _FIELDS[part]
    for key in fields:
        if key and key not in known:
            raise LanguageDataError(f"{where}: an entry of {part} has no {key!r}. Known are: {', '.join(known)}.")
    entry = SpeechEntry(lang, part, tuple((key, texts) for key, texts in fields.items() if key), where)  # type: ignore[arg-type]
    _check(entry, "class", CLASSES)
    _check(entry, "takes", TAKES)
    _check(entry, "role", ROLES)
    _check(entry, "kind", PHRASE_KINDS)
    if part != "inflection" and not entry.all("words"):
        raise LanguageDataError(f"{where}: this entry of {part} has no words. Write them as `words: [one, two]`.")
    if part == "inflection" and not (entry.one("part", "1").isdigit() and entry.all("role")):
        raise LanguageDataError(
            f"{where}: a form needs `role`, and `part` as a number (which principal part: 1, 2 ..)."
        )
    return entry


def _check(entry: SpeechEntry, key: str, known: tuple[str, ...]) -> None:
    for word in entry.words(key):
        if word not in known:
            raise LanguageDataError(f"{entry.where}: unknown {key} {word!r}. Known are: {', '.join(known)}.")


def _is_part(key: str, table: Table) -> bool:
    if key not in PARTS:
        raise LanguageDataError(f"{table.where}: unknown part {key!r}. Known are: {', '.join(PARTS)}.")
    return True
