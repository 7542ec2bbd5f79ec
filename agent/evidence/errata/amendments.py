"""Amendments: the sentences of a paragraph as its corrections leave them.

What repeats an error stands for nothing, and the sentences that put it right are one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from agent.evidence.errata.corrections import Correction, read_corrections
from agent.evidence.errata.withdrawals import Withdrawal
from index.article.shape import drop_mark
from index.source import Paragraph

BEFORE = 12
"""Paragraphs before one among which the heading of its column of corrections is looked for."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """What puts an error right: a piece of its paragraph, and before it what repeats the error, "" where it does so."""

    text: str
    before: str
    withdrawal: Withdrawal


def read_amendments(
    paragraph: Paragraph, sentences: Sequence[str], above: Sequence[Paragraph] = ()
) -> dict[int, Amendment | None]:
    """Return what stands for each sentence of a paragraph that is part of a correction; None: nothing does.

    `sentences` are the paragraph's, verbatim and in order, `above` those before it in its source.
    """
    read: dict[int, Amendment | None] = {}
    for correction in read_corrections(sentences, paragraph.source.title, [each.text for each in above[-BEFORE:]]):
        read |= dict.fromkeys(correction.numbers)
        if correction.right:
            read[correction.right[0]] = _amend(paragraph, sentences, correction)
    return read


def _amend(paragraph: Paragraph, sentences: Sequence[str], correction: Correction) -> Amendment:
    begin = paragraph.text.index(sentences[min(correction.numbers)])
    start = paragraph.text.index(sentences[correction.right[0]], begin)
    last = sentences[correction.right[-1]]
    text = paragraph.text[start : paragraph.text.index(last, start) + len(last)]
    right = text if correction.withdrawn else text.partition(correction.error)[2] or text
    withdrawal = Withdrawal(correction.error, correction.matter, right, paragraph.source.date)
    return Amendment(text, drop_mark(paragraph.text[begin:start].strip()), withdrawal)
