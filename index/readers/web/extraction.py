"""The article of a web page: trafilatura chooses its blocks, their words are read from the page itself.

Each block is marked in the tree with a number in signs that no page holds; the blocks whose marks come out again
are the article's. So nothing that the extraction cuts out of a sentence or runs together is cut out or run together.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from functools import cache
from typing import Any

from lxml.etree import strip_elements

from index.article.shape import is_sentence
from index.readers.web.marks import drop_marks, mark_blocks, read_marks
from index.readers.web.markup import Block, blocks_of, is_block
from index.readers.web.signs import name_of

_HEADING_BUTTONS = (
    "//button[parent::h1 or parent::h2 or parent::h3 or parent::h4 or parent::h5 or parent::h6 or parent::dt]"
)
"""What opens the text under a heading is the heading itself: the questions of a list of them."""
_SHORTEST = 40
_PART = 0.4
_BULLET = re.compile(r"^[-*]\s+")


def extract_article(tree: Any) -> list[str]:
    """Return the paragraphs of the article in a page, all of the page where no article is found; changes the tree."""
    # Before blocks are looked for, as what stands behind such an element then belongs to what stands before it.
    strip_elements(tree, "noscript", "template", with_tail=False)
    for button in tree.xpath(_HEADING_BUTTONS):
        button.tag = "span"
    blocks = list(blocks_of(tree))
    mark_blocks(blocks)
    _guide(tree)
    kept, coarse, text = _choose(tree)
    if not kept:
        return [_BULLET.sub("• ", line.strip()) for line in text.split("\n") if line.strip()] or _texts(blocks)
    framed = _frame(tree, [block for number, block in enumerate(blocks) if number in kept])
    if coarse:
        careful, _, _ = _choose(_split(framed), careful=True)
        kept = careful if _covers(blocks, careful, kept) else kept
    elif framed is not tree:
        kept |= _choose(framed)[0]
    kept |= _lead(tree, blocks, kept)
    return _texts([block for number, block in enumerate(blocks) if number in kept])


def _lead(tree: Any, blocks: Sequence[Block], kept: set[int]) -> set[int]:
    """Return the blocks between the heading of the article and the part of it that was chosen, as its summary."""
    first = min(kept)
    holder = next(blocks[first].pieces[0].element.iterancestors("article"), None)
    own = (
        [n for n in range(first) if holder in blocks[n].pieces[0].element.iterancestors()] if holder is not None else []
    )
    start = next((n for n in reversed(own) if _stands_in(blocks[n], "h1")), None)
    if start is None or not any(is_sentence(blocks[n].text) for n in own if n > start):
        return set()
    opened = deepcopy(tree)
    twin = next(twin for element, twin in zip(tree.iter(), opened.iter(), strict=True) if element is holder)
    for element in twin.iter("div", "section", "main"):
        if kept <= set(read_marks("".join(element.itertext()))):
            element.attrib.clear()
    return {n for n in _choose(opened)[0] if start < n < first and n in own}


def _stands_in(block: Block, tag: str) -> bool:
    element = block.pieces[0].element
    return name_of(element) == tag or next(element.iterancestors(tag), None) is not None


def _texts(blocks: Iterable[Block]) -> list[str]:
    return [block.text for block in blocks]


def _guide(tree: Any) -> None:
    """Rename what the extraction would cut out whole although it is text: times, captions, posts, whom one quotes."""
    for element in list(tree.iter("time", "label", "output", "q")):
        element.tag = "span"
        element.attrib.clear()
    for figure in list(tree.iter("figure")):
        figure.tag = "div"
    for caption in [*tree.iter("figcaption"), *tree.iterfind(".//blockquote//footer")]:
        caption.tag = "p"
        caption.attrib.clear()
    for quotation in tree.iter("blockquote"):
        for parent in quotation.iterancestors("div"):
            if "embed" in (parent.get("class") or ""):
                parent.attrib.clear()


def _choose(tree: Any, careful: bool = False) -> tuple[set[int], bool, str]:
    """Return the numbers of the blocks that are chosen, whether as lumps of several, and the text that was found."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document as Extracted

    settings = {"config": _careful()} if careful else {}
    found = bare_extraction(tree, include_comments=False, include_tables=True, **settings)
    if not isinstance(found, Extracted) or not found.text:
        return set(), False, ""
    lumps = [set(read_marks("".join(part.itertext()))) for part in found.body]
    coarse = all(len(part) == 0 for part in found.body) and any(len(lump) > 1 for lump in lumps)
    return set(read_marks(found.text)), coarse, drop_marks(found.text)


@cache
def _careful() -> Any:
    """Return the settings under which a short text is not exchanged for everything on the page."""
    from trafilatura.settings import use_config

    config = deepcopy(use_config())
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "1")
    return config


def _covers(blocks: Sequence[Block], part: set[int], whole: set[int]) -> bool:
    """Tell whether a choice holds a good part of the sentences of another."""
    said = [sum(len(blocks[n].text) for n in chosen if is_sentence(blocks[n].text)) for chosen in (part, whole)]
    return said[0] > 0 and said[0] >= _PART * said[1]


def _frame(tree: Any, blocks: Sequence[Block]) -> Any:
    """Return the page with what holds all these blocks named its article, the same page where it has one already."""
    prose = [block for block in blocks if is_sentence(block.text) and len(block.text) >= _SHORTEST] or blocks
    holder = common_ancestor([block.pieces[0].element for block in prose])
    if any(name_of(element) in ("article", "main") for element in (holder, *holder.iterancestors())):
        return tree
    framed = deepcopy(tree)
    twins = zip(tree.iter(), framed.iter(), strict=True)
    name_article(next(twin for element, twin in twins if element is holder))
    return framed


def common_ancestor(elements: Sequence[Any]) -> Any:
    """Return the nearest block that holds all these elements."""
    shared = [elements[0], *elements[0].iterancestors()]
    for element in elements[1:]:
        above = {element, *element.iterancestors()}
        shared = [ancestor for ancestor in shared if ancestor in above]
    return next(element for element in shared if is_block(element) or element.getparent() is None)


def name_article(holder: Any) -> None:
    """Make an element the article of its page, or what is in it where its own name is needed (`body`, `td`)."""
    if name_of(holder) in ("div", "section", "main"):
        holder.tag = "article"
        holder.attrib.clear()
        return
    article = holder.makeelement("article")
    article.text, holder.text = holder.text, None
    article.extend(list(holder))
    holder.append(article)


def _split(tree: Any) -> Any:
    """Return the page with each `div` that holds no block as a paragraph, which it is."""
    split = deepcopy(tree)
    for element in _leaves(split):
        element.tag = "p"
    return split


def _leaves(tree: Any) -> Iterator[Any]:
    yield from [element for element in tree.iter("div") if not any(map(is_block, element.iterdescendants()))]
