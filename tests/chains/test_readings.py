"""Two that agree against a third: the one had it from the other."""

from __future__ import annotations

from chained import FERRY, PUMPS, credited, post, shares

from tawatur.chains import direct_reuse
from tawatur.model import ChainPost, Difference, DirectedReuse, Passage, Reuse, Span

_CHANGED = PUMPS.replace("four days", "eleven weeks")


def _with_a_change(a: ChainPost, b: ChainPost) -> Reuse:
    """The pair of a post with the words of `PUMPS` and one in which "four days" was changed."""
    of_a, of_b = a.text.index("four days"), b.text.index("eleven weeks")
    start, other = a.text.index(PUMPS[:20]), b.text.index(PUMPS[:20])
    end, other_end = a.text.index("every morning.") + 14, b.text.index("every morning.") + 14
    change = Difference(a=Span(of_a, of_a + 9), b=Span(of_b, of_b + 12), number=False)
    whole = Passage(
        a=Span(start, end), b=Span(other, other_end), words=32, similarity=0.94, block=0, differences=(change,)
    )
    return Reuse(a=a.id, b=b.id, same_outlet=False, passages=(whole,), made_by="made")


def _last(posts: list[ChainPost], reuses: list[Reuse]) -> DirectedReuse:
    return direct_reuse(posts, reuses)[-1]


def test_words_changed_alike_show_which_copy_is_a_copy_of_the_other() -> None:
    wire = post("a", PUMPS, "AFP", "2031-05-03")
    b = post("b", f"{_CHANGED} {FERRY}", "Lake Daily", "2031-05-04")
    c = post("c", f"{FERRY} {_CHANGED}", "Weekly Round", "2031-05-06")
    pair = _last([wire, b, c], [_with_a_change(wire, b), _with_a_change(wire, c), shares(b, c, _CHANGED)])
    assert (pair.direction, pair.siblings_of) == ("a->b", None)


def test_words_changed_alike_outweigh_that_both_credit_the_wire() -> None:
    wire = post("a", PUMPS, "AFP", "2031-05-03")
    b = credited("b", _CHANGED, "Lake Daily", "AFP", published="2031-05-04")
    c = credited("c", _CHANGED, "Weekly Round", "AFP", published="2031-05-06")
    pair = _last([wire, b, c], [_with_a_change(wire, b), _with_a_change(wire, c), shares(b, c, _CHANGED)])
    assert (pair.direction, pair.reasons[0].name) == ("a->b", "nearer")
    assert pair.reasons[0].span is not None and pair.reasons[0].span.of(c.text) == "eleven"


def test_a_dateline_that_two_carriers_sign_alike_shows_nothing() -> None:
    wire = post("a", PUMPS, "AFP", "2031-05-03")
    text = f"GENEVA (AFP) - {PUMPS}"
    b = credited("b", text, "Lake Daily", "AFP", published="2031-05-04")
    c = credited("c", text, "Weekly Round", "AFP", published="2031-05-06")
    pair = _last([wire, b, c], [shares(wire, b, PUMPS), shares(wire, c, PUMPS), shares(b, c, text)])
    assert (pair.direction, pair.siblings_of) == ("unknown", "agency:afp")


def test_the_same_cut_of_an_outlets_report_shows_a_copy_of_the_cut() -> None:
    own = post("a", f"{PUMPS} {FERRY}", "Hill Post", "2031-05-03")
    b, c = post("b", PUMPS, "Lake Daily", "2031-05-04"), post("c", PUMPS, "Weekly Round", "2031-05-06")
    pair = _last([own, b, c], [shares(own, b, PUMPS), shares(own, c, PUMPS), shares(b, c, PUMPS)])
    assert (pair.direction, pair.reasons[0].name) == ("a->b", "nearer")


def test_the_same_cut_of_a_wire_shows_nothing() -> None:
    wire = post("a", f"{PUMPS} {FERRY}", "AFP", "2031-05-03")
    b, c = post("b", PUMPS, "Lake Daily", "2031-05-04"), post("c", PUMPS, "Weekly Round", "2031-05-06")
    pair = _last([wire, b, c], [shares(wire, b, PUMPS), shares(wire, c, PUMPS), shares(b, c, PUMPS)])
    assert (pair.direction, pair.siblings_of) == ("unknown", "a")


def test_of_two_undated_copies_that_agree_the_one_that_holds_more_of_the_source_is_the_model() -> None:
    wire = post("a", f"{PUMPS} {FERRY}", "AFP", "2031-05-03")
    b, c = post("b", f"{_CHANGED} {FERRY}", "Lake Daily"), post("c", _CHANGED, "Weekly Round")
    to_b = _with_a_change(wire, b)
    ferry = shares(wire, b, FERRY).passages[0]
    to_b = Reuse(a="a", b="b", same_outlet=False, passages=(*to_b.passages, ferry), made_by="made")
    pair = _last([wire, b, c], [to_b, _with_a_change(wire, c), shares(b, c, _CHANGED)])
    assert (pair.direction, pair.siblings_of) == ("a->b", None)
