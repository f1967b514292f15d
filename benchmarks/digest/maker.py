"""Make plain-text digest pages of endlessly varied habits, with known posts, to train and test splitting.

Every page draws its own habits: what stands above and between the posts, how many blank lines part what from what,
how titles, bylines, dates and credits are written, whether articles carry subheadings, captions, repeated titles,
lists, teasers, hard-wrapped lines. The words of furniture, names and outlets are half invented syllables, so that
nothing can be learnt by heart. It shares no code and no phrase list with the generator that judges the project.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, field

EN_MONTHS = "January February March April May June July August September October November December".split()
AR_MONTHS = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()
LEV_MONTHS = "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول".split("|")
EN_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
AR_DAYS = "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد".split()
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")

FIRST_EN = "Anna Brian Carla Dmitri Elif Farah George Hana Igor Jane Karim Laura Mona Nils Omar Paula Rami Sara Tariq Vera".split()
LAST_EN = "Abbott Barakat Conti Dawson Eriksen Fares Grant Hamdan Ivanov Jaber Keller Lund Mansour Novak Orlov Price Qasim Rossi Saleh Tanner".split()
FIRST_AR = "أحمد سلمى خالد ريم يوسف هدى مازن لينا طارق دينا سامر نور عمر ليلى فادي رنا باسل منى جاد عبير".split()
LAST_AR = "الحسن الخوري منصور حداد النجار عبد الله القاسم صالح عيسى درويش حمدان الشامي العلي سليمان شاهين بركات فرحات نعمة عواد زيدان".split()
OUTLET_HEAD = "Northern Eastern Coastal National Daily Evening Central Metro Global Free New Open Capital Valley Harbor River".split()
OUTLET_TAIL = "Times Post Wire Herald Monitor Observer Tribune Journal Chronicle News Agency Press Gazette Review Bulletin Voice".split()
OUTLET_AR_HEAD = "صحيفة جريدة وكالة موقع شبكة قناة مجلة منصة إذاعة".split()
OUTLET_AR_TAIL = (
    "الصباح الوطن الأفق المدينة الساحل الشرق الحدث الضفة الميناء الرأي الغد النهر الجبل البيان الرواية".split()
)

FURNITURE_EN = [
    "Related Posts", "Read more", "Share this:", "Tweet", "Leave a comment", "Advertisement", "You may also like", "Back to top",
    "Filed under: World", "Tags: politics, region", "Print this page", "Click to share on Facebook", "Next story", "See also",
    "12 comments", "Posted in News", "More from this section", "Watch also", "Save article", "Sign up for our newsletter",
]  # fmt: skip
FURNITURE_AR = [
    "مواضيع ذات صلة", "اقرأ المزيد", "شارك المقال", "أضف تعليقاً", "إعلان", "قد يعجبك أيضاً", "العودة إلى الأعلى", "طباعة", "الوسوم: سياسة",
    "تابعنا على تويتر", "أخبار متعلقة", "شاهد أيضاً", "عدد القراءات: 120", "أرسل إلى صديق", "المزيد من الأخبار", "الأكثر قراءة",
]  # fmt: skip
RULES = [
    "***",
    "-----",
    "=====",
    "~~~~~~",
    "* * *",
    "________________",
    "#####",
    "• • •",
    "— — —",
    "+++",
    "<<<>>>",
    "///",
]


@dataclass
class Article:
    """Raw material: a title, paragraphs and a language."""

    title: str
    paragraphs: list[str]
    lang: str


@dataclass
class Planted:
    """A post as it was laid down: what the splitter should find."""

    title: str
    start: int
    lang: str
    end: int = 0
    body_start: int | None = None
    body_end: int | None = None
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None
    labels: dict[int, str] = field(default_factory=dict)


def invented_word(rng: random.Random, lang: str) -> str:
    """A pronounceable word of no language."""
    if lang == "ar":
        return "".join(
            rng.choice("بتجحدرزسشصطعفقكلمنهو") + rng.choice(["", "ا", "و", "ي"]) for _ in range(rng.randint(2, 3))
        )
    return "".join(rng.choice("bdfgklmnprstvz") + rng.choice("aeiou") for _ in range(rng.randint(2, 3)))


def person(rng: random.Random, lang: str) -> str:
    """A name, half of the time with an invented surname."""
    first, last = (FIRST_AR, LAST_AR) if lang == "ar" else (FIRST_EN, LAST_EN)
    family = (
        rng.choice(last)
        if rng.random() < 0.6
        else (invented_word(rng, lang) if lang == "ar" else invented_word(rng, lang).title())
    )
    middle = f" {rng.choice('ABDEFGHJKLMNPRST')}." if lang != "ar" and rng.random() < 0.1 else ""
    return f"{rng.choice(first)}{middle} {family}"


def outlet_name(rng: random.Random, lang: str) -> str:
    """An outlet's name of a usual shape, some of one word."""
    if lang == "ar":
        return rng.choice(
            [
                f"{rng.choice(OUTLET_AR_HEAD)} {rng.choice(OUTLET_AR_TAIL)}",
                rng.choice(OUTLET_AR_TAIL) + " " + rng.choice(["نيوز", "أونلاين", "برس"]),
            ]
        )
    r = rng.random()
    if r < 0.5:
        return ("The " if rng.random() < 0.4 else "") + f"{rng.choice(OUTLET_HEAD)} {rng.choice(OUTLET_TAIL)}"
    if r < 0.8:
        return f"{invented_word(rng, 'en').title()} {rng.choice(OUTLET_TAIL)}"
    return (
        invented_word(rng, "en").upper()[:5]
        if r < 0.9
        else invented_word(rng, "en") + rng.choice([".com", ".net", ".org"])
    )


