"""Happenings: what befell a thing (the Selma sank), and where that is named as known (the sinking of the Selma).

Reports of days and weeks that share such a happening follow one event, in whatever words they go on. Who speaks is no
thing that something befell: a government's campaign, say, is told of in any number of events.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from agent.digest.statements.polarity import is_verb_form
from agent.digest.tallying.tolls import read_tolls
from agent.verify.conflict.assertions import word_keys
from index.language.names import find_names, name_key
from index.language.sentences import split_sentences

_READ = 10
"""Paragraphs of a source that are read for them."""
_ROOT = 4
"""Letters that a verb and the noun for what it tells begin with: failed, failure."""
_SHORTEST = 2
"""Letters of a name's key from which it is told from others."""
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

_WORD = r"(?P<word>[a-z]{3,})"
_DEED = re.compile(rf"\s(?:(?:was|were|has|had|have|been)\s){{0,2}}{_WORD}\b")
"""What stands behind a name that something befell: collapsed, was flooded."""
_DONE = re.compile(r"\b(?P<word>[a-z]{3,}ed)\s(?:the\s)?$")
_OF = re.compile(rf"\b{_KNOWN}{_WORD}\s(?:of|at)\s(?:the\s)?$")
_ITS = re.compile(rf"\b{_KNOWN}(?:the\s)?$")
_NOUN = re.compile(rf"\s{_WORD}\b")
_AT = re.compile(rf"\b[Aa]n?\s(?:[a-z]+\s)?{_WORD}\sat\s(?:the\s)?$")
_SAYS = re.compile(rf",?\s(?:has\s|had\s|also\s|later\s)?{_SPOKE}\b|['’]s?\s(?:spokes|lawyer)")
_SAID_BY = re.compile(r"\b(?:said|says|according\sto)\s(?:the\s)?$")
_REACH = 60
"""Characters before a name that may hold what is told of it."""


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


@dataclass(frozen=True, slots=True)
class _Mention:
    """A name where it stands in a text, with what is just before it."""

    text: str
    start: int
    end: int

    @property
    def before(self) -> str:
        return self.text[max(0, self.start - _REACH) : self.start]

    @property
    def owns(self) -> bool:
        """Whether something of it is told of: the bridge's builder."""
        return self.text.startswith(("'", "’"), self.end)


def read_happenings(title: str, body: Sequence[str]) -> Happenings:
    """Return the happenings of a source with this title and these paragraphs."""
    told, named, speakers, cast = set[str](), set[str](), set[str](), set[str]()
    for text in (title, *body[:_READ]):
        for name in find_names(text):
            key = name_key(name)
            if len(key) < _SHORTEST:
                continue
            mentions = list(_find_mentions(text, name))
            told.update(f"{key}:{root}" for each in mentions for root in _find_told(each, " " in name))
            named.update(f"{key}:{root}" for each in mentions for root in _find_named(each))
            speakers.update(key for each in mentions if _speaks(each))
            cast.update([key] if " " in name else [])
    return Happenings(frozenset(told), frozenset(named), frozenset(speakers), frozenset(cast))


def _find_mentions(text: str, name: str) -> Iterator[_Mention]:
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            yield _Mention(text, start, end)
        start = text.find(name, end)


def _find_told(mention: _Mention, full: bool) -> Iterator[str]:
    """Yield the roots of the verbs in the past of which a name is the subject, or which it follows as the object.

    For a `full` name, those as well of the nouns for what happened there and cost lives or health: a blast at the mill.
    """
    deed = _DEED.match(mention.text, mention.end)
    done = _DONE.search(mention.before)
    if deed and _is_past(deed["word"]) and not _PLACE.search(mention.before):
        yield _find_root(deed["word"])
    if done and not mention.owns and _is_past(done["word"]):
        yield _find_root(done["word"])
    if full and (harm := _AT.search(mention.before)) and _costs(mention):
        yield harm["word"][:_ROOT]


def _costs(mention: _Mention) -> bool:
    """Tell whether the sentence of a name tells how many died or were hurt."""
    said = mention.text[mention.start - len(mention.before) + mention.before.rfind(". ") + 1 : mention.end].strip()
    return any(said in sentence and read_tolls(sentence) for sentence in split_sentences(mention.text))


@lru_cache(maxsize=65536)
def _is_past(word: str) -> bool:
    """Tell whether a word may be a verb in the past, be it one that is the same in the present: the dam burst."""
    from lemminflect import getAllLemmas, getInflection  # type: ignore[import-untyped]

    return any(word in getInflection(lemma, tag="VBD") for lemma in getAllLemmas(word).get("VERB", ()))


@lru_cache(maxsize=65536)
def _find_root(word: str) -> str:
    return min(word_keys(word), key=lambda key: (len(key), key))[:_ROOT]


def _find_named(mention: _Mention) -> Iterator[str]:
    """Yield the roots of the nouns by which what befell a name is spoken of as known."""
    of = None if mention.owns else _OF.search(mention.before)
    compound = _NOUN.match(mention.text, mention.end) if _ITS.search(mention.before) else None
    for found in (of, compound):
        if found and not (_PERSON.fullmatch(found["word"]) or is_verb_form(found["word"])):
            yield found["word"][:_ROOT]


def _speaks(mention: _Mention) -> bool:
    """Tell whether somebody or some body of this name says something."""
    if _SAYS.match(mention.text, mention.end) and not _PLACE.search(mention.before):
        return True
    return _SAID_BY.search(mention.before) is not None
