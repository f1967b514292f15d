"""Who said what in Arabic posts: verb first, subject first, content first, and speech that goes on."""

from __future__ import annotations

import pytest

from tawatur.attribute import attribute_page
from tawatur.model import Description, Page, Post, Span, Statement


def _statements(body: str, title: str = "") -> tuple[str, list[Statement]]:
    text = f"{title}\n{body}" if title else body
    page = Page(
        id="pg-1", source="post.txt", media_type="text/plain", encoding="utf-8", sha256="0" * 64,
        retrieved="2026-01-01T00:00:00Z", title=None, text=text, made_by="test",
    )  # fmt: skip
    head = Span(0, len(title)) if title else None
    start = len(title) + 1 if title else 0
    post = Post(
        id="po-1", page_id="pg-1", order=0, span=Span(0, len(text)), title=head, body=Span(start, len(text)),
        made_by="test",
    )  # fmt: skip
    told = Description(
        post_id="po-1", title=title or None, byline=None, outlet=None, published=None, lang="ar", made_by="test"
    )
    return text, attribute_page(page, [post], [told])


def _said(body: str) -> list[tuple[str, str | None, str]]:
    """(kind, speaker as printed, content) of each statement."""
    text, found = _statements(body)
    return [(one.kind, one.speaker.of(text) if one.speaker else None, one.content.of(text)) for one in found]


def _only(body: str) -> tuple[str, Statement]:
    text, found = _statements(body)
    assert len(found) == 1, [one.content.of(text) for one in found]
    return text, found[0]


def test_the_speaker_behind_the_verb_ends_where_the_clause_opens() -> None:
    said = _said("قال المتحدث باسم وزارة الموانئ اللواء سامر الخطيب إنّ السفينة غادرت المرفأ.")
    assert said == [("indirect", "المتحدث باسم وزارة الموانئ اللواء سامر الخطيب", "السفينة غادرت المرفأ")]


def test_circumstances_between_speaker_and_content_belong_to_neither() -> None:
    said = _said("وأكدت الوزيرة ليلى المرجان، في بيان صدر أمس، أن الجسر سيُفتح قريباً.")
    assert said == [("indirect", "الوزيرة ليلى المرجان", "الجسر سيُفتح قريباً")]


def test_an_apposition_between_commas_belongs_to_the_speaker() -> None:
    said = _said("وأوضح كريم السنديان، رئيس نقابة الصيادين، أن الموسم بدأ متأخراً.")
    assert said == [("indirect", "كريم السنديان، رئيس نقابة الصيادين", "الموسم بدأ متأخراً")]


def test_a_quotation_behind_the_clause_word_is_direct_without_its_marks() -> None:
    said = _said("وقال الناطق الرسمي وائل الشماع إنّ «الاتفاق ما زال قائماً بين الطرفين».")
    assert said == [("direct", "الناطق الرسمي وائل الشماع", "الاتفاق ما زال قائماً بين الطرفين")]


def test_quotations_inside_a_quotation_stay_in_it() -> None:
    said = _said("وقال الشماع إنّ «سفن تنظيم «الراية» لن تدخل المرفأ ما دمنا هنا».")
    assert said == [("direct", "الشماع", "سفن تنظيم «الراية» لن تدخل المرفأ ما دمنا هنا")]


def test_a_fragment_in_marks_makes_indirect_speech_mixed() -> None:
    text, one = _only("وأعلن الوزير أن بلاده ستردّ «بكل الوسائل المتاحة لها» على الحصار.")
    assert one.kind == "mixed"
    assert [span.of(text) for span in one.quoted] == ["بكل الوسائل المتاحة لها"]


def test_the_subject_may_stand_before_its_verb() -> None:
    assert _said("الشماع أكّد أنّ الطريق آمن.") == [("indirect", "الشماع", "الطريق آمن")]


def test_a_subject_between_kana_and_qad_is_the_speaker() -> None:
    said = _said("وكانت «جبهة المرفأ» قد أكّدت لـ«المنارة» التزامها بـ«ما يتفق عليه الجميع هنا».")
    assert said == [("direct", "«جبهة المرفأ»", "ما يتفق عليه الجميع هنا")]


def test_a_noun_set_before_its_clause_is_the_speaker() -> None:
    said = _said("أما مدير المرفأ فقال إن العمل متوقف.")
    assert said == [("indirect", "مدير المرفأ", "العمل متوقف")]


def test_a_quotation_may_stand_before_its_verb() -> None:
    said = _said("«لن نترك القرية مهما حدث»، قال المزارع نبيل الحقلي.")
    assert said == [("direct", "المزارع نبيل الحقلي", "لن نترك القرية مهما حدث")]


