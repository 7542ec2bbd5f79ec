"""Omissions: whether what a sentence leaves out of its source changes what is said."""

import re
from collections.abc import Sequence

from agent.verify.conflict.assertions import is_verb
from agent.verify.support.tokens import Role, Token
from index.language.dates import find_dates
from index.language.sentences import split_sentences

FREE = frozenset("a an the that has have had also then and".split())
"""Words that may be added or left out anywhere without a change of meaning."""

_OPENERS = frozenset("and but while whereas although as when after before because since so".split())
_TIME = frozenset("on in at by earlier later early late".split())
_JOINING = frozenset("and but while whereas although though so".split())
"""Words by which a clause begins that limits nothing of the one before."""
_DENIED = frozenset("not no never none nobody nothing neither nor nowhere without".split())
_WHOLLY = frozenset("all every each only first last most least best worst".split())
_NEAR = 5
"""Words before what is left out of which one that tells of all, or of the utmost, is limited by it."""
_HELPING = frozenset("is are was were has had did do does will would can could".split())
_TITLES = frozenset("mr mrs ms dr".split())
_ANY_DAY = "2000-01-01"
_BREAK = re.compile(r"[,;:()–—\"“”]|\s-\s|``|''")
_GRAVE = frozenset({Role.NEGATION, Role.HEDGE, Role.SPEECH})


def judge_omission(run: tuple[int, int], source: list[Token], window: str) -> list[str]:
    """Return the words of a left-out run whose absence changes what is said; none when it is a whole phrase."""
    start, end = run
    words = source[start:end]
    grave = [token.text for token in words if token.role in _GRAVE]
    if grave:
        return grave
    if _is_form_of_address(words, window):
        return []
    limited = _read_limited(start, end, source, window)
    if any(token.key in _DENIED for token in limited):
        return [token.text for token in words]
    first, last = _trim_time(start, end, source, window)
    if first == last:
        return []
    whole = _is_whole(start, end, source, window) or _is_whole(first, last, source, window)
    if whole and not any(_tells_all(token) and not _is_dated(token, window) for token in limited[:_NEAR]):
        return []
    return [token.text for token in source[first:last]]


def _read_limited(start: int, end: int, source: list[Token], window: str) -> list[Token]:
    """Return what a run at an edge of its clause limits, the nearest word first: no soldier died (in the raid)."""
    closes = end == len(source) or _breaks(source, end, window)
    if closes and start > 0 and source[start].key not in _JOINING and not _breaks(source, start, window):
        return _read_clause(range(start - 1, -1, -1), source, window)
    if start == 0 and end < len(source) and closes and source[start].role is Role.FUNCTION:
        return _read_clause(range(end, len(source)), source, window)
    return []


def _read_clause(numbers: range, source: list[Token], window: str) -> list[Token]:
    """Return the tokens at these places up to where their clause ends."""
    found: list[Token] = []
    for number in numbers:
        between = number if numbers.step > 0 else number + 1
        opens = source[number].key in _OPENERS and (source[number].key != "and" or _has_verb(found))
        if found and (opens or _breaks(source, between, window)):
            break
        found.append(source[number])
    return found


def _has_verb(words: Sequence[Token]) -> bool:
    """Tell whether words that follow an "and" are a clause, and no item of a list."""
    return any(token.key in _HELPING or is_verb(token.text) for token in words)


def _tells_all(token: Token) -> bool:
    """Tell whether a word tells of all of its kind, or of the first or utmost: every, the first, the largest."""
    from lemminflect import getAllLemmas  # type: ignore[import-untyped]

    word = token.text.casefold()
    return word in _WHOLLY or (word.endswith("est") and word not in getAllLemmas(word).get("ADJ", (word,)))


def _is_dated(token: Token, window: str) -> bool:
    """Tell whether a word is part of a time: last week."""
    return any(mention.start <= token.start < mention.end for mention in find_dates(window, _ANY_DAY))


def _is_whole(start: int, end: int, source: list[Token], window: str) -> bool:
    """Tell whether a left-out run is a whole phrase, between punctuation or at an edge of the sentence."""
    opens = start == 0 or _breaks(source, start, window)
    closes = end == len(source) or _breaks(source, end, window)
    if start == 0:
        return closes or source[end - 1].key in _OPENERS
    if end == len(source):
        return opens or source[start].role is Role.FUNCTION or _goes_on(source, start)
    return opens and closes and not _crosses(start, end, source, window)


def _goes_on(source: list[Token], start: int) -> bool:
    """Tell whether a run is what somebody did besides: (vetoed the bill) and issued a statement."""
    before, word = source[start - 1], source[start]
    return before.key == "and" and is_verb(word.text) and not word.text.endswith("ing")


def _crosses(start: int, end: int, source: list[Token], window: str) -> bool:
    """Tell whether a run goes from one sentence into the next, so that leaving it out would make one of two."""
    edge = len(split_sentences(window)[0])
    return source[start].start < edge <= source[end - 1].start


def _is_form_of_address(words: Sequence[Token], window: str) -> bool:
    """Tell whether only Mr. and the like or a middle initial was left out, before more of the name."""
    follows = re.match(r"\.?\s+[A-Z]", window[words[-1].end :]) is not None
    return follows and all(
        word.key in _TITLES or (len(word.text) == 1 and word.text.isupper() and window[word.end : word.end + 1] == ".")
        for word in words
    )


def _trim_time(start: int, end: int, source: list[Token], window: str) -> tuple[int, int]:
    """Return a left-out run without the words of a time ("earlier on Wednesday") at its edges: a time can go."""
    spans = [(mention.start, mention.end) for mention in find_dates(window, _ANY_DAY)]

    def is_time(number: int) -> bool:
        token = source[number]
        return token.key in _TIME or any(first <= token.start < last for first, last in spans)

    if not any(is_time(number) and source[number].key not in _TIME for number in range(start, end)):
        return start, end
    if _is_one_of_several(source[start:end], source[:start], source[end:], spans):
        return start, end
    while end > start and is_time(end - 1):
        end -= 1
    while start < end and is_time(start):
        start += 1
    return start, end


def _is_one_of_several(
    run: Sequence[Token], before: Sequence[Token], after: Sequence[Token], spans: Sequence[tuple[int, int]]
) -> bool:
    """Tell whether another time stands right beside those of a run, so that this is one item of a list of times."""
    own = [span for span in spans if any(span[0] <= token.start < span[1] for token in run)]
    beside = [
        next((token for token in tokens if token.key not in FREE and token.key != "or"), None)
        for tokens in (tuple(reversed(before)), after)
    ]
    return any(
        first <= token.start < last for token in beside if token for first, last in spans if (first, last) not in own
    )


def _breaks(source: list[Token], position: int, window: str) -> bool:
    """Tell whether punctuation stands between a token and the one before it (free words skipped)."""
    before = position - 1
    while before > 0 and source[before].key in FREE:
        before -= 1
    after = position
    while after < len(source) - 1 and source[after].key in FREE:
        after += 1
    gap = window[source[before].end : source[after].start]
    return _BREAK.search(gap) is not None
