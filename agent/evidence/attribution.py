"""Attribution: whose word a question asks for: `According to the police, how many people marched?`."""

import re
from collections.abc import Sequence

from agent.evidence.candidates import Candidate
from index.language.terms import content_stems, stem

_ASKED = re.compile(
    r"\b(?:according\sto|in\sthe\s(?:words|view|opinion)\sof|as\s(?:told|reported)\sby)\s(?:the\s|an?\s)?(?P<who>[^,;?]{2,60})",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s(?:how|who|what|when|where|why|which|did|does|do|is|are|was|were|has|have|had)\b", re.IGNORECASE)
"""Where a question goes on behind whose word it asks for."""
_NOBODY = frozenset(
    map(
        stem,
        """plan schedule rule law custom tradition need size taste order report article document text source paper story
        news page passage letter book study file""".split(),
    )
)
"""Stems of what something may go according to, or what is read itself: no sentence has to name it."""


def miss_speaker(question: str, candidates: Sequence[Candidate]) -> list[bool]:
    """Tell which sentences have nothing of whose word is asked for, where others have.

    A sentence has it where it, the one before, or its document names whom the question does.
    """
    asked = _ASKED.search(question)
    wanted = set(content_stems(_ENDS.split(asked["who"])[0])) if asked else set()
    if not wanted.isdisjoint(_NOBODY):
        return [False] * len(candidates)
    found = [bool(wanted.intersection(_list_stems(candidate))) for candidate in candidates] if wanted else []
    return [not each for each in found] if any(found) else [False] * len(candidates)


def _list_stems(candidate: Candidate) -> list[str]:
    source = candidate.paragraph.source
    return content_stems(f"{candidate.text} {candidate.before} {source.publisher or ''}")
