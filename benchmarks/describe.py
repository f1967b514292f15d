"""Byline, outlet, date and language of posts whose places on the page are known: precision and recall, by family.

    python benchmarks/describe.py [--pages 60] [--seed 7] [--misses FIELD] [--split]

Pages are made with `bench/make_digest.py` of the shared reference (TAWATUR_SHARED, `../shared` by default) from the
families below and from those of `describe_families.py`, `digest/families.py` and `bench/templates.json`; the posts are
laid on the page as they were made, so that only describing is measured; with `--split` they are found first, and those
that no found post begins with count as told nothing. Families named `held-` or `h-` are never read one by one.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from tawatur.describe import describe_page
from tawatur.model import Description, Page, Post, Span
from tawatur.split import split_page

SHARED = Path(os.environ.get("TAWATUR_SHARED", Path(__file__).resolve().parents[2] / "shared"))
sys.path[:0] = [str(SHARED / "bench"), str(Path(__file__).resolve().parent / "digest")]
FIELDS = ("byline", "outlet", "published", "lang")

NAMES = {
    "en": ["Amira Saleh", "Daniel Whitmore", "Rosa Delgado", "Khalid Mansour", "Sean O'Leary", "Dr. Miriam Cole", "Yusuf Karim",
           "Helen van der Berg", "J. T. Marlow", "Olga Petrenko", "Samir Abu Zeid"],
    "ar": ["ليلى الحسن", "خالد منصور", "عمر عبد الله", "د. سامي الخوري", "ريم أبو زيد", "يوسف حمدان", "منى الشامي", "طارق عيسى", "رنا فرحات"],
}  # fmt: skip
OUTLETS = {
    "en": ["The Eastern Gazette", "Riverside Herald", "Blue Cedar News", "Atlas News Agency", "Gulf Observer", "Highland Radio",
           "The Morning Standard", "Delta Online", "Reuters", "Al Jazeera English", "The Guardian", "AFP"],
    "ar": ["صحيفة الشروق الجديد", "وكالة المشرق للأنباء", "موقع الضفة", "جريدة النهار", "قناة الساحل", "شبكة الأفق الإخبارية", "مجلة الرواية",
           "رويترز", "وكالة الأناضول", "الجزيرة نت", "العربي الجديد", "أ ف ب"],
}  # fmt: skip


def _family(
    name: str, head: list[str], head_ar: list[str], credits: list[str], credits_ar: list[str], **more: Any
) -> dict[str, Any]:
    spec: dict[str, Any] = {
        "name": name, "top": ["Clippings", "{page_date}"], "gap_title": [0, 1], "gap_paragraph": 0, "p_byline": 0.7, "p_date": 0.7,
        "p_credit": 0.4, "dates": {"en": ["mid_en", "day_first", "long_en"], "ar": ["ar", "lev", "ar_day_first"]},
        "head": {"en": head, "ar": head_ar}, "credits": {"en": credits, "ar": credits_ar}, "between": {"all": ["* * *"]},
    }  # fmt: skip
    return {**spec, **more}


FAMILIES = [
    _family("one-line", ["{author} | {outlet} | {date}"], ["{author} | {outlet} | {date}"], ["Source: {outlet}"], ["المصدر: {outlet}"]),
    _family("outlet-city-date", ["{outlet}, Beirut, {date}", "By {author}"], ["{outlet}، بيروت، {date}", "كتب: {author}"], ["[{outlet}]"], ["({outlet})"]),
    _family("city-outlet", ["{author}", "Cairo - {outlet} - {date}"], ["{author}", "القاهرة - {outlet} - {date}"], ["via {outlet}"], ["عن {outlet}"]),
    _family("labels", ["Author: {author}", "Published: {date}"], ["الكاتب: {author}", "تاريخ النشر: {date}"], ["Source : {outlet}"], ["المصدر : {outlet}"]),
    _family("wrote", ["Written by {author}", "Published on {date}"], ["كتبت {author}", "نشر في {date}"], ["Originally published by {outlet}"], ["نقلا عن {outlet}"]),
    _family("date-dash-author", ["{date} - {author}"], ["{date} - {author}"], ["{outlet}"], ["{outlet}"]),
    _family("author-comma-outlet", ["{author}, {outlet}", "{date}"], ["{author}، {outlet}", "{date}"], ["(via {outlet})"], ["(عن {outlet})"]),
    _family("signed-below", ["{date}"], ["{date}"], ["-- {author}, {outlet}", "{author}, {outlet}"], ["{author} / {outlet}", "{author} - {outlet}"]),
    _family("caption-and-standfirst", ["{date}", "{author}"], ["{date}", "{author}"], ["Source\n{outlet}"], ["المصدر\n{outlet}"], p_caption=0.7,
            captions={"en": ["Residents walk past a damaged shop (AFP)", "Foreign minister, {author}", "File photo"],
                      "ar": ["من الأرشيف (رويترز)", "المتحدث باسم الجيش، {author}", "صورة أرشيفية"]}),
    _family("nothing-said", [], [], ["Read more"], ["للمزيد"], p_credit=0.2),
    _family("held-slashes", ["{outlet}/ {date}", "By: {author}"], ["{outlet}/ {date}", "تقرير: {author}"], ["Credit: {outlet}"], ["المصدر/ {outlet}"]),
    _family("held-agency", ["{date} · {author} · {outlet}"], ["{date} · {author} · {outlet}"], ["Courtesy of {outlet}"], ["بالتعاون مع {outlet}"]),
    _family("held-brackets", ["{author} ({outlet})", "[{date}]"], ["{author} ({outlet})", "[{date}]"], ["Reprinted from {outlet}"], ["نشر في {outlet}"]),
    _family("held-below-date", ["{author}"], ["{author}"], ["{outlet}, {date}", "{outlet} | {date}"], ["{outlet}، {date}", "{outlet} | {date}"], p_credit=0.9),
    _family("held-updated", ["{outlet}", "{author}", "Updated: {date}"], ["{outlet}", "{author}", "آخر تحديث: {date}"], ["Photo: {author}"], ["تصوير: {author}"]),
]  # fmt: skip


def main() -> None:
    """Print one line a family and the means."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pages", type=int, default=60)
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--misses", choices=FIELDS)
    options.add_argument("--family", default="")
    options.add_argument("--split", action="store_true")
    chosen = options.parse_args()
    if not (SHARED / "bench" / "make_digest.py").exists():
        sys.exit(f"No shared reference at {SHARED}: set TAWATUR_SHARED to its folder.")
    from score_case import same_name  # the reference's own comparison

    counts: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for family, page, posts, gold in _pages(chosen.pages, chosen.seed, chosen.family):
        if chosen.split:
            posts = split_page(page)
        described = describe_page(page, posts)
        if chosen.split:
            posts, described, gold = _lined_up(page, posts, described, gold)
        for wanted, found, post in zip(gold, described, posts, strict=True):
            for field in FIELDS:
                value = getattr(found, field)
                right = _is_right(field, value, wanted[field], same_name)
                own = not wanted[field] and _is_own_words(found, field, post)
                counts[family][field].update(
                    {"found": bool(value), "gold": bool(wanted[field]), "right": right, "own": bool(value) and own}
                )
                missed = (bool(value) or bool(wanted[field])) and not right
                if missed and chosen.misses == field and not family.startswith(("held-", "h-")):
                    _show(family, page, post, value, wanted[field])
    _print(counts)


