"""Whether a sentence can answer a question by its form: the kind of answer, and the denial that is asked about."""

from collections.abc import Sequence

from agent.evidence.candidates import Candidate
from agent.evidence.context.referents import is_person
from agent.evidence.forms.ages import tells_age_of_others
from agent.evidence.forms.belonging import belongs_elsewhere, has_several_words
from agent.evidence.forms.measures import asks_figure, lacks_measure
from agent.evidence.forms.span import Span
from agent.evidence.forms.spans import find_spans
from agent.evidence.forms.times import lacks_time
from agent.evidence.question import Kind, Question
from agent.evidence.words.casualties import lacks_casualties
from agent.evidence.words.negation import DENIALS, DENYING, NEGATIONS
from agent.evidence.words.people import is_anybody
from index.language.numbers import find_numbers
from index.language.sentences import split_sentences
from index.language.terms import content_stems, fold, split_words, stem

ASKING = frozenset(map(stem, "ask question wonder inquire".split()))
"""Stems of words by which a question is about a question, which one may answer."""

SHARES = frozenset(map(stem, "share percentage proportion portion fraction rate number figure total amount".split()))
"""Stems of words for how much of something, which is told without them: 24 per cent of them."""

NO_FORM = 0.5
"""What counts a sentence for a kind of answer that has no form of its own (how, whether, plain what)."""


def holds_kind(question: Question, sentence: str) -> float:
    """Return how well the best span of a sentence fits the wanted kind of answer, 0 (none) to 1; see NO_FORM."""
    return fit_best(find_spans(question, sentence))


def fit_best(spans: Sequence[Span] | None) -> float:
    """Return how well the best of some spans fits: 0 if there are none, NO_FORM where the kind has no form."""
    return NO_FORM if spans is None else max((span.fit for span in spans), default=0.0)


def may_answer(question: Question, sentence: str) -> bool:
    """Tell whether a sentence can be an answer at all: a question about a denial wants a sentence that denies."""
    return not _speaks_of(question.text, DENYING) or _speaks_of(sentence, DENIALS | {"not"})


def keep_possible(question: Question, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates that can be an answer at all: no question, nor of others than asked for."""
    asked = question.kind is Kind.WHAT and _speaks_of(question.text, ASKING)
    possible = [each for each in candidates if may_answer(question, each.whole) and (asked or not asks(each.whole))]
    texts = tuple({each.paragraph.text: None for each in candidates})

    def is_owner(name: str) -> bool:
        return has_several_words(name) or is_person(name, texts)

    possible = [each for each in possible if not belongs_elsewhere(question.text, each.whole, is_owner)]
    # Whose age a correction puts right (`He is 51`) is told by what it withdraws.
    possible = [each for each in possible if each.withdrawal or not tells_age_of_others(question.text, each.text)]
    return [each for each in possible if not (each.withdrawal and _counts_other(question, each.whole))]


def _counts_other(question: Question, correction: str) -> bool:
    """Tell whether a correction is of another number than that of what is counted: it nowhere speaks of that."""
    if (
        question.kind is not Kind.NUMBER
        or question.focus is None
        or question.focus in SHARES
        or (question.counted and is_anybody(question.counted))
    ):
        return False
    return question.focus not in content_stems(correction)


def asks(sentence: str) -> bool:
    """Tell whether a sentence is nothing but a question."""
    return sentence.rstrip("”\"’') ").endswith("?") and len(split_sentences(sentence)) == 1


def lacks_figure(question: Question, sentence: str) -> bool:
    """Tell whether a sentence has none of the figures that a question asks for.

    That is a number, or a `no`, where it asks how many or for how much money, one of the dead or hurt where it asks for
    them, one of the same measure for a magnitude or a depth, and a time as fine as what month or what year.
    """
    if question.kind is Kind.WHEN:
        return lacks_time(question, sentence)
    if question.kind is not Kind.NUMBER:
        return False
    if not asks_figure(question):
        return lacks_measure(question, sentence)
    if lacks_casualties(question.words, sentence):
        return True
    return not find_numbers(sentence) and not _speaks_of(sentence, NEGATIONS)


def _speaks_of(text: str, words: frozenset[str]) -> bool:
    return any(fold(word) in words or stem(word) in words for word in split_words(text))
