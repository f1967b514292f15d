"""A parsed page as lines: every run of visible text that the form sets apart, with what the form says of it.

The walk is one pass over the tree without recursion. It yields flat tables (`Node`, `Line`) that the other
`html_*` modules compare by number; nothing after it needs to climb the tree again.
"""

from __future__ import annotations

import re
from collections import deque
from typing import Any

from lxml import etree

from tawatur.model.page import BlockKind, LinkKind
from tawatur.read.html_model import Anchor, Flat, Line, Mark, Node
from tawatur.read.html_names import is_bold, is_hidden, look_of, zone_of

__all__ = ["MAX_LINES", "Line", "flatten"]

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_SECTIONS = frozenset(
    [
        "article",
        "aside",
        "blockquote",
        "dl",
        "fieldset",
        "footer",
        "form",
        "header",
        "main",
        "menu",
        "nav",
        "ol",
        "pre",
        "section",
        "table",
        "ul",
    ]
)
_BLOCKS = (
    frozenset(
        [
            "address",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "dialog",
            "div",
            "dt",
            "figcaption",
            "figure",
            "hgroup",
            "html",
            "legend",
            "li",
            "optgroup",
            "p",
            "summary",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "search",
        ]
    )
    | _SECTIONS
    | frozenset(HEADINGS)
)
_UNSEEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "applet",
        "canvas",
        "select",
        "option",
        "textarea",
        "datalist",
        "noframes",
        "noembed",
        "audio",
        "video",
        "map",
        "title",
    ]
)
_KINDS: dict[str, BlockKind] = {
    "li": "item",
    "dt": "item",
    "dd": "item",
    "blockquote": "quote",
    "figcaption": "caption",
    "caption": "caption",
    "td": "cell",
    "th": "cell",
    "pre": "pre",
    **dict.fromkeys(HEADINGS, "heading"),
}
_ACTING = frozenset(("a", "b", "br", "font", "hr", "img", "span", "strong", "time"))
_PLAYER = re.compile(r"/embed/|player|/video", re.I)

MAX_LINES = 200_000
_MOST_NAMES = 12


def flatten(root: Any) -> Flat:
    """Lay the visible text of the tree under `root` out as lines, in page order."""
    walk = _Walk()
    skipped: set[Any] = set()
    events = etree.iterwalk(root, events=("start", "end"))
    for event, el in events:
        tag = el.tag
        if event == "start":
            if not isinstance(tag, str):
                continue
            names = el.get("class")
            if tag in _UNSEEN or is_hidden(el, tag, names):
                walk.leave_out(el, tag)
                events.skip_subtree()
                skipped.add(el)
                continue
            walk.open(el, tag if el is not root else "html", names)
            text = el.text
        else:
            if el in skipped:
                skipped.discard(el)
            elif isinstance(tag, str):
                walk.close(el, tag if el is not root else "html")
            text = el.tail if el is not root else None
        if text:
            walk.add(text)
    walk.flush()
    return Flat(walk.lines, walk.nodes, walk.media, walk.cut)


