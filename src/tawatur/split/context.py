"""What single lines are judged against: counts over the whole page, and the lines around."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence

import numpy as np

from tawatur.split.seen import Seen
from tawatur.text.lines import Line

# How far ahead an article is searched for the words of its title. An inverted pyramid repeats them early.
COHESION_WINDOW = 1500
# Longer lines are prose, whose capitals say nothing.
LONGEST_CASED = 250


class Context:
    """Counts over the whole page that single lines are judged against."""

    def __init__(self, lines: Sequence[Line], seen: Sequence[Seen]) -> None:
        self.lines, self.seen, self.n = lines, seen, len(lines)
        self.masks = Counter(s.mask for s in seen if s.mask)
        self.last_place = {s.folded: i for i, s in enumerate(seen) if s.folded}
        gaps = Counter(line.blanks_before for line in lines[1:])
        often = [g for g, k in gaps.items() if k >= max(2, 0.01 * len(lines))]
        self.low_gap = min(often, default=0)
        self.high_gap = max(often, default=0)
        self.token_lines = Counter(t for s in seen for t in set(s.tokens))
        self.meta = [self._is_meta(s) for s in seen]
        self.prose = [s.chars > 180 or (s.chars > 90 and s.stop) for s in seen]
        self.case = [_case(s.text) if s.chars < LONGEST_CASED else (0.0, 0.0) for s in seen]
        self.cohesion = [self._cohesion(i) for i in range(self.n)]

    def gap(self, i: int) -> int:
        """Blank lines before line i; past either end of the page it is wide."""
        return self.lines[i].blanks_before if 0 < i < self.n else 9

    @staticmethod
    def _is_meta(s: Seen) -> bool:
        return s.byline or s.dated > 0.5 or s.name > 0.6 or (s.outlet > 0.6 and s.words < 8) or s.known_outlet > 0.5

    def _cohesion(self, i: int) -> tuple[float, float, float]:
        """Weighted share of a short line's words that come back in the text after it and before it."""
        s = self.seen[i]
        wanted = set(s.tokens)
        if not wanted or s.chars > 250:
            return 0.0, 0.0, 0.0
        after, direct = self._window(i, 1)
        before, _ = self._window(i, -1)
        weight = {t: 1.0 / np.log2(2.0 + self.token_lines[t]) for t in wanted}
        total = sum(weight.values())
        share = [sum(w for t, w in weight.items() if t in words) / total for words in (after, before, direct)]
        return share[0], share[1], share[2]

    def _window(self, i: int, step: int) -> tuple[set[str], set[str]]:
        words: set[str] = set()
        first: set[str] = set()
        room, j = COHESION_WINDOW, i + step
        while 0 <= j < self.n and room > 0 and abs(j - i) < 40:
            if self.seen[j].folded != self.seen[i].folded:
                words.update(self.seen[j].tokens)
                if not first and self.prose[j]:
                    first = set(self.seen[j].tokens)
            room -= self.seen[j].chars
            j += step
        return words, first

    def near_twin(self, i: int, step: int) -> bool:
        """The same words stand again a few lines on (or back): a title and its repetition."""
        folded = self.seen[i].folded
        around = range(i + step, i + 4 * step, step)
        return bool(folded) and any(0 <= j < self.n and self.seen[j].folded == folded for j in around)

    def shared(self, i: int, j: int) -> float:
        """Share of a short line's words that stand in its neighbour too."""
        words = set(self.seen[i].tokens)
        if not (0 <= j < self.n) or not words or self.seen[i].chars > 250:
            return 0.0
        return len(words & set(self.seen[j].tokens)) / len(words)

    def parts(self, i: int) -> float:
        """Two headlines in a row of which only the second speaks of the text below: a title alone, and the next title."""
        if not 0 < i < self.n or self.open(i) == 0 or self.open(i - 1) == 0 or self.shared(i, i - 1) > 0.15:
            return 0.0
        return float(self.cohesion[i][0] > self.cohesion[i - 1][0] + 0.2)

    def any_ahead(self, i: int, flags: Sequence[bool], reach: int) -> bool:
        """One of the next `reach` lines has the flag."""
        return any(flags[i + 1 : i + 1 + reach])

    def set_apart(self, i: int) -> float:
        """Wider gaps than the page's narrowest stand on both sides."""
        return float(self.gap(i) > self.low_gap and self.gap(i + 1) > self.low_gap)

    def short(self, i: int) -> bool:
        """A line of some words that is no prose."""
        return 0 <= i < self.n and len(self.seen[i].tokens) >= 2 and not self.prose[i]

    def open(self, i: int) -> float:
        """A headline's shape: some words, none that end a sentence, none of a date, a name or furniture."""
        s = self.seen[i]
        other = s.stop or s.colon or s.furniture or self.meta[i] or s.rule
        return float(12 < s.chars < 170 and not other)

    def unlike(self, i: int, j: int) -> float:
        """The two lines are written in different scripts."""
        if not 0 <= j < self.n or self.seen[i].arabic < 0 or self.seen[j].arabic < 0:
            return 0.0
        return float(abs(self.seen[i].arabic - self.seen[j].arabic) > 0.6)


def _case(text: str) -> tuple[float, float]:
    """Whether nearly all words are in capitals, and the share of longer words with a capital first; 0 without case."""
    words = [w for w in text.split()[:40] if any(unicodedata.category(c) in ("Lu", "Ll") for c in w)]
    if not words:
        return 0.0, 0.0
    upper = sum(w.upper() == w for w in words) / len(words)
    long = [w for w in words if len(w) > 3] or words
    return float(upper > 0.8), sum(w[:1].isupper() for w in long) / len(long)
