"""What a careful reader finds in the sample case, as marks in the words of its pages.

`build_sample.py` turns the marks into `gold.json`: it finds each one in its page, works out the offsets and
refuses a mark that does not occur. Change a page or a mark here, then run it again.

A post starts at the first character of its title and ends at the last character of its last own line, credits
included. The body begins after the title, its repetitions and the lines of byline, date, outlet and caption that
stand under it, and ends before credits and sign-offs.
"""

from __future__ import annotations

from typing import Any

Mark = dict[str, Any]


def credit(kind: str, to: str) -> dict[str, str]:
    """One credit, with the name as the page has it."""
    return {"kind": kind, "to": to}


# first, last: the words that the body begins and ends with; end: those that the post ends with.
TEXT_PAGES: dict[str, list[Mark]] = {
    "strait-blog.txt": [
        {
            "title": "عبّارة «نجمة الصبح»: من أعطى أمر الإبحار في الضباب؟",
            "first": "لم تكن العبّارة «نجمة الصبح» قد ابتعدت",
            "last": "وتقول إنّها تملك إذناً مكتوباً.",
            "end": "المصدر: الصواري",
            "lang": "ar",
            "byline": "ريما الدرواني",
            "outlet": "الصواري",
            "published": "2021-02-11",
            "credits": [credit("photo", "ميريديان"), credit("source", "الصواري")],
        },
        {"title": "The Strait Tonight – Who Owns the Fog?", "lang": "en"},
        {
            "title": "Ferry Hits Rocks in Qamari Strait, Four Missing",
            "first": "UMM AL-LAWZ, Ozmara —",
            "last": "the fog would lift on Thursday.",
            "end": "SourceMeridian",
            "lang": "en",
            "outlet": "Meridian",
            "credits": [credit("source", "Meridian")],
        },
        {
            "title": "الضباب ليس متّهماً",
            "first": "في كل حادث بحري متّهم جاهز",
            "last": "بعدها فليتكلّم من شاء عن الضباب.",
            "end": "m.arqoubi@strait-mail.example",
            "lang": "ar",
            "byline": "مازن عرقوبي",
            "published": "2021-02-11",
        },
        {
            "title": "Fishermen: “We Heard the Breakwater, Not the Rocks”",
            "first": "Three fishermen who were the first",
            "last": "sitting on the car deck.”",
            "end": "Ilma Rastani",
            "lang": "en",
            "outlet": "Strait Observer",
            "published": "2021-02-11",
            "credits": [credit("translation", "Ilma Rastani")],
        },
        {
            "title": "Who Gave the Order? A Ferry, a Phone Call and a Fog Warning (and an empty desk)",
            "first": "At six o’clock on Tuesday evening",
            "last": "She was born on Hudhud Island.",
            "end": "This article was first published by The Marwada Courier",
            "lang": "en",
            "byline": "Orla Finnane",
            "outlet": "The Marwada Courier",
            "credits": [credit("first published by", "The Marwada Courier")],
        },
        {
            "title": "TIMELINE: THE LAST HOURS OF THE NAJMAT AL-SUBH (MAP, PHOTOS)",
            "first": "At 18:00 on February 9,",
            "last": "when this page was put together.",
            "lang": "en",
        },
        {
            "title": "خطوط القمري: أبحرنا بإذن مكتوب",
            "first": "رفضت شركة «خطوط القمري» الأربعاء",
            "last": "على صدور إنذار من الضباب.",
            "end": "نجوى البرقاوي",
            "lang": "ar",
            "outlet": "ميريديان",
            "published": "2021-02-10",
            "credits": [credit("translation", "نجوى البرقاوي")],
        },
        {
            "title": "Correction: Three of the Four Missing Found Alive at Ras Ghazal",
            "first": "An earlier version of this post",
            "last": "its spokesman said.",
            "end": "Source: Ozmara Now",
            "lang": "en",
            "outlet": "Ozmara Now",
            "published": "2021-02-12",
            "credits": [credit("source", "Ozmara Now")],
        },
    ],
    "morning-bulletin.txt": [
        {
            "title": "العثور على ثلاثة من مفقودي العبّارة أحياءً في رأس غزال",
            "nth": 2,
            "first": "عُثر ليل الخميس",
            "last": "«لم نُعِد قارباً واحداً إلى مرفئه».",
            "lang": "ar",
            "outlet": "أزمارا الآن",
            "published": "2021-02-12",
        },
        {
            "title": "الوزيرة مرزاق: لا أحد فوق التحقيق",
            "first": "قالت وزيرة النقل هالة مرزاق",
            "last": "«قبل نهاية الشهر، كاملاً وبلا حذف».",
            "end": "المصدر: صحيفة الصواري",
            "lang": "ar",
            "byline": "كمال نصراوي",
            "outlet": "صحيفة الصواري",
            "published": "2021-02-12",
            "credits": [credit("source", "صحيفة الصواري")],
        },
        {"title": "«خطوط القمري» تنشر صورة الإذن", "lang": "ar"},
        {
            "title": "جنوح عبّارة في مضيق القمري وفقدان أربعة أشخاص",
            "first": "أم اللوز (أزمارا) – أصيب",
            "last": "وُقّع عند السابعة وخمس وعشرين دقيقة مساءً».",
            "end": "(وكالة ميريديان)",
            "lang": "ar",
            "outlet": "وكالة ميريديان",
            "credits": [credit("agency", "وكالة ميريديان")],
        },
        {
            "title": "الأرصاد: انقشاع الضباب عن المضيق حتى الاثنين",
            "first": "أعلنت مصلحة الأرصاد الجوية",
            "last": "صباح الأحد بعبّارة بديلة.",
            "lang": "ar",
            "outlet": "جريدة الضفّتان",
            "published": "2021-02-12",
        },
        {
            "title": "ما لا يقوله كشف الركّاب",
            "first": "يقول كشف الركّاب إنّ 186",
            "last": "«تقصدين على الورق أم على السطح؟».",
            "end": "نُشر هذا المقال أولاً في «مروادة كورير»",
            "lang": "ar",
            "byline": "أورلا فينان",
            "outlet": "مروادة كورير",
            "credits": [credit("translation", "نجوى البرقاوي"), credit("first published by", "مروادة كورير")],
        },
    ],
}

