"""Stories whose spread is known: who wrote, who copied whom, and how many origins there are."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from words import name, person, prose, sentence

AGENCIES = {
    "en": ["AFP", "Reuters", "AP", "TASS", "Xinhua", "Anadolu Agency", "SANA", "dpa"],
    "ar": ["أ ف ب", "رويترز", "أسوشيتد برس", "تاس", "شينخوا", "الأناضول", "سانا", "د ب أ"],
}
SISTERS = [("Asharq Al-Awsat", "Asharq Al-Awsat English")]
UNNAMED = {"en": ["Agencies", "News agencies", "wires"], "ar": ["وكالات", "الوكالات", "متابعات"]}
OFFICES = {
    "en": ["Ministry of {}", "{} Municipality", "Press office of the Governor of {}"],
    "ar": ["وزارة {}", "بلدية {}", "المكتب الإعلامي لمحافظة {}"],
}
_OUTLETS = {
    "en": ["The {} Courier", "{} Post", "The {} Observer", "{} Today", "The {} Gazette", "{} Monitor", "Radio {}", "The Daily {}"],
    "ar": ["صحيفة {}", "{} نيوز", "موقع {}", "جريدة {} اليوم", "شبكة {} الإخبارية", "قناة {}", "{} برس"],
}  # fmt: skip


@dataclass
class Made:
    """One made post and the truth of it."""

    id: str
    outlet: str
    lang: str
    title: str
    head: list[str]
    body: list[str]
    tail: list[str]
    minute: int
    """When it really came out, minutes from the start of the story."""
    model: str | None = None
    """The post it was copied from, where one post gave all of its words."""
    models: list[str] = field(default_factory=list)
    origins: set[str] = field(default_factory=set)
    published: str | None = None
    author: str | None = None


@dataclass
class Story:
    """The posts of one story, and how many independent origins they have."""

    posts: list[Made]
    kinds: list[str]

    @property
    def truth(self) -> int:
        """The fewest origins that explain the posts: those that some post rests on alone, and one for each further post."""
        alone = {next(iter(post.origins)) for post in self.posts if len(post.origins) == 1}
        rest = [post for post in self.posts if len(post.origins) > 1 and not post.origins & alone]
        return len(alone) + len({min(post.origins) for post in rest})


class Maker:
    """Makes stories; every habit is drawn anew for each story."""

    def __init__(self, seed: int) -> None:
        self.rng = Random(seed)
        self.made = 0

    def story(self) -> Story:
        """One event, told by one to three lines of posts."""
        rng = self.rng
        self.posts: list[Made] = []
        self.used: set[str] = set()
        self.drop = rng.choice((0.0, 0.15, 0.3, 0.5))
        self.lang = rng.choice(("en", "ar"))
        self.langs = [self.lang] if rng.random() < 0.75 else ["en", "ar"]
        kinds = rng.choices(
            list(KINDS), weights=[weight for weight, _ in KINDS.values()], k=rng.choice((1, 1, 2, 2, 3))
        )
        for kind in kinds:
            KINDS[kind][1](self)
        self._date()
        rng.shuffle(self.posts)
        return Story(self.posts, kinds)

    # -- pieces

    def outlet(self, lang: str) -> str:
        """A new outlet."""
        return self.rng.choice(_OUTLETS[lang]).format(name(self.rng, lang, 3))

    def agency(self) -> int:
        """An agency that this story has not had."""
        free = [n for n in range(len(AGENCIES["en"])) if f"agency {n}" not in self.used]
        chosen = self.rng.choice(free or [0])
        self.used.add(f"agency {chosen}")
        return chosen

    def post(self, lang: str, outlet: str, body: list[str], minute: int, **more: object) -> Made:
        """A new post, with the furniture that posts have."""
        rng = self.rng
        self.made += 1
        author = person(rng, lang) if rng.random() < 0.4 else None
        made = Made(id=f"po-{self.made:06d}", outlet=outlet, lang=lang, title=" ".join(sentence(rng, lang).split()[:8]).strip(".,"),
                    head=[], body=list(body), tail=[], minute=minute, author=author, **more)  # type: ignore[arg-type]  # fmt: skip
        if author and rng.random() < 0.7:
            made.head.append(f"By {author}" if lang == "en" else f"بقلم: {author}")
        if rng.random() < 0.15:
            photo = rng.choice(AGENCIES[lang])
            made.head.append(f"Photo: {photo}" if lang == "en" else f"الصورة: {photo}")
        if rng.random() < 0.1:
            made.body.append(sentence(rng, lang))
        self.posts.append(made)
        return made

    def credit(self, post: Made, to: str, *, agency: bool) -> None:
        """Let `post` credit `to` after one of the habits there are."""
        rng, en = self.rng, post.lang == "en"
        habits = ["source", "bare source", "via", "first"] + (
            ["dateline", "bracket", "byline", "sign"] if agency else []
        )
        habit = rng.choice(habits)
        place = rng.choice(["BEIRUT", "MOSCOW", "GENEVA"] if en else ["بيروت", "موسكو", "جنيف"])
        if habit == "source":
            post.tail.append(f"Source: {to}" if en else f"المصدر: {to}")
        elif habit == "bare source":
            post.tail.extend(["Source", to] if en else ["المصدر", to])
        elif habit == "via":
            post.tail.append(f"(via {to})" if en else f"نقلاً عن {to}")
        elif habit == "first":
            post.tail.append(f"This article was first published by {to}." if en else f"نشر أولاً في {to}")
        elif habit == "dateline":
            post.body[0] = f"{place} ({to}) - {post.body[0]}" if en else f"{place} ({to}) - {post.body[0]}"
        elif habit == "bracket":
            post.body[-1] = f"{post.body[-1]} ({to})"
        elif habit == "byline":
            post.head = [f"{to} - {place.capitalize()}" if en else f"{place} - {to}"]
            post.author = post.head[0]
        else:
            post.body[0] = f"{place}, {to} - {post.body[0]}" if en else f"{place}-{to}: {post.body[0]}"

    def edited(self, body: list[str], lang: str) -> list[str]:
        """`body` as an editor leaves it: cut, with words changed and sentences taken out, or as it was."""
        rng = self.rng
        kept = list(body)
        if rng.random() < 0.5 and len(kept) > 3:
            kept = kept[: rng.randrange(max(2, len(kept) // 2), len(kept))]
        if rng.random() < 0.3 and len(kept) > 3:
            del kept[rng.randrange(1, len(kept) - 1)]
        if rng.random() < 0.3:
            at = rng.randrange(len(kept))
            words = kept[at].split()
            words[rng.randrange(len(words))] = name(rng, lang)
            kept[at] = " ".join(words)
        if rng.random() < 0.15:
            kept.insert(0, sentence(rng, lang))
        if rng.random() < 0.2:
            kept.append(sentence(rng, lang))
        return kept

    def later(self, minute: int) -> int:
        """Some time after `minute`: soon, or days on."""
        return minute + self.rng.choice((2, 15, 60, 300, 700, 1500, 3000)) + self.rng.randrange(1, 30)

    def copy(self, source: Made, body: list[str], *, credit: str | None, agency: bool, lang: str) -> Made:
        """A post of another outlet with the words of `source`."""
        made = self.post(lang, self.outlet(lang), self.edited(body, lang), self.later(source.minute),
                         model=source.id, models=[source.id], origins=set(source.origins))  # fmt: skip
        if credit is not None and self.rng.random() >= self.drop:
            self.credit(made, credit, agency=agency)
        return made

    # -- lines of posts

    def own(self) -> None:
        """Reports that reporters wrote themselves."""
        for _ in range(self.rng.choice((1, 1, 2, 3))):
            lang = self.rng.choice(self.langs)
            self.post(lang, self.outlet(lang), prose(self.rng, lang, self.rng.randrange(4, 12)), self.rng.randrange(2000),
                      origins={f"own {self.made}"})  # fmt: skip

    def wire(self) -> None:
        """An agency's text and those who carry it; the agency's own post is there or not."""
        rng, which, lang = self.rng, self.agency(), self.rng.choice(self.langs)
        body = prose(rng, lang, rng.randrange(5, 14))
        source = self.post(lang, AGENCIES[lang][which], body, rng.randrange(600), origins={f"agency {which}"})
        if rng.random() < 0.5:
            place = "BEIRUT" if lang == "en" else "بيروت"
            source.body[0] = f"{place} ({source.outlet}) - {source.body[0]}"
        carriers = [
            self.copy(source, body, credit=AGENCIES[lang][which], agency=True, lang=lang)
            for _ in range(rng.randrange(1, 7))
        ]
        for model in carriers[:2]:
            if rng.random() < 0.3:  # a copy of a copy
                self.copy(
                    model,
                    model.body,
                    credit=rng.choice((model.outlet, None, AGENCIES[lang][which])),
                    agency=False,
                    lang=lang,
                )
        if rng.random() < 0.4:  # the wire itself was not collected
            self.posts.remove(source)
        if rng.random() < 0.25:  # the same agency's report in other words
            other = rng.choice(("en", "ar"))
            more = self.post(
                other,
                self.outlet(other),
                prose(rng, other, 5),
                rng.randrange(600, 2000),
                origins={f"agency {which}"},
            )
            self.credit(more, AGENCIES[other][which], agency=True)

    def release(self) -> None:
        """An office's release; carriers name the office or nobody."""
        rng, lang = self.rng, self.rng.choice(self.langs)
        office = rng.choice(OFFICES[lang]).format(name(rng, lang, 3))
        body = prose(rng, lang, rng.randrange(4, 9))
        source = self.post(lang, office, body, rng.randrange(600), origins={f"release {office}"})
        for _ in range(rng.randrange(1, 5)):
            self.copy(source, body, credit=office, agency=False, lang=lang)
        if rng.random() < 0.6:
            self.posts.remove(source)

    def chain(self) -> None:
        """One after the other, each from the one before."""
        rng, lang = self.rng, self.rng.choice(self.langs)
        at = first = self.post(
            lang,
            self.outlet(lang),
            prose(rng, lang, rng.randrange(6, 14)),
            rng.randrange(600),
            origins={f"own {self.made}"},
        )
        for _ in range(rng.randrange(1, 5)):
            # Who names the first one mostly had it from there.
            model = rng.choice((at, at, at, first))
            named = first if rng.random() < 0.1 else model
            at = self.copy(model, model.body, credit=named.outlet, agency=False, lang=lang)

    def digest(self) -> None:
        """A page put together from reports of others."""
        rng, lang = self.rng, self.rng.choice(self.langs)
        models = [self.post(lang, self.outlet(lang), prose(rng, lang, rng.randrange(4, 9)), rng.randrange(600), origins={f"own {self.made}"})
                  for _ in range(rng.choice((2, 3)))]  # fmt: skip
        body = [line for model in models for line in model.body]
        made = self.post(lang, self.outlet(lang), body, 700 + rng.randrange(3000), models=[model.id for model in models],
                         origins=set().union(*(model.origins for model in models)))  # fmt: skip
        if rng.random() > self.drop:
            made.tail.append(("Source: " if lang == "en" else "المصدر: ") + ", ".join(model.outlet for model in models))

    def spokesman(self) -> None:
        """Posts with little but one speaker's words; or own reports that share a sentence of his."""
        rng, lang = self.rng, self.rng.choice(self.langs)
        speaker, mostly = person(rng, lang), rng.random() < 0.5
        said = " ".join(prose(rng, lang, 3 if mostly else 1)).rstrip(".")
        marks = rng.choice(("“”", "«»", '""'))
        for _ in range(rng.randrange(2, 5)):
            frame = rng.choice(
                ("{} said: {}.", "{} told reporters: {}.") if lang == "en" else ("وقال {}: {}.", "صرح {} للصحفيين: {}.")
            )
            quoted = frame.format(speaker, f"{marks[0]}{said}{marks[1]}")
            around = [] if mostly else prose(rng, lang, rng.randrange(4, 8))
            body = [*around[:2], quoted, *around[2:]]
            origin = f"speaker {speaker}" if mostly else f"own {self.made}"
            self.post(lang, self.outlet(lang), body, rng.randrange(1500), origins={origin})

    def nameless(self) -> None:
        """A wire that carriers credit to "agencies", in the same words."""
        rng, lang = self.rng, self.rng.choice(self.langs)
        which = self.agency()
        body = prose(rng, lang, rng.randrange(5, 10))
        source = self.post(lang, AGENCIES[lang][which], body, rng.randrange(600), origins={f"agency {which}"})
        for _ in range(rng.randrange(1, 4)):
            made = self.copy(source, body, credit=None, agency=True, lang=lang)
            unnamed = rng.choice(UNNAMED[lang])
            made.tail.append(f"Source: {unnamed}" if lang == "en" else f"المصدر: {unnamed}")
        if rng.random() < 0.4:  # words of nobody knows which agency
            self.post(lang, self.outlet(lang), prose(rng, lang, 5), 900, origins={f"agency {which}"}).tail.append(
                f"Source: {rng.choice(UNNAMED[lang])}" if lang == "en" else f"المصدر: {rng.choice(UNNAMED[lang])}"
            )

    def citing(self) -> None:
        """Own words about what another outlet reported."""
        rng, lang = self.rng, self.rng.choice(self.langs)
        first = self.post(
            lang, self.outlet(lang), prose(rng, lang, 7), rng.randrange(600), origins={f"own {self.made}"}
        )
        for _ in range(rng.randrange(1, 4)):
            told = sentence(rng, lang).rstrip(".")
            lead = rng.choice(
                (f"{told}, {first.outlet} reported.", f"According to {first.outlet}, {told[0].lower() + told[1:]}.")
                if lang == "en"
                else (f"ذكرت {first.outlet} أن {told}.", f"{told}، بحسب {first.outlet}.", f"نقلت {first.outlet} عن مصدر أن {told}.")
            )  # fmt: skip
            self.post(
                lang,
                self.outlet(lang),
                [lead, *prose(rng, lang, rng.randrange(2, 5))],
                self.later(first.minute),
                origins=set(first.origins),
            )

    def background(self) -> None:
        """An own report that closes with a paragraph from an agency's text."""
        rng, which, lang = self.rng, self.agency(), self.rng.choice(self.langs)
        body = prose(rng, lang, rng.randrange(8, 12))
        self.post(lang, AGENCIES[lang][which], body, rng.randrange(600), origins={f"agency {which}"})
        for _ in range(rng.choice((1, 2))):
            self.post(
                lang,
                self.outlet(lang),
                [*prose(rng, lang, rng.randrange(5, 9)), *body[2:4]],
                800,
                origins={f"own {self.made}"},
            )

    def house(self) -> None:
        """One outlet, or two of one firm, writing twice."""
        rng, lang = self.rng, self.rng.choice(self.langs)
        one = self.outlet(lang)
        names = rng.choice([(one, one), SISTERS[0]])
        origin = f"house {names[0]}"
        for outlet in names:
            self.post("en" if names is SISTERS[0] else lang, outlet, prose(rng, "en" if names is SISTERS[0] else lang, 6),
                      rng.randrange(2000), origins={origin})  # fmt: skip

    # -- dates

    def _date(self) -> None:
        """Print the times as outlets do: to the minute, to the day, not at all, now and then wrong."""
        rng = self.rng
        precise = rng.random()
        for post in self.posts:
            if rng.random() < 0.12:
                continue
            minute = post.minute + (rng.randrange(-2900, 2900) if rng.random() < 0.02 else 0)
            day, clock = divmod(max(0, minute) + 400, 1440)
            post.published = f"2026-03-{3 + day:02d}"
            if rng.random() < precise:
                post.published += f"T{clock // 60:02d}:{clock % 60:02d}:00+00:00"


KINDS = {
    "own": (3, Maker.own),
    "wire": (5, Maker.wire),
    "release": (2, Maker.release),
    "chain": (3, Maker.chain),
    "digest": (2, Maker.digest),
    "spokesman": (1, Maker.spokesman),
    "nameless": (1, Maker.nameless),
    "citing": (1, Maker.citing),
    "background": (1, Maker.background),
    "house": (1, Maker.house),
}
