"""Pieces: a sentence between its commas, dashes and brackets, which of them has its verb, and which are asides."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.digest.statements.polarity import has_finite_verb
from agent.evidence.words.verbs import is_inflected
from agent.verify.support.tokens import Role, tokenize

GRAVE = frozenset({Role.NEGATION, Role.HEDGE, Role.SPEECH})
"""What words do that cannot be left out: deny, limit, tell who speaks."""
_DELIMITER = re.compile(r",\s+|;\s+|\s*—\s*|\s[–-]{1,2}\s|\s(?=\([^()]*\))|(?<=\)),?\s+")
QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|\([^()]*\)")
"""What stands in quotation marks or brackets."""
_LEAD = re.compile(
    r"(?:Of|On|In|At|After|Before|While|When|As|With|Despite|During|Following|Amid|Since|By|For|From|Under|Just|Only|"
    r"(?P<participle>\w+ing|\w+ed))\b"
)
_ASIDE = re.compile(
    r"\(|(?:who|whose|which|where|when|as|after|before|while|with|in|at|on|for|from|during|amid|following|because|"
    r"although|though|despite|including|a|an|the|one|his|her|its|their|part|home|then|now|once|[a-z]+ing|\d+)\b"
)
_PARTICIPLE = re.compile(
    r"(?:[a-z]+(?:ed|en|wn|lt|ld)|led|born|made|found|lost|won|cut|set|hit|shot|paid|sent|kept|bought|brought|caught|struck)"
    r"\s(?:by|in|at|on|with|to|from|as|near|for|of|about)\b"
)
_SUBORDINATE = re.compile(
    r"(?:although|though|while|when|whereas|because|since|if|once|until|as|after|before|of)\b", re.IGNORECASE
)
_RELATIVE = re.compile(
    r"\b(?:who|whose|whom|which|where|when|that|[a-z]+(?:ed|en|wn|lt|ld)\s(?:by|in|at|on|as|from|for|of|to))\b"
)
_SPEAKS = re.compile(r"(?:\S+\s){0,7}(?:said|says|say|added|adds|reported|told|announced)\b")
_JOINED = re.compile(r"(?:and|or|but|as well as)\b")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence between marks: its text, the mark before it, and whether it must stay."""

    text: str
    mark: str
    grave: bool


def leads_in(text: str) -> bool:
    """Tell whether a text opens as a phrase or clause does that leads into a sentence: On Monday, Leaving Lisk."""
    found = _LEAD.match(text)
    return found is not None and (found["participle"] is None or is_inflected(found["participle"].lower()))


def split_pieces(text: str) -> list[Piece]:
    """Return the pieces of a sentence between commas, dashes and brackets that no quotation holds."""
    closed = [match.span() for match in QUOTED.finditer(text)]
    pieces: list[Piece] = []
    start, mark = 0, ""
    ends = [m for m in _DELIMITER.finditer(text) if not any(a < m.start() and m.end() < b for a, b in closed)]
    for match in [*ends, None]:
        part = text[start : match.start() if match else len(text)]
        grave = any(token.role in GRAVE for token in tokenize(part))
        pieces.append(Piece(part, mark, grave))
        if match:
            start, mark = match.end(), match[0]
    return pieces


def find_main(pieces: Sequence[Piece]) -> int | None:
    """Return the piece with the verb of the sentence: the first, or the first that is no aside.

    What follows a phrase or clause that leads in, and has a verb of its own, is none: In Lisk, the mayor resigned.
    """
    verbal = [number for number, piece in enumerate(pieces) if has_finite_verb(piece.text)]
    leads = _SUBORDINATE.match(pieces[0].text) is not None
    if verbal[:1] == [0] and not leads:
        return 0
    if len(pieces) > 1 and (leads or leads_in(pieces[0].text)) and _is_clause(pieces[1].text):
        return 1
    told = [n for n in verbal if not (_ASIDE.match(pieces[n].text) or _SPEAKS.match(pieces[n].text))]
    told = [n for n in told if not _JOINED.match(pieces[n].text) and (n or not leads)]
    return next((n for n in told if not _PARTICIPLE.match(pieces[n].text)), told[0] if told else None)


def _is_clause(text: str) -> bool:
    """Tell whether a piece has a subject and a verb that no relative word or participle goes before."""
    own = text[: found.start()] if (found := _RELATIVE.search(text)) else text
    return not _JOINED.match(text) and has_finite_verb(own)


def can_go(pieces: Sequence[Piece], number: int) -> bool:
    """Tell whether a piece is an aside, no part of a list, that neither speaks nor limits."""
    piece = pieces[number]
    if piece.grave:
        return False
    if _JOINED.match(piece.text):
        return has_finite_verb(piece.text)
    after = pieces[number + 1].text if number + 1 < len(pieces) else ""
    is_aside = _ASIDE.match(piece.text) or _PARTICIPLE.match(piece.text)
    return bool(is_aside) and not (_JOINED.match(after) and not has_finite_verb(after))
