"""What stands behind a verb that comes first: who speaks, to whom, where, and with which item the content opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tawatur.attribute.following import Range
from tawatur.attribute.glued import noun_senses
from tawatur.attribute.items import Item
from tawatur.attribute.lexicon import Lexicon, Sense
from tawatur.attribute.spotting import (
    NAME_WORDS,
    adverb_at,
    bare,
    begins_anew,
    fits,
    is_definite,
    opens_later,
    question_at,
    speaks_at,
    takes_over,
    that_at,
    words_in,
)

Opening = Literal["that", "question", "colon", "quote", "of", "object"]

# A subject with all its titles and appositions is hardly longer; nothing is searched further.
_FAR = 64
# Verbs that are everyday words as well carry their content near by.
_NEAR = 30
_TOLD_WORDS = 6
_MOST_COMMAS = 4
_NEAR_COMMAS = 2
_LEAST_QUOTED = 3
_STRANGE = 8
_NEAR_QUOTED = 5
_NEAR_COLON = 14
_ABBREVIATED = 2
_LEAST_SHAPE = 5
_TITLED = 5


@dataclass(slots=True)
class Behind:
    """`opening`: how the content begins, at item `at`; None where no content follows."""

    speaker: Range | None = None
    addressee: Range | None = None
    venue: Range | None = None
    opening: Opening | None = None
    at: int = 0
    sourced: bool = False
    """The speaker stands behind the preposition of a source: «نقلت الوكالة عن فلان»."""
    end: int = 0
    """Behind the last item that belongs to speaker, addressee or circumstances."""


@dataclass(slots=True, kw_only=True)
class Verb:
    """What the verb at hand may take."""

    takes: frozenset[str]
    governs: frozenset[str]
    source: frozenset[str]
    has_subject: bool
    """The subject is known already, or there can be none: what follows is addressee, circumstance or content."""


class Walk:
    """One pass over the items behind a verb."""

    def __init__(self, items: Sequence[Item], at: int, ceiling: int, verb: Verb, lex: Lexicon) -> None:
        self.items, self.lex, self.verb = items, lex, verb
        self.at = at
        self.begin = at
        self.ceiling = min(ceiling, at + (_NEAR if "near" in verb.takes else _FAR))
        self.found = Behind(end=at)
        self.start: int | None = None
        self.stop = at
        self.closed = verb.has_subject
        self.commas = 0
        self.relative = False
        self.candidate: tuple[Opening, int] | None = None
        self.strange = 0
        """Words that are neither speaker, addressee nor circumstance."""
        self.aside = False
        """A circumstance is being read."""

    def run(self) -> Behind:
        """Read on until the content opens or the clause ends."""
        while self.at < self.ceiling and self._step():
            pass
        found = self.found
        if found.opening is None and self.candidate is not None:
            found.opening, found.at = self.candidate
        if self.start is not None and self.start < self.stop:
            found.speaker = _trimmed(self.items, self.start, self.stop, self.lex)
        return found

    def _step(self) -> bool:
        """Pass over one thing; False where the content opens or nothing more belongs to the verb."""
        at, item = self.at, self.items[self.at]
        fold, lex = item.fold, self.lex
        if item.quote is not None:
            return self._quotation(at, item)
        if not item.is_word:
            return self._mark(at, fold)
        that = that_at(self.items, at, lex)
        if that:
            return self._clause(at, that)
        asked = question_at(self.items, at, lex) if "that" in self.verb.takes else 0
        if asked and (self.closed or self.start is not None or at == self.begin):
            return self._open("question", at + asked - 1 if asked > 1 else at)
        if fold in lex["addressee"] & lex["glued_prepositions"]:
            return self._told(at + 1)
        if fold in self.verb.source and self.candidate is None:
            self.start, self.stop, self.closed, self.relative = None, at, False, False
            self.found.sourced = True
            return self._on(at + 1)
        found = lex.at(self.items, at)
        senses: Sequence[Sense] = found[1] if found is not None else noun_senses(fold, lex)
        if found is not None and self._phrase(at, found[0], senses):
            return True
        if self._governed(at, fold):
            return True
        if self._takes_object(at) and self._object(at, fold):
            return False
        if fold in lex["repeats"] or _transparent(senses):
            self._close(at)
            return self._on(at + 1)
        if self._other_clause(at, senses):
            return False
        return self._word(at, fold)

    def _quotation(self, at: int, item: Item) -> bool:
        before = self.items[at - 1].fold if at else ""
        if before in self.lex["glued_prepositions"] and before not in self.verb.governs:
            return self._told(at)
        if self.candidate is not None and at - self.candidate[1] > _LEAST_QUOTED:
            return self._on(at + 1)
        if self._is_content(at, item, before):
            return self._open("quote", at)
        if not self.closed:
            self.start = at if self.start is None else self.start
            self.stop = at + 1
        return self._on(at + 1)

    def _is_content(self, at: int, item: Item, before: str) -> bool:
        words = words_in(item)
        plain = before[1:] if before[:1] in self.lex["glued_before"] | self.lex["glued_prepositions"] else before
        if before in self.lex["works"] or plain in self.lex["works"] and self.start is not None and at - 1 > self.start:
            return False
        if words <= NAME_WORDS and opens_later(self.items, at + 1, self.ceiling, self.lex):
            return False
        if (
            words < _LEAST_QUOTED
            and "as" not in self.verb.takes
            and item.quote is not None
            and self.items[at - 1].is_word
        ):
            return False
        at_once = self.verb.has_subject and at == self.begin
        if "near" in self.verb.takes and words < _NEAR_QUOTED and self.items[at - 1].is_word and not at_once:
            return False
        told = self.found.addressee[1] if self.found.addressee is not None else self.begin
        near_by = range(max(told, at - 2), at) if self.items[at - 1].quote is None else ()
        if any(self.items[on].fold in self.lex["works"] for on in near_by) and words <= NAME_WORDS:
            return False
        if self.start is None and not self.closed and at == self.begin and words <= 2:
            return False
        return "quote" in self.verb.takes or "of" in self.verb.takes or "object" in self.verb.takes

    def _mark(self, at: int, fold: str) -> bool:
        if fold == ":":
            if "near" in self.verb.takes and (at - self.begin > _NEAR_COLON or "quote" not in self.verb.takes):
                return False
            return self._open("colon", at + 1)
        if fold == "(":
            closing = next((i for i in range(at + 1, min(self.ceiling, at + 12)) if self.items[i].fold == ")"), -1)
            if closing < 0:
                return False
            if not self.closed and self.start is not None:
                self.stop = closing + 1
            return self._on(closing + 1)
        if fold == ",":
            return self._comma(at)
        if fold in {";", "?", "!", "…"} or fold == "." and len(self.items[at - 1].fold) > _ABBREVIATED:
            return False
        if fold in {"-", ")"}:
            self._close(at)
        return self._on(at + 1)

    def _comma(self, at: int) -> bool:
        self.commas += 1
        most = _NEAR_COMMAS if "near" in self.verb.takes else _MOST_COMMAS
        if self.commas > most or at + 1 >= len(self.items) or self.candidate is not None:
            return False
        after = self.items[at + 1]
        if after.quote is not None or that_at(self.items, at + 1, self.lex):
            self._close(at)
            return self._on(at + 1)
        if begins_anew(self.items, at + 1, self.lex) or not opens_later(self.items, at + 1, self.ceiling, self.lex):
            return False
        opens = bare(after.fold, self.lex) in self.lex["subordinators"] and speaks_at(self.items, at + 2, self.lex)
        if opens or takes_over(self.items, at + 1, self.lex):
            return False
        if self.start is not None and not self.closed and self._is_circumstance(at + 1):
            self._close(at)
        self.relative = self.relative or self.start is not None
        return self._on(at + 1)

    def _is_circumstance(self, at: int) -> bool:
        fold, lex = self.items[at].fold, self.lex
        plain = bare(fold, lex)
        return any(word in lex[name] for word in (fold, plain) for name in ("prepositions", "time", "adverbs")) or (
            plain in lex["subject_pronouns"] and plain not in lex["relatives"]
        )

    def _clause(self, at: int, width: int) -> bool:
        before = self.items[at - 1].fold if at else ""
        if before in self.lex["no_that_after"] and at > self.begin:
            self._close(at - 1)
            return self._on(at + width)
        if "that" not in self.verb.takes:
            return False
        if self.candidate is not None and self.candidate[1] < at and self._is_head(at - 1):
            return False
        return self._open("that", at + width)

    def _is_head(self, at: int) -> bool:
        """«ضرورة أن»: the clause belongs to a noun of the content."""
        fold = self.items[at].fold
        plain = fold[1:] if fold[:1] in self.lex["glued_before"] | self.lex["glued_prepositions"] else fold
        return fold in self.lex["object_heads"] or plain in self.lex["object_heads"]

    def _told(self, at: int) -> bool:
        """The one who is told begins at item `at`."""
        items = self.items
        if at >= self.ceiling:
            return False
        end = at + 1
        if items[at].quote is None:
            while end < min(self.ceiling, at + _TOLD_WORDS) and self._told_goes_on(end):
                end += 1
        # The article lost its first letter to the preposition: «للصحافيين» is kept whole.
        whole = items[at].quote is None and items[at].raw[:1] == items[at - 1].fold
        self.found.addressee = self.found.addressee or (at - whole, end)
        if self.start is not None:
            self._close(self.stop)
        self.aside = True
        return self._on(end)

    def _told_goes_on(self, at: int) -> bool:
        items, lex = self.items, self.lex
        item = items[at]
        if item.quote is not None:
            return words_in(item) <= NAME_WORDS and opens_later(items, at + 1, self.ceiling, lex)
        if not item.is_word or that_at(items, at, lex) or item.fold in lex["prepositions"]:
            return False
        if item.fold in lex["time"] or item.fold in lex["adverbs"]:
            return False
        if self.start is None and not self.closed and at - self.begin >= 2 and is_definite(item.fold, lex):
            # the one who speaks is still to come, and definite titles open their names
            return not is_definite(items[at - 1].fold, lex) and items[at - 1].fold in lex["media"]
        found = lex.at(items, at)
        return found is None or not any(sense.part == "verbs" and sense.role in _SPEAKING for sense in found[1])

    def _phrase(self, at: int, end: int, senses: Sequence[Sense]) -> bool:
        roles = {sense.role for sense in senses}
        if "addressee" in roles:
            self._close(at)
            self._told(end)
            return True
        if "venue" in roles:
            self._close(at)
            self.aside = True
            self.found.venue = self.found.venue or (at, end)
            return self._on(end)
        if "speaker after" in roles:
            self._close(at)
            return self._on(end)
        return False

    def _governed(self, at: int, fold: str) -> bool:
        if self.candidate is not None or "of" not in self.verb.takes or self.strange:
            return False
        two = f"{fold} {self.items[at + 1].fold}" if at + 1 < self.ceiling else ""
        if two in self.verb.governs:
            self._close(at)
            self.candidate = ("of", at + 2)
            return self._on(at + 2)
        if fold in self.verb.governs:
            after = self.items[at + 1] if at + 1 < self.ceiling else None
            if at > self.begin and self.items[at - 1].fold in self.lex["determiners"]:
                return False
            if after is None or (self._venue_noun(at + 1) and fold in self.lex["venue_prepositions"]):
                return False
            self._close(at)
            self.candidate = ("of", at + 1)
            return self._on(at + 1)
        named = self.start is not None or self.closed
        if named and fold[:1] in self.verb.governs and self._is_glued_object(fold):
            self._close(at)
            self.candidate = ("of", at)
            return self._on(at + 1)
        return False

    def _is_glued_object(self, fold: str) -> bool:
        """The word begins with the letter of a preposition, and is not known for a word of its own."""
        own = ("adverbs", "joins", "prepositions", "works", "speaker_heads")
        return len(fold) > 3 and not any(fold in self.lex[name] for name in own)

    def _object(self, at: int, fold: str) -> bool:
        if self.candidate is not None or "near" in self.verb.takes:
            return False
        heads = self.lex["object_heads"]
        if fold in self.lex["demonstratives"] and self.start is None and not self.verb.has_subject:
            return False  # «يؤكد ذلك تقرير»: the one who speaks is still to come
        if at > self.begin and self.items[at - 1].fold in self.lex["construct_heads"]:
            return False  # «مدير صحة المحافظة»: part of the name of an office
        first = self.verb.has_subject and at == self.begin and not self._opens_soon(at)
        if not (fold in heads or first or self._is_object(at)) or self.commas:
            return False
        if (
            at > self.begin
            and self.items[at - 1].fold in self.lex["prepositions"]
            or adverb_at(self.items, at, self.lex)
        ):
            return False
        if fold in self.lex["prepositions"] or fold in self.lex["object_pronouns"] or at + 1 > len(self.items):
            return False
        self._close(at)
        self.candidate = ("object", at)
        return True

    def _takes_object(self, at: int) -> bool:
        """Verbs of a preposition lose it in participles: «متعهّداً إعادة النظر»."""
        if "object" in self.verb.takes:
            return True
        if "of" not in self.verb.takes or not self.verb.has_subject or at != self.begin:
            return False
        return self.items[at].fold in self.lex["object_heads"] or self._is_object(at)

    def _is_object(self, at: int) -> bool:
        """A word in the shape of a verbal noun, and no name for one who speaks."""
        fold = self.items[at].fold
        owner = self._owner(at)
        if len(fold) - len(owner) >= _LEAST_SHAPE:
            fold = fold.removesuffix(owner)
        if fold in self.lex["speaker_heads"] or is_definite(fold, self.lex):
            return False
        return any(len(shape) == len(fold) and fits(fold, shape) for shape in self.lex["object_shapes"])

    def _opens_soon(self, at: int) -> bool:
        """«مؤكداً سموه أنّ»: the one who speaks stands between, and the clause follows at once."""
        near = range(at, min(self.ceiling, at + _TITLED))
        return self.items[at].fold not in self.lex["object_heads"] and any(
            self.items[on].is_word and that_at(self.items, on, self.lex) and not self._is_head(on - 1) for on in near
        )

    def _owner(self, at: int) -> str:
        """What is written on to the end of a word for its owner: his, their."""
        item = self.items[at]
        # A feminine ending is folded like "his", but written otherwise.
        found = [end for end in self.lex["owned_endings"] if item.raw.endswith(end) and item.fold.endswith(end)]
        return max(found, key=len, default="")

    def _other_clause(self, at: int, senses: Sequence[Sense]) -> bool:
        """A verb here belongs to another clause: nothing more is this verb's."""
        if begins_anew(self.items, at, self.lex):
            return True
        if self.relative:
            return False
        fold = self.items[at].fold
        if fold in self.lex["prepositions"]:
            return False
        strong = any(
            s.part == "verbs" and s.role in {"finite", "passive"} and "near" not in s.takes for s in senses
        ) and not any(s.role in {"noun", "noun his"} for s in senses)
        return strong or (fold in self.lex["finite"] and self.candidate is None)

    def _word(self, at: int, fold: str) -> bool:
        lex = self.lex
        if self.candidate is not None:
            return self._on(at + 1)
        if fold in lex["relatives"] and fold not in lex["prepositions"]:
            self.relative = True
        if fold in lex["object_pronouns"]:
            return self._on(at + 1)
        if fold[:1] in lex["glued_before"] and fold[1:] in lex["subject_pronouns"]:
            self.closed = self.relative = True
            return self._on(at + 1)
        wide = adverb_at(self.items, at, lex)
        if wide:
            self._close(at)
            self.aside = True
            return self._on(at + wide)
        if self._closes(at, fold):
            self._close(at)
            self.aside = True
            if fold in lex["prepositions"] and fold not in lex["time"]:
                self.closed = True
            if fold in lex["venue_prepositions"] and self._venue_noun(at + 1):
                self.found.venue = self.found.venue or (at, at + 2)
            return self._on(at + 1)
        if not self.closed and self._is_told(at, fold):
            return self._told(at)
        if self.aside and self.start is None and not self._may_speak(at, fold):
            self.closed = True
        if not self.closed:
            self.start = at if self.start is None else self.start
            self.stop = at + 1
        elif not self.aside:
            self.strange += 1
            if self.verb.has_subject and self.strange > _STRANGE:
                return False
        return self._on(at + 1)

    def _may_speak(self, at: int, fold: str) -> bool:
        """Behind a circumstance only a definite noun, a known head or a name in marks is the subject at last."""
        lex = self.lex
        if self.found.addressee is not None and self.found.venue is None:
            return True
        return is_definite(fold, lex) or fold in lex["speaker_heads"] or self.items[at - 1].fold in lex["time"]

    def _is_told(self, at: int, fold: str) -> bool:
        """Behind a complete name the one who is told, or what is called so: «أبلغ الوزير صحيفة كذا»، «وصف الوزير خطّتهم»."""
        if "person" not in self.verb.takes or self.start is None:
            return False
        if fold in self.lex["media"] and not is_definite(fold, self.lex):
            return True
        before = self.items[at - 1]
        whole = before.quote is not None or is_definite(before.fold, self.lex) or before.fold == ")"
        owned = bool(self._owner(at)) and not is_definite(fold, self.lex)
        return (whole and owned) or fold in self.lex["demonstratives"]

    def _closes(self, at: int, fold: str) -> bool:
        lex = self.lex
        if fold in lex["time"]:
            return True
        if fold not in lex["prepositions"]:
            return False
        if fold not in lex["joins"] or self.start is None:
            return True
        return self._venue_noun(at + 1) or (at + 1 < len(self.items) and self.items[at + 1].fold in lex["time"])

    def _venue_noun(self, at: int) -> bool:
        return at < len(self.items) and self.items[at].fold in self.lex["venue_nouns"]

    def _close(self, at: int) -> None:
        if self.start is not None:
            self.closed = True

    def _open(self, opening: Opening, at: int) -> bool:
        self.found.opening, self.found.at = opening, at
        return False

    def _on(self, at: int) -> bool:
        self.at = at
        self.found.end = at
        return True


_SPEAKING = frozenset({"finite", "gerund", "passive"})


def _transparent(senses: Sequence[Sense]) -> bool:
    """A form of saying that only repeats the verb before it: «علّق قائلاً»، «نقلت عنه قوله»، «ردّ بالقول»."""
    return any(sense.role == "noun his" for sense in senses)


def _trimmed(items: Sequence[Item], start: int, end: int, lex: Lexicon) -> Range | None:
    while end > start and (
        (items[end - 1].quote is None and not items[end - 1].is_word and items[end - 1].fold != ")")
        or items[end - 1].fold in lex["prepositions"]
        or items[end - 1].fold in lex["relatives"] | lex["glued_prepositions"]
    ):
        end -= 1
    while (
        start < end
        and items[start].quote is None
        and (not items[start].is_word or items[start].fold in lex["coordinators"])
    ):
        start += 1
    return (start, end) if start < end else None
