"""Reads the data files into tables, and says what is wrong with one, where, and what to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast

from tawatur.errors import LanguageDataError
from tawatur.languages.located import Table, Text, read_rows, read_table
from tawatur.languages.meanings import event_words, pack_meaning, read_event_classes, read_lexicon
from tawatur.languages.places import check_places, pack_place, read_demonyms, read_place_words, read_places
from tawatur.languages.speakers import Body, SpeakerWord, pack_body, pack_speakers, read_bodies, read_speakers
from tawatur.languages.speech import PARTS as SPEECH_PARTS
from tawatur.languages.speech import SpeechEntry, entry_of, read_speech
from tawatur.languages.tables import (
    CREDIT_KINDS,
    OUTLET_KINDS,
    CreditCue,
    Demonym,
    EventClass,
    FurnitureLine,
    Languages,
    Line,
    Meaning,
    NamedPlace,
    Names,
    Outlet,
)
from tawatur.model.description import CreditKind

HOME = Path(__file__).parent
FURNITURE_KINDS = (
    "navigation", "share", "related", "comments", "posted", "labels", "subscribe", "rights", "search", "readmore",
    "media", "advert", "archive", "contents", "separator", "cookies", "widget", "popular", "print", "account",
    "pages", "mail", "forum", "live",
)  # fmt: skip
LISTS = {
    "bylines": (
        "markers",
        "weak_markers",
        "verbs_after",
        "joiners",
        "collective",
        "roles",
        "special",
        "places",
        "links",
    ),
    "titles": ("before", "after"),
    "captions": ("phrases", "openers", "labels", "closers", "roles", "verbs"),
    "outlet_words": ("first", "last", "inside", "tails", "units", "agencies", "moments"),
    "words": ("small", "plain", "verbs"),
    "citing": ("before", "after", "unnamed", "release", "agency", "rights"),
    "formulas": ("honours", "fields", "phrases"),
    "numbers": ("values", "scales", "vague", "at_least", "at_most", "about", "between", "to", "joins", "dual"),
    "claims": (
        "it",
        "cut",
        "not",
        "denied",
        "untrue",
        "happen",
        "apart",
        "passive",
        "verb_first",
        "unsure",
        "planned",
        "by",
        "against",
        "did",
        "opinion",
        "first_person",
        "opposite",
        "north",
        "south",
        "east",
        "west",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "left",
        "right",
        "side_state",
        "side_opposition",
        "side_coalition",
        "side_police",
        "side_firm",
        "side_port",
        "side_crew",
        "side_unknown",
        "side_workers",
        "side_gang",
    ),
    "stems": ("least", "before", "before_known", "after", "same", "stop"),
}
OUTLET_COLUMNS = ("id", "kind", "country", "languages", "name_en", "name_ar", "aliases", "domains", "owner")
NAME_ROLES = ("given", "family", "particle", "prefix")


@dataclass(slots=True)
class _Shelf:
    """What has been read so far."""

    furniture: list[FurnitureLine] = field(default_factory=list)
    outlets: list[Outlet] = field(default_factory=list)
    names: dict[str, list[str]] = field(default_factory=lambda: {role: [] for role in NAME_ROLES})
    credits: list[CreditCue] = field(default_factory=list)
    lists: dict[str, list[Line]] = field(default_factory=dict)
    speech: list[SpeechEntry] = field(default_factory=list)
    places: list[NamedPlace] = field(default_factory=list)
    demonyms: list[Demonym] = field(default_factory=list)
    speakers: list[SpeakerWord] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)
    lexicon: list[Meaning] = field(default_factory=list)
    events: list[EventClass] = field(default_factory=list)
    triggers: list[tuple[str, Line]] = field(default_factory=list)
    women: list[str] = field(default_factory=list)
    men: list[str] = field(default_factory=list)

    def close(self) -> Languages:
        return Languages(
            furniture=tuple(self.furniture),
            outlets=tuple(self.outlets),
            names=Names(
                **{role: tuple(dict.fromkeys(names)) for role, names in self.names.items()},
                women=tuple(dict.fromkeys(self.women)),
                men=tuple(dict.fromkeys(self.men)),
            ),
            credits=tuple(self.credits),
            lists=tuple((name, tuple(lines)) for name, lines in self.lists.items()),
            speech=tuple(self.speech),
            places=tuple(self.places),
            demonyms=tuple(self.demonyms),
            speakers=tuple(self.speakers),
            bodies=tuple(self.bodies),
            lexicon=tuple(self.lexicon),
            events=tuple(self.events),
            triggers=tuple(self.triggers),
        )


def read_folders(home: Path = HOME, packs: tuple[Path, ...] = ()) -> Languages:
    """Every language folder under `home`, then the packs in their order.

    Raises: LanguageDataError naming the file, the line and the next step.
    """
    shelf = _Shelf()
    for folder in sorted(path for path in home.iterdir() if path.is_dir() and path.name.isalpha()):
        _read_folder(folder, shelf)
    for pack in packs:
        _read_pack(pack, shelf)
    _check_outlets(shelf.outlets)
    check_places(shelf.places, shelf.demonyms)
    return shelf.close()


def _read_folder(folder: Path, shelf: _Shelf) -> None:
    for name, read in _READERS.items():
        path = folder / name
        if path.exists():
            read(path, folder.name, shelf)
    for path in sorted(folder.glob("places*.tsv")):
        shelf.places.extend(read_places(path))


def _furniture(path: Path, lang: str, shelf: _Shelf) -> None:
    _take_furniture(read_table(path), lang, shelf)


def _take_furniture(table: Table, lang: str, shelf: _Shelf) -> None:
    for kind, lines in table.lists.items():
        _expect(kind, FURNITURE_KINDS, lines, table, "kind of furniture")
        shelf.furniture.extend(FurnitureLine(kind, Line(line.text, lang, line.where)) for line in lines)


def _credits(path: Path, lang: str, shelf: _Shelf) -> None:
    _take_credits(read_table(path), lang, shelf)


def _take_credits(table: Table, lang: str, shelf: _Shelf) -> None:
    for key, lines in table.lists.items():
        if key == "goes_on":
            shelf.lists.setdefault(f"credits.{key}", []).extend(_entries(lines, lang))
            continue
        kind, _, form = key.rpartition(" ")
        _expect(kind, CREDIT_KINDS, lines, table, "kind of credit")
        _expect(form, ("label", "phrase"), lines, table, "form of a credit cue")
        shelf.credits.extend(
            CreditCue(cast(CreditKind, kind), cast(Literal["label", "phrase"], form), line)
            for line in _lines(lines, lang)
        )


def _plain_lists(path: Path, lang: str, shelf: _Shelf) -> None:
    table = read_table(path)
    for key, lines in table.lists.items():
        _expect(key, LISTS[path.stem], lines, table, "list")
        shelf.lists.setdefault(f"{path.stem}.{key}", []).extend(_entries(lines, lang))


def _names(path: Path, lang: str, shelf: _Shelf) -> None:
    for (role, origin, names), where in read_rows(path, ("role", "origin", "names")):
        if role not in NAME_ROLES:
            raise LanguageDataError(
                f"{where}: unknown role {role!r}. Write one of {', '.join(NAME_ROLES)} in the first column."
            )
        found = [name.strip() for name in names.split(",") if name.strip()]
        shelf.names[role].extend(found)
        if role == "given" and origin.endswith((", women", ", men")):
            (shelf.women if origin.endswith(", women") else shelf.men).extend(found)


def _speech(path: Path, lang: str, shelf: _Shelf) -> None:
    entries, lists = read_speech(read_table(path), lang)
    shelf.speech.extend(entries)
    for key, texts in lists.items():
        shelf.lists.setdefault(f"speech.{key}", []).extend(_entries(texts, lang))


def _outlets(path: Path, lang: str, shelf: _Shelf) -> None:
    for cells, where in read_rows(path, OUTLET_COLUMNS):
        ident, kind, country, langs, name_en, name_ar, aliases, domains, owner = cells
        names = tuple((tag, name) for tag, name in (("en", name_en), ("ar", name_ar)) if name)
        shelf.outlets.append(
            Outlet(
                id=ident,
                kind=kind,
                country=country or None,
                langs=tuple(langs.split()),
                names=names,
                aliases=tuple(alias.strip() for alias in aliases.split("|") if alias.strip()),
                domains=tuple(domains.split()),
                owner=owner or None,
                where=where,
            )
        )


def _demonyms(path: Path, lang: str, shelf: _Shelf) -> None:
    demonyms, endings = read_demonyms(path, lang)
    shelf.demonyms.extend(demonyms)
    shelf.lists.setdefault("demonyms.endings", []).extend(endings)


def _place_words(path: Path, lang: str, shelf: _Shelf) -> None:
    for name, lines in read_place_words(path, lang).items():
        shelf.lists.setdefault(name, []).extend(lines)


def _speakers(path: Path, lang: str, shelf: _Shelf) -> None:
    shelf.speakers.extend(read_speakers(read_table(path), lang))


def _bodies(path: Path, lang: str, shelf: _Shelf) -> None:
    shelf.bodies.extend(read_bodies(path))


def _counted(path: Path, lang: str, shelf: _Shelf) -> None:
    for name, lines in read_table(path).lists.items():
        shelf.lists.setdefault(f"counted.{name}", []).extend(_entries(lines, lang))


def _lexicon(path: Path, lang: str, shelf: _Shelf) -> None:
    shelf.lexicon.extend(read_lexicon(path))


def _events(path: Path, lang: str, shelf: _Shelf) -> None:
    classes = read_event_classes(HOME / "common" / "events.yaml")
    if path.parent.name == "common":
        shelf.events.extend(classes)
    else:
        shelf.triggers.extend(event_words(read_table(path), lang, (one.name for one in classes)))


_READERS: dict[str, Callable[[Path, str, _Shelf], None]] = {
    "furniture.yaml": _furniture,
    "credits.yaml": _credits,
    "names.tsv": _names,
    "outlets.tsv": _outlets,
    "speech.yaml": _speech,
    "demonyms.yaml": _demonyms,
    "speakers.yaml": _speakers,
    "bodies.tsv": _bodies,
    "place_words.yaml": _place_words,
    "lexicon.tsv": _lexicon,
    "events.yaml": _events,
    "counted.yaml": _counted,
    **{f"{name}.yaml": _plain_lists for name in LISTS},
}


def _read_pack(path: Path, shelf: _Shelf) -> None:
    """A user's own additions: outlets, names, furniture lines, credit cues."""
    table = read_table(path)
    speech = tuple(f"{part} of speech" for part in SPEECH_PARTS if part != "inflection")
    known = (
        "outlets",
        "given names",
        "family names",
        "furniture",
        "credits",
        "bylines",
        "places",
        "gazetteers",
        "speakers",
        "bodies",
        *speech,
    )
    for key in [*table.lists, *table.entries]:
        _expect(key, known, table.lists.get(key, ()), table, "part of a pack")
    for entry in table.entries.get("outlets", ()):
        shelf.outlets.append(_pack_outlet(entry))
    shelf.places.extend(pack_place(entry) for entry in table.entries.get("places", ()))
    # Folders that `tawatur places import` wrote; a path that is not whole is seen from the pack.
    folders = [Line(str(path.parent / line.text), "und", line.where) for line in table.lists.get("gazetteers", ())]
    shelf.lists.setdefault("gazetteers", []).extend(folders)
    shelf.lexicon.extend(pack_meaning(entry) for entry in table.entries.get("lexicon", ()))
    shelf.bodies.extend(pack_body(entry) for entry in table.entries.get("bodies", ()))
    for entry in table.entries.get("speakers", ()):
        shelf.speakers.extend(pack_speakers(entry))
    for role in ("given", "family"):
        shelf.names[role].extend(line.text for line in table.lists.get(f"{role} names", ()))
    shelf.lists.setdefault("bylines.markers", []).extend(_lines(table.lists.get("bylines", ()), "und"))
    for key in speech:
        shelf.speech.extend(_pack_speech(entry, key.split()[0]) for entry in table.entries.get(key, ()))
    for part, take in (("furniture", _take_furniture), ("credits", _take_credits)):
        for entry in table.entries.get(part, ()):
            take(Table(table.where, {key: value for key, value in entry.items() if key}, {}), "und", shelf)


