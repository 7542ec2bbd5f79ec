"""Pictures: their captions are text of the article, whatever they are named; whose pictures they are is not."""

import re
from collections.abc import Iterator
from typing import Any

from index.article.captions import drop_credit
from index.readers.web.markup import is_block, length_of
from index.readers.web.signs import name_of

_CAPTION = re.compile(r"(?:^|[\s_-])(?:caption|captiontext|cutline)(?:$|[\s_-])", re.IGNORECASE)
_CREDIT = re.compile(r"(?:^|[\s_-])(?:credits?|copyright|photographer)(?:$|[\s_-])", re.IGNORECASE)
_OTHER = frozenset("a h1 h2 h3 h4 h5 h6 article caption table body main".split())
"""What holds, or is, more than a caption: a card that leads to another story has a heading or is a link."""
_LONGEST, _MOST = 700, 0.5
"""Characters of a caption, and the share of it that a credit is, at most."""


def free_captions(tree: Any) -> None:
    """Make the captions of a page paragraphs without names, and take their credits out; changes the tree."""
    for caption in list(_captions(tree)):
        for part in list(caption.iterdescendants()):
            if _is_named(part, _CREDIT) and len(part.text_content()) <= _MOST * len(caption.text_content()):
                part.drop_tree()
        if not any(map(is_block, caption.iterdescendants())):
            _shorten(caption)
            inside = next(caption.iterancestors("p", "figcaption"), None) is not None
            caption.tag = caption.tag if inside or name_of(caption) == "figcaption" else "p"
        for element in (caption, *(each for each in caption.iterancestors() if _is_named(each, _CAPTION))):
            element.attrib.clear()


def _captions(tree: Any) -> Iterator[Any]:
    """Yield the elements that are captions by their tag or name, or hold one with its picture, outer ones first."""
    for element in tree.iter():
        named = name_of(element) == "figcaption" or (_is_named(element, _CAPTION) and name_of(element) not in _OTHER)
        if named and 0 < length_of(element) <= _LONGEST and not any(map(_is_further, element.iterdescendants())):
            yield element


def _is_further(element: Any) -> bool:
    """Tell whether a part of what may be a caption leads to another story or is larger than a caption."""
    linked = name_of(element) == "a" and length_of(element) > _MOST * length_of(element.getparent())
    return (name_of(element) in _OTHER and name_of(element) != "a") or linked


def _is_named(element: Any, names: re.Pattern[str]) -> bool:
    return bool(name_of(element)) and names.search(element.get("class") or "") is not None


def _shorten(caption: Any) -> None:
    whole = " ".join(caption.text_content().split())
    told = drop_credit(whole)
    if told != whole:
        for part in list(caption):
            part.drop_tree()
        caption.text = told
