"""A case that the commands can show, made by hand so that no test waits for the rooms."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from running import Ended, Run

from made import TIME, capture_of, reading_of
from tawatur.cli import main
from tawatur.model import Failure
from tawatur.store import open_case, prepare

ENGLISH = """Ferry left without leave, port says
by: Rana Halwan
outlet: The Harbour Lamp
date: 2031-05-04
lang: en
The ferry left its berth at nine, the harbour master said on Monday.

الهيئة تنفي منح الإذن بالإبحار
by: سامر القاسم
outlet: صحيفة المرفأ
date: 2031-05
lang: ar
قالت الهيئة إنّ العبّارة غادرت من دون إذنٍ مكتوب، فيما قال Harbour Lamp عكس ذلك.
"""
HOSTILE = "\x1b[31mred\x07 \u202egnp.exe \x9b2J title\nlang: en\nA body with \x1b]0;owned\x07 in it.\n"


@pytest.fixture
def tawatur(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command line, in this process: `tawatur("show", case)`."""

    def run(*arguments: object) -> Ended:
        monkeypatch.setattr(sys, "argv", ["tawatur", *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main()
        printed = capsys.readouterr()
        return Ended(int(left.value.code or 0), printed.out, printed.err)

    return run


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case of two pages with three posts, and a failure."""
    path = tmp_path / "affair.tawatur"
    with open_case(path, create=True) as store:
        run = store.start_run(
            kind="read", program="tawatur", made_by="x@1", inputs=["clippings"], options={}, started=TIME
        )
        for capture in (capture_of(ENGLISH, "lamp.txt"), capture_of(HOSTILE, "hostile.txt")):
            store.add(capture, prepare(capture, reading_of(capture)), run_id=run, made_by="x@1")
        store.add_failure(
            Failure(
                stage="read",
                source="clippings/cut.warc.gz",
                offset=1204,
                kind="TruncatedRecord",
                message="clippings/cut.warc.gz: the record at byte 1204 is cut short. Fetch the file again.",
            ),
            run_id=run,
        )
        store.finish_run(run, state="done", finished=TIME, done=2, skipped=0, failed=1, posts=3)
    return path
