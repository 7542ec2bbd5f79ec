"""Pairing: what is put in one paragraph and replied to in the next is one paragraph, as neither is worth much alone.

The first is counsel's question, a question that heads a reply which says little without it, or a rumour that is judged.
"""

from collections.abc import Iterator, Sequence

from index.article.rejoinders import ANSWERS, ASKS, CLAIMED, DOUBTED, FOUND, MOST_WORDS, TURN, find_reply, is_elliptic
from index.article.rows import is_row
from index.article.shape import drop_mark, is_item, is_sentence
from index.language.sentences import split_sentences

_ENDED = (".", "!", "?", "”", '"', "’", "…", ":")
_SHORT = 12
"""Words of a verdict up to which what is told behind it belongs to it."""


def pair_replies(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Return the paragraphs in order, those that only put something joined to the reply in the next one."""
    paired: list[str] = []
    for text in paragraphs:
        if paired and _belongs(paired[-1], text):
            paired[-1] += (" " if paired[-1].endswith(_ENDED) else " – ") + text
        else:
            paired.append(text)
    return tuple(paired)


def _belongs(above: str, text: str) -> bool:
    """Tell whether a paragraph replies to what the one above puts."""
    if is_row(above) or is_row(text):
        return False
    return any(_pair(above, text))


def _pair(above: str, text: str) -> Iterator[bool]:
    yield ASKS.match(above) is not None and _is_open(above) and ANSWERS.match(text) is not None
    yield _is_turn(above, text)
    yield _is_judged(above, text)
    yield _heads(above, text)


def _is_open(above: str) -> bool:
    found = find_reply(above)
    return found is None or found.start == len(above)


def _is_turn(above: str, text: str) -> bool:
    """Tell whether one speaker asks and another, or the witness, replies."""
    asking, replying = TURN.match(above), TURN.match(text)
    if asking is None or not above.endswith("?") or text.endswith("?"):
        return False
    return ANSWERS.match(text) is not None or (replying is not None and replying["who"] != asking["who"])


def _is_judged(above: str, text: str) -> bool:
    """Tell whether a paragraph tells what came of the claim that the one above repeats."""
    doubted = DOUBTED.match(above)
    if FOUND.match(above) or not (doubted or CLAIMED.match(above)) or DOUBTED.match(text):
        return False
    if any(map(FOUND.match, split_sentences(text))):
        found = find_reply(above)
        return found is None or len(above[found.start :].split()) <= _SHORT
    return doubted is not None and _is_open(above) and is_sentence(text) and not (is_item(text) or CLAIMED.match(text))


def _heads(above: str, text: str) -> bool:
    """Tell whether a paragraph is a question alone, and the first sentence of the next says little without it."""
    if not above.endswith("?") or not is_sentence(text) or is_item(text) or len(above.split()) > MOST_WORDS:
        return False
    asked, (first, *_) = split_sentences(above), split_sentences(text)
    plain = all(each.endswith("?") for each in asked) and not set('“”"«»').intersection(above)
    return plain and not first.endswith("?") and is_elliptic(drop_mark(first))
