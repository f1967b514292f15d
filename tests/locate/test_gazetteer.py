"""The gazetteer as it lies on disk, and one made of a dump."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from located import places

from tawatur.errors import LanguageDataError
from tawatur.languages import load_languages
from tawatur.locate.gazetteer import GazetteerRow, import_geonames, open_gazetteer, world, write_gazetteer
from tawatur.locate.gazetteer.arrays import ABOUT, ARTICLE, OTHER, ROW
from tawatur.locate.keys import key_of

COTE = ("9000001", "Kafr Zulmat", "Kafr Zulmat", "Kafr Zolmat,كفر زلمات,Kafr Zulmāt,KZT", "35.5", "36.5", "P", "PPL", "SY", "",
        "12", "", "", "", "700", "", "", "Asia/Damascus", "2031-01-01")  # fmt: skip


def ids(name: str, folder: Path | None = None) -> list[int]:
    """GeoNames numbers of the places with this name."""
    key = key_of(name)
    assert key is not None
    gazetteer = world() if folder is None else open_gazetteer(folder)
    hits = gazetteer.find(np.array([key.number], dtype=np.uint64))
    return [
        int(gazetteer.places["id"][owner & ROW])
        for begin, end in zip(hits.begin.tolist(), hits.end.tolist(), strict=True)
        for owner in gazetteer.rows[begin:end].tolist()
        if bool(owner & ARTICLE) == key.article
    ]


@pytest.mark.parametrize(
    ("name", "number"),
    [("Damascus", 170654), ("دمشق", 170654), ("الموصل", 99072), ("Port St. Lucie", 4169171), ("Rapides Parish", 22079)],
)
def test_a_place_is_found_by_its_name_in_either_script(name: str, number: int) -> None:
    assert number in ids(name)


def test_an_article_that_the_name_has_is_asked_for() -> None:
    assert ids("الحلب") == []
    assert 170063 in ids("حلب")


def test_what_is_no_name_is_not_found() -> None:
    assert ids("Qzyxwv Plornt") == []


def test_a_place_knows_the_province_it_lies_in() -> None:
    row = world().row_of(170063)
    assert row is not None
    within = int(world().places["within"][row])
    assert world().names(within - 1)[0] == "Aleppo"


def test_it_says_whose_data_it_is() -> None:
    about = (Path(__import__("tawatur").__file__).parent / "locate" / "gazetteer" / "world" / ABOUT).read_text()
    assert "GeoNames" in about and "CC BY 4.0" in about


def test_the_same_places_give_the_same_bytes(tmp_path: Path) -> None:
    rows = [
        GazetteerRow(id=2, name="Zulmat", name_ar="زلمات", lat=1, lon=2, kind="town", country="SY", within=1),
        GazetteerRow(id=1, name="Zulmat Province", name_ar=None, lat=1, lon=2, kind="province", country="SY"),
    ]
    for name, order in (("a", rows), ("b", rows[::-1])):
        write_gazetteer(order, tmp_path / name, {"credit": "nobody"})
    assert [p.read_bytes() for p in sorted((tmp_path / "a").iterdir())] == [
        p.read_bytes() for p in sorted((tmp_path / "b").iterdir())
    ]


def test_a_second_name_is_marked_as_one(tmp_path: Path) -> None:
    row = GazetteerRow(id=7, name="Zulmat", name_ar=None, others=("Zolmatia",), lat=1, lon=2, kind="town", country="FR")
    write_gazetteer([row], tmp_path, {})
    gazetteer = open_gazetteer(tmp_path)
    flags = {bool(owner & OTHER) for owner in gazetteer.rows.tolist()}
    assert flags == {True, False}


def test_a_dump_becomes_a_gazetteer_that_a_pack_takes_into_use(tmp_path: Path) -> None:
    dump = tmp_path / "SY.txt"
    dump.write_text("\t".join(COTE) + "\n", encoding="utf-8")
    assert import_geonames(dump, tmp_path / "villages") == 1
    pack = tmp_path / "pack.yaml"
    pack.write_text("gazetteers:\n  - villages\n", encoding="utf-8")
    text = "Shells fell on the village of Kafr Zulmat. سقطت قذائف على بلدة كفر زلمات"
    found = places(text, languages=load_languages((pack,)))
    assert [place.place_id for place in found] == ["gn:9000001", "gn:9000001"]
    assert places(text) == []


def test_a_file_that_is_no_dump_is_named_with_its_line(tmp_path: Path) -> None:
    dump = tmp_path / "notes.txt"
    dump.write_text("a note\n", encoding="utf-8")
    with pytest.raises(LanguageDataError, match=r"notes\.txt, line 1"):
        import_geonames(dump, tmp_path / "out")


def test_a_folder_that_is_no_gazetteer_is_named(tmp_path: Path) -> None:
    with pytest.raises(LanguageDataError, match="no gazetteer"):
        open_gazetteer(tmp_path / "nothing")


def test_a_pack_adds_a_place_that_no_list_has(tmp_path: Path) -> None:
    pack = tmp_path / "pack.yaml"
    pack.write_text(
        "places:\n  - {id: lamp-works, kind: plant, name_en: Lamp Works, name_ar: معمل المصباح, lat: 35.1, lon: 40.2,"
        " radius_km: 2, country: SY}\n",
        encoding="utf-8",
    )
    (place,) = places("Guards left the Lamp Works at dawn.", languages=load_languages((pack,)))
    assert (place.place_id, place.kind, place.lat, place.radius_km) == ("tw:lamp-works", "plant", 35.1, 2.0)


def test_a_pack_with_an_unknown_kind_of_place_is_named_with_its_line(tmp_path: Path) -> None:
    pack = tmp_path / "pack.yaml"
    pack.write_text("places:\n  - {id: x, kind: castle, name_en: X}\n", encoding="utf-8")
    with pytest.raises(LanguageDataError, match=r"pack\.yaml, line 2: unknown kind of place"):
        load_languages((pack,))


def test_a_pack_adds_a_village_whose_first_word_is_also_a_small_word(tmp_path: Path) -> None:
    pack = tmp_path / "pack.yaml"
    pack.write_text(
        "places:\n  - {id: umm-al-amad, kind: village, name_en: Umm al-Amad, name_ar: أم العمد, lat: 15.1, lon: 63.1}\n",
        encoding="utf-8",
    )
    (place,) = places("وصل المسعفون إلى بلدة أم العمد فجراً.", languages=load_languages((pack,)))
    assert place.place_id == "tw:umm-al-amad"
