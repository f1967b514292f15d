"""Organisations that the tables know by name, in both scripts, found in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tawatur.model import Span
from tawatur.text.fold import fold
from tawatur.text.naming_kinds import NameMention, NameTables

_SURROGATES = re.compile("[\ud800-\udfff]")
_PROCLITICS = "وفبلك"


def find_bodies(text: str, tables: NameTables) -> list[NameMention]:
    """Known organisations named in `text`, in order."""
    text = _SURROGATES.sub("\ufffd", text)
    return list(_mentions(text, tables))


def _mentions(text: str, tables: NameTables) -> Iterator[NameMention]:
    if tables.bodies_exact is not None:
        for which, start, end in tables.bodies_exact.find_matches_as_indexes(text):
            if _stands_alone(text, start, end):
                body = tables.body_owner_exact[which]
                yield NameMention(Span(start, end), "organisation", ("a known organisation",), None, body)
    if tables.bodies is None:
        return
    folded = fold(text)
    plain = folded.text
    for which, start, end in tables.bodies.find_matches_as_indexes(plain):
        if _stands_alone(plain, start, end):
            span = folded.back(Span(start, end))
            if not text[span.start : span.end].islower():
                body = tables.body_owner[which]
                yield NameMention(span, "organisation", ("a known organisation",), None, body)


def _stands_alone(text: str, start: int, end: int) -> bool:
    if end < len(text) and (text[end].isalnum() or text[end] == "_"):
        return False
    if start == 0 or not (text[start - 1].isalnum() or text[start - 1] == "_"):
        return True
    return text[start - 1] in _PROCLITICS and (start == 1 or not text[start - 2].isalnum())
