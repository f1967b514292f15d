"""Chains of a case: what connects posts, and what is stored of those it does not connect."""

from __future__ import annotations

from pathlib import Path

from made import capture_of, reading_of
from tawatur.batch.whole import connect_posts
from tawatur.store import open_case, prepare

_TITLE = (
    "His Royal Highness Prince Karim bin Sami, Deputy Prime Minister and Minister of Tourism and Antiquities of the "
    "Kingdom of Ozmara"
)
_WIRE = (
    "Engineers closed two pumping stations beside the old bridge of Tarsa after a fire in the transformer hall, and the "
    "water authority expects repairs to last four days while tankers serve the eastern quarters every morning."
)
_OWN = (
    "The ferry to Ozmara stayed in harbour for a third night because the crew found a crack below the waterline, and the "
    "passengers went by bus along the coast road to the landing at Belmo, where a second boat waited until midnight.",
    "Bakers in the old quarter sold out before noon since the mills on the upper river had no power, said a miller whose "
    "three sons spent the night carrying sacks from one store to another while rain came through the roof of both.",
    "A choir from the hill villages sang in the station hall until the late train came in, and nobody in the crowd left "
    "early although the lamps had failed twice and the stove in the waiting room would not burn in the damp air.",
)


def test_a_title_in_full_is_stored_as_a_formula_and_connects_nobody(tmp_path: Path) -> None:
    path = tmp_path / "a.tawatur"
    texts = [
        f"First\n{_OWN[0]} {_TITLE} came. {_OWN[1]}",
        f"Second\n{_OWN[2]} {_TITLE} left. {_WIRE}",
        f"Third\n{_WIRE}",
    ]
    with open_case(path, create=True) as store:
        run = store.start_run(kind="read", program="t", made_by="t", inputs=[], options={}, started="2031")
        for n, text in enumerate(texts):
            capture = capture_of(text, str(n))
            store.add(capture, prepare(capture, reading_of(capture)), run_id=run, made_by="t")
        first, second, third = (post.id for post in store.posts())
    connect_posts(path)
    with open_case(path) as store:
        kinds = {(one.a, one.b): one.kind for one in store.chains.directions()}
        assert kinds == {(first, second): "formula", (second, third): "outlet copy"}
        assert [sorted(ids) for ids in store.chains.connected([first, second])] == [[first], sorted([second, third])]
        assert all(store.chains.chain(id_) is not None for id_ in (first, second, third))
