"""Cores: what a long sentence says at heart, made by leaving out whole phrases.

A report's first sentence carries one assertion and much beside it: appositions, what happened before and after, a
day. A core is such a sentence without some of that, in the order of its words. Phrases in which somebody speaks, or
that limit or deny, stay; what remains is held against the paragraph by the verifier before anybody sees it.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from agent.digest.statements.context import drop_dateline
from agent.digest.statements.pieces import GRAVE, QUOTED, Piece, can_go, find_main, leads_in, split_pieces
from agent.digest.statements.polarity import count_finite_verbs, has_finite_verb, is_verb_form, read_verbs
from agent.digest.statements.readability import points_back
from agent.evidence.context.placing import needs_context
from agent.evidence.words.verbs import is_inflected
from agent.verify.conflict.assertions import split_attribution
from agent.verify.support.tokens import Role, tokenize
from index.language.dates import find_dates
from index.language.names import find_names
from index.language.terms import content_words, is_content

LEAST = 5
"""Content words and numbers that a core has at the least: who did what, where or to whom."""
_MIDDLES = 3
"""Phrases between subject and end of which each may be left out by itself."""
_MOST = 40
"""Cores of a sentence that are looked at, those with the most words first."""
_ANY_DAY = "2000-01-01"

_LOOSE_END = re.compile(
    r"\b(?:and|or|but|that|to|of|the|an?)$|(?:,|\band)\s\w+ly$"
    r"|\bin\s(?:connection|response|relation|accordance|line|charge|front|favou?r|violation|possession|excess|search|spite)$"
    r"|\bas\s(?:soon|well|much|many|far|long)$|\b(?:according|ahead|regardless|accused|suspected|shortly|immediately|moments)$"
    r"|\b(?:spen[dt]s?|takes?|took)\s(?:\w+\s){0,2}(?:time|years?|months?|weeks?|days?|hours?)$"
)
"""Words that cannot be the last of a sentence."""
_MEASURED = re.compile(r"\b(?:miles?|kilomet(?:er|re)s?|met(?:er|re)s?|km|feet|yards|percent|points?|degrees)$")
_WHOSE = re.compile(r"\b(?:who|which|whose|that(?=\s[a-z]+(?:ed|s)\b))\b")
_LINKED = re.compile(r"\w+,?\sthough\b|(?:though|however|also|still|then|yet|meanwhile),", re.IGNORECASE)
_BARE = re.compile(
    r"\s(?=(?:(?P<clause>(?P<firm>after|as|while|when|before|because|amid|following|where|but|and|though|although)|that|which|"
    r"who|[a-z]{3,}ing)|in|at|on|for|from|with|over|during|through|about|against|by|into|under)\s)"
)
_AFTER_DAY = re.compile(r"(?:,|\b(?:and|or|to|through|until))\s*$")
_BEFORE_DAY = re.compile(r"\s*(?:and|or|to|through|until|[-–])\s?(?:\d|[A-Z])")
"""What stands before, and after, a day that is one of several."""
_SAYING = 2
"""Words at the end of a clause among which a verb of speech waits for what was said."""
_REACH = {"and": 3, "but": 6}
"""Words up to which a verb must follow, so that these join clauses and not the items of a list."""
_BEFORE_TIME = re.compile(r"(?:(?:earlier|later|early|late|on|in|by|at)\s)+$")
_AFTER_TIME = re.compile(r"\s(?:night|morning|afternoon|evening)\b")
_BARE_DAY = re.compile(r"\w+day\b|today|tonight|yesterday|earlier|last\s|this\s", re.IGNORECASE)


@lru_cache(maxsize=16384)
def list_cores(sentence: str) -> tuple[str, ...]:
    """Return the shorter sentences that may be made from one, the longest first; none is checked yet."""
    text = drop_dateline(sentence).rstrip(" .")
    if "?" in text or text.count('"') % 2:
        return ()
    found: dict[str, None] = {}
    for shorter in _shorten(split_pieces(text)):
        if shorter != text and _is_enough(shorter):
            found[_finish(shorter)] = None
    return tuple(sorted(found, key=lambda core: (-len(core), core))[:_MOST])


def _finish(text: str) -> str:
    """Return a text with the capital and the stop of a sentence."""
    ended = text.endswith(".") or (text[-1:] in '”"’!' and text[-2:-1] in ".,!”")
    return text[:1].upper() + text[1:] + ("" if ended else ".")


def count_content(text: str) -> int:
    """Return how many different words and numbers of a text carry meaning."""
    return len({word.casefold() for word in content_words(text)})


def _is_enough(text: str) -> bool:
    if text.count("“") != text.count("”") or text.count('"') % 2:
        return False
    if needs_context(text) or points_back(text) or _LINKED.match(text) or _LOOSE_END.search(text):
        return False
    if not (text[:1].isalnum() or text[:1] in "“\"‘'$£€") or not _has_main_verb(text):
        return False
    if any(token.role is Role.SPEECH for token in tokenize(text)[-_SAYING:]) and not _has_said(text):
        return False
    return count_content(text) >= LEAST and bool(find_names(text)) and bool(read_verbs(text))


def _has_said(text: str) -> bool:
    """Tell whether a text that ends with who says it has what is said, and not only on whose word: citing an aide."""
    said, speaker = split_attribution(text)
    return bool(speaker) and has_finite_verb(said)


def _has_main_verb(text: str) -> bool:
    """Tell whether a text has a finite verb beside one for each clause that a relative word begins."""
    return count_finite_verbs(text) > len(_WHOSE.findall(text))


def _shorten(pieces: Sequence[Piece]) -> Iterator[str]:
    """Yield a sentence without its lead, with and without its asides, cut at every place where it may end."""
    first = 0
    while first < len(pieces) - 1 and leads_in(pieces[first].text) and not pieces[first].grave:
        first += 1
    for begin in {0, first}:
        rest = list(pieces[begin:])
        main = find_main(rest)
        if main is None:
            continue
        asides = [n for n in range(1, len(rest)) if can_go(rest, n)]
        middles = [n for n in asides if n < main]
        tails = [n for n in asides if n > main]
        for dropped in _choose(middles[:_MIDDLES]):
            for cut in [len(rest), *reversed(tails)]:
                gone = {*dropped, *(n for n in tails if n >= cut)}
                yield from _join([(n, piece) for n, piece in enumerate(rest) if n not in gone], main)


def _choose(middles: Sequence[int]) -> Iterator[tuple[int, ...]]:
    for size in range(len(middles) + 1):
        yield from itertools.combinations(middles, size)


def _join(kept: Sequence[tuple[int, Piece]], main: int) -> Iterator[str]:
    """Yield the kept pieces as one sentence, whole and with its last clause cut at each word that opens another."""
    head = kept[0][1].text
    for (before, _), (number, piece) in itertools.pairwise(kept):
        if number <= main:
            head += (" " if number == main > before + 1 else piece.mark) + piece.text
    rest = "".join(", " + piece.text for number, piece in kept if number > main)
    verb_at = len(head) - len(next(piece.text for number, piece in kept if number == main))
    heads = [head, *_cut(head, verb_at)]
    for each in heads:
        yield each + rest
        if not leads_in(each) and (shorter := _drop_times(each)) != each:
            yield shorter + rest


def _cut(head: str, verb_at: int) -> Iterator[str]:
    """Yield a clause without its end, cut before each word by which a phrase or another clause begins."""
    for match in _BARE.finditer(head, verb_at):
        left, gone = head[: match.start()], head[match.end() :]
        if not has_finite_verb(left[verb_at:]) or any(token.role in GRAVE for token in tokenize(gone)):
            continue
        reach = _REACH.get(match["clause"])
        if reach and not has_finite_verb(" ".join(gone.split()[1:reach])):
            continue
        if _MEASURED.search(left) or _parts_clause(left, gone):
            continue
        *_, before, last = ("", *(word.strip(",”\"’'") for word in left.split()))
        if before[:1].isupper() and last.endswith("s") and is_inflected(last):
            continue  # the verb of the clause, be it spelt like a noun: the Board looks at
        if last[:1].isupper() or (is_content(last) and (match["firm"] or not is_verb_form(last))):
            yield left


def _parts_clause(left: str, gone: str) -> bool:
    """Tell whether a cut leaves the subject of a clause behind an "and" without its verb: cuts are made and aid (…)."""
    before, joined, tail = left.rpartition(" and ")
    own = gone.split(",")[0]
    return bool(joined) and has_finite_verb(before) and not has_finite_verb(tail) and _has_main_verb(own)


def _drop_times(text: str) -> str:
    """Return a sentence without the days that it names, where these stand by themselves."""
    quoted = [match.span() for match in QUOTED.finditer(text)]
    for mention in reversed(find_dates(text, _ANY_DAY)):
        if any(start <= mention.start < end for start, end in quoted):
            continue
        if _AFTER_DAY.search(text, 0, mention.start) or _BEFORE_DAY.match(text, mention.end):
            continue
        before = _BEFORE_TIME.search(text[: mention.start])
        if before is None and not _BARE_DAY.match(text[mention.start : mention.end]):
            continue
        after = _AFTER_TIME.match(text, mention.end)
        start, end = before.start() if before else mention.start, after.end() if after else mention.end
        text = (text[:start].rstrip() + " " + text[end:].lstrip()).replace(" ,", ",").strip(" ,")
    return text
