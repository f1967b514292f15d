"""What is known of the languages, as immutable tables. Plain spellings as written; matchers fold them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from tawatur.languages.speakers import Body, SpeakerWord
from tawatur.languages.speech import SpeechEntry
from tawatur.model.description import CreditKind
from tawatur.model.place import PlaceKind

OutletKind = Literal[
    "agency", "newspaper", "magazine", "television", "radio", "site", "network", "journal", "institute", "broadcaster"
]
OUTLET_KINDS: tuple[str, ...] = OutletKind.__args__  # type: ignore[attr-defined]
PLACE_KINDS: tuple[str, ...] = PlaceKind.__args__  # type: ignore[attr-defined]
CREDIT_KINDS: tuple[str, ...] = CreditKind.__args__  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list: its words, its language folder and where it was written."""

    text: str
    lang: str
    where: str


@dataclass(frozen=True, slots=True)
class FurnitureLine:
    """A pattern of page furniture and its kind."""

    kind: str
    pattern: Line


@dataclass(frozen=True, slots=True)
class Outlet:
    """Someone who publishes: facts only.

    `names` maps a language tag to the outlet's name in it. `aliases` are the other ways it signs itself; a final `?`
    marks one that is also an ordinary word and counts only in quotes, after a head word, or as a whole field; a
    leading `=` one that counts only in exactly this case.
    """

    id: str
    kind: str
    country: str | None
    """ISO 3166 two-letter code; None where it has no one country."""
    langs: tuple[str, ...]
    names: tuple[tuple[str, str], ...]
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    owner: str | None = None
    where: str = field(default="", compare=False)

    @property
    def name(self) -> str:
        """The name to show where no language is asked for."""
        return self.names[0][1]

    def name_in(self, lang: str) -> str | None:
        """The name in one language, None where we hold none."""
        return dict(self.names).get(lang)


@dataclass(frozen=True, slots=True)
class Names:
    """Personal names as written: given names, family names, particles and prefixes."""

    given: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    particle: tuple[str, ...] = ()
    prefix: tuple[str, ...] = ()
    """Words that make a given name together with the next one: عبد, أبو, Abd, Umm."""
    women: tuple[str, ...] = ()
    """Those of `given` whose row says that women bear them."""
    men: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CreditCue:
    """Words that make a credit. `form` is `label` (takes a colon, a line of its own, or glue) or `phrase`."""

    kind: CreditKind
    form: Literal["label", "phrase"]
    cue: Line


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place that news names, as a reporter wrote it down: facts only.

    `aliases` are its other names in any script; a final `?` marks one that is also an ordinary word and counts only
    beside a word that makes it a place («بلدة», "town of"); a leading `=` one that counts only in exactly this case.
    """

    id: str
    kind: PlaceKind
    name_en: str | None
    name_ar: str | None
    aliases: tuple[str, ...] = ()
    lat: float | None = None
    """Degrees north and east, WGS 84; both None where no one point would mean anything."""
    lon: float | None = None
    radius_km: float | None = None
    """How far from the point the place may reach, or the point may be wrong."""
    country: str | None = None
    """ISO 3166 two-letter code; None where it lies in several or none."""
    within: str | None = None
    """Id of the place it is a part of."""
    geonames_id: int | None = None
    """Set: the same place as this one of GeoNames, and these are more names for it."""
    where: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Demonym:
    """A word for what is of a place: Iraqi, عراقي. `of` is a country's code or the id of a place."""

    of: str
    word: Line


@dataclass(frozen=True, slots=True)
class Meaning:
    """Words of several languages for one thing."""

    theme: str
    words: tuple[Line, ...]
    where: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class EventClass:
    """A class of event: what reports of it may differ over."""

    name: str
    broader: str | None
    """A wider class whose words may stand for the same event."""
    slots: tuple[str, ...]
    """actor, target, place, time, number."""
    counts: tuple[str, ...] = ()
    """What the numbers of its reports count: dead, injured, troops."""


@dataclass(frozen=True, slots=True, eq=False)
class Languages:
    """All tables of all languages, and of the packs that were loaded with them. Immutable."""

    furniture: tuple[FurnitureLine, ...]
    outlets: tuple[Outlet, ...]
    names: Names
    credits: tuple[CreditCue, ...]
    lists: tuple[tuple[str, tuple[Line, ...]], ...]
    """The plain lists: ("bylines.markers", lines), ("titles.before", lines), ("words.plain", lines) ..."""
    speech: tuple[SpeechEntry, ...] = ()
    """Words of saying: verbs, nouns, phrases, and how they are inflected."""
    places: tuple[NamedPlace, ...] = ()
    demonyms: tuple[Demonym, ...] = ()
    speakers: tuple[SpeakerWord, ...] = ()
    bodies: tuple[Body, ...] = ()

    lexicon: tuple[Meaning, ...] = ()
    events: tuple[EventClass, ...] = ()
    triggers: tuple[tuple[str, Line], ...] = ()
    """(class of event, a word that tells of it)."""

    def lines(self, name: str) -> tuple[Line, ...]:
        """All lines of one list, every language's; empty where no file has it."""
        return dict(self.lists).get(name, ())

    def texts(self, name: str) -> tuple[str, ...]:
        """The texts of one list."""
        return tuple(line.text for line in self.lines(name))
