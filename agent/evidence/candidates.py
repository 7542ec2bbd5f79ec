"""The sentences that may answer a question: all those of the passages that were retrieved, each taken once."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from rapidfuzz import fuzz, process

from agent.evidence.errata.amendments import Amendment, read_amendments
from agent.evidence.errata.rejoinders import find_witness
from agent.evidence.errata.withdrawals import Withdrawal
from agent.evidence.quotable import split_quotable
from agent.evidence.words.announced import announces
from agent.evidence.words.negation import NEGATIONS
from agent.evidence.words.substitution import find_substitutions
from agent.evidence.words.wording import exchanges_word
from index.article.rows import is_row
from index.article.shape import drop_mark, is_sentence
from index.language.sentences import split_sentences
from index.language.terms import fold, split_words
from index.library import Library
from index.source import Hit, Paragraph

COPY = 93.0
"""Similarity (0 to 100, rapidfuzz's ratio over folded words) from which two sentences are one text."""

_ABOVE = 6
"""Paragraphs above a table among which its heading is looked for."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One sentence of a retrieved paragraph with what stands around it.

    `score` is that of the passage it was found in, `copies` the paragraphs of other sources with the same text, `body`
    all paragraphs of its own source in their order. `before` is the sentence before, of a row the last one above its
    table; `context`, of a row, has its heading too, of a witness's reply who that is. `withdrawal` is what a correction
    withdraws of which the text is what it puts right; `before` then repeats that. A `reply` is one to what is only put
    `before` it.
    """

    paragraph: Paragraph
    text: str
    before: str
    score: float
    parts: dict[str, float]
    copies: tuple[Paragraph, ...] = ()
    withdrawal: Withdrawal | None = None
    body: Sequence[Paragraph] = field(default=(), repr=False, compare=False)
    context: str = ""
    reply: bool = False

    @property
    def continues(self) -> bool:
        """Whether it is read and shown with what stands before it: the error that it puts right, what it replies to."""
        return bool(self.before) and (self.withdrawal is not None or self.reply)

    @property
    def whole(self) -> str:
        """The text as it is read by itself: behind the error that it puts right, or what it replies to."""
        spoken = (self.context, self.before, self.text) if self.reply else (self.before, self.text)
        needed = self.continues or (self.before and announces(self.before, self.text))
        return " ".join(filter(None, spoken)) if needed else self.text


def gather_candidates(library: Library, hits: Sequence[Hit]) -> list[Candidate]:
    """Return the sentences of the hits' paragraphs, best passage first; a copy is only named by its first."""
    candidates: list[Candidate] = []
    bodies: dict[int, list[Paragraph]] = {}
    seen: set[tuple[int, int, str]] = set()
    for hit in hits:
        if hit.source.id not in bodies:
            bodies[hit.source.id] = library.paragraphs(hit.source)
        body = bodies[hit.source.id]
        for paragraph in body[hit.chunk.first - 1 : hit.chunk.last]:
            for candidate in _split(paragraph, hit, body):
                key = (paragraph.source.id, paragraph.n, candidate.text)
                if key not in seen:
                    seen.add(key)
                    candidates.append(candidate)
    return _collapse(candidates)


def _split(paragraph: Paragraph, hit: Hit, body: Sequence[Paragraph]) -> list[Candidate]:
    """Return the sentences of a hit's paragraph; of a very long one only those of the part that was found.

    Of a correction what repeats the error is none, and what puts it right is one; so are what is only put and a reply.
    """
    if is_row(paragraph.text):
        return [_take_row(paragraph, hit, body)]
    candidates: list[Candidate] = []
    sentences, above = split_quotable(paragraph.text), body[: paragraph.n - 1]
    before = (split_sentences(above[-1].text if above else "") or [""])[-1]
    amended = read_amendments(paragraph, sentences, above)
    below = "".join(each.text for each in body[paragraph.n : paragraph.n + 1])
    if sentences and announces(sentences[-1], below):
        sentences = sentences[:-1]
    for number, sentence in enumerate(sentences):
        if hit.chunk.first < hit.chunk.last or sentence in hit.chunk.text or len(sentence) > len(hit.chunk.text):
            found = Candidate(paragraph, drop_mark(sentence), before, hit.score, hit.parts, body=body)
            if number not in amended:
                candidates.append(found)
            elif right := amended[number]:
                candidates.append(_amend(found, right))
        before = sentence
    return candidates


def _amend(found: Candidate, right: Amendment) -> Candidate:
    if right.withdrawal is not None:
        return replace(found, text=right.text, before=right.before, withdrawal=right.withdrawal)
    witness = find_witness(found.paragraph.text, found.body[: found.paragraph.n - 1])
    return replace(found, text=right.text, before=right.before, reply=True, context=witness)


def _take_row(paragraph: Paragraph, hit: Hit, body: Sequence[Paragraph]) -> Candidate:
    """Return a row of a table as one candidate, with the sentence above the table and the nearest heading there."""
    above = paragraph.n - 1
    while above and is_row(body[above - 1].text):
        above -= 1
    lead = (split_sentences(body[above - 1].text) if above else [])[-1:]
    headings = (one.text for one in reversed(body[max(0, above - _ABOVE) : above]) if not is_sentence(one.text))
    context = "\n".join(dict.fromkeys([*lead, next(headings, "")]))
    return Candidate(paragraph, paragraph.text, "".join(lead), hit.score, hit.parts, body=body, context=context)


def _collapse(candidates: list[Candidate]) -> list[Candidate]:
    """Keep the first of every group of sentences with the same text and name the places of the others."""
    plain = [" ".join(fold(word) for word in split_words(candidate.whole)) for candidate in candidates]
    if not plain:
        return []
    alike = process.cdist(plain, plain, scorer=fuzz.ratio, score_cutoff=COPY, dtype=np.uint8) > 0
    facts = [_facts(text) for text in plain]
    kept: list[Candidate] = []
    taken = np.zeros(len(plain), dtype=bool)
    for number, candidate in enumerate(candidates):
        if taken[number]:
            continue
        near = [int(other) for other in np.flatnonzero(alike[number]) if not taken[other]]
        group = [other for other in near if facts[other] == facts[number] and _tell_same(candidates, number, other)]
        taken[group] = True
        kept.append(_name_copies(candidate, [candidates[other] for other in group]))
    return kept


def _facts(plain: str) -> tuple[list[str], bool]:
    """Return what tells two nearly equal sentences apart: their numbers, and whether they deny."""
    words = plain.split()
    numbers = [word for word in words if any(character.isdigit() for character in word)]
    return numbers, any(word in NEGATIONS for word in words)


def _tell_same(candidates: Sequence[Candidate], number: int, other: int) -> bool:
    """Tell whether nearly equal sentences tell the same: neither a name nor a word is exchanged for another."""
    one, two = candidates[number].whole, candidates[other].whole
    if is_row(one) or is_row(two):
        return one == two and candidates[number].context == candidates[other].context
    return one == two or not (find_substitutions(one, two) or exchanges_word(one, two))


def _name_copies(candidate: Candidate, group: list[Candidate]) -> Candidate:
    copies = {
        (other.paragraph.source.id, other.paragraph.n): other.paragraph
        for other in group
        if other.paragraph.source.id != candidate.paragraph.source.id
    }
    return replace(candidate, copies=tuple(copies.values()))
