"""Pages too large for a tree: their text by one linear pass over the markup, and nothing more."""

from __future__ import annotations

import re
from html import unescape

from tawatur.read.html_lines import MAX_LINES
from tawatur.read.html_model import Line

_BREAKING = (
    r"</?(?:address|article|aside|blockquote|body|br|caption|center|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|"
    r"header|hr|html|li|main|nav|ol|p|pre|section|table|td|th|tr|ul)\b[^<>]*>"
)
_LINE_BREAK = re.compile(_BREAKING, re.I)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<![^<>]*>")
_OPENS = re.compile(r"<(?:(script|style|template|noscript|svg|head)\b|(!--))", re.I)
_CLOSERS = {
    name: re.compile(rf"</{name}\s*>", re.I) for name in ("script", "style", "template", "noscript", "svg", "head")
}


def lines_of_text(markup: str) -> list[Line]:
    """The visible text of `markup` as lines, at most MAX_LINES of them, in time linear in its length."""
    shown = _LINE_BREAK.sub("\n", without_unseen(markup))
    shown = unescape(_TAG.sub("", shown)) if "&" in shown else _TAG.sub("", shown)
    found: list[Line] = []
    for raw in shown.split("\n"):
        text = " ".join(raw.split())
        if text:
            found.append(Line(text, "paragraph", None, 0, -1, False, 0, "", []))
            if len(found) >= MAX_LINES:
                break
    return found


def without_unseen(markup: str) -> str:
    """`markup` without scripts, styles and other elements that are never shown, and without comments."""
    parts: list[str] = []
    at = 0
    endless: set[str] = set()
    for opened in _OPENS.finditer(markup):
        name = (opened[1] or opened[2]).lower()
        if opened.start() < at or name in endless:
            continue
        end = _end_of(markup, name, opened.end())
        if end < 0:
            endless.add(name)
            continue
        parts.append(markup[at : opened.start()])
        at = end
    parts.append(markup[at:])
    return "".join(parts)


def _end_of(markup: str, name: str, start: int) -> int:
    if name == "!--":
        found = markup.find("-->", start)
        return found + 3 if found >= 0 else -1
    closed = _CLOSERS[name].search(markup, start)
    return closed.end() if closed else -1
