"""Occurrences: whether what a sentence tells happened on a day that it names, and is told as news.

What is foretold, the day of a document that is only named by it, and what somebody says of himself are no events.
"""

import re
from collections.abc import Sequence

from agent.digest.statements.context import lacks_voice
from index.language.dates import DateMention
from index.language.sentences import split_sentences
from index.language.tenses import is_past
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
    r"papers?|posts?|tweets?)\b(?:\s[\w’'-]+){0,5}?\s(?:of|dated|from)\s$|\bdated\s$"
    r"|\b(?:articles?|story|stories|columns?|editorials?|editions?|headlines?|issues?|versions?)\b"
    r"(?:\s[\w’'-]+){0,3}?\s(?:on|of|from|dated|in)\s$",
    re.IGNORECASE,
)
"""What is told apart by the day that it was written or printed on."""
_SUPPOSED = re.compile(r"\W*(?:If|Unless|Whether|Had|Suppose)\b")
_OPINION = re.compile(
    r"\W*(?:opinion|comment|commentary|editorial|column|leader|viewpoint|op-?ed|letters?)\b\s?[:|–—-]", re.IGNORECASE
)
_QUESTION = 300
"""Characters of a paragraph that asks what the next one answers."""


def has_happened(sentence: str, mention: DateMention, source: Source) -> bool:
    """Tell whether what a sentence tells has happened on a day that it names, as far as it says."""
    before, after = sentence[: mention.start], sentence[mention.end :]
    if _SUPPOSED.match(sentence) or _SINCE.search(before) or _DOCUMENT.search(before):
        return False
    if before.endswith("(") and after.startswith(")"):
        return False
    uncertain = mention.relative or not source.date
    return not uncertain or is_past(sentence, mention.start, mention.end)


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