def _pack_speech(entry: dict[str, tuple[Text, ...]], part: str) -> SpeechEntry:
    """Verbs, nouns or phrases of a pack: as in a `speech.yaml`, with `language` beside them."""
    if "language" not in entry:
        raise LanguageDataError(f"{entry[''][0].where}: of which language? Add `language: en` (or ar, ...).")
    return entry_of({key: texts for key, texts in entry.items() if key != "language"}, part, entry["language"][0].text)


def _pack_outlet(entry: dict[str, tuple[Text, ...]]) -> Outlet:
    where = entry[""][0].where
    known = ("id", "kind", "country", "languages", "name_en", "name_ar", "name", "aliases", "domains", "owner")
    for key in entry:
        if key and key not in known:
            raise LanguageDataError(f"{where}: an outlet has no {key!r}. Known are: {', '.join(known)}.")

    def one(key: str) -> str:
        return entry[key][0].text if key in entry else ""

    def many(key: str) -> tuple[str, ...]:
        return tuple(text.text for text in entry.get(key, ()))

    names = tuple((tag, one(key)) for tag, key in (("en", "name_en"), ("ar", "name_ar"), ("und", "name")) if one(key))
    return Outlet(
        id=one("id") or (names[0][1] if names else ""),
        kind=one("kind") or "site",
        country=one("country") or None,
        langs=many("languages"),
        names=names,
        aliases=many("aliases"),
        domains=many("domains"),
        owner=one("owner") or None,
        where=where,
    )


