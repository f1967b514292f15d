"""Names in Latin letters: runs of capital words, cut where titles, offices and small words stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tawatur.model import Span
from tawatur.text.naming_kinds import NameKind, NameMention, NameTables
from tawatur.text.words import Word, fold_word

MOST_NAME_WORDS = 6
_CAP = (
    r"(?:(?:[A-Z]\.){1,4}(?=[\s,;:)])"  # J. or U.N.
    r"|(?:[a-z]{1,3}[-'’])?[A-ZÀ-ÖØ-ÞĀĞŁŞŠŽČĆİ]\w*(?:[-'’&](?!s\b)\w+)*)"
)
_LINKS = ("of", "for", "the", "and", "&", "on", "to")
_BLANK = "[ \u00a0]"
_SENTENCE_END = re.compile(r"[.!?…:;\n\r\u2028“\"«‘(\[|•*>—–-][\s\u00a0”\"»’)\]]*$")
_WORD_BEFORE = re.compile(r"(?<![\w-])([a-z][\w-]*(?=,?[ \u00a0]$)|[A-Z][\w-]*(?=,[ \u00a0]$)),?[ \u00a0]$")
_AGE = re.compile(r"[ \u00a0]?[,(][ \u00a0]?\d{1,2}[,) ]")
_APPOSED = re.compile(
    r"[ \u00a0]?[,(–—-][ \u00a0]?(?:an?|the|our|his|her|whose|who)[ \u00a0]((?:[\w'’-]+[ \u00a0]?){1,4})"
)
_ROMAN = re.compile(r"(?:X{0,3}(?:IX|IV|V?I{0,3}))$")


def find_latin_names(text: str, tables: NameTables) -> list[NameMention]:
    """Names in Latin letters, in order; single capital words that no table knows are `unknown`."""
    found: list[NameMention] = []
    for run in _runs(tables.abbreviations, tables.particles).finditer(text):
        words = run[0]
        if " " in words or "\u00a0" in words or not _says_nothing(words, tables):
            found.extend(_names_in(text, run, tables))
    return found


@lru_cache(maxsize=8)
def _runs(abbreviations: frozenset[str], particles: frozenset[str]) -> re.Pattern[str]:
    short = "|".join(sorted(map(re.escape, abbreviations), key=len, reverse=True))
    links = "|".join(sorted({*map(re.escape, _LINKS), *(p for p in particles if p.isascii() and p.isalpha())}))
    cap = rf"(?:(?:{short})\.|{_CAP})"
    # Words are looked for from a letter of upper case on, or from "al-" before one.
    return re.compile(rf"(?<![\w'’@#./-]){cap}(?:{_BLANK}(?:(?:{links}){_BLANK}){{0,2}}{cap})*")


def _says_nothing(word: str, tables: NameTables) -> bool:
    """True for a single capital word of grammar, or a land or month, as most capital words are."""
    folded = fold_word(word)
    return folded in tables.names.small or folded in tables.no_names


def _names_in(text: str, run: re.Match[str], tables: NameTables) -> Iterator[NameMention]:
    words = [
        Word(run.start() + hit.start(), run.start() + hit.end(), fold_word(hit[0].replace(".", "")), hit[0])
        for hit in re.finditer(r"[^ \u00a0]+", run[0])
    ]
    if len(words) > 12 and all(word.raw.isupper() for word in words):
        return  # a headline in capitals says nothing by its case
    opens = run.start() == 0 or _SENTENCE_END.search(text, max(0, run.start() - 4), run.start()) is not None
    after_office = False
    for begin, end in _segments(words, tables):
        name = _name_of(words[begin:end], tables, opens=opens and begin == 0, of_office=after_office)
        if name is not None and name.kind != "person" and end - begin <= 3:
            name = _by_its_company(text, name, tables, first=begin == 0)
        after_office = name is None and begin < end and _ends_in_office(words[begin:end], tables)
        if name is not None:
            yield name


def _by_its_company(text: str, name: NameMention, tables: NameTables, *, first: bool) -> NameMention:
    """An unknown name behind "analyst" or before ", a teacher" or ", 46," is a person's."""
    before = _WORD_BEFORE.search(text, max(0, name.span.start - 30), name.span.start) if first else None
    if before is not None and _may_hold_name(fold_word(before[1]), tables):
        return name.as_kind("person", "a word for a person before it")
    if name.kind == "organisation":
        return name
    if _AGE.match(text, name.span.end):
        return name.as_kind("person", "an age behind it")
    behind = _APPOSED.match(text, name.span.end)
    if behind is not None and any(_is_person_word(fold_word(word), tables) for word in behind[1].split()):
        return name.as_kind("person", "a word for a person behind it")
    return name


