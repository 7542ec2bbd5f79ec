"""Unnamed: somebody or something whose name is asked for, but whom a sentence mentions without it."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from agent.evidence.question import Question
from agent.evidence.words.people import is_people
from agent.evidence.words.verbs import is_inflected
from index.language.names import find_names, same_name
from index.language.terms import fold, is_content, split_words, stem

_OWNER = r"(?:(?:the|an?|its|their|his|her|this|that)\s|(?:[\w.&-]+\s){0,3}?[\w.&-]+['’]s?\s)"
_DESCRIBED = re.compile(
    rf"\bnames?\sof\s{_OWNER}(?P<phrase>.*)|"
    rf"\bwhat\s(?:is|was|are|were)\s{_OWNER}(?P<named>.*?)(?:['’]s?\snames?|\s(?:called|named))\W*$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"(?<=[a-z])\s(?=(?:the|an?|his|her|its|their)\s|(?:[A-Z][\w.&'’-]*\s)+(?P<verb>[a-z]+)\b)")
"""Where a clause may begin that says more of what is described: the ship the firm sent, the ships Orsa led."""
_COUNTED = re.compile(
    r"^\W*who\s(?:are|were)\sthe\s(?:two|three|four|five|six|seven|eight|nine|ten|other|others?\stwo)\s(?P<noun>[a-z]+)\b",
    re.IGNORECASE,
)
"""Questions for the names of some: who were the two women killed at the shop?"""
_CALLS = re.compile(
    r"^\W*what\s(?:(?:is|was|are|were)\s(?:the|its|their)\s(?P<called>[a-z-]+)\s(?:called|named|dubbed|code-?named)|"
    r"name\s(?:did|does|do|has|had)\s[^,;?]{2,60}?\sgiv(?:e|en)\s(?:to\s)?(?:the|its|their|his|her)\s(?P<given>[a-z-]+)|"
    r"(?:is|was)\sthe\sname\sof\s(?:the|its|their)\s(?P<name>[a-z-]+))\W*$",
    re.IGNORECASE,
)
"""Questions for nothing but how something is called, which no more than its noun says."""
_HAS_ROLE = re.compile(
    r"\bwho(?:\s(?:is|was|are|were)|['’]s)\s(?:the\s|(?:[\w.&-]+\s){0,3}?[\w.&-]+['’]s?\s)?(?P<phrase>.*)", re.I
)
_WHOLE_NAME = r"[A-Z][\w.’-]*(?:\s[A-Z][\w.’-]*)*"
_ROLE = re.compile(
    r"^\W*[Ww]ho(?:\s(?:is|was)|['’]s)\s(?:the\s(?P<phrase>[a-z-]+(?:\s[a-z-]+)?)"
    rf"(?:\s(?:of|in|for)\s(?:the\s)?(?P<of>{_WHOLE_NAME}))?|(?P<owner>{_WHOLE_NAME})['’]s?\s(?P<owned>[a-z-]+(?:\s[a-z-]+)?))\W*$"
)
"""Questions for nothing but who has a role: who is the judge, the mayor of Lisk, Lisk's mayor?"""
_OF_PLACE = re.compile(r"\s(?:of|for|in|at)\s(?:the\s)?[A-Z][\w’-]*(?:\s[A-Z][\w’-]*)*")
_OTHER_ROLE = re.compile(
    r"\b(former|ex|late|then|previous|past|outgoing|deputy|vice|assistant)[\s-](?:[\w.’'-]+\s)?$", re.I
)
"""What makes a role that of another: a former or a vice president is not the president."""
_ENDS = frozenset("of in for at to on from by with behind who whom that which whose".split())
"""Words that may follow the noun that somebody is described by; before any other there may be a verb."""