def written_date(rng: random.Random, how: int, day: dt.date, lang: str) -> str:
    """One of eight habits of printing a date, in the post's language."""
    m = day.month - 1
    clock = f"{rng.randint(0, 23):02d}:{rng.randint(0, 59):02d}"
    if lang == "ar":
        text = [
            f"{day.day} {AR_MONTHS[m]} {day.year}", f"{AR_MONTHS[m]} {day.day}, {day.year}", f"{AR_DAYS[day.weekday()]} {day.day} {LEV_MONTHS[m]} {day.year}",
            f"{day.day:02d}-{day.month:02d}-{day.year}", f"{day.day} {LEV_MONTHS[m]}/{AR_MONTHS[m]} {day.year}", f"{day.year}/{day.month:02d}/{day.day:02d}",
            f"نشر في: {day.day} {AR_MONTHS[m]} {day.year} - {clock}", f"{AR_DAYS[day.weekday()]}، {day.day} {AR_MONTHS[m]} {day.year}",
        ][how % 8]  # fmt: skip
        return text.translate(EASTERN) if how >= 8 else text
    return [
        f"{EN_DAYS[day.weekday()]}, {EN_MONTHS[m]} {day.day}, {day.year}", f"{EN_MONTHS[m][:3]} {day.day}, {day.year}", f"{day.day} {EN_MONTHS[m]} {day.year}",
        day.isoformat(), f"{day.day:02d}.{day.month:02d}.{day.year}", f"{EN_MONTHS[m]} {day.day}, {day.year} {clock}", f"Published: {day.day} {EN_MONTHS[m][:3]} {day.year}",
        f"{day.day:02d}/{day.month:02d}/{day.year}",
    ][how % 8]  # fmt: skip


