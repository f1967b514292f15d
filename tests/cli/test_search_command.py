"""`tawatur search`."""

from __future__ import annotations

import json
from pathlib import Path

from running import Run

from tawatur.cli.terminal import PDI, RLI


def test_a_word_is_found_however_it_is_spelt(tawatur: Run, case: Path) -> None:
    found = [json.loads(line) for line in tawatur("search", case, "الهيئه", "--json").stdout.splitlines()]
    assert [hit["number"] for hit in found] == [2]


def test_highlights_are_exact_places_of_the_page(tawatur: Run, case: Path) -> None:
    (hit,) = [json.loads(line) for line in tawatur("search", case, "اذن", "--json").stdout.splitlines()]
    tawatur("export", case, "--out", case.parent / "out")
    pages = map(json.loads, (case.parent / "out" / "pages.jsonl").read_text(encoding="utf-8").splitlines())
    text = next(page["text"] for page in pages if page["id"] == hit["page_id"])
    words = [text[span["start"] : span["end"]] for span in hit["highlights"]]
    assert "إذنٍ" in words


def test_hits_show_the_words_around(tawatur: Run, case: Path) -> None:
    shown = tawatur("search", case, "العبارة").stdout
    assert "صحيفة المرفأ" in shown
    assert any(RLI in line and "العبّارة" in line and line.rstrip().endswith(PDI) for line in shown.splitlines())


def test_nothing_found_is_said_and_is_no_error(tawatur: Run, case: Path) -> None:
    shown = tawatur("search", case, "submarine")
    assert (shown.returncode, shown.stdout) == (0, "")
    assert "No post" in shown.stderr


def test_a_search_for_no_word_is_wrong_use(tawatur: Run, case: Path) -> None:
    assert tawatur("search", case, "!!!").returncode == 2


def test_filters_narrow_a_search(tawatur: Run, case: Path) -> None:
    assert tawatur("search", case, "harbour", "--lang", "ar", "--json").stdout.count("\n") == 1
    assert tawatur("search", case, "harbour", "--json").stdout.count("\n") == 2
