"""The layouts of languages whose verb stands first: verb, speaker, content; speaker, verb, content; content, source.

Where the one who speaks ends and the content opens is read off the words between: `behind.py`. Where it ends:
`clause.py`. Which languages are read so stands in their `speech.yaml` (order: verb first).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tawatur.attribute.behind import Behind, Verb, Walk, adverb_at, is_glued, that_at, words_in
from tawatur.attribute.clause import content_at, is_source, speaks
from tawatur.attribute.cues import Cue, CueRole
from tawatur.attribute.following import Range
from tawatur.attribute.glued import noun_senses
from tawatur.attribute.items import Item
from tawatur.attribute.lexicon import Lexicon, Sense
from tawatur.attribute.phrases import Subject
from tawatur.attribute.sentence import Draft

_MOST_SUBJECT = 14
_NOUN_REACH = 9
_LEAST_QUOTED = 3
_SPEAKER_WORDS = 24
_VERBLESS = 24
_LONGEST_SPEAKER = 26
_MAIN_WORDS = 10
# «ما يؤكد أن»: a thing shows it, nobody says it.
_WHAT = frozenset({"ما", "مما", "بما", "وما"})
# The sign of a doubled letter tells a verb from the everyday word that is written like it: «بيّن» and «بين».
_DOUBLED = "\u0651"


class Hit(NamedTuple):
    """A form of saying at items [at, end)."""

    at: int
    end: int
    role: str
    senses: tuple[Sense, ...]

    @property
    def takes(self) -> frozenset[str]:
        """All that its senses take; an everyday word only if it is one in every sense."""
        takes = frozenset(take for sense in self.senses for take in sense.takes)
        return takes if all("near" in sense.takes for sense in self.senses) else takes - {"near"}

    def prepositions(self, key: str) -> frozenset[str]:
        """Those it governs, or those before its source."""
        return frozenset(take.partition(" ")[2] for take in self.takes if take.startswith(key + " "))


class Line:
    """One sentence on its way: what was found so far, and where the next statement may begin."""

    def __init__(self, items: Sequence[Item], lex: Lexicon, *, in_title: bool, goes_on: bool) -> None:
        """`goes_on`: somebody spoke before this sentence, and may be meant by a verb without a subject."""
        self.items, self.lex, self.in_title, self.goes_on = items, lex, in_title, goes_on
        self.drafts: list[Draft] = []
        self.floor = 0
        """Behind the content or the cue that was read last."""

    def read(self) -> list[Draft]:
        """The statements of the sentence that a cue carries, in the order of their cues."""
        at = 0
        while at < len(self.items):
            at = max(at + 1, self._at(at))
        return self.drafts or self._verbless()

    def _verbless(self) -> list[Draft]:
        """«فلان عبر منصة كذا: «...»»: a name, circumstances, a colon and a quotation."""
        start = self._past_lead(0, len(self.items))
        colon = next((at for at in range(start, min(len(self.items), _VERBLESS)) if self.items[at].fold == ":"), -1)
        if colon <= start or colon + 1 >= len(self.items) or self.items[colon + 1].quote is None:
            return []
        verb = Verb(takes=frozenset({"quote"}), governs=frozenset(), source=frozenset(), has_subject=False)
        behind = Walk(self.items, start, colon + 1, verb, self.lex).run()
        if behind.opening != "colon" or behind.speaker is None or behind.end == behind.speaker[1]:
            return []
        if self.items[behind.speaker[0]].fold in self.lex["labels"]:
            return []
        return [
            Draft(content=(colon + 1, colon + 2), cue=None, speaker=behind.speaker, why="a name and a colon before it",
                  addressee=behind.addressee, venue=behind.venue)
        ]  # fmt: skip

    def _at(self, at: int) -> int:
        """Read what begins at item `at`; the item to go on from."""
        item = self.items[at]
        if not item.is_word:
            return at + 1
        found = self.lex.at(self.items, at)
        senses = found[1] if found is not None else noun_senses(item.fold, self.lex)
        end = found[0] if found is not None else at + 1
        if not senses:
            return at + 1
        roles = {sense.role for sense in senses}
        if "no statement" in roles:
            return end
        if "speaker after" in roles:
            return self._source(at, end, senses)
        for role in ("finite", "passive", "base", "relative", "gerund", "noun his", "noun"):
            kept = tuple(sense for sense in senses if sense.role == role and sense.part in {"verbs", "nouns"})
            # A form may be that of two verbs («وردت»: they answered, it stood): the one that asks for less goes first.
            kept = tuple(sense for sense in kept if "sourced" not in sense.takes) or kept
            if kept:
                reached = self._hit(Hit(at, end, role, kept))
                if reached:
                    return reached
        return at + 1

    def _hit(self, hit: Hit) -> int:
        if hit.role in {"finite", "passive", "base", "relative"}:
            return self._finite(hit)
        if hit.role == "gerund":
            return self._gerund(hit)
        return self._noun(hit)

    # Verbs

    def _finite(self, hit: Hit) -> int:
        lead, negated, helped = self._helpers(hit.at)
        if not self._may_be_verb(hit, lead) or self._is_prayer(hit) or not self._fits_negation(hit, lead, negated=negated):
            return 0
        as_said = self._as_said(hit, lead)
        before = None if as_said or self._serves(hit.at) else self._subject_before(lead, helped=helped)
        behind = self._behind(hit, has_subject=False)
        is_theme = before is not None and before[1] < lead or before is not None and self.items[lead].fold[:1] == "ف"
        if behind.speaker is not None and before is not None and (
            helped or is_theme or self.in_title or behind.opening is None
        ):
            behind = self._behind(hit, has_subject=True)
        if "near" in hit.takes and behind.speaker is not None and not self._opens_clause(lead) and not as_said:
            return 0
        if not as_said and lead > 0 and self.items[lead - 1].fold in _WHAT:
            return 0
        if "sourced" in hit.takes and not behind.sourced and self.items[hit.end : hit.end + 1] and (
            self.items[hit.end].fold not in self.lex["object_pronouns"]
        ):
            return 0
        if behind.speaker is not None and behind.speaker[1] - behind.speaker[0] > _LONGEST_SPEAKER:
            return 0
        speaker = behind.speaker or before
        if speaker is not None and speaker[1] - speaker[0] == 1 and self.items[speaker[0]].fold in self.lex["demonstratives"]:
            return 0
        cue = self._cue(hit, "finite", lead, negated=negated)
        if as_said and "near" in hit.takes and abs(as_said) == lead - 1 and self.items[lead - 1].fold[-3:] == "كما":
            as_said = 0
        if as_said and (behind.opening is None or hit.role == "relative" or as_said < hit.at - 1):
            return self._back(cue, speaker, behind, at=as_said if as_said > 0 else hit.at)
        if hit.role == "relative" and (behind.speaker is None or behind.opening not in {"that", "quote"}):
            return 0
        quoted = self._quote_before(lead) if behind.opening != "that" and "quote" in hit.takes else None
        if quoted is not None:
            return self._told_before(cue, quoted, speaker, behind)
        if behind.opening is None or (behind.speaker is None and self._too_far(hit, behind, before)):
            return 0
        content = content_at(self.items, behind.opening, behind.at, self.lex)
        if content is None:
            return 0
        if speaker is None and not self.drafts and not self.goes_on and behind.opening != "quote":
            return 0
        if behind.opening in {"of", "object"} and (self.in_title or self._is_relative(lead)):
            return 0
        if speaker is None and self._serves(hit.at) and not self.drafts:
            speaker = self._main_subject(hit.at)
        self._keep(content, cue, speaker, behind, same=speaker is None, why="words behind the verb")
        self.drafts[-1].verbatim = behind.opening == "colon"
        return content[1]

    def _fits_negation(self, hit: Hit, lead: int, *, negated: bool) -> bool:
        """Behind «لم» and «لا» stands a present; a past form there is the author's own «لا أنكر»."""
        if hit.role == "base":
            return negated
        fold = self.items[hit.at].fold
        own = negated and lead < hit.at and self.items[hit.at - 1].fold in self.lex["negation"]
        return not own or fold[:1] in {"ي", "ت"}

    def _opens_clause(self, lead: int) -> bool:
        """A clause can begin with item `lead`: behind a mark, an adverb, "and" or a word that opens clauses."""
        items, lex = self.items, self.lex
        if lead <= self.floor or is_glued(items[lead].fold, lex) or not items[lead - 1].is_word:
            return True
        start = lead
        while start > self.floor and items[start - 1].is_word:
            start -= 1
        return self._past_lead(start, lead) >= lead or items[start].fold in lex["prepositions"] or (
            items[start].fold[:1] in lex["glued_before"] and items[start].fold[1:] in lex["prepositions"]
        )

    def _is_prayer(self, hit: Hit) -> bool:
        """«داعين الله أن»: words to God are no statement."""
        return any(item.fold in self.lex["prayed_to"] for item in self.items[hit.end : hit.end + 3])

    def _is_relative(self, lead: int) -> bool:
        """«الذي أشار إليه»: what is said is known already."""
        return lead > 0 and self.items[lead - 1].fold in self.lex["relatives"] - self.lex["prepositions"]

    def _serves(self, at: int) -> bool:
        """«اتصل فلان ليقول»: the verb says what another one is done for."""
        fold = self.items[at].fold
        return fold[:1] in self.lex["glued_prepositions"] and fold[1:] in self.lex.cues

    def _too_far(self, hit: Hit, behind: Behind, before: Range | None) -> bool:
        """An everyday word without a speaker that is no word of saying unless the content is at its heel."""
        return "near" in hit.takes and before is None and behind.at - hit.end > 4

    def _helpers(self, at: int) -> tuple[int, bool, bool]:
        """(first item of what helps the verb, negated, helped by «قد» and its like)."""
        lex, negated, helped = self.lex, False, False
        while at > self.floor:
            fold = self.items[at - 1].fold
            bare = fold[1:] if fold[:1] in lex["glued_before"] else fold
            if fold in lex["negation"] or bare in lex["negation"]:
                negated = True
            elif fold in lex["auxiliaries"] or bare in lex["auxiliaries"]:
                helped = True
            else:
                break
            at -= 1
        return at, negated, helped

    def _may_be_verb(self, hit: Hit, lead: int) -> bool:
        """A verb can stand here: not behind a preposition, and not a thing to be wished or done."""
        item = self.items[hit.at]
        bare = item.fold[1:] if item.fold[:1] in self.lex["glued_before"] and len(item.fold) > 3 else item.fold
        if item.raw.endswith("ي") and bare[:1] not in {"ي", "ت", "س"}:
            return False
        if lead == 0:
            return True
        before = self.items[lead - 1]
        fold = before.fold
        if before.quote is not None or not before.is_word:
            return True
        if item.fold in self.lex["prepositions"] and _DOUBLED not in item.raw:
            return False
        if that_at(self.items, lead - 1, self.lex) and fold not in self.lex["subordinators"]:
            return bare[:1] not in {"ي", "ت", "س"} and lead >= 2 and self.items[lead - 2].fold in self.lex["no_that_after"]
        if fold in {"اذا", "لو"}:
            return False
        return not (fold in self.lex["prepositions"] and item.fold == bare and fold not in self.lex["adverbs"])

    def _subject_before(self, lead: int, *, helped: bool) -> Range | None:
        """The noun phrase before the verb, where a clause begins with it: «سلو أكّد أنّ»."""
        lex, items = self.lex, self.items
        if is_glued(items[lead].fold, lex):
            return self._theme(lead)
        start = lead
        while start > self.floor and (items[start - 1].is_word or items[start - 1].quote is not None or items[start - 1].fold in "()"):
            start -= 1
        apposition = self._apposition(start, lead)
        if apposition is not None:
            start = apposition
        start = self._past_lead(start, lead)
        while start < lead and items[start].fold in lex["auxiliaries"] or start < lead and items[start].fold[1:] in lex["auxiliaries"]:
            start += 1
        if start >= lead or not self._names_speaker(start, lead):
            return None
        return start, lead

    def _theme(self, lead: int) -> Range | None:
        """«أما الوزير فقال»."""
        start = lead
        while start > self.floor and self.items[start - 1].fold != "اما":
            if not self.items[start - 1].is_word and self.items[start - 1].fold not in {"(", ")", ","}:
                return None
            start -= 1
        if start <= self.floor or lead - start > _MOST_SUBJECT or not self.items[lead].fold.startswith("ف"):
            return None
        end = lead - 1 if self.items[lead - 1].fold == "," else lead
        return (start, end) if start < end else None

    def _apposition(self, start: int, lead: int) -> int | None:
        """The first item of «فلان، الناطق باسم كذا، » before a verb."""
        items = self.items
        if start != lead or start - 1 <= self.floor or items[start - 1].fold != ",":
            return None
        comma = next((at for at in range(start - 2, self.floor, -1) if items[at].fold in {",", "."}), -1)
        if comma < 0 or items[comma].fold != "," or start - comma > _MOST_SUBJECT:
            return None
        begin = comma
        while begin > self.floor and (items[begin - 1].is_word or items[begin - 1].quote is not None):
            begin -= 1
        return begin if begin < comma and self._names_speaker(self._past_lead(begin, comma), comma) else None

    def _past_lead(self, start: int, end: int) -> int:
        """Behind adverbs, coordinators and the words that open a clause."""
        lex, items = self.lex, self.items
        while start < end:
            wide = adverb_at(items, start, lex) if items[start].is_word else 1
            fold = items[start].fold
            two = f"{fold} {items[start + 1].fold}" if start + 1 < end else ""
            if wide:
                start += wide
            elif two in lex["subordinators"] or two in lex["contrasts"]:
                start += 2
            elif items[start].raw[:1].isdigit() or fold in lex["subordinators"] or fold in lex["coordinators"] or fold in lex["time"] or fold == "اما":
                start += 1
            else:
                break
        return min(start, end)

    def _names_speaker(self, start: int, end: int) -> bool:
        """Items [start, end) can be a noun phrase: no preposition opens it and no verb stands in it before a relative."""
        lex, items = self.lex, self.items
        if start >= end or end - start > _MOST_SUBJECT:
            return False
        first = items[start]
        if first.quote is None and (not first.is_word or first.fold in lex["prepositions"] or that_at(items, start, lex)):
            return False
        if first.fold in lex["negation"] or first.fold[1:] in lex["negation"]:
            return False
        if first.fold[:1] in {"و", "ف"} and (first.fold[1:] in lex["prepositions"] or first.fold[1:] in lex["finite"]):
            return False
        relative = False
        for at in range(start, end):
            item = items[at]
            if item.quote is not None or not item.is_word:
                continue
            if item.fold in lex["relatives"] and item.fold not in lex["prepositions"]:
                relative = True
            if item.fold in lex["finite"] and not relative:
                return False
            found = lex.cues.get(item.fold)
            if found is not None and not relative and any(
                s.role == "finite" and "near" not in s.takes for e in found if not e.rest for s in e.senses
            ):
                return False
            if that_at(items, at, lex):
                return False
        return True

    # Content before the cue

    def _as_said(self, hit: Hit, lead: int) -> int:
        """The first item of «كما» or «وفق ما» before the verb, plus nothing; 0 where there is none, -1 at item 0."""
        at = lead - 1
        if at < 0 or self.items[at].quote is not None:
            return 0
        fold = self.items[at].fold
        if fold in self.lex["as_said"] or fold[:1] in self.lex["glued_before"] and fold[1:] in self.lex["as_said"]:
            if at >= 1 and fold in {"ما", "لما"}:
                for begin in (at - 1, at - 2, at - 3):
                    if begin >= self.floor and (
                        is_source(self.items, begin, self.lex) or self.items[begin].fold in {"علي", "وعلي"} and begin == at - 1
                    ):
                        return begin or -1
                return 0
            return at or -1
        return 0

    def _back(self, cue: Cue, speaker: Range | None, behind: Behind, *, at: int) -> int:
        """Content stands before «كما قال فلان», or behind it where the sentence begins so."""
        at = max(at, 0)
        if speaker is None or "near" in cue.takes and behind.end < len(self.items) and self.items[behind.end].is_word:
            return 0
        content = self._before(at)
        if content is not None:
            self._keep(content, cue._replace(at=at), speaker, behind, same=speaker is None, why="words before the source")
            return max(behind.end, cue.end)
        begin = self._past_openers(speaker[1] if speaker else cue.end)
        content = content_at(self.items, "that", begin, self.lex) if begin > (speaker[1] if speaker else cue.end) else None
        if content is None:
            return 0
        self._keep(content, cue._replace(at=at), speaker, behind, same=speaker is None, why="words behind the source")
        return content[1]

    def _before(self, at: int) -> Range | None:
        """The clause, or the quotation, that ends before item `at`."""
        items, lex = self.items, self.lex
        end = at
        while end > self.floor and items[end - 1].quote is None and not items[end - 1].is_word:
            end -= 1
        if end <= self.floor:
            return None
        last = items[end - 1]
        if last.quote is not None and words_in(last) >= _LEAST_QUOTED:
            return (end - 1, end)
        start = self.floor
        for on in range(self.floor, end):
            if items[on].fold in {";"} or (items[on].fold == "," and on + 1 < end and items[on + 1].fold in lex["contrasts"]):
                start = on + 1
        start = self._past_lead(start, end)
        while start < end and items[start].quote is None and (not items[start].is_word or that_at(items, start, lex)):
            start += 1
        return (start, end) if end - start >= 2 else None

    def _quote_before(self, lead: int) -> int | None:
        """The item of a quotation right before the verb, a comma or not between them."""
        at = lead - 1
        while at >= self.floor and self.items[at].fold in {",", "-", ".", "…", "!", "?"} and self.items[at].quote is None:
            at -= 1
        if at < self.floor or self.items[at].quote is None or words_in(self.items[at]) < 2:
            return None
        if is_glued(self.items[lead].fold, self.lex):
            return None
        return at if lead - 1 > at or words_in(self.items[at]) >= _LEAST_QUOTED + 1 else None

    def _told_before(self, cue: Cue, quoted: int, speaker: Range | None, behind: Behind) -> int:
        self._keep((quoted, quoted + 1), cue, speaker, behind, same=speaker is None, why="the quotation before the verb")
        reached = max(cue.end, behind.end)
        at = reached
        while at < len(self.items) and self.items[at].fold in {",", ":", "."} and self.items[at].quote is None:
            at += 1
        parted = at < len(self.items) and not self.items[at - 1].is_word and self.items[at - 1].quote is None
        if parted and self.items[at].quote is not None and words_in(self.items[at]) >= _LEAST_QUOTED:
            self._keep((at, at + 1), cue, speaker, behind, same=speaker is None, why="the quotation goes on")
            self.drafts[-1].goes_on = True
            return at + 1
        return reached

    def _source(self, at: int, end: int, senses: Sequence[Sense]) -> int:
        """«بحسب فلان»: content before it or behind it."""
        items, lex = self.items, self.lex
        if end >= len(items):
            return end
        if items[end].fold in {"ما", "لما"}:
            return end
        stop = self._speaker_end(end)
        if stop == end or self._is_rule(end):
            return end
        midway = at > 0 and self.items[at - 1].is_word
        if midway and not speaks(items, end, lex) and stop < len(items) and items[stop].is_word:
            return end
        stop = self._with_apposition(stop)
        cue = self._made(at, end, "speaker after", senses, at, negated=False)
        behind = Behind(end=stop)
        if stop < len(items) and items[stop].fold in lex["glued_prepositions"] and stop + 1 < len(items):
            behind.addressee = (stop + 1, stop + 2)
            stop += 2
        begin = self._past_openers(stop)
        first = at == self.floor or self._past_lead(self.floor, at) >= at or (
            at == self.floor + 1 and not items[at - 1].is_word and items[at - 1].quote is None
        )
        content = None if first else self._before(at)
        if content is not None:
            self._keep(content, cue, (end, stop if behind.addressee is None else stop - 2), behind, why="words before the source")
            return stop
        content = content_at(items, "that", begin, lex) if begin < len(items) else None
        if content is None:
            return stop
        self._keep(content, cue, (end, stop if behind.addressee is None else stop - 2), behind, why="words behind the source")
        return content[1]

    def _speaker_end(self, at: int) -> int:
        """Where the noun phrase of a source ends."""
        items, lex, begin = self.items, self.lex, at
        while at < min(len(items), begin + _SPEAKER_WORDS):
            item = items[at]
            if item.quote is not None:
                if words_in(item) > 5:
                    break
            elif item.fold == "(":
                closing = next((i for i in range(at, min(len(items), at + 10)) if items[i].fold == ")"), -1)
                if closing < 0:
                    break
                at = closing
            elif not item.is_word or that_at(items, at, lex) or item.fold in lex["content_openers"]:
                break
            elif any(item.fold in lex[name] for name in ("finite", "time", "negation")) or adverb_at(items, at, lex):
                break
            elif item.fold in lex["glued_prepositions"] or item.fold in lex["relatives"] and item.fold not in lex["prepositions"]:
                break
            elif item.fold in lex["prepositions"] and (item.fold not in lex["joins"] or at + 1 >= len(items) or items[at + 1].fold in lex["venue_nouns"] | lex["time"]):
                break
            elif at > begin:
                found = lex.at(items, at)
                if found is not None and any(
                    s.role in {"venue", "addressee", "speaker after"} or (s.part == "verbs" and s.role in {"finite", "gerund"} and "near" not in s.takes)
                    for s in found[1]
                ) and not any(s.role == "noun" for s in found[1]):
                    break
            at += 1
        while at > begin and items[at - 1].quote is None and (items[at - 1].fold in lex["prepositions"] or not items[at - 1].is_word and items[at - 1].fold != ")"):
            at -= 1
        return at

    def _with_apposition(self, stop: int) -> int:
        """«وفقاً لرئيس القسم، المهندس فلان، فإنّ»: the name between commas before the content belongs to the source."""
        items, lex = self.items, self.lex
        if stop >= len(items) or items[stop].fold != ",":
            return stop
        comma = next((at for at in range(stop + 1, min(len(items), stop + _NOUN_REACH)) if items[at].fold == ","), -1)
        if comma < 0 or comma + 1 >= len(items) or any(items[at].fold in lex["finite"] for at in range(stop, comma)):
            return stop
        after = items[comma + 1].fold
        return comma if after in lex["content_openers"] or after[:1] == "ف" and after[1:] in lex["clause_starters"] else stop

    def _is_rule(self, at: int) -> bool:
        fold = self.items[at].fold
        return fold in self.lex["not_speakers"] or (fold[:1] == "ل" and (fold[1:] in self.lex["not_speakers"] or "ا" + fold[1:] in self.lex["not_speakers"]))

    def _past_openers(self, at: int) -> int:
        """Behind the comma after a source and the particle that opens the content."""
        items = self.items
        while at < len(items) and items[at].quote is None and (
            items[at].fold in {",", ":", "-"} or items[at].fold in self.lex["content_openers"] or adverb_at(items, at, self.lex)
        ):
            at += adverb_at(items, at, self.lex) or 1
        return at

    # Participles and nouns

    def _gerund(self, hit: Hit) -> int:
        """«مؤكّداً أنّ»: the one who spoke before, or the subject of the sentence, says this too."""
        behind = self._behind(hit, has_subject=True)
        before = self.items[hit.at - 1] if hit.at else None
        if self._is_prayer(hit) or (behind.opening in {"of", "object"} and before is not None and before.is_word and not self.drafts):
            return 0
        if behind.opening is None or (before is not None and before.fold in self.lex["prepositions"]):
            return 0
        if "near" in hit.takes and behind.at - hit.end > 2:
            return 0
        content = content_at(self.items, behind.opening, behind.at, self.lex)
        if content is None:
            return 0
        speaker = None if self.drafts else self._main_subject(hit.at)
        cue = self._cue(hit, "gerund", hit.at, negated=False)
        self._keep(content, cue, speaker, behind, same=bool(self.drafts) or speaker is None, why="words behind a participle")
        self.drafts[-1].verbatim = behind.opening == "colon"
        return content[1]

    def _noun(self, hit: Hit) -> int:
        """«تأكيد الوزير أنّ»، «قوله إنّ»، «بالقول إنّ»."""
        items, lex = self.items, self.lex
        fold = items[hit.at].fold
        repeats = fold in lex["repeats"] or fold[1:] in lex["repeats"]
        owned = hit.role == "noun his"
        at = hit.end
        while at < len(items) and items[at].is_word and adverb_at(items, at, lex):
            at += adverb_at(items, at, lex)
        begin = at
        while at < min(len(items), begin + _NOUN_REACH) and items[at].is_word and not that_at(items, at, lex):
            if items[at].fold in lex["finite"] or items[at].fold in lex["negation"] or self._may_say(items[at].fold):
                return 0
            at += 1
        if at >= len(items):
            return 0
        wide = that_at(items, at, lex) if items[at].is_word else 0
        colon = items[at].fold == ":" and (owned or repeats)
        quoted = items[at].quote is not None and (owned or repeats) and words_in(items[at]) >= _LEAST_QUOTED
        if not (wide or colon or quoted) or ((owned or repeats) and at > begin):
            return 0
        if wide and items[at - 1].fold in lex["no_that_after"] and at > hit.end:
            return 0
        if not owned and not repeats and not self._owner_fits(hit, begin, at):
            return 0
        speaker = (begin, at) if begin < at else None
        opening: str = "that" if wide else "colon" if colon else "quote"
        content = content_at(items, "that" if wide else "colon" if colon else "quote", at + wide if wide else at + (opening == "colon"), lex)
        if content is None:
            return 0
        if speaker is None and not self.drafts:
            speaker = self._main_subject(hit.at)
        cue = self._cue(hit, "noun", hit.at, negated=False)
        self._keep(content, cue, speaker, Behind(end=at), same=speaker is None, why="words behind a noun of saying")
        return content[1]

    def _may_say(self, fold: str) -> bool:
        """A form of a verb of saying, and of no noun."""
        senses = [sense for entry in self.lex.cues.get(fold, ()) if not entry.rest for sense in entry.senses]
        return any(s.role in {"finite", "passive"} for s in senses) and not any(s.role == "noun" for s in senses)

    def _owner_fits(self, hit: Hit, begin: int, at: int) -> bool:
        """The noun belongs to somebody named behind it, and is not an everyday word."""
        if begin >= at or "near" in hit.takes:
            return False
        first = self.items[begin]
        if first.fold in self.lex["prepositions"] or self.items[hit.at].fold[:2] == "ال":
            return False
        return not any(item.fold in self.lex["prepositions"] and item.fold not in self.lex["joins"] for item in self.items[begin:at])

    def _main_subject(self, at: int) -> Range | None:
        """The noun phrase behind the first word of the sentence, taken for its verb; or before its verb."""
        items, lex = self.items, self.lex
        start = self._past_lead(self.floor if self.floor < at else 0, at)
        while start < at and items[start].quote is None and (not items[start].is_word or items[start].fold in lex["auxiliaries"]):
            start += 1
        if start >= at:
            return None
        first = items[start]
        bare = first.fold[1:] if first.fold[:1] in lex["glued_before"] else first.fold
        if first.quote is not None or bare.startswith("ال"):
            begin = start
        elif bare in lex["prepositions"]:
            return None
        else:
            begin = start + 1
        verb = Verb(takes=frozenset({"object"}), governs=frozenset(), source=frozenset(), has_subject=False)
        found = Walk(items, begin, at, verb, lex).run().speaker if begin < at else None
        return found if found is None or found[1] - found[0] <= _MAIN_WORDS else None

    # Making

    def _behind(self, hit: Hit, *, has_subject: bool) -> Behind:
        verb = Verb(
            takes=hit.takes,
            governs=hit.prepositions("governs"),
            source=hit.prepositions("source"),
            has_subject=has_subject,
        )
        return Walk(self.items, hit.end, len(self.items), verb, self.lex).run()

    def _cue(self, hit: Hit, role: CueRole, lead: int, *, negated: bool) -> Cue:
        return self._made(hit.at, hit.end, role, hit.senses, lead, negated=negated)

    def _made(self, at: int, end: int, role: CueRole, senses: Sequence[Sense], lead: int, *, negated: bool) -> Cue:
        marked = [sense.verb_class for sense in senses if sense.verb_class != "says"]
        subject = Subject(lead, lead, lead, negated, frozenset())
        takes = frozenset(take for sense in senses for take in sense.takes)
        return Cue(at, end, role, marked[0] if marked else "says", takes, subject)

    def _keep(
        self, content: Range, cue: Cue, speaker: Range | None, behind: Behind, *, why: str, same: bool = False
    ) -> None:
        self.drafts.append(
            Draft(
                content=content,
                cue=cue,
                speaker=speaker,
                why=why,
                same=same,
                addressee=behind.addressee,
                venue=behind.venue,
            )
        )
        self.floor = max(content[1], cue.end, behind.end if content[1] <= cue.at else 0)


def verb_first_frames(items: Sequence[Item], lex: Lexicon, *, in_title: bool = False, goes_on: bool = True) -> list[Draft]:
    """The statements of one sentence that a cue carries; `items` as `unglued` gives them.

    In a title only a clause, a quotation or words behind a colon count: its bare objects are what the body tells.
    """
    return Line(items, lex, in_title=in_title, goes_on=goes_on).read()


def main_subject(items: Sequence[Item], lex: Lexicon, at: int) -> Range | None:
    """The noun phrase that the sentence up to item `at` is about."""
    return Line(items, lex, in_title=False, goes_on=True)._main_subject(at)
