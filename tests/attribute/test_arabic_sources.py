"""Sources and addressees in Arabic: «بحسب», «نقلاً عن», «كما قال», «لـ«...»», «في حديث إلى»."""

from __future__ import annotations

from test_arabic import _only, _said, _statements


def test_a_source_before_its_comma_takes_the_clause_behind() -> None:
    said = _said("وبحسب مصدر عسكري، فإن القافلة وصلت إلى الجسر.")
    assert said == [("indirect", "مصدر عسكري", "القافلة وصلت إلى الجسر")]


def test_a_glued_preposition_is_no_part_of_the_source() -> None:
    text, one = _only("ووفقاً لوكالة الميناء، فقد غرقت السفينة فجراً.")
    assert one.speaker is not None
    assert one.speaker.of(text) == "وكالة الميناء"


def test_a_source_at_the_end_takes_the_quotation_before_it() -> None:
    said = _said("أُنجز العبور «في زمن قصير جداً، وهو بداية لخطوات أكبر»، وفقاً لتأكيدات مصدر ميداني.")
    assert [(kind, content) for kind, _, content in said] == [("direct", "في زمن قصير جداً، وهو بداية لخطوات أكبر")]


def test_a_source_at_the_end_takes_the_clause_before_it() -> None:
    said = _said("غادر الوفد المدينة مساء، بحسب شهود عيان.")
    assert said == [("indirect", "شهود عيان", "غادر الوفد المدينة مساء")]


def test_as_somebody_said_takes_the_clause_before_it() -> None:
    said = _said("قُتل ثلاثة عمال في الانهيار، بحسب ما أعلن حاكم المقاطعة.")
    assert said == [("indirect", "حاكم المقاطعة", "قُتل ثلاثة عمال في الانهيار")]


def test_rules_and_measures_are_no_sources() -> None:
    assert _said("وزّعت البلدية الأراضي وفقاً للقانون.") == []
    assert _said("تُصرف الحصص حسب الحاجة لكل أسرة في الحي.") == []


def test_the_one_whose_words_an_agency_passes_on_is_the_speaker() -> None:
    said = _said("ونقلت وكالة الميناء عن قبطان السفينة قوله: «لم نرَ الصخور في الضباب».")
    assert said == [("direct", "قبطان السفينة", "لم نرَ الصخور في الضباب")]


def test_a_document_speaks_where_words_stand_in_it() -> None:
    said = _said("وجاء في تقرير اللجنة أن الجدار لم يُفحص منذ عشر سنوات.")
    assert said == [("indirect", "تقرير اللجنة", "الجدار لم يُفحص منذ عشر سنوات")]


def test_a_noun_of_saying_with_its_owner_is_a_cue() -> None:
    said = _said("يأتي ذلك بعد إعلان الحكومة أن المفاوضات توقفت.")
    assert said == [("indirect", "الحكومة", "المفاوضات توقفت")]


def test_the_outlet_that_was_told_is_the_addressee() -> None:
    text, one = _only("ويؤكد المصدر لـ«المنارة» أنّ «الطرفين لم يلتقيا منذ أسابيع».")
    assert (one.addressee, one.content.of(text)) == ("المنارة", "الطرفين لم يلتقيا منذ أسابيع")
    assert one.speaker is not None
    assert one.speaker.of(text) == "المصدر"


def test_an_addressee_may_stand_before_the_speaker() -> None:
    text, one = _only('وقال ل"المنارة"، رئيس الغرفة نديم الصراف، إن الأسعار ثابتة.')
    assert one.addressee == "المنارة"
    assert one.speaker is not None
    assert one.speaker.of(text) == "رئيس الغرفة نديم الصراف"


def test_a_talk_with_an_agency_names_the_addressee() -> None:
    text, one = _only("وقال الوزير في حديث إلى وكالة الميناء إن الأسعار ثابتة.")
    assert one.addressee == "وكالة الميناء"
    assert one.speaker is not None
    assert one.speaker.of(text) == "الوزير"


def test_reporters_with_the_preposition_written_on_are_told() -> None:
    text, one = _only("وقال الوزير للصحافيين إن الأسعار ثابتة.")
    assert one.addressee == "للصحافيين"
    assert one.speaker is not None
    assert one.speaker.of(text) == "الوزير"


def test_where_it_was_said_is_the_venue() -> None:
    text, found = _statements("وقال الوزير في مؤتمر صحافي إن الأسعار ثابتة.")
    assert [one.venue.of(text) if one.venue else None for one in found] == ["في مؤتمر صحافي"]
