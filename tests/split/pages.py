"""Invented pages for the tests of splitting."""

from __future__ import annotations

from tawatur.model import Page
from tawatur.model.ids import page_id, sha256_hex

FERRY = (
    "The ferry line to the outer islands was closed on Tuesday after engineers found cracks in the eastern pier.",
    "“Nobody will cross before the pier is mended,” harbour master Odile Framm told reporters on the quay.",
    "The cracks were found on Monday evening by a diver who had been looking for a lost anchor, the harbour office said.",
)
HARVEST = (
    "بدأ موسم قطاف الزيتون في بلدات السهل الشمالي بتأخير أسبوعين عن موعده المعتاد بسبب الأمطار، وفق ما أعلنت تعاونية المزارعين.",
    "وقال رئيس التعاونية رشدي المسعود إنّ «المحصول أقلّ من العام الماضي بالثلث، لكنّ نوعية الزيت أفضل».",
    "ويتوقع المزارعون أن يستمر القطاف في بلدات السهل حتى نهاية الشهر إذا بقي الطقس صحواً.",
)
BRIDGE = (
    "Residents of Tallow Hill have waited eleven years for the bridge that the council promised them in its first plan.",
    "On Friday the council voted nine to four to begin the work in spring, with a toll for lorries of more than ten tons.",
    "“We will believe in the bridge when we stand on it,” said Marta Quill, who keeps the shop at the end of the road.",
)
TITLES = {
    FERRY: "Cracked pier closes ferry line to outer islands",
    HARVEST: "موسم الزيتون يتأخر أسبوعين في السهل الشمالي",
    BRIDGE: "Tallow Hill council votes for the long promised bridge",
}


def page(text: str, **more: object) -> Page:
    raw = text.encode("utf-8", "surrogatepass")
    digest = sha256_hex(raw)
    given = dict(
        id=page_id(digest, "page.txt"),
        source="page.txt",
        media_type="text/plain",
        encoding="utf-8",
        sha256=digest,
        retrieved="2020-01-01T00:00:00Z",
        title=None,
        text=text,
        made_by="read@1",
    )
    return Page(**(given | more))  # type: ignore[arg-type]


def article(body: tuple[str, ...], *, head: str = "", tail: str = "", gap: str = "\n") -> str:
    return "\n".join(part for part in (TITLES[body] + "\n", head, gap.join(body), tail) if part)
