"""`tawatur show --statements`, `--places`, and `tawatur places`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from running import Run

from made_statements import make_case
from tawatur.cli.terminal import FSI, PDI
from tawatur.locate.gazetteer import open_gazetteer


@pytest.fixture
def said(tmp_path: Path) -> Path:
    """A case in which somebody speaks."""
    return make_case(tmp_path / "said.tawatur")


def rows(stdout: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stdout.splitlines()]


def test_a_statement_stands_with_its_speaker_his_class_and_its_post(tawatur: Run, said: Path) -> None:
    shown = tawatur("show", said, "--statements").stdout
    assert "1  The Harbour Lamp  Rana Halwan [person]  to the Lamp\n       “It sailed,”\n" in shown
    assert "Sources [anonymous]\n       the port was shut\n" in shown
    assert f"{FSI}حلوان{PDI} = {FSI}رنا حلوان{PDI} [person]" in shown


def test_the_overview_names_who_speaks_and_the_places(tawatur: Run, said: Path) -> None:
    shown = tawatur("show", said).stdout
    assert "speakers    Rana Halwan 2\n" in shown
    assert "places      Port Qamari 2\n" in shown
    assert "speakers" not in tawatur("show", said, "--lang", "ar").stdout


@pytest.mark.parametrize(
    ("arguments", "contents"),
    [
        (["--speaker", "Halwan"], ["It sailed,", "مرفأ القمري مفتوح"]),
        (["--speaker", "رنا"], ["It sailed,", "مرفأ القمري مفتوح"]),
        (["--class", "anonymous"], ["the port was shut"]),
        (["--place", "القمري"], ["مرفأ القمري مفتوح"]),
        (["--post", "1"], ["It sailed,", "the port was shut"]),
        (["2"], ["مرفأ القمري مفتوح"]),
        (["--lang", "ar"], ["مرفأ القمري مفتوح"]),
    ],
)
def test_filters_choose_the_statements(tawatur: Run, said: Path, arguments: list[str], contents: list[str]) -> None:
    shown = rows(tawatur("show", said, "--statements", "--json", *arguments).stdout)
    assert [one["content"] for one in shown] == contents


def test_filters_without_a_listing_are_wrong_use(tawatur: Run, said: Path) -> None:
    assert tawatur("show", said, "--speaker", "Halwan").returncode == 2
    assert tawatur("show", said, "--place", "Qamari").returncode == 2
    assert "Choose one of person" in tawatur("show", said, "--statements", "--class", "liar").stderr


def test_a_long_list_says_that_there_is_more(tawatur: Run, said: Path) -> None:
    assert "... and 2 more" in tawatur("show", said, "--statements", "--limit", "1").stdout
    assert "... and 2 more" in tawatur("show", said, "--places", "--limit", "1").stdout


def test_a_post_stands_with_those_who_speak_in_it_and_its_places(tawatur: Run, said: Path) -> None:
    shown = tawatur("show", said, "1").stdout
    assert "speakers    Rana Halwan 1, Sources 1\n" in shown
    assert "places      Port Qamari 1\n" in shown


def test_nothing_found_is_said(tawatur: Run, said: Path, case: Path) -> None:
    shown = tawatur("show", said, "--statements", "--speaker", "Nobody")
    assert (shown.returncode, shown.stdout, shown.stderr) == (0, "", "No statement is like that.\n")
    assert "tawatur read --again" in tawatur("show", case, "--places").stderr


def test_a_mention_stands_with_its_place_and_the_reason(tawatur: Run, said: Path) -> None:
    shown = tawatur("show", said, "--places").stdout
    assert "Port Qamari  Port Qamari (port, SY)  35.000, -36.250 ± 2 km\n" in shown
    assert "the only one in a country that the post names" in shown
    assert "The Upper Valley (region)  no one point" in shown


def test_mentions_as_json_lines(tawatur: Run, said: Path) -> None:
    (port,) = rows(tawatur("show", said, "--places", "--post", "1", "--json").stdout)
    assert (port["text"], port["lat"], port["post"]["outlet"]) == ("Port Qamari", 35.0, "The Harbour Lamp")


def test_places_are_listed_with_their_counts(tawatur: Run, said: Path) -> None:
    shown = tawatur("places", said).stdout
    assert shown.startswith("2 places, named 3 times.\n")
    assert f"2  Port Qamari  {FSI}مرفأ القمري{PDI}  (port, SY)  35.000, -36.250 ± 2 km  2 mentions" in shown
    assert "in The Harbour Lamp 1" in shown


def test_places_can_be_asked_for(tawatur: Run, said: Path) -> None:
    (port,) = rows(tawatur("places", said, "--place", "قمري", "--json").stdout)
    assert (port["posts"], port["mentions"]) == (2, 2)
    (there,) = rows(tawatur("places", said, "--lang", "en", "--json").stdout)
    assert there["posts"] == 1


def test_a_dump_of_geonames_becomes_a_gazetteer_and_its_pack(tawatur: Run, tmp_path: Path) -> None:
    cells = [
        "77",
        "Wadi Lamp",
        "Wadi Lamp",
        "وادي المصباح",
        "35.5",
        "40.25",
        "P",
        "PPL",
        "SY",
        "",
        "",
        "",
        "",
        "",
        "900",
    ]
    dump = tmp_path / "XX.txt"
    dump.write_text("\t".join([*cells, "", "", "Asia/Damascus", "2031-01-01"]) + "\n", encoding="utf-8")
    done = tawatur("places", "import", dump, "--out", tmp_path / "villages", "--json")
    assert done.returncode == 0
    made = json.loads(done.stdout)
    assert made["places"] == 1
    assert open_gazetteer(tmp_path / "villages") is not None
    assert str(tmp_path / "villages") in Path(made["pack"]).read_text("utf-8")


@pytest.mark.parametrize("arguments", [["import", "nothing.txt", "--out", "x"], ["import", "a", "b"], ["a", "b"]])
def test_places_that_cannot_be_listed_or_imported_are_wrong_use(tawatur: Run, arguments: list[str]) -> None:
    assert tawatur("places", *arguments).returncode == 2
