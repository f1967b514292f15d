"""Views as files."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from starlette.testclient import TestClient


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_the_results_of_a_search_are_given_as_a_table(client: TestClient) -> None:
    answer = client.get("/search?q=landslide&format=csv")
    assert answer.headers["content-type"].startswith("text/csv")
    assert "attachment" in answer.headers["content-disposition"]
    (row,) = rows(answer.text)
    assert row["title"] == "Landslide in Dalma kills 12"
    assert row["outlet"] == "The Marwada Courier"


def test_all_posts_are_given_in_the_order_of_the_case(client: TestClient) -> None:
    found = client.get("/search?q=*&format=json").json()
    assert [one["number"] for one in found] == [1, 2, 3]


def test_no_cell_of_a_table_is_a_formula(client: TestClient) -> None:
    for address in ("/search?q=*&format=csv", "/speakers?format=csv", "/places?format=csv", "/stories?format=csv"):
        for row in csv.reader(io.StringIO(client.get(address).text.removeprefix("\ufeff"))):
            assert not any(cell.lstrip().startswith(("=", "+", "@")) for cell in row), address


def test_the_claims_of_a_story_have_a_row_for_each_report(client: TestClient) -> None:
    story = re.search(r"/stories/(sy-\w+)", client.get("/stories").text)
    assert story is not None
    values = {row["value"] for row in rows(client.get(f"/stories/{story[1]}?format=csv").text)}
    assert {"12", "17"} <= {re.sub(r"\D", "", value) for value in values}
    assert client.get(f"/stories/{story[1]}?format=json").json()["claims"]


def test_places_are_given_for_maps(client: TestClient) -> None:
    found = json.loads(client.get("/places?format=geojson").text)
    assert found["type"] == "FeatureCollection"
    assert all(one["type"] == "Feature" for one in found["features"])


@pytest.mark.parametrize(
    "view", ["/", "/stories", "/speakers", "/places", "/search?q=*", "/check?claim=Dalma", "/failures"]
)
def test_every_view_is_given_as_json(client: TestClient, view: str) -> None:
    answer = client.get(view + ("&" if "?" in view else "?") + "format=json")
    assert answer.headers["content-type"] == "application/json"
    answer.json()


@pytest.mark.parametrize("wanted", ["exe", "../../etc/passwd", "CSV\r\nX: 1"])
def test_a_format_that_a_view_has_not_is_refused_with_those_it_has(client: TestClient, wanted: str) -> None:
    answer = client.get("/speakers", params={"format": wanted})
    assert answer.status_code == 400
    assert "json, csv" in answer.text
