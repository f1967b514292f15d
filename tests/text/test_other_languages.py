"""Lines of pages in Persian, Kurdish, Turkish and French: the same rules, their own data."""

from __future__ import annotations

import pytest

from tawatur.text.bylines import read_byline
from tawatur.text.credits import read_credits
from tawatur.text.furniture import furniture
from tawatur.text.outlets import outlet_likeness


@pytest.mark.parametrize(
    "line",
    [
        "Lire aussi",
        "À lire aussi : ",
        "Tous droits réservés",
        "3 commentaires",
        "Partager sur Facebook",
        "Accueil | Contact",
        "İlgili haberler",
        "Tüm hakları saklıdır",
        "Devamını oku",
        "En çok okunanlar",
        "صفحه اصلی",
        "بیشتر بخوانید",
        "کد خبر: ۱۲۳۴۵۶",
        "هەموو مافەکان پارێزراون",
        "زیاتر بخوێنەوە",
    ],
)
def test_furniture_is_known(line: str) -> None:
    found = furniture(line)
    assert found is not None and found.whole


@pytest.mark.parametrize(
    "line",
    [
        "Le barrage rouvre après trois semaines de crue",
        "Baraj üç hafta sonra yeniden açıldı",
        "سد مرن پس از سه هفته باز شد",
        "La suite du procès est reportée à mardi",
    ],
)
def test_headlines_are_no_furniture_byline_or_credit(line: str) -> None:
    assert furniture(line) is None
    assert read_byline(line) is None
    assert read_credits([line]) == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Par Hélène Moreau", "Hélène Moreau"),
        ("Par Hélène Moreau, à Beyrouth", "Hélène Moreau"),
        ("Propos recueillis par Julien Lefèvre", "Julien Lefèvre"),
        ("Yazan: Elif Yıldırım", "Elif Yıldırım"),
        ("نویسنده: نسرین رحیمی", "نسرین رحیمی"),
    ],
)
def test_bylines_are_read(line: str, name: str) -> None:
    found = read_byline(line)
    assert found is not None and found.name.of(line) == name


@pytest.mark.parametrize(
    ("line", "kind", "to"),
    [
        ("Source : Le Courrier du Marn", "source", "Le Courrier du Marn"),
        ("Traduction : Hélène Moreau", "translation", "Hélène Moreau"),
        ("Cet article a été initialement publié par Le Courrier du Marn", "first published by", "Le Courrier du Marn"),
        ("Kaynak: Marn Postası", "source", "Marn Postası"),
        ("Çeviri: Elif Yıldırım", "translation", "Elif Yıldırım"),
        ("منبع: خبرگزاری افق", "source", "خبرگزاری افق"),
        ("سەرچاوە: رووداو", "source", "رووداو"),
    ],
)
def test_credits_are_read(line: str, kind: str, to: str) -> None:
    assert [(credit.kind, credit.to.of(line)) for credit in read_credits([line])] == [(kind, to)]


@pytest.mark.parametrize("line", ["Marn Gazetesi", "خبرگزاری افق", "Le Courrier du Marn", "La Gazette de Tarsa"])
def test_outlets_are_likely(line: str) -> None:
    assert outlet_likeness(line) >= 0.6