class Habits:
    """What one page always does."""

    def __init__(self, rng: random.Random) -> None:
        r = rng.random
        self.title_case = rng.choice(["as is"] * 5 + ["upper", "title"])
        self.numbered = r() < 0.06
        self.marker = rng.choice([""] * 12 + ["# ", "## ", "• ", "» ", "■ ", ">> "])
        self.gap_post = rng.choice([0, 1, 1, 1, 2, 2, 3, 4])
        self.gap_title = rng.choice([0, 0, 1, 1, 1, 2])
        self.gap_paragraph = rng.choice([0, 0, 1, 1, 1, 2])
        self.gap_head = rng.choice([0, 0, 1])
        self.gap_tail = rng.choice([0, 0, 1])
        self.gap_between = rng.choice([0, 0, 1])
        self.jitter = rng.choice([0, 0, 0.1, 0.3])
        self.separators = [self._furniture(rng) for _ in range(rng.choice([0, 0, 1, 1, 2, 3, 4]))]
        if r() < 0.2:
            self.separators = [rng.choice(RULES)] if r() < 0.7 else [*self.separators, rng.choice(RULES)]
        self.p_between = rng.choice([1, 0.97, 0.9, 0.8])
        if not self.separators and self.gap_post <= self.gap_paragraph:
            self.gap_post = self.gap_paragraph + rng.choice([0, 1, 1])
        self.head_en = [self._head_line(rng, "en") for _ in range(rng.choice([0, 1, 1, 2, 2, 3]))]
        self.head_ar = [self._head_line(rng, "ar") for _ in range(rng.choice([0, 1, 1, 2, 2, 3]))]
        self.tail_en = [self._tail_line(rng, "en") for _ in range(rng.choice([0, 1, 1, 2]))]
        self.tail_ar = [self._tail_line(rng, "ar") for _ in range(rng.choice([0, 1, 1, 2]))]
        self.p_head = rng.choice([1, 0.9, 0.7, 0.5])
        self.p_tail = rng.choice([0.9, 0.7, 0.4])
        self.date_en, self.date_ar = rng.randrange(8), rng.randrange(16)
        self.p_twice = rng.choice([0, 0, 0, 0.15, 0.5])
        self.p_empty = rng.choice([0, 0, 0.06, 0.12, 0.25])
        self.p_subhead = rng.choice([0, 0, 0.05, 0.15])
        self.p_caption = rng.choice([0, 0, 0.2, 0.5])
        self.p_deck = rng.choice([0, 0, 0, 0.3])
        self.p_inside = rng.choice([0, 0, 0, 0.04])
        self.p_quote_line = rng.choice([0, 0, 0.05])
        self.p_bio = rng.choice([0, 0, 0.2])
        self.p_second = rng.choice([0, 0, 0, 0.15, 0.4])
        self.p_media = rng.choice([0, 0, 0, 0.15])
        self.media = [
            self._furniture(rng),
            rng.choice(["Click to enlarge", "Click here for the full image", "انقر لتكبير الصورة", "File photo"]),
        ]
        self.p_section = rng.choice([0, 0, 0, 0, 0.3])
        self.contents = r() < 0.12
        self.wrap = rng.choice([0] * 11 + [68, 76])
        if self.wrap:
            self.gap_paragraph = max(1, self.gap_paragraph)
            self.gap_title = max(1, self.gap_title)
            self.gap_head = max(self.gap_head, 0)
        self.least, self.most = rng.choice([(1, 3), (2, 6), (4, 12), (3, 25)])
        if r() < 0.12:  # no furniture at all: gaps are all there is
            self.separators, self.gap_paragraph, self.jitter = [], 0, 0
            self.gap_title, self.gap_post = rng.choice([(0, 1), (1, 1), (1, 2), (0, 2), (2, 3)])

    def _furniture(self, rng: random.Random) -> str:
        lang = rng.choice(["en", "en", "ar"])
        if rng.random() < 0.5:
            return rng.choice(FURNITURE_EN if lang == "en" else FURNITURE_AR)
        words = " ".join(invented_word(rng, lang) for _ in range(rng.randint(1, 4)))
        text = words.capitalize() if lang == "en" else words
        return text + rng.choice(["", "", ":", " (COUNT)", " CLOCK", " | " + invented_word(rng, lang)])

    def _head_line(self, rng: random.Random, lang: str) -> str:
        en = ["{date}", "{author}", "By {author}", "by {author}", "{outlet}", "{outlet} | {date}", "{outlet} - {date}", "{date} | {outlet}", "{author} | {date}",
              "{author}, {outlet}", "By {author} for {outlet}", "{outlet}, {date}", "Written by {author}", "{city} - {date}", "By {author} • {date}", "{date} by {author}"]  # fmt: skip
        ar = ["{date}", "{author}", "بقلم {author}", "بقلم: {author}", "كتب {author}", "{outlet}", "{outlet} | {date}", "{outlet} - {date}", "{author} - {date}",
              "{author} | {outlet}", "{date} - {outlet}", "إعداد: {author}", "{outlet} – {author}", "{city} - {outlet}", "كتبت: {author}"]  # fmt: skip
        return rng.choice(ar if lang == "ar" else en)

    def _tail_line(self, rng: random.Random, lang: str) -> str:
        en = ["Source: {outlet}", "Source{outlet}", "Source\n{outlet}", "({outlet})", "via {outlet}", "First published in {outlet}", "{outlet}", "-- {author}", "— {author}, {outlet}",
              "Originally appeared on {outlet}", "Photo: {outlet}", "Translated by {author}", "Translation\n{author}", "{author}", "Reposted from {outlet}", "[{outlet}]", "Contact: {mail}"]  # fmt: skip
        ar = ["المصدر: {outlet}", "المصدر : {outlet}", "({outlet})", "نقلاً عن {outlet}", "{outlet}", "{author}", "عن {outlet}", "ترجمة: {author}", "ترجمة {author}", "المصدر\n{outlet}",
              "{author} - {outlet}", "{author} / {outlet}", "تصوير: {author}", "{mail}"]  # fmt: skip
        return rng.choice(ar if lang == "ar" else en)


