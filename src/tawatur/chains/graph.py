"""Sets that grow together, and knots of posts that point at each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


class Sets:
    """Disjoint sets of names (union-find). The least name of a set stands for it."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def of(self, name: str) -> str:
        """The name that stands for the set of `name`."""
        root = name
        while (above := self._above.get(root, root)) != root:
            root = above
        while (above := self._above.get(name, name)) != root:
            self._above[name] = root
            name = above
        return root

    def join(self, one: str, other: str) -> None:
        """Make one set of the two."""
        a, b = self.of(one), self.of(other)
        if a != b:
            self._above[max(a, b)] = min(a, b)


def knots(nodes: Iterable[str], edges: Mapping[str, Iterable[str]]) -> list[list[str]]:
    """Strongly connected components, each behind all that it points at. Time is linear in nodes and edges.

    Source: Tarjan 1972, Depth-first search and linear graph algorithms; written without recursion.
    """
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    open_nodes: list[str] = []
    is_open: set[str] = set()
    found: list[list[str]] = []
    for start in nodes:
        if start in order:
            continue
        work = [(start, iter(edges.get(start, ())))]
        order[start] = low[start] = len(order)
        open_nodes.append(start)
        is_open.add(start)
        while work:
            node, rest = work[-1]
            for target in rest:
                if target not in order:
                    order[target] = low[target] = len(order)
                    open_nodes.append(target)
                    is_open.add(target)
                    work.append((target, iter(edges.get(target, ()))))
                    break
                if target in is_open:
                    low[node] = min(low[node], order[target])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == order[node]:
                    knot = []
                    while True:
                        member = open_nodes.pop()
                        is_open.discard(member)
                        knot.append(member)
                        if member == node:
                            break
                    found.append(sorted(knot))
    return found
