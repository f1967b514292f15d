"""The pairs laid side by side, and the picture of who carries whose text, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

import tawatur
from made import capture_of, reading_of
from tawatur.batch.whole import connect_posts
from tawatur.store import open_case, prepare

pytestmark = pytest.mark.browser

WIRE = "The tug pulled 19 barges through the lock before noon and the lock keeper counted each of them aloud twice"
ARABIC = "سحبت القاطرة 19 صندلاً عبر الهويس قبل الظهر وعدّ حارس الهويس كلاً منها بصوت عالٍ مرتين أمام الواقفين"
LONG = " ".join(f"Then barge {n} of the {n * 7} passed under the bridge of lamps." for n in range(60))
POSTS = (
    f"Barges pass\n{WIRE} {LONG}\noutlet: Lock Wire\ndate: 2031-05-04",
    f"Many barges\noutlet: Quay Post\ndate: 2031-05-06\n{WIRE.replace('19', '21')} {LONG}",
    f"صنادل تعبر\n{ARABIC}\noutlet: صحيفة الهويس\ndate: 2031-05-04\nlang: ar",
    f"عبور الصنادل\noutlet: بريد الرصيف\ndate: 2031-05-07\nlang: ar\n{ARABIC.replace('19', '91')}",
)


@pytest.fixture(scope="module", params=["en", "ar"])
def report(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shared")
    with open_case(folder / "a.tawatur", create=True) as store:
        run = store.start_run(kind="read", program="t", made_by="t", inputs=[], options={}, started="2031")
        for n, text in enumerate(POSTS):
            capture = capture_of(text, f"{n}.txt")
            store.add(capture, prepare(capture, reading_of(capture)), run_id=run, made_by="t")
    connect_posts(folder / "a.tawatur")
    with tawatur.open(folder / "a.tawatur") as case:
        return case.report(folder / "report.html", lang=request.param)


def test_the_two_sides_stand_beside_each_other_in_reading_order(tab: Page, report: Path) -> None:
    tab.set_viewport_size({"width": 1280, "height": 900})
    tab.goto(report.as_uri())
    first, second = (tab.locator(".pair .side-head").nth(n).bounding_box() for n in (0, 1))
    assert first is not None and second is not None
    assert first["y"] == second["y"]
    is_rtl = tab.evaluate("document.documentElement.dir") == "rtl"
    assert (first["x"] > second["x"]) == is_rtl


def test_each_side_runs_its_own_way(tab: Page, report: Path) -> None:
    tab.goto(report.as_uri())
    ways = tab.eval_on_selector_all(
        ".sides p", "nodes => nodes.map(n => [n.innerText.includes('الهويس'), getComputedStyle(n).direction])"
    )
    assert {tuple(way) for way in ways} == {(True, "rtl"), (False, "ltr")}


def test_a_changed_figure_is_seen_without_unfolding_anything(tab: Page, report: Path) -> None:
    tab.goto(report.as_uri())
    for figure in ("19", "21", "91"):
        assert tab.locator(f".figure-change mark.num:text-is('{figure}')").first.is_visible()


def test_a_long_passage_unfolds_by_keyboard(tab: Page, report: Path) -> None:
    tab.goto(report.as_uri())
    block = tab.locator("details.block").first
    assert not block.locator(".sides").is_visible()
    block.locator("summary").focus()
    tab.keyboard.press("Enter")
    assert block.locator(".sides").is_visible()


def test_the_picture_has_a_name_and_a_row_for_each_of_its_names(tab: Page, report: Path) -> None:
    tab.goto(report.as_uri())
    assert tab.locator("svg.arcs title").text_content()
    names, picture = tab.locator(".flow .names").bounding_box(), tab.locator("svg.arcs").bounding_box()
    assert names is not None and picture is not None
    assert abs(names["height"] - picture["height"]) < 1
    # Arrow heads touch the names, whichever side these stand on.
    is_rtl = tab.evaluate("document.documentElement.dir") == "rtl"
    assert (picture["x"] < names["x"]) == is_rtl


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_no_width_makes_it_scroll_sideways(tab: Page, report: Path, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    tab.goto(report.as_uri())
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_it_asks_for_nothing_and_its_policy_stops_nothing(tab: Page, report: Path) -> None:
    asked: list[str] = []
    said: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: said.append(message.text))
    tab.goto(report.as_uri(), wait_until="networkidle")
    assert (asked, said) == ([report.as_uri()], [])
