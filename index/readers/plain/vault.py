"""What note takers' Markdown has beside the standard one: comments, links between notes, lines set one by one."""

import re
from collections.abc import Sequence
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from index.article.datelines import dateline

_COMMENT = re.compile(r"%%(?!%).+?%%(?![%\w])", re.DOTALL)
_CLOSING = re.compile(r"%%(?![%\w])")
_LINK = re.compile(r"!?\[\[(?!\d+\]\])(?P<note>[^\s\[\]|][^\[\]|\n]*)(?:\|(?P<name>[^\[\]\n]+))?\]\](?![(\[])")
_MARK = re.compile(r"\[\^(?P<name>[^\s\[\]^]+)\]")
_NOTE = re.compile(r"^ {0,3}\[\^([^\s\[\]^]+)\]:", re.MULTILINE)
_LABELLED = re.compile(r"[A-ZÀ-Ý][\w’' -]{0,30}:(?:\s|$)")
_EMPHASIS = {"em_open": "em_close", "strong_open": "strong_close"}


def extend_markdown(markdown: MarkdownIt) -> MarkdownIt:
    """Make a parser leave `%%comments%%` out and show of `[[a note|its name]]` the name; code stays as it is.

    The marks of notes (`[^1]`) are left out as well, the notes themselves stay.
    """
    markdown.inline.ruler.before("link", "note_link", _link_note)
    markdown.inline.ruler.before("link", "comment", _skip_comment)
    markdown.inline.ruler.before("link", "note_mark", _skip_mark)
    markdown.block.ruler.before("lheading", "comment_block", _skip_block)
    return markdown


def part_lines(tokens: Sequence[Token]) -> None:
    """Make each line of a paragraph one of its own where all are set in italics or bold, or begin with a label.

    A dateline among them is one as well, and parts no paragraph by itself.
    """
    for token in tokens:
        breaks = [child for child in token.children or () if child.type == "softbreak"]
        lines = _lines_of(token.children or []) if breaks else []
        if any(map(_stands_alone, lines)) and all(_stands_alone(line) or dateline(_read(line)) for line in lines):
            for each in breaks:
                each.type, each.tag = "hardbreak", "br"


def _lines_of(children: Sequence[Token]) -> list[list[Token]]:
    lines: list[list[Token]] = [[]]
    for child in children:
        if child.type == "softbreak":
            lines.append([])
        elif child.type != "text" or child.content:
            lines[-1].append(child)
    return lines


def _stands_alone(line: Sequence[Token]) -> bool:
    if not line:
        return False
    closing = _EMPHASIS.get(line[0].type)
    whole = closing is not None and line[-1].type == closing and sum(each.type == closing for each in line) == 1
    return whole or _LABELLED.match(_read(line)) is not None


def _read(line: Sequence[Token]) -> str:
    return "".join(each.content for each in line)


def _link_note(state: StateInline, silent: bool) -> bool:
    match = _LINK.match(state.src, state.pos)
    if match is None or match.end() > state.posMax:
        return False
    if not silent:
        name = match["name"] or match["note"].rpartition("/")[2]
        state.push("text", "", 0).content = name.strip()
    state.pos = match.end()
    return True


def _skip_mark(state: StateInline, silent: bool) -> bool:
    match = _MARK.match(state.src, state.pos)
    if match is None or match.end() > state.posMax or not (match["name"].isdecimal() or match["name"] in state.env):
        return False
    state.pos = match.end()
    if (
        match.end() < state.posMax
        and state.src[match.end()] == ":"
        and state.src[match.start() - 1 : match.start()] in ("", "\n")
    ):
        state.pos += 1  # where the note itself begins
        if match.start() and not silent:
            state.push("hardbreak", "br", 0)
    return True


def list_notes(text: str) -> dict[str, bool]:
    """Return the names of the notes that a text has below it, for the parser to know their marks by."""
    return dict.fromkeys(_NOTE.findall(text), True)


def _skip_comment(state: StateInline, silent: bool) -> bool:
    match = _COMMENT.match(state.src, state.pos) if state.pos < _last_closing(state.src) else None
    before = state.src[state.pos - 1 : state.pos] if state.pos else ""
    if match is None or match.end() > state.posMax or before == "%" or before.isalnum():
        return False
    state.pos = match.end()
    return True


@lru_cache(maxsize=1)
def _last_closing(text: str) -> int:
    """Return where the last sign is that may end a comment, behind which none needs to be looked for."""
    return max((match.start() for match in _CLOSING.finditer(text)), default=0)


def _skip_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Skip the lines between two that hold nothing but the sign of a comment."""
    if _text(state, start) != "%%":
        return False
    last = next((line for line in range(start + 1, end) if _text(state, line) == "%%"), None)
    if last is None:
        return False
    state.line = last + 1
    return True


def _text(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].strip()
