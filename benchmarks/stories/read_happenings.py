"""Reads the invented happenings of `sets/`, and checks them while reading."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

SETS = Path(__file__).parent / "sets"
LANGS = ("en", "ar")
_HAPPENING = re.compile(r"== (?P<name>[\w-]+)(?: ~ (?P<like>[\w-]+))?\Z")
_POST = re.compile(r"-- (?P<lang>\w+) (?P<day>\d{4}-\d\d-\d\d)\Z")
FEWEST, MOST = 2, 6


@dataclass(frozen=True, slots=True)
class Told:
    """One post of a happening."""

    lang: str
    day: str
    title: str
    text: str


@dataclass(slots=True)
class Happening:
    """Something that happened, as its posts tell it."""

    name: str
    like: str | None
    """The happening that it looks like, and is none of."""
    posts: list[Told] = field(default_factory=list)


def read_happenings(path: Path) -> list[Happening]:
    """The happenings of a file, in order.

    Raises: ValueError, which names the file and the line or happening that is not well formed.
    """
    happenings: list[Happening] = []
    lines = path.read_text(encoding="utf-8").splitlines()
    at = 0
    while at < len(lines):
        line, where = lines[at].rstrip(), f"{path}:{at + 1}"
        at += 1
        if not line or line.startswith("#"):
            continue
        if head := _HAPPENING.match(line):
            happenings.append(Happening(head["name"], head["like"]))
        elif (post := _POST.match(line)) and happenings and post["lang"] in LANGS:
            text = []
            while at < len(lines) and not lines[at].startswith(("== ", "-- ")):
                text.append(lines[at])
                at += 1
            if len(text) < 2:
                raise ValueError(f"{where}: a post needs a line for its title and one for its text.")
            day = date.fromisoformat(post["day"]).isoformat()
            happenings[-1].posts.append(Told(post["lang"], day, text[0], "\n".join(text[1:]).strip()))
        else:
            raise ValueError(f"{where}: neither a happening (== name) nor a post (-- language day): {line[:40]!r}")
    _check(happenings, path)
    return happenings


def _check(happenings: list[Happening], path: Path) -> None:
    names = [one.name for one in happenings]
    for one in happenings:
        if names.count(one.name) > 1:
            raise ValueError(f"{path}: {one.name} stands here twice.")
        if one.like is not None and one.like not in names:
            raise ValueError(f"{path}: {one.name} looks like {one.like}, which is not here.")
        if not FEWEST <= len(one.posts) <= MOST or {post.lang for post in one.posts} != set(LANGS):
            raise ValueError(f"{path}: {one.name} needs {FEWEST} to {MOST} posts, in every one of: {', '.join(LANGS)}.")
