"""What a careful reader finds said in the sample case, by whom, and which places it names: marks in words of its pages.

`said` gives the content as printed, without the quotation marks around it; the speaker as printed and as fully as the
post names them. A place is marked by its words and by its entry in the pack of the sample, once for each time it is named.
Statements of direct speech that goes on after the cue are two marks, as the cue parts them.
"""

from __future__ import annotations

from typing import Any

Mark = dict[str, Any]


def said(
    content: str,
    speaker: str | None,
    class_: str,
    *,
    name: str | None = None,
    cue: str | None = None,
    kind: str = "indirect",
    to: str | None = None,
) -> Mark:
    """One statement; `name`: None for who is not named."""
    return {"content": content, "speaker": speaker, "name": name, "class": class_, "cue": cue, "kind": kind, "to": to}


def direct(content: str, speaker: str | None, class_: str, **more: Any) -> Mark:
    """A statement all in quotation marks."""
    return said(content, speaker, class_, kind="direct", **more)


def mixed(content: str, speaker: str | None, class_: str, **more: Any) -> Mark:
    """A statement of which a part stands in quotation marks."""
    return said(content, speaker, class_, kind="mixed", **more)


QANDRAWI, TILMAS, QABBAS, MIRZAQ, SHABBOUT = "يوسف القندراوي", "سامر تلماس", "ليان قبّاس", "هالة مرزاق", "داود شبّوط"
AUTHORITY = "General Maritime Authority"

_COURIER = [
    direct(
        "The vessel left its berth without a clearance from the authority",
        "its spokesman, Yousef Qandrawi",
        "person",
        name="Yousef Qandrawi",
        cue="said",
    ),
    direct(
        "We sailed on a written clearance signed at 7:25 in the evening",
        "Samer Tilmas, the director of Qamari Lines",
        "person",
        name="Samer Tilmas",
        cue="said",
    ),
    said(
        "the harbour master telephoned the captain at half past seven",
        "Two people who were in the port office that night",
        "anonymous",
        cue="told",
        to="the Courier",
    ),
    direct("He told him that the way was open as far as the island", "one of them", "anonymous", cue="said"),
    direct("It was there in the morning", "a cleaner", "anonymous", cue="said"),
]


def _fishermen(ending: str) -> list[Mark]:
    return [
        said(
            "it hit the northern breakwater of Umm al-Lawz, not the Three Sisters rocks more than two miles away",
            f"Three fishermen who were {ending}first to reach the stricken ferry",
            "anonymous",
            cue="say",
        ),
        direct(
            "We heard the breakwater, not the rocks. Everyone here knows that sound",
            "Dawud Shabbout",
            "person",
            name="Dawud Shabbout",
            cue="said",
        ),
        said(
            "the Najmat al-Subh had already turned back towards the port when it struck",
            "Shabbout",
            "person",
            name="Dawud Shabbout",
            cue="According to",
        ),
        mixed(
            "he saw the harbour lights “close enough to count” moments before the impact",
            "Nadim Surour",
            "person",
            name="Nadim Surour",
            cue="said",
        ),
        direct("More than two hundred, easily", "he", "person", name="Dawud Shabbout", cue="said"),
        direct("There were families sitting on the car deck", "he", "person", name="Dawud Shabbout", cue="said"),
    ]


