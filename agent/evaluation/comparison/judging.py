"""Judging: what another system wrote becomes an answer that is scored by the code that scores Concord's.

A citation is a number in brackets (or "Source 2"), and stands for the whole passage of that number: it is right where
the passage matches what the question's label wants cited, which is kinder than for Concord, of whose cited paragraph
only the quoted words are held against the label. A refusal is recognised by its words, generously; where an answer to
an answerable question has words of refusal and is right all the same, it counts as right.
"""

import re
from collections.abc import Iterator

from agent.answer.answer import Answer, AnswerSentence, Citation, Style, Verdict
from agent.evaluation.comparison.task import Written
from agent.evaluation.gold import GoldQuestion
from index.language.sentences import split_sentences
from index.source import Paragraph, Source

_WORD = r"(?:sources?|passages?|pieces?|documents?|chunks?|contexts?)"
_NUMBERS = rf"\d{{1,2}}\b(?:\s*(?:,|;|&|and|-|–)\s*(?:{_WORD}\s*)?\d{{1,2}}\b)*"
_INSIDE = rf"\s*(?:{_WORD}\s*:?\s*)?{_NUMBERS}\s*"
_BRACKETED = re.compile(rf"\s*(?:\[{_INSIDE}\]|\({_INSIDE}\))", re.IGNORECASE)
_MARK = re.compile(rf"{_BRACKETED.pattern}|\b{_WORD}\s+{_NUMBERS}", re.IGNORECASE)

_TELL = (
    r"(?:know|say|tell|mention|state|specify|provide|contain|include|indicate|address|answer|reveal|discuss|describe|"
    r"explain|clarify|disclose|determine|find)"
)
_TOLD = (
    r"(?:mentioned|stated|specified|provided|given|known|available|included|found|indicated|told|said|answered|clear|"
    r"sure|certain|able|aware|possible|explicit|enough|sufficient|relevant|helpful|disclosed|discussed|addressed|"
    r"described|explained|revealed|determined)"
)
_REFUSAL = re.compile(
    rf"\b(?:do|does|did)(?:\s+not|n['’]?t)(?:\s+\w+ly)?\s+{_TELL}\b"
    rf"|(?:\b(?:is|are|was|were|been|am)|['’]m)(?:\s+not|n['’]?t)(?:\s+\w+)?\s+{_TOLD}\b"
    rf"|\b(?:can\s?not|can['’]t|could\s+not|couldn['’]t|unable\s+to|impossible\s+to)\s+(?:be\s+)?(?:{_TELL}|{_TOLD})\b"
    rf"|\bnot\s+(?:\w+\s+)?{_TOLD}\b"
    r"|\bno\s+(?:\w+\s+)?(?:mention|information|answer|evidence|reference|indication|details?|data)\b"
    r"|\bnone\s+of\s+the\b|\binsufficient\b|\bunknown\b|\bunclear\b|\bempty\s+response\b|\bsorry\b",
    re.IGNORECASE,
)


def is_refusal(text: str) -> bool:
    """Tell whether a text says, anywhere, that it does not know or that the sources do not tell; or is empty."""
    return not re.search(r"\w", text) or _REFUSAL.search(text) is not None


def read_citations(text: str) -> list[int]:
    """Return the numbers that a text cites, each once, in their order."""
    found = (int(number) for mark in _MARK.findall(text) for number in re.findall(r"\d+", mark))
    return list(dict.fromkeys(found))


def judge(gold: GoldQuestion, written: Written) -> Answer:
    """Return what was written as an answer; a number that no passage has is no citation."""
    text = " ".join(written.text.split())
    sentences = tuple(_split(text, len(written.passages)))
    cited = sorted({number for sentence in sentences for number in sentence.citations})
    right = gold.answer is not None and gold.answer.search(text) is not None
    return Answer(
        question=gold.question,
        sentences=sentences,
        citations=tuple(_cite(number, written.passages[number - 1]) for number in cited),
        style=Style.GENERATED,
        abstained=is_refusal(text) and not right,
    )


def _split(text: str, passages: int) -> Iterator[AnswerSentence]:
    """Yield the sentences of a text without their marks; a mark that stands alone belongs to the sentence before."""
    plain, numbers = "", tuple[int, ...]()
    for sentence in split_sentences(text):
        words = _BRACKETED.sub("", sentence).strip()
        if re.search(r"\w", words) and plain:
            yield AnswerSentence(plain, numbers, Verdict.UNSUPPORTED)
            plain, numbers = "", ()
        plain = f"{plain} {words}".strip()
        numbers += tuple(n for n in read_citations(sentence) if 1 <= n <= passages and n not in numbers)
    if plain or numbers:
        yield AnswerSentence(plain, numbers, Verdict.UNSUPPORTED)


def _cite(number: int, passage: str) -> Citation:
    source = Source(number, f"passage {number}", "", "", None, None)
    return Citation(number, Paragraph(source, number, passage), passage)
