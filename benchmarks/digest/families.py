"""Template families for the shared page generator, written for this project: `TUNE` may be looked at, `HELD_OUT` may not.

`python benchmarks/digest/families.py DIR` writes tune.json and held_out.json in the generator's format. Errors on the
held-out families are never read one by one and no rule or weight is changed for them: only their scores are printed.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

NAMES = {
    "en": ["Carla Winters", "Joseph Amari", "Dalia Nasr", "Owen Prichard", "Sofia Lindgren", "Hamid Rostami", "K. J. Whitfield", "Marie-Claire Dubois"],
    "ar": ["فراس العطار", "نجلاء المصري", "عبد الرحمن السيد", "لمى يونس", "جورج حنا", "د. حسام الدين فوزي", "ميساء أبو زيد"],
}  # fmt: skip
OUTLETS = {
    "en": ["Eastern Dispatch", "The Coastal Tribune", "Bluewater News Agency", "Frontline Monitor", "Cedar Post", "Asha Media", "The Ledger", "NewsRiver.net", "QNT"],
    "ar": ["جريدة الضفاف", "وكالة نسيم للأنباء", "شبكة مدار الإخبارية", "صحيفة النبأ", "موقع حكاية", "قناة الشاطئ", "مجلة آفاق"],
}  # fmt: skip

TUNE = [
    dict(name="wp-plain", site="Field Notes", top=["Menu", "Field Notes", "news and views"], gap_title=[0, 1], gap_paragraph=1, p_byline=0.8, p_date=0.8,
         dates=dict(en=["mid_en", "day_first"], ar=["ar_day_first", "ar_digits"]), head=dict(en=["{date} by {author}"], ar=["{date} | {author}"]),
         credits=dict(en=["Source: {outlet}", "Via: {outlet}"], ar=["المصدر: {outlet}", "عن {outlet}"]),
         between=dict(all=["Share this:", "Loading..."], en=["{count} Comments"], ar=["{count} تعليق"]), p_between=0.95, bottom=["Older posts"]),
    dict(name="mail-digest", site="Daily mail", top=["Good morning. Here is what we read today.", "{page_date}"], page_date="day_first", upper_titles=True, gap_title=[0], gap_paragraph=1, gap_post=2,
         dates=dict(en=["iso", "slash"], ar=["ar", "lev"]), p_date=0.9, p_byline=0.3, head=dict(en=["{outlet}, {date}"], ar=["{outlet}، {date}"]), credits=dict(en=["[{outlet}]"], ar=["[{outlet}]"]),
         between=dict(all=["----------------------------------------"]), p_between=1.0, gap_between=[1], bottom=["You receive this mail because you signed up.", "Unsubscribe"]),
    dict(name="forum-paste", site="Board", top=["Joined: 2011", "Posts: 4,211"], gap_title=[0], gap_paragraph=0, gap_post=1, p_byline=0.5, p_date=0.5, p_credit=0.7,
         dates=dict(en=["long_en"], ar=["ar"]), head=dict(en=["{author}", "{date}"], ar=["{author}", "{date}"]), credits=dict(en=["{outlet}"], ar=["{outlet}"]),
         between=dict(all=["Reply With Quote", "Last edited by mod; {clock}"]), p_between=0.9),
    dict(name="ar-agency-list", site="نشرة", top=["نشرة الأخبار اليومية", "{page_date}"], page_date="lev", gap_title=[0], gap_paragraph=0, gap_post=1, p_date=0.9, p_byline=0.4,
         dates=dict(en=["day_first"], ar=["lev_both", "ar_digits"]), head=dict(en=["{outlet} - {date}", "By {author}"], ar=["{outlet} - {date}", "بقلم {author}"]),
         credits=dict(en=["Source: {outlet}"], ar=["(المصدر: {outlet})", "نقلا عن: {outlet}"]), between=dict(all=["ـــــــــــــــــــــ"]), p_between=0.95),
    dict(name="two-blank", site="Clips", top=["Clips of the week"], gap_title=[0], gap_paragraph=1, gap_post=2, p_byline=0.6, p_date=0.6, p_credit=0.5,
         dates=dict(en=["mid_en"], ar=["ar_day_first"]), head=dict(en=["{author} | {outlet} | {date}"], ar=["{author} | {outlet} | {date}"]), credits=dict(en=["(Source: {outlet})"], ar=["({outlet})"]), between=dict(all=[])),
    dict(name="twice-and-caption", site="Mirror", top=["Home", "World", "Opinion", "{page_date}"], p_twice=0.6, p_caption=0.6, gap_title=[1, 2], gap_paragraph=0,
         captions=dict(en=["Illustrative photo", "{author} speaking to reporters"], ar=["صورة تعبيرية", "{author} (أرشيفية)"]), dates=dict(en=["long_en"], ar=["lev"]),
         head=dict(en=["Written by {author}", "{date}"], ar=["إعداد: {author}", "{date}"]), credits=dict(en=["Originally appeared at {outlet}"], ar=["نشر أولاً في {outlet}"]),
         between=dict(all=["Read next", "Most popular"]), p_between=0.85, p_empty=0.08),
    dict(name="bare-one-blank", site="Bare", top=[], gap_top=0, gap_title=[1], gap_paragraph=0, gap_post=1, p_byline=0.3, p_date=0.3, p_credit=0.3,
         dates=dict(en=["day_first"], ar=["lev"]), head=dict(en=["{author}", "{date}"], ar=["{author}", "{date}"]), credits=dict(en=["{outlet}"], ar=["{outlet}"]), between=dict(all=[])),
    dict(name="ar-portal-tail", site="بوابة", top=["الرئيسية", "سياسة", "اقتصاد", "رياضة", "{page_date}"], page_date="ar", gap_title=[1], gap_paragraph=1, p_byline=0.7, p_date=0.7,
         dates=dict(en=["slash"], ar=["ar_digits", "ar_day_first"]), head=dict(en=["{date}"], ar=["نشر في {date}"]), credits=dict(en=["{author} - {outlet}"], ar=["{author} - {outlet}", "{author}\n{outlet}"]),
         between=dict(all=["طباعة", "إرسال", "عدد المشاهدات: {count}"]), p_between=0.95),
]  # fmt: skip

HELD_OUT = [
    dict(name="h-clipping-service", site="Press review", top=["PRESS REVIEW", "compiled for subscribers", "{page_date}"], gap_title=[0, 1], gap_paragraph=0, gap_post=1, p_byline=0.7, p_date=0.8, p_credit=0.4,
         dates=dict(en=["day_first", "mid_en"], ar=["ar", "lev"]), head=dict(en=["{outlet} ({date})", "by {author}"], ar=["{outlet} ({date})", "بقلم: {author}"]),
         credits=dict(en=["Full text at {outlet}"], ar=["النص الكامل في {outlet}"]), between=dict(all=["======"]), p_between=1.0),
    dict(name="h-blogger-ar", site="مدونة", top=["مدونة شخصية", "أرشيف المدونة", "{page_date}"], page_date="ar", gap_title=[1], gap_paragraph=1, p_byline=0.6, p_date=0.5,
         dates=dict(en=["long_en"], ar=["ar_day_first"]), head=dict(en=["By {author}", "{date}"], ar=["كتبها {author}", "{date}"]), credits=dict(en=["Source: {outlet}"], ar=["المصدر: {outlet}", "منقول عن {outlet}"]),
         between=dict(all=["مرسلة بواسطة المحرر في {clock}", "ليست هناك تعليقات:", "إرسال بالبريد الإلكتروني كتابة مدونة حول هذه المشاركة"]), p_between=0.95, bottom=["رسائل أقدم الصفحة الرئيسية"]),
    dict(name="h-newsletter", site="The Brief", top=["View in browser", "THE BRIEF", "{page_date}", "Hello reader,"], gap_title=[0], gap_paragraph=1, gap_post=1, p_byline=0.5, p_date=0.4, p_credit=0.8,
         dates=dict(en=["mid_en"], ar=["ar"]), head=dict(en=["{author}, {outlet}"], ar=["{author}، {outlet}"]), credits=dict(en=["Read the whole story at {outlet}", "(via {outlet})"], ar=["القصة كاملة على {outlet}"]),
         between=dict(all=["Forward to a friend", "~"]), p_between=0.9, bottom=["Manage your subscription"]),
    dict(name="h-tight", site="Wire room", top=["WIRE ROOM"], gap_title=[0], gap_paragraph=0, gap_post=0, p_byline=0.5, p_date=0.9, p_credit=0.6,
         dates=dict(en=["iso"], ar=["ar_digits"]), head=dict(en=["{date} / {outlet}"], ar=["{date} / {outlet}"]), credits=dict(en=["-- {author}"], ar=["-- {author}"]), between=dict(all=["* * *"]), p_between=1.0, gap_between=[0]),
    dict(name="h-three-blank", site="Archive", top=["Archive of clippings"], gap_title=[2], gap_paragraph=1, gap_post=3, p_byline=0.6, p_date=0.6, p_credit=0.5,
         dates=dict(en=["long_en", "slash"], ar=["lev_both"]), head=dict(en=["{author}", "{outlet}", "{date}"], ar=["{author}", "{outlet}", "{date}"]), credits=dict(en=["Translation: {author}"], ar=["ترجمة: {author}"]), between=dict(all=[])),
    dict(name="h-portal-mixed", site="Hub", top=["Log in", "Register", "EN | AR", "{page_date}"], p_twice=0.3, p_caption=0.4, gap_title=[1, 2], gap_paragraph=0,
         captions=dict(en=["Getty Images"], ar=["تصوير {author}"]), dates=dict(en=["mid_en", "iso"], ar=["ar", "ar_digits"]), head=dict(en=["{date} | {outlet}", "{author}"], ar=["{date} | {outlet}", "{author}"]),
         credits=dict(en=["Source : {outlet}"], ar=["المصدر/ {outlet}"]), between=dict(all=["Previous | Next", "Rate this article"], ar=["شارك برأيك"]), p_between=0.85, p_empty=0.06, bottom=["Contact us", "Terms of use"]),
    dict(name="h-bare-double", site="Notes", top=[], gap_top=0, gap_title=[0, 1], gap_paragraph=0, gap_post=2, p_byline=0.4, p_date=0.5, p_credit=0.4,
         dates=dict(en=["day_first"], ar=["ar_day_first"]), head=dict(en=["{date}", "{author}"], ar=["{date}", "{author}"]), credits=dict(en=["From: {outlet}"], ar=["من: {outlet}"]), between=dict(all=[])),
    dict(name="h-list-mail", site="List", top=["Today's Topics:", "{page_date}"], upper_titles=True, gap_title=[1], gap_paragraph=1, gap_post=1, p_byline=0.7, p_date=0.8, p_credit=0.3,
         dates=dict(en=["long_en"], ar=["lev"]), head=dict(en=["{outlet}", "By {author}", "{date}"], ar=["{outlet}", "كتب: {author}", "{date}"]), credits=dict(en=["Copyright {outlet}"], ar=["حقوق النشر {outlet}"]),
         between=dict(all=["------------------------------"]), p_between=0.97, bottom=["End of digest"]),
]  # fmt: skip


def main() -> None:
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    for name, families in (("tune", TUNE), ("held_out", HELD_OUT)):
        spec = {"names": NAMES, "outlets": OUTLETS, "families": families}
        (out / f"{name}.json").write_text(json.dumps(spec, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
