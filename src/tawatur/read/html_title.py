"""The title of a page's one article: the headline as shown, or a stated title without the site's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from tawatur.read.html_model import Flat
from tawatur.read.html_signals import is_date

_CUT = re.compile(r"\s+[|–—\-•·*»«:/]+\s+|\s*[|｜：]\s*|\s+\|\|\s+")
_LABEL_END = re.compile(r":\s|\s[/–—|-]\s")
_WORD = re.compile(r"\w+")
_LAST_PART = re.compile(r"(.{8,}?\S)\s+[|–—\-•·»~]+\s+[^|–—•·»~]{2,60}$")
LEAST_WORDS = 3
LEAST_LETTERS = 12


def settle_title(stated: Sequence[str], sites: Iterable[str], flat: Flat, body_at: int) -> str | None:
    """The article's title.

    Args:
        stated: titles that the page's head and the library give, best first.
        sites: names by which the site calls itself, and its host name.
        flat: the page's lines; `body_at` is the number of the line where the body begins.
    Returns: the headline shown before the body where it is plain which one that is, else the best stated title
        without the site's name; None where nothing gives one.
    """
    names = {key for key in (_key(s) for s in sites) if len(key) >= 2}
    cleaned = [without_site(title, names) for title in stated]
    shown = _shown(cleaned, names, flat, body_at)
    if shown:
        return shown
    if not cleaned:
        return None
    best = _shortest_agreed(cleaned)
    return _without_last_part(best) if len(set(cleaned)) == 1 else best


def without_site(title: str, names: set[str]) -> str:
    """`title` without parts at its ends that only name the site or print a date."""
    for _ in range(4):
        cuts = list(_CUT.finditer(title))
        if not cuts:
            break
        last, first = cuts[-1], cuts[0]
        if _names_site(title[last.end() :], names) and _key(title[: last.start()]):
            title = title[: last.start()].rstrip()
        elif _names_site(title[: first.start()], names) and len(title) - first.end() >= LEAST_LETTERS:
            title = title[first.end() :].lstrip()
        else:
            break
    return title


def _without_last_part(title: str) -> str:
    """A title that nothing else on the page repeats, without the part behind its last rule: by habit, the site."""
    parted = _LAST_PART.match(title)
    return parted[1] if parted and len(_WORD.findall(parted[1])) >= 2 else title


def site_names(outlets: Iterable[str], url: str | None) -> list[str]:
    """Names of the site: as it states them, and its host name with and without its ending."""
    names = list(outlets)
    try:
        host = urlsplit(url).hostname if url and "://" in url else None
    except ValueError:
        host = None
    if host:
        plain = host.removeprefix("www.")
        names += [host, plain, plain.rsplit(".", 1)[0]]
        names += [part for part in plain.split(".")[:-1] if len(part) > 3]
    return names


def _names_site(part: str, names: set[str]) -> bool:
    key = _key(part)
    if not key:
        return True
    if len(part) > 80:
        return False
    if is_date(part) or key in names:
        return True
    return any(len(n) >= 4 and len(key) >= 3 and (n in key or key in n) and len(key) <= 3 * len(n) for n in names)


def _shown(stated: Sequence[str], names: set[str], flat: Flat, body_at: int) -> str | None:
    """The one top heading before the body; among several, the one that a stated title agrees with."""
    heads = [
        (i, line)
        for i, line in enumerate(flat.lines[: body_at + 3])
        if line.kind == "heading" and flat.nodes[line.node].zone is None and _is_headline(line.text, names)
    ]
    for _, line in heads:
        for title in stated:
            agreed = _agreed(line.text, title)
            if agreed:
                return agreed
    tops = [line.text for _, line in heads if line.level == 1]
    return tops[0] if len(tops) == 1 and len(_WORD.findall(tops[0])) >= LEAST_WORDS else None


def _agreed(shown: str, stated: str) -> str | None:
    """The title where a heading and a stated title agree: as shown, but for a label that only one of them has.

    A label glued before the headline ("Culture Museum reopens") is left out where the stated title lacks it; a label
    that only the stated title has, or sets off with a colon ("Culture: Museum reopens"), is kept from there. What the
    stated title adds at its end is the site's.
    """
    a, b = _key(shown), _key(stated)
    if not a or not b:
        return None
    if a == b:
        return stated if len(_LABEL_END.findall(stated)) > len(_LABEL_END.findall(shown)) else shown
    if len(b) >= LEAST_LETTERS and a.endswith(b):
        return stated
    if len(a) >= LEAST_LETTERS and b.endswith(a):
        return stated
    if min(len(a), len(b)) >= LEAST_LETTERS and (a in b or b in a):
        return shown
    return None


def _is_headline(text: str, names: set[str]) -> bool:
    return LEAST_LETTERS <= len(text) <= 300 and _key(text) not in names and not is_date(text)


def _shortest_agreed(titles: Sequence[str]) -> str:
    """The first title, or a shorter one that it begins or ends with: the rest is what a template added."""
    best = titles[0]
    for title in titles[1:]:
        key = _key(title)
        if (
            len(key) >= LEAST_LETTERS
            and len(title) < len(best)
            and (_key(best).startswith(key) or _key(best).endswith(key))
        ):
            best = title
    return best


def _key(text: str) -> str:
    return "".join(_WORD.findall(text)).casefold()
