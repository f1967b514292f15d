"""The library: `import tawatur`, and what it gives."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import tawatur
from made import TIME, capture_of, full_reading
from tawatur.errors import CaseError, UsageError
from tawatur.store import open_case, prepare

TEXT = """Ferry left without leave
The ferry left its berth at nine, the harbour master said.

العبّارة غادرت من دون إذن
outlet: صحيفة المرفأ
date: 2031-05
lang: ar
قالت الهيئة إنّها لم تمنح أيّ إذنٍ بالإبحار.
"""


@pytest.fixture
def case(tmp_path: Path) -> Iterator[tawatur.Case]:
    """A case of one page with two posts, every field of the first one filled."""
    with open_case(tmp_path / "affair.tawatur", create=True) as store:
        run = store.start_run(kind="read", program="tawatur", made_by="x@1", inputs=[], options={}, started=TIME)
        capture = capture_of(TEXT)
        store.add(capture, prepare(capture, full_reading(capture)), run_id=run, made_by="x@1")
    with tawatur.open(tmp_path / "affair.tawatur") as opened:
        yield opened


def test_posts_are_typed_objects_with_their_words(case: tawatur.Case) -> None:
    first, second = case.posts
    assert (first.number, first.outlet, first.byline, first.published) == (
        1,
        "The Harbour Lamp",
        "Rana Halwan",
        "2031-05",
    )
    assert [credit.kind for credit in first.credits] == ["photo", "via"]
    assert first.captions == ("Fer",)
    assert first.text == first.page.text[first.span.start : first.span.end]
    assert first.body is not None
    assert first.body in first.text
    assert second.title == "العبّارة غادرت من دون إذن"
    assert second.byline is None


def test_every_field_knows_why_it_is_believed(case: tawatur.Case) -> None:
    assert case.posts[0].reasons == {"lang": ("most letters",), "title": ("x",)}


def test_posts_can_be_counted_picked_and_cut(case: tawatur.Case) -> None:
    assert len(case.posts) == 2
    assert case.posts[-1].number == 2
    assert [post.number for post in case.posts[:1]] == [1]
    with pytest.raises(IndexError):
        case.posts[2]


def test_search_gives_the_words_as_the_page_has_them(case: tawatur.Case) -> None:
    (hit,) = case.search("اذن", lang="ar")
    assert hit.post.number == 2
    assert set(hit.words) == {"إذن", "إذنٍ"}
    assert hit.excerpt.holds(hit.highlights[-1])


def test_a_post_is_found_by_number_and_by_the_start_of_its_id(case: tawatur.Case) -> None:
    post = case.posts[1]
    assert case.post(2) == case.post(post.id[:10]) == post
    with pytest.raises(UsageError, match="no post has this number or id"):
        case.post(3)
    with pytest.raises(UsageError, match="2 posts have an id that begins so"):
        case.post("po-")


@pytest.mark.parametrize(("table", "rows"), [("posts", 2), ("pages", 1)])
def test_tables_are_the_same_in_arrow_pandas_and_polars(case: tawatur.Case, table: str, rows: int) -> None:
    arrow = case.to_arrow(table)
    assert arrow.num_rows == rows
    assert case.to_pandas(table)["id"].tolist() == arrow.column("id").to_pylist()
    assert case.to_polars(table)["id"].to_list() == arrow.column("id").to_pylist()


def test_a_missing_package_is_named_with_the_way_to_get_it(case: tawatur.Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(UsageError, match=r"pip install 'tawatur\[polars\]'"):
        case.to_polars()


def test_an_unknown_table_or_format_is_named(case: tawatur.Case, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="pages, posts, statements"):
        case.to_arrow("rumours")
    with pytest.raises(UsageError, match="jsonl, csv, parquet, geojson"):
        case.export(tmp_path, to="xlsx")


def test_a_case_without_a_path_is_gone_when_closed(tmp_path: Path) -> None:
    (tmp_path / "feed.json").write_text(
        '{"version": "https://jsonfeed.org/version/1.1", "title": "Lamp", "items": [{"id": "1", "title": "Fog", '
        '"content_text": "Fog lay over the strait on Monday morning."}]}',
        encoding="utf-8",
    )
    with tawatur.read(tmp_path / "feed.json", workers=0) as case:
        path = case.path
        assert [post.title for post in case.posts] == ["Fog"]
        assert case.summary is not None
        assert case.summary.done == 1
    assert not path.exists()


def test_a_case_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="none"):
        tawatur.open(tmp_path / "none.tawatur")


def test_the_room_and_the_call_share_their_name() -> None:
    program = "import tawatur.read.options, tawatur; print(callable(tawatur.read), tawatur.read.options.MIB)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "True 1048576\n"
