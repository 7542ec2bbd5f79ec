"""What all faces say with the same words: counts, days, who says something, and text made safe to show."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from agent.answer.answer import Citation
from agent.digest.digest import Claim, Digest, Status, Story
from index.source import Paragraph, Source

_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

STATUS_WORDS = {
    Status.AGREED: "Agreed",
    Status.DISPUTED: "Disputed",
    Status.SINGLE: "Found in one origin only",
}


def clean(text: str) -> str:
    """Return a text on one line without control characters, which could steer a terminal or turn text around."""
    return " ".join(strip_controls(text).split())


def strip_controls(text: str) -> str:
    """Return a text without control characters, its spaces and line breaks as they are."""
    return _UNSEEN.sub("", text)


def quote(text: str) -> str:
    """Return a text in quotation marks, single ones where it has double ones inside."""
    said = clean(text)
    return f"‘{said}’" if any(mark in said for mark in '“”"') else f"“{said}”"


def count(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural where it is one (“1 source”, “2 sources”, “2 stories”)."""
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number} {noun if number == 1 else plural}"


def count_sources(story: Story) -> str:
    """Return how many sources a story has and how many of them are independent."""
    number = count(len(story.sources), "source")
    return number if len(story.sources) == 1 else f"{number}, {story.origins} independent"


def name_digest(digest: Digest) -> str:
    """Return the title of a digest: its story's, or how many stories it has."""
    if len(digest.stories) == 1:
        return clean(digest.stories[0].title)
    return f"Digest of {count(len(digest.stories), 'story')}"


def spell_day(iso: str) -> str:
    """Return an ISO date or time as “8 November 2017”, and what is no date as it is."""
    try:
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return clean(iso)
    return f"{day.day} {day:%B} {day.year}"


def spell_span(story: Story) -> str:
    """Return the first and last day on which a story's sources were published, empty where none is known."""
    days = sorted(entry.source.date for entry in story.sources if entry.source.date)
    if not days:
        return ""
    first, last = spell_day(days[0]), spell_day(days[-1])
    return first if first == last else f"{first} – {last}"


def name_source(source: Source) -> str:
    """Return what a reader knows a source by: its publisher, else its title, else its file."""
    return clean(source.publisher or source.title or source.name)


def label_sources(story: Story) -> dict[str, str]:
    """Return by its name what each source of a story is called, told apart by date or file where that is needed."""
    sources = [entry.source for entry in story.sources]
    labels = {source.name: name_source(source) for source in sources}
    days = {source.name: spell_day(source.date or "") for source in sources}
    files = {source.name: clean(source.name) for source in sources}
    for additions in (days, files):
        shared = Counter(labels.values())
        for name, addition in additions.items():
            if shared[labels[name]] > 1 and addition:
                labels[name] += f", {addition}"
    return labels


def describe_source(source: Source) -> str:
    """Return title, publisher and date of a source as far as they are known."""
    known = [clean(source.title), clean(source.publisher or ""), spell_day(source.date) if source.date else ""]
    return " · ".join(part for part in known if part)


def name_place(paragraph: Paragraph) -> str:
    """Return a paragraph's place as `concord show` takes it."""
    return f"{clean(paragraph.source.name)}:{paragraph.n}"


def list_disputes(story: Story) -> list[Claim]:
    """Return the disputed claims of a story, each pair of sides once."""
    found: dict[frozenset[tuple[int, ...]], Claim] = {}
    for claim in story.claims:
        if claim.status is Status.DISPUTED:
            found.setdefault(frozenset((claim.citations, claim.opposing)), claim)
    return list(found.values())


def pick(story: Story, numbers: Iterable[int]) -> list[Citation]:
    """Return the story's citations with these numbers, in the order of the numbers."""
    found = (_find_citation(story, number) for number in numbers)
    return [citation for citation in found if citation]


def _find_citation(story: Story, number: int) -> Citation | None:
    """Return the story's citation with a number: that in its place, as they are numbered from 1, or else wherever."""
    placed = story.citations[number - 1] if 1 <= number <= len(story.citations) else None
    if placed and placed.n == number:
        return placed
    return next((citation for citation in story.citations if citation.n == number), None)
