"""Statements, speakers and places in the report: in the text, in the lists below it, in the indexes of the case."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from found_things import place_in, reading_of_words, span_of, speaker_line, statement_in
from tawatur.model import Reading, Span
from tawatur.report.html import render_report
from tawatur.report.html_marks import DEEPEST, FOUND, Mark, lines
from tawatur.report.html_shared import united
from tawatur.report.html_told import because
from tawatur.report.html_words import words_of
from tawatur.report.statement_lines import CountedLine, SpeakerLine

TEXT = "Ada Quill denied that the lock of Upper Quay was shut, she told the Lock Wire in a tweet."
CONTENT = "the lock of Upper Quay was shut"
HOSTILE = "</mark><script>alert(1)</script><img src=x onerror=alert(1)>\u202e"


def said(**more: object) -> Reading:
    return reading_of_words(TEXT, statements=[statement_in(TEXT, CONTENT, speaker="Ada Quill", cue="denied", **more)])


def report(
    *readings: Reading,
    language: str = "en",
    speakers: list[SpeakerLine] | None = None,
    passages: dict[str, list[Span]] | None = None,
) -> LexborHTMLParser:
    return LexborHTMLParser(
        "".join(render_report(readings, [], language=language, speakers=speakers, passages=passages))
    )


def words(node: LexborNode) -> str:
    return " ".join(node.text().split())


def test_each_part_of_a_statement_is_marked_in_the_text() -> None:
    addressee, venue = span_of(TEXT, "the Lock Wire"), span_of(TEXT, "in a tweet")
    tree = report(said(addressee="the Lock Wire", addressee_at=addressee, venue=venue))
    for kind, marked in (
        ("said", CONTENT),
        ("speaker", "Ada Quill"),
        ("cue", "denied"),
        ("addressee", "the Lock Wire"),
        ("venue", "in a tweet"),
    ):
        assert [words(mark) for mark in tree.css(f".text mark.{kind}")] == [marked]


def test_the_list_below_says_who_how_to_whom_and_why() -> None:
    told = span_of(TEXT, "the Lock Wire")
    tree = report(said(verb_class="denies", negated=True, addressee="the Lock Wire", addressee_at=told))
    entry = words(tree.css(".said-list li")[0])
    for part in (
        "Ada Quill",
        "person",
        "indirect speech",
        "does not deny",
        "told to the Lock Wire",
        CONTENT,
        "words behind the verb",
    ):
        assert part in entry


def test_the_number_in_the_text_leads_to_the_entry_and_back() -> None:
    tree = report(said())
    anchor, back = tree.css(".text a.n")[0], tree.css(".said-list li > a.no")[0]
    assert tree.css(f"li{anchor.attributes['href']}")
    assert tree.css(f"a{back.attributes['href']}")[0].attributes["id"] == anchor.attributes["id"]
    assert words(anchor) == "" and "Ada Quill" in (anchor.attributes["aria-label"] or "")


def test_who_is_not_named_is_said_so_and_marked_so() -> None:
    tree = report(reading_of_words(TEXT, statements=[statement_in(TEXT, CONTENT)]))
    assert "nobody is named" in words(tree.css(".said-list li")[0])
    assert tree.css(".text a.n.anon")


def test_a_statement_inside_shared_words_keeps_both_marks_and_every_word() -> None:
    tree = report(said(), passages={"po-1": [Span(10, 40)]})
    assert "".join(words(mark) + " " for mark in tree.css(".text mark.shared")).split() == TEXT[10:40].split()
    assert words(tree.css(".text p")[0]) == TEXT


def test_a_place_inside_the_name_of_another_place_is_marked_too() -> None:
    text = "They met in the province of Upper Quay today."
    tree = report(
        reading_of_words(text, places=[place_in(text, "province of Upper Quay"), place_in(text, "Upper Quay")])
    )
    assert [words(mark) for mark in tree.css(".text mark.place")] == ["province of Upper Quay", "Upper Quay"]
    assert len(tree.css(".text mark.place mark.place a.p")) == 1
    assert words(tree.css(".text p")[0]) == text


@settings(max_examples=200, deadline=None)
@given(
    st.text(st.sampled_from('ab <&"\u202eقم\n'), max_size=60),
    st.lists(st.tuples(st.sampled_from(FOUND), st.integers(0, 60), st.integers(0, 60)), max_size=9),
)
def test_marks_that_nest_and_cross_lose_no_word_and_close_what_they_open(
    text: str, wanted: list[tuple[str, int, int]]
) -> None:
    reading = reading_of_words(text)
    marks = [Mark(Span(min(a, b, len(text)), min(max(a, b), len(text))), kind) for kind, a, b in wanted]
    found = lines(reading.page, reading.posts[0], None, longest=1000, label=str, found=marks)
    plain = lines(reading.page, reading.posts[0], None, longest=1000, label=str)
    assert [unescape(re.sub(r"</?mark[^<>]*>", "", line.html)) for line in found] == [
        unescape(line.html) for line in plain
    ]
    for line in found:
        assert line.html.count("<mark") == line.html.count("</mark>")


@pytest.mark.parametrize("shape", ["nested", "in a row", "crossing"])
def test_thousands_of_marks_on_one_line_stay_few_elements_for_each_letter(shape: str) -> None:
    n = 5_000
    text = "x" * (2 * n + 10)
    spans = {
        "nested": [Span(i, 2 * n - i) for i in range(n)],
        "in a row": [Span(2 * i, 2 * i + 1) for i in range(n)],
        "crossing": [Span(i, i + 40) for i in range(n)],
    }[shape]
    reading = reading_of_words(text)
    found = lines(
        reading.page, reading.posts[0], None, longest=50_000, label=str, found=[Mark(s, "said") for s in spans]
    )
    assert re.sub("<[^>]*>", "", found[0].html) == text
    assert found[0].html.count("<mark") <= 2 * DEEPEST * n


def test_a_place_is_in_the_text_in_the_list_and_in_the_index_with_its_posts() -> None:
    reading = reading_of_words(TEXT, places=[place_in(TEXT, "Upper Quay", country="SY", name_ar="الرصيف الأعلى")])
    tree = report(reading)
    assert tree.css(".text mark.place a.p")[0].attributes["href"] == "#place-1"
    assert "Syria" in words(tree.css(".named-list li")[0]) and "the only place of this name" in words(
        tree.css(".named-list li")[0]
    )
    entry = tree.css("#place-1")[0]
    assert "الرصيف الأعلى" in words(entry) and entry.css("a[href='#po-1']")
    assert "الرصيف الأعلى" in words(report(reading, language="ar").css("#place-1 .name .value")[0])


def test_without_statements_and_places_the_report_has_no_empty_sections() -> None:
    tree = report(reading_of_words("Nothing is said here."))
    assert not tree.css("#speakers, #places, .said-list, .named-list, #layer-said, #layer-places")
    assert tree.css("#layer-fields")


def test_a_speaker_of_the_index_has_forms_reasons_and_links_to_the_statements() -> None:
    reading = said()
    line = speaker_line(
        "Ada Quill",
        reading.statements,
        names=(CountedLine(name="Ada Quill", statements=2), CountedLine(name="آدا كويل", statements=1)),
        reasons=("the same letters",),
    )
    card = report(reading, speakers=[line]).css("#speaker-1")[0]
    assert "آدا كويل" in words(card) and "the same letters" in words(card)
    assert card.css("a[href='#s1-1']") and card.css("a[href='#po-1']")


def test_sources_without_a_name_stand_apart_by_class() -> None:
    reading = said()
    lines_ = [
        speaker_line("a lock keeper", reading.statements, speaker_class="anonymous"),
        speaker_line("first reports", [], speaker_class="reports"),
        speaker_line("Lock Authority", [], speaker_class="organisation"),
    ]
    tree = report(reading, speakers=lines_)
    assert [words(node) for node in tree.css(".nameless .value")] == ["a lock keeper", "first reports"]
    assert [words(node) for node in tree.css(".cards .value")] == ["Lock Authority"]


def test_where_names_were_not_brought_together_the_report_says_what_to_do() -> None:
    assert "tawatur speakers" in words(report(said()).css("#speakers")[0])


def test_words_of_strangers_are_nowhere_obeyed() -> None:
    text = f"{HOSTILE} said that {HOSTILE} x"
    spoken = statement_in(
        text, "x", speaker_name=HOSTILE, speaker_class="person", addressee=HOSTILE, reasons=(HOSTILE,)
    )
    named = place_in(text, "said", name=HOSTILE, name_ar=HOSTILE, reasons=(HOSTILE,), country="<b>")
    line = speaker_line(HOSTILE, [spoken], reasons=(HOSTILE,), outlets=(CountedLine(name=HOSTILE, statements=1),))
    for language in ("en", "ar"):
        html = "".join(
            render_report(
                [reading_of_words(text, statements=[spoken], places=[named])], [], language=language, speakers=[line]
            )
        )
        tree = LexborHTMLParser(html)
        assert not tree.css("script, img, iframe")
        assert "\u202e" not in html and "onerror=alert(1)>" not in html.replace("&gt;", "")


def test_reasons_are_in_the_language_of_the_report_those_without_words_in_it_as_they_are() -> None:
    known, unknown = because(["words behind the verb", "a reason that nobody has put into words"], words_of("ar"))
    assert (known.lang, unknown.lang) == ("ar", "en")
    assert unknown.text == "a reason that nobody has put into words"


@pytest.mark.parametrize("table", ["speaker_classes", "statement_kinds", "verbs", "verbs_not", "place_kinds"])
def test_every_class_and_kind_has_its_word_in_both_languages(table: str) -> None:
    assert words_of("en")[table].keys() == words_of("ar")[table].keys()
    assert all(words_of("ar")[table].values())


def test_shared_spans_that_touch_are_one() -> None:
    assert united([Span(5, 9), Span(0, 5), Span(20, 22), Span(21, 30)]) == [Span(0, 9), Span(20, 30)]
