"""Asking: from a question to the checked answer, in the order of DESIGN section 4, as typed events."""

import time
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from threading import Event as Flag
from typing import TYPE_CHECKING

from agent.answer.answer import Answer, Citation, Ranked, Style
from agent.answer.composition import Part, choose_quotes, cite, cite_candidate
from agent.answer.draft import parse_draft, write_draft
from agent.answer.notes import OVERVIEW, SAMPLES, note_latest
from agent.answer.parts import quote_part
from agent.answer.remarks import reply_to
from agent.evidence.candidates import gather_candidates
from agent.evidence.contrast import contrast_best
from agent.evidence.question import asks_overview, read_question
from agent.evidence.ranked import Ranking
from agent.evidence.ranking import rank_candidates
from agent.evidence.reading import read_best
from agent.evidence.recency import lead_with_latest
from agent.evidence.typed import write_out, write_persons
from agent.models import writes_freely
from agent.pipeline.clock import Clock
from agent.pipeline.events import Answered, Event, Retrieved, Token, Verified
from agent.pipeline.library import holds_samples
from agent.verify.alternatives import find_alternative
from agent.verify.disputes import find_dispute
from agent.verify.matter import asks_whether
from agent.verify.opposites import find_opposites
from agent.verify.replies import add_replies
from agent.verify.retractions import add_corrections, find_retractions, note_retractions
from agent.verify.sides import FoundDispute
from agent.verify.support.draft import keep_supported
from agent.verify.voices import find_voices

if TYPE_CHECKING:
    from agent.pipeline.session import Session

PASSAGES = 40
"""Passages that a question is answered from, before their sentences are ranked."""

NEAREST, SHORTEST = 3, 4
"""Passages that are named when the sources do not say, and words of one at least: fewer are a heading."""

READ = 4
"""Paragraphs that the model drafts from."""


def answer_question(session: "Session", text: str, begun: float, stop: Flag | None) -> Iterator[Event]:
    """Yield Retrieved, the draft's Tokens, every sentence Verified, and the Answer; a remark has but the Answer."""
    clock = Clock(dict.fromkeys(("load", "refresh", "retrieve", "generate", "verify", "total"), 0.0) | session.timings)
    if aside := reply_to(text):
        yield _finish(session, aside, clock, begun)
        return
    with clock.measure("retrieve"):
        written = write_out(text)
        hits = session.searcher.search(written, PASSAGES)
        candidates = gather_candidates(session.library, hits)
        if text[1:].islower():
            written = write_persons(written, list({each.paragraph.text: None for each in candidates}))
        question = read_question(written)
        yield Retrieved(len(hits), len({hit.source.id for hit in hits}))
        ranking = rank_candidates(question, candidates, session.library.embedder, session.model, stop)
        ranking = replace(ranking, sources=session.library.count_sources())
        if writes_freely(session.model) and not ranking.tabular:
            ranking = read_best(ranking, session.model, stop)
        ranking = ranking if ranking.tabular else lead_with_latest(ranking)
        numbered, notes = quote_part(written, session.library, hits)
    whole, ranking = ranking, ranking.told()
    with clock.measure("verify"):
        dispute = find_dispute(question, ranking, candidates) if ranking.answerable or asks_whether(question) else None
    if not dispute and not numbered:
        with clock.measure("retrieve"):
            ranking = contrast_best(ranking, session.model, stop)
            dispute = find_opposites(ranking, session.model, stop)
    base = Answer(text, (), (), Style.QUOTED, ranking=list_ranking(whole))
    if numbered:
        answer = yield from _tell(base, numbered, notes)
    elif ranking.answerable or (dispute and not dispute.update):
        answer = yield from _answer(session, ranking, dispute, base, clock, stop)
    else:
        said = {OVERVIEW: asks_overview(text), SAMPLES: holds_samples(session.library)}
        notes = tuple(note for note, holds in said.items() if holds)
        answer = replace(base, abstained=True, citations=_nearest(whole), notes=notes)
    yield _finish(session, answer, clock, begun)


def _finish(session: "Session", answer: Answer, clock: Clock, begun: float) -> Answered:
    """Return an answer with what it was made with, and in which time."""
    model, embedder = session.model.name, session.library.embedder_name
    clock.timings["load"] = session.timings.get("load", 0.0)  # the model has come in the meantime
    clock.timings["total"] = time.perf_counter() - begun
    return Answered(replace(answer, model=model, embedder=embedder, timings=clock.timings))