def _check_outlets(outlets: list[Outlet]) -> None:
    seen: dict[str, str] = {}
    for outlet in outlets:
        if not outlet.names:
            raise LanguageDataError(f"{outlet.where}: the outlet {outlet.id!r} has no name. Give name_en or name_ar.")
        if outlet.id in seen:
            raise LanguageDataError(
                f"{outlet.where}: the id {outlet.id!r} is taken by {seen[outlet.id]}. Choose another."
            )
        seen[outlet.id] = outlet.where
        if outlet.kind not in OUTLET_KINDS:
            raise LanguageDataError(
                f"{outlet.where}: unknown kind {outlet.kind!r}. Write one of {', '.join(OUTLET_KINDS)}."
            )
        if outlet.country is not None and not (len(outlet.country) == 2 and outlet.country.isupper()):
            raise LanguageDataError(
                f"{outlet.where}: {outlet.country!r} is no country code. Write two capital letters (ISO 3166: SY, LB)."
            )


def _lines(texts: tuple[Text, ...], lang: str) -> list[Line]:
    return [Line(text.text, lang, text.where) for text in texts]


def _entries(texts: tuple[Text, ...], lang: str) -> list[Line]:
    """The entries of a plain list; a line may hold several with commas between, so that long lists stay readable."""
    return [Line(part.strip(), lang, text.where) for text in texts for part in text.text.split(",") if part.strip()]


def _expect(got: str, known: tuple[str, ...], lines: tuple[Text, ...], table: Table, what: str) -> None:
    if got not in known:
        where = lines[0].where if lines else table.where
        raise LanguageDataError(f"{where}: unknown {what} {got!r}. Known are: {', '.join(known)}.")
