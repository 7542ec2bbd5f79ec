"""Persons: whom a pronoun of a later question means, where the turn before leaves no doubt."""

import re
from collections.abc import Iterator, Sequence

from agent.evidence.words.people import is_people
from agent.pipeline.roles import GENDERS, ROLES, Gender
from index.language.names import find_names
from index.language.number_forms import NUMBER
from index.language.sentences import split_sentences
from index.language.terms import split_words, stem

_LETTER = re.compile(r"[A-Za-z]\W*")
"""What is no name: it begins a sentence, or names a speaker or a footnote."""
_SURE = 2
"""What is judged of a name beside which a title, a role or a verb of saying stands."""

Persons = dict[str, Gender | None]
"""Names in the order in which they stand, each with what is known of its gender."""

_PLACED = re.compile(
    r"\b(?:in|at|near|from|into|to|around|outside|inside|across|toward|towards|of)\s+(?:the\s+)?$|\bthe\s+$", re.I
)
_ON = re.compile(r"(?<!called)(?<!calls)(?<!call)\son\s(?:the\s)?$", re.I)
_DESCRIBED = re.compile(r",\s(?:who|whose|\d\d)\b")
_APPOSED = re.compile(r",\s(?:an?|the|its|their|his|her|our|my|[\w.&-]+['’]s?)\s((?:[\w-]+\s?){1,4})")
_SPEECH = frozenset(
    map(stem, "say said tell told add deny announce claim warn confirm state speak spoke insist write wrote".split())
)
_TOLD = frozenset(map(stem, ("tell", "told")))
"""Verbs before the name of whom something is told, which may be an outlet."""
_PRONOUN = re.compile(r"\b(?:he|him|his|himself|she|hers?|herself|its?|itself)\b", re.I)


def find_person(question: str, answer: str, texts: Sequence[str], pronoun: str) -> str | None:
    """Return the name that a pronoun for a person means after a question and its answer; None where that is unclear.

    The person that the question names is meant before those of the answer. `texts` are what the answer cites: there
    titles, verbs of saying and pronouns tell who is a person, and a man or a woman. No guess is made between two.
    """
    wanted = GENDERS[pronoun.casefold()]
    asked, told = list_persons(question, answer, texts)
    fitting = [name for name, gender in asked.items() if gender in (wanted, None)]
    if asked and not fitting:  # the question names somebody else, so that only who surely fits can be meant
        told = {name: gender for name, gender in told.items() if gender == wanted}
    elif asked:
        told = {name: asked[name] for name in fitting}
    fitting = [name for name, gender in told.items() if gender in (wanted, None)]
    sure = [name for name in fitting if told[name]]
    if len(fitting) == 1 or (len(sure) == 1 and sure[0] == fitting[0]):
        return fitting[0]
    return None


def list_persons(question: str, answer: str, texts: Sequence[str]) -> tuple[Persons, Persons]:
    """Return the persons of a question and those of its answer, each with what is known of its gender."""
    whole = [question, answer, *texts]
    return _list(question, whole, 0), _list(answer, whole, 1)


def _list(text: str, texts: Sequence[str], least: int) -> Persons:
    persons: Persons = {}
    for name in _unite(find_names(text)):
        if _LETTER.fullmatch(name):
            continue
        gender = None if NUMBER.fullmatch(name) else _tell_gender(name, texts)
        if gender != "it" and (gender or is_person(name, texts, least)):
            persons[name] = gender
    return persons


def is_person(name: str, texts: Sequence[str], least: int = 1) -> bool:
    """Tell whether texts speak of a name as a person's.

    A title, a role or a verb of saying beside it shows that; a second name before it only speaks for it, as long as no
    preposition of place or article stands before it, and its last word is none that texts have without a capital: Bell
    Lane. With `least` 0 a name that nothing speaks for or against is one as well.
    """
    if NUMBER.fullmatch(name) or "&" in name:
        return False
    judged = [_judge(mention, text) for text in texts for mention in _find_mentions(name, text)]
    best, worst = max(judged, default=0), min(judged, default=0)
    return best >= _SURE or (best >= least and worst >= 0 and not _is_common(name.split()[-1], texts))