_OBSERVER = {"outlet": "Strait Observer"}

# paragraphs: where the body's paragraphs stand in the markup (XPath below the post's element, in page order);
# outside: words of the page that belong to no post.
MARKUP_PAGES: dict[str, dict[str, Any]] = {
    "strait-observer.xml": {
        "posts": [
            {
                "title": "Company publishes ferry clearance; authority calls it “a photocopy of a photocopy”",
                "paragraphs": 4,
                "lang": "en",
                "byline": "Tomas Edgerley",
                "published": "2021-02-12T19:05:00+03:00",
                **_OBSERVER,
            },
            {
                "title": "Fishermen: “We heard the breakwater, not the rocks”",
                "paragraphs": 5,
                "lang": "en",
                "byline": "Nerys Halloumian",
                "published": "2021-02-11T11:40:00+03:00",
                "credits": [credit("photo", "Meridian")],
                **_OBSERVER,
            },
            {
                "title": "الصيادون: «سمعنا كاسر الأمواج لا الصخور»",
                "paragraphs": 3,
                "lang": "ar",
                "byline": "عصام الحمراني",
                "published": "2021-02-11T15:20:00+03:00",
                **_OBSERVER,
            },
            {
                "title": "Live: press conference of the transport minister & the prosecutor",
                "paragraphs": 0,
                "lang": "en",
                "published": "2021-02-11T16:00:00+03:00",
                **_OBSERVER,
            },
        ],
        "outside": [],
    },
    "al-sawari.html": {
        "posts": [
            {
                "title": "تسجيل المكالمة في عهدة النيابة: «الطريق مفتوح حتى الجزيرة»",
                "paragraphs": 5,
                "lang": "ar",
                "byline": "ريما الدرواني",
                "outlet": "الصواري",
                "published": "2021-02-12T08:15:00+03:00",
                "credits": [credit("photo", "فادي كرمانو")],
            }
        ],
        "outside": ["ملّاحو المروج يتأهلون إلى نهائي كأس المضيق", "الوزيرة مرزاق: لا أحد فوق التحقيق"],
    },
    "marwada-courier.html": {
        "posts": [
            {
                "title": "A ferry, a phone call and a fog warning",
                "paragraphs": 7,
                "lang": "en",
                "byline": "Orla Finnane",
                "outlet": "The Marwada Courier",
                "published": "2021-02-11T21:30:00+03:00",
                "credits": [credit("photo", "Bram Ostrowe")],
            }
        ],
        "outside": ["My brother was on that boat.", "Tram line 9 to close for the summer", "Most read"],
    },
    "weekly-roundup.html": {
        "posts": [
            {
                "title": "Minister promises report on ferry accident by the end of the month",
                "paragraphs": 3,
                "lang": "en",
                "byline": "Tomas Edgerley",
                "outlet": "Strait Observer",
                "published": "2021-02-12",
                "credits": [credit("source", "Strait Observer")],
            },
            {
                "title": "Search goes on for deckhand after three are found alive",
                "paragraphs": 3,
                "lang": "en",
                "outlet": "Meridian",
                "published": "2021-02-12",
                "credits": [credit("photo", "Lena Karsavi/Meridian")],
            },
            {
                "title": "الهيئة: لم نتلقَّ أي تسجيل",
                "paragraphs": 2,
                "lang": "ar",
                "outlet": "أزمارا الآن",
                "published": "2021-02-12",
                "credits": [credit("source", "أزمارا الآن")],
            },
            {
                "title": "A replacement boat from Sunday, and what to bring",
                "paragraphs": 3,
                "lang": "en",
                "outlet": "Islander Weekly",
                "published": "2021-02-14",
            },
        ],
        "outside": ["Everything the island was talking about, once a week", "put together by volunteers"],
    },
    "ozmara-now.html": {
        "posts": [
            {
                "title": "الهيئة العامة للملاحة تنفي وقف البحث عن المفقود الرابع",
                "paragraphs": 5,
                "lang": "ar",
                "byline": "هيثم الرمادي",
                "outlet": "أزمارا الآن",
                "published": "2021-02-12T14:05",
            }
        ],
        "outside": ["الأرصاد ترفع إنذار الضباب عن المضيق"],
    },
    "https://minapress.example/news/7731": {
        "posts": [
            {
                "title": "نقابة البحّارة: القبطان نفّذ ما طُلب منه",
                "paragraphs": 3,
                "lang": "ar",
                "byline": "جمانة الصفدار",
                "outlet": "مينا برس",
                "published": "2021-02-13T09:40:00+03:00",
            }
        ],
        "outside": [],
    },
    "https://harbourlights.example/2021/02/six-things": {
        "posts": [
            {
                "title": "Six things we still do not know about the Najmat al-Subh",
                "paragraphs": 8,
                "lang": "en",
                "byline": "Petra Vanholt",
                "outlet": "Harbour Lights",
                "published": "2021-02-13",
            }
        ],
        "outside": ["A weblog about boats and the people who wait for them"],
    },
}
