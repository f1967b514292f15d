"""Words that anybody writes: offices in full, names, set phrases."""

from __future__ import annotations

import pytest
from chained import FERRY, PUMPS, PUMPS_AR, directed, origins, post, shares

_TITLES = [
    "His Royal Highness Prince Karim bin Sami, Deputy Prime Minister and Minister of Tourism and Antiquities of the Kingdom of Ozmara",
    "صاحب السمو الملكي الأمير كريم بن سامي نائب رئيس مجلس الوزراء وزير السياحة والآثار رئيس الهيئة العامة للتراث الوطني حفظه الله",
]


@pytest.mark.parametrize("title", _TITLES)
def test_the_same_office_told_in_full_is_a_formula(title: str) -> None:
    a = post("a", f"{PUMPS} {PUMPS_AR} {title} {PUMPS}", "Lake Daily", "2031-05-04")
    b = post("b", f"{FERRY} {FERRY} {FERRY} {title} {FERRY}", "Hill Post", "2031-05-05")
    pair = directed(a, b, title)
    assert (pair.kind, pair.direction) == ("formula", "unknown")


def test_a_sentence_as_long_as_a_title_is_none() -> None:
    words = PUMPS[: PUMPS.index(", and the water")]
    a = post("a", f"{FERRY} {FERRY} {words}. {FERRY}", "Lake Daily", "2031-05-04")
    b = post("b", f"{PUMPS_AR} {PUMPS_AR} {words}. {PUMPS_AR} {PUMPS_AR}", "Hill Post", "2031-05-05")
    pair = directed(a, b, words)
    assert (pair.kind, pair.direction) == ("outlet copy", "a->b")


def test_a_headline_of_capitals_is_no_title() -> None:
    words = (
        "Water Pumps Closed After Night Fire While Tankers Serve Eastern Districts And Talks Continue Without Results"
    )
    a = post("a", f"{words} {FERRY} {FERRY}", "Lake Daily", "2031-05-04")
    b = post("b", f"{words} {PUMPS} {PUMPS} {PUMPS}", "Hill Post", "2031-05-05")
    assert directed(a, b, words).kind == "outlet copy"


def test_an_announcement_that_is_mostly_titles_is_still_a_text() -> None:
    text = _TITLES[0] + " arrived."
    pair = directed(post("a", text, "Lake Daily", "2031-05-04"), post("b", text, "Hill Post", "2031-05-05"), text)
    assert (pair.kind, pair.direction) == ("outlet copy", "a->b")


def test_a_formula_joins_no_origins() -> None:
    title = _TITLES[0]
    a = post("a", f"{PUMPS} {title} {PUMPS} {PUMPS}", "Lake Daily", "2031-05-04")
    b = post("b", f"{FERRY} {FERRY} {FERRY} {title}", "Hill Post", "2031-05-05")
    assert origins([a, b], [shares(a, b, title)]).count == 2
