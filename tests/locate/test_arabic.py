"""Places in Arabic text: clitics, articles, demonyms, and words that are names as well."""

from __future__ import annotations

import pytest
from located import places, the, toponyms


@pytest.mark.parametrize(
    ("text", "toponym", "country"),
    [
        ("وصل الوفد إلى بدمشق", "دمشق", "SY"),
        ("عاد المسافرون لبغداد مساء", "بغداد", "IQ"),
        ("اشتباكات في حلب ودمشق", "دمشق", "SY"),
        ("غارات على الموصل وبالرقة", "الرقة", "SY"),
    ],
)
def test_what_is_glued_to_a_name_is_no_part_of_the_toponym(text: str, toponym: str, country: str) -> None:
    assert any(p.span.of(text) in (toponym, toponym.removeprefix("ال")) and p.country == country for p in places(text))


def test_marks_and_tatweel_inside_a_name_do_not_hide_it() -> None:
    text = "قال شهود في دِمَشْـــق إن الكهرباء عادت"
    assert toponyms(text) == ["دِمَشْـــق"]


def test_spellings_of_alef_and_ta_marbuta_do_not_matter() -> None:
    assert the("اربيل", "اجتماع في اربيل").place_id == the("أربيل", "اجتماع في أربيل").place_id
    assert the("غزه", "قصف على غزه").place_id == the("غزة", "قصف على غزة").place_id


def test_a_demonym_with_its_article_points_at_the_country() -> None:
    text = "أعلنت وزارة الدفاع العراقية ذلك"
    (place,) = [place for place in places(text) if place.form == "demonym"]
    assert (place.span.of(text), place.country) == ("العراقية", "IQ")


def test_a_demonym_behind_the_name_chooses_the_country() -> None:
    assert the("طرابلس", "انقطعت الكهرباء في طرابلس اللبنانية").country == "LB"
    assert the("طرابلس", "انقطعت الكهرباء في طرابلس الليبية").country == "LY"


def test_the_province_around_a_town_chooses_among_towns_of_one_name() -> None:
    assert the("الصور", "دخلت القوات بلدة الصور بريف دير الزور").country == "SY"


def test_an_ordinary_word_is_no_place_without_one_that_makes_it_one() -> None:
    assert toponyms("قالت المدينة كلها إن الصور جميلة والباب مفتوح") == []
    assert "الباب" in " ".join(toponyms("تقدم المقاتلون نحو مدينة الباب في ريف حلب"))


def test_a_man_called_like_a_town_is_no_place() -> None:
    assert toponyms("قال محمد حلب إنه لا يعرف شيئاً") == []


def test_the_same_place_is_found_in_both_scripts() -> None:
    assert (
        the("دير الزور", "معارك في مدينة دير الزور").place_id == the("Deir ez-Zor", "clashes in Deir ez-Zor").place_id
    )
    assert the("واشنطن", "أعلنت واشنطن ذلك").country == "US"


def test_a_river_is_put_on_the_globe_with_the_reach_it_has() -> None:
    place = the("الفرات", "عبروا نهر الفرات شرقاً") if "الفرات" in toponyms("عبروا نهر الفرات شرقاً") else None
    place = place or the("نهر الفرات", "عبروا نهر الفرات شرقاً")
    assert place.kind == "river"
    assert place.radius_km is not None and place.radius_km > 100


def test_an_adverb_with_its_ending_is_no_place() -> None:
    assert toponyms("لعب الوزير دوراً كبيراً") == []
