"""Template families with names and outlets that no list can know, for `benchmarks/describe.py`.

The names are invented syllables; so are most of the outlets. What says that they are names is the place on the page,
the words around them and what stands in the same place in the other posts. Families named `held-` are scored and
never read one by one.
"""

from __future__ import annotations

from typing import Any

NAMES = {
    "en": ["Orla Vintner", "Bram Kesteven", "Ilka Doranova", "Teun Maarsk", "Zofka Belluni", "Peregrine Ashcombe", "T. R. Vandeleur", "Nadia Quorley",
           "Hamza Teroudi", "Elspeth Marrowby", "Joan Tullivar", "Kirsi Vaalo"],
    "ar": ["أورلا فينان", "هيثم الدروبلي", "ميسان تلفيتي", "زاهر القنبوري", "رفقة السنجاري", "بديع الطوقلي", "شهلا مرديني", "كنان الصلباوي", "أحمد الترنوبي", "نورس هيلاني"],
}  # fmt: skip
OUTLETS = {
    "en": ["Tarsa Times", "Ozmara Now", "Velmora", "The Quillon Herald", "Norvik Agency", "Meridora Press", "KTLV", "brackwater.net", "Sundra Today", "Pelligrin Report",
           "Halvane Post", "Radio Ostrava Sud"],
    "ar": ["أزمارا الآن", "صحيفة التلال", "وكالة ميريديان", "موقع زرقان", "شبكة فالمورا", "تلمورا برس", "جريدة الضحى الجديد", "مجلة سواقي", "راديو نهوند", "قناة الطرفة", "ترسا اليوم"],
}  # fmt: skip


def _family(
    name: str, head: tuple[list[str], list[str]], credits: tuple[list[str], list[str]], **more: Any
) -> dict[str, Any]:
    spec: dict[str, Any] = {
        "name": name, "top": ["Reading list", "{page_date}"], "gap_title": [0, 1], "gap_paragraph": 0, "p_byline": 0.75, "p_date": 0.75,
        "p_credit": 0.6, "dates": {"en": ["mid_en", "day_first", "long_en"], "ar": ["ar", "lev", "ar_day_first"]},
        "head": {"en": head[0], "ar": head[1]}, "credits": {"en": credits[0], "ar": credits[1]}, "between": {"all": ["* * *"]},
    }  # fmt: skip
    return {**spec, **more}


FAMILIES = [
    _family("u-newsletter", (["{author} · {outlet}"], ["{author} · {outlet}"]), (["Read the whole story at {outlet}", "Continue reading on {outlet}", "Full story: {outlet}"], ["القصة كاملة على {outlet}", "للمزيد: {outlet}", "تابع القراءة على {outlet}"]),
            gap_paragraph=1, top=["View in browser", "The week, read for you", "{page_date}"], between={"all": ["Forward to a friend"]}),
    _family("u-source-colon", (["{date}", "{author}"], ["{date}", "{author}"]), (["Source: {outlet}", "SOURCE {outlet}", "From: {outlet}"], ["المصدر: {outlet}", "عن {outlet}", "المصدر {outlet}"])),
    _family("u-brackets", (["{author} ({outlet})", "[{date}]"], ["{author} ({outlet})", "[{date}]"]), (["[{outlet}]", "({outlet})"], ["[{outlet}]", "({outlet})"]), p_credit=0.4),
    _family("u-city-slash", (["{outlet} / Beirut / {date}", "{author}"], ["{outlet} / بيروت / {date}", "{author}"]), (["© {outlet}", "Copyright {outlet}"], ["© {outlet}", "حقوق النشر {outlet}"])),
    _family("u-bare-tail", (["{date} - {author}"], ["{date} - {author}"]), (["{outlet}"], ["{outlet}"]), p_credit=0.8),
    _family("u-signature", (["{date}"], ["{date}"]), (["{author}\n{outlet}", "{author}, {outlet}", "{author} for {outlet}"], ["{author}\n{outlet}", "{author} - {outlet}", "{author}، {outlet}"]), p_credit=0.8),
    _family("u-dots", (["{date} • {outlet} • {author}"], ["{date} • {outlet} • {author}"]), (["Photo: {author}", "Translated by {author}"], ["تصوير: {author}", "ترجمة: {author}"]), p_caption=0.5,
            captions={"en": ["A street in the old town. Photo by Ona Krell/Velmora", "Rescue workers at the dam"], "ar": ["من الأرشيف (وكالة ميريديان)", "شارع في البلدة القديمة"]}),
    _family("u-labels", (["Author: {author}", "Outlet: {outlet}", "Date: {date}"], ["الكاتب: {author}", "الصحيفة: {outlet}", "التاريخ: {date}"]), (["Link: {outlet}", "Published by {outlet}"], ["الرابط: {outlet}", "نشرته {outlet}"]), p_credit=0.3),
    _family("held-u-press-review", (["{outlet}, {date}:", "by {author}"], ["{outlet}، {date}:", "{author}"]), (["More at {outlet}", "Story from {outlet}"], ["التفاصيل على {outlet}", "نقلاً عن: {outlet}"])),
    _family("held-u-forum", (["Quote from {outlet}", "{author} wrote on {date}"], ["اقتباس من {outlet}", "{author} كتب بتاريخ {date}"]), (["Link to original: {outlet}"], ["الخبر من {outlet}"]), between={"all": ["Reply", "Like"]}),
    _family("held-u-pipe-end", ([], []), (["{author} | {outlet} | {date}", "{outlet} | {date}"], ["{author} | {outlet} | {date}", "{outlet} | {date}"]), p_credit=0.9),
    _family("held-u-name-under", (["{author}", "{outlet}"], ["{author}", "{outlet}"]), (["{date}"], ["{date}"])),
    _family("held-u-dash-date", (["{date} — {outlet}", "Story by {author}"], ["{date} — {outlet}", "تقرير {author}"]), (["Reposted from {outlet}", "Credit: {outlet}", "All rights reserved {outlet}"], ["منقول من {outlet}", "جميع الحقوق محفوظة لـ {outlet}"]), p_credit=0.3),
    _family("held-u-wire", (["{outlet} -- {date} --", "{author}"], ["{outlet} -- {date} --", "{author}"]), (["Original: {outlet}", "Original article: {outlet}"], ["المقال الأصلي: {outlet}", "النص الأصلي: {outlet}"])),
    _family("held-u-two-lines", (["{outlet}", "{date} | {author}"], ["{outlet}", "{date} | {author}"]), (["Via {outlet}"], ["عبر {outlet}"]), p_credit=0.3),
    _family("held-u-comma", (["By {author}, {outlet}, {date}"], ["بقلم {author}، {outlet}، {date}"]), (["Source - {outlet}"], ["المصدر - {outlet}"]), p_credit=0.3),
]  # fmt: skip
