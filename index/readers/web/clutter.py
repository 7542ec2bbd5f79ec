"""What a web page holds beside its text: hidden parts, lists of contents, links to other stories, appeals."""

import re
from collections.abc import Iterator
from typing import Any

from lxml.etree import strip_elements

from index.article.ending import RELATED
from index.article.shape import is_sentence
from index.readers.web.markup import length_of, paragraphs_of
from index.readers.web.signs import name_of

_NAMES = re.compile(
    r"(?:^|[\s_-])(?:toc|table-of-contents|contents-list|editsection|mw-cite-backlink|catlinks|siteSub|pagination"
    r"|(?:donat\w+|support|contribut\w+)-(?:us|appeal|banner|box|cta|prompt|form|widget|button|ask)"
    r"|(?:page|site|c)-feedback|(?:message|post|user)-?signature)(?:$|[\s_-])"
)
_NOTES = {("ol", "references"), ("div", "reflist")}
"""The notes of a wiki."""

_KEPT = frozenset("html body main article".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_LARGEST = 0.34
"""The share of a page above which a part is not taken for clutter, whatever its name."""
_LINKED = 0.8
_GONE = "template"
"""An element that no reader of the page sees in any case."""


def remove_clutter(tree: Any) -> None:
    """Remove from a page the small parts that are hidden or that only serve its visitor."""
    whole = length_of(tree)
    for element in [*_hidden(tree), *_named(tree), *_related(tree)]:
        if element.getparent() is not None and length_of(element) <= _LARGEST * whole:
            element.tag = _GONE
    # All at once: each by itself would write the text of what holds them anew.
    strip_elements(tree, _GONE, with_tail=False)


def _hidden(tree: Any) -> list[Any]:
    """Return what no reader of the page sees; the sheets of a tabbed page are shown in turn."""
    found = tree.xpath(
        "//*[(@hidden and not(@hidden='until-found') and not(@role='tabpanel'))"
        " or contains(translate(@style, ' ', ''), 'display:none')]"
    )
    return [element for element in found if name_of(element) not in _KEPT]


def _named(tree: Any) -> Iterator[Any]:
    for element in list(tree.iter()):
        name = name_of(element)
        if not name or name in _KEPT:
            continue
        names = element.get("class") or "", element.get("id") or ""
        if any(_NAMES.search(given) for given in names) or (name, names[0].strip()) in _NOTES:
            yield element


def _related(tree: Any) -> Iterator[Any]:
    """Yield the headings over links to other stories, and these links."""
    for heading in list(tree.iter(*_HEADINGS)):
        title = " ".join(heading.text_content().split())
        if not RELATED.fullmatch(title):
            continue
        loose = title.lower().startswith("more ")
        after = list(_links_after(heading, loose))
        if after:
            yield from (heading, *after)


def _links_after(heading: Any, loose: bool) -> Iterator[Any]:
    """Yield the parts after a heading up to the first that is no link, nor, where that is enough, a mere line."""
    for sibling in heading.itersiblings():
        if name_of(sibling) and sibling.text_content().strip():
            if name_of(sibling) in _HEADINGS or not (_is_linked(sibling) or (loose and _is_line(sibling))):
                return
            yield sibling


def _is_linked(element: Any) -> bool:
    """Tell whether nearly all of an element's text is in links."""
    whole = len("".join(element.text_content().split()))
    linked = whole and sum(len("".join(link.text_content().split())) for link in element.iter("a"))
    return linked >= _LINKED * whole


def _is_line(element: Any) -> bool:
    """Tell whether an element holds one line that is no sentence."""
    texts = paragraphs_of(element)
    return len(texts) == 1 and not is_sentence(texts[0])
