"""Exchange: the last question with one of its parts in the place of another: Who voted against? And for?"""

import re
from collections.abc import Sequence

from agent.evidence.words.people import is_people
from agent.pipeline.ellipsis import AUXILIARY, DEGREE, PREPOSITIONS, TIME
from agent.pipeline.persons import is_person
from index.language.name_forms import TITLES
from index.language.names import find_names
from index.language.terms import content_words, split_words, stem

_PREPOSITION = re.compile(rf"\b(?:{PREPOSITIONS}|against|without)\b", re.I)
_PART = re.compile(rf"\s(?=(?:{PREPOSITIONS})\s)", re.I)
_NEARNESS = frozenset("in at near around outside inside".split())
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.I)
_SPEECH = (
    r"(?:say|said|says|tell|told|write|wrote|deny|denied|claim|claimed|warn|warned|promise|promised|announce|announced)"
)
_SAID = re.compile(rf"^(?P<said>.*\b{_SPEECH}\b.*?)(?:\sabout\s.*)?$", re.I)
_BODIES = frozenset(
    """mayor minister engineer company operator council police government agency ministry union board army commander
    spokesman spokeswoman spokesperson director manager chief head leader owner lawyer expert official authority court
    opposition party regulator contractor insurer bank navy coastguard author scientist investigator inspector editor
    chairman chairwoman prosecutor defendant architect ambassador secretary president""".split()
)
_BARE = re.compile(
    r"(?P<word>(?:since|until|till)\s+when|how\s+long|why|when|where|how|how\s+come)(?P<no>\s+not)?"
    r"|(?P<of>why|when|where)\s+(?P<verb>is|was)\s+(?:that|this|it)",
    re.I,
)
_SO = re.compile(rf"why\s+so\s+(?P<word>{DEGREE})", re.I)
_HOW = re.compile(rf"^how\s+(?P<word>{DEGREE})\s+(?P<verb>{AUXILIARY})\s+(?P<rest>.+?)(?P<added>\s\(.+\))?$", re.I)
_OPPOSITES = (
    {"much", "little"},
    {"many", "few"},
    {"long", "short"},
    {"high", "low"},
    {"far", "near"},
    {"old", "young"},
)
_ASKED_OF_VERB = re.compile(
    rf"^(?:(?P<word>when|where|why|how|what\s+(?:time|day|date|year|place))\s+)?(?P<verb>{AUXILIARY})\s+(?P<rest>.+)$",
    re.I,
)
_NOT = {"will": "won't", "can": "can't", "shall": "shan't", "may": "may not"}


def exchange_phrase(standing: str, phrase: str) -> str | None:
    """Return a question with a phrase in the place of the one of its kind, or added; None where that is unclear.

    A mere preposition takes the place of the last one: who voted against, and for?
    """
    if _PREPOSITION.fullmatch(phrase):
        found = list(_PREPOSITION.finditer(standing))
        return f"{standing[: found[-1].start()]}{phrase}{standing[found[-1].end() :]}" if found else None
    if "(" in standing:
        return f"{standing} {phrase}"
    parts = _PART.split(standing)
    kind = _tell_kind(phrase)
    for at in reversed(range(1, len(parts))):
        if _tell_kind(parts[at]) == kind:
            return " ".join([*parts[:at], phrase, *parts[at + 1 :]])
    if kind == "time" and TIME.search(parts[0]):
        return None
    named = [at for at in range(1, len(parts)) if find_names(f"of {parts[at]}") and _tell_kind(parts[at]) != "time"]
    if kind == "place" and find_names(phrase) and len(named) == 1:
        return " ".join([*parts[: named[0]], phrase, *parts[named[0] + 1 :]])
    return f"{standing} {phrase}"


def _tell_kind(phrase: str) -> str:
    word = phrase.split()[0].casefold()
    return "time" if TIME.search(phrase) else "place" if word in _NEARNESS else word


def exchange_question_word(standing: str, bare: str) -> str | None:
    """Return a question about a verb as one for its reason, time or place: Did she stay? Why not?

    None where the other is no mere question word, or the question is not of that form. `When was that?` asks for the
    time of what was, and not of what is.
    """
    asked, verb = _BARE.fullmatch(bare), _ASKED_OF_VERB.match(standing)
    if asked is None or verb is None or "(" in standing:
        return None
    auxiliary = verb["verb"].lower()
    if asked["of"] and {asked["verb"].lower(), auxiliary} & {"is", "are"} and asked["of"].lower() != "why":
        return None
    if asked["no"]:
        auxiliary = _NOT.get(auxiliary, f"{auxiliary}n't")
    return f"{asked['word'] or asked['of']} {auxiliary} {verb['rest']}"


def exchange_degree(standing: str, bare: str) -> str | None:
    """Return a question for an amount as one for its reason: How much did it cost? Why so much?"""
    asked, how = _SO.fullmatch(bare), _HOW.match(standing)
    if asked is None or how is None:
        return None
    words = {asked["word"].lower(), how["word"].lower()}
    if len(words) > 1 and words not in _OPPOSITES:
        return None
    return f"why {how['verb']} {how['rest']} so {asked['word']}{how['added'] or ''}"


def exchange_noun(standing: str, other: str, texts: Sequence[str]) -> str | None:
    """Return a question about another one than it was, None where it is unclear whom or what the other replaces."""
    if TIME.fullmatch(other):
        return _exchange_time(standing, other)
    names = find_names(standing)
    other = _find_new(standing, other)
    placed = [
        name for name in names if re.search(rf"\b(?:in|at|near|from|to|around)\s(?:the\s)?{re.escape(name)}", standing)
    ]
    others = [name for name in names if name not in placed]
    if find_names(f"of {other}"):
        # A place takes the place of a place, and what is no place that of what is none.
        known = not is_person(other, texts, 0)
        chosen = (placed if known and others else others or placed) if len(names) > 1 else names
        if known and len(names) == 1 and others and is_person(others[0], texts):
            return None
    elif _is_body(other):
        chosen = [name for name in others if not re.search(rf"\bof\s(?:the\s)?{re.escape(name)}", standing)]
    else:
        return _exchange_matter(standing, other) if len(others) <= 1 else None
    return _replace_last(standing, chosen[0], other) if len(chosen) == 1 else None


def _find_new(standing: str, other: str) -> str:
    """Return the name alone of what is called as in a question: of the mayor of Korvo, where Linden's was meant."""
    named = find_names(f"of {other}")
    rest = {stem(word) for word in content_words(other.replace(named[0], ""))} if len(named) == 1 else set()
    return named[0] if rest and rest <= set(map(stem, content_words(standing))) else other


def _exchange_time(standing: str, other: str) -> str | None:
    parts = _PART.split(standing)
    for part in reversed(parts[1:]):
        if _tell_kind(part) == "time":
            return exchange_phrase(standing, f"{part.split()[0]} {other}")
    return exchange_phrase(standing, f"on {other}") if _WEEKDAY.fullmatch(other) else None


def _is_body(noun: str) -> bool:
    """Tell whether a noun stands for somebody, or for a body that can speak and act."""
    last = split_words(noun)[-1].casefold()
    return last in _BODIES or last.removesuffix("s") in _BODIES or last in TITLES or is_people(last)


def _exchange_matter(standing: str, other: str) -> str | None:
    """Return what somebody said about another thing."""
    match = _SAID.match(standing)
    return f"{match['said']} about {other}" if match else None


def _replace_last(text: str, old: str, new: str) -> str:
    before, _, after = text.rpartition(old)
    return f"{before}{new}{after}"
