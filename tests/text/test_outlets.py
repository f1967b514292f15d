from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from line_tables import NOT_OUTLETS, OUTLETS, rows

from tawatur.text.outlets import find_outlets, outlet_likeness, outlet_named


@pytest.mark.parametrize("line", rows(OUTLETS))
def test_names_of_outlets_look_like_outlets(line: str) -> None:
    assert outlet_likeness(line) >= 0.6


@pytest.mark.parametrize("line", rows(NOT_OUTLETS))
def test_headlines_and_names_of_people_do_not(line: str) -> None:
    assert outlet_likeness(line) < 0.6


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The dam is safe, Reuters reported.", ["Reuters"]),
        ("قالت رويترز إن السد آمن", ["رويترز"]),
        ("وقالت لرويترز إن السد آمن", ["رويترز"]),
        ("قال لـ«الأخبار» إن السد آمن", ["الأخبار"]),
        ("قال لصحيفة الأخبار إن السد آمن", ["صحيفة الأخبار"]),
        ("نقلت (أ.ف.ب) عن شاهد", ["أ.ف.ب"]),
        ("نقلت (أ ف ب) عن شاهد", ["أ ف ب"]),
        ("as seen on reuters.com and AFP", ["reuters.com", "AFP"]),
        ("The New York Times and the Guardian", ["The New York Times", "the Guardian"]),
        ("A.F.P. said so", ["A.F.P."]),
    ],
)
def test_known_outlets_are_found_in_running_text(text: str, names: list[str]) -> None:
    found = [mention.span.of(text) for mention in find_outlets(text)]
    assert [name.rstrip(".") for name in found] == [name.rstrip(".") for name in names]


@pytest.mark.parametrize(
    "text",
    [
        "أخبار اليوم من الوادي كثيرة",
        "هذه هي الأخبار السيئة",
        "the time has come for an independent guardian of the nation",
        "start the report on a part of the map",
        "تناول الوفد الحياة في المدينة والشروق",
    ],
)
def test_ordinary_words_are_no_outlets(text: str) -> None:
    assert find_outlets(text) == []


def test_a_name_is_known_behind_and_before_a_head_word() -> None:
    for name in ("Reuters", "وكالة رويترز", "Reuters news agency", "«رويترز»"):
        found = outlet_named(name)
        assert found is not None and found.id == "reuters"


def test_capitals_of_an_agency_are_no_word_in_small_letters() -> None:
    assert outlet_named("AP") is not None
    assert outlet_named("ap") is None


def test_mentions_stand_in_order_and_do_not_overlap() -> None:
    text = "BBC News, BBC Arabic, AFP, وكالة الصحافة الفرنسية, CNN"
    spans = [mention.span for mention in find_outlets(text)]
    assert len(spans) == 5
    assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))


@given(st.text(max_size=300))
def test_any_text_gets_spans_within_its_bounds(text: str) -> None:
    assert 0.0 <= outlet_likeness(text) <= 1.0
    for mention in find_outlets(text):
        assert 0 <= mention.span.start < mention.span.end <= len(text)


def test_a_line_of_a_million_names_is_read_in_one_go() -> None:
    assert len(find_outlets("AFP " * 20_000)) == 20_000
