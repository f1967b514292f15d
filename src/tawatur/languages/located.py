"""YAML and TSV read with the line of every value, so that a mistake in a data file can be shown where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from tawatur.errors import LanguageDataError

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of text and where it was written ("furniture.yaml, line 12")."""

    text: str
    where: str


@dataclass(frozen=True, slots=True)
class Table:
    """A YAML mapping: each key to its lists of texts or, for `entries`, to mappings of texts."""

    where: str
    lists: dict[str, tuple[Text, ...]]
    entries: dict[str, tuple[dict[str, tuple[Text, ...]], ...]]


def read_table(path: Path) -> Table:
    """A YAML file whose top level is a mapping of lists.

    Raises: LanguageDataError naming file and line, if it cannot be read or holds anything else.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as cause:
        raise LanguageDataError(
            f"{path}: cannot be read ({cause}). Check the path, and save the file as UTF-8 text."
        ) from cause
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as cause:
        mark = getattr(cause, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark is not None else ""
        problem = getattr(cause, "problem", None) or "broken YAML"
        raise LanguageDataError(
            f"{path}{line}: {problem}. Put the value in quotes if it holds : # [ {{ or starts with - or *."
        ) from cause
    if root is None:
        return Table(str(path), {}, {})
    return _table(root, path)


def _table(root: yaml.Node, path: Path) -> Table:
    if not isinstance(root, yaml.MappingNode):
        raise LanguageDataError(
            f"{_at(path, root)}: the file must be a mapping of lists (name: then lines that begin with -). "
            "See the header of the shipped file of the same name."
        )
    lists: dict[str, tuple[Text, ...]] = {}
    entries: dict[str, tuple[dict[str, tuple[Text, ...]], ...]] = {}
    for key_node, value in root.value:
        key = _text(key_node, path).text
        if key in lists or key in entries:
            raise LanguageDataError(f"{_at(path, key_node)}: {key!r} stands twice. Join the two lists into one.")
        items = value.value if isinstance(value, yaml.SequenceNode) else [value]
        if items and all(isinstance(item, yaml.MappingNode) for item in items):
            entries[key] = tuple(_entry(item, path) for item in items)
        else:
            lists[key] = tuple(_text(item, path) for item in items)
    return Table(str(path), lists, entries)


def _entry(node: yaml.MappingNode, path: Path) -> dict[str, tuple[Text, ...]]:
    entry: dict[str, tuple[Text, ...]] = {"": (Text("", _at(path, node)),)}
    for key_node, value in node.value:
        items = value.value if isinstance(value, yaml.SequenceNode) else [value]
        entry[_text(key_node, path).text] = tuple(_text(item, path) for item in items)
    return entry


def _text(node: yaml.Node, path: Path) -> Text:
    if not isinstance(node, yaml.ScalarNode) or not str(node.value).strip():
        raise LanguageDataError(
            f"{_at(path, node)}: a word or line of text was expected here. "
            "Write it after the dash, in quotes if it holds : # [ or {."
        )
    return Text(str(node.value).strip(), _at(path, node))


def _at(path: Path, node: yaml.Node) -> str:
    return f"{path}, line {node.start_mark.line + 1}"


def read_rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The rows of a TSV file without comments and blank lines, each with where it stands.

    Raises: LanguageDataError, if a row has another number of columns than `columns` names.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as cause:
        raise LanguageDataError(
            f"{path}: cannot be read ({cause}). Check the path, and save the file as UTF-8 text."
        ) from cause
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = tuple(cell.strip() for cell in line.split("\t"))
        where = f"{path}, line {number}"
        if len(cells) != len(columns):
            raise LanguageDataError(
                f"{where}: {len(cells)} columns where {len(columns)} belong ({', '.join(columns)}). "
                "Columns are parted by one tab each; leave a cell empty rather than out."
            )
        yield cells, where
