"""Words for those who speak: reading them, and packs that add to them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tawatur.errors import LanguageDataError
from tawatur.languages import load_languages
from tawatur.languages.speakers import read_bodies
from tawatur.languages.spellings import load_spellings


def pack(folder: Path, text: str) -> Path:
    path = folder / "pack.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_both_languages_know_an_office_by_one_id() -> None:
    words = load_languages().speakers
    for lang in ("en", "ar"):
        assert any(word.concept == "spokesperson" and word.lang == lang for word in words)


def test_every_office_of_one_language_is_in_the_other() -> None:
    words = [word for word in load_languages().speakers if word.concept]
    ids = {lang: {word.concept for word in words if word.lang == lang} for lang in ("en", "ar")}
    assert ids["en"] == ids["ar"]


def test_a_pack_adds_words_offices_and_bodies(tmp_path: Path) -> None:
    text = (
        "speakers:\n  - {list: bodies, words: [lodge]}\n  - {list: offices, id: reeve, either: [reeve]}\n"
        "bodies:\n  - {id: hh, kind: charity, name_en: Harbour Helpers, name_ar: عون المرفأ}\n"
    )
    languages = load_languages((pack(tmp_path, text),))
    assert {"lodge", "reeve"} <= {word.text for word in languages.speakers}
    assert "Harbour Helpers" in {body.name for body in languages.bodies}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("speakers:\n  - {list: bodys, words: [lodge]}\n", "bodies"),
        ("speakers:\n  - {list: offices, either: [reeve]}\n", "needs an id"),
        ("bodies:\n  - {id: x, kind: guild, name_en: X}\n", "unknown kind"),
        ("bodies:\n  - {id: x, kind: union}\n", "no name"),
    ],
)
def test_a_mistake_in_a_pack_is_named_with_its_line(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(LanguageDataError, match=says) as error:
        load_languages((pack(tmp_path, text),))
    assert "pack.yaml, line 2" in str(error.value)


def test_a_body_needs_all_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "bodies.tsv"
    path.write_text("x\tunion\tSY\tX Union\n", encoding="utf-8")
    with pytest.raises(LanguageDataError, match="4 columns where 6 belong"):
        list(read_bodies(path))


def test_no_two_bodies_share_an_id() -> None:
    ids = [body.id for body in load_languages().bodies]
    assert len(ids) == len(set(ids))


def test_every_given_name_has_latin_spellings() -> None:
    assert all(arabic and latin for arabic, latin in load_spellings())
