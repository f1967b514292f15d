"""Statements, speakers and places in a real browser: by keyboard and by mouse, in both languages of the report."""

from __future__ import annotations

from pathlib import Path

import pytest
from contrast import contrast
from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_a_layer_goes_and_comes_back_by_keyboard_and_no_word_moves(tab: Page, report: Path) -> None:
    tab.goto(report.as_uri())
    words = tab.locator("article.post .text").first.inner_text()
    for layer, mark in (("said", "mark.said"), ("fields", "mark.title")):
        first = tab.locator(f"article.post .text {mark}").first
        on = first.evaluate("node => getComputedStyle(node).backgroundColor")
        tab.locator(f"#layer-{layer}").focus()
        tab.keyboard.press("Space")
        assert first.evaluate("node => getComputedStyle(node).backgroundColor") == "rgba(0, 0, 0, 0)" != on
        assert tab.locator("article.post .text").first.inner_text() == words
        tab.keyboard.press("Space")
        assert first.evaluate("node => getComputedStyle(node).backgroundColor") == on


def test_a_layer_that_is_off_takes_its_list_and_its_anchors_away(tab: Page, report: Path) -> None:
    tab.goto(report.as_uri())
    assert tab.locator(".text .p").first.is_visible() and tab.locator(".named-list").first.is_visible()
    tab.locator("label.places").click()
    assert tab.locator(".text .p:visible").count() == tab.locator(".named-list:visible").count() == 0
    assert tab.locator(".text .n").first.is_visible()


def test_a_statement_says_on_focus_who_speaks_and_leads_to_its_entry_and_back(tab: Page, report: Path) -> None:
    tab.goto(report.as_uri())
    anchor = tab.locator("article.post .n").first
    assert anchor.evaluate("node => getComputedStyle(node, '::after').display") == "none"
    anchor.focus()
    assert anchor.evaluate("node => getComputedStyle(node, '::after').display") != "none"
    assert anchor.evaluate("node => getComputedStyle(node, '::after').content").strip('"') != "none"
    tab.keyboard.press("Enter")
    entry = tab.locator(":target")
    assert entry.evaluate("node => node.matches('.said-list li')")
    entry.locator("a.no").press("Enter")
    assert tab.locator(":target").evaluate("node => node.matches('.text a.n')")


def test_what_an_anchor_says_stays_on_a_narrow_page(tab: Page, report: Path) -> None:
    tab.set_viewport_size({"width": 360, "height": 800})
    tab.goto(report.as_uri())
    for anchor in tab.locator("article.post .text .n, article.post .text .p").all()[:12]:
        anchor.focus()
        assert tab.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_speaker_opens_by_keyboard_with_forms_in_both_scripts_and_links_to_the_words(tab: Page, report: Path) -> None:
    tab.goto(report.as_uri())
    card = tab.locator("#speakers details", has_text="Samer Tilmas").first
    assert not card.locator("dl").is_visible()
    card.locator("summary").focus()
    tab.keyboard.press("Enter")
    assert card.locator("dl").is_visible()
    assert "سامر تلماس" in card.inner_text()
    card.locator(".at a.no").first.click()
    assert tab.locator(":target").evaluate("node => node.matches('.said-list li')")


def test_a_place_on_the_map_leads_to_its_posts_by_keyboard_and_by_mouse(tab: Page, report: Path) -> None:
    tab.set_viewport_size({"width": 1280, "height": 900})
    tab.goto(report.as_uri())
    circles = tab.locator("svg.map .spots a")
    assert circles.count() >= 5
    for choose in (lambda: circles.nth(0).press("Enter"), lambda: circles.nth(1).click()):
        choose()
        chosen = tab.locator(".place-list > li:target")
        assert chosen.locator(".more").is_visible()
        assert chosen.locator(".more li a").count() > 0
    chosen.locator(".more > p a").first.press("Enter")
    assert tab.locator(":target").evaluate("node => node.matches('svg.map a')")


def test_names_on_the_map_are_in_the_language_of_the_report_inside_of_it_and_on_nothing(
    tab: Page, report: Path
) -> None:
    tab.goto(report.as_uri())
    names = tab.locator("svg.map .names text")
    is_rtl = tab.evaluate("document.documentElement.dir") == "rtl"
    assert ("مروادة" if is_rtl else "Marwada") in names.all_text_contents()
    frame = tab.locator("svg.map").bounding_box()
    boxes = [one.bounding_box() for one in names.all()]
    assert frame is not None
    for n, box in enumerate(boxes):
        assert box is not None
        assert box["x"] >= frame["x"] and box["x"] + box["width"] <= frame["x"] + frame["width"]
        # Boxes of letters reach above and below what is seen of them.
        rest = [one for one in boxes[n + 1 :] if one is not None]
        assert not any(overlap(box, other) > 0.25 for other in rest)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_numbers_and_notes_stand_out_from_their_ground(tab: Page, report: Path, scheme: str) -> None:
    tab.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    tab.goto(report.as_uri())
    pairs = tab.eval_on_selector_all(
        ".below .kind, .below .why, .speakers .kind, .place-list .in, .atlas figcaption, .place-list .no, .layers legend",
        "nodes => nodes.map(n => [getComputedStyle(n).color, getComputedStyle(document.body).backgroundColor])",
    )
    chips = tab.eval_on_selector_all(
        ".text .n:not(.anon)",
        "nodes => nodes.map(n => [getComputedStyle(n, '::before').color, getComputedStyle(n, '::before').backgroundColor])",
    )
    assert min(contrast(*pair) for pair in [*pairs, *chips]) >= 4.5


def test_everything_that_is_found_prints(tab: Page, report: Path) -> None:
    tab.goto(report.as_uri())
    tab.emulate_media(media="print")
    assert tab.locator(".layers").is_hidden()
    assert tab.locator("svg.map").is_visible()
    assert tab.locator(".said-list li").first.is_visible()


def overlap(one: dict[str, float], other: dict[str, float]) -> float:
    """Share of the smaller box that lies in the other one."""
    wide = min(one["x"] + one["width"], other["x"] + other["width"]) - max(one["x"], other["x"])
    high = min(one["y"] + one["height"], other["y"] + other["height"]) - max(one["y"], other["y"])
    least = min(one["width"] * one["height"], other["width"] * other["height"])
    return max(0.0, wide) * max(0.0, high) / least
