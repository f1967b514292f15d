"""Everybody whom a post names: one entry a person, with all short forms, and one an organisation."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile

from tawatur.model import Span
from tawatur.text.naming import find_acronyms, find_names
from tawatur.text.naming_kinds import Gender, NameMention, NameTables
from tawatur.text.naming_words import Hit, bare
from tawatur.text.transliteration import likeness
from tawatur.text.words import Word, folded_words, words_of

ROLE_WINDOW = 70
"""How far before or behind a name the words of its office are looked for, in code points."""
SAME_PERSON = 86.0
"""Within one post a lower likeness will do than over a case: benchmarks/attribution/names_across.py."""
_ARABIC = re.compile("[\u0620-\u064a]")
_ARTICLES = re.compile(r"^(?:al|el|ad|an|ar|as|at|az|ash)[-']")
_ARTICLE = "ال"
_JOINS = re.compile("[ \u00a0\u200e\u200f]*")
_APPOSED = re.compile("[ \u00a0]*[,،(–—-][ \u00a0]*")
_STOPS = re.compile(r"[.!?؟:;؛\n\r«»“”\"]")


@dataclass(slots=True)
class Person:
    """Somebody named in the post. `name_at` is the fullest form, at its first place."""

    name_at: Span
    key: tuple[str, ...]
    mentions: list[Span] = field(default_factory=list)
    offices: dict[str, frozenset[str]] = field(default_factory=dict)
    """Office (its id) to the words around it: of what the office is."""
    gender: Gender | None = None


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation where the post names it."""

    at: Span
    words: tuple[str, ...]


