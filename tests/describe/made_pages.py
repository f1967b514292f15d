"""Pages for describing, laid out as posts without the splitter's help. Names, outlets and events are invented."""

from __future__ import annotations

from dataclasses import replace

from tawatur.model import Block, Link, Page, Post, Span, Stated

EN_BODY = (
    "The harbour council voted on Tuesday to close the old bridge for repairs that are expected to take two years.\n"
    "Engineers found cracks in three of its pillars, and the mayor said that lorries would be turned away at once."
)
AR_BODY = (
    "صوّت مجلس الميناء على إغلاق الجسر القديم لإجراء إصلاحات يتوقع أن تستغرق عامين كاملين.\n"
    "وعثر المهندسون على تشققات في ثلاثة من أعمدته، وأوضح رئيس البلدية أن الشاحنات ستُمنع من العبور فوراً."
)


def page_of(text: str, **more: object) -> Page:
    """A plain page with this text."""
    page = Page(
        id="pg-1",
        source="made.txt",
        media_type="text/plain",
        encoding="utf-8",
        sha256="0" * 64,
        retrieved="2021-06-01T00:00:00+00:00",
        title=None,
        text=text,
        made_by="test",
    )
    return replace(page, **more)  # type: ignore[arg-type]


def digest(*written: tuple[str, str | None, str, str], top: str = "", **more: object) -> tuple[Page, list[Post]]:
    """A page of posts from (title and head, body, tail, what follows outside)."""
    text = top
    posts: list[Post] = []
    for head, body, tail, after in written:
        start = len(text)
        title = head.split("\n", 1)[0]
        text += head
        body_span = None
        if body is not None:
            text += "\n"
            body_span = Span(len(text), len(text) + len(body))
            text += body
        if tail:
            text += "\n" + tail
        posts.append(
            Post(
                id=f"po-{len(posts)}",
                page_id="pg-1",
                order=len(posts),
                span=Span(start, len(text)),
                title=Span(start, start + len(title)) if title else None,
                body=body_span,
                made_by="test",
            )
        )
        text += "\n" + after + "\n"
    return page_of(text, **more), posts


def one_post(head: str, body: str | None = EN_BODY, tail: str = "", **more: object) -> tuple[Page, list[Post]]:
    """A page with a single post."""
    return digest((head, body, tail, ""), **more)


def stated(name: str, value: str, where: str = "json-ld") -> Stated:
    return Stated(name=name, value=value, where=where)


__all__ = ["AR_BODY", "EN_BODY", "Block", "Link", "Span", "digest", "one_post", "page_of", "stated"]
