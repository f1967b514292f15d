"""Arabic words that look like speech and are none; and input that nobody should have printed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_arabic import _said, _statements


@pytest.mark.parametrize(
    "text",
    [
        "سيطرت «جبهة المرفأ» على التلة أمس.",
        "قرأ الطلاب رواية «سنة الملح» في المدرسة.",
        "نشرت صحيفة «المنارة» صوراً من الميناء.",
        "يذكر أن الجسر بُني قبل مئة عام.",
        "ويشار إلى أن الجسر بُني قبل مئة عام.",
        "يجب أن نقول الحقيقة دائماً.",
        "لا أنكر أن الطعام لذيذ.",
        "من المتوقع أن يعلن الوزير النتائج غداً.",
        "الفرق بين القولين كبير جداً.",
        "وصل الوفد بعد أن توقفت الأمطار.",
        "وكما يقول المثل: الجار قبل الدار.",
        "داعين الله أن يحفظ المدينة وأهلها.",
        "ما يؤكد أن الشتاء اقترب فعلاً.",
        "كتب الكاتب كتب التاريخ كلها في بيته.",
    ],
)
def test_no_statement_is_found(text: str) -> None:
    assert _said(text) == []


def test_a_name_in_marks_inside_the_speaker_is_not_the_content() -> None:
    said = _said("وأعلنت حركة «الراية» أن مقاتليها انسحبوا من التلة.")
    assert said == [("indirect", "حركة «الراية»", "مقاتليها انسحبوا من التلة")]


def test_everyday_words_need_their_content_near_by() -> None:
    assert _said("وبين المدير العام أن الأجور ستُصرف.") == [("indirect", "المدير العام", "الأجور ستُصرف")]
    assert _said("وبين المدينة والبحر طريق طويل، ومن المعروف أن الطريق خطر.") == []


def test_the_name_ali_is_no_preposition() -> None:
    said = _said("وقال علي الساحلي إن المركب غرق.")
    assert said == [("indirect", "علي الساحلي", "المركب غرق")]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["قال", "وأضاف", "مؤكداً", "أنّ", "إن", "«", "»", "“", "”", '"', ":", "،", ".", "لـ", "في بيان", "الوزير",
             "بحسب", "كما", "ما", "(", ")", "-", "\u200f", "\u202b", "\u200e", "لم", "تأكيد", "قوله", "أما", "فقال", "،", "وذكر", "ووردت", "وبين",
             "نقلاً عن", "علي", "؛", "جاء", "وجاء في", "«كلام كثير جداً هنا»", "الذي", "مشيراً إلى أنّ", "2", "غداً.وأضاف"]
        ),
        max_size=60,
    )
)  # fmt: skip
def test_any_row_of_cues_and_marks_gives_spans_in_range(words: list[str]) -> None:
    text, found = _statements(" ".join(words) or "قال")
    for one in found:
        assert 0 <= one.content.start < one.content.end <= len(text)
        assert one.speaker is None or one.speaker.of(text).strip()


def test_an_everyday_verb_behind_the_last_comma_is_read_to_the_end_of_its_sentence() -> None:
    said = _said("قال الوزير إن المعبر سيفتح غداً، وذكر")
    assert [content for _, _, content in said] == ["المعبر سيفتح غداً"]


def test_long_rows_of_cues_without_marks_are_read_to_their_end() -> None:
    text, found = _statements("قال الوزير إن الأمر بسيط وأضاف أنه قريب " * 3000)
    assert found
    assert all(one.content.end <= len(text) for one in found)


def test_thousands_of_quotation_marks_are_read_to_their_end() -> None:
    _statements("قال الوزير إن " + "«" * 10_000 + " كلام " + "»" * 10_000)
    _statements("»«" * 10_000)
