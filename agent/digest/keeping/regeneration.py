"""Regeneration: a digest is put together from stories kept before, and only the others are composed."""

from collections.abc import Callable, Sequence

from agent.digest.digest import Digest, Story
from agent.digest.faces.record import FindParagraph, digest_as_json, story_as_json, story_from_json
from agent.digest.keeping.history import History, Kept
from agent.digest.keeping.ingredients import Ingredients
from index.source import Source

Compose = Callable[[Sequence[Source], str], Story]
"""Makes the story of some sources, given the key that it is kept under."""

Report = Callable[[str, int, int], object]
"""Told a stage, and how much of how much of it is done."""


def regenerate(
    ingredients: Ingredients,
    groups: Sequence[Sequence[Source]],
    generated: str,
    history: History,
    compose: Compose,
    find: FindParagraph,
    report: Report,
) -> Digest:
    """Return the digest of the sources, grouped by story, and keep it; each story is kept as it is done.

    `generated` is an ISO time. Raises what `compose` raises, and LibraryError where nothing can be kept.
    """
    keys = [ingredients.story_key(group) for group in groups]
    found = {key: story for key in keys if (story := _find_story(history, key, find))}
    missing = [(key, group) for key, group in zip(keys, groups, strict=True) if key not in found]
    for done, (key, group) in enumerate(missing):
        report("compose", done, len(missing))
        found[key] = compose(group, key)
        history.keep_story(key, story_as_json(found[key]))
    report("compose", len(missing), len(missing))
    digest = Digest(ingredients.fingerprint, generated, ingredients.model, tuple(found[key] for key in keys))
    history.keep(Kept(ingredients, tuple(keys), digest_as_json(digest)))
    return digest


def _find_story(history: History, key: str, find: FindParagraph) -> Story | None:
    """Return a story that was kept; None where there is none, or not in a form that can be read."""
    record = history.find_story(key)
    try:
        return story_from_json(record, key, find) if record else None
    except (KeyError, TypeError, ValueError):
        return None
