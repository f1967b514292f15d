"""Who may ask the workbench, and for what."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tawatur.serve import make_app


def test_a_page_elsewhere_cannot_point_its_own_name_at_the_workbench(client: TestClient) -> None:
    answer = client.get("/", headers={"Host": "evil.example:8765"})
    assert answer.status_code == 421
    assert "Dalma" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "localhost:8765", "127.0.0.1:1", "[::1]:8765", "LOCALHOST"])
def test_the_machines_own_names_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/failures", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}, {}],
)
def test_nothing_can_be_written_from_another_site(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/", headers=headers).status_code == 403


def test_an_endless_address_is_refused(client: TestClient) -> None:
    assert client.get("/search?q=" + "a" * 20_000).status_code == 414


def test_every_answer_tells_the_browser_what_it_may_do(client: TestClient) -> None:
    for path in ("/", "/nothing", "/style.css"):
        headers = client.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


def test_elsewhere_than_at_home_the_token_is_needed_once(case: Path) -> None:
    app = make_app(case, hosts=("bench.example",), token="geheim-123")
    stranger = TestClient(app, base_url="http://bench.example", follow_redirects=False)
    assert stranger.get("/").status_code == 401
    assert stranger.get("/?token=wrong").status_code == 401
    let_in = stranger.get("/?token=geheim-123")
    assert let_in.status_code == 303
    assert "httponly" in let_in.headers["set-cookie"].casefold()
    assert stranger.get("/failures").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/posts/po-0000", "/posts/..%2f..%2fetc%2fpasswd", "/posts/%00", "/stories/sy-1", "/compare/po-1/po-2",
        "/nothing", "/posts/po-'%3B%20DROP%20TABLE%20posts", "/posts/" + "a" * 3000,
    ],
)  # fmt: skip
def test_what_is_not_there_is_not_found(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("name", ["q", "in", "outlet", "since", "until", "page", "lang"])
@pytest.mark.parametrize("value", ["'; DROP TABLE posts; --", '" OR 1=1', "\u202e", "%", "999999999999999", "-1", "*"])
def test_no_parameter_reaches_the_database_as_anything_but_words(client: TestClient, name: str, value: str) -> None:
    answer = client.get("/search", params={"q": "Dalma", name: value})
    assert answer.status_code in (200, 400)
    assert client.get("/search", params={"q": "Dalma"}).status_code == 200
