"""Features of a candidate sentence that tell whether it answers a question, the same for every subject."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from agent.evidence.candidates import Candidate
from agent.evidence.forms.kinds import fit_best
from agent.evidence.forms.span import Span
from agent.evidence.forms.spans import find_spans
from agent.evidence.question import Question
from agent.evidence.terms import find_named, find_needed, list_own, list_plain, weigh_terms
from agent.evidence.words.casualties import join_deaths
from agent.evidence.words.likeness import Words
from agent.evidence.words.people import is_anybody, is_people
from agent.evidence.words.phrasal import drop_phrasal
from index.language.terms import content_words, stem
from index.vectors.embed import Embedder

Array = NDArray[np.float64]

NAMES = tuple("share near around weakest meaning pair passage told kind local focus dangling asks".split())
"""The features, in the order of the columns: see `measure`."""

_DANGLING = re.compile(r"\W*(he|she|it|they|this|that|these|those|his|her|their|its|but|and|so)\b", re.IGNORECASE)


_NEIGHBOUR = 0.9
_IN_TITLE = 0.8
"""Likeness from which a title tells a word of the question, so that its sentences need not."""
_WINDOW = 50
"""Characters around what may be the answer in which the question's words are looked for."""


@dataclass(frozen=True, slots=True)
class Features:
    """Features of all candidates, shape (candidates, NAMES), and what they are made of.

    `likeness` has shape (candidates, words): how alike each of the question's words is to the likest of a
    sentence; `weights` gives each word's rarity, `named` whether it is (part of) a name, `needed` whether it is
    more than the kind of thing that is asked for. `around`, shape (candidates, words), is the same with the sentence
    before and the title. `related`, shape (candidates,), is the highest cosine of a word of
    the question that is needed and no name to a word of the sentence that is none; 1 where the question has none.
    """

    table: Array
    likeness: Array
    around: Array
    weights: Array
    named: NDArray[np.bool_]
    needed: NDArray[np.bool_]
    related: Array


def measure(
    question: Question, candidates: Sequence[Candidate], texts: Sequence[str], words: Words, embedder: Embedder
) -> Features:
    """Return the features of every candidate for a question; `texts` are their sentences as the question spells names.

    share: rarity-weighted share of the question's terms that stand in the sentence; near: the same with words
    near in meaning counted in part; around: with the sentence before and the title as well; weakest: likeness of
    the term that is covered least; meaning, passage: cosine of the question with the sentence and its paragraph;
    pair: with the sentence and the one before; told: how far the sentence has the words that its title has not;
    kind: how well it holds the wanted kind of answer; local: near, around what may be the answer; focus: whether
    the asked-for noun is there; dangling: opens with a pronoun; asks: is a question.
    """
    contents = [drop_phrasal(text, content_words(text), question.text) for text in texts]
    asked, told = join_deaths(question.words), [join_deaths(content) for content in contents]
    weights = weigh_terms(asked, told)
    compared = [words.compare(asked, content).astype(float) for content in told]
    likeness = np.stack([table.max(axis=1, initial=0.0) for table in compared])
    before = np.stack([words.best(question.words, content_words(candidate.before)) for candidate in candidates])
    title = _compare_titles(question, candidates, words)
    around = np.maximum(likeness, _NEIGHBOUR * np.maximum(before, title))
    pairs = [f"{candidate.before} {text}".strip() for candidate, text in zip(candidates, texts, strict=True)]
    spans = [find_spans(question, text) for text in texts]
    columns = [
        (likeness >= 1.0) @ weights,
        likeness @ weights,
        around @ weights,
        likeness.min(axis=1, initial=1.0),
        _cosine(embedder, question.text, texts),
        _cosine(embedder, question.text, pairs),
        _cosine(embedder, question.text, [candidate.paragraph.text for candidate in candidates]),
        _cover_rest(likeness, title < _IN_TITLE, weights),
        np.array([fit_best(found) for found in spans]),
        np.array([_cover_near(*given, weights) for given in zip(texts, contents, compared, spans, strict=True)]),
        np.array([_has_focus(question, content) for content in contents]),
        np.array([float(_DANGLING.match(text) is not None) for text in texts]),
        np.array([float(text.rstrip().endswith("?")) for text in texts]),
    ]
    named, needed = find_named(question), find_needed(question)
    own = list_own(question, named, needed)
    related = [
        words.nearest(own, list_plain(text, content, own)) if own else 1.0
        for text, content in zip(texts, contents, strict=True)
    ]
    return Features(np.stack(columns, axis=1), likeness, around, weights, named, needed, np.array(related))


def _compare_titles(question: Question, candidates: Sequence[Candidate], words: Words) -> Array:
    """Return the likeness of each of the question's words to the likest of each candidate's title."""
    titles = {candidate.paragraph.source.title for candidate in candidates}
    found = {title: words.best(question.words, content_words(title)) for title in titles}
    return np.stack([found[candidate.paragraph.source.title] for candidate in candidates]).astype(float)


def _cover_rest(likeness: Array, untold: NDArray[np.bool_], weights: Array) -> Array:
    total = untold @ weights
    return np.asarray(np.where(total > 0, ((likeness * untold) @ weights) / np.maximum(total, 1e-9), 0.5), dtype=float)


def _cover_near(
    text: str, content: Sequence[str], compared: Array, spans: Sequence[Span] | None, weights: Array
) -> float:
    """Return how far the question's words stand around one of the spans; in all of the text if they are None."""
    if spans is None:
        return float(compared.max(axis=1, initial=0.0) @ weights)
    places = np.array(list(_place_words(text, content)), dtype=int)
    best = 0.0
    for span in spans:
        around = (places >= span.start - _WINDOW) & (places < span.end + _WINDOW)
        near = around & ~((places >= span.start) & (places < span.end))
        best = max(best, float(compared[:, near].max(axis=1, initial=0.0) @ weights))
    return best


def _place_words(text: str, content: Sequence[str]) -> Iterator[int]:
    """Yield where each of the content words of a text begins."""
    place = 0
    for word in content:
        place = max(place, text.find(word, place))
        yield place
        place += 1


def _cosine(embedder: Embedder, question: str, texts: Sequence[str]) -> Array:
    distinct = list(dict.fromkeys(texts))
    vectors = embedder.embed([question, *distinct])
    near = dict(zip(distinct, vectors[1:] @ vectors[0], strict=True))
    return np.array([near[text] for text in texts], dtype=float)


def _has_focus(question: Question, content: Sequence[str]) -> float:
    if question.focus is None:
        return 0.5
    if question.counted and is_anybody(question.counted):
        return float(any(is_people(word) for word in content))
    return float(question.focus in {stem(word) for word in content})
