"""Ids that come from content: the same input gives the same ids on every run and every machine."""

from __future__ import annotations

from hashlib import blake2b, sha256


def page_id(raw_sha256: str, name: str) -> str:
    """Id of a page, from the SHA-256 of its bytes and the name it goes by (URI, or path below the folder given)."""
    return "pg-" + _digest(raw_sha256, name)


def post_id(page: str, start: int, title: str) -> str:
    """Id of a post, from its page, where it starts and the words it starts with."""
    return "po-" + _digest(page, str(start), title)


def statement_id(post: str, start: int, content: str) -> str:
    """Id of a statement, from its post, where its content starts and what it is."""
    return "st-" + _digest(post, str(start), content)


def speaker_id(speaker_class: str, name: str, first_statement: str) -> str:
    """Id of a speaker of a case, from what sort of speaker it is, its name and its first statement."""
    return "sp-" + _digest(speaker_class, name, first_statement)


def story_id(first_post: str) -> str:
    """Id of a story, from its first post."""
    return "sy-" + _digest(first_post)


def claim_id(story: str, post: str, start: str, about: str) -> str:
    """Id of a claim, from its story, its first report and the slot it is about."""
    return "cl-" + _digest(story, post, start, about)


def sha256_hex(raw: bytes) -> str:
    """SHA-256 of raw bytes, as 64 hexadecimal digits."""
    return sha256(raw).hexdigest()


def _digest(*parts: str) -> str:
    # Length-prefixed parts, so that ("ab", "c") and ("a", "bc") differ; 80 bits keep ids short and collisions away.
    h = blake2b(digest_size=10)
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass")
        h.update(len(raw).to_bytes(8, "big"))
        h.update(raw)
    return h.hexdigest()