@dataclass(slots=True)
class Cast:
    """All that the post names, and where."""

    text: str
    names: list[NameMention]
    people: list[Person]
    organisations: list[Organisation]
    short_forms: dict[str, Span]
    """Folded short form to where its long form stands."""
    person_at: dict[int, Person]
    """The person by where a mention begins."""
    has_both_scripts: bool = False
    """True where some are named in Arabic and some in other letters."""
    _places: list[int] = field(init=False)
    _by_word: dict[str, list[Person]] = field(init=False, default_factory=dict)
    _by_office: dict[str, list[Person]] = field(init=False, default_factory=dict)
    _fuller: dict[str, list[Organisation]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        # A post may hold thousands of names and of statements: nobody walks over all of the one for each of the other.
        self._places = sorted(self.person_at)
        for person in self.people:
            self._index(person)
        for body in self.organisations:
            for word in {word.removeprefix(_ARTICLE) for word in body.words} if len(body.words) > 1 else ():
                self._fuller.setdefault(word, []).append(body)

    def _index(self, person: Person) -> None:
        for word in set(person.key):
            self._by_word.setdefault(word, []).append(person)
        for office in person.offices:
            self._by_office.setdefault(office, []).append(person)

    def people_called(self, key: tuple[str, ...]) -> list[Person]:
        """Those whose name holds all words of `key`."""
        return [person for person in self._by_word.get(key[0], ()) if set(key) <= set(person.key)] if key else []

    def holding(self, office: str) -> Sequence[Person]:
        """Those whom the post gives the office."""
        return self._by_office.get(office, ())

    def named_before(self, at: int, after: int = -1) -> Iterator[tuple[int, Person]]:
        """Where people are named between `after` and `at`, both exclusive, the last first."""
        for number in range(bisect_left(self._places, at) - 1, -1, -1):
            place = self._places[number]
            if place <= after:
                return
            yield place, self.person_at[place]

    def fuller_before(self, word: str, at: int) -> Organisation | None:
        """The last organisation before `at` with this word, bare, in a name of several."""
        bodies = self._fuller.get(word, [])
        number = bisect_left(bodies, at, key=_body_start)
        return bodies[number - 1] if number else None

    def body_before(self, at: int) -> Organisation | None:
        """The last organisation whose name ends at `at` or before."""
        number = bisect_right(self.organisations, at, key=_body_end)
        return self.organisations[number - 1] if number else None

    def add(self, name_at: Span, key: tuple[str, ...], office: str, gender: Gender | None) -> Person:
        """Take in somebody whom only a speaker's phrase shows for a person."""
        person = Person(name_at, key, [name_at], {office: frozenset()} if office else {}, gender)
        self.people.append(person)
        self._index(person)
        if name_at.start not in self.person_at:
            insort(self._places, name_at.start)
        self.person_at[name_at.start] = person
        return person

    def with_initials(self, short: str) -> Person | None:
        """The one person whose initials `short` is; None where there is none or more than one."""
        if not (2 <= len(short) <= 3 and short.isupper()) or " ".join(name_key(short)) in self.short_forms:
            return None
        fitting = [
            person
            for person in self.people
            if "".join(word[0] for word in person.name_at.of(self.text).split() if word[0].isupper()) == short
        ]
        return fitting[0] if len(fitting) == 1 else None

    def in_script_of(self, name_at: Span, words: Span) -> Span:
        """The same person's name in the script of `words`, where the post has both; else as it is."""
        if not self.has_both_scripts:
            return name_at
        name = name_at.of(self.text)
        wanted = _is_arabic(words.of(self.text)[:200])
        if _is_arabic(name) == wanted:
            return name_at
        others = [person.name_at for person in self.people if _is_arabic(person.name_at.of(self.text)) == wanted]
        alike = [other for other in others if likeness(name, other.of(self.text)) >= SAME_PERSON]
        return alike[0] if len(alike) == 1 else name_at

    def names_in(self, span: Span) -> list[NameMention]:
        """The names that stand within `span`."""
        first = bisect_left(self.names, span.start, key=_start_of)
        within = takewhile(lambda name: name.span.start <= span.end, islice(self.names, first, None))
        return [name for name in within if span.holds(name.span)]


def _body_start(body: Organisation) -> int:
    return body.at.start


def _body_end(body: Organisation) -> int:
    return body.at.end


def _start_of(name: NameMention) -> int:
    return name.span.start


def _is_arabic(words: str) -> bool:
    letters = len(_ARABIC.findall(words))
    return letters * 2 > sum(map(str.isalpha, words))


def cast_of(text: str, span: Span, tables: NameTables) -> Cast:
    """Everybody named in the part `span` of `text`."""
    part = span.of(text)
    local = find_names(part)
    short = {" ".join(name_key(one.span.of(part))): one.long.moved(span.start) for one in find_acronyms(part, local)}
    names = [_moved(name, span.start) for name in local]
    people, person_at = _people(text, names, tables)
    organisations = [
        Organisation(name.span, folded_words(name.span.of(text))) for name in names if name.kind == "organisation"
    ]
    scripts = {_is_arabic(person.name_at.of(text)) for person in people}
    return Cast(text, names, people, organisations, short, person_at, len(scripts) > 1)


def name_key(name: str) -> tuple[str, ...]:
    """The words of a name for comparing: folded, without articles and possessive endings."""
    return tuple(_ARTICLES.sub("", bare(word)) for word in folded_words(name))


def _moved(name: NameMention, by: int) -> NameMention:
    role = name.role.moved(by) if name.role is not None else None
    return NameMention(name.span.moved(by), name.kind, name.reasons, role, name.body)


def _people(text: str, names: Sequence[NameMention], tables: NameTables) -> tuple[list[Person], dict[int, Person]]:
    """Full names first, so that a short form, wherever it stands, finds the full one."""
    mentions = [(name, name_key(name.span.of(text))) for name in names if name.kind in ("person", "unknown")]
    mentions.sort(key=lambda pair: (-len(pair[1]), pair[0].span.start))
    people: list[Person] = []
    person_at: dict[int, Person] = {}
    by_word: dict[str, list[Person]] = {}
    for name, key in mentions:
        if not key:
            continue
        known = _whom(by_word.get(key[-1], []), key)
        if known is None:
            if name.kind != "person" or len(key) == 1 and by_word.get(key[-1]):
                continue
            known = Person(name.span, key)
            people.append(known)
            for word in key:
                by_word.setdefault(word, []).append(known)
        known.mentions.append(name.span)
        if len(key) == len(known.key) and name.span.start < known.name_at.start:
            known.name_at = name.span
        person_at[name.span.start] = known
        _add_offices(text, name, known, tables)
        known.gender = known.gender or tables.gender_of(known.name_at.of(text))
    for person in people:
        person.mentions.sort()
    people.sort(key=lambda person: person.mentions[0])
    return people, person_at


def _whom(people: Iterable[Person], key: tuple[str, ...]) -> Person | None:
    """The one person whose name holds all words of `key`; None where nobody or more than one does."""
    fitting = [person for person in people if set(key) <= set(person.key)]
    same = [person for person in fitting if person.key == key]
    if same:
        return same[0]
    return fitting[0] if len(fitting) == 1 else None


def _add_offices(text: str, name: NameMention, person: Person, tables: NameTables) -> None:
    """What stands before and behind a name as its office: "spokesman X", "X, a lawyer for the owners"."""
    for words, part in _beside(text, name, tables):
        for (begin, end), (concept, form) in part:
            others = frozenset(
                bare(word.folded)
                for place, word in enumerate(words)
                if not begin <= place < end and word.folded not in tables.names.small
            )
            person.offices.setdefault(concept, others)
            if person.gender is None and form in ("men", "women"):
                person.gender = "he" if form == "men" else "she"
    for word in words_of(text[max(0, name.span.start - 12) : name.span.start])[-1:]:
        if tables.index.is_a(word.folded, "titles_she"):
            person.gender = "she"
        elif tables.index.is_a(word.folded, "titles_he") and person.gender is None:
            person.gender = "he"


_Office = tuple[tuple[int, int], tuple[str, str]]


def _beside(text: str, name: NameMention, tables: NameTables) -> Iterator[tuple[list[Word], list[_Office]]]:
    begin = name.span.start
    if name.role is not None:
        begin = name.role.start
        words = words_of(name.role.of(text))
        yield words, [_office(hit) for hit in _offices_in(words, tables)]
    before = text[max(0, begin - ROLE_WINDOW) : begin]
    cut = max((stop.end() for stop in _STOPS.finditer(before)), default=0)
    words = words_of(before[cut:])[-6:]
    # "the spokesman, X" and "lawyer X": nothing but a comma may stand between.
    yield words, [_office(hit) for hit in _offices_in(words, tables) if hit.end == len(words)]
    behind = text[name.span.end : name.span.end + ROLE_WINDOW]
    lead = _APPOSED.match(behind)
    if lead is not None:
        rest = behind[lead.end() :]
        stop = _STOPS.search(rest)
        words = words_of(rest[: stop.start() if stop else len(rest)])
        comma = re.search("[,،)]", rest)
        if comma is not None:
            words = [word for word in words if word.start < comma.start()]
        yield words, [_office(hit) for hit in _offices_in(words, tables) if hit.begin <= 4][:2]


def _offices_in(words: list[Word], tables: NameTables) -> list[Hit]:
    return [hit for hit in tables.index.hits(words) if hit.of("offices", "people")]


def _office(hit: Hit) -> _Office:
    meaning = hit.of("offices", "people")
    return (hit.begin, hit.end), (meaning.concept, meaning.form) if meaning is not None else ("", "")
