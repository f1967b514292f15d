"""A case of two posts, in which two speak and a port is named: one speaker under two names, in two scripts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from made import TIME, bare_place, capture_of, full_place, reading_of
from tawatur.model import Place, Reading, Span, Speaker, Statement
from tawatur.model.ids import statement_id
from tawatur.store import open_case, prepare

TEXT = """Ferry left without leave
outlet: The Harbour Lamp
date: 2031-05-04
lang: en
“It sailed,” Rana Halwan told the Lamp at Port Qamari. Sources said the port was shut.

العبّارة غادرت من دون إذن
outlet: صحيفة المرفأ
date: 2031-06
lang: ar
قالت حلوان إنّ مرفأ القمري مفتوح.
"""


def found(reading: Reading, words: str) -> Span:
    start = reading.page.text.index(words)
    return Span(start, start + len(words))


def said(reading: Reading, post: int, order: int, content: str, speaker: str, **more: object) -> Statement:
    id_ = reading.posts[post].id
    one = Statement(
        id=statement_id(id_, order, content),
        post_id=id_,
        order=order,
        kind="indirect",
        content=found(reading, content),
        speaker=found(reading, speaker),
        speaker_name=None,
        speaker_class="person",
        cue=None,
        verb_class="says",
        lang="en",
        made_by="attribute@1",
    )
    return replace(one, **more)


def named(reading: Reading, post: int, words: str, order: int = 0) -> Place:
    return replace(full_place(reading.posts[post].id, order), span=found(reading, words))


def with_statements(reading: Reading) -> Reading:
    return replace(
        reading,
        statements=(
            said(
                reading,
                0,
                0,
                "It sailed,",
                "Rana Halwan",
                speaker_name="Rana Halwan",
                addressee="the Lamp",
                kind="direct",
            ),
            said(reading, 0, 1, "the port was shut", "Sources", speaker_class="anonymous"),
            said(reading, 1, 0, "مرفأ القمري مفتوح", "حلوان", speaker_name="رنا حلوان", lang="ar"),
        ),
        places=(named(reading, 0, "Port Qamari"), named(reading, 1, "مرفأ القمري"), bare_place(reading.posts[1].id)),
    )


def make_case(path: Path) -> Path:
    """The case, at `path`."""
    with open_case(path, create=True) as store:
        run = store.start_run(kind="read", program="tawatur", made_by="x@1", inputs=[], options={}, started=TIME)
        capture = capture_of(TEXT)
        reading = with_statements(reading_of(capture))
        store.add(capture, prepare(capture, reading), run_id=run, made_by="x@1")
        first, second, third = (one.id for one in reading.statements)
        rana = Speaker(
            id="sp-1", name="Rana Halwan", speaker_class="person", statements=(first, third), made_by="people@1",
            names=(("Rana Halwan", 1), ("رنا حلوان", 1)), reasons=("same letters in both scripts",),
        )  # fmt: skip
        sources = replace(
            rana, id="sp-2", name="Sources", speaker_class="anonymous", statements=(second,), names=(("Sources", 1),)
        )
        store.speakers.put([rana, sources], "state")
    return path