_BEHIND = re.compile(
    r"^(?:(?:\s(?:for|of|from|at|in|with|to)\s[^,;.]{2,50})?\s?[,(:–—]|\s-|\s(?:such\sas|like|including|of|as)|"
    r"\s(?:is|was|are|were|named|called|(?:is|was|are|were|named|known|identified)(?:\s\w+){0,3}\sas))?"
    r"\s?(?:the\s)?[“\"#@]?(?P<name>[A-Z#@][\w-]*+)(?!['’]s)"
)
_TITLED = re.compile(
    r"^\s?[,(]?\s?(?:(?:code-?|nick)?named|called|dubbed|(?:en)?titled|christened|known\sas)\s(?:the\s)?[“\"‘]?(?P<name>[A-Z][\w-]*)"
)
"""What says right behind a noun how it is called: `the raid, code-named Heron's Wing,`."""
_BEFORE = re.compile(
    r"\b(?!(?:It|He|She|They|We|I|You|This|That|These|Those|There|The|A|An)\b)(?P<name>[A-Z][\w'’.-]*)(?:,\s\d+)?"
    r"(?:\s?,[^,;.]{2,90},)?(?:\s?,|,?\s(?:who\s)?(?:is|was|became|remains|has\sbeen|had\sbeen|(?:[a-z]+\s){0,4}as))"
    r"\s(?:[\w'’-]+\s){0,4}$"
)
_CALLED = re.compile(r"(?<=\w\s)(?P<name>[A-Z][\w-]*)\s\d+\s(?:[a-z]\w*\s)?$")
"""A name before what is described more closely: `the Artemis 2 moon mission`."""

_APPOINTED = re.compile(
    r"\b(?:named?|names|appoint\w*|elect\w*|hire[sd]?|pick(?:s|ed)|chose|nominate[sd]?|promote[sd]?)\s"
    r"(?:[A-Z][\w.'’-]*\s)+(?:(?:as|to)\s)?(?:[\w'’-]+\s){0,3}$"
)
_SHORT = {
    "gov": "governor",
    "sen": "senator",
    "rep": "representative",
    "gen": "general",
    "pres": "president",
    "capt": "captain",
    "sgt": "sergeant",
}
"""Titles before a name by their abbreviations, without the stop."""
_ENTITLED = re.compile(
    r"\b(?:named?|names|call(?:ed|s)|dubbed|dubs|christened|titled|code-?named)\s(?:the|an?|its|their|this)\s(?:[\w-]+\s){0,3}$"
)
"""How somebody gives a name to what stands behind: the army named the operation “Spring”."""
_QUOTED = ('" ', "” ", "’ ")
"""What stands around somebody who is named: `a spokesman, Jorg Brandt`, `a boat called Orsa`, `Ilse, a diver`."""


def lacks_name(question: Question, sentence: str) -> bool:
    """Tell whether a sentence mentions what a question asks the name of, `the spokeswoman`, always without a name."""
    described, counted = _DESCRIBED.search(question.text), _COUNTED.search(question.text)
    noun = _find_noun(_cut_clause(described["phrase"] or described["named"])) if described else None
    noun = _single(counted["noun"]) if counted and is_people(counted["noun"]) else noun
    return noun is not None and _names(question, sentence, noun) is False


def _cut_clause(phrase: str) -> str:
    """Return a phrase without a clause that tells more of it; a name before a noun begins none: Lisk Ferry chief."""
    begins = _RELATIVE.search(phrase)
    return phrase[: begins.start()] if begins and (not begins["verb"] or is_inflected(begins["verb"])) else phrase


def names_role(question: Question, sentence: str) -> bool:
    """Tell whether a question asks only who has a role, and a sentence names that one: Lisk Mayor Tom Abel."""
    asked = _ROLE.match(question.text)
    noun = _find_noun(asked["phrase"] or asked["owned"]) if asked else None
    if asked is None or noun is None:
        return False
    owner = asked["of"] or asked["owner"]
    if owner and not _is_of(owner, noun, sentence):
        return False
    return _names(question, _OF_PLACE.sub("", sentence), noun, _OTHER_ROLE) is True


