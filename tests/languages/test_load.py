from __future__ import annotations

from pathlib import Path

import pytest

from tawatur.errors import LanguageDataError
from tawatur.languages import current_languages, load_languages, use_packs
from tawatur.languages.load import HOME, read_folders
from tawatur.text.bylines import name_likeness
from tawatur.text.credits import read_credits
from tawatur.text.furniture import furniture
from tawatur.text.matchers import matchers
from tawatur.text.outlets import find_outlets

PACK = """
outlets:
  - name_en: Tarsa Sluice
    name_ar: بوابة ترسا
    kind: newspaper
    country: SY
    aliases: [Sluicegate Daily, TSLX]
    domains: tarsasluice.example
given names: [Zuhrabel]
family names: [Tekmenlik]
furniture:
  share: ["Send by carrier pigeon"]
credits:
  via phrase: ["spotted by the otters of"]
bylines: ["penned for the otters by"]
"""


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_data_loads_and_is_kept() -> None:
    languages = load_languages()
    assert languages is load_languages()
    assert len(languages.outlets) >= 600
    assert len({line.pattern.lang for line in languages.furniture}) >= 2
    matchers(languages)


def test_every_name_of_the_shipped_names_is_there_once() -> None:
    names = load_languages().names
    assert len(names.given) + len(names.family) >= 3000
    assert len(set(names.given)) == len(names.given)


def test_a_pack_adds_outlets_names_furniture_and_cues(tmp_path: Path) -> None:
    languages = load_languages((written(tmp_path, "mine.yaml", PACK),))
    text = "Sluicegate Daily and TSLX wrote; so did بوابة ترسا on tarsasluice.example"
    assert [mention.outlet.name for mention in find_outlets(text, languages=languages)] == ["Tarsa Sluice"] * 4
    assert name_likeness("Zuhrabel Tekmenlik", languages=languages) == 1.0
    assert furniture("Send by carrier pigeon", languages=languages) is not None
    line = "Spotted by the otters of Tarsa Sluice"
    (credit,) = read_credits([line], languages=languages)
    assert (credit.kind, credit.to.of(line)) == ("via", "Tarsa Sluice")


def test_a_pack_leaves_the_shipped_data_as_it_was(tmp_path: Path) -> None:
    load_languages((written(tmp_path, "mine.yaml", PACK),))
    assert furniture("Send by carrier pigeon") is None


def test_a_process_can_choose_its_packs_once(tmp_path: Path) -> None:
    pack = written(tmp_path, "mine.yaml", PACK)
    try:
        assert use_packs((pack,)) is current_languages()
        assert furniture("Send by carrier pigeon") is not None
    finally:
        use_packs(())
    assert furniture("Send by carrier pigeon") is None


@pytest.mark.parametrize(
    ("text", "line", "advice"),
    [
        ("outlets:\n  - name_en: Tarsa\n    kind: pamphlet\n", "line 2", "Write one of"),
        ("outlets:\n  - kind: site\n", "line 2", "Give name_en"),
        ("outlets:\n  - name_en: Tarsa\n    country: Syria\n", "line 2", "two capital letters"),
        ("outlets:\n  - name_en: Tarsa\n    colour: red\n", "line 2", "Known are"),
        ("outlets:\n  - name_en: Tarsa\n  - name_en: Tarsa\n", "line 3", "Choose another"),
        ("furniture:\n  sharing:\n    - Share\n", "line 3", "Known are"),
        ("credits:\n  source colon:\n    - Source\n", "line 3", "Known are"),
        ("names: [Tarsa]\n", "line 1", "Known are"),
        ("outlets: [\n", "line 2", "quotes"),
        ("- Tarsa\n", "line 1", "mapping"),
        ("bylines:\n  - [a, b]\n", "line 2", "after the dash"),
        ("bylines: [a]\nbylines: [b]\n", "line 2", "Join the two"),
    ],
)
def test_a_broken_pack_names_file_line_and_next_step(tmp_path: Path, text: str, line: str, advice: str) -> None:
    pack = written(tmp_path, "mine.yaml", text)
    with pytest.raises(LanguageDataError) as caught:
        load_languages((pack,))
    message = str(caught.value)
    assert str(pack) in message and line in message and advice in message


def test_a_missing_pack_is_named(tmp_path: Path) -> None:
    with pytest.raises(LanguageDataError, match="absent.yaml: cannot be read"):
        load_languages((tmp_path / "absent.yaml",))


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LanguageDataError, match="UTF-8"):
        load_languages((path,))


def test_a_row_with_a_lost_tab_names_its_line(tmp_path: Path) -> None:
    written(tmp_path, "en/names.tsv", "# names\ngiven\tEnglish\tTom\ngiven English Ann\n")
    with pytest.raises(LanguageDataError, match=r"names\.tsv, line 3: 1 columns where 3 belong"):
        read_folders(tmp_path)


def test_a_row_with_an_unknown_role_names_its_line(tmp_path: Path) -> None:
    written(tmp_path, "en/names.tsv", "nickname\tEnglish\tTom\n")
    with pytest.raises(LanguageDataError, match="line 1: unknown role"):
        read_folders(tmp_path)


def test_a_broken_pattern_of_a_pack_names_its_line(tmp_path: Path) -> None:
    pack = written(tmp_path, "mine.yaml", 'furniture:\n  share:\n    - "Share [this"\n')
    with pytest.raises(LanguageDataError, match="line 3"):
        matchers(load_languages((pack,)))


def test_every_shipped_file_tells_a_reporter_how_to_extend_it() -> None:
    paths = [*HOME.glob("*/*.yaml"), *HOME.glob("*/*.tsv")]
    assert paths
    for path in paths:
        assert path.read_text(encoding="utf-8").startswith("#"), path
