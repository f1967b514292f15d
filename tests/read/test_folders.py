from pathlib import Path

import pytest
from captures import taken, written

from tawatur.model.ids import page_id, sha256_hex
from tawatur.read import ReadOptions, parse
from tawatur.read.folders import Rule


def names(*sources: object, options: ReadOptions | None = None) -> list[str]:
    captures, failures = taken(*sources, options=options)
    assert not failures
    return [capture.name for capture in captures]


def test_a_folder_is_read_whole_and_always_in_the_same_order(tmp_path: Path) -> None:
    for name in ("b/two.txt", "a.txt", "b/one.txt", "c.txt"):
        written(tmp_path, name, b"x " + name.encode())
    assert names(tmp_path) == ["a.txt", "b/one.txt", "b/two.txt", "c.txt"]


def test_ids_do_not_depend_on_where_a_folder_lies(tmp_path: Path) -> None:
    for root in ("here", "there/deep"):
        written(tmp_path / root, "day/news.txt", b"The same report.")
    here, there = (taken(tmp_path / root)[0][0] for root in ("here", "there/deep"))
    assert here.source != there.source
    assert parse(here).id == parse(there).id == page_id(sha256_hex(b"The same report."), "day/news.txt")


def test_a_file_named_directly_goes_by_its_base_name_and_its_path_as_given(tmp_path: Path) -> None:
    path = written(tmp_path, "deep/news.txt", b"A report.")
    captures, _ = taken(path)
    assert (captures[0].name, captures[0].source) == ("news.txt", str(path))


def test_the_source_of_a_page_in_a_folder_is_the_folder_as_given_and_the_path_below(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, "pile/day/news.txt", b"A report.")
    monkeypatch.chdir(tmp_path)
    assert taken("pile")[0][0].source == "pile/day/news.txt"


def test_hidden_files_and_ignored_ones_are_left_out(tmp_path: Path) -> None:
    written(tmp_path, ".tawaturignore", b"# drafts\n*.css\n/old/\n!keep.css\n\nnotes/**/x.txt\n")
    for name in (
        ".git/config",
        ".hidden",
        "a.txt",
        "a.css",
        "keep.css",
        "old/a.txt",
        "sub/old/b.txt",
        "notes/1/2/x.txt",
    ):
        written(tmp_path, name, b"x " + name.encode())
    assert names(tmp_path) == ["a.txt", "keep.css", "sub/old/b.txt"]


def test_an_ignore_file_speaks_of_its_own_folder_only(tmp_path: Path) -> None:
    written(tmp_path, "sub/.tawaturignore", b"a.txt\n")
    for name in ("a.txt", "sub/a.txt", "sub/b.txt"):
        written(tmp_path, name, b"x " + name.encode())
    assert names(tmp_path) == ["a.txt", "sub/b.txt"]


def test_the_pictures_and_scripts_of_a_saved_page_are_left_out(tmp_path: Path) -> None:
    written(tmp_path, "story.txt", b"x")
    written(tmp_path, "story.html", b"<html><body><p>A page.</p></body></html>")
    written(tmp_path, "story_files/run.js", b"var x;")
    written(tmp_path, "other_files/report.txt", b"A report.")
    assert names(tmp_path) == ["other_files/report.txt", "story.html", "story.txt"]


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    outside = written(tmp_path, "outside/secret.txt", b"Not for this case.")
    inside = written(tmp_path, "pile/a.txt", b"A report.")
    (tmp_path / "pile" / "out.txt").symlink_to(outside)
    (tmp_path / "pile" / "out").symlink_to(outside.parent)
    (tmp_path / "pile" / "loop").symlink_to(inside.parent)
    (tmp_path / "pile" / "z.txt").symlink_to(inside)
    assert names(tmp_path / "pile") == ["a.txt"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", b"A report.")
    assert names(tmp_path, path, tmp_path / "*.txt") == ["a.txt"]


def test_a_pattern_names_files_by_their_path_below_its_fixed_part(tmp_path: Path) -> None:
    for name in ("x/a.txt", "x/y/b.txt", "x/y/c.html"):
        written(tmp_path, name, b"x " + name.encode())
    assert names(tmp_path / "x" / "**" / "*.txt") == ["a.txt", "y/b.txt"]


@pytest.mark.parametrize("source", ["nowhere.txt", "no*where.txt"])
def test_what_is_not_there_is_a_failure_and_the_rest_goes_on(tmp_path: Path, source: str) -> None:
    path = written(tmp_path, "a.txt", b"A report.")
    captures, failures = taken(tmp_path / source, path)
    assert len(captures) == 1
    assert str(tmp_path / source) in failures[0].message


def test_a_document_over_the_limit_is_refused_with_its_name(tmp_path: Path) -> None:
    path = written(tmp_path, "big.txt", b"word " * 1000)
    _, failures = taken(path, options=ReadOptions(max_bytes=4000))
    assert failures[0].kind == "TooLarge"
    assert "big.txt" in failures[0].message


@pytest.mark.parametrize(
    ("pattern", "path", "is_folder", "fits"),
    [
        ("*.css", "a/b.css", False, True),
        ("/a.txt", "a.txt", False, True),
        ("/a.txt", "b/a.txt", False, False),
        ("old/", "x/old", True, True),
        ("old/", "x/old", False, False),
        ("a/**/b", "a/b", False, True),
        ("a/**/b", "a/x/y/b", False, True),
        ("a/*/b", "a/x/y/b", False, False),
        ("**/x", "a/b/x", False, True),
        ("a/**", "a/b/c", False, True),
        ("[ab].txt", "b.txt", False, True),
        ("\\#x", "#x", False, True),
    ],
)
def test_ignore_rules_are_read_as_git_reads_them(pattern: str, path: str, is_folder: bool, fits: bool) -> None:
    assert Rule(pattern).fits(path.split("/"), is_folder=is_folder) is fits


def test_a_link_to_itself_and_a_very_deep_folder_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    deep = tmp_path
    for _ in range(500):
        deep = deep / "d"
        deep.mkdir()
    written(deep, "a.txt", b"A report.")
    assert len(names(tmp_path)) == 1


def test_a_name_that_is_no_utf8_can_still_be_stored(tmp_path: Path) -> None:
    try:
        (tmp_path / "خبر.txt".encode("windows-1256").decode("utf-8", "surrogateescape")).write_bytes(b"A report.")
    except OSError:
        pytest.skip("this file system takes no such names")
    captures, _ = taken(tmp_path)
    captures[0].name.encode("utf-8")
    captures[0].source.encode("utf-8")


def test_a_folder_that_may_not_be_read_is_a_failure_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a/x.txt", "b/y.txt"):
        written(tmp_path, name, b"x " + name.encode())
    listed = Path.iterdir

    def refused(self: Path) -> object:
        if self.name == "a":
            raise PermissionError(13, "Permission denied")
        return listed(self)

    monkeypatch.setattr(Path, "iterdir", refused)
    captures, failures = taken(tmp_path)
    assert [capture.name for capture in captures] == ["b/y.txt"]
    assert "Permission denied" in failures[0].message


def test_a_defect_of_ours_costs_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt"):
        written(tmp_path, name, b"x " + name.encode())

    def broken(item: object, *_: object) -> object:
        if item.name == "a.txt":  # type: ignore[attr-defined]
            raise KeyError("x")
        return iter(())

    monkeypatch.setattr("tawatur.read.sources.captures_of", broken)
    _, failures = taken(tmp_path)
    assert [(failure.source.rsplit("/", 1)[1], failure.kind) for failure in failures] == [("a.txt", "KeyError")]