class _Walk:
    """State of the one pass."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.nodes: list[Node] = []
        self.media: list[tuple[int, LinkKind, str | None, str]] = []
        self.cut = False
        self._open: list[int] = []
        self._kinds: list[tuple[BlockKind, int | None]] = [("paragraph", None)]
        self._bold = 0
        self._pre = 0
        self._links: list[tuple[str, int]] = []
        self._parts: list[str] = []
        self._length = 0
        self._space = False
        self._gap = 0
        self._after_rule = False
        self._strong = -1
        self._names: deque[str] = deque(maxlen=_MOST_NAMES)
        self._anchors: list[Anchor] = []
        self._when: str | None = None
        self._marking: list[tuple[Any, str, int]] = []
        self._marks: list[Mark] = []

    def open(self, el: Any, tag: str, names: str | None) -> None:
        """An element begins."""
        if tag in _BLOCKS:
            self._open_block(el, tag, names)
            return
        if tag in _ACTING:
            self._open_inline(el, tag)
        if names:
            self._names.append(names)
            self._marking.append((el, names, self._length))

    def _open_inline(self, el: Any, tag: str) -> None:
        if tag == "a":
            self._links.append(((el.get("href") or "").strip(), self._length))
        elif tag == "br":
            self._break()
        elif tag == "hr":
            self.flush()
            self._gap = max(self._gap, 2)
            self._after_rule = True
        elif tag == "time":
            self._when = self._when or el.get("datetime")
        elif tag == "img":
            self._see(el, "image", el.get("alt"))
        elif is_bold(el, tag):
            self._bold += 1

    def close(self, el: Any, tag: str) -> None:
        """An element ends."""
        if tag in _BLOCKS:
            self.flush()
            self.nodes[self._open.pop()].last = len(self.lines)
            self._kinds.pop()
            if tag in _SECTIONS:
                self._gap = max(self._gap, 1)
                self._pre -= tag == "pre"
        elif tag == "a":
            if self._links:
                self._link(*self._links.pop())
        elif tag in _ACTING and is_bold(el, tag):
            self._bold -= 1
        if self._marking and self._marking[-1][0] is el:
            _, names, start = self._marking.pop()
            if start < self._length and len(self._marks) < _MOST_NAMES:
                self._marks.append(Mark(names, start, self._length))

    def add(self, raw: str) -> None:
        """Text of the current line."""
        if self.cut:
            return
        if self._pre:
            self._add_pre(raw)
            return
        words = raw.split()
        if not words:
            self._space = True
            return
        if self._length and (self._space or raw[0].isspace()):
            self._put(" ")
        self._mark_strong()
        self._put(" ".join(words))
        self._space = raw[-1].isspace()

    def leave_out(self, el: Any, tag: str) -> None:
        """An element that is not shown: only the address of a film is kept."""
        if tag in ("video", "audio"):
            source = el.get("src") or next((s.get("src") for s in el.iter("source") if s.get("src")), None)
            if source:
                self.media.append((len(self.lines), "video" if tag == "video" else "audio", None, source))
        elif tag == "iframe" and _PLAYER.search(el.get("src") or ""):
            self.media.append((len(self.lines), "video", el.get("title") or None, el.get("src")))

    def flush(self) -> None:
        """End the current line."""
        if not self._length:
            return
        self._end_line("".join(self._parts).rstrip())
        self._links = [(href, 0) for href, _ in self._links]
        self._parts, self._length, self._space, self._strong = [], 0, False, -1

    def _end_line(self, text: str) -> None:
        for href, start in self._links:
            self._link(href, start)
        for mark in self._marks:
            mark.end = min(mark.end, len(text))
            mark.start += text[mark.start : mark.start + 1] == " "
        for anchor in self._anchors:
            anchor.end = min(anchor.end, len(text))
            while anchor.start < anchor.end and text[anchor.start] == " ":
                anchor.start += 1
        kind, level = self._kinds[-1]
        self.lines.append(
            Line(
                text=text,
                kind=kind,
                level=level,
                gap=min(self._gap, 4),
                node=self._open[-1] if self._open else -1,
                after_rule=self._after_rule,
                strong=len(text) if self._strong < 0 else min(self._strong, len(text)),
                names=" ".join(self._names).lower(),
                anchors=[a for a in self._anchors if a.start < a.end],
                when=self._when,
                marks=self._marks,
            )
        )
        self._gap, self._after_rule, self._anchors, self._when = 0, False, [], None
        self._marking, self._marks = [], []
        self._names.clear()
        self.cut = len(self.lines) >= MAX_LINES

    def _mark_strong(self) -> None:
        # The leading bold run ends where the first text outside bold begins.
        if self._strong < 0 and not self._bold:
            self._strong = self._length

    def _open_block(self, el: Any, tag: str, names: str | None) -> None:
        self.flush()
        if tag in _SECTIONS or tag in HEADINGS:
            self._gap = max(self._gap, 1)
        parent = self._open[-1] if self._open else -1
        zone = (self.nodes[parent].zone if parent >= 0 else None) or zone_of(tag, names, el.get("id"))
        self.nodes.append(Node(el, parent, tag, look_of(tag, names), zone, len(self.lines), len(self.lines)))
        self._open.append(len(self.nodes) - 1)
        if names:
            self._names.append(names)
        self._kinds.append(self._kind_inside(tag))
        if tag == "pre":
            self._pre += 1

    def _kind_inside(self, tag: str) -> tuple[BlockKind, int | None]:
        if tag in _KINDS:
            return _KINDS[tag], HEADINGS.get(tag)
        outer = self._kinds[-1]
        # Tables often only lay a page out: a paragraph or a box inside a cell is what it says it is.
        return ("paragraph", None) if outer[0] == "cell" and tag in ("p", "div") else outer

    def _break(self) -> None:
        if self._length:
            self.flush()
        else:
            self._gap += 1

    def _add_pre(self, raw: str) -> None:
        for number, piece in enumerate(raw.split("\n")):
            if number:
                self._break()
            piece = piece.replace("\t", "    ").replace("\r", "")
            if piece.strip():
                self._mark_strong()
            # White space between two elements of one line parts their words; before the first it says nothing.
            if piece.strip() or (piece and self._length):
                self._put(piece)

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _link(self, href: str, start: int) -> None:
        if href and self._length > start:
            self._anchors.append(Anchor("link", href, start, self._length))

    def _see(self, el: Any, kind: LinkKind, text: str | None) -> None:
        source = el.get("src") or el.get("data-src")
        if source and not source.startswith("data:"):
            alt = " ".join(text.split()) if text else None
            self.media.append((len(self.lines), kind, alt or None, source))
