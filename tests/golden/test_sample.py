"""The sample case: what a careful reader finds in it really stands there, and the rooms find it too."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml

from tawatur.languages import use_packs
from tawatur.model import Capture, Reading
from tawatur.people import link_speakers, said_of
from tawatur.pipeline import process
from tawatur.read import ReadOptions, open_sources, parse
from tawatur.report.html_words import words_of
from tawatur.sample import sample_gold, sample_pack, sample_pages

sys.path.insert(0, str(Path(__file__).parent))

from build_sample import ARCHIVE, SAMPLE, dump, make_archive, make_gold
from scoring import Score, match, score_page, squeezed
from scoring_said import content_span, score_linking, score_said

HERE = Path(__file__).parent
CASE = json.loads(sample_gold().read_text(encoding="utf-8"))
GOLD = CASE["pages"]
TEXT_PAGES = [page for page in GOLD if page["source"].endswith(".txt")]
MARKUP_PAGES = [page for page in GOLD if not page["source"].endswith(".txt")]
POSTS = [(page["source"], post) for page in TEXT_PAGES for post in page["posts"]]
PINNED = json.loads((HERE / "pinned.json").read_text(encoding="utf-8"))


def source_of(page: dict[str, Any]) -> str:
    return str(page["source"])


def title_of(value: object) -> str:
    return str(value["title"])[:40] if isinstance(value, dict) else str(value)


@pytest.fixture(scope="module")
def captures() -> dict[str, Capture]:
    """Every document of the sample, by the name that the gold gives it."""
    opened = list(open_sources([str(path) for path in sample_pages()], ReadOptions()))
    documents = [capture for capture in opened if isinstance(capture, Capture)]
    assert documents == opened, "a sample page could not be opened"
    return {capture.uri or Path(capture.source).name: capture for capture in documents}


@pytest.fixture(scope="module")
def readings(captures: dict[str, Capture]) -> dict[str, Reading]:
    """What the rooms make of every document, with the invented places in use."""
    use_packs((sample_pack(),))
    try:
        processed = {name: process(capture) for name, capture in captures.items()}
    finally:
        use_packs(())
    assert not [failure for done in processed.values() for failure in done.failures]
    return {name: done.reading for name, done in processed.items() if done.reading}


@pytest.fixture(scope="module")
def text_of() -> Callable[[str], str]:
    """The decoded text of a plain-text page, without the reader's help."""
    return lambda name: (SAMPLE / name).read_bytes().decode("utf-8-sig")


def test_the_gold_is_what_its_marks_give() -> None:
    assert sample_gold().read_text(encoding="utf-8") == dump(make_gold())


def test_the_archive_is_what_its_pages_give() -> None:
    assert gzip.decompress((SAMPLE / ARCHIVE).read_bytes()) == gzip.decompress(make_archive())


def test_the_gold_and_the_sample_have_the_same_documents(captures: dict[str, Capture]) -> None:
    assert {page["source"] for page in GOLD} == set(captures)


@pytest.mark.parametrize(("source", "post"), POSTS, ids=title_of)
def test_the_words_of_a_gold_post_stand_at_its_offsets(
    source: str, post: dict[str, Any], text_of: Callable[[str], str]
) -> None:
    words = text_of(source)[post["start"] : post["end"]]
    assert words.startswith(post["title"])
    assert words == words.strip()
    for field in ("byline", "outlet"):
        assert post[field] is None or post[field] in words
    assert all(credit["to"] in words for credit in post["credits"])
    if post["body_start"] is not None:
        assert post["start"] + len(post["title"]) < post["body_start"] < post["body_end"] <= post["end"]
        body = text_of(source)[post["body_start"] : post["body_end"]]
        assert body == body.strip()


@pytest.mark.parametrize("page", GOLD, ids=source_of)
def test_the_words_of_a_gold_statement_stand_in_its_post(page: dict[str, Any], readings: dict[str, Reading]) -> None:
    reading = readings[page["source"]]
    for order, found in match(page["posts"], reading).items():
        words = reading.posts[found].span.of(reading.page.text)
        for one in page["posts"][order]["statements"]:
            content = content_span(one, reading.posts[found], reading.page.text)
            assert squeezed(content.of(reading.page.text)) == squeezed(one["content"])
            assert one["speaker"] is None or squeezed(one["speaker"]) in squeezed(words)


def test_the_pack_of_the_sample_has_every_place_of_the_gold() -> None:
    in_pack = {f"tw:{place['id']}" for place in yaml.safe_load(sample_pack().read_text(encoding="utf-8"))["places"]}
    assert in_pack == set(CASE["places"])


@pytest.mark.parametrize("page", TEXT_PAGES, ids=source_of)
def test_between_gold_posts_stands_only_furniture(page: dict[str, Any], text_of: Callable[[str], str]) -> None:
    text = text_of(page["source"])
    ends = [0, *(post["end"] for post in page["posts"])]
    starts = [*(post["start"] for post in page["posts"]), len(text)]
    between = [line.strip() for end, start in zip(ends, starts, strict=True) for line in text[end:start].splitlines()]
    assert all(end <= start for end, start in zip(ends, starts, strict=True))
    assert max(map(len, between)) < 80


@pytest.mark.parametrize("page", MARKUP_PAGES, ids=source_of)
def test_every_gold_paragraph_is_in_the_text_that_the_reader_takes_out(
    page: dict[str, Any], captures: dict[str, Capture]
) -> None:
    text = squeezed(parse(captures[page["source"]]).text)
    missing = [words for post in page["posts"] for words in [post["title"], *post["body"]] if words not in text]
    assert missing == []


@pytest.mark.parametrize("page", MARKUP_PAGES, ids=source_of)
def test_menus_comments_and_sidebars_belong_to_no_post(page: dict[str, Any], readings: dict[str, Reading]) -> None:
    reading = readings[page["source"]]
    posts = [squeezed(post.span.of(reading.page.text)) for post in reading.posts]
    assert [words for words in page["outside"] if any(words in post for post in posts)] == []


def test_every_reason_that_the_sample_shows_is_said_in_arabic_too(readings: dict[str, Reading]) -> None:
    found = {
        why for reading in readings.values() for one in (*reading.statements, *reading.places) for why in one.reasons
    }
    missing = {why for why in found if words_of("ar").reasons(why)[1] != "ar"}
    assert missing == set(), "add to report/templates/words.yaml, under `reasons` of `ar`"


def test_the_rooms_come_as_close_to_a_careful_reader_as_they_did(readings: dict[str, Reading]) -> None:
    score = Score()
    for page in GOLD:
        score_page(score, page, readings[page["source"]])
        score_said(score, CASE, page, readings[page["source"]])
    said = [said_of(one, reading.page.text) for reading in readings.values() for one in reading.statements]
    score_linking(score, CASE, link_speakers(said))
    table = score.table()
    report = "\n".join([*(f"{name:24} {value:.3f}" for name, value in table.items()), *score.differences])
    assert sha256(sample_gold().read_bytes()).hexdigest() == PINNED["gold_sha256"], (
        "The gold changed: look at the scores below, then pin them anew.\n" + report
    )
    assert {
        name: (value, PINNED["scores"][name]) for name, value in table.items() if value < PINNED["scores"][name]
    } == {}, report
