"""Every reason that the search for origins gives is said in every language of the report."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import tawatur.chains
from tawatur.chains import evidence
from tawatur.report.html_words import words_of

ROOM = Path(tawatur.chains.__file__).parent


def sentences(tree: ast.Module) -> Iterator[str]:
    """Sentences that the code of a room puts together, with "{}" where words vary."""
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            said = "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings | inside:
            said = node.value
        else:
            continue
        said = said.strip()
        if said.endswith(".") and len(said.split()) > 2 and (said[0].isupper() or said.startswith("{}")):
            yield said


def reasons() -> list[str]:
    found = {said for path in sorted(ROOM.glob("*.py")) for said in sentences(ast.parse(path.read_text("utf-8")))}
    rules = (getattr(evidence, name) for name in evidence.NAMES)
    found |= {" ".join((rule.__doc__ or "").split()) for rule in rules}
    return sorted(found)


@pytest.mark.parametrize("said", reasons())
def test_a_reason_is_said_in_arabic(said: str) -> None:
    told, lang = words_of("ar").reasons(said.replace("{}", "7"))
    assert lang == "ar", f"add to templates/words.yaml, under `reasons` of `ar`: {said}"
    assert told
