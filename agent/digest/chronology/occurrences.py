"""Occurrences: whether what a sentence tells happened on a day that it names, and is told as news.

What is foretold, the day of a document that is only named by it, and what somebody says of himself are no events.
"""

import re
from collections.abc import Sequence

from agent.digest.statements.context import lacks_voice
from agent.digest.statements.polarity import has_finite_verb
from agent.evidence.words.negation import CLAIMS
from index.language.dates import DateMention
from index.language.sentences import split_sentences
from index.language.tenses import is_ahead, is_past
from index.source import Paragraph, Source

_AHEAD = re.compile(
    r"\b(?:as (?:soon|early) as|planned|scheduled|slated|due|expected|upcoming|forthcoming|in advance of|ahead of|"
    r"invited|preparing|starting|set (?:for|to))\b[^.;:!?]{0,60}$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\s(?:[A-Z][a-z]+\s)?(?:Brigade|Movement|Group|Committee|Commission|Coalition|Party|Square|Street|Act|Bridge)\b"
)
_SINCE = re.compile(r"\b[Ss]ince\s(?:[\w-]+\s)?$")
_DOCUMENT = re.compile(
    r"\b(?:letters?|notes?|memos?|memorandum|e-?mails?|messages?|minutes|statements?|petitions?|invoices?|contracts?|"
    r"papers?|posts?|tweets?|orders?|decrees?)\b(?:\s[\w’'-]+){0,5}?\s(?:of|dated|from)\s$|\bdated\s$"
    r"|\b(?:articles?|story|stories|columns?|editorials?|editions?|headlines?|issues?|versions?)\b"
    r"(?:\s[\w’'-]+){0,3}?\s(?:on|of|from|dated|in)\s$",
    re.IGNORECASE,
)
"""What is told apart by the day that it was written or printed on."""
_SUPPOSED = re.compile(r"\W*(?:If|Unless|Whether|Had|Suppose)\b")
_OPINION = re.compile(
    r"\W*(?:opinion|comment|commentary|editorial|column|leader|viewpoint|op-?ed|letters?)\b\s?[:|–—-]", re.IGNORECASE
)
_SAID_THEN = re.compile(
    r"\b(?:[Ww]hat|[Aa]s)\s(?:[\w’'-]+\s){1,4}?(?:said|told|announced|stated|reported|claimed|wrote|promised|warned)"
    r"(?:\s[\w’'-]+){0,2}?\s(?:on\s)?$"
)
"""What is only referred to by the day on which it was said: what we said on Monday was wrong."""
_ORDERED = re.compile(r"\b(?:shall|must(?!\shave\b)|(?:is|are)\sto(?=\s[a-z]))\b[^,;:“”\"]*$")
"""What makes a day the one by which something is to be done."""
_COMPARED = re.compile(
    r"\b(?:(?:up|down|increased?|decreased?|rise|rose|drop|dropped|fall|fell)\sfrom|compared\s(?:with|to)|instead\sof|"
    r"rather\sthan)\s(?:(?!to\b)[\w,.£$€%-]+\s){0,4}$|\b(?:not|never)\s(?:on\s|in\s|the\s)*$"
)
"""What is told of another day: up from 90 a week ago, on Friday and not on Thursday."""
_DENIAL = re.compile(
    r"(?<!was\s)(?<!were\s)(?<!been\s)\b(?:den(?:y|ies|ied|ying)|(?:reject|dismiss)(?:s|es|ed|ing)?|refut(?:es?|ed|ing)|"
    r"disput(?:es?|ed|ing))\b(?P<rest>.*)$"
)
_OF_CLAIM = re.compile(rf"(?P<whole>\b(?:that|having)\b)|\b(?:this|it|these|them|{CLAIMS})\b(?P<more>.*)$")
_QUESTION = 300
"""Characters of a paragraph that asks what the next one answers."""


def has_happened(sentence: str, mention: DateMention, source: Source) -> bool:
    """Tell whether what a sentence tells has happened on a day that it names, as far as it says."""
    before, after = sentence[: mention.start], sentence[mention.end :]
    if _SUPPOSED.match(sentence) or _SINCE.search(before) or _DOCUMENT.search(before):
        return False
    if before.endswith("(") and after.startswith(")"):
        return False
    if _ORDERED.search(before) or _COMPARED.search(before) or _SAID_THEN.search(before) or _is_denied(before):
        return False
    if mention.relative or not source.date:
        return is_past(sentence, mention.start, mention.end)
    return not is_ahead(sentence, mention.start, mention.end)


def _is_denied(before: str) -> bool:
    """Tell whether a day is part of what a sentence denies or says against it, and not the day of the denial."""
    denial = _DENIAL.search(before)
    claim = _OF_CLAIM.search(denial["rest"]) if denial else None
    return claim is not None and bool(claim["whole"] or has_finite_verb(claim["more"]))


def may_lie_ahead(sentence: str, mention: DateMention) -> bool:
    """Tell whether a day may lie ahead (planned for Friday), or belongs to a name (the 17 February Movement)."""
    ahead = mention.relative and _AHEAD.search(sentence[: mention.start]) is not None
    return ahead or _NAMED.match(sentence[mention.end :]) is not None


def is_news(text: str, paragraph: Paragraph, body: Sequence[Paragraph]) -> bool:
    """Tell whether a text is told by a report itself, and is no opinion and nothing that somebody tells of himself.

    `body` holds the paragraphs of its source.
    """
    if _OPINION.match(paragraph.source.title) or lacks_voice(text):
        return False
    before = next((each.text for each in body if each.n == paragraph.n - 1), "")
    asked = split_sentences(before)[-1:]
    return not (len(before) < _QUESTION and any(each.endswith("?") for each in asked))
