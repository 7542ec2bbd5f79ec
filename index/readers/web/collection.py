"""Pages of several articles: the news in brief, a live blog, the posts of a forum."""

from collections.abc import Sequence
from typing import Any

from index.article.datelines import dateline
from index.article.shape import squeezed
from index.readers.imprints.masthead import parse_date
from index.readers.web.extraction import common_ancestor, name_article
from index.readers.web.markup import length_of, paragraphs_of
from index.readers.web.signs import name_of

_MOST = 0.5
"""The share of the page's text that its articles hold where they are what it is made of."""
_LEAST = 0.2
"""The length of an article, as a share of the longest, below which it only points to another page."""
_BODY = 0.4
"""The share of an article that the parts of it hold which wrap its text."""


def find_articles(tree: Any, titles: Sequence[str]) -> list[Any]:
    """Return the articles that a page consists of, none where it has one of its own.

    An article that has the title of the page is the page's own: what else there is belongs to other pages.
    """
    sizes = {one: length_of(one) for one in tree.iter("article") if next(one.iterancestors("article"), None) is None}
    longest = max(sizes.values(), default=0)
    articles = [one for one, size in sizes.items() if size >= _LEAST * longest]
    few = len(articles) < 2 or sum(sizes[one] for one in articles) < _MOST * length_of(tree)
    return [] if few or any(_is_titled(one, titles) for one in articles) else articles


def join_articles(tree: Any, articles: Sequence[Any]) -> None:
    """Make one article of several, with the heading of the page over them."""
    holder = common_ancestor([*tree.iter("h1"), *articles])
    for article in articles:
        least = _BODY * length_of(article)
        for element in article.iter("article", "div", "section"):
            # The names of what wraps the text would have an extraction choose one of them, or discard it.
            if length_of(element) >= least:
                element.tag = "div"
                element.attrib.clear()
    name_article(holder)


def days_of(articles: Sequence[Any]) -> set[str]:
    """Return the days that articles are dated with."""
    written = [time.get("datetime") or time.text_content() for one in articles for time in one.iter("time")]
    written += [line for one in articles for line in paragraphs_of(one) if dateline(line)]
    return {day for text in written if (day := parse_date(text))}


def _is_titled(article: Any, titles: Sequence[str]) -> bool:
    """Tell whether an article has the heading of the page."""
    headings = list(article.iter("h1", "h2", "h3"))
    first = squeezed(headings[0].text_content()) if headings else ""
    return any(name_of(one) == "h1" for one in headings) or any(first and first in squeezed(title) for title in titles)
