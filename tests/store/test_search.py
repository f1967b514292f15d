"""Search finds a word however it is spelt, and shows exactly the original letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made import capture_of, reading_of
from tawatur.errors import UsageError
from tawatur.model import Span
from tawatur.store import CaseStore, Filters, open_case, prepare
from tawatur.store.highlight import excerpt, highlights
from tawatur.store.query import parse_query


def stored(path: Path, *texts: str) -> CaseStore:
    """A case with one page for each text."""
    store = open_case(path, create=True)
    run = store.start_run(kind="read", program="p", made_by="x@1", inputs=[], options={}, started="2031")
    for n, text in enumerate(texts):
        capture = capture_of(text, f"{n}.txt")
        store.add(capture, prepare(capture, reading_of(capture)), run_id=run, made_by="x@1")
    return store


# What is typed, what stands in the text, and nothing else of it may be marked.
EQUAL = [
    # alef forms
    ("احمد", "أحمد"), ("أحمد", "احمد"), ("إدلب", "ادلب"), ("ادلب", "إدلب"), ("آذار", "اذار"), ("اذار", "آذار"),
    ("ٱلنهر", "النهر"), ("الآن", "الان"),
    # ya, alef maqsura, Persian ya
    ("مصطفي", "مصطفى"), ("مصطفى", "مصطفي"), ("علی", "علي"), ("على", "علی"), ("ليلى", "لیلی"),
    # ta marbuta
    ("القاهره", "القاهرة"), ("مدينة", "مدينه"), ("عبّارة", "عباره"),
    # tatweel
    ("محمد", "محمـــد"), ("محـمد", "محمد"), ("هـام", "هام"),
    # short vowels and other marks
    ("محمد", "مُحَمَّد"), ("مُحَمَّدٌ", "محمد"), ("مدرسة", "مَدْرَسَةٌ"), ("هذا", "هٰذا"), ("الرحمن", "الرحمٰن"),
    ("كتابا", "كتابًا"),
    # hamza seats
    ("مسئول", "مسؤول"), ("مسؤول", "مسئول"), ("مسءول", "مسؤول"), ("مسوول", "مسؤول"), ("شئون", "شؤون"),
    ("رؤوس", "رءوس"), ("شيء", "شئ"), ("رييس", "رئيس"), ("رئیس", "رئيس"), ("موتمر", "مؤتمر"),
    # hamza decomposed
    ("مسؤول", "مسو\u0654ول"), ("مسو\u0654ول", "مسؤول"), ("مؤتمر", "مو\u0654تمر"), ("رئيس", "ري\u0654يس"),
    ("أحمد", "ا\u0654حمد"), ("إدلب", "ا\u0655دلب"), ("آذار", "ا\u0653ذار"), ("ا\u0653ذار", "آذار"),
    ("مسئول", "مسى\u0654ول"), ("مؤتمر", "مو\u0674تمر"),
    # presentation forms and ligatures
    ("محمد", "ﻣﺤﻤﺪ"), ("ﻣﺤﻤﺪ", "محمد"), ("سلام", "ﺳﻼﻡ"), ("الله", "ﷲ"), ("لا", "ﻻ"), ("أحمد", "ﺃﺣﻤﺪ"),
    ("صلى", "ﺻﻠﻰ"),
    # Persian letters
    ("كتاب", "کتاب"), ("کتاب", "كتاب"), ("هنا", "ھنا"), ("ميخواهم", "می\u200cخواهم"), ("می\u200cخواهم", "میخواهم"),
    # digits
    ("2017", "٢٠١٧"), ("٢٠١٧", "2017"), ("۲۰۱۷", "٢٠١٧"), ("14", "۱۴"), ("15", "１５"),
    # invisible controls inside a word
    ("الفرات", "الف\u200fرات"), ("فرات", "فر\u00adات"), ("حلب", "ح\u200dلب"), ("حلب", "حل\u2060ب"),
    # composed and decomposed Latin, case, width
    ("cafe", "café"), ("café", "cafe\u0301"), ("strasse", "Straße"), ("STRAßE", "strasse"), ("istanbul", "İstanbul"),
    ("lodz", "Łódź"), ("abc", "ＡＢＣ"), ("fin", "ﬁn"), ("deniz", "DENİZ"),
]  # fmt: skip


def test_there_are_many_cases_of_arabic() -> None:
    arabic = [pair for pair in EQUAL if any("\u0600" <= letter <= "\u06ff" for letter in "".join(pair))]
    assert len(arabic) >= 60


@pytest.fixture(scope="module")
def equal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseStore]:
    texts = [f"قبل {written} بعد" for _, written in EQUAL]
    with stored(tmp_path_factory.mktemp("equal") / "a.tawatur", *texts) as store:
        yield store


@pytest.mark.parametrize("number", range(len(EQUAL)), ids=lambda n: unicodedata.normalize("NFC", EQUAL[n][0]))
@pytest.mark.parametrize("quoted", [False, True], ids=["plain", "quoted"])
def test_a_word_is_found_in_every_spelling_and_marked_exactly(equal: CaseStore, number: int, quoted: bool) -> None:
    typed, written = EQUAL[number]
    found = equal.search(f'"{typed}"' if quoted else typed, limit=100)
    (hit,) = [hit for hit in found.hits if hit.source == f"clippings/{number}.txt"]
    page = equal.page(hit.post.page_id)
    assert page is not None
    assert [span.of(page.text) for span in hit.highlights] == [written]


FORMS = [
    ("فرات", "الفرات"), ("فرات", "بالفرات"), ("فرات", "والفرات"), ("فرات", "للفرات"), ("فرات", "بفرات"),
    ("فرات", "وبالفرات"), ("فرات", "كالفرات"), ("فرات", "فالفرات"), ("الفرات", "فرات"), ("الفرات", "بالفرات"),
    ("بالفرات", "الفرات"), ("لبنان", "للبنان"), ("لبنان", "ولبنان"), ("ليبيا", "لليبيا"), ("دمشق", "بدمشق"),
    ("مدينة", "والمَدِينَة"), ("أحمد", "لأحمد"), ("محمد", "ومُحَمَّد"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "written"), FORMS)
def test_a_word_is_found_behind_article_and_clitics_and_marked_whole(typed: str, written: str) -> None:
    text = f"قبل {written} بعد"
    assert [span.of(text) for span in highlights(parse_query(typed), text)] == [written]


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseStore]:
    texts = [f"قبل {written} بعد" for _, written in FORMS]
    with stored(tmp_path_factory.mktemp("forms") / "a.tawatur", *texts) as store:
        yield store


@pytest.mark.parametrize("number", range(len(FORMS)))
def test_the_index_finds_what_would_be_marked(forms: CaseStore, number: int) -> None:
    found = forms.search(FORMS[number][0], limit=100)
    assert f"clippings/{number}.txt" in {hit.source for hit in found.hits}


@pytest.mark.parametrize(
    ("typed", "written"), [("قلب", "كلب"), ("ماء", "ما"), ("وزير", "زيرو"), ("لد", "ولد"), ("2017", "2018")]
)
def test_other_words_are_not_found(typed: str, written: str) -> None:
    assert highlights(parse_query(typed), f"قبل {written} بعد") == []


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseStore]:
    with stored(
        tmp_path_factory.mktemp("case") / "a.tawatur",
        "Ferry waits at Marwada\nlang: en\noutlet: The Harbour Lamp\ndate: 2031-05-04\nThe ferry and the tide of al-Furat.",
        "The tide turned\nlang: en\noutlet: Tide Wire\ndate: 2031\nNo boats: the ferries wait. 3.5 metres. It’s over.",
        "نهر الفرات\nlang: ar\noutlet: صحيفة المرفأ\ndate: 2030-12-31T10:00:00+03:00\nيجري نهر الفرات قرب مروادة",
        "Undated\nA ferry.",
    ) as store:
        yield store


def sources(case: CaseStore, query: str, **filters: str) -> list[str]:
    return [hit.source[-5] for hit in case.search(query, Filters(**filters)).hits]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ferry", "03"),
        ("ferry tide", "0"),
        ("ferr*", "013"),
        ('"the tide"', "01"),
        ('"tide the"', ""),
        ('"of al-Fur"*', "0"),
        ("al-Furat", "0"),
        ("3.5", "1"),
        ("it's", "1"),
        ("it’s", "1"),
        ("ferry -tide", "3"),
        ("ferry NOT tide", "3"),
        ("boats OR مروادة", "12"),
        ("boats | undated", "13"),
        ("«نهر الفرات»", "2"),
        ("نهر AND فرات", "2"),
        ("marwada", "0"),
    ],
)
def test_the_query_means_what_it_says(case: CaseStore, query: str, expected: str) -> None:
    assert sorted(sources(case, query)) == list(expected)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"lang": "en"}, "01"),
        ({"lang": "ar"}, "2"),
        ({"outlet": "harbour"}, "0"),
        ({"outlet": "المرفا"}, "2"),
        ({"since": "2031"}, "01"),
        ({"since": "2031-05-05"}, "1"),
        ({"until": "2030"}, "2"),
        ({"until": "2030-12-31"}, "2"),
        ({"until": "2030-12-30"}, ""),
        ({"since": "2031-05", "until": "2031-05"}, "01"),
    ],
)
def test_filters_narrow_the_posts(case: CaseStore, filters: dict[str, str], expected: str) -> None:
    assert sorted(sources(case, "tide OR الفرات OR undated", **filters)) == list(expected)


def test_a_word_in_the_title_ranks_first(case: CaseStore) -> None:
    assert sources(case, "tide")[0] == "1"


def test_hits_are_counted_beyond_the_ones_shown(case: CaseStore) -> None:
    found = case.search("tide", limit=1)
    assert (len(found.hits), found.total) == (1, 2)
    rest = case.search("tide", limit=1, offset=1)
    assert rest.hits[0].post.id != found.hits[0].post.id


@pytest.mark.parametrize(
    "query",
    ['"ferry', 'ferry"', '""ferry', "ferry)", "(ferry", "ferry^2", "title:ferry", "NEAR(ferry tide)", "ferry*tide",
     "-ferry tide", "ferry --tide", "{ferry}", "ferry \\", "ferry;DROP TABLE posts", "ferry + tide", "OR ferry",
     "ferry OR", "NOT NOT ferry x", "'ferry", "\0ferry", "ferry \ud800", "* ferry", "«ferry", "a" * 5000 + " ferry"],
)  # fmt: skip
def test_a_clumsy_query_is_never_an_error(case: CaseStore, query: str) -> None:
    assert case.search(query).total >= 0


@pytest.mark.parametrize("query", ["", "   ", '""', "-ferry", "***", "؟"])
def test_a_query_without_a_word_says_so(case: CaseStore, query: str) -> None:
    with pytest.raises(UsageError, match="no word to look for"):
        case.search(query)


@given(st.text(max_size=30))
def test_any_query_is_a_search_or_a_usage_error(tmp_path_factory: pytest.TempPathFactory, query: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.tawatur"
    with open_case(path, create=True) as store:
        try:
            store.search(query)
        except UsageError:
            return


@given(st.text(alphabet="ابت وال مفـُ\u0654يئء aB-\n"), st.sampled_from(["ال", "اب*", '"ا ب"', "باب OR aB"]))
def test_highlights_are_in_order_and_inside_the_text(text: str, query: str) -> None:
    spans = highlights(parse_query(query), text)
    assert all(span.end <= len(text) and len(span) > 0 for span in spans)
    assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))
    shown = excerpt(text, spans)
    assert shown.end <= len(text)


def test_the_excerpt_shows_where_the_hits_are_close_together() -> None:
    text = "ferry " + "x " * 400 + "here a ferry and a ferry meet " + "y " * 400
    spans = highlights(parse_query("ferry"), text)
    shown = excerpt(text, spans)
    assert "ferry and a ferry" in shown.of(text)
    assert len(shown) < 300
    assert not text[shown.start].isspace()


def test_phrases_are_marked_as_one(case: CaseStore) -> None:
    text = "the high tide, THE\nTIDE"
    assert highlights(parse_query('"the tide"'), text) == [Span(15, 23)]


def test_words_of_scripts_without_spaces_are_found_inside_a_line() -> None:
    text = "渡輪在港口等待"
    assert [span.of(text) for span in highlights(parse_query("港口"), text)] == ["港口"]