class PageWriter:
    """Lays lines down and keeps count of where they stand."""

    def __init__(self, rng: random.Random, habits: Habits) -> None:
        self.rng, self.habits = rng, habits
        self.out: list[str] = []
        self.position = 0
        self.labels: list[tuple[int, str]] = []
        self.last_end = 0

    def put(self, text: str, label: str, *, wrap: bool = False) -> tuple[int, int]:
        """One line (or several, where it is wrapped); returns its span."""
        start = self.position
        for line in _wrapped(text, self.habits.wrap) if wrap and self.habits.wrap else [text]:
            self.out.append(line)
            self.labels.append((self.position, label))
            self.last_end = self.position + len(line)
            self.position += len(line) + 1
        return start, self.last_end

    def blank(self, n: int) -> None:
        """Some empty lines, now and then one more or less."""
        if self.habits.jitter and self.rng.random() < self.habits.jitter:
            n = max(0, n + self.rng.choice([-1, 1]))
        self.out += [""] * n
        self.position += n


def _wrapped(text: str, width: int) -> list[str]:
    rows, row = [], ""
    for word in text.split():
        if row and len(row) + 1 + len(word) > width:
            rows.append(row)
            row = word
        else:
            row = f"{row} {word}" if row else word
    return [*rows, row] if row else rows or [text]


def make_page(
    rng: random.Random, articles: list[Article], habits: Habits | None = None
) -> tuple[str, list[Planted], list[tuple[int, str]]]:
    """A page of `articles`: its text, the posts in it, and a label (F T H B C) for the start of every line."""
    h = habits or Habits(rng)
    w = PageWriter(rng, h)
    day = dt.date(2012, 1, 1) + dt.timedelta(days=rng.randrange(5000))
    _page_top(w, rng, h, day, articles)
    posts = [_post(w, rng, h, article, day, n) for n, article in enumerate(articles)]
    if rng.random() < 0.5:
        for _ in range(rng.randint(1, 4)):
            w.put(_filled(rng, h._furniture(rng)), "F")
    if rng.random() < 0.15:
        w.blank(rng.choice([0, 1]))
        _letter(w, rng, articles)
    return "\n".join(w.out) + "\n" * rng.randint(0, 2), posts, w.labels


