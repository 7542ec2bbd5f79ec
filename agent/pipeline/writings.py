"""Writings: the thing that somebody wrote, which a later question means with `who wrote it`."""

import re

from agent.answer.answer import Answer
from index.language.parts_of_speech import is_adjective

_KINDS = (
    r"letters?|e-?mails?|messages?|notes?|memos?|memorand(?:um|a)|reports?|stud(?:y|ies)|stat(?:ement|istic)s?|articles?|"
    r"leaflets?|pamphlets?|posters?|books?|novels?|poems?|songs?|diar(?:y|ies)|journals?|essays?|petitions?|wills?|"
    r"manifestos?|pleas?|postcards?|speech(?:es)?|obituar(?:y|ies)|editorials?|columns?|contracts?|proposals?|"
    r"reviews?|scripts?|plays?|minutes|textbooks?|tweets?|posts?|circulars?|invitations?|appeals?|complaints?"
)
_WRITTEN = re.compile(
    rf"\b(?P<which>the|an?|this|that|his|her|their|its|our|no|any|such|[\w-]+['’]s)\s"
    rf"(?P<kind>(?!(?:the|an?)\s)[\w-]+\s)?(?P<what>{_KINDS})\b(?!['’-])",
    re.I,
)
_WROTE = re.compile(r"\b(?:(?:wrote|writes?|writing)\s+(?P<object>it|that|this)|(?P<subject>it)\s+written)\b", re.I)


def name_writing(question: str, asked: str, answer: Answer | None) -> str | None:
    """Return a question for who wrote something with the name of what was written, None where it asks no such thing.

    What the last question names is meant before what the first sentence of its answer names; that, only by an `it`.
    """
    match = _WROTE.search(question)
    if match is None:
        return None
    told = answer.sentences[0].text if answer and answer.sentences else ""
    pointer = "object" if match["object"] else "subject"
    texts = (asked, told) if match[pointer].casefold() == "it" else (asked,)
    written = next((found for text in texts if (found := _find_written(text))), None)
    return f"{question[: match.start(pointer)]}{written}{question[match.end(pointer) :]}" if written else None


def _find_written(text: str) -> str | None:
    """Return the first written thing that a text names, as one that is known: `a letter` is from then on the letter."""
    match = _WRITTEN.search(text)
    if match is None:
        return None
    kind = match["kind"] or ""
    what = match["what"] if is_adjective(kind.strip()) else f"{kind}{match['what']}"
    return f"{match['which']} {what}" if match["which"].endswith(("'s", "’s")) else f"the {what}"
