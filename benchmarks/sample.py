"""Score the rooms on the sample case, print what differs, and with --write pin the scores for the tests.

    python benchmarks/sample.py [--write]

Lowering a pinned score is a decision: say why in the commit.
"""

from __future__ import annotations

import json
import sys
from hashlib import sha256
from pathlib import Path

from tawatur.languages import use_packs
from tawatur.model import Capture, Reading
from tawatur.people import link_speakers, said_of
from tawatur.pipeline import process
from tawatur.read import ReadOptions, open_sources
from tawatur.sample import sample_gold, sample_pack, sample_pages

GOLDEN = Path(__file__).parents[1] / "tests" / "golden"
sys.path.insert(0, str(GOLDEN))

from scoring import Score, score_page  # noqa: E402
from scoring_said import score_linking, score_said  # noqa: E402


def main() -> None:
    """Print the scores and the differences; pin them where asked."""
    use_packs((sample_pack(),))
    gold = json.loads(sample_gold().read_text(encoding="utf-8"))
    pages = {page["source"]: page for page in gold["pages"]}
    score, readings = Score(), list[Reading]()
    for capture in open_sources([str(path) for path in sample_pages()], ReadOptions()):
        if not isinstance(capture, Capture):
            raise SystemExit(capture.message)
        done = process(capture)
        for failure in done.failures:
            print(failure.message)
        if done.reading:
            page = pages[capture.uri or Path(capture.source).name]
            score_page(score, page, done.reading)
            score_said(score, gold, page, done.reading)
            readings.append(done.reading)
    said = [said_of(one, reading.page.text) for reading in readings for one in reading.statements]
    score_linking(score, gold, link_speakers(said))
    for name, value in score.table().items():
        print(f"{name:24} {value:.3f}")
    print(*score.differences, sep="\n")
    if "--write" in sys.argv:
        pinned = {"gold_sha256": sha256(sample_gold().read_bytes()).hexdigest(), "scores": score.table()}
        (GOLDEN / "pinned.json").write_text(json.dumps(pinned, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
