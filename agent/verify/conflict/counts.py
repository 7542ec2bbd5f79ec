"""Counts: how many of what a question asks for a sentence tells, and sentences that tell it differently."""

import re
from collections.abc import Iterator, Sequence

from agent.evidence.candidates import Candidate
from agent.evidence.question import Question
from agent.evidence.words.casualties import is_toll, join_deaths
from agent.evidence.words.likeness import Words, is_of_place
from agent.evidence.words.people import ANYBODY, contradict_counts, is_people
from agent.verify.conflict.assertions import is_verb, match_words
from agent.verify.conflict.clauses import break_at
from agent.verify.conflict.divergence import find_clause, pair_differing
from index.language.names import find_names
from index.language.numbers import NumberMention, find_numbers
from index.language.terms import content_words, fold, is_content, split_words, stem

SPOKEN = 0.75
"""Share of the question's words, without the counted noun, that a sentence must speak of."""

_AFTER, _BEFORE = 3, 2
"""Words after and before a number among which what happened to those counted is looked for."""
_PEOPLE = frozenset(map(stem, [*ANYBODY, "lives", "deaths", "dead", "casualties"]))
_PART = re.compile(
    r"\b(?:another|additional|others?|more|includ\w+|among|each|per|every|first|remaining|rest|further|of\s(?:them|whom))\b",
    re.IGNORECASE,
)
_CLAUSE = break_at("which", "who")
_GOT = re.compile(r"\bg(?:et|ets|ot|etting)\s(?:away|off|out|in|through|back|down|up)\b", re.IGNORECASE)
"""Deeds that are in none of a question's words: of how many boats got away any count of boats would tell."""


def find_other_counts(question: Question, candidates: Sequence[Candidate], words: Words) -> Iterator[tuple[int, int]]:
    """Yield pairs of candidates of different sources that count what is asked for differently, the best first."""
    if question.focus is None:
        return
    counts = [read_count(question, candidate.text, words) for candidate in candidates]
    yield from pair_differing(candidates, counts, contradict_counts)


def read_count(question: Question, sentence: str, words: Words) -> NumberMention | None:
    """Return the one number that counts what the question asks for in a sentence that speaks of the rest of it."""
    asked = [word for word in question.words if stem(word) != question.focus]
    told = match_words(join_deaths(asked), join_deaths(content_words(sentence)), words)
    if not asked or sum(told) < SPOKEN * len(told) or _GOT.search(question.text):
        return None
    found = [mention for mention in find_numbers(sentence) if _counts(mention, sentence, question, asked, words)]
    return found[0] if len(found) == 1 else None


def _counts(mention: NumberMention, sentence: str, question: Question, asked: Sequence[str], words: Words) -> bool:
    """Tell whether a number stands before the counted noun or, of people, right beside what happened to them."""
    behind, ahead = sentence[mention.end :], sentence[: mention.start]
    if _PART.search(" ".join(split_words(ahead)[-2:] + split_words(behind)[:2])):
        return False
    total = is_toll(asked, ahead)
    before, after = _split(_CLAUSE.split(ahead)[-1]), _split(_CLAUSE.split(behind)[0])
    happened = join_deaths([word for word in asked if word.islower()])
    if not total and sum(match_words(happened, [*before, *after], words)) < SPOKEN * len(happened):
        return False
    clause = find_clause(sentence, mention)
    named = [word for word in asked if not word.islower() and not word.isdigit()]
    if named and find_names(clause) and not any(match_words(named, content_words(clause), words)):
        return False
    if any(_stands_for(name, clause) for name in named):
        return False
    if total:
        return True
    near = content_words(behind)[:3]
    stems = [stem(word) for word in near[:2]]
    if question.focus in stems:
        doing = near[stems.index(question.focus) + 1 :][:1]
        if any(is_verb(word) for word in doing) and not any(match_words(doing, question.words, words)):
            return False
        return not mention.unit or stem(mention.unit) in (question.focus, *question.terms)
    if question.focus not in _PEOPLE or mention.kind not in ("plain", "vague") or not _is_people(mention.unit):
        return False
    after = after[1:] if after and after[0] == mention.unit and is_people(after[0]) else after
    if after and is_content(after[0]) and not any(match_words(happened, after[:1], words)):
        return False
    return any(match_words(happened, [*after[:_AFTER], *before[-_BEFORE:]], words))


def _stands_for(name: str, clause: str) -> bool:
    """Tell whether a clause has the people of a place and not the place: Israeli attacks are not in Israel."""
    told = split_words(clause)
    return fold(name) not in map(fold, told) and any(is_of_place(word, name) for word in told)


def _is_people(unit: str) -> bool:
    return unit in ("", "dead") or is_people(unit)


def _split(text: str) -> list[str]:
    return join_deaths(split_words(text))