# By page and by the order of its posts.
SAID: dict[str, list[list[Mark]]] = {
    "strait-blog.txt": [
        [
            mixed(
                "السفينة غادرت رصيفها من دون إذن من الهيئة",
                "المتحدث باسم الهيئة العامة للملاحة يوسف القندراوي",
                "person",
                name=QANDRAWI,
                cue="قال",
            ),
            mixed(
                "التحقيق «سيطال كل من خالف التعليمات»",
                "المتحدث باسم الهيئة العامة للملاحة يوسف القندراوي",
                "person",
                name=QANDRAWI,
                cue="قال",
            ),
            mixed(
                "مدير المرفأ\u00a0اتصل بالقبطان إدريس بنهاوي هاتفياً عند السابعة والنصف، وأبلغه أنّ «الطريق مفتوح حتى جزيرة الهدهد»",
                "المصدران",
                "anonymous",
                cue="يؤكد",
            ),
            mixed("المكالمة مسجّلة، وأنّ «التسجيل صار في عهدة النيابة", "أحدهما", "anonymous", cue="يضيف"),
            said(
                "على متن العبّارة ١٨٦ شخصاً بحسب كشف الركّاب",
                "الهيئة",
                "organisation",
                name="الهيئة العامة للملاحة",
                cue="تقول",
            ),
            said(
                "عددهم ٢١٤، لأنّ عمّال معمل تعليب السمك وعائلاتهم صعدوا من البوابة الخلفية من دون تذاكر",
                "مصادر المرفأ",
                "anonymous",
                cue="تؤكد",
                to="الصواري",
            ),
            mixed(
                "ثلاثين مصاباً غادروا بعد تلقّي العلاج، ولا حالات حرجة بين الباقين",
                "المديرة ليان قبّاس",
                "person",
                name=QABBAS,
                cue="قالت",
            ),
            said("مسؤوليتها", "خطوط القمري", "organisation", name="خطوط القمري", cue="تنفي"),
            said("تملك إذناً مكتوباً", "خطوط القمري", "organisation", name="خطوط القمري", cue="تقول"),
        ],
        [],
        [
            said(
                "A passenger ferry struck rocks in thick fog in the Qamari Strait on Tuesday night, injuring 34 people and leaving four missing",
                "Ozmaran officials",
                "official",
                cue="said",
            ),
            direct(
                "The vessel left its berth without a clearance from the authority",
                "Youssef al-Qandrawi, a spokesman for the General Maritime Authority",
                "person",
                name="Youssef al-Qandrawi",
                cue="said",
            ),
            direct(
                "The investigation will reach everyone who broke the rules", None, "person", name="Youssef al-Qandrawi"
            ),
            said(
                "186 people were on board, according to the passenger list",
                "Al-Qandrawi",
                "person",
                name="Youssef al-Qandrawi",
                cue="said",
            ),
            direct(
                "We sailed on a written clearance signed at 7:25 in the evening",
                "the company’s director, Samer Tilmas",
                "person",
                name="Samer Tilmas",
                cue="told",
                to="reporters",
            ),
            direct("We have handed it to the prosecutor", None, "person", name="Samer Tilmas"),
            said(
                "the fog would lift on Thursday",
                "The weather service",
                "organisation",
                name="weather service",
                cue="said",
            ),
        ],
        [
            said("السفينة غادرت بلا إذن", "الهيئة", "organisation", name="الهيئة", cue="تقول"),
            direct("البحر لا يقرأ جداول المواعيد", "جدّي", "anonymous", cue="يقول"),
        ],
        _fishermen("the "),
        _COURIER,
        [
            said(
                "a clearance was signed in the port office",
                "Qamari Lines",
                "organisation",
                name="Qamari Lines",
                cue="according to",
            ),
            said("no such paper exists", "The General Maritime Authority", "organisation", name=AUTHORITY, cue="says"),
            said("186 people were on board", "Initial reports", "reports", cue="said"),
            said("the number at 214", "Others", "reports", cue="put"),
            mixed(
                "it would publish the clearance “within hours.”",
                "the company",
                "organisation",
                name="Qamari Lines",
                cue="said",
            ),
        ],
        [
            direct(
                "أبحرنا بإذن مكتوب وُقّع عند السابعة وخمس وعشرين دقيقة مساءً. وقد سلّمناه إلى النيابة",
                "مدير الشركة سامر تلماس",
                "person",
                name=TILMAS,
                cue="قال",
                to="للصحافيين",
            ),
            said(
                "السفينة غادرت رصيفها من دون إذن من الهيئة، وإنّ 186 شخصاً كانوا على متنها بحسب كشف الركّاب",
                "المتحدث باسم الهيئة العامة للملاحة يوسف قندراوي",
                "person",
                name="يوسف قندراوي",
                cue="قال",
            ),
        ],
        [
            said(
                "four people were still missing after Tuesday’s ferry accident",
                "An earlier version of this post",
                "document",
                cue="said",
            ),
            direct(
                "They are cold and they are tired, but they are well",
                "Dr Layan Qabbas, the director of the hospital in Umm al-Lawz",
                "person",
                name="Layan Qabbas",
                cue="said",
            ),
            said(
                "reports that it had been called off",
                "The General Maritime Authority",
                "organisation",
                name=AUTHORITY,
                cue="denied",
            ),
            direct("Not one boat has been sent home", "its spokesman", "official", cue="said"),
        ],
    ],
    "morning-bulletin.txt": [
        [
            direct(
                "يشعرون بالبرد والتعب، لكنهم بخير", "مديرة مستشفى أم اللوز ليان قبّاس", "person", name=QABBAS, cue="قالت"
            ),
            said("الثلاثة سيغادرون المستشفى خلال يومين", None, "person", name=QABBAS, cue="أضافت"),
            direct("لم نُعِد قارباً واحداً إلى مرفئه", "المتحدث باسم الهيئة العامة للملاحة", "official", cue="قائلاً"),
        ],
        [
            direct("لا أحد فوق التحقيق", "الوزيرة مرزاق", "person", name=MIRZAQ),
            mixed(
                "التحقيق في حادث العبّارة «نجمة الصبح» لن يستثني أحداً، «لا في الهيئة ولا في المرفأ ولا في الشركة»",
                "وزيرة النقل هالة مرزاق",
                "person",
                name=MIRZAQ,
                cue="قالت",
            ),
            said(
                "النيابة تسلّمت كشف الركّاب وتسجيلات غرفة المراقبة، وأنّها ستستمع إلى القبطان إدريس بنهاوي فور خروجه من المستشفى",
                None,
                "person",
                name=MIRZAQ,
                cue="أوضحت",
            ),
            direct("لن أعلّق على ما لم أسمعه بأذني", None, "person", name=MIRZAQ, cue="بالقول"),
            mixed(
                "الوزارة تعتمد «مؤقتاً» رقم الهيئة، أي 186 شخصاً، إلى أن ينتهي الإحصاء",
                "مرزاق",
                "person",
                name=MIRZAQ,
                cue="قالت",
            ),
            said("العدد الفعلي 214", "مصادر في المرفأ", "anonymous", cue="نقلت"),
            mixed(
                "يُنشر التقرير الأولي «قبل نهاية الشهر، كاملاً وبلا حذف»", "الوزيرة", "person", name=MIRZAQ, cue="وعدت"
            ),
        ],
        [],
        [
            said(
                "أصيب 34\u00a0شخصاً وفُقد أربعة آخرون إثر جنوح عبّارة ركّاب على صخور «الأخوات الثلاث» في مضيق القمري ليل الثلاثاء وسط ضباب كثيف",
                "مسؤولون",
                "official",
                cue="بحسب ما أفاد",
            ),
            direct(
                "غادرت السفينة رصيفها من دون إذن من الهيئة. وسيطال التحقيق كل من خالف القواعد",
                "المتحدث باسم الهيئة العامة للملاحة يوسف القندراوي",
                "person",
                name=QANDRAWI,
                cue="قال",
            ),
            said("168 شخصاً كانوا على متنها بحسب كشف الركّاب", None, "person", name=QANDRAWI, cue="أضاف"),
            direct(
                "أبحرنا بإذن مكتوب وُقّع عند السابعة وخمس وعشرين دقيقة مساءً",
                "مدير الشركة سامر تلماس",
                "person",
                name=TILMAS,
                cue="قال",
                to="للصحافيين",
            ),
        ],
        [
            said(
                "رفع إنذار الضباب عن مضيق القمري اعتباراً من ظهر الجمعة",
                "مصلحة الأرصاد الجوية",
                "organisation",
                name="مصلحة الأرصاد الجوية",
                cue="أعلنت",
            ),
            said(
                "رؤية جيدة تتجاوز خمسة أميال حتى مساء الاثنين، مع رياح شمالية معتدلة وموج لا يزيد ارتفاعه على متر ونصف المتر",
                None,
                "organisation",
                name="مصلحة الأرصاد الجوية",
                cue="توقّعت",
            ),
            direct(
                "أصدرنا إنذارنا مساء الثلاثاء في موعده، ووصل إلى جميع المرافئ",
                "رئيس قسم التنبؤات فيها وديع زمردان",
                "person",
                name="وديع زمردان",
                cue="قال",
                to="الضفّتان",
            ),
        ],
        [
            said("186 شخصاً صعدوا إلى «نجمة الصبح»", "كشف الركّاب", "document", cue="يقول"),
            said("وإذا كان العدد 214", "مصادر المرفأ", "anonymous", cue="كما تقول"),
            direct("تقصدين على الورق أم على السطح؟", "موظفاً في شباك التذاكر", "anonymous", cue="أجاب"),
        ],
    ],
    "strait-observer.xml": [
        [
            direct(
                "This is the clearance, and this is the stamp",
                "Samer Tilmas, the company’s director",
                "person",
                name="Samer Tilmas",
                cue="said",
            ),
            direct(
                "What we have been shown is a photocopy of a photocopy",
                "its spokesman, Youssef Qandrawi",
                "person",
                name="Youssef Qandrawi",
                cue="told",
                to="the Strait Observer",
            ),
            direct("The authority did not issue it", None, "person", name="Youssef Qandrawi"),
            said(
                "the prosecutor had asked the company for the original",
                "A person close to the inquiry, who was not allowed to speak in public",
                "anonymous",
                cue="said",
            ),
        ],
        _fishermen(""),
        [
            said(
                "اصطدمت بكاسر الأمواج الشمالي في أم اللوز، لا بصخور «الأخوات الثلاث» التي تبعد عنه أكثر من ميلين",
                "ثلاثة صيادين كانوا أول من وصل إلى العبّارة المنكوبة",
                "anonymous",
                cue="يقول",
            ),
            direct(
                "سمعنا كاسر الأمواج لا الصخور. كل من يعيش هنا يعرف هذا الصوت",
                "داود شبّوط",
                "person",
                name=SHABBOUT,
                cue="قال",
            ),
            said(
                "كانت «نجمة الصبح» قد استدارت عائدةً نحو المرفأ حين وقع الارتطام",
                "شبّوط",
                "person",
                name=SHABBOUT,
                cue="بحسب",
            ),
            mixed(
                "رأى أضواء المرفأ «قريبة إلى حدّ أنّك تستطيع أن تعدّها»",
                "المعلّم نديم سرور",
                "person",
                name="نديم سرور",
                cue="روى",
            ),
        ],
        [],
    ],
    "al-sawari.html": [
        [
            said(
                "هذا طول المكالمة التي أجراها مدير مرفأ أم اللوز أنور قسطي مع قبطان العبّارة «نجمة الصبح» قبل عشر دقائق من إبحارها مساء الثلاثاء",
                "مصدر قضائي",
                "anonymous",
                cue="بحسب ما علمت",
            ),
            mixed(
                "القبطان إدريس بنهاوي سأل مرّتين عن إنذار الأرصاد، وإنّ الردّ جاء في المرّتين: «الطريق مفتوح حتى الجزيرة»",
                "المصدر، الذي طلب عدم الكشف عن هويته",
                "anonymous",
                cue="قال",
            ),
            mixed(
                "النيابة استدعت قسطي للاستماع إليه بصفة شاهد، «وليس هناك مدّعى عليه حتى الآن»",
                None,
                "anonymous",
                cue="أضاف",
            ),
            said(
                "تكون قد تلقّت أي تسجيل",
                "الهيئة العامة للملاحة",
                "organisation",
                name="الهيئة العامة للملاحة",
                cue="نفت",
            ),
            direct(
                "السفينة غادرت رصيفها من دون إذن من الهيئة",
                "المتحدث باسمها يوسف قندراوي",
                "person",
                name="يوسف قندراوي",
                cue="كرّر",
                to="الصواري",
            ),
            said("لو كانت لدينا ورقة واحدة موقّعة لعلّقناها على الباب", "موظف في غرفة المراقبة", "anonymous", cue="ردّ"),
            said("تملكه", "خطوط القمري", "organisation", name="خطوط القمري", cue="تقول"),
            said("214", "مصادر المرفأ", "anonymous", cue="تمسّكت"),
            said(
                "كشفاً ثانياً بأسماء عمّال معمل تعليب السمك وعائلاتهم سُلّم إلى النيابة مع التسجيل",
                None,
                "anonymous",
                cue="قالت",
            ),
        ]
    ],
    "marwada-courier.html": [_COURIER],
    "weekly-roundup.html": [
        [
            mixed(
                "no one would be exempt from the inquiry into the grounding of the ferry Najmat al-Subh, “not in the authority, not in the port and not in the company.”",
                "Ozmara’s transport minister, Hala Mirzaq",
                "person",
                name="Hala Mirzaq",
                cue="said",
            ),
            said(
                "prosecutors had received the passenger list and the recordings of the control room",
                "Mirzaq",
                "person",
                name="Hala Mirzaq",
                cue="told",
                to="reporters",
            ),
            direct(
                "I will not comment on what I have not heard with my own ears",
                "she",
                "person",
                name="Hala Mirzaq",
                cue="said",
            ),
            mixed(
                "The ministry was using the authority’s figure of 186 people on board “for the time being,”",
                "the minister",
                "person",
                name="Hala Mirzaq",
                cue="said",
            ),
        ],
        [
            direct(
                "They are cold and they are tired, but they are well",
                "Dr Layan Kabbas, who runs the hospital in Umm al-Lawz",
                "person",
                name="Layan Kabbas",
                cue="said",
            )
        ],
        [
            said(
                "تكون قد تسلّمت تسجيلاً لمكالمة هاتفية بين مدير مرفأ أم اللوز وقبطان العبّارة «نجمة الصبح»",
                "الهيئة العامة للملاحة",
                "organisation",
                name="الهيئة العامة للملاحة",
                cue="نفت",
            ),
            direct(
                "لم نتلقَّ أي تسجيل، ولا علم لنا بأي مكالمة",
                "المتحدث باسمها يوسف القندراوي",
                "person",
                name=QANDRAWI,
                cue="قال",
            ),
            said("التسجيل في عهدة النيابة منذ الخميس", "صحيفة «الصواري»", "outlet", name="الصواري", cue="ذكرت"),
        ],
        [],
    ],
    "ozmara-now.html": [
        [
            said(
                'صحة ما تداولته صفحات على مواقع التواصل عن وقف البحث عن المفقود الرابع في حادث العبارة "نجمة الصبح"',
                "الهيئة العامة للملاحة",
                "organisation",
                name="الهيئة العامة للملاحة",
                cue="نفت",
            ),
            said(
                "ستة قوارب وطائرة مروحية تواصل تمشيط المنطقة الواقعة بين صخور الأخوات الثلاث ورأس غزال",
                None,
                "organisation",
                name="الهيئة العامة للملاحة",
                cue="مؤكدة",
            ),
            direct(
                "لم نعد قاربا واحدا إلى مرفئه، والبحث مستمر حتى يأتي الخبر اليقين",
                "المتحدث باسم الهيئة يوسف القندراوي",
                "person",
                name=QANDRAWI,
                cue="قال",
                to="أزمارا الآن",
            ),
            mixed(
                'الرقم المعتمد لدى الهيئة هو 186 راكبا "ولم يصلنا أي كشف آخر"',
                "القندراوي",
                "person",
                name=QANDRAWI,
                cue="قال",
            ),
            said("العدد 214", "مصادر في المرفأ", "anonymous", cue="نقلت"),
            said("عدد القوارب المشاركة في البحث تسعة", "نسخة سابقة من هذا الخبر", "document", cue="ورد"),
        ]
    ],
    "https://minapress.example/news/7731": [
        [
            direct(
                "القبطان نفّذ ما طُلب منه، ولو رفض لفقد عمله في اليوم التالي",
                "نقيب البحّارة غسان ترمسي",
                "person",
                name="غسان ترمسي",
                cue="قال",
            ),
            mixed(
                "النقابة أحصت بنفسها من كانوا على متن العبّارة، «والعدد الذي وصلنا إليه هو 211، وما زلنا نعدّ»",
                "ترمسي",
                "person",
                name="غسان ترمسي",
                cue="أضاف",
            ),
            said(
                "تضامنها مع القبطان إدريس بنهاوي",
                "نقابة البحّارة في أم اللوز",
                "organisation",
                name="نقابة البحّارة",
                cue="أعلنت",
            ),
        ]
    ],
    "https://harbourlights.example/2021/02/six-things": [
        [
            said("nobody did", "The authority", "organisation", name=AUTHORITY, cue="says"),
            said("it has a paper", "The company", "organisation", name="company", cue="says"),
            said("186", "the passenger list", "document", cue="as"),
            said("214", "the port’s own people", "anonymous", cue="say"),
            direct(
                "Everything will be in the report",
                "its spokesman, Yusuf al-Qandrawi",
                "person",
                name="Yusuf al-Qandrawi",
                cue="wrote",
            ),
        ]
    ],
}

