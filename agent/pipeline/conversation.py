"""Conversation: a question that leans on the turns before it is made one that stands alone.

Words decide, not the model: a person's pronoun becomes the person's name where only one can be meant, and what
else is left out or only pointed at is added in brackets, in the words of the earlier question. Where it is unclear
what is meant the question stays as it was asked. Every front end shows what was made of the question.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from agent.answer.answer import Answer
from agent.evidence.remarks import read_remark
from agent.evidence.typed import write_names
from agent.pipeline.antecedents import SENTENCE, find_cited, find_statement, name_places, shorten
from agent.pipeline.ellipsis import add_topic, is_noun, is_phrase, lacks_topic
from agent.pipeline.exchange import exchange_degree, exchange_noun, exchange_phrase, exchange_question_word
from agent.pipeline.persons import find_person, is_person, list_persons
from agent.pipeline.recall import Wish, read_wish
from agent.pipeline.roles import drop_speaker, find_role, mentions_one
from agent.pipeline.writings import name_writing
from index.language.names import find_names
from index.language.terms import is_content, split_words


class State(StrEnum):
    """How a turn ended, `asked` while it has not."""

    ASKED = "asked"
    ANSWERED = "answered"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Turn:
    """One question of a conversation: as it was asked, as it was understood, and its answer if it has one."""

    asked: str
    understood: str = ""
    state: State = State.ASKED
    answer: Answer | None = None


_OPENING = re.compile(r"^(?:(?:and|but|so|or|then|also|ok|okay|well|now)\b[\s,]*)+", re.I)
_INSTEAD = re.compile(r"^(?:what|how)\s+about\s+(?P<other>.+)$", re.I)
_PERSON = re.compile(r"\b(?:(?P<whose>his)|(?P<either>her)|he|she|him)\b", re.I)
_THERE = re.compile(
    r"(?<!is )(?<!are )(?<!was )(?<!were )\bthere\b(?!\s+(?:is|are|was|were|has|have|had)\b)|\bthere$", re.I
)
_SAYING = re.compile(r"\b(?:said|says?|told|tells?|claimed|claims?|wrote|writes?)\s+(?:that|so|this|it)$", re.I)
_WHO = re.compile(r"\W*who(?:['’]s|\s+(?:is|was))\b", re.I)
"""A question for who somebody is: whom its answer begins with is talked of from there on."""
_ADDED = re.compile(r"\s\(.+\)$")
_ENDING = re.compile(r"[\s?!.]+$")


def understand(question: str, turns: Sequence[Turn]) -> str:
    """Return the question as it stands alone after these turns; the question itself where nothing is missing."""
    asked = " ".join(question.split())
    past = [turn for turn in turns if _is_sound(turn)]
    if not past or read_remark(asked):
        return asked
    bare = _ENDING.sub("", _OPENING.sub("", asked)) or _ENDING.sub("", asked)
    made = _complete(bare, past, opened=_OPENING.match(asked) is not None)
    changed = made is not None and made != _ENDING.sub("", asked)
    return f"{made[0].upper()}{made[1:]}?" if made and changed else asked


def _is_sound(turn: Turn) -> bool:
    """Tell whether a turn may be leaned on: one that itself lacked something, and was not answered, may not."""
    recalled = turn.answer and (turn.answer.aside or read_wish(turn.asked) is Wish.DOUBT)
    if turn.state is State.FAILED or read_remark(turn.asked) or recalled:
        return False
    standing = _ENDING.sub("", _standing(turn))
    refused = turn.answer is not None and turn.answer.abstained
    return not (refused and (_ADDED.search(standing) or _find_pronoun(standing) or lacks_topic(standing)))


def _complete(bare: str, past: Sequence[Turn], opened: bool) -> str | None:
    """Return a question with what it lacks, None where it is unclear what that is."""
    texts = _read_texts(past)
    last, standing = past[-1], write_names(_ENDING.sub("", _standing(past[-1])), texts)
    if cited := find_cited(bare, last.answer):
        return f"What about “{shorten(_ENDING.sub('', cited.quote), SENTENCE)}”"
    other = _INSTEAD.match(bare)
    if other or is_noun(bare, opened):
        noun = other["other"] if other else bare
        asked_of = [name for name in find_names(standing) if is_person(name, texts)]
        alone = f"What about {noun}"  # what was asked of a person says nothing of another thing
        return exchange_noun(standing, noun, texts) or (alone if asked_of else add_topic(alone, standing))
    if is_phrase(bare):
        return exchange_phrase(standing, bare)
    if turned := exchange_question_word(standing, bare) or exchange_degree(standing, bare):
        return turned
    bare = name_writing(bare, standing, last.answer) or bare
    named = _name_place(_name_person(bare, past), last)
    statement = find_statement(last.answer)
    if statement and _SAYING.search(named):
        return f"{named} ({statement})"
    return add_topic(named, standing) if lacks_topic(named) else named


def _standing(turn: Turn) -> str:
    return turn.understood or turn.asked


def _read_texts(turns: Sequence[Turn]) -> list[str]:
    """Return what the answers say and cite, each text once."""
    answers = [turn.answer for turn in turns if turn.answer]
    cited = [citation.paragraph.text for answer in answers for citation in answer.citations]
    read = [ranked.paragraph.text for answer in answers for ranked in answer.ranking]
    said = [sentence.text for answer in answers for sentence in answer.sentences]
    return list(dict.fromkeys([*cited, *read, *said]))


def _name_person(question: str, past: Sequence[Turn]) -> str:
    """Put the person's name in the place of the first pronoun for one, unless the question names somebody before it."""
    match = _find_pronoun(question)
    if match is None:
        return question
    texts = _read_texts(past)
    for turn in reversed(past):
        standing, told = write_names(_standing(turn), texts), turn.answer.sentences if turn.answer else ()
        answers = [" ".join(drop_speaker(sentence.text) for sentence in told)]
        if _WHO.match(standing) and told:
            answers = [told[0].text, *answers]
        if any(list_persons(standing, answers[-1], texts)):
            found = (find_person(standing, answer, texts, match[0]) for answer in answers)
            person = next(filter(None, found), None)
            return _replace(question, match, person) if person else question
        if _WHO.match(standing) and not told:
            return question  # the one who was asked for is meant, and nobody tells who that is
        if role := find_role(standing, [sentence.text for sentence in told], match[0]):
            return _replace(question, match, role)
    return question


def _find_pronoun(question: str) -> re.Match[str] | None:
    """Return the first pronoun for a person whom the question does not itself name or mention before it."""
    match = _PERSON.search(question)
    before = question[: match.start()] if match else ""
    return None if find_names(before) or mentions_one(before) else match


def _replace(question: str, match: re.Match[str], person: str) -> str:
    rest = split_words(question[match.end() :])
    owns = match["whose"] or (match["either"] and rest and is_content(rest[0]))
    return question[: match.start()] + person + ("’s" if owns else "") + question[match.end() :]


def _name_place(question: str, turn: Turn) -> str:
    """Put the only place of the last question where `there` points to it."""
    places = name_places(_standing(turn))
    match = _THERE.search(question)
    if match is None or len(places) != 1:
        return question
    return f"{question[: match.start()]}in {places[0]}{question[match.end() :]}"
