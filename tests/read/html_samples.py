"""Small HTML pages of our own, for the tests of reading HTML."""

from __future__ import annotations

from tawatur.model import Capture, Page, Unit
from tawatur.read.html import read_html

PROSE = (
    "The old dam above Qarya was closed on Sunday after engineers found a crack in its eastern wall, the water board said.",
    "Families from three villages below the dam were told to leave their houses until the wall has been looked at again.",
    "A spokesman for the board, Samir Halloun, said the crack was two metres long and had not grown since the morning.",
    "The district has had no rain for a month, and the lake behind the dam stands at less than half of its usual level.",
    "Repairs will take until the end of the month, according to the board, which has asked the ministry for two pumps.",
)
ARABIC = (
    "أعلنت هيئة المياه إغلاق السد القديم فوق بلدة القرية يوم الأحد بعد أن عثر المهندسون على شق في جداره الشرقي.",
    "وطلبت الهيئة من سكان ثلاث قرى تقع أسفل السد مغادرة منازلهم إلى أن يعاد فحص الجدار مرة أخرى خلال الأسبوع.",
    "وقال المتحدث باسم الهيئة سمير حلون إن طول الشق متران وإنه لم يتسع منذ ساعات الصباح الأولى حتى المساء.",
    "ولم تشهد المنطقة أمطارا منذ شهر وتراجع مستوى البحيرة خلف السد إلى أقل من نصف مستواها المعتاد في هذا الوقت.",
)


def read(markup: str | bytes, *, uri: str | None = None, encoding: str | None = "utf-8") -> Page:
    raw = markup if isinstance(markup, bytes) else markup.encode("utf-8", "surrogatepass")
    capture = Capture(source="page.html", name="page.html", raw=raw, retrieved="2026-01-05T10:00:00Z", uri=uri)
    return read_html(capture, markup, encoding)


def paragraphs(lines: tuple[str, ...]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def article(head: str = "", before: str = "", after: str = "", lines: tuple[str, ...] = PROSE) -> str:
    return (
        f"<html lang='en'><head><title>Crack closes dam above Qarya | Harbour Post</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a> <a href='/world'>World</a></nav>{before}<article><h1>Crack closes dam above Qarya</h1>"
        f"<p class='byline'>By Nadia Haddad</p>{paragraphs(lines)}</article>{after}</body></html>"
    )


def only(page: Page) -> Unit:
    assert len(page.units) == 1
    return page.units[0]


def first(unit: Unit, name: str) -> str | None:
    return next((s.value for s in unit.stated if s.name == name), None)
