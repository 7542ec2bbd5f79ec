"""What a question asks for: its terms, the names in it, and the kind of answer it wants."""

import re
from dataclasses import dataclass
from enum import StrEnum

from agent.evidence.words.casualties import counts_casualties
from agent.evidence.words.people import is_anybody
from index.language.terms import TITLES, content_words, fold, is_content, split_words, stem


class Kind(StrEnum):
    """The kind of answer that a question wants.

    THING is a thing by its kind or its name ("which river", "what is it called"), so that the answer has a name.
    """

    WHO = "who"
    WHEN = "when"
    WHERE = "where"
    NUMBER = "number"
    WHY = "why"
    HOW = "how"
    YES_NO = "yes-no"
    THING = "thing"
    WHAT = "what"


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it is searched for and checked.

    `terms` are the stems of its content words in order, without repetition; `focus` is the stem of the
    noun that stands with the question word ("how many *jihadists*", "which *capital*") or None. `category` are
    the stems of the words that only name what kind of thing is asked for ("which *river*"): the sources may
    well tell the thing without them. `counted` is the focus as it is written; `people` is none of the words where it is
    only counted, as sources count miners and residents.
    """

    text: str
    kind: Kind
    terms: tuple[str, ...]
    words: tuple[str, ...]
    focus: str | None
    category: frozenset[str]
    counted: str | None = None


_KINDS: tuple[tuple[Kind, str], ...] = (
    (
        Kind.NUMBER,
        r"\bhow (many|much|old|long|far|tall|big|large|fast|high|deep|often|wide|heavy)\b"
        r"|\b(what|which) (is|was|are|were)?\s*(the )?"
        r"(number|percentage|proportion|share|amount|price|cost|age|size|distance|height|length|total|score|vote"
        r"|population|(death )?toll|turnout|budget|salary|revenue|temperature|speed|weight|margin|rate|value"
        r"|magnitude|depth|fee|reward|ransom|bail)\b|\bhow (strong|powerful)\b.*quake",
    ),
    (
        Kind.WHEN,
        r"\bwhen\b|\b(what|which) (years?|dates?|days?|months?|time|century|decade)\b|\bhow long ago\b",
    ),
    (Kind.WHO, r"\b(who|whom|whose)\b|\b(what|which) (person|man|woman|people)\b"),
    (Kind.WHERE, r"\bwhere\b|\b(what|which) (place|location)\b"),
    (Kind.WHY, r"\bwhy\b|\bhow come\b|\bwhat (caused|led|made|prompted)\b|\b(reason|reasons|cause) (for|why|of)\b"),
    (Kind.HOW, r"\bhow\b"),
    (Kind.WHAT, r"\b(what|which)\b"),
    (
        Kind.YES_NO,
        r"^\W*(is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must)\b",
    ),
)
WH = re.compile(r"\b(?:who|whom|whose|what|which|when|where|why|how)\b", re.I)
_RELATIVE = re.compile(r"\b(?:who|whom|whose|when|where)\b", re.I)
_ASKING = re.compile(
    rf"^(?:\W|(?:in|on|at|to|from|for|by|with|of|about|under|over|after|before|since|until|near|and|but|so|then|or|"
    rf"according to|as of)\b)*{WH.pattern}|[,:;–—-]\s+(?:\w+\s+)?{WH.pattern}[^,]*$|{WH.pattern}\W*(?:\w+\W*)?$",
    re.I,
)
"""Where a question word asks: at the beginning, after a comma that is the last one, and at the end."""
_POLITE = re.compile(
    r"^\W*(?:(?:do|can|could|would|will) you (?:please )?(?:know|tell (?:me|us)|say|explain)|"
    r"(?:please )?(?:tell|say|explain)(?: me| us)?|(?:i|we) (?:want|would like|need) to know|"
    r"(?:i|we)['’]d like to know|i wonder)\b[\s,:]*(?=\w)",
    re.I,
)
_FOCUS = re.compile(r"\b(?:how (?:many|much)|what(?: kind| type| sort)? of|what|which|whose)\s+(.*)", re.I)
_THING = re.compile(
    r"\b(?:which|what) (?!(?:is|was|are|were|did|do|does|has|had|have|will|would|can|could|should|may|might|must)\b)\w"
    r"|\b(?:called|named|known as|name of|title of)\b",
    re.I,
)
_PEOPLE = stem("people")
_NAME = frozenset(("name",))
_AUXILIARY = frozenset(
    "is are was were be been do does did has have had can could will would should may might must".split()
)


_TITLED = "".join(rf"(?<!\b{title}\.)" for title in TITLES)
_SENTENCE_END = re.compile(rf"(?<=[.?!])(?-i:(?<!\b[A-Z]\.)){_TITLED}\s+", re.IGNORECASE)
"""Where a sentence of a question ends, not behind a title or an initial: `Was Dr. Orr dismissed?`."""

_OVERVIEW = re.compile(
    r"^\W*(?:(?:please|can you|could you|give me an?|write an?)\s)*(?:summari[sz]e|summary|overview|digest|compare)\b"
    r"|\b(?:sources|reports|documents|articles|papers|outlets)\s(?:say|tell|(?:dis)?agree|differ|dispute|contradict)\b"
    r"|^\W*what (?:is|are) (?:this|these|it|they) (?:all )?about\W*$",
    re.IGNORECASE,
)


def asks_overview(text: str) -> bool:
    """Tell whether a question asks for all that the sources tell, or dispute, rather than for one thing."""
    return _OVERVIEW.search(text) is not None


def read_question(text: str) -> Question:
    """Return what a question asks for; only the last of several sentences decides the kind of answer."""
    last = [part for part in _SENTENCE_END.split(text.strip()) if part] or [text]
    asked = last[-1]
    kind = _read_kind(asked)
    words = list(dict.fromkeys(content_words(text)))
    phrase = _find_phrase(asked)
    if kind is Kind.NUMBER and re.search(r"\bhow many\b", asked, re.I) and counts_casualties(phrase, words):
        return Question(text, kind, tuple(dict.fromkeys(map(stem, words))), tuple(words), _PEOPLE, _NAME, "people")
    counted = next((word for word in words if phrase and stem(word) == phrase[0]), None)
    if kind is Kind.NUMBER and counted and is_anybody(counted) and len(words) > 1:
        words.remove(counted)
    category = (frozenset() if kind is Kind.NUMBER else frozenset(phrase)) | _NAME
    terms = tuple(dict.fromkeys(map(stem, words)))
    return Question(text, kind, terms, tuple(words), phrase[0] if phrase else None, category, counted)


def _read_kind(asked: str) -> Kind:
    """Return the kind of answer that is wanted; a `who` or `when` that only relates a clause asks for nothing."""
    asked = _POLITE.sub("", asked)
    if not _ASKING.search(asked):
        asked = _RELATIVE.sub("", asked)
    if re.match(_KINDS[-1][1], asked, re.I):
        return Kind.YES_NO
    kind = next((kind for kind, shape in _KINDS if re.search(shape, asked, re.I)), Kind.WHAT)
    return Kind.THING if kind is Kind.WHAT and _THING.search(asked) else kind


def _find_phrase(asked: str) -> list[str]:
    """Return the stems of the first words of the noun phrase that follows the question word, before its verb."""
    match = _FOCUS.search(asked)
    if match is None:
        return []
    phrase: list[str] = []
    for word in split_words(match.group(1)):
        if fold(word) in _AUXILIARY or (phrase and not is_content(word)):
            break
        if is_content(word):
            phrase.append(word)
        if len(phrase) == 2:
            break
    return [stem(word) for word in phrase]
