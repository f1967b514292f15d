"""A parsed page as lines: every run of visible text that the form sets apart, with what the form says of it.

The walk is one pass over the tree without recursion. It yields flat tables (`Node`, `Line`) that the other
`html_*` modules compare by number; nothing after it needs to climb the tree again.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from lxml import etree

from tawatur.model.page import BlockKind, LinkKind

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_SECTIONS = frozenset(
    ["article", "aside", "blockquote", "dl", "fieldset", "footer", "form", "header", "main", "menu", "nav", "ol", "pre", "section", "table", "ul"]
)
_BLOCKS = (
    frozenset(
        ["address", "body", "caption", "center", "dd", "details", "dialog", "div", "dt", "figcaption", "figure", "hgroup", "html", "legend", "li", "optgroup", "p", "summary", "tbody", "td", "tfoot", "th", "thead", "tr", "search"]
    )
    | _SECTIONS
    | frozenset(HEADINGS)
)
_UNSEEN = frozenset(
    ["script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "embed", "applet", "canvas", "select", "option", "textarea", "datalist", "noframes", "noembed", "audio", "video", "map", "title"]
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
_BOLD = frozenset(("b", "strong"))
_ACTING = frozenset(("a", "b", "br", "font", "hr", "img", "span", "strong", "time"))
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_HIDDEN_CLASS = re.compile(r"(?:^|\s)(?:sr-only|screen-reader-text|visually-hidden|visuallyhidden|assistive-text)(?:\s|$)")
_PLAYER = re.compile(r"/embed/|player|/video", re.I)
_AUTHOR_CLASS = re.compile(r"(?:^|[\s_-])(?:author|byline|by-line)(?:$|[\s_-]|name)", re.I)
_NEVER_HIDDEN = frozenset(("html", "body", "main", "article"))

# Words that authors of pages use in class names and ids for what is not the article. A zone only weighs a
# line down when articles are looked for; no line is dropped for it.
_ZONE_WORDS = re.compile(
    r"(?:^|[\s_-])(?P<word>comments?|commentlist|comment-?list|respond|disqus\w*|replies|sidebar\w*|side-?bar|widgets?|"
    r"related\w*|recommend\w*|recirc\w*|share\w*|sharing|social\w*|breadcrumbs?|menu\w*|nav|navbar|navigation|footer|"
    r"newsletter\w*|subscribe\w*|promo\w*|cookies?|consent|banner|popup|modal|pagination|pager|toolbar|toc|"
    r"advert\w*|sponsor\w*|outbrain|taboola|most-?read|most-?popular|trending|masthead|copyright|credits-bar)(?=$|[\s_-])",
    re.I,
)
_ZONE_TAGS = {"nav": "nav", "aside": "aside", "footer": "footer", "form": "form", "button": "form", "menu": "nav"}
_STATE_WORDS = re.compile(r"\d|^(?:odd|even|first|last|active|alt|sticky|clearfix|rtl|ltr|left|right)$|^(?:tag|category)-")

MAX_LINES = 200_000
_MOST_NAMES = 12


@dataclass(slots=True)
class Anchor:
    """A link inside one line, in code points of that line."""

    kind: LinkKind
    url: str
    start: int
    end: int


@dataclass(slots=True)
class Mark:
    """Words of one line in an inline element with class names, in code points of that line."""

    names: str
    start: int
    end: int


@dataclass(slots=True)
class Node:
    """One block element: its place in the tree by number, and the half-open range of lines it holds."""

    el: Any
    parent: int
    tag: str
    look: str
    """Tag and class names without counters and states: siblings made by one template share it."""
    zone: str | None
    """The kind of page furniture that this element is in, by its tag or the names its author gave it."""
    first: int
    last: int


@dataclass(slots=True)
class Line:
    """One line of visible text."""

    text: str
    kind: BlockKind
    level: int | None
    gap: int
    """Blank lines before it."""
    node: int
    after_rule: bool
    strong: int
    """Code points at the start of the line that stand in bold; 0 for none."""
    names: str
    """Class names of the inline and block elements that begin with this line, lower case."""
    anchors: list[Anchor] = field(default_factory=list)
    when: str | None = None
    """What a time element in it states."""
    marks: list[Mark] = field(default_factory=list)
    """Words inside it that the page's author gave a name to."""

    @property
    def signed(self) -> tuple[int, int] | None:
        """Where words inside it stand that the page's author named as who wrote, in code points of the line."""
        return next(((mark.start, mark.end) for mark in self.marks if _names_author(mark.names)), None)


@dataclass(slots=True)
class Flat:
    """A page as flat tables."""

    lines: list[Line]
    nodes: list[Node]
    media: list[tuple[int, LinkKind, str | None, str]]
    """Pictures and films: the line they stand before, kind, text, address."""
    cut: bool
    """True where the page had more lines than are kept."""

    def ancestors(self, node: int) -> list[int]:
        """Numbers of `node` and of all that hold it, innermost first."""
        chain = []
        while node >= 0:
            chain.append(node)
            node = self.nodes[node].parent
        return chain


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
            if tag in _UNSEEN or _is_hidden(el, tag, names):
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


@lru_cache(maxsize=8192)
def look_of(tag: str, names: str | None) -> str:
    """Tag and class names without counters and states."""
    if not names:
        return tag
    kept = sorted({n for n in names.split() if not _STATE_WORDS.search(n)})
    return ".".join((tag, *kept))


@lru_cache(maxsize=8192)
def zone_of(tag: str, names: str | None, identifier: str | None = None) -> str | None:
    """The kind of furniture that a tag, a class name or an id speaks of, or None."""
    if tag in _ZONE_TAGS:
        return _ZONE_TAGS[tag]
    if tag in _NEVER_HIDDEN or not (names or identifier):
        return None
    found = _ZONE_WORDS.search(f"{names or ''} {identifier or ''}")
    return found["word"].lower() if found else None


def _is_hidden(el: Any, tag: str, names: str | None) -> bool:
    if tag in _NEVER_HIDDEN:
        return False
    hidden, style = el.get("hidden"), el.get("style")
    if hidden is not None and hidden.lower() != "until-found":
        return True
    if style and _HIDDEN_STYLE.search(style):
        return True
    return names is not None and _hides(names)


@lru_cache(maxsize=8192)
def _names_author(names: str) -> bool:
    return bool(_AUTHOR_CLASS.search(names))


@lru_cache(maxsize=8192)
def _hides(names: str) -> bool:
    return bool(_HIDDEN_CLASS.search(names))


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
        elif _is_bold(el, tag):
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
        elif tag in _ACTING and _is_bold(el, tag):
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


def _is_bold(el: Any, tag: str) -> bool:
    if tag in _BOLD:
        return True
    if tag not in ("span", "font"):
        return False
    style = el.get("style")
    return bool(style and _BOLD_STYLE.search(style)) or (tag == "font" and _is_large(el.get("size")))


def _is_large(size: str | None) -> bool:
    return bool(size) and size.lstrip("+").isdigit() and (size.startswith("+") or int(size.lstrip("+")[:2]) >= 4)  # type: ignore[union-attr]
