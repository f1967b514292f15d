"""A reader's judgement: kept, shown, undone, and not to be made from elsewhere."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import tawatur
from tawatur.batch.telling import tell_case_stories
from tawatur.serve import make_app
from tawatur.store import open_case
from tawatur.store.judgements import Judgement, applies

OWN = {"Origin": "http://localhost:8765"}


@pytest.fixture
def own(case: Path, tmp_path: Path) -> TestClient:
    path = tmp_path / "own.tawatur"
    shutil.copy(case, path)
    return TestClient(make_app(path), base_url="http://localhost:8765", follow_redirects=False)


def fields(page: str, kind: str) -> dict[str, str]:
    """The hidden fields of the first form that offers a judgement of this kind."""
    form = next(
        one for one in re.findall(r'<form method="post" action="/judgements">.*?</form>', page, re.S) if kind in one
    )
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))


def story_of(client: TestClient) -> str:
    found = re.search(r"/stories/sy-\w+", client.get("/stories").text)
    assert found is not None
    return found[0]


def test_a_claim_that_is_not_the_same_is_set_aside_until_that_is_undone(own: TestClient) -> None:
    story = story_of(own)
    given = {**fields(own.get(story).text, "not the same"), "kind": "not the same", "note": "two villages <b>"}
    answer = own.post("/judgements", data=given, headers=OWN)
    assert (answer.status_code, answer.headers["location"]) == (303, story)
    page = own.get(story).text
    assert "aside-mark" in page
    assert "two villages &lt;b&gt;" in page
    (undo,) = re.findall(r'action="(/judgements/\d+/undo)"', page)
    assert own.post(undo, headers=OWN).status_code == 303
    assert "aside-mark" not in own.get(story).text
    (line,) = own.get("/judgements?format=json").json()
    assert (line["kind"], line["undone"]) == ("not the same", True)


def test_a_wrong_speaker_is_noted_at_the_statement(own: TestClient) -> None:
    found = re.search(r"/posts/po-\w+", own.get("/search?q=Mirzaq").text)
    assert found is not None
    given = {**fields(own.get(found[0]).text, "wrong speaker"), "kind": "wrong speaker", "lang": "ar"}
    assert own.post("/judgements", data=given, headers=OWN).headers["location"] == f"{found[0]}?lang=ar"
    assert '<div class="judged">' in own.get(found[0]).text


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({}, 404), ({"post": "po-1", "kind": "note"}, 404), ({"claim": "cl-1", "story": "sy-1", "kind": "not the same"}, 404),
        ({"claim": "cl-1", "story": "'; DROP TABLE judgements; --", "kind": "note", "note": "x"}, 404),
        ({"claim": "cl-1", "kind": "undone"}, 400),
    ],
)  # fmt: skip
def test_a_form_that_is_not_ours_keeps_nothing(own: TestClient, given: dict[str, str], status: int) -> None:
    assert own.post("/judgements", data=given, headers=OWN).status_code == status
    assert own.get("/judgements?format=json").json() == []


def test_endless_forms_are_refused(own: TestClient) -> None:
    assert own.post("/judgements", data={"note": "a" * 100_000}, headers=OWN).status_code == 413


@pytest.mark.parametrize("headers", [{}, {"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}])
def test_nothing_is_judged_from_another_site(own: TestClient, headers: dict[str, str]) -> None:
    given = {**fields(own.get(story_of(own)).text, "not the same"), "kind": "not the same"}
    assert own.post("/judgements", data=given, headers=headers).status_code == 403


def test_what_was_decided_outlives_a_new_search_for_stories_and_is_exported(case: Path, tmp_path: Path) -> None:
    path = tmp_path / "own.tawatur"
    shutil.copy(case, path)
    client = TestClient(make_app(path), base_url="http://localhost:8765", follow_redirects=False)
    given = {**fields(client.get(story_of(client)).text, "not the same"), "kind": "not the same"}
    client.post("/judgements", data=given, headers=OWN)
    tell_case_stories(path, again=True)
    assert "aside-mark" in client.get(story_of(client)).text
    with tawatur.open(path) as opened:
        opened.export(tmp_path / "out")
        assert not opened.verify()
    assert '"kind": "not the same"' in (tmp_path / "out" / "judgements.jsonl").read_text(encoding="utf-8")


def test_a_changed_judgement_is_found(case: Path, tmp_path: Path) -> None:
    path = tmp_path / "own.tawatur"
    shutil.copy(case, path)
    with open_case(path) as store:
        store.judgements.add("note", "post", "po-1", made="2021-01-01T00:00:00Z", note="so")
        store._connection.execute("UPDATE judgements SET note = 'otherwise'")
        assert [finding.kind for finding in store.verify()] == ["seal"]


def test_a_claim_made_anew_under_another_id_is_known_by_its_reports() -> None:
    words = (("po-1", 0, 5), ("po-2", 3, 9), ("po-3", 1, 2))
    one = Judgement(n=1, made="", kind="not the same", on="claim", target="cl-1", story_id=None, words=words, note=None)
    assert applies(one, "cl-2", [("po-1", 0, 5), ("po-2", 3, 9)])
    assert not applies(one, "cl-2", [("po-1", 0, 5), ("po-9", 3, 9)])
