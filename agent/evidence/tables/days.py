"""Days: of which day a row's figures are, by the heads of its columns, what stands above it, or its first lines."""

from collections.abc import Sequence

from agent.evidence.candidates import Candidate
from agent.evidence.tables.cells import is_scale
from index.article.rows import is_row
from index.language.dates import find_dates
from index.language.terms import content_words

_DATED = 3
"""Paragraphs that open a document, and those right above a table, in which the day is looked for that a table is of."""


def list_days(text: str, candidate: Candidate) -> dict[str, str]:
    """Return the words of a question that name a day, with the day that they mean when a row was published."""
    found = [each for each in find_dates(text, candidate.paragraph.source.date) if each.precision == "day"]
    return {word: each.value for each in found for word in content_words(each.text)}


def read_days(texts: Sequence[str], candidate: Candidate) -> set[str]:
    """Return the days that some texts name, as they are meant when a row was published."""
    published = candidate.paragraph.source.date
    return {each.value for text in texts for each in find_dates(text, published) if each.precision == "day"}


def find_table_day(candidate: Candidate) -> str | None:
    """Return the day that a row's table is of: the last named above it before that of issue, or else that of issue.

    It is looked for in what opens the document and what stands right above the table.
    """
    issued = (candidate.paragraph.source.date or "")[:10]
    above = [each.text for each in candidate.body[: candidate.paragraph.n - 1] if not is_row(each.text)]
    days = read_days([candidate.context, *above[:_DATED], *above[-_DATED:]], candidate)
    return max((day for day in days if not issued or day < issued), default=issued or None)


def is_bare(head: str) -> bool:
    """Tell whether a head says no more than of which day or year its figures are, or that they are all."""
    for mention in find_dates(head, "2000-01-01"):
        head = head.replace(mention.text, " ")
    return all(is_scale(word) or word.isdigit() for word in content_words(head))
