"""What tags, class names, ids and styles say of an element: furniture, hidden, bold, an author."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|screen-reader-text|visually-hidden|visuallyhidden|assistive-text)(?:\s|$)"
)
_AUTHOR_CLASS = re.compile(r"(?:^|[\s_-])(?:author|byline|by-line)(?:$|[\s_-]|name)", re.I)
_NEVER_HIDDEN = frozenset(("html", "body", "main", "article"))
_BOLD = frozenset(("b", "strong"))

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
_STATE_WORDS = re.compile(
    r"\d|^(?:odd|even|first|last|active|alt|sticky|clearfix|rtl|ltr|left|right)$|^(?:tag|category)-"
)


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


def is_hidden(el: Any, tag: str, names: str | None) -> bool:
    """An element that browsers do not show, or that is for screen readers alone."""
    if tag in _NEVER_HIDDEN:
        return False
    hidden, style = el.get("hidden"), el.get("style")
    if hidden is not None and hidden.lower() != "until-found":
        return True
    if style and _HIDDEN_STYLE.search(style):
        return True
    return names is not None and _hides(names)


@lru_cache(maxsize=8192)
def names_author(names: str) -> bool:
    """Class names that name an author."""
    return bool(_AUTHOR_CLASS.search(names))


@lru_cache(maxsize=8192)
def _hides(names: str) -> bool:
    return bool(_HIDDEN_CLASS.search(names))


def is_bold(el: Any, tag: str) -> bool:
    """An inline element whose words stand in bold, or in large letters as titles did before there were styles."""
    if tag in _BOLD:
        return True
    if tag not in ("span", "font"):
        return False
    style = el.get("style")
    return bool(style and _BOLD_STYLE.search(style)) or (tag == "font" and _is_large(el.get("size")))


def _is_large(size: str | None) -> bool:
    return bool(size) and size.lstrip("+").isdigit() and (size.startswith("+") or int(size.lstrip("+")[:2]) >= 4)  # type: ignore[union-attr]