# Whoever stands here under several names is one speaker of the case.
SPEAKERS: dict[str, tuple[str, ...]] = {
    "Youssef al-Qandrawi": (
        "Youssef al-Qandrawi", "Yousef Qandrawi", "Youssef Qandrawi", "Yusuf al-Qandrawi", "يوسف القندراوي", "يوسف قندراوي",
    ),
    "Hala Mirzaq": ("Hala Mirzaq", "هالة مرزاق"),
    "Layan Qabbas": ("Layan Qabbas", "Layan Kabbas", "ليان قبّاس"),
    "Dawud Shabbout": ("Dawud Shabbout", "داود شبّوط"),
    "Samer Tilmas": ("Samer Tilmas", "سامر تلماس"),
    "Nadim Surour": ("Nadim Surour", "نديم سرور"),
}  # fmt: skip

# The names of the invented places, as the pages print them; every one of these is that place wherever it stands in a post.
PLACES: dict[str, tuple[str, ...]] = {
    "tw:umm-al-lawz": ("Umm al-Lawz", "UMM AL-LAWZ", "أم اللوز"),
    "tw:qamari-strait": ("Qamari Strait", "مضيق القمري"),
    "tw:hudhud-island": ("Hudhud Island", "جزيرة الهدهد"),
    "tw:three-sisters": ("Three Sisters", "الأخوات الثلاث"),
    "tw:ras-ghazal": ("Ras Ghazal", "RAS GHAZAL", "رأس غزال"),
    "tw:marwada": ("MARWADA", "مروادة"),
    "tw:ozmara": ("Ozmara", "أزمارا"),
}
# Names of outlets hold names of places; there they are none.
NO_PLACES = ("Ozmara Now", "أزمارا الآن", "Marwada Courier", "مروادة كورير", "Ozmaran")
