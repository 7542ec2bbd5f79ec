"""Markdown: the markup goes, the structure stays, the front matter tells title, publisher and date."""

import re
from typing import Any

from index.readers.encoding import decode
from index.readers.masthead import parse_date
from index.source import Document

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


def read_markdown(data: bytes) -> Document:
    """Return the rendered text of a Markdown document as paragraphs."""
    from lxml import html
    from markdown_it import MarkdownIt

    from index.readers.markup import paragraphs_of

    text = decode(data).replace("\r\n", "\n")
    front = _front_matter(text)
    rendered = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(_FRONT.sub("", text))
    tree = html.fromstring(f"<div>{rendered}</div>")
    heading = tree.find(".//h1")
    title = str(front.get("title") or (heading.text_content() if heading is not None else ""))
    publisher = next((str(front[key]) for key in ("publisher", "site", "sitename", "source") if front.get(key)), None)
    date = next((str(front[key]) for key in ("date", "published", "publish_date") if front.get(key)), None)
    return Document(" ".join(title.split()), tuple(paragraphs_of(tree)), publisher, parse_date(date))


def _front_matter(text: str) -> dict[str, Any]:
    match = _FRONT.match(text)
    if not match:
        return {}
    import yaml

    try:
        front = yaml.safe_load(match[1])
    except yaml.YAMLError:
        return {}
    return {str(key).lower(): value for key, value in front.items()} if isinstance(front, dict) else {}
