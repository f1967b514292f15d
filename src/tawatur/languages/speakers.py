"""Words for those who speak, and organisations known by name: `speakers.yaml` of each folder, `bodies.tsv`, and packs.

The header of `en/speakers.yaml` explains every list to its writer. Nothing is folded here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tawatur.errors import LanguageDataError
from tawatur.languages.located import Table, Text, read_rows

ENTRIES = ("offices", "people")
FORMS = ("either", "men", "women", "many")
SPEAKER_LISTS = (
    "pronouns_he",
    "pronouns_she",
    "pronouns_they",
    "pronouns_it",
    "pronouns_who",
    "pronouns_i",
    "same",
    "latter",
    "former",
    "anonymous",
    "anonymous_many",
    "anonymity",
    "qualities",
    "reports",
    "others",
    "documents",
    "bodies",
    "body_links",
    "states",
    "peoples",
    "names_and_words",
    "complements",
    "bodies_of_names",
    "not_names",
    "articles",
    "definite",
    "titles_he",
    "titles_she",
    "generic",
    "people_endings",
    "state_endings",
    "many_endings",
    "office_of",
    "name_endings",
    "cuts",
    "verb_endings_she",
    "verb_endings_they",
)
BODY_COLUMNS = ("id", "kind", "country", "name_en", "name_ar", "aliases")
BODY_KINDS = (
    "international",
    "government",
    "party",
    "armed",
    "court",
    "union",
    "company",
    "church",
    "charity",
    "university",
    "institute",
    "club",
    "movement",
    "other",
)


@dataclass(frozen=True, slots=True)
class SpeakerWord:
    """A word or phrase for somebody who speaks."""

    sort: str
    """`offices`, `people`, or the name of a plain list."""
    concept: str
    """The office's id, the same in every language; "" in a plain list."""
    form: str
    """`either`, `men`, `women` or `many`; "" in a plain list."""
    text: str
    lang: str
    where: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation known by name in both languages: facts only."""

    id: str
    kind: str
    country: str | None
    """ISO 3166 two-letter code; None where it has no one country."""
    name_en: str | None
    name_ar: str | None
    aliases: tuple[str, ...] = ()
    """Other names and acronyms. A leading `=` marks one that counts only in exactly this case."""
    where: str = field(default="", compare=False)

    @property
    def name(self) -> str:
        """The name to show where no language is asked for."""
        return self.name_en or self.name_ar or self.id


def read_speakers(table: Table, lang: str) -> Iterator[SpeakerWord]:
    """All words of one `speakers.yaml`. Raises: LanguageDataError naming file and line."""
    for key, lines in table.lists.items():
        if key not in SPEAKER_LISTS:
            where = lines[0].where if lines else table.where
            raise LanguageDataError(
                f"{where}: unknown list {key!r}. Known are: {', '.join((*ENTRIES, *SPEAKER_LISTS))}."
            )
        yield from _plain(key, lines, lang)
    for key, entries in table.entries.items():
        if key not in ENTRIES:
            where = entries[0][""][0].where
            raise LanguageDataError(f"{where}: {key!r} is no list of entries. Those are: {', '.join(ENTRIES)}.")
        for entry in entries:
            yield from _office(key, entry, lang)


def pack_speakers(entry: Mapping[str, tuple[Text, ...]]) -> Iterator[SpeakerWord]:
    """One entry under `speakers:` of a pack: a plain list with words, or an office with its forms."""
    where = entry[""][0].where
    name = entry["list"][0].text if "list" in entry else ""
    if name in ENTRIES:
        yield from _office(name, {key: texts for key, texts in entry.items() if key != "list"}, "und")
    elif name in SPEAKER_LISTS and "words" in entry:
        yield from _plain(name, entry["words"], "und")
    else:
        raise LanguageDataError(
            f"{where}: write `list`, one of {', '.join((*ENTRIES, *SPEAKER_LISTS))}, and its `words` "
            f"(for {' and '.join(ENTRIES)}: `id` and {', '.join(FORMS)})."
        )


def _plain(key: str, lines: tuple[Text, ...], lang: str) -> Iterator[SpeakerWord]:
    for line in lines:
        for part in line.text.split(","):
            if part.strip():
                yield SpeakerWord(key, "", "", part.strip(), lang, line.where)


def _office(key: str, entry: Mapping[str, tuple[Text, ...]], lang: str) -> Iterator[SpeakerWord]:
    where = entry[""][0].where
    if "id" not in entry:
        raise LanguageDataError(f"{where}: an entry of {key} needs an id. Take the one of the same office elsewhere.")
    for form, texts in entry.items():
        if form in ("", "id"):
            continue
        if form not in FORMS:
            raise LanguageDataError(f"{where}: {form!r} is no form. Write one of {', '.join(FORMS)}.")
        for text in texts:
            yield SpeakerWord(key, entry["id"][0].text, form, text.text, lang, text.where)


def read_bodies(path: Path) -> Iterator[Body]:
    """The organisations of a `bodies.tsv`. Raises: LanguageDataError naming file and line."""
    for cells, where in read_rows(path, BODY_COLUMNS):
        ident, kind, country, name_en, name_ar, aliases = cells
        yield _body(ident, kind, country, name_en, name_ar, aliases.split("|"), where)


def pack_body(entry: Mapping[str, tuple[Text, ...]]) -> Body:
    """One entry under `bodies:` of a pack, with the same fields as the columns of `bodies.tsv`."""
    where = entry[""][0].where
    for key in entry:
        if key and key not in BODY_COLUMNS:
            raise LanguageDataError(f"{where}: a body has no {key!r}. Known are: {', '.join(BODY_COLUMNS)}.")

    def one(key: str) -> str:
        return entry[key][0].text if key in entry else ""

    aliases = [text.text for text in entry.get("aliases", ())]
    name = one("name_en") or one("name_ar")
    return _body(
        one("id") or name, one("kind") or "other", one("country"), one("name_en"), one("name_ar"), aliases, where
    )


def _body(ident: str, kind: str, country: str, name_en: str, name_ar: str, aliases: list[str], where: str) -> Body:
    if kind not in BODY_KINDS:
        raise LanguageDataError(f"{where}: unknown kind {kind!r}. Write one of {', '.join(BODY_KINDS)}.")
    if not (name_en or name_ar):
        raise LanguageDataError(f"{where}: the body {ident!r} has no name. Give name_en or name_ar.")
    if country and not (len(country) == 2 and country.isupper()):
        raise LanguageDataError(
            f"{where}: {country!r} is no country code. Write two capital letters (ISO 3166: SY, LB)."
        )
    other = tuple(alias.strip() for alias in aliases if alias.strip())
    return Body(ident, kind, country or None, name_en or None, name_ar or None, other, where)
