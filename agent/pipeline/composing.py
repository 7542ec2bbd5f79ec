"""Composing: what makes the stories of a digest, with the model that phrases them."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from agent.digest.digest import Story
from agent.digest.keeping.regeneration import Compose
from agent.models.catalog import BUNDLED
from agent.pipeline.settings import Settings
from index.library import Library
from index.source import Paragraph, Source


@contextmanager
def open_composer(
    settings: Settings, paragraphs: Mapping[int, Sequence[Paragraph]], library: Library
) -> Iterator[Compose]:
    """Give what composes a story, its model loaded when the first one is composed and freed at the end.

    The bundled model is too weak to phrase, and is not loaded: its summaries are made of quotations.
    """
    from agent.digest.story import make_story
    from agent.evidence.words.likeness import Words
    from agent.models import Model, load_model

    words = Words(library.embedder)
    models: list[Model] = []

    def compose(sources: Sequence[Source], key: str) -> Story:
        if not models and settings.model not in ("", BUNDLED):
            models.append(load_model(settings.model, offline=settings.offline, gpu=settings.gpu))
        return make_story(key, sources, paragraphs, words, models[0] if models else None)

    try:
        yield compose
    finally:
        for model in models:
            model.close()
