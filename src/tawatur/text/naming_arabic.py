"""Names in Arabic letters, which has no capitals: titles and offices, known names, and words that head organisations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tawatur.model import Span
from tawatur.text.naming_kinds import NameMention, NameTables
from tawatur.text.naming_words import is_definite, readings
from tawatur.text.words import Word, fold_word

LONGEST_WORD = 40
MOST_NAME_WORDS = 5
MOST_COMPLEMENT = 8
MOST_BODY_WORDS = 7
_WORD = re.compile("[\u0621-\u063a\u0640-\u0652\u0670-\u06d3\u06d5]+")
_NOTHING = re.compile("[ \u00a0\u200b-\u200f\u202a-\u202e\u2066-\u2069]*")
_VOWELS = re.compile("[\u0640\u064e-\u0652\u0670]")
_GLUED = "وفبلك"
_TANWIN = ("\u064b", "\u064c", "\u064d", "ا\u064b")


def find_arabic_names(text: str, tables: NameTables) -> list[NameMention]:
    """Names in Arabic letters, in order."""
    words: list[Word] = []
    make = tuple.__new__  # of a word is made what it is, a tuple: every word of every post comes by here
    for hit in _WORD.finditer(text):
        folded, raw = _spellings(hit[0])
        if folded:
            words.append(make(Word, (*hit.span(), folded, raw)))
    return _Reader(text, words, tables).read()


@lru_cache(maxsize=1 << 15)
def _spellings(raw: str) -> tuple[str, str]:
    """A word folded, and as written without vowel signs."""
    return fold_word(raw) if len(raw) <= LONGEST_WORD else "", _unvowelled(raw)


def _unvowelled(raw: str) -> str:
    """The word as written but for its vowel signs, so that «أنّ» is the small word «أن»; tanwin stays."""
    return raw if raw.isalpha() else _VOWELS.sub("", raw)


_NO_NAME_SORTS = ("bodies", "offices", "qualities", "peoples", "people", "documents", "reports", "others", "anonymous")


class _Reader:
    """One walk over the words of a text."""

    __slots__ = ("_tables", "_text", "_words", "found")

    def __init__(self, text: str, words: list[Word], tables: NameTables) -> None:
        self._text = text
        self._words = words
        self._tables = tables
        self.found: list[NameMention] = []

    def read(self) -> list[NameMention]:
        at, opening = 0, self._tables.opening
        for on, word in enumerate(self._words):
            if on >= at and opening[word.folded]:
                at = max(on + 1, self._step(on))
        return self.found

    def _step(self, at: int) -> int:
        """Read what begins at word `at`; where to go on."""
        tables, words = self._tables, self._words
        word = words[at]
        titled = tables.titles.at(words, at)
        hit = tables.index.at(words, at)
        office = hit.end if hit is not None and hit.of("offices", "people") else None
        if titled is not None or office is not None:
            after = self._titled(at, max(titled or 0, office or 0), personal=titled is not None)
            if after is not None:
                return after
        if self._may_open(word, at):
            after = self._plain_name(at)
            if after is not None:
                return after
        if hit is not None and hit.of("bodies"):
            after = self._body(at, hit.end)
            if after is not None:
                return after
        return at + 1

    def _joined(self, at: int) -> bool:
        """True where nothing but blanks and direction marks stands between word `at` and the one before it."""
        return _NOTHING.fullmatch(self._text, self._words[at - 1].end, self._words[at].start) is not None

    # -- people

    def _titled(self, begin: int, after: int, *, personal: bool) -> int | None:
        """A name behind a title or an office and what the office is of: «وزير الخارجية الروسي سيرغي لافروف»."""
        words, tables = self._words, self._tables
        at = after
        while at < len(words) and at - after < MOST_COMPLEMENT:
            word = words[at]
            if not self._joined(at):
                return None
            if tables.index.is_a(word.folded, "complements") and not personal:
                at += 1
                continue
            further = tables.titles.at(words, at)
            if further is not None and further < len(words):
                at = further
                personal = True
                continue
            if not personal and self._is_place_before_name(at):
                at += 1
                continue
            if self._opens_titled(word, at, personal=personal and at == after):
                end = self._end_of_name(at, titled=True)
                if end > at:
                    role = Span(words[begin].start, words[at - 1].end)
                    self._add(at, end, "a title or office before it", role)
                    return end
            if not self._may_complement(word):
                return None
            personal = False
            at += 1
        return None

    def _opens_titled(self, word: Word, at: int, *, personal: bool) -> bool:
        """True where a name begins behind a title; an unknown word behind an office needs another beside it."""
        words, tables = self._words, self._tables
        if is_definite(word.folded) and word.folded not in tables.names.given:
            known = word.folded in tables.names.family and not self._is_ordinary(word.folded)
            return known and not tables.index.is_a(word.folded, *_NO_NAME_SORTS)
        if self._is_name(word, at):
            doubtful = word.folded in tables.doubtful or self._is_ordinary(word.folded)
            return personal or not doubtful or self._second_name(at)
        if not self._may_be_unknown(word):
            return False
        return personal or (words[at - 1].folded not in tables.names.small and self._second_name(at))

    def _is_place_before_name(self, at: int) -> bool:
        """True for the unknown word of "governor of X", before a given name and one more: «محافظ كذا سامر ...»."""
        words, names = self._words, self._tables.names
        return (
            at + 2 < len(words)
            and words[at].folded not in names.given
            and words[at].folded not in names.family
            and self._may_be_unknown(words[at])
            and words[at + 1].folded in names.given
            and not self._is_ordinary(words[at + 1].folded)
            and self._joined(at + 1)
            and self._second_name(at + 1)
        )

    def _second_name(self, at: int) -> bool:
        """True where the word behind word `at` may be the rest of a name."""
        words, tables = self._words, self._tables
        if at + 1 >= len(words) or not self._joined(at + 1):
            return False
        following = words[at + 1]
        plain = following.folded
        if following.raw in tables.names.small_as_written or plain in tables.no_names:
            return False
        if plain in tables.names.given or plain in tables.names.family or plain in tables.names.particle:
            return True
        if plain.startswith("ال"):
            return not self._is_ordinary(plain) and not tables.index.is_a(plain, *_NO_NAME_SORTS)
        return self._may_be_unknown(following)

    def _may_complement(self, word: Word) -> bool:
        """A word that says of what the office is: definite, a body, a land, a people, or a word such as «في»."""
        tables = self._tables
        return (
            is_definite(word.folded)
            or tables.index.is_a(word.folded, "bodies", "states", "peoples", "qualities", "complements")
            or word.folded.startswith(("ل", "ب"))
            and is_definite(word.folded)
        )

    def _may_open(self, word: Word, at: int) -> bool:
        return self._is_name(word, at)

    def _is_name(self, word: Word, at: int) -> bool:
        """True where the word is a given name, a part that makes one, or a foreign family name."""
        names, tables = self._tables.names, self._tables
        plain = self._without_glue(word, at)
        if word.raw in names.small_as_written or word.raw.endswith(_TANWIN):
            return False
        if plain in names.prefix:
            return self._prefix_opens(at)
        if plain in names.given:
            return True
        return (
            plain in names.family
            and not plain.startswith("ال")
            and not self._is_ordinary(plain)
            and (plain not in tables.doubtful)
        )

    def _prefix_opens(self, at: int) -> bool:
        """«أبو محمد»، «عبد الرحمن»: what follows is a name, or the article's word of a name of God."""
        words, names = self._words, self._tables.names
        if at + 1 >= len(words) or not self._joined(at + 1):
            return False
        following = words[at + 1].folded
        if following in names.given or following in names.family:
            return True
        return words[at].folded.removeprefix("و") in ("عبد",) and following.startswith("ال")

    def _plain_name(self, at: int) -> int | None:
        """A name that no title announces; a single word or an ordinary one needs a second name beside it."""
        tables, names, words = self._tables, self._tables.names, self._words
        end = self._end_of_name(at, titled=False)
        if end <= at:
            return None
        core = words[at:end]
        first = self._without_glue(core[0], at)
        doubtful = first in tables.doubtful or self._is_ordinary(first)
        if len(core) == 1:
            foreign = first in names.family and first not in names.given and len(first) >= 4
            if doubtful or not foreign or first.startswith("ال"):
                return None
            self._add(at, end, "a known family name")
            return end
        if first in names.given and first not in names.family and not doubtful:
            self._add(at, end, "a known given name")
            return end
        if self._sure(core[1]) or (first in names.prefix):
            self._add(at, end, "two known names in a row")
            return end
        return None

    def _sure(self, word: Word) -> bool:
        names = self._tables.names
        plain = word.folded
        known = plain in names.given or plain in names.family or plain.removeprefix("ال") in names.family
        return known and not self._is_ordinary(plain)

    def _end_of_name(self, at: int, *, titled: bool) -> int:
        """Where the name that begins at word `at` ends."""
        words, names = self._words, self._tables.names
        end, core, unknown = at, 0, 0
        while end < len(words) and core < MOST_NAME_WORDS:
            word = words[end]
            if end > at and not self._joined(end):
                break
            plain = self._without_glue(word, end) if end == at else word.folded
            if word.raw in names.small_as_written:
                break
            if plain in names.prefix or plain in names.particle:
                if end == at and not self._prefix_opens(end) and plain in names.prefix:
                    break
                end += 1
                continue
            if core >= 2 and self._is_office_behind(end):
                break
            before = words[end - 1].folded if end > at else ""
            if self._belongs(word, plain, core, before, titled=titled, unknown=unknown):
                unknown += not (plain in names.given or plain in names.family or plain.startswith("ال"))
                core += 1
                end += 1
                continue
            break
        while end > at and words[end - 1].folded in names.particle | names.prefix:
            end -= 1
        return end if core else at

    def _is_office_behind(self, at: int) -> bool:
        """True for what follows a full name and is an office that looks like a name: «أمين المتحف»."""
        words, tables = self._words, self._tables
        plain = words[at].folded
        if is_definite(plain) or not tables.index.is_a(plain, "offices", "people"):
            return False
        return at + 1 < len(words) and is_definite(words[at + 1].folded) and self._joined(at + 1)

    def _belongs(self, word: Word, plain: str, core: int, before: str, *, titled: bool, unknown: int) -> bool:
        """True where the word may stand in a name behind `core` others."""
        names, tables = self._tables.names, self._tables
        if word.raw.endswith(_TANWIN):
            return False
        if before in names.prefix:
            return True
        in_names = plain in names.given or plain in names.family
        if plain in names.small and not in_names:
            return False
        if plain.startswith("ال") and len(plain) > 4:
            if core == 0:
                return titled and not self._is_ordinary(plain) and plain not in tables.no_names
            if in_names or plain[2:] in names.family or (plain[2:] in names.given and not self._is_ordinary(plain)):
                return core < 3 or plain in names.family
            if self._is_ordinary(plain) or tables.index.is_a(
                plain, "bodies", "offices", "qualities", "peoples", "people"
            ):
                return False
            return core <= 2
        if in_names:
            return not (core and self._is_ordinary(plain) and plain not in names.given)
        if core == 0:
            return titled and self._may_be_unknown(word)
        return unknown < (2 if core < 2 else 1) and self._may_be_unknown(word)

    def _may_be_unknown(self, word: Word) -> bool:
        """A word that no table knows and that has neither the look of a verb nor a small word glued to it."""
        plain, tables = word.folded, self._tables
        if len(plain) < 3 or self._is_ordinary(plain) or plain in tables.names.small or is_definite(plain):
            return False
        if len(plain) >= 5 and plain.endswith(tables.endings["name_endings"]) and not plain.startswith("ال"):
            return True
        if word.raw.endswith(_TANWIN) or plain.startswith(("سي", "ست", "وال", "لل", "بال", "است", "ان", "مع")):
            return False
        if plain[0] in "يتن" and len(plain) >= 4 and plain[-1] not in "فيوسن":
            return False
        if plain.endswith(("ات", "وا", "ها", "هم", "نا", "ه")) and len(plain) > 3:
            return False
        if plain[0] in _GLUED and self._is_known(plain[1:]):
            return False
        return not any(form in tables.index.singles for form in readings(plain)[:1]) and plain not in tables.no_names

    def _is_known(self, plain: str) -> bool:
        """A word that some table holds, so that a letter before it is a word of its own: «بمجرد»، «لمصر»."""
        names = self._tables.names
        return (
            self._is_ordinary(plain)
            or plain in names.small
            or plain in names.given
            or plain in self._tables.no_names
            or plain in self._tables.index.singles
        )

    def _is_ordinary(self, plain: str) -> bool:
        names = self._tables.names
        if plain in names.plain or plain in names.verbs:
            return True
        return plain.startswith("ال") and plain[2:] in names.plain

    def _without_glue(self, word: Word, at: int) -> str:
        """The folded word without «و», «ف», «ب», «ل» before a known name: «وخالد»."""
        names, plain = self._tables.names, word.folded
        if plain in names.given or plain in names.family or plain in names.prefix:
            return plain
        if plain[0] in _GLUED and (plain[1:] in names.given or plain[1:] in names.family or plain[1:] in names.prefix):
            return plain[1:] if len(plain) > (3 if plain[0] == "و" else 5) else plain
        return plain

    # -- organisations

    def _body(self, at: int, after: int) -> int | None:
        """The name of an organisation: its head and the words that go with it."""
        words, tables = self._words, self._tables
        # «مجلس الأمن» stands in the table as it is: a name without more words.
        end, proper = after, int(after - at > 1 and is_definite(words[after - 1].folded))
        definite = is_definite(words[at].folded)
        while end < len(words) and end - at < MOST_BODY_WORDS and self._joined(end):
            kind = self._body_word(words, end, at, definite=definite)
            if kind is None:
                break
            proper += kind
            end += 1
        if end == after and end - at < 2 or not proper:
            return None
        while end > after and tables.index.is_a(words[end - 1].folded, "complements"):
            end -= 1
        start = words[at].start + _glue_of(words[at], tables)
        self.found.append(
            NameMention(Span(start, words[end - 1].end), "organisation", ("a word that heads an organisation",))
        )
        return end

    def _body_word(self, words: Sequence[Word], end: int, at: int, *, definite: bool) -> int | None:
        """1 where the word makes the name a name, 0 where it may stand in it, None where it ends it."""
        tables, word = self._tables, words[end]
        plain = word.folded
        if word.raw in tables.names.small_as_written or word.raw.endswith(_TANWIN):
            return None
        if plain.startswith("وال"):
            before = words[end - 1].folded
            joins = (
                before.startswith("ال")
                and not before.endswith(("يه", "ي", "الله"))
                and not tables.index.is_a(plain, "offices", "bodies", "others")
            )
            return 1 if joins else None
        if plain.startswith("ال"):
            return None if tables.index.is_a(plain, "offices", "people") and end > at + 1 else 1
        if definite or plain in tables.names.verbs or (plain[0] == "و" and tables.index.is_a(plain[1:], "bodies")):
            return None
        if tables.index.is_a(plain, "states"):
            return 1
        if tables.index.is_a(plain, "bodies"):
            return 0
        if end == at + 1 and tables.index.is_a(words[at].folded, "bodies_of_names") and len(plain) > 2:
            return None if self._is_ordinary(plain) or plain in tables.names.small else 1
        # «شركة أميركان إيرلاينز»: a foreign name of two words.
        other = words[end - 1]
        if end == at + 2 and not is_definite(other.folded) and self._may_be_unknown(other):
            return 1 if self._may_be_unknown(word) else None
        return None

    def _add(self, at: int, end: int, reason: str, role: Span | None = None) -> None:
        words = self._words
        first = words[at]
        start = first.start
        if self._without_glue(first, at) != first.folded:
            start += 1
        if self.found and self.found[-1].span.end > start:
            return
        self.found.append(NameMention(Span(start, words[end - 1].end), "person", (reason,), role))


def _glue_of(word: Word, tables: NameTables) -> int:
    """1 where «و» or another one-letter word is written on before the head: «والجيش»، «وحزب»."""
    plain = word.folded
    if plain.startswith(("وال", "فال", "بال", "كال")):
        return 1
    return int(plain[0] in _GLUED and plain not in tables.index.singles and plain[1:] in tables.index.singles)
