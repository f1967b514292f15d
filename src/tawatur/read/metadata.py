"""What the head of an HTML page states of it: JSON-LD, OpenGraph and other meta elements, the title, the language.

Nothing here looks at prose. Every field keeps the part of the form it came from, so that a reader can see why.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from tawatur.model import Stated

MAX_JSON = 1_000_000
MAX_VALUE = 2_000
_MAX_JSON_NODES = 5_000

_META_FIELDS = {
    "og:title": ("title", "opengraph"),
    "twitter:title": ("title", "twitter card"),
    "dc.title": ("title", "meta dc.title"),
    "dcterms.title": ("title", "meta dcterms.title"),
    "citation_title": ("title", "meta citation_title"),
    "parsely-title": ("title", "meta parsely-title"),
    "sailthru.title": ("title", "meta sailthru.title"),
    "headline": ("title", "meta headline"),
    "author": ("byline", "meta author"),
    "article:author": ("byline", "opengraph"),
    "og:author": ("byline", "opengraph"),
    "dc.creator": ("byline", "meta dc.creator"),
    "dcterms.creator": ("byline", "meta dcterms.creator"),
    "parsely-author": ("byline", "meta parsely-author"),
    "sailthru.author": ("byline", "meta sailthru.author"),
    "citation_author": ("byline", "meta citation_author"),
    "byl": ("byline", "meta byl"),
    "article:published_time": ("published", "opengraph"),
    "og:published_time": ("published", "opengraph"),
    "datepublished": ("published", "meta datePublished"),
    "parsely-pub-date": ("published", "meta parsely-pub-date"),
    "sailthru.date": ("published", "meta sailthru.date"),
    "pubdate": ("published", "meta pubdate"),
    "publishdate": ("published", "meta publishdate"),
    "publish-date": ("published", "meta publish-date"),
    "publication_date": ("published", "meta publication_date"),
    "date": ("published", "meta date"),
    "dc.date": ("published", "meta dc.date"),
    "dc.date.issued": ("published", "meta dc.date.issued"),
    "dcterms.created": ("published", "meta dcterms.created"),
    "dcterms.date": ("published", "meta dcterms.date"),
    "citation_publication_date": ("published", "meta citation_publication_date"),
    "article:modified_time": ("modified", "opengraph"),
    "og:updated_time": ("modified", "opengraph"),
    "datemodified": ("modified", "meta dateModified"),
    "last-modified": ("modified", "meta last-modified"),
    "og:site_name": ("outlet", "opengraph"),
    "application-name": ("outlet", "meta application-name"),
    "dc.publisher": ("outlet", "meta dc.publisher"),
    "publisher": ("outlet", "meta publisher"),
    "og:description": ("description", "opengraph"),
    "description": ("description", "meta description"),
    "og:url": ("url", "opengraph"),
    "og:locale": ("lang", "opengraph"),
    "content-language": ("lang", "meta content-language"),
}
_ARTICLE_TYPE = re.compile(r"(?:article|posting|report|review|newsitem)$", re.I)
_NOT_A_NAME = re.compile(r"^(?:https?:|www\.|//)|^@\w+$|^[\w.+-]+@[\w.-]+$", re.I)


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """One article as a JSON-LD block describes it. Values are as written; None where it does not say."""

    headline: str | None
    authors: tuple[str, ...]
    published: str | None
    modified: str | None
    publisher: str | None
    lang: str | None
    url: str | None
    description: str | None

    def stated(self) -> list[Stated]:
        """Its fields as statements of the form."""
        pairs = [("title", self.headline), *(("byline", name) for name in self.authors)]
        pairs += [("published", self.published), ("modified", self.modified), ("outlet", self.publisher)]
        pairs += [("lang", self.lang), ("url", self.url), ("description", self.description)]
        return [Stated(name=name, value=value, where="json-ld") for name, value in pairs if value]


@dataclass(frozen=True, slots=True)
class HeadData:
    """All that the head states, best source first for each field."""

    stated: tuple[Stated, ...]
    articles: tuple[LinkedArticle, ...]
    title_tag: str | None
    kind: str | None
    """og:type, lower case: "article", "website"."""

    def values(self, name: str) -> list[str]:
        """Everything stated under one name, best source first."""
        return [s.value for s in self.stated if s.name == name]

    def first(self, name: str) -> str | None:
        """The best stated value under one name."""
        return next((s.value for s in self.stated if s.name == name), None)


def read_head(tree: Any) -> HeadData:
    """Read what the head of the page states, and the JSON-LD blocks wherever they stand."""
    articles = tuple(linked_articles(tree))
    stated = [*_from_articles(articles), *_from_meta(tree)]
    title_tag = _title_tag(tree)
    if title_tag:
        stated.append(Stated(name="title", value=title_tag, where="title element"))
    canonical = _canonical(tree)
    if canonical:
        stated.append(Stated(name="url", value=canonical, where="link canonical"))
    lang = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip()
    if lang:
        stated.insert(0, Stated(name="lang", value=lang.replace("_", "-"), where="html lang"))
    return HeadData(tuple(dict.fromkeys(stated)), articles, title_tag, _page_kind(tree))


def linked_articles(tree: Any) -> Iterator[LinkedArticle]:
    """Articles of the JSON-LD blocks, in page order; blocks that are broken or too large are passed over."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text or len(script.text) > MAX_JSON:
            continue
        data = _load(script.text)
        for node in _nodes(data):
            if _is_article(node):
                yield _article(node)


