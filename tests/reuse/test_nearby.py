"""A figure that was changed beside a passage, in a few same words of its own, is found; other figures are not."""

from __future__ import annotations

from tawatur.model import Passage, Reuse, Span
from tawatur.reuse.nearby import with_nearby_figures

SHARED = "the pilot boat left the eastern mole at dusk with its lamps unlit"


def pair_of(a: str, b: str) -> Reuse:
    spans = [Span(text.index(SHARED), text.index(SHARED) + len(SHARED)) for text in (a, b)]
    passage = Passage(a=spans[0], b=spans[1], words=13, similarity=1.0, block=0)
    return Reuse(a="a", b="b", same_outlet=False, passages=(passage,), made_by="t")


def changed(a: str, b: str) -> list[tuple[str, str]]:
    found = with_nearby_figures(pair_of(a, b), a, b)
    return [(one.a.of(a), one.b.of(b)) for passage in found.passages for one in passage.differences if one.number]


def test_a_figure_behind_words_that_were_cut() -> None:
    a = f"{SHARED}, and the inquiry will reach whoever broke the rules; it added that 186 people stood on her deck in the end"
    b = f"{SHARED}, and that 168 people stood on her deck in the end"
    assert changed(a, b) == [("186", "168")]


def test_a_figure_before_the_passage_in_two_scripts_of_digits() -> None:
    a = f"some 1,200 sacks of meal lay on the quay. Nobody said why. {SHARED}"
    b = f"some ١٣٠٠ sacks of meal lay on the quay. {SHARED}"
    assert changed(a, b) == [("1,200", "١٣٠٠")]


def test_the_same_figure_in_other_digits_is_no_change() -> None:
    a = f"{SHARED}. Later that 168 people stood on her deck in the end"
    b = f"{SHARED}. And that ١٦٨ people stood on her deck in the end"
    assert changed(a, b) == []


def test_figures_among_other_words_are_not_compared() -> None:
    a = f"{SHARED}. On Monday 14 sailors were paid."
    b = f"{SHARED}. The mole is 300 metres long and was built in 1904."
    assert with_nearby_figures(pair_of(a, b), a, b) == pair_of(a, b)


def test_spans_of_what_is_found_are_those_of_the_texts() -> None:
    a = f"Intro. {SHARED}! So 41 crates of lamp oil went missing there. End"
    b = f"{SHARED}, 43 crates of lamp oil went missing there"
    found = with_nearby_figures(pair_of(a, b), a, b).passages[-1]
    assert found.a.of(a) == "41 crates of lamp oil went missing there"
    assert found.b.of(b) == "43 crates of lamp oil went missing there"
    assert found.words == 7
