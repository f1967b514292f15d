"""Bylines, outlets and dates that the head of an article sets apart by its markup."""

from __future__ import annotations

import pytest

from tawatur.model import Capture, Unit
from tawatur.read.html import read_html

WORDS = (
    "The harbour office said that the channel would be dredged before the winter storms begin in earnest. "
    "Fishermen had asked for it since the spring, when two boats ran aground on the new bank off the mole."
)
TITLES = (
    "Channel to be dredged before winter",
    "Harbour master leaves after a quarrel",
    "Three days of fog shut the port",
)


def units(*heads: str) -> tuple[Unit, ...]:
    posts = "".join(
        f"<article><h2><a href='http://mole.example/{i}'>{title}</a></h2><div class=meta>{head}</div><p>{WORDS}</p><p>{WORDS} {i}</p></article>"
        for i, (title, head) in enumerate(zip(TITLES, heads, strict=True))
    )
    markup = f"<html><head><title>Harbour press</title></head><body>{posts}</body></html>"
    capture = Capture(source="a.html", name="a.html", raw=markup.encode(), retrieved="2026-01-01T00:00:00Z")
    page = read_html(capture, markup, "utf-8")
    for unit in page.units:
        assert all(s.span is None or s.span.of(page.text) == s.value for s in unit.stated)
    return page.units


def stated(unit: Unit, name: str) -> str | None:
    return next((s.value for s in unit.stated if s.name == name), None)


def test_each_element_of_a_line_is_a_field_of_its_own() -> None:
    found = units(
        *(
            f"July {n}th, 2021 <span class=author>By Mara Quill</span> <span class=source>Gull {n}</span>"
            for n in (4, 5, 6)
        )
    )
    assert [stated(unit, "byline") for unit in found] == ["Mara Quill"] * 3
    assert [stated(unit, "outlet") for unit in found] == ["Gull 4", "Gull 5", "Gull 6"]


def test_a_category_that_holds_outlets_on_this_page_is_the_outlet() -> None:
    names = ("Northern Courier", "The Evening Post", "Gull")
    found = units(*(f"<span class=cat>{name}</span>" for name in names))
    assert [stated(unit, "outlet") for unit in found] == list(names)


def test_a_category_that_holds_sections_is_no_outlet() -> None:
    found = units(*(f"<span class=cat>{name}</span>" for name in ("Politics", "Weather", "Harbour")))
    assert [stated(unit, "outlet") for unit in found] == [None] * 3


def test_links_to_sites_of_their_own_name_the_outlet() -> None:
    names = (("Gull", "gull.example"), ("Lantern", "lantern.example"), ("اليوم", "today.example"))
    found = units(*(f"4 July 2021, <a href='http://{host}/a'>{name}</a>" for name, host in names))
    assert [stated(unit, "outlet") for unit in found] == [name for name, _ in names]


@pytest.mark.parametrize("words", ["Original article", "gull.example", "By Mara Quill"])
def test_links_that_only_show_the_way_name_no_outlet(words: str) -> None:
    found = units(
        *(f"4 July 2021, <a href='http://{host}.example/a'>{words}</a>" for host in ("gull", "lantern", "mole"))
    )
    assert [stated(unit, "outlet") for unit in found] == [None] * 3
