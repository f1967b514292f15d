"""The layouts of languages whose verb stands first: verb, speaker, content; speaker, verb, content; content, source.

Where the one who speaks ends and the content opens is read off the words between: `behind.py`, `before_verb.py`,
`source_phrases.py`. Where the content ends: `clause.py`. Which languages are read so stands in their `speech.yaml`
(order: verb first).
"""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.attribute.before_verb import (
    answers_theme,
    helpers,
    main_subject,
    opens_clause,
    past_lead,
    subject_before_verb,
)
from tawatur.attribute.behind import Behind, Opening, Verb, Walk
from tawatur.attribute.clause import content_at, speaks
from tawatur.attribute.cues import Cue
from tawatur.attribute.following import Range
from tawatur.attribute.glued import noun_senses
from tawatur.attribute.hits import Hit, behind_hit
from tawatur.attribute.items import Item
from tawatur.attribute.lexicon import Lexicon
from tawatur.attribute.sentence import Draft
from tawatur.attribute.source_phrases import as_said, clause_before, is_rule, past_openers, source_end
from tawatur.attribute.spotting import adverb_at, bare, fits, is_definite, is_glued, that_at, words_in

_NOUN_REACH = 9
_LEAST_QUOTED = 3
_VERBLESS = 24
_LONGEST_SPEAKER = 26
_AT_ITS_HEEL = 4
_VERBS = frozenset({"finite", "passive", "base", "relative"})
_ROLES = ("finite", "passive", "base", "relative", "gerund", "noun his", "noun")
# The sign of a doubled letter tells a verb from the everyday word that is written like it: «بيّن» and «بين».
_DOUBLED = "\u0651"
# A hamza on the first letter tells "I admit" from "he admitted": «أعترف» and «اعترف».
_HAMZA = "\u0623"
# A dotted last letter tells a noun from the past of a verb: «رأي» and «رأى», «نفي» and «نفى».
_YA = "\u064a"


def verb_first_frames(
    items: Sequence[Item], lex: Lexicon, *, in_title: bool = False, goes_on: bool = True
) -> list[Draft]:
    """The statements of one sentence that a cue carries; `items` as `unglued` gives them.

    In a title only a clause, a quotation or words behind a colon count: its bare objects are what the body tells.
    `goes_on`: somebody spoke before this sentence, and may be meant by a verb without a subject.
    """
    return _Line(items, lex, in_title=in_title, goes_on=goes_on).read()


