"""A story: everything that is told of the sources of one event, put together."""

from collections import Counter
from collections.abc import Container, Mapping, Sequence

from agent.digest.accord.updates import find_old_titles
from agent.digest.chronology.days import find_newest
from agent.digest.chronology.timeline import make_timeline
from agent.digest.citations import Register
from agent.digest.compose import compose_story
from agent.digest.digest import Story, StorySource, TimelineEntry
from agent.digest.spellings import gather_names
from agent.digest.statements.context import drop_dateline
from agent.digest.voices.origins import find_origins
from agent.evidence.errata.corrections import is_correction_heading
from agent.evidence.words.likeness import Words
from agent.evidence.words.verbs import is_inflected
from agent.models import Model
from index.language.names import find_names
from index.language.terms import content_stems, is_content, split_words
from index.source import Paragraph, Source

_LATE = 2.0
"""What a title of the last day, which knows the outcome, counts more; those before it fall off by the square."""
_FEW = 4
"""Words by which titles are taken to be longer than they are, so that the shortest do not win by chance."""


def make_story(
    key: str,
    sources: Sequence[Source],
    paragraphs: Mapping[int, Sequence[Paragraph]],
    words: Words,
    model: Model | None = None,
) -> Story:
    """Return the story of some sources, whose paragraphs are given by source id; equal input gives an equal story.

    A `model` is one that can phrase; without it the summary is made of quotations.
    """
    ordered = sorted(sources, key=lambda source: (source.date or "9999", source.name))
    origins = find_origins(ordered, paragraphs)
    title = choose_title(origins.sources, find_old_titles(ordered, paragraphs, words))
    register = Register()
    told = compose_story(
        ordered, paragraphs, origins.voice, words, register, model, title, original=origins.is_original
    )
    timeline = tuple(
        TimelineEntry(event.date, text, (register.cite(event.paragraph, text),))
        for event in make_timeline(ordered, paragraphs)
        for text in [drop_dateline(event.text)]
    )
    return Story(
        key=key,
        title=title,
        sources=origins.sources,
        origins=origins.count,
        names=gather_names(ordered, paragraphs),
        summary=told.summary,
        claims=told.claims,
        timeline=timeline,
        citations=register.citations,
    )


def choose_title(sources: Sequence[StorySource], old: Container[str] = ()) -> str:
    """Return the title that says best what the others say: whose words most origins have in theirs, the later the more.

    A title of very many or few words is worth less, one that is `old`, heads corrections or is no more than a name,
    nothing; the first of equal ones is taken. Where reports follow an event for long, only the newest ones have a title
    for it.
    """
    titles = [(entry.origin, entry.source.title or entry.source.name, entry.source.date) for entry in sources]
    stems = {title: set(content_stems(title)) for _, title, _ in titles}
    holders = Counter(stem for origin, stem in {(origin, stem) for origin, title, _ in titles for stem in stems[title]})
    days = sorted({date[:10] for _, _, date in titles if date})

    def rate(entry: tuple[int, str, str | None]) -> float:
        _, title, date = entry
        shared = sum(holders[stem] - 1 for stem in stems[title])
        late = days.index(date[:10]) / (len(days) - 1) if date and len(days) > 1 else 0.5
        return (
            (title not in old and _says_something(title)) * (1 + _LATE * late**2) * shared / (len(stems[title]) + _FEW)
        )

    newest = find_newest([date for _, _, date in titles])
    fresh = [entry for entry, new in zip(titles, newest, strict=True) if new and entry[1] not in old]
    fresh = [entry for entry in fresh if _says_something(entry[1])]
    return max(fresh or titles, key=rate)[1]


def _says_something(title: str) -> bool:
    """Tell whether a title says what happened, and neither heads corrections nor is only the name of who issued it."""
    words = split_words(title)
    names = find_names(title)
    only = len(names) == 1 and all(word in split_words(names[0]) or not is_content(word) for word in words)
    return not is_correction_heading(title) and not (only and not any(is_inflected(word.lower()) for word in words))
