"""The verdict on one sentence: whether a paragraph that it cites says the same, in the same order.

A sentence is supported when it can be made from one or two neighbouring sentences of a cited paragraph by
leaving out whole phrases, and when nothing that was left out changes what is said: no negation, no hedge, no
speaker, no part of a subject. Names may be in another spelling and numbers in another form. Free paraphrase is
refused on purpose: a lexical comparison cannot tell who did what to whom (DESIGN section 6, SummEdits).
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from agent.answer.answer import Verdict
from agent.verify.tokens import Role, Token, share_spellings, tokenize
from index.dates import find_dates
from index.sentences import split_sentences

FREE = frozenset("a an the that has have had also then and".split())
"""Words that may be added or left out anywhere without a change of meaning."""

_GRAVE = frozenset({Role.NEGATION, Role.HEDGE, Role.SPEECH})
_OPENERS = frozenset("and but while whereas although as when after before because since so".split())
_QUOTATION = re.compile(r"[“\"]([^”\"]+)[”\"]|``(.+?)''")
_TIME = frozenset("on in at by earlier later early late".split())
_ANY_DAY = "2000-01-01"
_BREAK = re.compile(r"[,;:()–—\"“”]|\s-\s|``|''")


@dataclass(frozen=True, slots=True)
class Check:
    """A verdict with the verbatim source text it was held against and the words that tell against it."""

    verdict: Verdict
    quote: str
    faults: tuple[str, ...] = ()


def check_sentence(sentence: str, paragraphs: Sequence[str]) -> Check:
    """Return the best verdict for a sentence over all windows of the paragraphs that it cites."""
    best = Check(Verdict.UNSUPPORTED, "", ("no paragraph is cited",))
    for paragraph in paragraphs:
        for window in _windows(paragraph):
            check = _check_window(sentence, window)
            if check.verdict is Verdict.SUPPORTED:
                return check
            if not best.quote or len(check.faults) < len(best.faults):
                best = check
    return best


def _windows(paragraph: str) -> Iterator[str]:
    """Yield every sentence of a paragraph, then every two neighbours as one verbatim piece."""
    sentences = split_sentences(paragraph)
    yield from sentences
    position = 0
    for first, second in itertools.pairwise(sentences):
        start = paragraph.index(first, position)
        end = paragraph.index(second, start + len(first)) + len(second)
        yield paragraph[start:end]
        position = start + len(first)


def _check_window(sentence: str, window: str) -> Check:
    claim, source = share_spellings(tokenize(sentence), tokenize(window), sentence, window)
    if not any(token.role in (Role.CONTENT, Role.NAME, Role.NUMBER) for token in claim):
        return Check(Verdict.UNSUPPORTED, window, ("nothing to check",))
    added, dropped = _compare(claim, source)
    faults = [token.text for token in added]
    faults += _false_quotations(sentence, window)
    lost = [fault for run in dropped for fault in _judge_omission(run, source, window)]
    if not faults and not lost:
        return Check(Verdict.SUPPORTED, window)
    negations = [token for token in added if token.role is Role.NEGATION]
    negations += [token for run in dropped for token in source[slice(*run)] if token.role is Role.NEGATION]
    contradicted = bool(negations) and all(token.role is Role.NEGATION for token in added)
    verdict = Verdict.CONTRADICTED if contradicted else Verdict.UNSUPPORTED
    return Check(verdict, window, tuple(faults + [f"left out: {word}" for word in lost]))


def _compare(claim: list[Token], source: list[Token]) -> tuple[list[Token], list[tuple[int, int]]]:
    """Return the claim's tokens that the source lacks in this place, and the runs of the source left out."""
    ours = [token for token in claim if token.key not in FREE]
    theirs = [number for number, token in enumerate(source) if token.key not in FREE]
    added: list[Token] = []
    kept: set[int] = set()
    codes = LCSseq.opcodes([token.key for token in ours], [source[number].key for number in theirs])
    for code in codes:
        if code.tag == "equal":
            kept.update(theirs[code.dest_start : code.dest_end])
        else:
            added += ours[code.src_start : code.src_end]
    return added, _runs([number for number in theirs if number not in kept])


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Group ascending positions into half-open runs; a gap of free words does not part a run."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number:
            runs[-1] = (runs[-1][0], number + 1)
        else:
            runs.append((number, number + 1))
    return runs


def _judge_omission(run: tuple[int, int], source: list[Token], window: str) -> list[str]:
    """Return the words of a left-out run whose absence changes what is said; none when it is a whole phrase."""
    start, end = run
    words = source[start:end]
    grave = [token.text for token in words if token.role in _GRAVE]
    if grave:
        return grave
    start, end = _trim_time(start, end, source, window)
    if start == end:
        return []
    words = source[start:end]
    opens = start == 0 or _breaks(source, start, window)
    closes = end == len(source) or _breaks(source, end, window)
    if start == 0:
        whole = closes or words[-1].key in _OPENERS
    elif end == len(source):
        whole = opens or words[0].role is Role.FUNCTION
    else:
        whole = opens and closes
    return [] if whole else [token.text for token in words]


def _trim_time(start: int, end: int, source: list[Token], window: str) -> tuple[int, int]:
    """Return a left-out run without the words of a time ("earlier on Wednesday") at its edges: a time can go."""
    spans = [(mention.start, mention.end) for mention in find_dates(window, _ANY_DAY)]

    def is_time(number: int) -> bool:
        token = source[number]
        return token.key in _TIME or any(first <= token.start < last for first, last in spans)

    if not any(is_time(number) and source[number].key not in _TIME for number in range(start, end)):
        return start, end
    while end > start and is_time(end - 1):
        end -= 1
    while start < end and is_time(start):
        start += 1
    return start, end


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


def _false_quotations(sentence: str, window: str) -> list[str]:
    """Return the quotations of a sentence that do not stand in the window word for word."""
    plain = " ".join(token.text for token in tokenize(window)).casefold()
    quotations = (first or second for first, second in _QUOTATION.findall(sentence))
    return [
        quotation
        for quotation in quotations
        if " ".join(token.text for token in tokenize(quotation)).casefold() not in plain
    ]