def _page_top(w: PageWriter, rng: random.Random, h: Habits, day: dt.date, articles: list[Article]) -> None:
    for _ in range(rng.choice([0, 0, 1, 2, 4, 8])):
        w.put(_filled(rng, h._furniture(rng)), "F")
        w.blank(rng.choice([0, 0, 1]))
    if rng.random() < 0.3:
        w.put(written_date(rng, rng.randrange(8), day, rng.choice(["en", "ar"])), "F")
    if rng.random() < 0.15:
        w.blank(rng.choice([0, 1]))
        _letter(w, rng, articles)
    if h.contents:
        for a in articles:
            w.put(rng.choice(["", "- ", "* "]) + a.title, "F")
    w.blank(rng.choice([0, 1, 2]) if w.out else 0)


def _letter(w: PageWriter, rng: random.Random, articles: list[Article]) -> None:
    """A few lines from the collector to the readers: prose that belongs to no post."""
    openings = [
        "Good evening.",
        "Dear readers,",
        "Welcome to this edition.",
        "أعزاءنا القراء،",
        "صباح الخير.",
        "مرحباً بكم في نشرة اليوم.",
        "Hi all,",
    ]
    closings = [
        "You get this because you subscribed.",
        "Thanks for reading.",
        "See you tomorrow.",
        "نلتقي غداً.",
        "تصلكم هذه الرسالة لأنكم مشتركون.",
        "Write to us with your comments.",
    ]
    if rng.random() < 0.6:
        w.put(rng.choice(openings + closings), "F")
    for _ in range(rng.randint(0, 2)):
        words = rng.choice(rng.choice(articles).paragraphs).split()
        w.put(" ".join(words[: rng.randint(5, 18)]).rstrip(".،,") + rng.choice([".", ".", "!", "..."]), "F")


def _filled(rng: random.Random, text: str) -> str:
    return text.replace("COUNT", str(rng.randint(0, 60))).replace(
        "CLOCK", f"{rng.randint(1, 12)}:{rng.randint(0, 59):02d} {rng.choice(['AM', 'PM'])}"
    )


def _post(w: PageWriter, rng: random.Random, h: Habits, a: Article, day: dt.date, n: int) -> Planted:
    lang = a.lang
    words = {
        "author": person(rng, lang), "outlet": outlet_name(rng, lang), "date": written_date(rng, h.date_ar if lang == "ar" else h.date_en, day, lang),
        "city": invented_word(rng, lang).title(), "mail": f"{invented_word(rng, 'en')}@{invented_word(rng, 'en')}.com",
    }  # fmt: skip
    title = a.title.upper() if h.title_case == "upper" else a.title.title() if h.title_case == "title" else a.title
    if rng.random() < h.p_section:
        w.put(
            rng.choice(
                [
                    "WORLD",
                    "Politics",
                    "Region",
                    "سياسة",
                    "اقتصاد",
                    "Opinion",
                    "عربي ودولي",
                    invented_word(rng, lang).title(),
                ]
            ),
            "F",
        )
        w.blank(rng.choice([0, 1]))
    shown = (f"{n + 1}. " if h.numbered else h.marker) + title
    start, end = w.put(shown, "T", wrap=True)
    post = Planted(title=title, start=start, lang=lang)
    w.blank(h.gap_title)
    if rng.random() < h.p_twice:
        w.put(title, "H", wrap=True)
        w.blank(h.gap_head)
    if rng.random() < h.p_second and a.paragraphs:
        _second_headline(w, rng, h, a)
    if rng.random() < h.p_deck and len(a.paragraphs) > 2:
        w.put(a.paragraphs[-1][:220], "H", wrap=True)
    for line in h.head_ar if lang == "ar" else h.head_en:
        if rng.random() < h.p_head:
            w.put(line.format(**words), "H")
            w.blank(h.gap_head)
    if rng.random() < h.p_caption:
        w.put(_caption(rng, lang, words, a), "H")
        w.blank(h.gap_head)
    empty = rng.random() < h.p_empty
    if not empty:
        _body(w, rng, h, a, post)
    for line in h.tail_ar if lang == "ar" else h.tail_en:
        if rng.random() < h.p_tail:
            w.blank(h.gap_tail)
            for part in line.format(**words).split("\n"):
                w.put(part, "C")
    if rng.random() < h.p_media:
        w.put(a.title, "C")
    post.end = w.last_end
    w.blank(min(h.gap_post, 1))
    for line in h.separators:
        if rng.random() < (h.p_between if not empty or n % 2 else 0.0):
            w.put(_filled(rng, line), "F")
            w.blank(h.gap_between)
    w.blank(h.gap_post)
    return post


