"""Subscription lists (OPML 1.0 and 2.0): which feeds they name."""

from __future__ import annotations

from lxml import etree

from tawatur.errors import BrokenRecord, UnknownFormat
from tawatur.model import Capture

_SHOWN = 20


def feed_urls(capture: Capture) -> tuple[str, ...]:
    """Addresses of the feeds in a subscription list, in order, each once. Raises: BrokenRecord."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, load_dtd=False)
    try:
        root = etree.fromstring(capture.raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BrokenRecord(
            f"{capture.source}: the subscription list cannot be read ({error}). Save it again."
        ) from error
    if root is None:
        raise BrokenRecord(f"{capture.source}: the subscription list cannot be read. Save it again.")
    found = [
        value.strip()
        for outline in root.iter("{*}outline")
        for name, value in outline.attrib.items()
        if str(name).lower() == "xmlurl" and str(value).strip()
    ]
    return tuple(dict.fromkeys(str(url) for url in found))


def not_followed(capture: Capture) -> UnknownFormat:
    """Why a subscription list makes no page, with the addresses that can be read instead."""
    urls = feed_urls(capture)
    shown = " ".join(urls[:_SHOWN]) + (f" and {len(urls) - _SHOWN} more" if len(urls) > _SHOWN else "")
    return UnknownFormat(
        f"{capture.source}: this is a list of {len(urls)} feeds (OPML), and nothing is fetched unasked. "
        f"Read it with --follow-opml, or name the feeds you want: {shown or 'it names none'}"
    )
