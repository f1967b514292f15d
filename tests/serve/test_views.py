"""Every view shows what it is for, in both languages, and nothing of a page as markup."""

from __future__ import annotations

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tawatur.batch import RunOptions, run_read
from tawatur.serve import make_app

COURIER = (
    "Landslide in Dalma closes the school\n\nThe Marwada Courier\nFebruary 20, 2021\n\n"
    "DALMA — The school stayed closed on Saturday, the mayor said, because stones still fall on the yard.\n\n"
    "Engineers looked at nine houses below the slope and found three of them unsafe.\n\n"
    "“We will decide next week,” the mayor said.\n"
)
VIEWS = ("/", "/stories", "/speakers", "/places", "/search?q=Dalma", "/search?q=*", "/check", "/failures")


class Page(HTMLParser):
    """The tags and attributes of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def links(self) -> list[str]:
        return [attrs["href"] or "" for tag, attrs in self.tags if tag == "a" and "href" in attrs]


def all_addresses(client: TestClient) -> list[str]:
    """The views, and every post, story and comparison they lead to."""
    found = set(VIEWS)
    for view in ("/search?q=*", "/stories"):
        found.update(link for link in Page(client.get(view).text).links() if re.match("/(posts|stories)/", link))
    return sorted(found)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_view_answers_in_the_language_that_is_asked_for(client: TestClient, lang: str) -> None:
    for address in all_addresses(client):
        answer = client.get(address + ("&" if "?" in address else "?") + f"lang={lang}")
        assert answer.status_code == 200, address
        (html,) = [attrs for tag, attrs in Page(answer.text).tags if tag == "html"]
        assert html["lang"] == lang
        assert html["dir"] == ("rtl" if lang == "ar" else "ltr")


def test_the_browsers_language_decides_where_the_address_does_not(client: TestClient) -> None:
    assert 'lang="ar"' in client.get("/", headers={"Accept-Language": "ar-SY,en;q=0.5"}).text
    assert 'lang="en"' in client.get("/", headers={"Accept-Language": "fr,en;q=0.5,ar;q=0.1"}).text
    assert 'lang="en"' in client.get("/", headers={"Accept-Language": ";;q=x,,"}).text


def test_the_language_stays_from_view_to_view(client: TestClient) -> None:
    links = [link for link in Page(client.get("/stories?lang=ar").text).links() if link.startswith("/")]
    assert links
    assert all("lang=" in link for link in links)


def test_a_story_shows_its_claims_side_by_side(client: TestClient) -> None:
    (story,) = {link for link in Page(client.get("/").text).links() if link.startswith("/stories/sy-")}
    page = client.get(story).text
    assert re.search(r'killed <mark class="slot">12</mark> people', page)
    assert '<mark class="slot">17</mark>' in page
    assert "How many?" in page


def test_a_post_shows_its_text_with_marks_and_what_it_rests_on(client: TestClient) -> None:
    link = next(one for one in Page(client.get("/search?q=Rescuers").text).links() if one.startswith("/posts/"))
    page = client.get(link).text
    assert "Rescuers searched the rubble" in page
    assert "Hala Mirzaq" in page
    assert "SHA-256" in page or re.search("[0-9a-f]{64}", page)


def test_a_search_finds_either_spelling_and_marks_it(client: TestClient) -> None:
    page = client.get("/search", params={"q": "انزلاق", "lang": "en"}).text
    assert '<mark class="hit">انزلاق</mark>' in page


def test_filters_narrow_what_is_listed(client: TestClient) -> None:
    def posts(**given: str) -> int:
        page = Page(client.get("/search", params={"q": "*", **given}).text)
        return len({link for link in page.links() if link.startswith("/posts/")})

    assert posts() == 3
    assert posts(**{"in": "ar"}) == 1
    assert posts(since="2021-02-11", until="2021-02-11") == 1
    assert posts(outlet="courier") == 1


def test_a_claim_is_answered_across_languages(client: TestClient) -> None:
    page = client.get("/check", params={"claim": "17 people were killed in a landslide in Dalma"}).text
    assert "الهلال الأحمر" in page or "انزلاق" in page


def test_nothing_of_a_page_becomes_markup_or_script(client: TestClient) -> None:
    for address in [
        *all_addresses(client),
        "/check?claim=%3Cscript%3Ealert(1)%3C/script%3E",
        "/speakers?name=%22%3E%3Cb%3E",
    ]:
        page = Page(client.get(address).text)
        for tag, attrs in page.tags:
            assert tag not in ("script", "iframe", "object", "img", "style"), address
            assert not any(name.startswith("on") for name in attrs), address
            assert not (attrs.get("href") or "").casefold().startswith(("javascript:", "data:")), address
            assert "style" not in attrs, address


def test_overrides_of_direction_are_shown_and_not_obeyed(client: TestClient) -> None:
    link = next(one for one in Page(client.get("/search?q=mayor").text).links() if one.startswith("/posts/"))
    page = client.get(link).text
    assert "\u202e" not in page
    assert "U+202E" in page


def test_a_post_that_came_while_the_workbench_was_open_is_shown_at_once(case: Path, tmp_path: Path) -> None:
    path, page = tmp_path / "own.tawatur", tmp_path / "late.txt"
    shutil.copy(case, path)
    client = TestClient(make_app(path), base_url="http://localhost:8765", follow_redirects=False)
    for view in VIEWS:
        assert client.get(view).status_code == 200
    page.write_text(COURIER.replace("Landslide", "Quarry road").replace("nine", "seven"), encoding="utf-8")
    run_read(path, [str(page)], RunOptions(workers=0))
    link = next(one for one in Page(client.get("/search?q=quarry").text).links() if one.startswith("/posts/"))
    assert "seven houses" in client.get(link).text
    for view in VIEWS:
        assert client.get(view).status_code == 200