def tells_title(question: Question, sentence: str) -> bool:
    """Tell whether a question asks only how something is called, and a sentence says it: the raid, named Heron."""
    asked = _CALLS.match(question.text)
    noun = _single(asked["called"] or asked["given"] or asked["name"]) if asked else None
    mentions = [word for word in re.finditer(r"[\w'’-]+", sentence) if _single(word[0]) == noun]
    found = [_TITLED.match(sentence[word.end() :]) for word in mentions]
    return any(each and stem(each["name"]) not in question.terms for each in found)


def _is_of(owner: str, noun: str, sentence: str) -> bool:
    """Tell whether a sentence gives a role as that of an owner: Lisk's new mayor, the mayor of Lisk."""
    names = "|".join(re.escape(name) for name in find_names(sentence) if same_name(owner, name))
    roles = "|".join(re.escape(word) for word in re.findall(r"[\w'’-]+", sentence) if _single(word) == noun)
    if not names or not roles:
        return False
    given = rf"(?:{names})(?:['’]s?)?\s(?:[\w-]+\s)?(?:{roles})\b|\b(?:{roles})\sof\s(?:the\s)?(?:{names})"
    return re.search(given, sentence) is not None


def miss_role(question: Question, sentences: Sequence[str], answering: Sequence[bool]) -> list[bool]:
    """Tell which sentences mention a role without who has it, where it is asked who has it and another names them.

    `answering` says which sentences may answer: `The president spoke` is passed over only for one of these.
    """
    asked = _HAS_ROLE.search(question.text)
    noun = _find_noun(asked["phrase"]) if asked else None
    if noun is None:
        return [False] * len(sentences)
    named = [_names(question, sentence, noun, _OTHER_ROLE) for sentence in sentences]
    known = any(name and answers for name, answers in zip(named, answering, strict=True))
    return [known and name is False for name in named]


def _names(question: Question, sentence: str, noun: str, other: re.Pattern[str] | None = None) -> bool | None:
    """Tell whether a sentence names what it mentions by a noun, None where it does not mention it.

    Behind what `other` matches, unless the question has it too, something else is named.
    """
    mentions = [word for word in re.finditer(r"[\w'’-]+", sentence) if _single(word[0]) == noun]
    plain = [word for word in mentions if not (other and _is_other(question, sentence[: word.start()], other))]
    return any(_is_named(question, sentence, word) for word in plain) if mentions else None


def _is_other(question: Question, before: str, other: re.Pattern[str]) -> bool:
    match = other.search(before)
    return match is not None and fold(match[1]) not in map(fold, split_words(question.text))


@lru_cache(maxsize=16)
def _find_noun(phrase: str) -> str | None:
    """Return the noun, in the singular, that a phrase begins with; None where there is none."""
    words = split_words(phrase)
    nouns = list(takewhile(is_content, words))
    ends = len(nouns) == len(words) or fold(words[len(nouns)]) in _ENDS
    return _single(nouns[-1]) if nouns and ends and nouns[-1].islower() else None


def _single(noun: str) -> str:
    """Return a noun without the ending of its plural; its stem would do for `office` and `officer` alike."""
    return _SHORT.get(fold(noun)) or fold(noun).removesuffix("s")


def _is_named(question: Question, sentence: str, word: re.Match[str]) -> bool:
    """Tell whether a name that the question does not have stands beside a noun."""
    before = sentence[: word.start()]
    behind = sentence[word.end() :].removeprefix("." if fold(word[0]) in _SHORT else "")
    sides = _BEHIND.match(behind), _TITLED.match(behind), _BEFORE.search(before), _CALLED.search(before)
    names = [side["name"] for side in sides if side is not None]
    entitled = _ENTITLED.search(before) is not None and bool(find_names(sentence[word.end() :]))
    told = before.endswith(_QUOTED) or _APPOINTED.search(before) is not None or entitled
    return told or any(stem(name) not in question.terms for name in names)
