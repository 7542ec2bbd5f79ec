"""When a web page was published: the day that its own article states, read as its language writes it."""

import json
import re
from collections.abc import Sequence
from html import unescape
from typing import Any

from index.article.datelines import dateline
from index.article.shape import DATE, squeezed
from index.readers.imprints.linked_data import Node, is_titled, list_articles, list_nodes, read_scripts
from index.readers.imprints.masthead import parse_date
from index.readers.web.markup import is_block

_TAG = re.compile(r"<[^<>]*>")
_DATES = ("datePublished", "dateCreated", "dateModified")
_OTHER_THING = re.compile(r"WebSite|Organization|Person|Comment|Object|Event|Product|ItemList|Answer")
_PROSE = ("p", "li", "td", "dd", "blockquote", "figcaption")
_STATED = re.compile(r"\b(?:publi|posted|updated|issued|released|modified|first\b|[Bb]y [A-Z])")
_NAMED = re.compile(r"date|time|publi|posted|entry|meta|byline|stamp|update", re.IGNORECASE)
_OTHER_DAY = re.compile(r"^(?:start|end|door|birth|death|valid|expir|deadline)|\bevent|dtstart|dtend", re.IGNORECASE)
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)(?![\d/-])")
_MONTH_FIRST = ("en-us", "en-ph", "fil")
_ENGLISH = ("", "en")


def prepare_dates(tree: Any, titles: list[str]) -> None:
    """Leave in a page only the dates that may be of its publication; changes the tree."""
    _state_article(tree, {squeezed(title) for title in titles if title})
    for time in list(tree.iter("time")):
        if not _may_date(time):
            time.tag = "span"
            time.attrib.clear()


def _state_article(tree: Any, titles: set[str]) -> None:
    """Leave in the linked data of a page no dates but that of its own article."""
    scripts = read_scripts(tree)
    nodes = [node for _, data in scripts for node in list_nodes(data)]
    stated = {id(node): _stated(node) for node in nodes}
    own = _own_article([node for node in nodes if stated[id(node)]], titles)
    for node in nodes:
        for key in _DATES:
            node.pop(key, None)
    if own is not None:
        own["datePublished"] = stated[id(own)]
    for script, data in scripts:
        script.text = json.dumps(data)


def find_modified(tree: Any, titles: list[str]) -> str | None:
    """Return the day on which the article of a page was changed by its linked data, as long as that is in the tree."""
    nodes = [node for _, data in read_scripts(tree) for node in list_nodes(data)]
    own = _own_article(
        [node for node in nodes if _stated(node, _DATES)], {squeezed(title) for title in titles if title}
    )
    return _stated(own, _DATES[2:]) if own is not None else None


def _stated(node: Node, keys: Sequence[str] = _DATES[:2]) -> str | None:
    dates = (parse_date(node[key]) for key in keys if isinstance(node.get(key), str))
    return next((day for day in dates if day), None)


def _own_article(nodes: list[Node], titles: set[str]) -> Node | None:
    """Return the article with the title of the page, or what else is dated where that leaves no choice."""
    articles = list_articles(nodes)
    titled = [node for node in articles if is_titled(node, titles)]
    others = [node for node in nodes if not _OTHER_THING.search(str(node.get("@type")))]
    for found in (titled, articles, others):
        if found:
            return found[0] if found is titled or len({_stated(node) for node in found}) == 1 else None
    return None


def _may_date(time: Any) -> bool:
    """Tell whether a time in a page may be that of publication: it stands alone, is named so, or announced so."""
    block = next((parent for parent in time.iterancestors() if is_block(parent)), time)
    named = " ".join(time.get(key) or "" for key in ("itemprop", "class", "id", "pubdate"))
    if _OTHER_DAY.search(named):
        return False
    if block.tag not in _PROSE or time.get("pubdate") is not None or _NAMED.search(named + (block.get("class") or "")):
        return True
    text = " ".join(block.text_content().split())
    return dateline(text) is not None or text == " ".join(time.text_content().split()) or bool(_STATED.search(text))


def check_date(found: str | None, page: str) -> str | None:
    """Return the date that was found as far as the page tells a day: no mere month, no figures that may be two days."""
    published = parse_date(found)
    if published is None:
        return None
    text = unescape(_TAG.sub("", page))
    year, month, day = map(int, published.split("-"))
    if re.search(rf"{year}[-/.]?0?{month}[-/.]?0?{day}(?!\d)", page) or _is_written(published, (page, text)):
        return published
    for match in _NUMERIC.finditer(page):
        if int(match[4]) == year and {int(match[1]), int(match[3])} == {day, month}:
            return _ordered(match, page)
    return None if day == 1 else published


def _is_written(published: str, texts: tuple[str, ...]) -> bool:
    """Tell whether a text has the date with the name of its month."""
    written = dict.fromkeys(match[0] for text in texts for match in DATE.finditer(text) if published[:4] in match[0])
    return any(parse_date(one) == published for one in written)


def _ordered(match: re.Match[str], page: str) -> str | None:
    """Return a date in figures as the page orders them; None where day and month may be either."""
    first, mark, second, year = int(match[1]), match[2], int(match[3]), match[4]
    day_first = _day_first(page, mark)
    if first == second or (mark == "." and second <= 12) or first > 12 or day_first:
        return f"{year}-{second:02}-{first:02}"
    return f"{year}-{first:02}-{second:02}" if second > 12 or day_first is False else None


def _day_first(page: str, mark: str) -> bool | None:
    """Tell whether a page writes the day before the month, by its other dates and by its language."""
    dates = [match for match in _NUMERIC.finditer(page) if match[2] == mark]
    orders = {int(match[1]) > 12 for match in dates if (int(match[1]) > 12) != (int(match[3]) > 12)}
    if len(orders) == 1:
        return orders.pop()
    declared = re.search(r"<html[^>]*\slang\s*=\s*[\"']?([\w-]+)", page, re.IGNORECASE)
    language = declared[1].lower().replace("_", "-") if declared else ""
    return None if orders or language in _ENGLISH else language not in _MONTH_FIRST
