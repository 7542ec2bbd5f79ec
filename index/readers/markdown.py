"""Markdown: the markup goes, the structure stays, the front matter tells title, publisher and date."""

import re
import tomllib
from typing import Any

from index.readers.imprints.masthead import parse_date
from index.readers.plain.encoding import decode
from index.source import Document

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML = re.compile(r"\A\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_NOTHING = frozenset(("", "~", "null", "None"))


def read_markdown(data: bytes) -> Document:
    """Return the rendered text of a Markdown document as paragraphs, without what is struck out."""
    from lxml import html

    from index.readers.web.markup import paragraphs_of

    front, text = _split_front(decode(data).replace("\r\n", "\n"))
    tree = html.fromstring(f"<div>{_render(text)}</div>")
    for struck in tree.xpath(".//s | .//del | .//strike"):
        struck.drop_tree()
    heading = tree.find(".//h1")
    title = front.get("title") or (heading.text_content() if heading is not None else "")
    publisher = next((front[key] for key in ("publisher", "site", "sitename", "source") if key in front), None)
    date = next((front[key] for key in ("date", "published", "publish_date") if key in front), None)
    return Document(" ".join(title.split()), tuple(paragraphs_of(tree)), publisher, parse_date(date))


def _render(text: str) -> str:
    from markdown_it import MarkdownIt

    from index.readers.plain.vault import extend_markdown, list_notes, part_lines

    markdown = extend_markdown(MarkdownIt("commonmark").enable(["table", "strikethrough"]))
    tokens = markdown.parse(text, list_notes(text))
    part_lines(tokens)
    return str(markdown.renderer.render(tokens, markdown.options, {}))


def _split_front(text: str) -> tuple[dict[str, str], str]:
    """Return the single values of the front matter, as they are written, and the text after it."""
    for pattern, load in ((_FRONT, _load_yaml), (_TOML, tomllib.loads)):
        if match := pattern.match(text):
            return _plain(load, match[1]), text[match.end() :]
    return {}, text


def _plain(load: Any, written: str) -> dict[str, str]:
    from yaml import YAMLError

    try:
        found = load(written)
    except (YAMLError, tomllib.TOMLDecodeError, RecursionError):
        return {}
    pairs = found.items() if isinstance(found, dict) else ()
    # A list or a table is not written as a name or a day is, and one of YAML may hold itself.
    single = ((key, str(value)) for key, value in pairs if not isinstance(value, list | dict))
    return {str(key).lower(): value for key, value in single if value.strip() not in _NOTHING}


def _load_yaml(written: str) -> Any:
    """Load YAML without making dates of what looks like one: `2024-02-30` is no day, and no reason to give up."""
    import yaml

    return yaml.load(written, yaml.BaseLoader)
