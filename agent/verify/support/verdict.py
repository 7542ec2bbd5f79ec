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
from agent.verify.support.omission import FREE, judge_omission
from agent.verify.support.tokens import Role, Token, share_spellings, tokenize
from index.language.sentences import split_sentences

_QUOTATION = re.compile(r"[“\"]([^”\"]+)[”\"]|``(.+?)''")


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
    lost = [fault for run in dropped for fault in judge_omission(run, source, window)]
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
    return added, _runs(theirs, kept)


def _runs(numbers: Sequence[int], kept: set[int]) -> list[tuple[int, int]]:
    """Group the positions that were not kept into half-open runs; a gap of free words does not part a run."""
    runs: list[tuple[int, int]] = []
    before = -1
    for number in numbers:
        if number not in kept:
            if runs and runs[-1][1] == before + 1:
                runs[-1] = (runs[-1][0], number + 1)
            else:
                runs.append((number, number + 1))
        before = number
    return runs


def _false_quotations(sentence: str, window: str) -> list[str]:
    """Return the quotations of a sentence that do not stand in the window word for word."""
    plain = " ".join(token.text for token in tokenize(window)).casefold()
    quotations = (first or second for first, second in _QUOTATION.findall(sentence))
    return [
        quotation
        for quotation in quotations
        if " ".join(token.text for token in tokenize(quotation)).casefold() not in plain
    ]
