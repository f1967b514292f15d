"""Names of people and organisations in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.text.naming import find_acronyms, find_names


def found(text: str, kind: str) -> list[str]:
    return [name.span.of(text) for name in find_names(text) if name.kind == kind]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Yesterday Maria Delvane left the island.", "Maria Delvane"),
        ("Spokesman Oleg Vartanov said so.", "Oleg Vartanov"),
        ("Mr. Tarnbrook’s boat sank.", "Tarnbrook"),
        ("It was Gen. Joseph L. Quillard who called.", "Joseph L. Quillard"),
        ("Minister of Water Yanek Dobrin spoke.", "Yanek Dobrin"),
        ("Secretary of State Rob Hallam left.", "Rob Hallam"),
        ("They met analyst Joss Everill at noon.", "Joss Everill"),
        ("We heard Peder Vosk, a farmer from the north.", "Peder Vosk"),
        ("Then Ilka Brandov, 46, called again.", "Ilka Brandov"),
        ("Youssef al-Qandil and others waited.", "Youssef al-Qandil"),
    ],
)
def test_a_person_is_found_without_title_or_office(text: str, name: str) -> None:
    assert found(text, "person") == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Harbour Authority denied it.", "Harbour Authority"),
        ("He runs the Ministry of Roads and Bridges.", "Ministry of Roads and Bridges"),
        ("A report by the Ozmaran Defence Ministry said so.", "Ozmaran Defence Ministry"),
        ("Talks with UNHCR went on.", "UNHCR"),
    ],
)
def test_an_organisation_is_found_with_all_its_words(text: str, name: str) -> None:
    assert found(text, "organisation") == [name]


@pytest.mark.parametrize(
    "text", ["He came on Monday from France.", "In January the Syrian and Iraqi towns froze.", "The"]
)
def test_lands_peoples_months_and_words_of_grammar_are_no_names(text: str) -> None:
    assert find_names(text) == []


def test_a_short_name_takes_the_kind_of_the_full_one() -> None:
    assert found("Spokesman Oleg Vartanov spoke. Later Vartanov left.", "person") == ["Oleg Vartanov", "Vartanov"]


def test_two_people_joined_by_and_are_two() -> None:
    assert found("They met John Tarbell and Maria Osk.", "person") == ["John Tarbell", "Maria Osk"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وأعلن المتحدث باسم وزارة الري اللواء إيغور زوبارنكو أن السد سليم", "إيغور زوبارنكو"),
        ("قال وزير الموانئ الأزماري سامر تلمون إن الميناء مفتوح", "سامر تلمون"),
        ("وأكدت المحامية هالة مرزوقي أن القضية أغلقت", "هالة مرزوقي"),
        ("تحدث محمد بن راشد في الجلسة", "محمد بن راشد"),
        ("كتب عبد الرحمن الزبيري مقالاً", "عبد الرحمن الزبيري"),
        ("وصل أبو محمد القصاب أمس", "أبو محمد القصاب"),
        ("وقال يوسف القندلي إنّه لن يعلّق", "يوسف القندلي"),
    ],
)
def test_an_arabic_person_ends_where_the_name_ends(text: str, name: str) -> None:
    assert found(text, "person") == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ونفت هيئة الموانئ البحرية ذلك", "هيئة الموانئ البحرية"),
        ("قالت وزارة الصحة والسكان إن العدد ارتفع", "وزارة الصحة والسكان"),
        ("تقدم الجيش الأزماري شرقاً", "الجيش الأزماري"),
    ],
)
def test_an_arabic_organisation_is_its_head_and_what_goes_with_it(text: str, name: str) -> None:
    assert found(text, "organisation") == [name]


@pytest.mark.parametrize(
    "text", ["عاد الأمل إلى المدينة", "قال إن العدل أساس الملك", "وعلى الرغم من ذلك", "المتحدث الرسمي باسم الحكومة"]
)
def test_ordinary_words_that_are_also_names_are_none(text: str) -> None:
    assert found(text, "person") == []


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("The Northern Harbour Forces (NHF) left.", "NHF", "Northern Harbour Forces"),
        ("انسحبت قوات حماية الموانئ (قحم) ليلاً", "قحم", "قوات حماية الموانئ"),
    ],
)
def test_a_short_form_is_read_from_the_text_itself(text: str, short: str, long: str) -> None:
    forms = find_acronyms(text, find_names(text))
    assert [(form.span.of(text), form.long.of(text)) for form in forms] == [(short, long)]


@given(st.text(alphabet="ABcd «»“”\"'\u200e\u200fابتثعول.،,-\n0١", max_size=400))
def test_names_lie_in_the_text_in_order_and_apart(text: str) -> None:
    names = find_names(text)
    assert all(0 <= name.span.start < name.span.end <= len(text) for name in names)
    assert all(a.span.end <= b.span.start for a, b in zip(names, names[1:], strict=False))


@pytest.mark.parametrize("piece", ["Abc ", "أحمد ", "«", "\u200f", "Minister ", "وزير ", "al-", "A. ", "The Bank of "])
def test_a_long_line_of_one_piece_is_read_to_its_end(piece: str) -> None:
    find_names(piece * 20_000)
