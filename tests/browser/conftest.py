"""One headless Chromium for the browser tests, and the report of the sample case for it to open.

The browser is the machine's own (`chromium` on the path, or the one that CHROMIUM names), driven by Playwright. The
tests are skipped only where there is none.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, sync_playwright

from tawatur.report.html import render_report

sys.path.insert(0, str(Path(__file__).parents[1] / "golden"))
sys.path.insert(0, str(Path(__file__).parent))

from gold_case import gold_readings, gold_speakers

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium() -> str | None:
    """Path of the browser, None where the machine has none."""
    named = os.environ.get("CHROMIUM")
    return named or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """A browser with a fresh profile."""
    executable = chromium()
    if executable is None:
        pytest.skip("no Chromium on this machine: install the package `chromium`, or set CHROMIUM to a browser's path")
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("profile"), executable_path=executable, args=list(FLAGS), headless=True
        )
        yield context
        context.close()


@pytest.fixture
def tab(browser: BrowserContext) -> Iterator[Page]:
    """A new tab, closed afterwards."""
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture(scope="session", params=["en", "ar"])
def report(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the sample's plain-text pages, in each language of the report."""
    path = tmp_path_factory.mktemp("report") / f"report-{request.param}.html"
    readings = gold_readings()
    pieces = render_report(readings, [], language=request.param, speakers=gold_speakers(readings))
    path.write_text("".join(pieces), encoding="utf-8")
    return path
