"""What the words of a speaker say: a name, a pronoun, an office, a nameless source, a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tawatur.model import Span
from tawatur.model.statement import SpeakerClass
from tawatur.text.matchers import matchers
from tawatur.text.naming_kinds import Gender, NameKind, NameMention, NameTables
from tawatur.text.naming_words import Hit, Meaning, is_definite
from tawatur.text.outlets import named_outlet, score_outlet
from tawatur.text.words import Word, words_of

Pronoun = Literal["he", "she", "they", "it", "who", "i"]
MOST_PHRASE = 400
"""A speaker's phrase longer than this is read only so far: nobody's name is longer."""
MOST_OUTLET_WORDS = 6
SURE_OUTLET = 0.8
"""From here on `score_outlet` has seen a word that makes a name an outlet's: Courier, صحيفة."""
_PRONOUNS: tuple[Pronoun, ...] = ("he", "she", "they", "it", "who", "i")
_MARKS = "«»“”„\"'‘’()[]،,;:؛. \u00a0\n\t"
_HEADS: dict[str, SpeakerClass] = {
    "offices": "official",
    "people": "anonymous",
    "anonymous": "anonymous",
    "anonymous_many": "anonymous",
    "reports": "reports",
    "others": "reports",
    "documents": "document",
    "bodies": "organisation",
    "states": "organisation",
}
_LISTED = (*_HEADS, "qualities", "peoples", "cuts", "complements", "articles", "same", "latter")
_FORMS: dict[str, Gender] = {"men": "he", "women": "she"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One speaker's phrase, read by itself. Spans are of the page."""

    speaker_class: SpeakerClass | None
    """None where the words alone do not tell."""
    name: Span | None = None
    """The name in it, without titles and offices."""
    pronoun: Pronoun | None = None
    points_back: Literal["same", "latter", "former"] | None = None
    head: str = ""
    """The folded word that heads the phrase: source, ministry, lawyer."""
    concept: str = ""
    """The office or sort of person, the same in every language."""
    gender: Gender | None = None
    many: bool = False
    definite: bool = False
    size: int = 9
    """How many words stand before the first that leads to something else."""
    is_source: bool = False
    """A source that the words keep nameless: nobody named elsewhere is meant."""
    reasons: tuple[str, ...] = ()


def read_phrase(text: str, span: Span, names: Sequence[NameMention], tables: NameTables) -> Phrase:
    """Read the phrase at `span` of `text`; `names` are the names that stand in it."""
    start, end = _trimmed(text, span)
    if start > 0 and text[start - 1] == "@":
        return Phrase(speaker_class="person", name=Span(start - 1, end), reasons=("the name of an account",))
    words = [_moved(word, start) for word in words_of(text[start : min(end, start + MOST_PHRASE)])]
    if not words:
        return Phrase(speaker_class=None)
    return _Reading(text, Span(start, end), words, names, tables).read()


def _trimmed(text: str, span: Span) -> tuple[int, int]:
    start, end = span.start, span.end
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return start, end


def _moved(word: Word, by: int) -> Word:
    return Word(word.start + by, word.end + by, word.folded, word.raw)


class _Reading:
    """One phrase, its words, and the listed words among them."""

    __slots__ = ("_headed_by", "_hits", "_names", "_size", "_span", "_tables", "_text", "_words")

    def __init__(
        self, text: str, span: Span, words: list[Word], names: Sequence[NameMention], tables: NameTables
    ) -> None:
        self._text, self._span, self._words, self._tables = text, span, words, tables
        self._names = names
        self._hits = tables.index.hits(words)
        self._size = self._first_cut()
        self._headed_by = self._find_head()

    def read(self) -> Phrase:
        """The first reading that holds, the surest first."""
        for step in (self._pronoun, self._outlet, self._points_back, self._nameless, self._person, self._headed):
            phrase = step()
            if phrase is not None:
                return phrase
        return self._unknown()

    def _pronoun(self) -> Phrase | None:
        if not self._hits or self._hits[-1].end != len(self._words) or len(self._words) > 4:
            return None
        if self._hits[-1].begin and any(name.kind != "unknown" for name in self._names):
            return None
        last = self._hits[-1]
        if last.begin and any(hit.sorts() & _HEADS.keys() for hit in self._hits[:-1]):
            return None
        for pronoun in _PRONOUNS:
            if last.of(f"pronouns_{pronoun}") is not None:
                gender: Gender | None = "he" if pronoun == "he" else "she" if pronoun == "she" else None
                return Phrase(
                    speaker_class=None, pronoun=pronoun, gender=gender, many=pronoun == "they", reasons=("a pronoun",)
                )
        return None

    def _outlet(self) -> Phrase | None:
        if len(self._words) > MOST_OUTLET_WORDS or not self._may_be_outlet():
            return None
        whole = self._text[self._span.start : self._span.end]
        known = matchers()
        if named_outlet(whole, known) is not None:
            reason = "the name of a known outlet"
        elif self._headed_by_body() or not self._looks_like_outlet(whole):
            return None
        else:
            reason = "the shape of an outlet's name"
        name = self._whole(self._words[: self._segment()]) if reason != "the name of a known outlet" else self._span
        return Phrase(speaker_class="outlet", name=name, head=self._words[0].folded, reasons=(reason,))

    def _headed_by_body(self) -> bool:
        head = self._head()
        return head is not None and head[1].sort == "bodies"

    def _looks_like_outlet(self, whole: str) -> bool:
        """A name with an outlet's word in it, or right behind one: "the weekly Fakt", «صحيفة «المرفأ»»."""
        known = matchers()
        capitals = next((n for n, word in enumerate(self._words) if word.is_capital), 0)
        begin = 1 if len(self._words) > 1 and self._tables.index.is_a(self._words[0].folded, "articles") else 0
        part = self._text[self._words[max(begin, capitals)].start : self._span.end]
        if score_outlet(part, known) >= SURE_OUTLET or score_outlet(whole, known) >= SURE_OUTLET:
            return True
        heads, tails = known.phrases_of("outlet_words.first"), known.phrases_of("outlet_words.last")
        lead = self._words[begin:capitals] if capitals else self._words[:1] if self._uncased() else []
        return len(self._words) > len(lead) + begin and any(
            word.folded in heads or word.folded in tails for word in lead
        )

    def _may_be_outlet(self) -> bool:
        """False for what is plainly somebody else: an office, a person, a source, a paper of theirs."""
        if self._segment() < len(self._words) and any(hit.of("documents", "reports") for hit in self._hits[:1]):
            return False
        return not any(hit.of("offices", "people", "anonymous", "anonymous_many", "others") for hit in self._hits)

    def _points_back(self) -> Phrase | None:
        for hit in self._hits:
            if hit.of("latter") and hit.end == len(self._words):
                return Phrase(speaker_class=None, points_back="latter", definite=True, reasons=("the later named",))
            if hit.of("former") and hit.begin == 0 and hit.end == len(self._words):
                return Phrase(speaker_class=None, points_back="former", definite=True, reasons=("the first named",))
        same = next((hit for hit in self._hits if hit.of("same")), None)
        head = self._head()
        if same is None or head is None or len(self._words) > 6:
            return None
        hit, meaning = head
        return self._as(hit, meaning, points_back="same", reason="points back to the same")

    def _nameless(self) -> Phrase | None:
        """A source, or somebody whose name is kept back; whose name the words do give is none."""
        head = self._head()
        if head is not None and head[1].sort in ("anonymous", "anonymous_many"):
            return self._as(*head, reason="a source that is not named")
        kept = next((hit for hit in self._hits if hit.of("anonymity")), None)
        if kept is None or self._head_name("person") or self._head_name("organisation"):
            return None
        phrase = self._as(*head, reason="") if head is not None else Phrase(speaker_class="anonymous")
        return Phrase(
            speaker_class="anonymous",
            head=phrase.head,
            concept=phrase.concept,
            gender=phrase.gender,
            many=phrase.many,
            definite=phrase.definite,
            is_source=True,
            reasons=("the words keep the name back",),
        )

    def _person(self) -> Phrase | None:
        name = self._head_name("person") or self._tail_name() or self._head_name("organisation")
        if name is None:
            return None
        head = self._head()
        meaning = head[1] if head is not None and head[1].sort in ("offices", "people") else None
        gender = (_FORMS.get(meaning.form) if meaning else None) or self._tables.gender_of(name.span.of(self._text))
        if name.kind == "organisation":
            return Phrase(
                speaker_class="organisation", name=name.span, head=self._first_word(name.span), reasons=name.reasons
            )
        return Phrase(
            speaker_class="person",
            name=name.span,
            concept=meaning.concept if meaning else "",
            head=self._words[head[0].end - 1].folded if head and meaning else "",
            gender=gender,
            reasons=name.reasons,
        )

    def _headed(self) -> Phrase | None:
        head = self._head()
        if head is None:
            return None
        hit, meaning = head
        body = None
        if meaning.sort in ("bodies", "states"):
            inside = [name for name in self._names if name.kind == "organisation" and self._is_head(name)]
            body = inside[0].span if inside else self._without_article(hit)
        elif meaning.sort == "documents":
            body = self._without_article(hit)
        return self._as(hit, meaning, name=body, reason=_WHY[_HEADS[meaning.sort]])

    def _unknown(self) -> Phrase:
        """Words that no table knows: a name where they have the shape of one, else somebody who is not named."""
        names, index, endings = self._tables.names, self._tables.index, self._tables.endings
        uncased = self._uncased()
        words = [word for word in self._words[: self._segment()] if word.folded not in names.small]
        if not words:
            return Phrase(speaker_class="anonymous", reasons=("nobody is named",))
        unknown = [name for name in self._names if name.kind == "unknown" and self._is_head(name)]
        one = words[0].folded if len(words) == 1 else ""
        if one and words[0].is_capital and one not in names.given and one.endswith(endings["state_endings"]):
            return Phrase(
                speaker_class="organisation", name=self._whole(words), reasons=("the ending of a land's name",)
            )
        if unknown and len(words) <= 4 and unknown[0].span.end >= words[-1].end:
            article = index.is_a(self._words[0].folded, "articles")
            if len(words) > 1 and self._is_plain(words[-1]) and (article or self._is_plain(words[0])):
                return Phrase(speaker_class="organisation", name=unknown[0].span, reasons=("a name of ordinary words",))
            return Phrase(speaker_class="person", name=unknown[0].span, reasons=("the shape of a name",))
        land = len(words) == 2 and is_definite(words[1].folded) and index.is_a(words[1].folded, "peoples")
        if uncased and land and not is_definite(words[0].folded) and not self._is_plain(words[0]):
            return Phrase(speaker_class="organisation", name=self._whole(words), reasons=("a name, and of what land",))
        small = any(word.raw in names.small_as_written for word in self._words[: self._segment()])
        listed = any(
            (self._is_plain(word) or index.is_a(word.folded, "others", "qualities"))
            and not (len(words) > 1 and (word.folded in names.given or word.folded in names.family))
            for word in words
        )
        first = words[0].folded
        many = uncased and is_definite(first) and first.endswith(endings["many_endings"])
        # «مستمع من الشمال»: one word and where it is from is nobody's name, unless it is a tribe's or a known one.
        alone = len(words) == 1 and self._segment() < len(self._words)
        if alone and not is_definite(first) and first not in names.family and first not in names.given:
            many = True
        if uncased and len(words) <= 4 and not (small or listed or many):
            return Phrase(
                speaker_class="person", name=self._before_bracket(), reasons=("no word of it is an ordinary one",)
            )
        if not uncased and len(words) <= 4 and all(word.is_capital for word in self._words) and not listed:
            return Phrase(speaker_class="person", name=self._span, reasons=("capitals",))
        return Phrase(
            speaker_class="anonymous",
            head=words[0].folded if uncased else words[-1].folded,
            definite=self._is_definite(0),
            size=self._segment(),
            reasons=("nobody is named",),
        )

    # -- what heads the phrase

    def _segment(self) -> int:
        return self._size

    def _head(self) -> tuple[Hit, Meaning] | None:
        return self._headed_by

    def _first_cut(self) -> int:
        """How many words stand before the first that leads to something else: "of", "for", «في», a comma."""
        for place, word in enumerate(self._words):
            if place and (
                self._tables.index.is_a(word.folded, "cuts", "pronouns_who")
                or "," in self._text[self._words[place - 1].end : word.start]
                or "،" in self._text[self._words[place - 1].end : word.start]
            ):
                return place
        return len(self._words)

    def _find_head(self) -> tuple[Hit, Meaning] | None:
        """The listed word that heads the phrase: the last before a preposition where words are capitalised by case,
        the first in scripts that write the head first."""
        limit = self._segment()
        first = self._words[0].raw[0]
        head_first = first.upper() == first.lower()
        found: tuple[Hit, Meaning] | None = None
        for hit in self._hits:
            if hit.begin >= limit:
                break
            meaning = next((one for one in hit.meanings if one.sort in _HEADS), None)
            if meaning is None or self._owns(hit):
                continue
            if head_first:
                lead = self._words[: hit.begin]
                if not all(self._leads(word) for word in lead):
                    return found
                if meaning.sort != "others":
                    return hit, meaning
                found = found or (hit, meaning)
                continue
            if found is None or meaning.sort != "others":
                found = (hit, meaning)
        if found is not None and found[1].sort == "others":
            # "Some of the officers", "one of the doctors": people, if nobody in particular.
            for hit in self._hits:
                if hit.begin > found[0].begin and (whose := hit.of("people", "offices")) is not None:
                    return hit, Meaning("people", whose.concept, "many")
        return found

    def _leads(self, word: Word) -> bool:
        """A word that may stand before the head: «أحد»، «عدد من»، «بعض»، a number."""
        index, names = self._tables.index, self._tables.names
        return word.is_number or word.folded in names.small or index.is_a(word.folded, "qualities", "others", "same")

    def _owns(self, hit: Hit) -> bool:
        return self._words[hit.end - 1].folded.endswith("'s")

    def _head_name(self, kind: NameKind) -> NameMention | None:
        """The name that the phrase is about, not one in "a spokesman for X" or "X's lawyer"."""
        for name in self._names:
            if name.kind != kind or not self._is_head(name):
                continue
            if kind == "person" or (self._whole_organisation(name) and not self._is_beside(name)):
                return name
        return None

    def _is_beside(self, name: NameMention) -> bool:
        """True where a comma or bracket parts the name from the words before it: "Jane Roe, Northern University"."""
        before = self._text[self._span.start : name.span.start]
        return any(mark in before for mark in ",،(")

    def _tail_name(self) -> NameMention | None:
        """A name that no table holds where the phrase leaves room for nothing else: behind an office, before a comma."""
        for name in self._names:
            starts = name.span.start <= self._words[0].start + 4
            followed = self._text[name.span.end : name.span.end + 2].lstrip().startswith((",", "("))
            if name.kind == "unknown" and starts and followed and len(name.span.of(self._text).split()) > 1:
                return name.as_kind("person", "the shape of a name, and more about it behind a comma")
        if not self._uncased():
            return self._tail_behind_office()
        head = self._head()
        if head is not None and head[1].sort not in ("offices", "people"):
            return None
        for piece in self._pieces():
            found = self._name_ending(piece)
            if found is not None:
                return NameMention(found, "person", ("the words behind an office",))
        return None

    def _tail_behind_office(self) -> NameMention | None:
        head = self._head()
        if head is None or head[1].sort not in ("offices", "people"):
            return None
        for name in self._names:
            behind = name.span.start - self._words[head[0].end - 1].end
            short = len(name.span.of(self._text).split()) <= 3
            if name.kind == "organisation" and short and behind == 1 and self._is_head(name):
                return name.as_kind("person", "the words behind an office")
            if name.kind == "unknown" and self._is_head(name) and name.span.start > self._words[head[0].begin].start:
                return name.as_kind("person", "the words behind an office")
        return None

    def _pieces(self) -> list[list[Word]]:
        """The words of the phrase, parted at commas and brackets."""
        pieces: list[list[Word]] = [[]]
        for place, word in enumerate(self._words):
            gap = self._text[self._words[place - 1].end : word.start] if place else ""
            if any(mark in gap for mark in "،,()؛;:"):
                pieces.append([])
            pieces[-1].append(word)
        return pieces

    def _name_ending(self, piece: list[Word]) -> Span | None:
        """Two to four words at the end of `piece` that can only be a name, with no small word before them."""
        names, index = self._tables.names, self._tables.index
        begin = len(piece)
        while begin > 0 and len(piece) - begin < 4:
            word = piece[begin - 1]
            given = word.folded in names.given or word.folded in names.family
            small = word.raw in names.small_as_written and word.folded not in names.prefix
            if small or index.is_a(word.folded, "complements") or (not given and index.is_a(word.folded, *_LISTED)):
                break
            begin -= 1
        while begin < len(piece) and (
            is_definite(piece[begin].folded)
            or (self._is_plain(piece[begin]) and piece[begin].folded not in names.given)
        ):
            begin += 1
        words = piece[begin:]
        if len(words) < 2 or any(word.is_number for word in words):
            return None
        before = piece[begin - 1] if begin else None
        if before is None and piece[0] is self._words[0] and words[0].folded not in names.prefix:
            return None
        if before is not None and (
            before.raw in names.small_as_written or index.is_a(before.folded, "cuts", "complements")
        ):
            return None
        known = any(word.folded in names.given or word.folded in names.prefix for word in words[:1]) or not any(
            map(self._is_plain, words)
        )
        return Span(words[0].start, words[-1].end) if known else None

    def _is_plain(self, word: Word) -> bool:
        names = self._tables.names
        return any(form in names.plain or form in names.verbs for form in (word.folded, word.folded.removeprefix("ال")))

    def _whole_organisation(self, name: NameMention) -> bool:
        """True unless an office or a source follows or leads it: "Pentagon spokesman", «متحدث باسم الجيش»."""
        head = self._head()
        if head is None:
            return True
        hit, meaning = head
        return meaning.sort in ("bodies", "states") or (
            name.span.start <= self._words[hit.begin].start and self._words[hit.end - 1].end <= name.span.end
        )

    def _is_head(self, name: NameMention) -> bool:
        follows = self._text[name.span.end : name.span.end + 2]
        if follows in ("'s", "’s") and name.span.end + 2 < self._span.end:
            return False
        starts = [word.start for word in self._words]
        if name.role is not None and name.role.start <= starts[0] + 4:
            return True
        between = [word for word in self._words if word.start < name.span.start]
        after_comma = 0
        for place in range(len(between)):
            gap_end = between[place + 1].start if place + 1 < len(between) else name.span.start
            gap = self._text[between[place].end : gap_end]
            if "," in gap or "،" in gap or ":" in gap:
                after_comma = place + 1
        index = self._tables.index
        cuts = [word for word in between[after_comma:] if index.is_a(word.folded, "cuts", "pronouns_who")]
        if cuts and name.span.end >= self._span.end and any(hit.of("offices") for hit in self._hits[:2]):
            cuts = [word for word in cuts if not index.is_a(word.folded, "office_of")]
        return not cuts

    # -- small readings

    def _as(
        self,
        hit: Hit,
        meaning: Meaning,
        *,
        reason: str,
        name: Span | None = None,
        points_back: Literal["same", "latter", "former"] | None = None,
    ) -> Phrase:
        return Phrase(
            speaker_class=_HEADS[meaning.sort],
            name=name,
            points_back=points_back,
            head=self._words[hit.begin if self._uncased() else hit.end - 1].folded,
            concept=meaning.concept,
            gender=_FORMS.get(meaning.form),
            many=meaning.form == "many" or meaning.sort == "anonymous_many",
            definite=self._is_definite(hit.begin),
            size=self._segment(),
            is_source=meaning.sort in ("anonymous", "anonymous_many"),
            reasons=(reason,) if reason else (),
        )

    def _uncased(self) -> bool:
        first = self._words[0].raw[0]
        return first.upper() == first.lower()

    def _is_definite(self, place: int) -> bool:
        return is_definite(self._words[place].folded) or self._tables.index.is_a(self._words[0].folded, "definite")

    def _whole(self, words: list[Word]) -> Span:
        return Span(words[0].start, words[-1].end)

    def _before_bracket(self) -> Span:
        """The phrase without an age or another note in brackets behind it."""
        end = self._words[self._segment() - 1].end
        bracket = self._text.find("(", self._span.start, end)
        if bracket > self._span.start:
            end = self._span.start + len(self._text[self._span.start : bracket].rstrip())
        return Span(self._span.start, end)

    def _first_word(self, span: Span) -> str:
        return next((word.folded for word in self._words if word.start >= span.start), "")

    def _without_article(self, hit: Hit) -> Span:
        begin = 1 if len(self._words) > 1 and self._tables.index.is_a(self._words[0].folded, "articles") else 0
        end = max(hit.end, self._segment())
        first = self._words[begin]
        glued = first.folded.startswith(("وال", "فال")) and self._uncased()
        return Span(first.start + int(glued), self._words[end - 1].end)


_WHY: dict[SpeakerClass, str] = {
    "official": "an office without a name",
    "anonymous": "somebody who is not named",
    "reports": "reports without a speaker",
    "document": "a document",
    "organisation": "a word for an organisation",
}
