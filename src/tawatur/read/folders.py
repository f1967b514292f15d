"""Which files a folder or a pattern names, always in the same order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from glob import has_magic
from pathlib import Path

from tawatur.read.options import ReadOptions

_SAVED_PAGE = (".html", ".htm", ".xhtml")
_MAX_IGNORE_BYTES = 1 << 20


@dataclass(frozen=True)
class Rule:
    """One line of an ignore file: `*.css`, `/drafts/`, `!keep.txt`, `a/**/b`, read as git reads them."""

    pattern: str

    @cached_property
    def keeps(self) -> bool:
        """True for a rule that takes a file back in."""
        return self.pattern.startswith("!")

    @cached_property
    def folders_only(self) -> bool:
        """True for a rule that speaks of folders alone."""
        return self.pattern.endswith("/")

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The pattern step by step; `**` stands for any number of folders."""
        body = self.pattern.removeprefix("!").removesuffix("/")
        parts = tuple(part.removeprefix("\\") for part in body.split("/") if part)
        return parts if "/" in body else ("**", *parts)

    def fits(self, path: Sequence[str], *, is_folder: bool) -> bool:
        """True where the rule speaks of the file or folder at `path`, given step by step below the rule's folder."""
        if self.folders_only and not is_folder:
            return False
        reached = {0}
        for step in path:
            reached = self._passed(reached)
            steps = [at for at in reached if at < len(self.parts)]
            deep = {at for at in steps if self.parts[at] == "**"}
            reached = deep | {at + 1 for at in steps if at in deep or fnmatchcase(step, self.parts[at])}
        return len(self.parts) in reached

    def _passed(self, reached: set[int]) -> set[int]:
        """`reached`, with every `**` that may stand for no folder at all passed over."""
        passed = set(reached)
        for at in sorted(reached):
            while at < len(self.parts) and self.parts[at] == "**":
                at += 1
                passed.add(at)
        return passed


_Rules = tuple[tuple[int, Rule], ...]
"""Rules in order, each with how many steps below the root its own folder lies."""


def read_rules(path: Path) -> tuple[Rule, ...]:
    """The rules of an ignore file, in order; none where there is no such file."""
    try:
        raw = path.read_bytes()[:_MAX_IGNORE_BYTES]
    except OSError:
        return ()
    lines = (re.sub(r"(?<!\\)\s+$", "", line) for line in raw.decode("utf-8", "replace").splitlines())
    return tuple(Rule(line) for line in lines if line.strip("!/ ") and not line.startswith("#"))


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A folder that cannot be looked into, and why."""

    path: Path
    error: OSError


def walk(root: Path, options: ReadOptions) -> Iterator[Path | Unreadable]:
    """Every file below `root` that is not ignored, by name within each folder.

    Hidden files, devices and links that lead out of `root` are left out, and so is the folder of pictures and
    scripts that a browser saves beside a page (`story_files` beside `story.html`).
    """
    top = root.resolve()
    # Folders still to be looked into, the next one last, with the rules that hold above them.
    waiting: list[tuple[Path, tuple[str, ...], _Rules]] = [(root, (), ())]
    while waiting:
        entry, steps, rules = waiting.pop()
        if not entry.is_dir():
            yield entry
            continue
        rules = rules + tuple((len(steps), rule) for rule in read_rules(entry / options.ignore_name))
        try:
            inside = sorted(entry.iterdir(), key=lambda path: path.name, reverse=True)
        except OSError as error:
            yield Unreadable(entry, error)
            continue
        pages = {path.stem for path in inside if path.suffix.lower() in _SAVED_PAGE}
        waiting += [
            (path, (*steps, path.name), rules)
            for path in inside
            if _is_wanted(path, (*steps, path.name), rules, pages, options) and _stays(path, top)
        ]


def _is_wanted(path: Path, steps: tuple[str, ...], rules: _Rules, pages: set[str], options: ReadOptions) -> bool:
    is_folder = path.is_dir()
    if path.name.startswith(".") and not options.hidden:
        return False
    if is_folder and path.name.endswith("_files") and path.name.removesuffix("_files") in pages:
        return False
    return (is_folder or path.is_file()) and not _ignored(steps, rules, is_folder=is_folder)


def _ignored(steps: tuple[str, ...], rules: _Rules, *, is_folder: bool) -> bool:
    ignored = False
    for depth, rule in rules:
        if rule.fits(steps[depth:], is_folder=is_folder):
            ignored = not rule.keeps
    return ignored


def _stays(path: Path, top: Path) -> bool:
    """A link to a file inside the folder is read; a link to a folder never is: what it holds is walked, or is outside."""
    if not path.is_symlink():
        return True
    try:
        return not path.is_dir() and path.resolve().is_relative_to(top)
    except (OSError, RuntimeError):  # a link that leads back to itself
        return False


def expand(pattern: str) -> tuple[Path, list[Path]]:
    """The folder a glob pattern starts from, and what it names, sorted."""
    parts = Path(pattern).parts
    fixed = 0
    while fixed < len(parts) and not has_magic(parts[fixed]):
        fixed += 1
    base = Path(*parts[:fixed])
    return base, sorted(base.glob("/".join(parts[fixed:])))
