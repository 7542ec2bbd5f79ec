"""Deeds: whether a report tells what the core of a sentence says that somebody did, and of the same somebody."""

from collections.abc import Sequence

from agent.digest.accord.bearing import is_intended
from agent.digest.accord.synonyms import same_deed
from agent.digest.statements.mentions import cut_compounds, find_verb, tells_in_noun
from agent.digest.statements.pieces import leads_in
from agent.digest.statements.polarity import MARKS, Verb, has_finite_verb, read_verbs
from agent.verify.conflict.assertions import Assertion, match_name
from index.language.names import find_names
from index.language.terms import stem

_PHASES = frozenset(map(stem, ("continue", "begin", "start", "keep", "try", "join")))
"""Stems of verbs that tell at what point of a deed somebody is, and not which."""
_BEING = frozenset("is are was were be been being has have had get gets got".split())
_LEADING = 3
"""Words at the head of a sentence among which a participle has the subject that follows: Leaving Lisk, Vance said."""


def tells_deeds(core: Assertion, other: Assertion) -> bool:
    """Tell whether the other tells of the core's first deed, by whom it names, and of most others, as really done."""
    verbs = read_verbs(cut_compounds(core.said))
    theirs = read_verbs(cut_compounds(other.said))
    verbs = tuple(verb for verb in verbs if verb.keys.isdisjoint(_PHASES)) or verbs
    found = [_matches(verb, core, theirs, other) for verb in verbs]
    return bool(verbs) and found[0] and 3 * sum(found) >= 2 * len(found) and _by_same(core, verbs[0], other.text)


def _matches(verb: Verb, core: Assertion, theirs: tuple[Verb, ...], other: Assertion) -> bool:
    same = [each for each in theirs if same_deed(verb.keys, each.keys)]
    if same:
        return any(each.unreal == verb.unreal for each in same) and (
            is_intended(verb, core.said) or not is_intended(verb, other.said)
        )
    return not verb.unreal and tells_in_noun(verb, other.said) is True


def _by_same(core: Assertion, verb: Verb, other: str) -> bool:
    """Tell whether the other may name those who do a deed in a core as doing it: before it, behind "by", after a lead.

    What is done to somebody, in the core or there, may stand either way.
    """
    words = core.text.split()
    place = next(iter(find_verb(verb, words)), 0)
    actors = find_names(" ".join(words[:place]))
    if not actors or _is_passive(words, place):
        return True
    theirs = other.split()
    starts = [len(other[: other.index(name)].split()) for name in find_names(other) if match_name(name, actors)]
    deeds = find_verb(verb, theirs)
    if not starts or not deeds or any(start <= deed for deed in deeds for start in starts):
        return True
    return "by" in theirs[deeds[0] : min(starts)] or any(
        _leads(theirs, deed) or _is_passive(theirs, deed) for deed in deeds
    )


def _is_passive(words: Sequence[str], deed: int) -> bool:
    return any(word.casefold() in _BEING for word in words[max(0, deed - 2) : deed])


def _leads(words: Sequence[str], deed: int) -> bool:
    return deed < _LEADING and leads_in(" ".join(words)) and words[deed].strip(MARKS).endswith(("ing", "ed"))


def cut_at_verb(text: str) -> str:
    """Return a text up to the first word that only a verb can be."""
    words = text.split()
    end = next((n for n, word in enumerate(words) if has_finite_verb(word.strip(MARKS))), len(words))
    return " ".join(words[:end])
