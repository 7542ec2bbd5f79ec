"""Entries: what stands side by side in one article under one name, as the posts of a live blog.

An extraction takes the first part of a page that is named as the body of an article is, and leaves the rest of the page
out. Where several parts bear that name and hold much of the text, none of them is the body: what holds them all is.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from index.readers.web.extraction import common_ancestor, name_article
from index.readers.web.markup import length_of
from index.readers.web.signs import name_of

_MOST = 0.25
"""The share of the text of the page that entries have at least."""
_NAMES = ("class", "id", "itemprop", "role")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_OWN = re.compile(r"\S*\d\S*")
"""What of the names of an element is its own, as `post-1204`."""

Kind = tuple[str, str]
"""The tag of an element and the names that it shares with others."""


def free_entries(tree: Any) -> None:
    """Take the names from the entries of a page that an extraction would take for its one article; changes the tree."""
    from trafilatura.xpaths import BODY_XPATH

    chosen = [element for expression in BODY_XPATH for element in expression(tree)]
    for kind in dict.fromkeys(map(_kind_of, chosen)):
        entries = list(_find(tree, kind)) if kind[1] else []
        if len(entries) > 1 and not any(map(_is_other, entries)):
            _free(tree, entries)


def _kind_of(element: Any) -> Kind:
    return name_of(element), " ".join(_OWN.sub(" ", element.get("class") or "").split())


def _find(tree: Any, kind: Kind) -> Iterator[Any]:
    """Yield the elements of a kind that stand in no other of it."""
    for element in tree.iter(kind[0]):
        if _kind_of(element) == kind and kind not in map(_kind_of, element.iterancestors()):
            yield element


def _is_other(entry: Any) -> bool:
    """Tell whether a part has the title of the page, or a heading that leads to another page, whose text it is."""
    headings = list(entry.iter(*_HEADINGS))
    links = [link for heading in headings for link in (*heading.iterancestors("a"), *heading.iter("a"))]
    return any(name_of(each) == "h1" for each in headings) or any(
        "#" not in (link.get("href") or "#") for link in links
    )


def _free(tree: Any, entries: Sequence[Any]) -> None:
    if sum(map(length_of, entries)) < _MOST * length_of(tree):
        return
    for entry in entries:
        for name in _NAMES:
            entry.attrib.pop(name, None)
    holder = common_ancestor(entries)
    if not any(name_of(each) in ("article", "main") for each in (holder, *holder.iterancestors())):
        name_article(holder)
