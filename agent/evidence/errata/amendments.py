"""Amendments: the sentences of a paragraph as its corrections, and replies to what is only put there, leave them.

What repeats an error, and what is only put, stands for nothing, and the sentences that put it right or reply are one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from agent.evidence.errata.corrections import Correction, read_corrections
from agent.evidence.errata.rejoinders import read_reply
from agent.evidence.errata.withdrawals import Withdrawal
from index.article.shape import drop_mark
from index.source import Paragraph

BEFORE = 12
"""Paragraphs before one among which the heading of its column of corrections is looked for."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """What puts an error right: a piece of its paragraph, and before it what repeats the error, "" where it does so.

    Or what replies to something that is only put, which stands before it; nothing is withdrawn then.
    """

    text: str
    before: str
    withdrawal: Withdrawal | None


def read_amendments(
    paragraph: Paragraph, sentences: Sequence[str], above: Sequence[Paragraph] = ()
) -> dict[int, Amendment | None]:
    """Return what stands for each sentence of a paragraph that is part of a correction or a reply; None: nothing does.

    `sentences` are the paragraph's, verbatim and in order, `above` those before it in its source.
    """
    read: dict[int, Amendment | None] = {}
    for correction in read_corrections(sentences, paragraph.source.title, [each.text for each in above[-BEFORE:]]):
        read |= dict.fromkeys(correction.numbers)
        if correction.right:
            read[correction.right[0]] = _amend(paragraph, sentences, correction)
    return read or _read_reply(paragraph.text, sentences)


def _amend(paragraph: Paragraph, sentences: Sequence[str], correction: Correction) -> Amendment:
    begin = paragraph.text.index(sentences[min(correction.numbers)])
    start = paragraph.text.index(sentences[correction.right[0]], begin)
    last = sentences[correction.right[-1]]
    text = paragraph.text[start : paragraph.text.index(last, start) + len(last)]
    right = text if correction.withdrawn else text.partition(correction.error)[2] or text
    withdrawal = Withdrawal(correction.error, correction.matter, right, paragraph.source.date)
    return Amendment(text, drop_mark(paragraph.text[begin:start].strip()), withdrawal)


def _read_reply(text: str, sentences: Sequence[str]) -> dict[int, Amendment | None]:
    reply = read_reply(text, sentences)
    if reply is None:
        return {}
    read: dict[int, Amendment | None] = dict.fromkeys((*reply.put, *reply.replies))
    if reply.replies:
        last = sentences[reply.replies[-1]]
        found = text.find(last, reply.start)
        end = found if found >= 0 else text.index(last)
        before = text[max(text.index(sentences[0]), reply.begin) : reply.start].strip()
        read[reply.replies[0]] = Amendment(text[reply.start : end + len(last)], before, None)
    return read
