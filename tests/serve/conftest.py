"""A small case behind the workbench: two reports that contradict each other, one in each language, and a hostile page."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tawatur.batch import RunOptions, run_read
from tawatur.batch.people import link_case_speakers
from tawatur.batch.telling import tell_case_stories
from tawatur.batch.whole import connect_posts
from tawatur.serve import make_app

COURIER = """Landslide in Dalma kills 12

The Marwada Courier
February 10, 2021

DALMA — A landslide in the mountain village of Dalma killed 12 people on Tuesday night, the civil defence said.

“The slope gave way after three days of rain,” Hala Mirzaq, the head of the civil defence, told the Courier. “Nobody had
been told to leave.”

Rescuers searched the rubble of nine houses until dawn.
"""
UFUQ = """مقتل 17 شخصاً في انزلاق تربة في دلما

صحيفة الأفق
11 شباط 2021

قُتل 17 شخصاً في انزلاق تربة في بلدة دلما الجبلية ليل الثلاثاء، بحسب الهلال الأحمر.

وقالت رئيسة الدفاع المدني هالة مرزاق إنّ «المنحدر انهار بعد ثلاثة أيام من المطر».

وبحث المنقذون في أنقاض تسعة منازل حتى الفجر.
"""
HOSTILE = """Mayor of Dalma: all is well <script>alert(1)</script> " onmouseover="alert(2)

By <img src=x onerror=alert(3)>
February 12, 2021

The mayor \u202egnp.exe said: “<b>All is well</b> in Dalma,” and javascript:alert(4) is no address.

'; DROP TABLE posts; --
"""


@pytest.fixture(scope="session")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bench")
    for name, text in (("courier.txt", COURIER), ("ufuq.txt", UFUQ), ("hostile.txt", HOSTILE)):
        (folder / name).write_text(text, encoding="utf-8")
    path = folder / "bench.tawatur"
    run_read(path, [str(folder / name) for name in ("courier.txt", "ufuq.txt", "hostile.txt")], RunOptions(workers=0))
    connect_posts(path)
    link_case_speakers(path)
    tell_case_stories(path)
    return path


@pytest.fixture
def client(case: Path) -> TestClient:
    return TestClient(make_app(case), base_url="http://localhost:8765", follow_redirects=False)
