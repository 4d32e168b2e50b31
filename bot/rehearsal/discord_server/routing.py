"""From method and path to a route: a tree of path segments, built once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import unquote

from bot.rehearsal.discord_server import errors
from bot.rehearsal.discord_server.calls import Route


@dataclass(slots=True)
class _Node:
    literal: "dict[str, _Node]" = field(default_factory=dict)
    number: "tuple[str, _Node] | None" = None
    word: "tuple[str, _Node] | None" = None
    methods: dict[str, Route] = field(default_factory=dict)


class RouteTree:
    """Literal segments win over ids, ids (``{name_id}``, digits only) over words (``{name}``)."""

    def __init__(self, routes: Iterable[Route]) -> None:
        self._root = _Node()
        for route in routes:
            node = self._root
            for segment in route.template.strip("/").split("/"):
                node = _child(node, segment)
            node.methods[route.method] = route

    def find(self, method: str, path: str) -> tuple[Route, dict[str, int], dict[str, str]]:
        """404 for an unknown path, 405 for an unknown method."""
        node = self._root
        ids: dict[str, int] = {}
        words: dict[str, str] = {}
        for segment in path.strip("/").split("/"):
            inner = node.literal.get(segment)
            if inner is not None:
                node = inner
            elif node.number is not None and segment.isdecimal():
                name, node = node.number
                ids[name] = int(segment)
            elif node.word is not None:
                name, node = node.word
                words[name] = unquote(segment)
            else:
                raise errors.not_found()
        if not node.methods:
            raise errors.not_found()
        route = node.methods.get(method)
        if route is None:
            raise errors.method_not_allowed()
        return route, ids, words


def _child(node: _Node, segment: str) -> _Node:
    if not segment.startswith("{"):
        return node.literal.setdefault(segment, _Node())
    name = segment[1:-1]
    if name.endswith("_id"):
        if node.number is None:
            node.number = (name, _Node())
        return node.number[1]
    if node.word is None:
        node.word = (name, _Node())
    return node.word[1]