def _is_person_word(folded: str, tables: NameTables) -> bool:
    return tables.index.is_a(folded, "offices", "people") or folded.endswith(tables.endings["people_endings"])


def _may_hold_name(folded: str, tables: NameTables) -> bool:
    return folded.endswith(tables.endings["people_endings"]) or any(
        meaning.sort in ("offices", "people") and meaning.form != "many"
        for meaning in tables.index.singles.get(folded, ())
    )


def _ends_in_office(words: list[Word], tables: NameTables) -> bool:
    """True for "Minister", "Deputy Prime Minister": what follows "of" is the office's, and then comes its holder."""
    return tables.index.is_a(words[-1].folded, "offices")


def _segments(words: list[Word], tables: NameTables) -> Iterator[tuple[int, int]]:
    """Cut at "and", "of", "for" ... except inside the name of an organisation or between an office and its land."""
    begin = 0
    at = 0
    has_body = False
    while at < len(words):
        word = words[at]
        if word.folded in _LINKS or (word.raw == "&"):
            if (over := _office_over(words, begin, at, tables)) is not None:
                at = over
                continue
            goes_on = has_body and word.folded != "to" and not _is_person_start(words, at + 1, tables)
            if word.folded == "and" and goes_on:
                goes_on = any(other.folded in ("of", "for") for other in words[begin:at])
            if not goes_on:
                yield begin, at
                while at < len(words) and words[at].folded in _LINKS:
                    at += 1
                begin, has_body = at, False
                continue
        elif tables.index.is_a(word.folded, "bodies"):
            has_body = True
        at += 1
    yield begin, len(words)


def _office_over(words: list[Word], begin: int, at: int, tables: NameTables) -> int | None:
    """Where an office ends that holds the small word at `at`: "Secretary of State"."""
    for start in range(max(begin, at - 3), at):
        hit = tables.index.at(words, start)
        if hit is not None and hit.end > at + 1 and hit.of("offices"):
            return hit.end
    return None


def _is_person_start(words: list[Word], at: int, tables: NameTables) -> bool:
    while at < len(words) and words[at].folded in _LINKS:
        at += 1
    return at < len(words) and words[at].folded in tables.names.given


def _name_of(words: list[Word], tables: NameTables, *, opens: bool, of_office: bool) -> NameMention | None:
    """The name that a piece of a run holds, after its titles and offices; None where it holds none."""
    begin, role = _after_titles(words, tables, opens=opens)
    if of_office and not role:
        given = (place for place, word in enumerate(words) if place and word.folded in tables.names.given)
        begin = next(given, begin) or _after_ordinary(words, tables)
        role = begin > 0
    core = words[begin:]
    if not core:
        return None
    kind, reason = _kind_of(core, tables, titled=role, opens=opens and begin == 0)
    if kind is None:
        return None
    at = Span(words[0].start, words[begin - 1].end) if role else None
    end = core[-1].end
    return NameMention(Span(core[0].start, end), kind, (reason,), at)


def _after_ordinary(words: list[Word], tables: NameTables) -> int:
    """Where two or three words that are no ordinary ones end the run: "Water Yanek Dobrin"."""
    at = 0
    while at < len(words) and (_is_ordinary(words[at], tables) or words[at].folded in tables.no_names):
        at += 1
    return at if 2 <= len(words) - at <= 3 else 0


def _after_titles(words: list[Word], tables: NameTables, *, opens: bool) -> tuple[int, bool]:
    """Where the name begins behind titles, offices, peoples and words of grammar, and whether a title stands there."""
    at, role = 0, False
    names = tables.names
    if opens and len(words) > 1 and _only_opens(words, tables):
        at = 1
    while at < len(words):
        after = tables.titles.at(words, at)
        hit = tables.index.at(words, at)
        if hit is not None and hit.of("offices", "people") and (hit.end < len(words) or hit.end - at > 1):
            after = max(after or 0, hit.end)
        if after is not None:
            at, role = after, True
            continue
        word = words[at]
        if (
            word.folded in names.small
            and len(word.folded) > 1
            and word.folded not in names.particle
            or (
                (word.folded in tables.no_names or tables.index.is_a(word.folded, "qualities"))
                and at + 1 < len(words)
                and word.folded not in names.given
                and _office_follows(words, at + 1, tables)
            )
        ):
            at += 1
        else:
            break
    return at, role