def one_line(value: str) -> str:
    """`value` with entities resolved, tags and control characters dropped and white space collapsed."""
    text = unescape(value) if "&" in value else value
    if "<" in text:
        text = re.sub(r"</?[A-Za-z][^<>]{0,200}>", " ", text)
    text = "".join(c for c in text if c >= " " or c.isspace())
    return " ".join(text.split())[:MAX_VALUE]


def _load(text: str) -> Any:
    body = (
        text.strip().removeprefix("<!--").removesuffix("-->").strip().removeprefix("//<![CDATA[").removesuffix("//]]>")
    )
    try:
        return json.loads(body, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """Objects of a JSON-LD block that stand for things of the page itself, not parts of another thing."""
    left, seen = [data], 0
    while left and seen < _MAX_JSON_NODES:
        seen += 1
        item = left.pop(0)
        if isinstance(item, list):
            left.extend(item[:500])
        elif isinstance(item, dict):
            yield item
            left.extend(
                item[key] for key in ("@graph", "mainEntity", "itemListElement", "item", "hasPart") if key in item
            )


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(n, str) and _ARTICLE_TYPE.search(n) for n in names[:10])


def _article(node: dict[str, Any]) -> LinkedArticle:
    return LinkedArticle(
        headline=_text(node.get("headline")) or _text(node.get("name")),
        authors=tuple(_names(node.get("author") or node.get("creator"))),
        published=_text(node.get("datePublished")) or _text(node.get("dateCreated")),
        modified=_text(node.get("dateModified")),
        publisher=next(iter(_names(node.get("publisher"))), None),
        lang=_text(node.get("inLanguage")),
        url=_text(node.get("url")) or _address(node.get("mainEntityOfPage")),
        description=_text(node.get("description")),
    )


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = next((v for v in value if isinstance(v, str)), None)
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    return (one_line(value) or None) if isinstance(value, str) else None


def _address(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return _text(value)


def _names(value: Any) -> Iterator[str]:
    for item in (value if isinstance(value, list) else [value])[:50]:
        if isinstance(item, dict):
            given, family = _text(item.get("givenName")), _text(item.get("familyName"))
            names = item.get("name")
            if isinstance(names, list):
                yield from _names(names)
                continue
            name = _text(names) or (f"{given} {family}" if given and family else None)
        else:
            name = _text(item)
        if name and not _NOT_A_NAME.search(name):
            yield name


def _from_articles(articles: tuple[LinkedArticle, ...]) -> list[Stated]:
    # More than one article in the blocks: none of them speaks for the page as a whole.
    if not articles or len({a.headline for a in articles}) > 1:
        return []
    return articles[0].stated()


def _from_meta(tree: Any) -> list[Stated]:
    found = []
    for meta in tree.iter("meta"):
        value = meta.get("content")
        if not value:
            continue
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        for word in key.lower().split()[:4]:
            field = _META_FIELDS.get(word)
            text = one_line(value[: MAX_VALUE * 2]) if field else ""
            if field and text and not (field[0] == "byline" and _NOT_A_NAME.search(text)):
                found.append(Stated(name=field[0], value=text, where=field[1]))
    order = {name: rank for rank, name in enumerate(dict.fromkeys(_META_FIELDS.values()))}
    return sorted(found, key=lambda s: order[(s.name, s.where)])


def _title_tag(tree: Any) -> str | None:
    element = next((t for t in tree.iter("title") if (t.getparent() is None or t.getparent().tag != "svg")), None)
    return (one_line("".join(element.itertext())[: MAX_VALUE * 2]) or None) if element is not None else None


def _canonical(tree: Any) -> str | None:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            return (link.get("href") or "").strip() or None
    return None


def _page_kind(tree: Any) -> str | None:
    for meta in tree.iter("meta"):
        if (meta.get("property") or meta.get("name") or "").lower() == "og:type":
            return (meta.get("content") or "").strip().lower() or None
    return None
