"""Happenings: what befell a thing (the Selma sank), and where that is named as known (the sinking of the Selma).

Reports of days and weeks that share such a happening follow one event, in whatever words they go on. Who speaks is no
thing that something befell: a government's campaign, say, is told of in any number of events.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from agent.digest.polarity import is_verb_form
from agent.digest.tolls import read_tolls
from agent.verify.assertions import word_keys
from index.names import find_names, name_key
from index.sentences import split_sentences

_READ = 10
"""Paragraphs of a source that are read for them."""
_ROOT = 4
"""Letters that a verb and the noun for what it tells begin with: failed, failure."""
_SHORTEST = 2
"""Letters of a name's key from which it is told from others."""
_WORD = r"(?P<word>[a-z]{3,})"
_HELP = r"(?:(?:was|were|has|had|have|been)\s){0,2}"
_SPOKE = (
    r"(?:said|says|told|tells|denie[sd]|added|adds|announce[sd]|warn(?:ed|s)|ask(?:ed|s)|wrote|tweeted|claim(?:ed|s)|"
    r"insist(?:ed|s)|argue[sd]|refuse[sd]|promise[sd]|call(?:ed|s)|want(?:ed|s)|believe[sd]?|apologi[sz]e[sd]?|agree[sd]|"
    r"decide[sd]|accuse[sd]|vow(?:ed|s)|urge[sd]|propose[sd])"
)
_PLACE = re.compile(
    r"\b(?:of|at|in|on|by|for|from|to|with|near|above|below|behind|beside|around|under|inside|outside|against|over)\s"
    r"(?:the\s)?(?:[a-z]+\s)?$"
)
"""What makes a name the place of somebody who speaks: farmers below the dam said."""
_KNOWN = r"(?:[Tt]he|[Tt]his|[Tt]hat|[Ss]ince|[Aa]fter|[Bb]efore|[Dd]uring|[Ff]rom|[Oo]f|[Ii]nto)\s"
_PERSON = re.compile(r"\w+(?:er|or|ist|ian|ee)s?")
"""How nouns for those who do something end: the owners of the Selma."""


@dataclass(frozen=True, slots=True)
class Happenings:
    """What a source tells to have befallen something, what of that it names, who speaks in it, and its full names.

    A happening is the key of a name with the first letters of what befell it.
    """

    told: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    speakers: frozenset[str] = frozenset()
    cast: frozenset[str] = frozenset()

    @property
    def all(self) -> frozenset[str]:
        """What it tells or names."""
        return self.told | self.named


def read_happenings(title: str, body: Sequence[str]) -> Happenings:
    """Return the happenings of a source with this title and these paragraphs."""
    told, named, speakers, cast = set[str](), set[str](), set[str](), set[str]()
    for text in (title, *body[:_READ]):
        for name in find_names(text):
            key = name_key(name)
            if len(key) < _SHORTEST:
                continue
            told.update(f"{key}:{root}" for root in _find_told(text, name) | _find_harm(text, name))
            named.update(f"{key}:{root}" for root in _find_named(text, name))
            if _speaks(text, name):
                speakers.add(key)
            if " " in name:
                cast.add(key)
    return Happenings(frozenset(told), frozenset(named), frozenset(speakers), frozenset(cast))


def _find_told(text: str, name: str) -> set[str]:
    """Return the roots of the verbs in the past of which a name is the subject, or which it follows as the object."""
    this = rf"(?:the\s)?{re.escape(name)}"
    words = [match["before"] for match in re.finditer(rf"\b(?P<before>[a-z]{{3,}}ed)\s{this}\b(?!['’])", text)]
    for match in re.finditer(rf"\b{this}\s{_HELP}{_WORD}\b", text):
        if not _PLACE.search(text[: match.start()]):
            words.append(match["word"])
    return {_find_root(word) for word in words if _is_past(word)}


def _find_harm(text: str, name: str) -> set[str]:
    """Return the roots of the nouns for what happened at a place of full name and cost lives or health: a blast at."""
    found = (
        re.finditer(rf"\b[Aa]n?\s(?:[a-z]+\s)?{_WORD}\sat\s(?:the\s)?{re.escape(name)}\b", text) if " " in name else ()
    )
    return {
        match["word"][:_ROOT]
        for match in found
        if any(match[0] in sentence and read_tolls(sentence) for sentence in split_sentences(text))
    }


@lru_cache(maxsize=65536)
def _is_past(word: str) -> bool:
    """Tell whether a word may be a verb in the past, be it one that is the same in the present: the dam burst."""
    from lemminflect import getAllLemmas, getInflection  # type: ignore[import-untyped]

    return any(word in getInflection(lemma, tag="VBD") for lemma in getAllLemmas(word).get("VERB", ()))


def _find_root(word: str) -> str:
    return min(word_keys(word), key=lambda key: (len(key), key))[:_ROOT]


def _find_named(text: str, name: str) -> set[str]:
    """Return the roots of the nouns by which what befell a name is spoken of as known."""
    this = re.escape(name)
    found = re.finditer(
        rf"\b{_KNOWN}{_WORD}\s(?:of|at)\s(?:the\s)?{this}\b(?!['’])|\b{_KNOWN}(?:the\s)?{this}\s(?P<after>[a-z]{{3,}})\b",
        text,
    )
    words = [match["word"] or match["after"] for match in found]
    return {word[:_ROOT] for word in words if not (_PERSON.fullmatch(word) or is_verb_form(word))}


def _speaks(text: str, name: str) -> bool:
    """Tell whether somebody or some body of this name says something."""
    spoken = rf"\b{re.escape(name)}(?:,?\s(?:has\s|had\s|also\s|later\s)?{_SPOKE}\b|['’]s?\s(?:spokes|lawyer))"
    if any(not _PLACE.search(text[: match.start()]) for match in re.finditer(spoken, text)):
        return True
    return re.search(rf"\b(?:said|says|according\sto)\s(?:the\s)?{re.escape(name)}\b", text) is not None
