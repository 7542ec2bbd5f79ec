"""Recall: what a turn asks about the last answer itself, told from that answer's citations without asking the sources.

Who said that, and is it true? Concord tells where it stands and what contradicts it, and does not judge. What else
stands there? The passages that came next.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from agent.answer.answer import Answer, Citation, Style
from agent.pipeline.writings import name_writing


class Wish(StrEnum):
    """What a turn wants to know of the last answer."""

    SOURCE = "source"
    DOUBT = "doubt"
    MORE = "more"


_THAT = r"(?:that|this|so|it)"
_SAID = r"(?:said|says?|wrote|writes|claimed|claims|told\s(?:you|us)|reported|reports|states?|stated)"
_WISHES = (
    (
        Wish.SOURCE,
        rf"who(?:\s(?:has|have))?\s{_SAID}\s{_THAT}|says\swho|(?:who|what)\s(?:is|was)\s(?:the|your)\ssource"
        rf"(?:\s(?:of|for)\s{_THAT})?|where\s(?:(?:does|did|do)\s{_THAT}\s(?:stand|say\s{_THAT}|come\sfrom)"
        rf"|(?:is|was)\s{_THAT}\s(?:from|written|said)|did\syou\s(?:get|find|read)\s{_THAT}(?:\sfrom)?)"
        rf"|how\sdo\syou\sknow(?:\s{_THAT})?|which\s(?:source|paper|report|outlet|document)\s{_SAID}\s{_THAT}",
    ),
    (
        Wish.DOUBT,
        rf"(?:are\syou|you)\s(?:really\s|quite\s|very\s|so\s)?(?:sure|certain)(?:\s(?:about|of)\s{_THAT})?"
        rf"|(?:is|was|are)\s(?:{_THAT}|you)\s(?:really\s|all\s)?(?:true|right|correct|so|a\sfact|a\slie|wrong|false)"
        r"|really|seriously|for\sreal|true|right|sure",
    ),
    (
        Wish.MORE,
        r"(?:what|anything|who|where|something)\selse(?:\sis\sthere|\sdo\syou\s(?:know|have))?|(?:(?:tell|show)\sme\s)?more"
        rf"(?:\s(?:about|on)\s{_THAT})?(?:\splease)?|more\s(?:details?|information|info)|go\son|is\sthat\s(?:all|it)",
    ),
)
_PATTERNS = [(wish, re.compile(shape)) for wish, shape in _WISHES]
_OPENING = re.compile(r"^(?:(?:and|but|so|ok|okay|well|hm+|oh)\s)+")
_FURTHER = 3
"""Passages that are shown to who wants to know more."""

QUOTES = "Concord does not judge what is true; it quotes what the sources tell."
"""What is said to who doubts an answer."""
_LEADS = {
    Wish.SOURCE: "That is quoted. It stands in:",
    Wish.DOUBT: f"{QUOTES} That stands in:",
}
_UNTOLD = "The sources do not surely tell it; the passages that came nearest are shown."
_UNOPPOSED = "No contradiction was noticed among the sources, which does not mean that there is none."


def read_wish(question: str) -> Wish | None:
    """Return what a turn wants to know of the last answer, None where it asks something else."""
    said = _OPENING.sub("", " ".join(re.sub(r"[^\w\s]|_", " ", question.casefold()).split()))
    return next((wish for wish, pattern in _PATTERNS if pattern.fullmatch(said)), None)


def recall(question: str, answer: Answer) -> Answer | None:
    """Return what is told of the last answer, None where the turn asks something else, or that was not kept."""
    wish = read_wish(question)
    if wish is None or not answer.citations or name_writing(question, answer.question, answer):
        return None
    if wish is Wish.MORE:
        return _show_further(question, answer)
    if answer.abstained:
        return replace(_tell(question, answer, (_UNTOLD,), answer.citations), abstained=True)
    return _show_places(question, answer, wish)


def _show_places(question: str, answer: Answer, wish: Wish) -> Answer:
    """Return where each quotation stands, and what is known of its contradictions."""
    places = [
        f"[{item.n}] {_name_source(item)}: {f'{item.before} “{item.quote}”'.lstrip()}" for item in answer.citations
    ]
    against = [
        f"The sources contradict each other: {_number(each.for_)} and {_number(each.against)}."
        for each in answer.disputes
    ]
    doubts = [*against, *answer.notes]
    if wish is Wish.DOUBT and not doubts:
        doubts = [_UNOPPOSED]
    return _tell(question, answer, (_LEADS[wish], *places, *doubts), answer.citations)


def _show_further(question: str, answer: Answer) -> Answer | None:
    """Return the passages that came behind those of an answer, None where they are not known any more."""
    shown = {(item.paragraph.source.id, item.paragraph.n) for item in answer.citations}
    further = [each.paragraph for each in answer.ranking if (each.paragraph.source.id, each.paragraph.n) not in shown]
    if not further:
        return None
    note = "The passages that came next are shown; none of them surely says more about it."
    citations = tuple(Citation(n, paragraph, paragraph.text) for n, paragraph in enumerate(further[:_FURTHER], 1))
    return replace(_tell(question, answer, (note,), citations), abstained=True)


def _tell(question: str, answer: Answer, notes: tuple[str, ...], citations: tuple[Citation, ...]) -> Answer:
    made = Answer(question, (), citations, Style.QUOTED, aside=True, notes=notes)
    return replace(made, model=answer.model, embedder=answer.embedder)


def _name_source(citation: Citation) -> str:
    source = citation.paragraph.source
    names = [
        source.publisher or source.title or source.name,
        source.date or "",
        f"{source.name}:{citation.paragraph.n}",
    ]
    return ", ".join(name for name in dict.fromkeys(names) if name)


def _number(numbers: Sequence[int]) -> str:
    return ", ".join(f"[{number}]" for number in numbers)