def _lined_up(
    page: Page, posts: list[Post], described: list[Description], gold: list[dict[str, Any]]
) -> tuple[list[Post], list[Description], list[dict[str, Any]]]:
    """Gold and found posts by where they start; an invented post has a gold that says nothing, a missed one no words."""
    by_start = {one["start"]: one for one in gold}
    nothing = dict.fromkeys(FIELDS)
    missed = [one for one in gold if one["start"] not in {post.span.start for post in posts}]
    empty = [_post(page, -1, one) for one in missed]
    unsaid = [
        Description(post_id=post.id, title=None, byline=None, outlet=None, published=None, lang=None, made_by="missed")
        for post in empty
    ]
    return (
        [*posts, *empty],
        [*described, *unsaid],
        [*(by_start.get(post.span.start, nothing) for post in posts), *missed],
    )


def _is_own_words(found: Description, field: str, post: Post) -> bool:
    """The value rests on words of the article itself, about which the labels of made pages say nothing."""
    spans = [evidence.span for evidence in found.evidence if evidence.field == field and evidence.span is not None]
    return post.body is not None and any(post.body.holds(span) for span in spans)


def _is_right(field: str, value: str | None, wanted: str | None, same_name: Any) -> bool:
    if not value or not wanted:
        return False
    if field == "published":
        return value[:10] == wanted[:10]
    return value[:2] == wanted[:2] if field == "lang" else bool(same_name(value, wanted))


