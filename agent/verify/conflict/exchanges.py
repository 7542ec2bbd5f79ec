"""Exchanges: sentences of two sources that are the same but for what a question asks for."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from agent.evidence.candidates import Candidate
from agent.evidence.exchange import find_exchange
from agent.evidence.question import Question
from agent.evidence.words.gazetteer import is_region
from agent.evidence.words.substitution import Mention, tell_alike
from agent.verify.conflict.assertions import split_attribution
from agent.verify.conflict.divergence import is_other_time
from agent.verify.conflict.modes import find_modes
from index.language.dates import DateMention
from index.language.terms import fold

_SINGLE = r"(?!(?:is|was|has|does|this|its|his)\b)"
_SEVERAL = re.compile(
    rf"\b(?:are|were|have)\b|\b(?:which|what)\s(?:{_SINGLE}\w+\s)?{_SINGLE}\w+[^s\W]s\b", re.IGNORECASE
)
"""Questions for several: what one source names may be so beside what another does."""

_ONLY = re.compile(
    r"\b(?:is|was)\s(?:the|\w+['’]s)\s|\bname\sof\b|\b(?:first|last|only|winners?|\w+est|most|least)\b|"
    r"\b(?:born|buried|based|located|headquartered|invent\w*|discover\w*|found(?:s|ed)?|establish\w*|creat\w*|design\w*|"
    r"(?:re)?buil[dt]s?|wr[io]te?s?|written|compos\w*|paint(?:s|ed)?|direct(?:s|ed)?|produc\w*|develop\w*|publish\w*|host(?:s|ed)?|"
    r"win|wins|won|beat|defeat\w*|succeed\w*|replac\w*|acquir\w*|buys?|bought|owns?|owned|runs?|ran|lead|leads|led|head(?:s|ed)|"
    r"chair(?:s|ed)?|command(?:s|ed)?|govern(?:s|ed)?|play(?:s|ed|ing)|star(?:s|red|ring)|elected|appointed|named|awarded|"
    r"assassinat\w*|murder\w*|caus\w*)\b",
    re.IGNORECASE,
)
"""Questions of which only one name is the answer: many may condemn an attack, one wins or writes a thing.

Who took a town is not among them: forces go by their own name, their alliance's and their leader's.
"""

_SHARED = 3
"""Content words that both must have beside what is asked for: `The school opened in 1961` is of any school."""


def find_exchanges(question: Question, candidates: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """Yield pairs of candidates of different sources of which only one can be right, the best first."""
    if _SEVERAL.search(question.text):
        return
    for (first, one), (second, other) in combinations(enumerate(candidates), 2):
        if one.paragraph.source == other.paragraph.source:
            continue
        pair = find_exchange(question, one, other)
        if pair is None or not _exclude(question, *pair) or find_modes(one.text) != find_modes(other.text):
            continue
        if not tell_alike(one.text, other.text, pair, _SHARED):
            continue
        if not any(_is_beside(each, mention) for each, mention in zip((one, other), pair, strict=True)):
            yield first, second


def _exclude(question: Question, one: Mention, other: Mention) -> bool:
    """Tell whether only one of two mentions can be the answer: numbers, days, and names where one alone is asked for.

    The names are of two countries or have several words: bodies and places of one word may go by another name, as the
    capital for the government.
    """
    if not isinstance(one.value, str):
        return True
    if not _ONLY.search(question.text):
        return False
    words, others = ({fold(word) for word in mention.text.split()} for mention in (one, other))
    return (is_region(one.text) and is_region(other.text)) or (
        min(len(words), len(others)) > 1 and words.isdisjoint(others)
    )


def _is_beside(candidate: Candidate, mention: Mention) -> bool:
    """Tell whether a mention is not what happened: who only says it, as others may, or a day before or after it."""
    if isinstance(mention.value, DateMention):
        return is_other_time(candidate.text, mention.value)
    return mention.text in split_attribution(candidate.text)[1]
