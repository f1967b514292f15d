"""A form of saying where it stands, and the cue it becomes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tawatur.attribute.behind import Behind, Verb, Walk
from tawatur.attribute.cues import Cue, CueRole
from tawatur.attribute.items import Item
from tawatur.attribute.lexicon import Lexicon, Sense
from tawatur.attribute.phrases import Subject


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

    @property
    def is_everyday(self) -> bool:
        """The form is an everyday word as well: its content must be at its heel."""
        return "near" in self.takes

    def prepositions(self, key: str) -> frozenset[str]:
        """Those it governs, or those before its source."""
        return frozenset(take.partition(" ")[2] for take in self.takes if take.startswith(key + " "))

    def cue(self, role: CueRole, lead: int | None = None, *, negated: bool = False) -> Cue:
        """The cue that it is; `lead`: the first of its helpers."""
        first = self.at if lead is None else lead
        marked = [sense.verb_class for sense in self.senses if sense.verb_class != "says"]
        subject = Subject(first, first, first, negated, frozenset())
        takes = frozenset(take for sense in self.senses for take in sense.takes)
        return Cue(self.at, self.end, role, marked[0] if marked else "says", takes, subject)


def behind_hit(items: Sequence[Item], hit: Hit, lex: Lexicon, *, has_subject: bool) -> Behind:
    """What stands behind `hit`."""
    verb = Verb(
        takes=hit.takes,
        governs=hit.prepositions("governs"),
        source=hit.prepositions("source"),
        has_subject=has_subject,
    )
    return Walk(items, hit.end, len(items), verb, lex).run()
