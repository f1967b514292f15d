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


def read_rules(path: Path) -> tuple[Rule, ...]:
    """The rules of an ignore file, in order; none where there is no such file."""
    try:
        raw = path.read_bytes()[:_MAX_IGNORE_BYTES]
    except OSError:
        return ()
    lines = (re.sub(r"(?<!\\)\s+$", "", line) for line in raw.decode("utf-8", "replace").splitlines())
    return tuple(Rule(line) for line in lines if line.strip("!/ ") and not line.startswith("#"))


def walk(root: Path, options: ReadOptions) -> Iterator[Path]:
    """Every file below `root` that is not ignored, by name within each folder.

    Hidden files, devices and links that lead out of `root` are left out, and so is the folder of pictures and
    scripts that a browser saves beside a page (`story_files` beside `story.html`).
    """
    yield from _walk(root, (), (), root.resolve(), options)


def _walk(
    folder: Path,
    steps: tuple[str, ...],
    rules: tuple[tuple[int, Rule], ...],
    top: Path,
    options: ReadOptions,
) -> Iterator[Path]:
    rules = rules + tuple((len(steps), rule) for rule in read_rules(folder / options.ignore_name))
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    pages = {entry.stem for entry in entries if entry.suffix.lower() in _SAVED_PAGE}
    for entry in entries:
        is_folder = entry.is_dir()
        if entry.name.startswith(".") and not options.hidden:
            continue
        if is_folder and entry.name.removesuffix("_files") in pages and entry.name.endswith("_files"):
            continue
        here = (*steps, entry.name)
        if _ignored(here, rules, is_folder=is_folder) or (entry.is_symlink() and not _stays(entry, top, is_folder)):
            continue
        if is_folder:
            yield from _walk(entry, here, rules, top, options)
        elif entry.is_file():
            yield entry


def _ignored(steps: tuple[str, ...], rules: tuple[tuple[int, Rule], ...], *, is_folder: bool) -> bool:
    ignored = False
    for depth, rule in rules:
        if rule.fits(steps[depth:], is_folder=is_folder):
            ignored = not rule.keeps
    return ignored


def _stays(link: Path, top: Path, is_folder: bool) -> bool:
    """A link to a file inside the folder is read; a link to a folder never is: what it holds is walked, or is outside."""
    return not is_folder and link.resolve().is_relative_to(top)


def expand(pattern: str) -> tuple[Path, list[Path]]:
    """The folder a glob pattern starts from, and what it names, sorted."""
    parts = Path(pattern).parts
    fixed = 0
    while fixed < len(parts) and not has_magic(parts[fixed]):
        fixed += 1
    base = Path(*parts[:fixed])
    return base, sorted(base.glob("/".join(parts[fixed:])))