def _is_common(word: str, texts: Sequence[str]) -> bool:
    return any(re.search(rf"\b{re.escape(word.lower())}s?\b", text) for text in texts)


def _unite(names: Sequence[str]) -> list[str]:
    """Return names without those that are the end of a longer one among them, in whose place the longer stands."""
    longest = (max((o for o in names if o == n or o.endswith(f" {n}")), key=len) for n in names)
    return list(dict.fromkeys(longest))


def _find_mentions(name: str, text: str) -> Iterator[re.Match[str]]:
    """Yield where a name stands, with the first names before it."""
    return re.finditer(rf"(?:\b[A-Z][\w’'-]+ ){{0,2}}\b{re.escape(name)}\b", text)


def _judge(mention: re.Match[str], text: str) -> int:
    before, after = text[: mention.start()], split_words(text[mention.end() :])[:2]
    words = mention[0].split()
    last = split_words(before[-40:])[-1:]
    titled = _is_titled(mention, text)
    speaks = any(stem(word) in _SPEECH for word in after) or any(stem(word) in _SPEECH - _TOLD for word in last)
    if (_PLACED.search(before) or words[0] == "The") and not titled:
        return -2
    if _ON.search(before) and not titled:
        return -1
    described = _DESCRIBED.match(text, mention.end()) is not None
    return _SURE * titled + _SURE * speaks + described + (len(words) in (2, 3))


def _is_titled(mention: re.Match[str], text: str) -> bool:
    """Tell whether a title or a role stands beside a name: Councillor Brix, her deputy, Orla Brix, the new chair."""
    last = split_words(text[: mention.start()][-40:])[-1:]
    apposed = _APPOSED.match(text, mention.end())
    beside = [*mention[0].split()[:-1], *last, *(apposed[1].split() if apposed else ())]
    return any(word in ROLES or is_people(word) for word in (each.rstrip(".").casefold() for each in beside))


def _tell_gender(name: str, texts: Sequence[str]) -> Gender | None:
    """Return what titles before a name and pronouns behind it say of it, None where they say nothing or disagree.

    An `it` says nothing of whom a title, a role or a `who` shows to be somebody.
    """
    surname = name.split()[-1]
    votes = {vote for text in texts for vote in _collect_votes(surname, split_sentences(text))}
    if "it" in votes and any(_is_somebody(each, text) for text in texts for each in _find_mentions(name, text)):
        votes.remove("it")
    return votes.pop() if len(votes) == 1 else None


def _is_somebody(mention: re.Match[str], text: str) -> bool:
    return _is_titled(mention, text) or _DESCRIBED.match(text, mention.end()) is not None


def _is_speaker(behind: str) -> bool:
    return any(stem(word) in _SPEECH for word in split_words(behind)[:1])


def _collect_votes(surname: str, sentences: Sequence[str]) -> Iterator[Gender]:
    for sentence, following in zip(sentences, [*sentences[1:], ""], strict=False):
        mention = next(_find_mentions(surname, sentence), None)
        if mention is None:
            continue
        titles = [word.casefold() for word in (*split_words(sentence[: mention.start()])[-1:], *mention[0].split())]
        yield from (GENDERS[title] for title in titles if title in ("mr", "sir", "lord", "mrs", "ms", "lady", "dame"))
        before, behind = sentence[: mention.start()], sentence[mention.end() :]
        if any(is_person(other, [sentence]) for other in find_names(before) if surname not in other):
            continue
        pronoun = _PRONOUN.search(behind)
        if pronoun and _is_speaker(behind[pronoun.end() :]):
            continue  # `Abel would not resign, she said`: somebody else says so
        reach = behind[: pronoun.start()] if pronoun else behind
        alone = not any(is_person(other, [sentence]) for other in find_names(f"of {reach}"))
        if alone and pronoun is None and not find_names(f"of {following}"):
            pronoun = _PRONOUN.search(following)
        if alone and pronoun:
            yield GENDERS[pronoun[0].casefold()]
