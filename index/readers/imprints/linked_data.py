"""Linked data: what a web page states of itself for machines, as schema.org names it."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from index.article.shape import squeezed

Node = dict[str, Any]
"""One thing that is described: an article, a person, an organisation."""

_SCRIPTS = ".//script[@type='application/ld+json']"
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review)\b")


def read_scripts(tree: Any) -> list[tuple[Any, Any]]:
    """Return the elements of a page that hold linked data, each with what it says."""
    scripts = []
    for script in tree.iterfind(_SCRIPTS):
        try:
            data = json.loads(script.text or "", strict=False)
            list(list_nodes(data))
        except ValueError:
            continue
        except RecursionError:  # as it would be to others that read it
            script.text = ""
            continue
        scripts.append((script, data))
    return scripts


def list_nodes(data: Any) -> Iterator[Node]:
    """Yield the objects in linked data, each before those that it holds."""
    if isinstance(data, dict):
        yield data
        data = list(data.values())
    if isinstance(data, list):
        for part in data:
            yield from list_nodes(part)


def list_articles(nodes: Iterable[Node]) -> list[Node]:
    """Return those that are articles of any kind."""
    return [node for node in nodes if _ARTICLE.search(str(node.get("@type")))]


def is_titled(node: Node, titles: set[str]) -> bool:
    """Tell whether a thing has one of these titles, which are squeezed."""
    return squeezed(str(node.get("headline") or node.get("name") or "")) in titles


def name_publisher(tree: Any, titles: Sequence[str]) -> str | None:
    """Return the one publisher that the articles of a page name, those with its title before others."""
    nodes = [node for _, data in read_scripts(tree) for node in list_nodes(data)]
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and node.get("name")}
    articles = list_articles(nodes)
    own = {squeezed(title) for title in titles if title}
    for chosen in ([node for node in articles if is_titled(node, own)], articles):
        names = {name for node in chosen if (name := _read_name(node.get("publisher"), named))}
        if names:
            return names.pop() if len(names) == 1 else None
    return None


def _read_name(written: Any, named: dict[str, Node]) -> str:
    """Return the name of what is written as a text, an object, or a reference to one."""
    if isinstance(written, list):
        written = written[0] if len(written) == 1 else None
    if isinstance(written, dict):
        written = written.get("name") or named.get(str(written.get("@id")), {}).get("name")
    return " ".join(written.split()) if isinstance(written, str) and "//" not in written else ""
