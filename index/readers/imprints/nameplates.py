"""Nameplates: a few words in capitals that can only be who issued a document, where they stand beside its date.

No list of outlets is used. The form tells it: an article, a word for a paper or for a body, a firm's ending, a noun
after the name of a place. A person, a place, a section and a headline have other forms.
"""

import re
from collections.abc import Sequence

from index.article.credits import agency
from index.article.shape import words
from index.language.parts_of_speech import is_adjective, is_noun, is_proper, may_be_deed, may_end_name
from index.readers.imprints.outlets import KIND, LARGEST_NAME, is_outlet, is_titled

_PERIODICAL = frozenset(
    "blog daily digest gazette insider journal magazine monthly newsletter quarterly weekly".split()
)
"""Last words of the name of a paper, after any word."""
_PAPER = frozenset("bulletin express mercury mirror monitor observer press review tribune voice wire".split())
"""The same after an adjective or a name only: a `Book Review` is a part of a paper."""
_BODY = frozenset(
    """academy agency alliance assembly association authority bank board bureau centre center chamber charity college
    commission committee company confederation council court department directorate embassy federation foundation
    government group hospital inspectorate institute institution laboratory league ministry museum observatory office
    organisation organization parliament secretariat society treasury trust union university""".split()
)
_PLACE = frozenset(
    """airport avenue bay beach borough bridge city coast county district field gate green grove hall harbor harbour
    hill hills island islands lake lane moor park point port province quay region river road sea shore square station
    street town valley village wood woods""".split()
)
_PLACE_WITH_ARTICLE = frozenset("bahamas bronx crimea gambia hague maldives netherlands philippines".split())
_JOB = frozenset(
    "columnist contributor correspondent editor editors photographer reporter staff writer writers".split()
)
"""What somebody is at a paper."""
_PART = frozenset(
    """account agenda analysis annex appendix article background brief briefing case chapter comment contents detail
    draft feature file final front hearing history interview introduction issue item judgment lead letter letters
    main minute minutes notice opinion paper part preface profile question read release report section speech statement
    story summary supplement table text top transcript update view week year""".split()
)
"""Last words of a part of a document or of a paper, and of what a document is."""
_NO_NAME = re.compile(r"[\d\"“”,:;?!()]|^(?:for|of|in|on)\b", re.IGNORECASE)
_PRESS = frozenset(("press", "media", "news"))
_FIRM = re.compile(r"\b(?:plc|PLC|Ltd|Limited|LLP|LLC|Inc|Corp|GmbH|AG|AS|SA|Oy|AB|NV|BV)\.?$")
_OF = re.compile(r"\s(?:of|for|to|from|on|in|at|by|und|de|di|von)\s", re.IGNORECASE)
_INNER_CAPITAL = re.compile(r"[A-Z][a-z]+[A-Z][a-z]\w*|[A-Z]+[a-z]+[A-Z]{2,}")
_IN = r"\b(?i:in|at|near|outside|around|across)\s"
_TOLD = r"\b(?:told|tells|telling|shown to|seen by|obtained by)\s"
_LEARNED = r"\s(?:has|have|had)\s(?:learn(?:ed|t)|seen|read|obtained|been told)\b"
_CALLS_ITSELF = re.compile(
    r"(?P<name>\w[^,]{1,40}),\s(?:an?|the|your|our)\s(?:[\w’'-]+\s){0,3}(?:blog|daily|journal|magazine|monthly|news\w*"
    r"|paper|quarterly|weekly)\b(?:\s(?:of|for|from|by|on|in|about)\s[^,.]{2,60})?",
    re.IGNORECASE,
)
_LONGEST_TITLE, _SEVERAL = 5, 3


def read_nameplate(line: str, text: str) -> str | None:
    """Return the name of who issued a document that a line holds and nothing else, None where it may be anything else.

    `text` is the beginning of the document with its title, which tells a place, and a paper, as such.
    """
    if (match := _CALLS_ITSELF.fullmatch(line)) and is_titled(match["name"]):
        return match["name"]
    return line if is_nameplate(line, text) else None


def is_nameplate(name: str, text: str) -> bool:
    """Tell whether words beside a date or under a headline name a paper, a body or a firm, and nobody else."""
    firm = _FIRM.sub("", name)
    if not 1 <= len(words(name)) <= LARGEST_NAME or not is_titled(firm.strip(" ,")):
        return False
    if firm not in ("", name) or is_outlet(name) or agency(name) == name:
        return True
    if _NO_NAME.search(name) or KIND.fullmatch(name):
        return False
    if len(words(name)) == 1:
        return _INNER_CAPITAL.fullmatch(name) is not None or (_is_told(name, text) and not _is_place(name, text))
    return _is_formed(name, text) or _is_told(name, text)


def _is_formed(name: str, text: str) -> bool:
    """Tell whether a name of several words has the form of a paper's or a body's."""
    first = _OF.split(name)[0]
    article = words(name)[0].lower() == "the"
    led = words(first)[article:]
    if not led or is_outlet(first):
        return bool(led)
    head, before = led[-1].lower().split("-")[-1], led[:-1]
    if _tells_deed(led) or " and " in first.lower() or head in _PART or (head in _PLACE | _JOB and not article):
        return False
    if head in _BODY:
        return (bool(before) and before[0].lower() not in _PRESS) or first != name
    if head in _PERIODICAL or (article and (head in _PAPER or is_noun(head) or _is_alone(led, text))):
        return len(led) <= _LONGEST_TITLE
    if head in _PAPER:
        return any(is_proper(word) or (is_adjective(word) and word.lower() != "annual") for word in before)
    return bool(before) and first == name and _is_local(led, text)


def _is_alone(led: Sequence[str], text: str) -> bool:
    """Tell whether one word that the dictionary does not have follows an article, and no text has it as a place."""
    if len(led) > 1 or led[0].lower() in _PLACE_WITH_ARTICLE:
        return False
    return re.search(rf"{_IN}[Tt]he\s{re.escape(led[0])}\b", text) is None


def _is_local(led: Sequence[str], text: str) -> bool:
    """Tell whether a name goes on after that of a place: `Lisk Lamp`; `Lisk Ferry Times` needs no text that has it."""
    if _is_place(led[0], text):
        return is_noun(led[-1]) or is_proper(led[-1])
    return len(led) >= _SEVERAL and is_proper(led[0]) and is_noun(led[-2]) and is_noun(led[-1])


def _is_place(first: str, text: str) -> bool:
    """Tell whether a text has a word that can only be a name as a place by itself: `in Lisk`, not `in Lisk Harbour`."""
    if not is_proper(first):
        return False
    spellings = "|".join(re.escape(spelling) for spelling in {first, first.title()})
    return re.search(rf"{_IN}(?:{spellings})\b(?!\s[A-Z]|['’]s)", text) is not None


def _is_told(name: str, text: str) -> bool:
    """Tell whether a text says that somebody told something to a paper, or that the paper has learned it."""
    said = re.escape(re.sub(r"^the\s", "", name, flags=re.IGNORECASE))
    if " " not in name:
        return re.search(rf"{_TOLD}{said}\b(?!\s[A-Z])", text) is not None
    return re.search(rf"{_TOLD}the\s{said}\b|\bthe\s{said}{_LEARNED}", text, re.IGNORECASE) is not None


def _tells_deed(led: Sequence[str]) -> bool:
    """Tell whether a word within a line is a verb, as in a headline: `Lisk Mourns Mayor`, `Lisk Bridge Closed`."""
    return any(map(may_be_deed, led[1:-1])) or (len(led) > 1 and not may_end_name(led[-1]))