def _answer(
    session: "Session", ranking: Ranking, dispute: FoundDispute | None, base: Answer, clock: Clock, stop: Flag | None
) -> Generator[Event, None, Answer]:
    if dispute:
        parts, style = dispute.parts, Style.QUOTED
        other = find_alternative(ranking, [*dispute.stated, *dispute.denied]) if dispute.alone else None
        parts += [Part(other.text, (other,))] if other else []
    else:
        parts, style = yield from _write(session, ranking, clock, stop)
        quoted = [candidate for part in parts for candidate in part.support]
        other = find_alternative(ranking, quoted)
        further = [other] if other and other not in quoted else []
        further += find_voices(ranking, [*quoted, *further])
        parts += [Part(candidate.text, (candidate,)) for candidate in further]
        parts = add_replies(parts, ranking)
    retractions = find_retractions(ranking, parts)
    answer = yield from _tell(base, add_corrections(parts, retractions))
    notes = tuple(dict.fromkeys(note_retractions(retractions, answer.citations)))
    if dispute and not other:
        notes = notes or dispute.list_notes()
    notes = notes or note_latest(ranking, parts, other, answer.citations)
    return replace(answer, style=style, disputes=dispute.number(answer.sentences) if dispute else (), notes=notes)


def _tell(base: Answer, parts: Sequence[Part], notes: tuple[str, ...] = ()) -> Generator[Event, None, Answer]:
    """Yield each sentence of an answer as it is cited, and return the answer."""
    sentences, citations = cite(parts)
    for sentence in sentences:
        yield Verified(sentence, tuple(item for item in citations if item.n in sentence.citations))
    return replace(base, sentences=sentences, citations=citations, notes=notes)


def _write(
    session: "Session", ranking: Ranking, clock: Clock, stop: Flag | None
) -> Generator[Event, None, tuple[list[Part], Style]]:
    """Return what is quoted or, by a model that writes freely, what is left of its draft."""
    quotes = choose_quotes(ranking)
    if not writes_freely(session.model) or ranking.tabular:
        return quotes, Style.QUOTED
    kept = yield from _draft(session, ranking, quotes, clock, stop)
    return (kept, Style.GENERATED) if kept else (quotes, Style.QUOTED)


def _draft(
    session: "Session", ranking: Ranking, quotes: Sequence[Part], clock: Clock, stop: Flag | None
) -> Generator[Event, None, list[Part]]:
    """Let the model draft from the best paragraphs and return what verification keeps of it.

    A small model is not asked: of the bundled one's drafts on our questions none survived verification, and
    writing them took longer than all the rest.
    """
    passages = list(dict.fromkeys(item.candidate.paragraph.text for item in ranking.best(READ)))
    draft = ""
    with clock.measure("generate"):
        for piece in write_draft(session.model, ranking.question.text, passages, stop):
            draft += piece
            yield Token(piece)
    with clock.measure("verify"):
        return keep_supported(parse_draft(draft), passages, ranking, quotes)


def list_ranking(ranking: Ranking) -> tuple[Ranked, ...]:
    """Return the paragraphs, each once: by the score of its article, less how far its best sentence is behind there."""
    entries: list[Ranked] = []
    seen: set[tuple[int, int]] = set()
    leads: dict[int, float] = {}
    for item in ranking.items:
        leads.setdefault(item.candidate.paragraph.source.id, item.score)
    scores = {id(item): item.article - leads[item.candidate.paragraph.source.id] + item.score for item in ranking.items}
    for item in sorted(ranking.items, key=lambda item: -scores[id(item)]):
        paragraph = item.candidate.paragraph
        if (paragraph.source.id, paragraph.n) not in seen:
            seen.add((paragraph.source.id, paragraph.n))
            entries.append(Ranked(len(entries) + 1, paragraph, scores[id(item)], item.parts))
    return tuple(entries)


def _nearest(ranking: Ranking) -> tuple[Citation, ...]:
    found = [item.candidate for item in ranking.items if len(item.candidate.text.split()) >= SHORTEST]
    return tuple(cite_candidate(n, each) for n, each in enumerate(found[:NEAREST], 1))