def test_a_quotation_that_its_verb_parts_is_two_statements_of_one_utterance() -> None:
    text, found = _statements("«لن نترك القرية»، يقول نبيل الحقلي، «فهي كل ما نملك في الدنيا».")
    assert [one.content.of(text) for one in found] == ["لن نترك القرية", "فهي كل ما نملك في الدنيا"]
    assert {one.speaker_name for one in found} == {"نبيل الحقلي"}


def test_words_behind_a_colon_are_direct_without_marks() -> None:
    said = _said("وقال الحقلي: نحن ننتظر المطر منذ شهرين.")
    assert said == [("direct", "الحقلي", "نحن ننتظر المطر منذ شهرين")]


def test_a_verb_without_a_subject_goes_on_with_the_speaker_before() -> None:
    _, found = _statements("قال الوزير سامر الخطيب إن الميناء جاهز.\nوأضاف: «سنفتح أبوابه غداً للجميع».")
    assert [one.speaker_name for one in found] == ["سامر الخطيب", "سامر الخطيب"]


def test_a_participle_carries_the_speaker_on() -> None:
    text, found = _statements("أكد الوزير سامر الخطيب أن الميناء جاهز، مشيراً إلى أن العمال عادوا.")
    assert [one.content.of(text) for one in found] == ["الميناء جاهز", "العمال عادوا"]
    assert found[1].speaker is None
    assert found[1].speaker_name == "سامر الخطيب"


def test_a_participle_finds_the_subject_of_a_sentence_that_says_nothing_else() -> None:
    said = _said("زار المحافظ أمس مخيم الصيادين، مؤكداً أن القوارب ستعود.")
    assert said == [("indirect", "المحافظ", "القوارب ستعود")]


def test_every_spelling_of_the_clause_word_is_read() -> None:
    for word in ("أن", "أنّ", "إن", "ان", "بأن", "إنّ"):
        assert _said(f"صرّح الوزير {word} الميناء جاهز.") == [("indirect", "الوزير", "الميناء جاهز")]


def test_a_pronoun_on_the_clause_word_is_no_part_of_the_content() -> None:
    assert _said("وذكرت الهيئة أنها ستعقد جلسة ثانية.") == [("indirect", "الهيئة", "ستعقد جلسة ثانية")]


def test_a_denial_under_negation_is_marked_negated() -> None:
    _, one = _only("ولم تنفِ الوزارة أن السفينة غرقت قبل يومين.")
    assert (one.verb_class, one.negated) == ("denies", True)


def test_an_object_of_denial_is_content() -> None:
    assert _said("ونفى المصدر وجود أي خلاف بين الجانبين.") == [("indirect", "المصدر", "وجود أي خلاف بين الجانبين")]


def test_a_verbal_noun_in_the_name_of_an_office_is_no_object() -> None:
    assert _said("وأكد مدير صحة الإقليم أن اللقاح متوفر.") == [("indirect", "مدير صحة الإقليم", "اللقاح متوفر")]


def test_a_decimal_point_ends_nothing() -> None:
    said = _said("وقال الوزير إن الأسعار ارتفعت بنسبة 19.5 في المئة هذا العام.")
    assert [content for _, _, content in said] == ["الأسعار ارتفعت بنسبة 19.5 في المئة هذا العام"]


def test_content_ends_before_the_authors_remark() -> None:
    said = _said("وقال الوزير إن المعبر سيفتح غداً، ما يخفف من أزمة الوقود في المدينة.")
    assert said == [("indirect", "الوزير", "المعبر سيفتح غداً")]


def test_content_ends_where_another_one_speaks() -> None:
    said = _said("وقالت بعض المصادر إنّ القصف محلي، فيما أكدت مصادر أخرى أنه خارجي.")
    assert [speaker for _, speaker, _ in said] == ["بعض المصادر", "مصادر أخرى"]
    assert [content for _, _, content in said] == ["القصف محلي", "خارجي"]


def test_a_full_stop_without_a_blank_ends_the_content() -> None:
    said = _said("وقال الوزير إن المعبر سيفتح غداً.وأضاف أن الوقود سيصل.")
    assert [content for _, _, content in said] == ["المعبر سيفتح غداً", "الوقود سيصل"]


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("زعم", "claims"),
        ("أكّد", "confirms"),
        ("نفى", "denies"),
        ("حذّر", "warns"),
        ("تعهّد", "promises"),
        ("قال", "says"),
        ("صرّح", "says"),
    ],
)
def test_verbs_have_the_class_of_what_their_speaker_does(verb: str, expected: str) -> None:
    _, one = _only(f"{verb} الناطق بأن السدّ سيصمد طويلاً.")
    assert one.verb_class == expected


def test_a_title_of_a_name_a_verb_and_a_clause_is_read() -> None:
    text, found = _statements("لا شيء يُذكر هنا سوى الطقس.", title="مدير السدّ: «لن ينهار الجدار أبداً»")
    assert [(one.content.of(text), one.speaker.of(text) if one.speaker else None) for one in found] == [
        ("لن ينهار الجدار أبداً", "مدير السدّ")
    ]
