"""text/sentences.py: where a sentence ends, and where a full stop does not end one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.text.sentences import sentences


def cut(text: str, lang: str | None) -> list[str]:
    return [span.of(text) for span in sentences(text, lang)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("قال د. محمد إنه سيعود. ثم غادر.", ["قال د. محمد إنه سيعود.", "ثم غادر."]),
        ("نقلت (أ. ف. ب.) عن مصدر. وأضافت.", ["نقلت (أ. ف. ب.) عن مصدر.", "وأضافت."]),
        ("انظر ص. 5 من الكتاب. انتهى.", ["انظر ص. 5 من الكتاب.", "انتهى."]),
        ("ولد عام 1950 م. ثم هاجر.", ["ولد عام 1950 م.", "ثم هاجر."]),
        ("«هل نعود؟» سأل الرجل. لم يجب أحد.", ["«هل نعود؟» سأل الرجل.", "لم يجب أحد."]),
        ("قال «لن نتراجع». وأضاف كلاماً.", ["قال «لن نتراجع».", "وأضاف كلاماً."]),
        ("هل وصلوا؟ نعم! وصلوا.", ["هل وصلوا؟", "نعم!", "وصلوا."]),
        ("كان يفكر... ثم مضى. انتهى.", ["كان يفكر... ثم مضى.", "انتهى."]),
        ("وصل م. أحمد وأ. سعاد. ثم بدأ الحفل.", ["وصل م. أحمد وأ. سعاد.", "ثم بدأ الحفل."]),
    ],
)
def test_arabic_traps(text: str, parts: list[str]) -> None:
    assert cut(text, "ar") == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The U.N. Speech was long. It ended.", ["The U.N. Speech was long.", "It ended."]),
        ("Lt. Gen. Marsh said so. He left.", ["Lt. Gen. Marsh said so.", "He left."]),
        ("He waited ... and left. Done.", ["He waited ... and left.", "Done."]),
        ("“Why?” he asked. “No.” She left!", ["“Why?” he asked.", "“No.”", "She left!"]),
        ("It is law in the U.S. The rest obey.", ["It is law in the U.S.", "The rest obey."]),
        ("Mr. J. R. Hart came at 3 p.m. He sat.", ["Mr. J. R. Hart came at 3 p.m.", "He sat."]),
        ("See no. 5. He said no. Then he left.", ["See no. 5.", "He said no.", "Then he left."]),
        ("It cost 3.5 million. Nobody paid.", ["It cost 3.5 million.", "Nobody paid."]),
        ("Visit example.org for more. Thanks.", ["Visit example.org for more.", "Thanks."]),
        ("It was 2014. Nobody knew.", ["It was 2014.", "Nobody knew."]),
    ],
)
def test_english_traps(text: str, parts: list[str]) -> None:
    assert cut(text, "en") == parts


def test_a_german_ordinal_goes_on() -> None:
    assert cut("Am 21. September kam er. Dann ging er.", "de") == ["Am 21. September kam er.", "Dann ging er."]


def test_a_line_end_always_ends_a_sentence() -> None:
    assert cut("A heading\n\nThe text. More", None) == ["A heading", "The text.", "More"]


def test_stops_of_scripts_without_blanks_end_sentences() -> None:
    assert cut("开会了。结束了。", "zh") == ["开会了。", "结束了。"]


def test_an_unknown_language_uses_all_lists() -> None:
    assert cut("قال د. محمد. Dr. Hart came.", None) == ["قال د. محمد.", "Dr. Hart came."]


def test_nothing_has_no_sentences() -> None:
    assert cut("", "ar") == cut(" \n\u200f ", "en") == []


@given(st.text(alphabet='ab .!?…»”"د.ص5\n؟', max_size=200), st.sampled_from(["ar", "en", "de", None]))
def test_every_sign_is_in_exactly_one_sentence(text: str, lang: str | None) -> None:
    spans = sentences(text, lang)
    assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())


def test_hostile_text_is_read_in_one_pass() -> None:
    for text in ("." * 500_000, "a. " * 100_000, ".)" * 200_000, "»" * 300_000, "؟ " * 100_000):
        sentences(text, "ar")