class _Line:
    """One sentence on its way: what was found so far, and where the next statement may begin."""

    def __init__(self, items: Sequence[Item], lex: Lexicon, *, in_title: bool, goes_on: bool) -> None:
        self.items, self.lex, self.in_title, self.goes_on = items, lex, in_title, goes_on
        self.drafts: list[Draft] = []
        self.floor = 0
        """Behind the content or the cue that was read last."""

    def read(self) -> list[Draft]:
        at, cues, lex = 0, self.lex.cues, self.lex
        for on, item in enumerate(self.items):
            # Most words are no words of saying: nothing more is asked of them.
            if on >= at and (item.fold in cues or noun_senses(item.fold, lex)):
                at = max(on + 1, self._at(on))
        return self.drafts or self._verbless()

    def _at(self, at: int) -> int:
        """Read what begins at item `at`; the item to go on from."""
        found = self.lex.at(self.items, at) if self.items[at].quote is None else None
        senses = found[1] if found is not None else noun_senses(self.items[at].fold, self.lex)
        end = found[0] if found is not None else at + 1
        roles = {sense.role for sense in senses}
        if "no statement" in roles:
            return end
        if "speaker after" in roles:
            return self._source(Hit(at, end, "speaker after", tuple(senses)))
        for role in _ROLES if senses else ():
            kept = tuple(sense for sense in senses if sense.role == role and sense.part in {"verbs", "nouns"})
            # A form may be that of two verbs («وردت»: they answered, it stood): the one that asks for less goes first.
            kept = tuple(sense for sense in kept if "sourced" not in sense.takes) or kept
            reached = self._hit(Hit(at, end, role, kept)) if kept else 0
            if reached:
                return reached
        return at + 1

    def _hit(self, hit: Hit) -> int:
        """The item behind the statement that `hit` carries; 0 if it carries none."""
        if any(item.fold in self.lex["prayed_to"] for item in self.items[hit.end : hit.end + 3]):
            return 0
        if hit.role in _VERBS:
            return self._verb(hit)
        return self._participle(hit) if hit.role == "gerund" else self._noun(hit)

    # Verbs

    def _verb(self, hit: Hit) -> int:
        items, lex = self.items, self.lex
        lead, negated, helped = helpers(items, hit.at, self.floor, lex)
        if not self._may_be_verb(hit, lead) or not self._fits_negation(hit, lead, negated=negated):
            return 0
        source = as_said(items, lead, self.floor, lex)
        serves = self._serves(hit.at)
        before = subject_before_verb(items, lead, self.floor, lex) if source is None and not serves else None
        behind = behind_hit(items, hit, lex, has_subject=False)
        if (
            behind.speaker is not None
            and before is not None
            and (helped or self.in_title or behind.opening is None or answers_theme(items, lead, before, lex))
        ):
            behind = behind_hit(items, hit, lex, has_subject=True)
        speaker = behind.speaker or before
        if not self._may_say(hit, lead, behind, speaker, source):
            return 0
        cue = hit.cue("finite", lead, negated=negated)
        quotes_back = behind.opening is None or hit.role == "relative" or (source is not None and source < hit.at - 1)
        if source is not None and quotes_back and not self._only_also(hit, lead, source):
            return self._as_said(cue, speaker, behind, source)
        if hit.role == "relative" and (behind.speaker is None or behind.opening not in {"that", "quote", "colon"}):
            return 0
        quoted = self._quote_before(lead) if behind.opening != "that" and "quote" in hit.takes else None
        if quoted is not None:
            return self._told_before(cue, quoted, speaker, behind)
        return self._said_behind(hit, cue, lead, speaker, behind, serves=serves)

    def _said_behind(
        self, hit: Hit, cue: Cue, lead: int, speaker: Range | None, behind: Behind, *, serves: bool
    ) -> int:
        """Content behind the verb."""
        if behind.opening is None or (hit.is_everyday and speaker is None and behind.at - hit.end > _AT_ITS_HEEL):
            return 0
        if speaker is None and not self.drafts and not self.goes_on and self._may_be_own(hit, behind):
            return 0
        if behind.opening in {"of", "object"} and (self.in_title or self._is_relative(lead)):
            return 0
        content = content_at(self.items, behind.opening, behind.at, self.lex)
        if content is None:
            return 0
        if speaker is None and serves and not self.drafts:
            speaker = main_subject(self.items, hit.at, self.lex, self.floor)
        return self._keep(content, cue, speaker, behind, "words behind the verb")

    def _may_be_own(self, hit: Hit, behind: Behind) -> bool:
        """A form that "I" may have as well («اقترحت»), where nobody spoke before."""
        present = bare(self.items[hit.at].fold, self.lex)[:1] in self.lex["present_letters"]
        first_person = self.items[hit.at].fold.endswith(tuple(self.lex["first_person"])) and not present
        return behind.opening != "quote" and (hit.is_everyday or first_person)

    def _may_be_verb(self, hit: Hit, lead: int) -> bool:
        """A verb can stand here: not behind a preposition, and not a thing to be wished or done."""
        lex, item = self.lex, self.items[hit.at]
        plain = bare(item.fold, lex) if len(item.fold) > 3 else item.fold
        present = plain[:1] in lex["present_letters"]
        if item.raw.endswith(_YA) and not present and hit.role != "relative":
            return False
        if any(len(shape) == len(plain) and fits(plain, shape) for shape in lex["own_shapes"]) and (
            item.raw[len(item.fold) - len(plain) :].startswith(_HAMZA)
        ):
            return False
        if lead == 0:
            return True
        before = self.items[lead - 1]
        if before.quote is not None or not before.is_word:
            return True
        if item.fold in lex["prepositions"] and _DOUBLED not in item.raw:
            return False
        if that_at(self.items, lead - 1, lex) and before.fold not in lex["subordinators"]:
            return not present and lead >= 2 and self.items[lead - 2].fold in lex["no_that_after"]
        if any(before.fold in lex[name] for name in ("conditions", "determiners", "glued_prepositions")):
            return False
        return before.fold not in lex["prepositions"] or item.fold != plain or before.fold in lex["adverbs"]

    def _fits_negation(self, hit: Hit, lead: int, *, negated: bool) -> bool:
        """Behind «لم» and «لا» stands a present; a past form there is the author's own «لا أنكر»."""
        if hit.role == "base":
            return negated
        own = negated and lead < hit.at and self.items[hit.at - 1].fold in self.lex["negation"]
        return not own or self.items[hit.at].fold[:1] in self.lex["present_letters"]

    def _may_say(self, hit: Hit, lead: int, behind: Behind, speaker: Range | None, source: int | None) -> bool:
        """Somebody can say something by this verb here."""
        items, lex = self.items, self.lex
        everyday = hit.is_everyday and behind.speaker is not None and source is None
        if everyday and not opens_clause(items, lead, self.floor, lex):
            return False
        if source is None and lead > 0 and items[lead - 1].fold in lex["what"]:
            return False  # «ما يؤكد أن»: a thing shows it
        needs_source = "sourced" in hit.takes and not behind.sourced
        if needs_source and hit.end < len(items) and items[hit.end].fold not in lex["object_pronouns"]:
            return False
        if speaker is None:
            return True
        if behind.speaker is not None and speaker[1] - speaker[0] > _LONGEST_SPEAKER:
            return False
        return speaker[1] - speaker[0] > 1 or items[speaker[0]].fold not in lex["demonstratives"]

    def _is_relative(self, lead: int) -> bool:
        """«الذي أشار إليه»: what is said is known already."""
        return lead > 0 and self.items[lead - 1].fold in self.lex["relatives"] - self.lex["prepositions"]

    def _serves(self, at: int) -> bool:
        """«اتصل فلان ليقول»: the verb says what another one is done for."""
        fold = self.items[at].fold
        return fold[:1] in self.lex["glued_prepositions"] and fold[1:] in self.lex.cues

    def _only_also(self, hit: Hit, lead: int, source: int) -> bool:
        """«كما كرّر»: "also", where the verb is an everyday word."""
        return hit.is_everyday and source == lead - 1 and bare(self.items[source].fold, self.lex) in self.lex["also"]

    # Content before the cue

    def _as_said(self, cue: Cue, speaker: Range | None, behind: Behind, source: int) -> int:
        """Content stands before «كما قال فلان», or behind it where the sentence begins so."""
        items = self.items
        everyday = "near" in cue.takes and behind.end < len(items) and items[behind.end].is_word
        if speaker is None or everyday:
            return 0
        cue = cue._replace(at=source)
        content = clause_before(items, source, self.floor, self.lex)
        if content is not None:
            self._keep(content, cue, speaker, behind, "words before the source")
            return max(behind.end, cue.end)
        begin = past_openers(items, speaker[1], self.lex)
        content = content_at(items, "that", begin, self.lex) if begin > speaker[1] else None
        return self._keep(content, cue, speaker, behind, "words behind the source") if content is not None else 0

    def _quote_before(self, lead: int) -> int | None:
        """The item of a quotation right before the verb, a comma or not between them."""
        at = lead - 1
        while (
            at >= self.floor and self.items[at].quote is None and self.items[at].fold in {",", "-", ".", "…", "!", "?"}
        ):
            at -= 1
        if at < self.floor or self.items[at].quote is None or is_glued(self.items[lead].fold, self.lex):
            return None
        words = words_in(self.items[at])
        return at if words > _LEAST_QUOTED or (words >= 2 and at < lead - 1) else None

    def _told_before(self, cue: Cue, quoted: int, speaker: Range | None, behind: Behind) -> int:
        """A quotation before the verb, and what of it goes on behind the speaker."""
        items = self.items
        self._keep((quoted, quoted + 1), cue, speaker, behind, "the quotation before the verb")
        at = reached = max(cue.end, behind.end)
        while at < len(items) and items[at].quote is None and items[at].fold in {",", ":", "."}:
            at += 1
        parted = at < len(items) and items[at - 1].quote is None and not items[at - 1].is_word
        if parted and items[at].quote is not None and words_in(items[at]) >= _LEAST_QUOTED:
            self._keep((at, at + 1), cue, speaker, behind, "the quotation goes on")
            self.drafts[-1].goes_on = True
            return at + 1
        return reached

    def _source(self, hit: Hit) -> int:
        """«بحسب فلان»: content before it or behind it."""
        items, lex, end = self.items, self.lex, hit.end
        if end >= len(items) or items[end].fold in lex["said_what"] or is_rule(items, end, lex):
            return end
        stop = source_end(items, end, lex)
        midway = hit.at > 0 and items[hit.at - 1].is_word and not speaks(items, end, lex)
        if stop == end or (midway and stop < len(items) and items[stop].is_word):
            return end
        behind = Behind(end=stop)
        if stop + 1 < len(items) and items[stop].fold in lex["glued_prepositions"]:
            behind.addressee = (stop + 1, stop + 2)
            behind.end = stop + 2
        cue = hit.cue("speaker after")
        begin = past_openers(items, behind.end, lex)
        content = None if self._is_first(hit.at) else clause_before(items, hit.at, self.floor, lex)
        if content is not None and (content[1] - content[0] > _LEAST_QUOTED or items[content[0]].quote is not None):
            self._keep(content, cue, (end, stop), behind, "words before the source")
            return behind.end
        after = content_at(items, "that", begin, lex) if begin < len(items) and begin > behind.end else None
        if after is None and content is not None:
            self._keep(content, cue, (end, stop), behind, "words before the source")
            return behind.end
        after = after or (content_at(items, "that", begin, lex) if begin < len(items) else None)
        return (
            self._keep(after, cue, (end, stop), behind, "words behind the source") if after is not None else behind.end
        )

    def _is_first(self, at: int) -> bool:
        """Nothing that could be content stands before item `at`."""
        before = self.items[at - 1] if at else None
        alone = at == self.floor + 1 and before is not None and before.quote is None and not before.is_word
        return at == self.floor or alone or past_lead(self.items, self.floor, at, self.lex) >= at

    # Participles and nouns

    def _participle(self, hit: Hit) -> int:
        """«مؤكّداً أنّ»: the one who spoke before, or the subject of the sentence, says this too."""
        behind = behind_hit(self.items, hit, self.lex, has_subject=True)
        before = self.items[hit.at - 1] if hit.at else None
        if before is not None and before.is_word:
            loose = behind.opening in {"of", "object"} and not self.drafts
            if loose or before.fold in self.lex["prepositions"]:
                return 0
        if behind.opening is None or (hit.is_everyday and behind.at - hit.end > 2):
            return 0
        content = content_at(self.items, behind.opening, behind.at, self.lex)
        if content is None:
            return 0
        speaker = None if self.drafts else main_subject(self.items, hit.at, self.lex, self.floor)
        return self._keep(content, hit.cue("gerund"), speaker, behind, "words behind a participle")

    def _noun(self, hit: Hit) -> int:
        """«تأكيد الوزير أنّ»، «قوله إنّ»، «بالقول إنّ»."""
        items, lex = self.items, self.lex
        fold = items[hit.at].fold
        owned = hit.role == "noun his" or fold in lex["repeats"] or bare(fold, lex) in lex["repeats"]
        begin = hit.end
        while begin < len(items) and items[begin].is_word and adverb_at(items, begin, lex):
            begin += adverb_at(items, begin, lex)
        at = begin if owned else self._owner_end(hit, begin)
        if at is None or at >= len(items):
            return 0
        quoted = items[at].fold == ":" and at + 1 < len(items) and items[at + 1].quote is not None
        opening, content_begin = self._noun_opening(at, owned=owned or quoted)
        content = content_at(items, opening, content_begin, lex) if opening is not None else None
        if content is None:
            return 0
        speaker = (begin, at) if begin < at else None
        if speaker is None and not self.drafts:
            speaker = main_subject(items, hit.at, lex, self.floor)
        return self._keep(content, hit.cue("noun"), speaker, Behind(end=at), "words behind a noun of saying")

    def _noun_opening(self, at: int, *, owned: bool) -> tuple[Opening | None, int]:
        """How content opens at item `at` behind a noun, and where it begins."""
        item = self.items[at]
        wide = that_at(self.items, at, self.lex) if item.is_word else 0
        if wide:
            return (None, at) if self.items[at - 1].fold in self.lex["no_that_after"] else ("that", at + wide)
        if owned and item.fold == ":":
            return "colon", at + 1
        if owned and item.quote is not None and words_in(item) >= _LEAST_QUOTED:
            return "quote", at
        return None, at

    def _owner_end(self, hit: Hit, begin: int) -> int | None:
        """Behind the noun phrase of the one whose saying it is; None if it names nobody, or a verb stands there."""
        items, lex = self.items, self.lex
        at = begin
        while at < min(len(items), begin + _NOUN_REACH) and items[at].is_word and not that_at(items, at, lex):
            fold = items[at].fold
            if fold in lex["finite"] or fold in lex["negation"] or self._only_verb(fold):
                return None
            if fold in lex["prepositions"] and (fold not in lex["joins"] or at == begin):
                return None
            at += 1
        return None if at == begin or hit.is_everyday or is_definite(items[hit.at].fold, lex) else at

    def _only_verb(self, fold: str) -> bool:
        """A form of a verb of saying, and of no noun."""
        senses = [sense for entry in self.lex.cues.get(fold, ()) if not entry.rest for sense in entry.senses]
        return any(s.role in {"finite", "passive"} for s in senses) and not any(s.role == "noun" for s in senses)

    # Lines without a verb

    def _verbless(self) -> list[Draft]:
        """«فلان عبر منصة كذا: «...»», «تبتسم فلانة: «...»»: a name, a colon and a quotation, no verb of saying."""
        items, lex = self.items, self.lex
        start = past_lead(items, 0, len(items), lex)
        colon = next((at for at in range(start, min(len(items), _VERBLESS)) if items[at].fold == ":"), -1)
        if colon <= start or colon + 1 >= len(items) or items[colon + 1].quote is None:
            return []
        if items[start].fold in lex["labels"] or words_in(items[colon + 1]) < 2:
            return []
        acts = self._acts(start) and colon > start + 1
        verb = Verb(takes=frozenset({"quote"}), governs=frozenset(), source=frozenset(), has_subject=False)
        behind = Walk(items, start + acts, colon + 1, verb, lex).run()
        if behind.opening != "colon" or behind.speaker is None:
            return []
        why = "a name and a colon before it"
        return [
            Draft(content=(colon + 1, colon + 2), cue=None, speaker=behind.speaker, why=why,
                  addressee=behind.addressee, venue=behind.venue)
        ]  # fmt: skip

    def _acts(self, at: int) -> bool:
        """A word in the form of a present verb opens the line."""
        fold, lex = bare(self.items[at].fold, self.lex), self.lex
        return len(fold) > 3 and fold[:1] in lex["present_letters"] and fold not in lex["speaker_heads"]

    def _keep(self, content: Range, cue: Cue, speaker: Range | None, behind: Behind, why: str) -> int:
        """Keep a statement; the item behind its content."""
        self.drafts.append(
            Draft(
                content=content,
                cue=cue,
                speaker=speaker,
                why=why,
                same=speaker is None,
                addressee=behind.addressee,
                venue=behind.venue,
                verbatim=behind.opening == "colon",
            )
        )
        self.floor = max(content[1], cue.end, behind.end if content[1] <= cue.at else 0)
        return content[1]
