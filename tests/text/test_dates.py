"""text/dates.py: what counts as a date, what it is worth, and what is left unknown."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.errors import LanguageDataError
from tawatur.text.date_words import read_table
from tawatur.text.dates import date_share, find_dates

REFERENCE = date(2017, 9, 21)  # a Thursday


def values(text: str, reference: date | None = None) -> list[str]:
    return [mention.value for mention in find_dates(text, reference=reference)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("الخميس 21 أيلول 2017", "2017-09-21"),
        ("سبتمبر 21, 2017", "2017-09-21"),
        ("21 أيلول/سبتمبر 2017", "2017-09-21"),
        ("21 سبتمبر (أيلول) 2017", "2017-09-21"),
        ("21 كانون الثاني 2017", "2017-01-21"),
        ("3 تشرين الأول 2016", "2016-10-03"),
        ("14 شتنبر 2017", "2017-09-14"),
        ("5 جانفي 2019", "2019-01-05"),
        ("١٤ أيلول ٢٠١٧", "2017-09-14"),
        ("٢١/٩/٢٠١٧", "2017-09-21"),
        ("21-9-2017", "2017-09-21"),
        ("الحادي والعشرين من أيلول 2017", "2017-09-21"),
        ("5 من نوفمبر 2014", "2014-11-05"),
        ("آب 4، 2020", "2020-08-04"),
        ("بتاريخ 4 آب عام 2020", "2020-08-04"),
        ("أَيْلُول 2017", "2017-09"),
    ],
)
def test_arabic_dates_of_every_region_are_read(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Thursday, September 21, 2017", "2017-09-21"),
        ("Sept 20, 2017", "2017-09-20"),
        ("Sept. 20, 2017", "2017-09-20"),
        ("20 Sept 2017", "2017-09-20"),
        ("November 5th, 2014", "2014-11-05"),
        ("the 5th of November 2014", "2014-11-05"),
        ("the fifth of November, 2014", "2014-11-05"),
        ("21-Sep-2017", "2017-09-21"),
        ("Thu 21 Sep 2017", "2017-09-21"),
        ("2017 September 21", "2017-09-21"),
        ("AUGUST 3 2015", "2015-08-03"),
        ("March 2016", "2016-03"),
        ("in 2014", "2014"),
        ("Wed May 20 10:30:00 UTC 2020", "2020-05-20T10:30:00+00:00"),
        ("20. 5. 2020", "2020-05-20"),
    ],
)
def test_english_dates_of_every_order_are_read(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("jeudi 21 septembre 2017", "2017-09-21"),
        ("1er août 2017", "2017-08-01"),
        ("Donnerstag, 21. September 2017", "2017-09-21"),
        ("3. März 2018", "2018-03-03"),
        ("21 de septiembre de 2017", "2017-09-21"),
        ("21 сентября 2017 г.", "2017-09-21"),
        ("21 Eylül 2017 Perşembe", "2017-09-21"),
        ("۲۱ سپتامبر ۲۰۱۷", "2017-09-21"),
        ("21ی ئەیلوولی 2017", None),
        ("٢١ ئەیلوول ٢٠١٧", "2017-09-21"),
    ],
)
def test_dates_of_the_other_languages_are_read(text: str, value: str | None) -> None:
    assert values(text) == ([value] if value else [])


def test_numeric_dates_are_day_first_unless_that_is_impossible() -> None:
    assert values("03/04/2016") == ["2016-04-03"]
    assert values("09/21/2017") == ["2017-09-21"]
    assert values("2017-09-21") == ["2017-09-21"]
    assert values("21.09.2017") == ["2017-09-21"]


def test_a_weekday_decides_between_day_first_and_month_first() -> None:
    assert values("Friday 03/04/2016") == ["2016-03-04"]
    assert values("Sunday 03/04/2016") == ["2016-04-03"]


def test_two_digit_years_are_left_alone_unless_a_weekday_confirms_them() -> None:
    assert values("21/9/17") == []
    assert values("Thu 21/9/17") == ["2017-09-21"]


@pytest.mark.parametrize("text", ["31/02/2017", "32 March 2017", "30 February 2016", "2017-13-01"])
def test_days_that_no_calendar_has_are_not_dates(text: str) -> None:
    assert all(len(value) < 10 for value in values(text))


@pytest.mark.parametrize(
    "text",
    [
        "200,000 people",
        "he may 20 people",
        "version 1.2.2017.4",
        "tel. 03-21-9-2017",
        "https://example.org/2017/09/21/title",
        "page 2017",
        "the score was 3-1",
        "عدد 21 كتاباً",
        "أب وأم",
        "5/11",
    ],
)
def test_numbers_that_are_no_dates_are_left_alone(text: str) -> None:
    assert values(text) == []


def test_hijri_dates_are_converted_and_say_so() -> None:
    (mention,) = find_dates("1 محرم 1439 هـ")
    assert (mention.value, mention.calendar) == ("2017-09-21", "hijri")
    assert values("1 Muharram 1439") == ["2017-09-21"]
    assert values("01/01/1439 هـ") == ["2017-09-21"]


def test_a_numeric_year_that_could_be_hijri_or_persian_is_not_guessed() -> None:
    assert values("01/01/1439") == []
    assert values("۱۳۹۶/۰۶/۳۰") == ["2017-09-21"]


def test_persian_solar_dates_are_converted_and_say_so() -> None:
    (mention,) = find_dates("پنجشنبه ۳۰ شهریور ۱۳۹۶")
    assert (mention.value, mention.calendar) == ("2017-09-21", "persian")
    assert values("۱ فروردین ۱۴۰۰") == ["2021-03-21"]


def test_both_calendars_side_by_side_are_two_dates_of_one_day() -> None:
    assert values("الخميس 21 أيلول 2017 الموافق 1 محرم 1439") == ["2017-09-21", "2017-09-21"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2017-09-21T10:45:00+03:00", "2017-09-21T10:45:00+03:00"),
        ("2017-09-21T10:45:00Z", "2017-09-21T10:45:00+00:00"),
        ("Thu, 21 Sep 2017 10:45:00 -0500", "2017-09-21T10:45:00-05:00"),
        ("20 Sept 2017 at 10:45 PM GMT", "2017-09-20T22:45+00:00"),
        ("20 September 2017 10:45 GMT+3", "2017-09-20T10:45+03:00"),
        ("21/9/2017 الساعة 10:45 مساءً بتوقيت غرينتش", "2017-09-21T22:45+00:00"),
    ],
)
def test_a_time_is_kept_where_its_zone_is_printed(text: str, value: str) -> None:
    (mention,) = find_dates(text)
    assert (mention.value, mention.precision) == (value, "time")


@pytest.mark.parametrize(
    "text",
    [
        "21 أيلول 2017 10:45 ص",
        "September 21, 2017 at 10:45 PM",
        "10:45 AM, 21 September 2017",
        "21 septembre 2017 à 10h45",
    ],
)
def test_a_time_without_a_zone_belongs_to_the_mention_but_not_to_the_value(text: str) -> None:
    (mention,) = find_dates(text)
    assert mention.value == "2017-09-21"
    assert mention.span.of(text) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yesterday", "2017-09-20"),
        ("أمس", "2017-09-20"),
        ("وأمس", "2017-09-20"),
        ("أول أمس", "2017-09-19"),
        ("اليوم", "2017-09-21"),
        ("Tuesday", "2017-09-19"),
        ("Thursday", "2017-09-21"),
        ("last Thursday", "2017-09-14"),
        ("الثلاثاء الماضي", "2017-09-19"),
        ("الثلاثاء المقبل", "2017-09-26"),
        ("قبل ثلاثة أيام", "2017-09-18"),
        ("3 hours ago", "2017-09-21"),
        ("منذ ساعتين", "2017-09-21"),
        ("منذ يومين", "2017-09-19"),
        ("2 days ago", "2017-09-19"),
        ("il y a 3 jours", "2017-09-18"),
        ("Sept 20", "2017-09-20"),
        ("28 December", "2017-12-28"),
        ("Wednesday, 30 December", "2015-12-30"),
    ],
)
def test_relative_words_count_from_the_reference(text: str, value: str) -> None:
    (mention,) = find_dates(text, reference=REFERENCE)
    assert (mention.value, mention.relative) == (value, True)


@pytest.mark.parametrize("text", ["yesterday", "Tuesday", "قبل ثلاثة أيام", "Sept 20", "3 hours ago"])
def test_relative_words_without_a_reference_are_left_out(text: str) -> None:
    assert values(text) == []


def test_days_before_some_other_thing_do_not_count_from_the_reference() -> None:
    assert values("قبل ثلاثة أيام من الانتخابات", REFERENCE) == []


def test_weeks_ago_say_only_what_the_whole_week_shares() -> None:
    assert values("a week ago", date(2017, 9, 28)) == ["2017-09"]
    assert values("a week ago", date(2017, 9, 3)) == ["2017-08"]
    assert values("2 weeks ago", date(2017, 9, 18)) == ["2017"]


def test_two_days_with_a_dash_settle_only_their_month() -> None:
    (mention,) = find_dates("September 20-21, 2017")
    assert (mention.value, mention.precision) == ("2017-09", "month")


def test_direction_marks_and_no_break_spaces_do_not_hide_a_date() -> None:
    assert values("21\u200f/9\u200f/2017") == ["2017-09-21"]
    assert values("21\u00a0September\u00a02017") == ["2017-09-21"]


def test_spans_cover_the_printed_words() -> None:
    text = "Voltaire Park — Sept 20, 2017, and later (3 May 2018)."
    assert [mention.span.of(text) for mention in find_dates(text)] == ["Sept 20, 2017", "3 May 2018"]


def test_dates_do_not_run_over_line_ends() -> None:
    assert values("21 September\n2017") == []


@pytest.mark.parametrize(
    ("line", "share"),
    [
        ("Thursday, September 21, 2017", 1.0),
        ("on Thursday at 10:45 PM", 1.0),
        ("10:45 ص", 1.0),
        ("يوم الخميس 21 أيلول", 1.0),
        ("No date at all", 0.0),
        ("", 0.0),
        ("---", 0.0),
    ],
)
def test_the_share_of_a_line_that_is_a_date(line: str, share: float) -> None:
    assert date_share(line) == pytest.approx(share)


def test_the_share_of_a_mixed_line_lies_between() -> None:
    assert 0.3 < date_share("Northern Desk — Sept 20, 2017") < 0.7


def test_a_date_is_found_across_the_stretches_of_a_long_line() -> None:
    for pad in range(8170, 8200):
        text = "x" * (pad - 1) + " 21 September 2017 " + "y" * 9000
        assert values(text) == ["2017-09-21"], pad


@given(st.text(alphabet="0123456789/-.: ,abmوقبلSept٢١\u200f\n", max_size=200))
def test_any_line_gives_ordered_spans_that_do_not_overlap(text: str) -> None:
    mentions = find_dates(text, reference=REFERENCE)
    assert all(mention.span.end <= len(text) for mention in mentions)
    assert all(a.span.end <= b.span.start for a, b in zip(mentions, mentions[1:], strict=False))
    assert 0.0 <= date_share(text) <= 1.0


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2150, 12, 31)))
def test_every_day_written_in_iso_or_in_words_comes_back(day: date) -> None:
    assert values(day.isoformat()) == [day.isoformat()]
    assert values(f"{day.day} {day:%B} {day.year}") == [day.isoformat()]


def test_hostile_lines_are_read_in_one_pass() -> None:
    for text in ("9" * 300_000, "1/" * 30_000, "ـ" * 300_000, "قبل " * 30_000, "Monday, " * 20_000):
        find_dates(text)


def test_a_table_with_an_unknown_section_is_refused_by_name() -> None:
    with pytest.raises(LanguageDataError, match="monthes"):
        read_table("languages/xx/dates.yaml", "monthes: {1: [a]}")


def test_a_table_with_an_unquoted_on_is_refused_with_the_reason() -> None:
    with pytest.raises(LanguageDataError, match="Quote"):
        read_table("languages/xx/dates.yaml", "weekday_cues: [on]")
