"""Anaphora: words of a sentence that mean a place or a time named before it: `turnout there`, `it fell that year`."""

import re

from agent.evidence.words.verbs import is_inflected
from index.language.terms import is_content

_THERE = re.compile(r"\bthere\b", re.IGNORECASE)
_EXISTS = re.compile(
    r"(?:['’](?:s|re|ll|d|ve)\b|\W*(?:is|are|was|were|be|been|being|has|have|had|will|would|can|could|may|might|must|shall|should|"
    r"isn|aren|wasn|weren|hasn|haven|hadn|won|wouldn|seem\w*|appear\w*|remain\w*|exist\w*|came|comes?|follow(?:s|ed))\b)",
    re.IGNORECASE,
)
"""What goes on behind a `there` that means no place: there is, there remain."""
_HOLDS = re.compile(
    r"(?:say|think|believe|know|hope|fear|claim|show|suggest|insist|report|mean|feel|see|hear)s?$", re.I
)
"""Verbs before such a `there` that look like nouns: officials say there is."""
_PLACED = re.compile(
    r"(?:^|[,;:–—(]\s?|\b(?:and|but|that)\s)(?i:in|at|on|under|behind|after|before|during|around|inside|outside|for|with|by|near|"
    r"of|across|among|beside|beyond|from)\s[^,;]*$|\b(?:time|year|month|week|day|night|morning|afternoon|evening|today|yesterday)\s$"
)
"""What stands before such a `there`, too: `in the hall there were`, `last year there were`."""
_IDIOM = re.compile(r"\b(?:then and|out|over|up|down|in|hello|hi|so|here and)\s$", re.IGNORECASE)
_THEN = re.compile(
    r"\bthen(?=[.,;:]?[”\"’']?$|[,;]\s)|\b(?i:at\sthe|at\sthat|by\sthat)\stime\b|\b(?:[Tt]hat|[Tt]he\ssame)\s"
    r"(?:year|month|week|day|night|morning|afternoon|evening|spring|summer|autumn|winter|season)\b"
)
"""Words for a time named before; a `then` between two clauses only tells what came next."""


def find_there(sentence: str) -> int | None:
    """Return where a `there` stands that means a place; None where there is none, as in `there is`."""
    for match in _THERE.finditer(sentence):
        before, behind = sentence[: match.start()], sentence[match.end() :]
        if _IDIOM.search(before) or (_EXISTS.match(behind) and not _ends_with_noun(before)) or _is_quoted(before):
            continue
        return match.start() if before.strip() else None
    return None


def find_then(sentence: str) -> int | None:
    """Return where a word stands that means a time named before the sentence; None where there is none."""
    match = _THEN.search(sentence)
    return match.start() if match else None


def _is_quoted(before: str) -> bool:
    """Tell whether a quotation is open at the end of a text; what is there to a speaker may have been told by him."""
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _ends_with_noun(before: str) -> bool:
    """Tell whether a word that can be no verb ends what stands before, as a place's thing does: `turnout there was`."""
    last = re.search(r"([^\W\d_]{3,})\s$", before)
    if last is None or _PLACED.search(before) or not is_content(last[1]) or _HOLDS.fullmatch(last[1]):
        return False
    return last[1].endswith("s") or not is_inflected(last[1])
