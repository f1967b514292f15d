"""One stem for the forms of a word, so that posts can be compared; rules stand in each language's `stems.yaml`.

A stem is for counting and comparing, never for showing. Words come folded (`text/fold.py`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from tawatur.languages import Languages, current_languages
from tawatur.text.fold import fold_text

_LEAST = 3


@dataclass(frozen=True, slots=True)
class Rules:
    """How one language's words are brought to a stem."""

    least: int
    """Letters that must be left."""
    before: tuple[str, ...]
    """Taken off the front of any word; the longest first."""
    before_known: tuple[tuple[str, str], ...]
    """(front, what takes its place): taken off only where a known word is left."""
    after: tuple[tuple[str, str], ...]
    """(ending, what takes its place), in the order they are tried."""
    same: dict[str, str] = field(default_factory=dict)
    """Forms that no ending explains, and the word each is a form of: took, take."""

    def bare(self, word: str) -> str:
        """`word` without what stands glued to its front."""
        for front in self.before:
            if word.startswith(front) and len(word) - len(front) >= self.least:
                return word[len(front) :]
        return word

    def stem(self, word: str) -> str:
        """`word` without its ending."""
        word = self.same.get(word, word)
        for ending, instead in self.after:
            if word.endswith(ending) and len(word) - len(ending) >= self.least:
                return word[: len(word) - len(ending)] + instead
        return word

    def fronts(self, word: str) -> list[str]:
        """What may be left of `word` when a part that is glued to its front comes off; for looking up known words."""
        return [
            instead + word[len(front) :]
            for front, instead in self.before_known
            if word.startswith(front) and len(word) - len(front) >= self.least
        ]


_NONE = Rules(_LEAST, (), (), ())


def rules_of(lang: str | None) -> Rules:
    """The rules of one language; rules that change nothing, where we have none."""
    return _rules(current_languages()).get(lang or "", _NONE)


@lru_cache(maxsize=8)
def _rules(languages: Languages) -> dict[str, Rules]:
    made = {}
    for lang in {line.lang for line in languages.lines("stems.after")}:
        lists = {
            name: [fold_text(line.text) for line in languages.lines(f"stems.{name}") if line.lang == lang]
            for name in ("least", "before", "before_known")
        }
        endings = [line.text.partition(">") for line in languages.lines("stems.after") if line.lang == lang]
        made[lang] = Rules(
            int(lists["least"][0]) if lists["least"] else _LEAST,
            tuple(sorted(lists["before"], key=len, reverse=True)),
            tuple(sorted((_changed(front) for front in lists["before_known"]), key=lambda one: -len(one[0]))),
            tuple((fold_text(ending), fold_text(instead)) for ending, _, instead in endings),
            _same(languages, lang),
        )
    return made


def _changed(text: str) -> tuple[str, str]:
    front, _, instead = text.partition(">")
    return front.strip(), instead.strip()


def _same(languages: Languages, lang: str) -> dict[str, str]:
    pairs = [line.text.partition(">") for line in languages.lines("stems.same") if line.lang == lang]
    return {fold_text(form.strip()): fold_text(word.strip()) for form, _, word in pairs}