def _second_headline(w: PageWriter, rng: random.Random, h: Habits, a: Article) -> None:
    """The headline under which the copied article first ran, above its byline, once or twice."""
    pool = a.title.split() + a.paragraphs[0].split()[:12]
    words = " ".join(rng.sample(pool, min(len(pool), rng.randint(5, 11)))).rstrip(".,،:;")
    w.put(words, "H")
    w.blank(h.gap_head)
    if rng.random() < 0.5:
        if rng.random() < 0.6:
            w.put(rng.choice(["Source", "المصدر", "Link", "الرابط"]), "H")
            w.blank(h.gap_head)
        w.put(words, "H")


def _caption(rng: random.Random, lang: str, words: dict[str, str], a: Article) -> str:
    if lang == "ar":
        return rng.choice(
            [
                "صورة من الأرشيف",
                f"{' '.join(a.title.split()[:5])} (أرشيف)",
                f"صورة نشرتها {words['outlet']}",
                f"{words['author']} خلال مؤتمر صحفي",
                "(رويترز)",
            ]
        )
    return rng.choice(
        [
            "File photo",
            f"{' '.join(a.title.split()[:5])} (file photo)",
            f"Photograph: {words['outlet']}",
            f"{words['author']}, spokesman",
            "A view of the site on Tuesday",
        ]
    )


def _body(w: PageWriter, rng: random.Random, h: Habits, a: Article, post: Planted) -> None:
    paragraphs = a.paragraphs[: rng.randint(h.least, h.most)]
    for i, p in enumerate(paragraphs):
        if i and rng.random() < h.p_subhead:
            words = rng.choice(a.paragraphs).split()
            at = rng.randrange(max(1, len(words) - 5))
            w.put(" ".join(words[at : at + rng.randint(1, 5)]).strip(".,،:;") or "…", "B")
            w.blank(h.gap_paragraph)
        if i and rng.random() < h.p_inside:
            w.put(rng.choice(FURNITURE_EN if a.lang == "en" else FURNITURE_AR), "M")
            w.blank(h.gap_paragraph)
        if i and rng.random() < h.p_media:
            for _ in range(rng.randint(1, 3)):
                w.put(rng.choice([a.title, a.title.title(), h.media[0]]), "M")
                if rng.random() < 0.7:
                    w.put(h.media[1], "M")
        text = p
        if i and rng.random() < h.p_quote_line:
            text = f"“{p[: rng.randint(30, 90)]}”"
        s, e = w.put(text, "B", wrap=True)
        post.body_start = s if post.body_start is None else post.body_start
        post.body_end = e
        if i < len(paragraphs) - 1:
            w.blank(h.gap_paragraph)
    if rng.random() < h.p_bio:
        who = person(rng, a.lang)
        bio = (
            f"{who} is a journalist based in {invented_word(rng, 'en').title()} who writes on the region."
            if a.lang != "ar"
            else f"{who} كاتب وصحافي مقيم في {invented_word(rng, 'ar')}."
        )
        w.blank(h.gap_paragraph)
        _, post.body_end = w.put(bio, "B", wrap=True)