def _only_opens(words: list[Word], tables: NameTables) -> bool:
    """True for a word that has its capital from the sentence: "Yesterday Anna", not "Security Council"."""
    names, first = tables.names, words[0]
    if first.folded in names.given or first.folded in tables.no_names or not _is_ordinary(first, tables):
        return False
    return first.folded in names.small or first.folded in names.verbs or words[1].folded in names.given


def _office_follows(words: list[Word], at: int, tables: NameTables) -> bool:
    """True where a title or an office stands within the next three words: "Russian Deputy Foreign Minister"."""
    for place in range(at, min(at + 3, len(words))):
        hit = tables.index.at(words, place)
        if tables.titles.at(words, place) is not None or (hit is not None and hit.of("offices", "people")):
            return True
    return False


def _kind_of(core: list[Word], tables: NameTables, *, titled: bool, opens: bool) -> tuple[NameKind | None, str]:
    names = tables.names
    first, last = core[0], core[-1]
    if len(core) == 1:
        return _kind_of_one(first, tables, titled=titled, opens=opens)
    if all(word.folded in tables.no_names or word.folded in names.small for word in core):
        return None, ""
    if tables.index.at(core, 0) is not None and _whole_is(core, tables, "states", "peoples", "not_names"):
        return None, ""
    given = first.folded in names.given
    if not (given and len(core) == 2 and last.folded in names.family) and any(
        tables.index.is_a(word.folded, "bodies") for word in core
    ):
        return "organisation", "a word that heads the name of an organisation"
    people = [word for word in core if word.folded not in names.particle]
    if not people or len(people) > MOST_NAME_WORDS:
        return None, ""
    odd = sum(_is_ordinary(word, tables) and word.folded not in names.family for word in people[1:])
    odd += _is_ordinary(first, tables) and not given
    if titled and odd < len(people):
        return "person", "a title or office before it"
    if odd:
        return ("person", "a known given name") if given and odd == 1 and len(people) == 3 else ("unknown", "capitals")
    if given:
        return "person", "a known given name"
    if last.folded in names.family and first.folded not in tables.no_names:
        return "person", "a known family name"
    if any(word.folded in names.given for word in people[1:]) or (len(first.folded) == 1 and len(people) == 2):
        return "person", "a known name in it"
    if (
        "al-" in last.folded
        or last.folded.startswith(("al-", "el-"))
        or any(w.folded in names.particle for w in core[1:-1])
    ):
        return "person", "the shape of a name"
    return "unknown", "capitals"


def _kind_of_one(word: Word, tables: NameTables, *, titled: bool, opens: bool) -> tuple[NameKind | None, str]:
    names = tables.names
    if word.folded in tables.no_names or word.folded in names.small or len(word.folded) < 2:
        return None, ""
    if "-" in word.raw and word.raw[-1].islower() and fold_word(word.raw.split("-")[0]) in tables.no_names:
        return None, ""  # "Portuguese-speaking"
    if titled:
        return (None, "") if _is_ordinary(word, tables) and opens else ("person", "a title or office before it")
    letters = word.raw.replace(".", "")
    if letters.isupper() and 2 <= len(letters) <= 6:
        return (None, "") if _ROMAN.match(letters) else ("organisation", "a short form in capitals")
    if _is_ordinary(word, tables) or tables.index.is_a(word.folded, "offices", "people", "bodies", "documents"):
        return None, ""
    if word.folded in names.family and word.folded not in tables.doubtful:
        return "person", "a known family name"
    return "unknown", "a single capital word"


def _whole_is(core: list[Word], tables: NameTables, *sorts: str) -> bool:
    hit = tables.index.at(core, 0)
    return hit is not None and hit.end == len(core) and hit.of(*sorts) is not None


def _is_ordinary(word: Word, tables: NameTables) -> bool:
    names = tables.names
    return word.folded in names.plain or word.folded in names.verbs or word.folded in names.small
