"""Keys under which organisations, outlets and offices are the same in all posts and both scripts."""

from __future__ import annotations

from functools import lru_cache

from tawatur.languages import current_languages
from tawatur.people.forms import key_of
from tawatur.text.matchers import matchers
from tawatur.text.naming_bodies import find_bodies
from tawatur.text.naming_kinds import NameTables
from tawatur.text.naming_words import bare
from tawatur.text.outlets import named_outlet
from tawatur.text.words import folded_words

Key = tuple[tuple[str, ...], str]
"""The key, and the sentence that says why it holds."""


def body_key(name: str, tables: NameTables) -> Key:
    """An organisation: by the table of bodies, as a state, or by the words of its name."""
    for mention in find_bodies(name, tables):
        if mention.body is not None and len(mention.span) >= len(name.strip()) - 4:
            return ("body", mention.body.id), "the same organisation in the table of bodies"
    key = key_of(name)
    state = _states().get(" ".join(key))
    if state is not None:
        return ("state", state), "the same state"
    return key, ""


def outlet_key(name: str) -> Key:
    """An outlet: by the table of outlets, or by the words of its name."""
    outlet = named_outlet(name, matchers())
    if outlet is not None:
        return ("outlet", outlet.id), "the same outlet in the table of outlets"
    return key_of(name), ""


def office_key(phrase: str, post_id: str, tables: NameTables) -> Key:
    """An office without a name: the same across posts only where its words say of what land or body it is."""
    words = folded_words(phrase)
    held = tuple(sorted({bare(word) for word in words if word not in tables.names.small}))
    of_what = any(tables.index.is_a(word, "states", "peoples") for word in words)
    body = any(tables.index.is_a(word, "bodies") for word in words)
    if of_what and body:
        return held, "the same office of the same body"
    return (post_id, *held), ""


@lru_cache(maxsize=1)
def _states() -> dict[str, str]:
    """Folded names of countries in both scripts, to the country's code."""
    held: dict[str, str] = {}
    for place in current_languages().places:
        if place.kind == "country" and place.country is not None:
            for name in (place.name_en, place.name_ar, *place.aliases):
                if name:
                    held.setdefault(" ".join(key_of(name.strip("?="))), place.country)
    return held
