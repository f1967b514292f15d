"""The workbench in a real browser: by keyboard, right to left and left to right, wide and narrow, under its own policy."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Page

from tawatur.batch import RunOptions, run_read
from tawatur.batch.people import link_case_speakers
from tawatur.batch.telling import tell_case_stories
from tawatur.batch.whole import connect_posts
from tawatur.serve import make_app

SAMPLE = Path(__file__).parents[2] / "src/tawatur/sample"
PAGES = ("strait-blog.txt", "morning-bulletin.txt", "marwada-courier.html", "al-sawari.html")


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a workbench on some pages of the sample case."""
    path = tmp_path_factory.mktemp("bench") / "sample.tawatur"
    run_read(path, [str(SAMPLE / name) for name in PAGES], RunOptions(workers=0))
    connect_posts(path)
    link_case_speakers(path)
    tell_case_stories(path)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        server = uvicorn.Server(uvicorn.Config(make_app(path), log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        until = time.monotonic() + 20
        while not server.started and time.monotonic() < until:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join(10)


def addresses(tab: Page, bench: str) -> list[str]:
    tab.goto(bench)
    story = tab.locator(".story-list a").first.get_attribute("href")
    tab.goto(f"{bench}/search?q=*")
    post = tab.locator(".hits a").first.get_attribute("href")
    return [
        "/",
        "/stories",
        story or "",
        post or "",
        "/speakers",
        "/places",
        "/search?q=ferry",
        "/check?claim=The+ferry+left",
        "/judgements",
    ]


def with_lang(address: str, lang: str) -> str:
    return address + ("&" if "?" in address else "?") + f"lang={lang}"


def test_its_own_policy_stops_nothing_and_nothing_is_asked_of_elsewhere(tab: Page, bench: str) -> None:
    complaints: list[str] = []
    asked: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("request", lambda request: asked.append(request.url))
    for address in addresses(tab, bench):
        tab.goto(bench + address)
    assert not [text for text in complaints if "Content Security Policy" in text or "Refused" in text]
    assert all(url.startswith(bench) or url.endswith("/favicon.ico") for url in asked)


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("width", [360, 768, 1280, 2560])
def test_no_width_makes_a_view_scroll_sideways(tab: Page, bench: str, lang: str, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    for address in addresses(tab, bench):
        tab.goto(bench + with_lang(address, lang))
        over = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over <= 0, (address, over)


def test_the_keyboard_goes_past_the_bar_to_the_content(tab: Page, bench: str) -> None:
    tab.goto(bench)
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "main"


def test_a_reader_goes_by_keyboard_from_the_case_to_a_story_and_a_post(tab: Page, bench: str) -> None:
    tab.goto(bench)
    tab.locator(".story-list a").first.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/stories/sy-*")
    tab.locator(".reports a.no, .lanes a, details.posts a").first.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/posts/po-*")
    assert tab.locator("article.post .text p").count() > 2


def test_the_language_is_switched_on_the_spot_and_stays(tab: Page, bench: str) -> None:
    tab.goto(f"{bench}/speakers")
    tab.locator("a.tongue").click()
    assert tab.evaluate("document.documentElement.dir") == "rtl"
    tab.locator("nav a", has_text="القصص").click()
    assert tab.evaluate("document.documentElement.lang") == "ar"
    assert tab.url.startswith(f"{bench}/stories")


def test_a_search_is_made_by_keyboard_and_its_words_are_marked(tab: Page, bench: str) -> None:
    tab.goto(bench)
    tab.locator("#q").fill("عبارة")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/search?*")
    assert tab.locator("mark.hit").first.inner_text().replace("ّ", "").startswith("ع")


def test_a_layer_of_marks_goes_and_comes_back_without_a_program(tab: Page, bench: str) -> None:
    tab.goto(f"{bench}/search?q=*")
    tab.locator(".hits a").first.click()
    mark = tab.locator(".text mark").first
    if mark.count():
        tab.locator("#layer-said").focus()
        tab.keyboard.press("Space")
        assert not tab.locator("#layer-said").is_checked()


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_claim_is_set_aside_and_taken_back_by_keyboard(tab: Page, bench: str, lang: str) -> None:
    tab.goto(f"{bench}/stories?lang={lang}")
    tab.locator(".story-list a").first.click()
    claim = tab.locator(".claim").first
    if not claim.count():
        pytest.skip("the story has no claims")
    claim.locator(".judge summary").focus()
    tab.keyboard.press("Enter")
    claim.locator("input[name=note]").fill("ليس الأمر نفسه")
    tab.keyboard.press("Enter")
    tab.wait_for_selector(".aside-mark")
    assert f"lang={lang}" in tab.url
    assert "ليس الأمر نفسه" in tab.locator(".aside-mark").inner_text()
    tab.locator(".aside-mark button").focus()
    tab.keyboard.press("Enter")
    tab.wait_for_selector(".aside-mark", state="detached")
