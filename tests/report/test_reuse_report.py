"""What the report says of shared words: who with whom, which way and why, what was changed, how many origins."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from made import capture_of, reading_of
from tawatur.model import (
    Chain,
    ChainLink,
    Difference,
    DirectedReuse,
    Party,
    Passage,
    Reading,
    Reason,
    Reuse,
    Span,
)
from tawatur.report.html import render_report
from tawatur.report.html_words import words_of
from tawatur.report.reuse_own import covered, own_text
from tawatur.report.reuse_picture import Arc, arcs_svg
from tawatur.report.reuse_view import Connections, connections_of

WIRE = "The tug pulled 19 barges through the lock before noon and the lock keeper counted each of them aloud"
COPY = WIRE.replace("19", "21")
FIRST = f"Barges pass\noutlet: Lock Wire\ndate: 2031-05-04\n{WIRE}"
SECOND = f"Many barges\noutlet: <b>Quay</b>\n{COPY}"
PARTY = Party(id="agency:lock wire", kind="agency", name="Lock Wire")


def span_of(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.fixture
def readings() -> list[Reading]:
    return [reading_of(capture_of(text, name)) for name, text in (("1", FIRST), ("2", SECOND))]


def connections(readings: list[Reading], direction: str = "a->b", language: str = "en") -> Connections:
    a, b = readings[0].posts[0].id, readings[1].posts[0].id
    spans = span_of(FIRST, WIRE), span_of(SECOND, COPY)
    change = Difference(a=span_of(FIRST, "19"), b=span_of(SECOND, "21"), number=True)
    passage = Passage(a=spans[0], b=spans[1], words=18, similarity=0.947, block=0, differences=(change,))
    pair = Reuse(a=a, b=b, same_outlet=False, passages=(passage,), made_by="reuse@1")
    reason = Reason(
        name="credit",
        says="a->b",
        why="Both credit Lock Wire for it.",
        post_id=b,
        span=span_of(SECOND, "Quay"),
    )
    way = DirectedReuse(
        a=a, b=b, direction=direction, kind="agency copy", a_share=0.6, b_share=0.55, words=18, a_span=spans[0],
        b_span=spans[1], reasons=(reason,), made_by="chains@1",
    )  # fmt: skip
    link = ChainLink(source=b, to=a, kind="copies", post_id=b, span=spans[1], why="x")
    chains = {
        a: Chain(post_id=a, origin_id=PARTY.id, roots=(PARTY.id,), reasons=("A credit names Lock Wire.",), made_by="t"),
        b: Chain(
            post_id=b, origin_id=a, links=(link,), roots=(PARTY.id,), made_by="t",
            reasons=("Its words stand in an earlier post, or in one that it names.",),
        ),
    }  # fmt: skip
    return connections_of(readings, [(pair, way)], chains, {PARTY.id: PARTY}, words_of(language))


def report(readings: list[Reading], made: Connections, language: str = "en") -> str:
    return "".join(render_report(readings, [], language=language, connections=made))


def test_each_post_names_the_other_with_the_way_and_the_reason(readings: list[Reading]) -> None:
    made = connections(readings)
    first, second = (made.near[reading.posts[0].id][0] for reading in readings)
    assert (first.way, first.percent, first.post.number) == ("to", "60%", 2)
    assert (second.way, second.percent, second.post.number) == ("from", "55%", 1)
    assert second.whys[0].words is not None and second.whys[0].words.text == "Quay"


def test_the_post_that_had_the_words_first_comes_first(readings: list[Reading]) -> None:
    assert [post.number for post in connections(readings, "b->a").pairs[0].posts] == [2, 1]
    assert [post.number for post in connections(readings, "unknown").pairs[0].posts] == [1, 2]


def test_a_changed_figure_is_marked_on_both_sides(readings: list[Reading]) -> None:
    html = report(readings, connections(readings))
    assert html.count('<mark class="chg num">19</mark>') == 2
    assert html.count('<mark class="chg num">21</mark>') == 2


def test_words_of_a_page_stay_words(readings: list[Reading]) -> None:
    html = report(readings, connections(readings))
    assert "<b>Quay</b>" not in html and "&lt;b&gt;Quay&lt;/b&gt;" in html


def test_copies_are_not_own_text_and_what_was_copied_is(readings: list[Reading]) -> None:
    made = connections(readings)
    first, second = (made.own[reading.posts[0].id] for reading in readings)
    assert (first.own, first.taken) == (100, 0)
    assert second.taken > 50 and second.own + second.taken == 100
    undecided = connections(readings, "unknown").own[readings[1].posts[0].id]
    assert (undecided.taken, undecided.open) == (0, second.taken)


def test_own_text_of_outlets_adds_up_its_posts(readings: list[Reading]) -> None:
    assert {row.name.text: row.posts for row in connections(readings).outlets if row.name} == {
        "Lock Wire": 1,
        "<b>Quay</b>": 1,
    }


def test_connected_posts_of_one_agency_are_one_origin(readings: list[Reading]) -> None:
    (group,) = connections(readings).groups
    assert group.posts == 2
    assert [(origin.name.text, origin.kind, len(origin.posts)) for origin in group.origins] == [
        ("Lock Wire", "agency", 2)
    ]


def test_the_table_beside_the_picture_says_the_same(readings: list[Reading]) -> None:
    flow = connections(readings).flow
    assert flow is not None
    assert [(row.source.text, row.to.text, row.words, row.figures, row.sure) for row in flow.rows] == [
        ("Lock Wire", "<b>Quay</b>", 18, 1, True)
    ]
    assert [name.text for name in flow.names] == ["Lock Wire", "<b>Quay</b>"]


def test_the_picture_is_well_formed_and_named() -> None:
    svg = arcs_svg(3, [Arc(0, 2, 50, True), Arc(1, 0, 5, False)], title="A <title>", ids={"title": "t"})
    tree = ElementTree.fromstring(svg)
    assert tree.findtext("title") == "A <title>"
    assert [path.get("class") for path in tree.iter("path")] == ["open", "way", "head"]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_reason_is_said_in_the_language_of_the_report(readings: list[Reading], language: str) -> None:
    made = connections(readings, language=language)
    (origin,) = made.groups[0].origins
    whys = [one for _, why in origin.posts for one in why] + list(made.pairs[0].reasons[0].why)
    assert all(why.lang == language for why in whys)
    assert ("Both credit" in report(readings, made, language)) == (language == "en")


def test_long_passages_are_folded(readings: list[Reading]) -> None:
    made = connections(readings)
    assert made.pairs[0].blocks[0].beginning is None
    long = replace(readings[0], page=replace(readings[0].page, text=FIRST.replace(WIRE, WIRE + " and on" * 400)))
    spans = Span(FIRST.index(WIRE), len(long.page.text)), span_of(SECOND, COPY)
    pair = Reuse(
        a=readings[0].posts[0].id, b=readings[1].posts[0].id, same_outlet=False, made_by="t",
        passages=(Passage(a=spans[0], b=spans[1], words=18, similarity=0.1, block=0),),
    )  # fmt: skip
    folded = connections_of([long, readings[1]], [(pair, None)], {}, {}, words_of("en"))
    assert folded.pairs[0].blocks[0].beginning is not None
    assert "<details" in report([long, readings[1]], folded)


def test_a_case_without_shared_text_says_so(readings: list[Reading]) -> None:
    html = report(readings, connections_of(readings, [], {}, {}, words_of("en")))
    assert "No two posts of this case share a passage." in html


def test_a_report_without_connections_is_as_before(readings: list[Reading]) -> None:
    assert 'id="shared"' not in "".join(render_report(readings, []))


def test_what_spans_cover_is_counted_once() -> None:
    assert covered([Span(0, 4), Span(2, 6), Span(8, 20)], Span(1, 10)) == 7
    assert own_text("x", None, []).share(0) == 0


def test_links_inside_the_report_lead_somewhere(readings: list[Reading]) -> None:
    html = report(readings, connections(readings))
    targets = set(re.findall(r'href="#([^"]+)"', html))
    assert targets <= set(re.findall(r'id="([^"]+)"', html))
