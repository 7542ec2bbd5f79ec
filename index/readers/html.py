"""Web pages: the main text, without navigation, comments and links to other stories."""

import logging
import re
from copy import deepcopy
from typing import Any

from index.controls import strip_sequences
from index.errors import SourceError
from index.readers.plain.encoding import decode
from index.source import Document

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What lxml reads into a tree, as from `&#1;`, but does not take back when a part of the page is moved."""


def read_html(data: bytes) -> Document:
    """Return the main text of a web page with its title, site name and publication date."""
    from index.readers.imprints.publication import check_date, find_modified, prepare_dates
    from index.readers.imprints.revisions import HINT, find_revision
    from index.readers.imprints.sites import name_site
    from index.readers.web.clutter import remove_clutter
    from index.readers.web.collection import days_of, find_articles, join_articles
    from index.readers.web.entries import free_entries
    from index.readers.web.extraction import extract_article
    from index.readers.web.markup import paragraphs_of
    from index.readers.web.pictures import free_captions

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    declared = _CHARSET.search(data[:4096])
    page = _DECLARATION.sub("", decode(data, declared[1].decode("ascii") if declared else None))
    if not page.strip():
        raise SourceError("The web page is empty.", "Save the page again, with its content.")
    tree = _parse(page)
    titles = [" ".join(heading.text_content().split()) for heading in tree.iter("h1", "title")]
    articles = find_articles(tree, titles)
    several = len(days_of(articles)) > 1
    modified = find_modified(tree, titles)
    revised = find_revision(paragraphs_of(tree)) if HINT.search(tree.text_content()) else None
    prepare_dates(tree, titles)
    known = _describe(tree, several)
    publisher = name_site(tree, known, titles)
    if articles:
        join_articles(tree, articles)
    remove_clutter(tree)
    free_entries(tree)
    free_captions(tree)
    # Articles of several days have no one day: an empty date keeps that of the first from being told for all.
    date = check_date(known.date, page) or ("" if several else None)
    return Document(known.title or "", tuple(extract_article(tree)), publisher, date, modified, revised)


def _describe(tree: Any, several: bool) -> Any:
    """Return what a page says of itself; where it has several articles, what it says outside them."""
    from trafilatura import extract_metadata

    described = deepcopy(tree)
    for article in list(described.iter("article")) if several else []:
        article.drop_tree()
    return extract_metadata(described, date_config={"extensive_search": False, "original_date": True})


def _parse(page: str) -> Any:
    from lxml import html
    from trafilatura import load_html

    tree = load_html(page)
    # What is parsed as a piece of a page stands within a whole one.
    root = html.document_fromstring(page) if tree is None else tree.getroottree().getroot()
    for element in root.iter():
        if element.text and _UNWRITABLE.search(element.text):
            element.text = _clean(element.text)
        if element.tail and _UNWRITABLE.search(element.tail):
            element.tail = _clean(element.tail)
    return root


def _clean(text: str) -> str:
    return _UNWRITABLE.sub(lambda match: " " if match[0].isspace() else "", strip_sequences(text))