def _pages(pages: int, seed: int, only: str) -> Iterator[tuple[str, Page, list[Post], list[dict[str, Any]]]]:
    import describe_families
    import families
    import make_digest

    articles = list(_articles())
    shared = json.loads((SHARED / "bench" / "templates.json").read_text("utf-8"))
    sets = [
        (shared["families"], shared["names"], shared["outlets"]),
        (families.TUNE + families.HELD_OUT, families.NAMES, families.OUTLETS),
        (FAMILIES, NAMES, OUTLETS),
        (describe_families.FAMILIES, describe_families.NAMES, describe_families.OUTLETS),
    ]
    for specs, names, outlets in sets:
        for spec in specs:
            rng = Random(f"{seed}-{spec['name']}")
            if only and only != spec["name"]:
                continue
            for number in range(max(1, pages // 10)):
                text, _, gold = make_digest.build(
                    number, rng.sample(articles, rng.randint(3, 9)), spec, names, outlets, rng
                )
                page = _page(text)
                yield spec["name"], page, [_post(page, order, one) for order, one in enumerate(gold)], gold


def _articles() -> Iterator[dict[str, Any]]:
    rng = Random(1)
    for name, most in (("news-ar-outlets/articles.jsonl.gz", 400), ("syria-fakes/articles.jsonl.gz", 400)):
        with gzip.open(SHARED / "data" / name, "rt", encoding="utf-8") as lines:
            read = [json.loads(line) for line in lines]
        fit = [one for one in read if len(one.get("title") or "") > 12 and len(one.get("text") or "") > 300]
        yield from rng.sample(fit, min(most, len(fit)))


def _page(text: str) -> Page:
    return Page(
        id="pg", source="made", media_type="text/plain", encoding="utf-8", sha256="", retrieved="2020-01-01T00:00:00Z",
        title=None, text=text, made_by="made",
    )  # fmt: skip


def _post(page: Page, order: int, gold: dict[str, Any]) -> Post:
    end = page.text.find("\n", gold["start"])
    body = None if gold["body_start"] is None else Span(gold["body_start"], gold["body_end"])
    return Post(
        id=f"po-{order}", page_id=page.id, order=order, span=Span(gold["start"], gold["end"]),
        title=Span(gold["start"], min(end, gold["end"]) if end >= 0 else gold["end"]), body=body, made_by="made",
    )  # fmt: skip


def _show(family: str, page: Page, post: Post, value: str | None, wanted: str | None) -> None:
    head = page.text[post.span.start : post.body.start if post.body else post.span.end]
    tail = page.text[post.body.end : post.span.end] if post.body else ""
    body = page.text[post.body.start : post.body.start + 90] if post.body else ""
    print(f"[{family}] found {value!r}, gold {wanted!r}\n   {head[-160:]!r} ... {body!r} ... {tail!r}")


def _print(counts: dict[str, dict[str, Counter[str]]]) -> None:
    print(f"{'family':26}" + "".join(f"{field + ' P':>12}{'R':>7}" for field in FIELDS))
    total: dict[str, Counter[str]] = defaultdict(Counter)
    for family, fields in counts.items():
        print(f"{family:26}" + "".join(_cells(fields[field]) for field in FIELDS))
        for field in FIELDS:
            total[field].update(fields[field])
    print(f"{'all':26}" + "".join(_cells(total[field]) for field in FIELDS))
    for count in total.values():
        count["found"] -= count["own"]
    print(f"{'all, less own words *':26}" + "".join(_cells(total[field]) for field in FIELDS))
    print('* without values that the article\'s own text prints ("Published August 3 2015 ...", "... told AFP" twice)')
    print("  where the made page prints none: the labels know nothing of them, so they count as wrong above")


def _cells(count: Counter[str]) -> str:
    precision = f"{count['right'] / count['found']:.3f}" if count["found"] else "-"
    recall = f"{count['right'] / count['gold']:.3f}" if count["gold"] else "-"
    return f"{precision:>12}{recall:>7}"


if __name__ == "__main__":
    main()
