"""The report in a real browser: it stands alone, runs nothing, and sets both scripts right at every width."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from contrast import contrast
from gold_case import gold_readings
from playwright.sync_api import Page

from tawatur.model import Reading
from tawatur.report.html import render_report

pytestmark = pytest.mark.browser

HOSTILE = "<script>document.title='owned'</script><img src=https://evil.example/x onerror=\"document.title='owned'\">\u202egnp.exe"


def hostile_reading() -> Reading:
    """A page whose title, outlet, links and source all try to break out."""
    first = gold_readings()[0]
    page = replace(first.page, source=HOSTILE, title=HOSTILE, notes=(HOSTILE,))
    described = tuple(replace(known, title=HOSTILE, outlet=HOSTILE, byline=HOSTILE) for known in first.descriptions)
    return replace(first, page=page, descriptions=described)


def test_it_opens_from_disk_and_asks_for_nothing_else(tab: Page, report: Path) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(report.as_uri(), wait_until="networkidle")
    assert asked == [report.as_uri()]


def test_its_own_policy_stops_nothing_that_it_needs(tab: Page, report: Path) -> None:
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.goto(report.as_uri())
    assert complaints == []
    assert tab.evaluate("getComputedStyle(document.body).marginTop") == "0px"


def test_words_that_try_to_be_a_program_are_only_words(tab: Page, tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    path.write_text("".join(render_report([hostile_reading()], [], title=HOSTILE)), encoding="utf-8")
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(path.as_uri(), wait_until="networkidle")
    assert asked == [path.as_uri()]
    assert tab.title() != "owned"
    assert tab.locator("script, img, iframe").count() == 0
    heading = tab.locator("article h3").first.inner_text()
    assert heading.startswith("<script>") and "U+202E" in heading


def test_arabic_runs_from_right_to_left_and_english_from_left_to_right(tab: Page, report: Path) -> None:
    tab.goto(report.as_uri())
    found = tab.eval_on_selector_all(
        ".post h3, .text p[lang]",
        "nodes => nodes.map(n => [n.lang, getComputedStyle(n).direction])",
    )
    assert {tuple(pair) for pair in found} == {("ar", "rtl"), ("en", "ltr")}


def test_an_arabic_line_begins_at_the_right_edge_of_its_column(tab: Page, report: Path) -> None:
    tab.goto(report.as_uri())
    gap_to_the_right = tab.evaluate(
        """() => {
            const line = document.querySelector('.text p.b[lang=ar]')
            const range = document.createRange()
            range.setStart(line.firstChild, 0); range.setEnd(line.firstChild, 1)
            return line.getBoundingClientRect().right - range.getBoundingClientRect().right
        }"""
    )
    assert 0 <= gap_to_the_right < 40


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_no_width_makes_it_scroll_sideways(tab: Page, report: Path, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    tab.goto(report.as_uri())
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_long_words_and_addresses_do_not_make_it_scroll_sideways(tab: Page, tmp_path: Path) -> None:
    first = gold_readings()[0]
    long = "https://a.example/" + "x" * 500
    page = replace(first.page, source=long, uri=long + "1", title="م" * 300)
    described = tuple(replace(known, title="W" * 300, outlet="ك" * 200) for known in first.descriptions)
    path = tmp_path / "long.html"
    path.write_text("".join(render_report([replace(first, page=page, descriptions=described)], [])), encoding="utf-8")
    tab.set_viewport_size({"width": 360, "height": 800})
    tab.goto(path.as_uri())
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground_in_light_and_in_dark(tab: Page, report: Path, scheme: str) -> None:
    tab.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    tab.goto(report.as_uri())
    pairs = tab.eval_on_selector_all(
        "body, .kicker, .known .why, .unknown, .counts, .page-head dt, .back",
        "nodes => nodes.map(n => [getComputedStyle(n).color, getComputedStyle(document.body).backgroundColor])",
    )
    # 4.5 to 1 is what WCAG 2.2 asks of text, level AA.
    assert min(contrast(*pair) for pair in pairs) >= 4.5


def test_it_is_read_whole_without_a_program(tab: Page, report: Path) -> None:
    text = report.read_text(encoding="utf-8")
    assert "<script" not in text and "onclick" not in text
    tab.goto(report.as_uri())
    assert tab.locator("article.post .text p").count() > 80
    assert tab.evaluate("[...document.querySelectorAll('article.post .text p')].every(p => p.offsetHeight > 0)")


def test_the_keyboard_goes_from_the_table_to_a_post(tab: Page, report: Path) -> None:
    tab.goto(report.as_uri())
    tab.locator("tbody tr:nth-child(3) a").focus()
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.querySelector(':target').classList.contains('post')")


def test_it_prints(tab: Page, report: Path) -> None:
    tab.goto(report.as_uri())
    printed = tab.pdf(format="A4")
    assert printed.startswith(b"%PDF") and printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") > 3
