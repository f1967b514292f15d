"""How many printed dates are read rightly, and at what cost, beside `dateparser` where it can be imported.

    python benchmarks/dates.py

Prints one table by habit and one line a miss. The strings are our own; the day of writing is Thursday, 21 September 2017.
Timings are of this machine and this run: compare the columns, not the figures.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, datetime

from tawatur.text.dates import find_dates

try:
    import dateparser
except ImportError:
    dateparser = None

REFERENCE = date(2017, 9, 21)
ROUNDS = 20

# Habit -> printed string, a bar, and the value; "-" where nothing may be read.
STRINGS = {
    "Arabic, Egypt and the Gulf": """
        21 سبتمبر 2017|2017-09-21
        سبتمبر 21, 2017|2017-09-21
        الخميس 21 سبتمبر 2017|2017-09-21
        الخميس، 21 سبتمبر، 2017|2017-09-21
        1 يناير 2016|2016-01-01
        28 فبراير 2015|2015-02-28
        9 مارس 2011|2011-03-09
        ٣٠ أبريل ٢٠١٢|2012-04-30
        30 إبريل 2012|2012-04-30
        5 مايو 2014م|2014-05-05
        15 يونيه 2013|2013-06-15
        23 يوليو 1952|1952-07-23
        6 أغسطس 2018|2018-08-06
        ٦ أكتوبر ١٩٧٣|1973-10-06
        5 من نوفمبر 2014|2014-11-05
        الجمعة ١ ديسمبر ٢٠١٧|2017-12-01
        ديسمبر 2017|2017-12
        الخامس من نوفمبر 2014|2014-11-05""",
    "Arabic, the Levant and Iraq": """
        21 أيلول 2017|2017-09-21
        ١٤ أيلول ٢٠١٧|2017-09-14
        3 كانون الثاني 2015|2015-01-03
        14 شباط 2005|2005-02-14
        8 آذار 2011|2011-03-08
        17 نيسان 1946|1946-04-17
        6 أيار 2014|2014-05-06
        30 حزيران 2012|2012-06-30
        12 تموز 2006|2006-07-12
        4 آب 2020|2020-08-04
        17 تشرين الأول 2019|2019-10-17
        5 تشرين الثاني 2014|2014-11-05
        8 كانون الأول 2024|2024-12-08
        أيار 2014|2014-05
        السبت 3 كانون ثاني 2015|2015-01-03
        الحادي والعشرين من أيلول 2017|2017-09-21""",
    "Arabic, two names and the Maghreb": """
        21 أيلول/سبتمبر 2017|2017-09-21
        21 سبتمبر/أيلول 2017|2017-09-21
        21 أيلول (سبتمبر) 2017|2017-09-21
        3 كانون الثاني/يناير 2015|2015-01-03
        الخميس 21 أيلول / سبتمبر 2017|2017-09-21
        تشرين الأول/أكتوبر 2016|2016-10
        14 شتنبر 2017|2017-09-14
        20 غشت 1953|1953-08-20
        11 نونبر 2016|2016-11-11
        31 دجنبر 2018|2018-12-31
        5 جويلية 1962|1962-07-05
        1 جانفي 2019|2019-01-01
        19 جوان 1965|1965-06-19
        14 فيفري 2019|2019-02-14
        22 أفريل 2021|2021-04-22
        20 أوت 2017|2017-08-20""",
    "Arabic numbers and times": """
        21/9/2017|2017-09-21
        21-9-2017|2017-09-21
        ٢١/٩/٢٠١٧|2017-09-21
        ٢٠١٧/٠٩/٢١|2017-09-21
        2017/09/21|2017-09-21
        الخميس 21/09/2017 - 10:45 ص|2017-09-21
        21 أيلول 2017 10:45 ص|2017-09-21
        10:45 مساءً، 21 أيلول 2017|2017-09-21
        21/9/2017 الساعة 10:45 بتوقيت غرينتش|2017-09-21T10:45+00:00
        21 سبتمبر 2017 الساعة 3:05 م (بتوقيت مكة)|2017-09-21T15:05+03:00
        عام 2014|2014
        سنة 1982|1982""",
    "Arabic, counted from the day": """
        أمس|2017-09-20
        أول أمس|2017-09-19
        أول من أمس|2017-09-19
        اليوم|2017-09-21
        غداً|2017-09-22
        أمس الأربعاء|2017-09-20
        يوم الثلاثاء|2017-09-19
        الثلاثاء الماضي|2017-09-19
        الثلاثاء المقبل|2017-09-26
        قبل ثلاثة أيام|2017-09-18
        قبل 3 أيام|2017-09-18
        منذ ساعتين|2017-09-21
        منذ 5 دقائق|2017-09-21
        منذ يومين|2017-09-19
        منذ يوم|2017-09-20
        20 أيلول|2017-09-20
        مساء أمس|2017-09-20""",
    "English, long and mid": """
        Thursday, September 21, 2017|2017-09-21
        Thursday, 21 September 2017|2017-09-21
        Thursday 21 September 2017|2017-09-21
        September 21, 2017|2017-09-21
        September 21 2017|2017-09-21
        Sept 20, 2017|2017-09-20
        Sept. 20, 2017|2017-09-20
        Sep 20, 2017|2017-09-20
        20 Sept 2017|2017-09-20
        20 September, 2017|2017-09-20
        November 5th, 2014|2014-11-05
        5th November 2014|2014-11-05
        the 5th of November 2014|2014-11-05
        5 of November, 2014|2014-11-05
        Nov. 5, 2014|2014-11-05
        Wed, Nov 5 2014|2014-11-05
        Wednesday, Nov. 5th, 2014|2014-11-05
        AUGUST 3 2015|2015-08-03
        Aug 3rd 2015|2015-08-03
        May 1, 2018|2018-05-01
        1 May 2018|2018-05-01
        21-Sep-2017|2017-09-21
        21/Sep/2017|2017-09-21
        2017 September 21|2017-09-21
        March 2016|2016-03
        January, 2016|2016-01
        the fifth of November 2014|2014-11-05
        September 20-21, 2017|2017-09
        in 2014|2014
        since 1982|1982""",
    "numbers": """
        2017-09-21|2017-09-21
        2017/09/21|2017-09-21
        2017.09.21|2017-09-21
        21/09/2017|2017-09-21
        09/21/2017|2017-09-21
        21.09.2017|2017-09-21
        21.9.2017|2017-09-21
        3/4/2016|2016-04-03
        Friday 3/4/2016|2016-03-04
        21 / 9 / 2017|2017-09-21
        Thu 21/9/17|2017-09-21""",
    "times and zones": """
        2017-09-21T10:45:00+03:00|2017-09-21T10:45:00+03:00
        2017-09-21T10:45:00Z|2017-09-21T10:45:00+00:00
        2017-09-21 10:45:00|2017-09-21
        2017-09-21T10:45:00.250Z|2017-09-21T10:45:00+00:00
        Thu, 21 Sep 2017 10:45:00 GMT|2017-09-21T10:45:00+00:00
        Thu, 21 Sep 2017 10:45:00 -0500|2017-09-21T10:45:00-05:00
        September 21, 2017 at 10:45 PM|2017-09-21
        September 21, 2017 10:45 am EDT|2017-09-21T10:45-04:00
        10:45 AM, 21 September 2017|2017-09-21
        21 September 2017 | 14:30 BST|2017-09-21T14:30+01:00
        21 Sep 2017 22:45 GMT+3|2017-09-21T22:45+03:00
        Sept 21, 2017, 3 p.m.|2017-09-21""",
    "English, counted from the day": """
        today|2017-09-21
        yesterday|2017-09-20
        the day before yesterday|2017-09-19
        tomorrow|2017-09-22
        Tuesday|2017-09-19
        on Tuesday|2017-09-19
        last Tuesday|2017-09-19
        last Thursday|2017-09-14
        next Monday|2017-09-25
        3 hours ago|2017-09-21
        20 minutes ago|2017-09-21
        an hour ago|2017-09-21
        2 days ago|2017-09-19
        three days ago|2017-09-18
        Sept 20|2017-09-20
        20 September|2017-09-20
        Wednesday, September 20|2017-09-20""",
    "Hijri and Persian": """
        1 محرم 1439|2017-09-21
        1 محرم 1439 هـ|2017-09-21
        ١ محرم ١٤٣٩هـ|2017-09-21
        9 ذو الحجة 1438|2017-08-31
        27 رمضان 1440 هـ|2019-06-01
        1 Muharram 1439|2017-09-21
        01/01/1439 هـ|2017-09-21
        ۳۰ شهریور ۱۳۹۶|2017-09-21
        پنجشنبه ۳۰ شهریور ۱۳۹۶|2017-09-21
        ۱۳۹۶/۶/۳۰|2017-09-21""",
    "fr, de, es, ru, tr, fa, ckb": """
        jeudi 21 septembre 2017|2017-09-21
        21 sept. 2017|2017-09-21
        1er août 2017|2017-08-01
        le 21 septembre 2017 à 10h45|2017-09-21
        Donnerstag, 21. September 2017|2017-09-21
        3. März 2018|2018-03-03
        21. Sept. 2017, 14:30 Uhr|2017-09-21
        jueves, 21 de septiembre de 2017|2017-09-21
        21 sep 2017|2017-09-21
        21 сентября 2017|2017-09-21
        21 сентября 2017 г.|2017-09-21
        21 Eylül 2017|2017-09-21
        21 Eylül 2017 Perşembe|2017-09-21
        3 Ağustos 2015|2015-08-03
        ۲۱ سپتامبر ۲۰۱۷|2017-09-21
        ٢١ ئەیلوول ٢٠١٧|2017-09-21
        hier|2017-09-20
        gestern|2017-09-20
        вчера|2017-09-20
        il y a 3 jours|2017-09-18""",
    "no dates": """
        200,000|-
        5/11|-
        version 1.2.2017.4|-
        he may 20 times|-
        31/02/2017|-
        page 2017|-
        03-21-9-2017|-
        21/9/17|-
        أب وأم|-
        قبل ثلاثة أيام من الانتخابات|-""",
}


def main() -> None:
    """Print the table and the misses."""
    readers: dict[str, Callable[[str], str | None]] = {"tawatur": _ours}
    if dateparser is not None:
        readers["dateparser"] = _theirs
    print(f"{'habit':36}" + "".join(f"{name:>14} {'ms each':>9}" for name in readers))
    totals = dict.fromkeys(readers, (0, 0.0))
    count = 0
    misses = []
    for habit, written in STRINGS.items():
        cases = [tuple(line.strip().rsplit("|", 1)) for line in written.strip().splitlines()]
        count += len(cases)
        row = f"{habit:36}"
        for name, read in readers.items():
            right, seconds = _score(read, cases, ROUNDS if name == "tawatur" else 1)
            totals[name] = (totals[name][0] + right, totals[name][1] + seconds * len(cases))
            row += f"{f'{right}/{len(cases)}':>14} {seconds * 1000:9.3f}"
        misses += [f"  {text!r}: {_ours(text)}, not {value}" for text, value in cases if _ours(text) != _wanted(value)]
        print(row)
    print(f"{'all':36}" + "".join(f"{f'{right}/{count}':>14} {s / count * 1000:9.3f}" for right, s in totals.values()))
    print("\n".join(["", "tawatur misses:", *misses] if misses else ["", "tawatur misses none"]))
    if dateparser is None:
        print("dateparser is not installed: only our own column is shown")


def _score(read: Callable[[str], str | None], cases: list[tuple[str, ...]], rounds: int) -> tuple[int, float]:
    """How many are right (the day counts; for a value with a time, the time too for ours), and seconds each."""
    read(cases[0][0])
    started = time.perf_counter()
    for _ in range(rounds):
        answers = [read(text) for text, _ in cases]
    seconds = (time.perf_counter() - started) / rounds / len(cases)
    right = sum(
        answer == _wanted(value) or (read is _theirs and answer is not None and value[:10] == answer[: len(value[:10])])
        for answer, (_, value) in zip(answers, cases, strict=True)
    )
    return right, seconds


def _wanted(value: str) -> str | None:
    return None if value == "-" else value


def _ours(text: str) -> str | None:
    mentions = find_dates(text, reference=REFERENCE)
    return mentions[0].value if mentions else None


def _theirs(text: str) -> str | None:
    found = dateparser.parse(
        text,
        locales=["ar-SY", "en", "fr", "de", "es", "ru", "tr", "fa"],
        settings={"RELATIVE_BASE": datetime(2017, 9, 21, 12), "DATE_ORDER": "DMY", "PREFER_DATES_FROM": "past"},
    )
    return None if found is None else found.date().isoformat()


if __name__ == "__main__":
    main()
