"""What the words of a speaker say: a name, a pronoun, an office, a nameless source, a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tawatur.model import Span
from tawatur.model.statement import SpeakerClass
from tawatur.text.matchers import matchers
from tawatur.text.naming_kinds import Gender, NameMention, NameTables
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

    __slots__ = ("_hits", "_names", "_span", "_tables", "_text", "_words")

    def __init__(
        self, text: str, span: Span, words: list[Word], names: Sequence[NameMention], tables: NameTables
    ) -> None:
        self._text, self._span, self._words, self._tables = text, span, words, tables
        self._names = names
        self._hits = tables.index.hits(words)

    def read(self) -> Phrase:
        """The first reading that holds, the surest first."""
        for step in (self._pronoun, self._outlet, self._points_back, self._nameless, self._person, self._headed):
            phrase = step()
            if phrase is not None:
                return phrase
        return self._unknown()

    def _pronoun(self) -> Phrase | None:
        if not self._hits or self._hits[-1].end != len(self._words) or len(self._words) > 4 or self._names:
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
        elif score_outlet(whole.removeprefix("the "), known) >= SURE_OUTLET:
            reason = "the shape of an outlet's name"
        else:
            return None
        return Phrase(speaker_class="outlet", name=self._span, head=self._words[0].folded, reasons=(reason,))

    def _may_be_outlet(self) -> bool:
        """False for what is plainly somebody else: an office, a person, a source."""
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
        if kept is None or self._head_name() is not None:
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
        name = self._head_name()
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
        cased = self._words[0].raw[0].isupper()
        plain = self._tables.names.plain
        words = [word for word in self._words if word.folded not in self._tables.names.small]
        unknown = [name for name in self._names if name.kind == "unknown" and self._is_head(name)]
        if unknown and len(words) <= 4:
            return Phrase(speaker_class="person", name=unknown[0].span, reasons=("the shape of a name",))
        uncased = self._words[0].raw[0].lower() == self._words[0].raw[0].upper()
        if (
            uncased
            and 0 < len(words) <= 4
            and not any(word.folded in plain or word.folded.removeprefix("ال") in plain for word in words)
        ):
            return Phrase(speaker_class="person", name=self._span, reasons=("no word of it is an ordinary one",))
        if cased and len(words) <= 4 and all(word.is_capital for word in words):
            return Phrase(speaker_class="person", name=self._span, reasons=("capitals",))
        return Phrase(
            speaker_class="anonymous",
            head=self._words[-1].folded if cased or not uncased else self._words[0].folded,
            definite=self._is_definite(0),
            reasons=("nobody is named",),
        )

    # -- what heads the phrase

    def _segment(self) -> int:
        """How many words stand before the first that leads to something else: "of", "for", «في», a comma."""
        for place, word in enumerate(self._words):
            if place and (
                self._tables.index.is_a(word.folded, "cuts", "pronouns_who")
                or "," in self._text[self._words[place - 1].end : word.start]
                or "،" in self._text[self._words[place - 1].end : word.start]
            ):
                return place
        return len(self._words)

    def _head(self) -> tuple[Hit, Meaning] | None:
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
        return found

    def _leads(self, word: Word) -> bool:
        """A word that may stand before the head: «أحد»، «عدد من»، «بعض»، a number."""
        index, names = self._tables.index, self._tables.names
        return word.is_number or word.folded in names.small or index.is_a(word.folded, "qualities", "others", "same")

    def _owns(self, hit: Hit) -> bool:
        return self._words[hit.end - 1].folded.endswith("'s")

    def _head_name(self) -> NameMention | None:
        """The name that the phrase is about, not one in "a spokesman for X" or "X's lawyer"."""
        for kind in ("person", "organisation"):
            for name in self._names:
                if name.kind == kind and self._is_head(name):
                    if kind == "organisation" and not self._whole_organisation(name):
                        continue
                    return name
        return None

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
        return not any(self._tables.index.is_a(word.folded, "cuts", "pronouns_who") for word in between[after_comma:])

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
            is_source=meaning.sort in ("anonymous", "anonymous_many"),
            reasons=(reason,) if reason else (),
        )

    def _uncased(self) -> bool:
        first = self._words[0].raw[0]
        return first.upper() == first.lower()

    def _is_definite(self, place: int) -> bool:
        return is_definite(self._words[place].folded) or self._tables.index.is_a(self._words[0].folded, "articles")

    def _before_bracket(self) -> Span:
        """The phrase without an age or another note in brackets behind it."""
        whole = self._text[self._span.start : self._span.end]
        bracket = whole.find("(")
        end = len(whole[:bracket].rstrip()) if bracket > 0 else len(whole)
        return Span(self._span.start, self._span.start + end)

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
