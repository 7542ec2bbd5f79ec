"""Digesting: from a library to its digest; what was made before is taken, and the rest is composed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from itertools import count
from pathlib import Path

from agent.digest.digest import Digest
from agent.digest.faces.drawing import draw
from agent.digest.faces.look import Look
from agent.digest.faces.record import digest_from_json
from agent.digest.keeping.changes import Change, find_changes
from agent.digest.keeping.gallery import Gallery
from agent.digest.keeping.grounds import compare_grounds
from agent.digest.keeping.history import History, Kept
from agent.digest.keeping.ingredients import PROMPT, VERSION, Ingredients, hash_source, hash_texts
from agent.digest.keeping.regeneration import Report, regenerate
from agent.models.catalog import BUNDLED, find_model, is_address
from agent.pipeline.composing import open_composer
from agent.pipeline.events import Composing, Refreshing
from agent.pipeline.library import Notify, choose_library
from agent.pipeline.settings import Settings
from index.library import Library
from index.source import Paragraph, Source
from index.sync import refresh


@dataclass(frozen=True, slots=True)
class Contents:
    """What the library says now: its sources and the paragraphs of each, by name."""

    sources: tuple[Source, ...]
    paragraphs: dict[str, list[Paragraph]]

    def find(self, name: str, n: int) -> Paragraph | None:
        """Return a paragraph, None where there is none."""
        body = self.paragraphs.get(name, [])
        return body[n - 1] if 1 <= n <= len(body) else None


class Digester:
    """Keeps the digest of one library up to date; a context manager; raises ConcordError.

    `notify` is called with Refreshing, Composing and Noted events. Nothing but SQLite is opened while no
    source, model, prompt or version of the code changed.
    """

    def __init__(self, settings: Settings, notify: Notify) -> None:
        self.settings = settings
        self.library: Library = choose_library(settings, notify)
        self._notify = notify
        self._history = History(self.library.folder)
        self._gallery = Gallery(self.library.folder)
        self._prompts = hash_prompt()
        self.contents = Contents((), {})

    def __enter__(self) -> "Digester":
        return self

    def __exit__(self, *reason: object) -> None:
        self.close()

    def check(self) -> list[str]:
        """Return what changed since the last digest, in words; empty where it is up to date."""
        ingredients = self._gather()
        if self._history.stamp(ingredients.fingerprint):
            return []
        last = self._history.latest()
        return ingredients.compare(last.ingredients if last else None)

    def digest(self) -> Digest:
        """Return the digest of what the sources say now, made again only where something changed."""
        ingredients = self._gather()
        return self._find_last(ingredients) or self._regenerate(ingredients)

    def draw(self, look: Look) -> str:
        """Return the digest as it is to look; where nothing changed, as it was drawn before."""
        ingredients = self._gather()
        stamp = self._history.stamp(ingredients.fingerprint)
        drawn = self._gallery.find(look, stamp)
        if drawn is not None:
            return drawn
        digest = self._find_last(ingredients)
        if digest is None:
            digest = self._regenerate(ingredients)
            stamp = self._history.stamp(ingredients.fingerprint)
        drawn = draw(digest, self.contents.paragraphs, look)
        self._gallery.keep(look, stamp, drawn)
        return drawn

    def find_changes(self) -> list[Change] | None:
        """Return what changed from the digest before the last one to the last; None where there is none."""
        last, before = self._history.latest(), self._history.previous()
        now, then = last and self._read(last), before and self._read(before)
        if not (last and before and now and then):
            return None
        return find_changes(then, now, compare_grounds(before.ingredients, last.ingredients, self.contents.paragraphs))

    def close(self) -> None:
        """Close the library."""
        self.library.close()

    def _gather(self) -> Ingredients:
        refresh(self.library, self._show_refreshing)
        with self.library.reading():
            sources = tuple(self.library.sources())
            self.contents = Contents(sources, {each.name: self.library.paragraphs(each) for each in sources})
        return Ingredients(
            sources={each.name: hash_source(each, self.contents.paragraphs[each.name]) for each in sources},
            model=name_model(self.settings),
            embedder=self.library.embedder_key,
            prompts=self._prompts,
            version=VERSION,
        )

    def _show_refreshing(self, stage: str, done: int, total: int) -> None:
        self._notify(Refreshing(stage, done, total))

    def _find_last(self, ingredients: Ingredients) -> Digest | None:
        """Return the last digest if it was made from these and can be read."""
        last = self._history.latest()
        return self._read(last) if last and last.ingredients == ingredients else None

    def _read(self, kept: Kept) -> Digest | None:
        try:
            return digest_from_json(kept.record, list(kept.keys), self.contents.find)
        except (KeyError, TypeError, ValueError):
            return None  # written by another version, or edited: it is made again

    def _regenerate(self, ingredients: Ingredients) -> Digest:
        def report(stage: str, done: int, total: int) -> None:
            self._notify(Composing(stage, done, total))

        groups = self._group(ingredients, report)
        by_id = {each.id: self.contents.paragraphs[each.name] for each in self.contents.sources}
        changed = find_last_change(self.contents.sources)
        with open_composer(self.settings, by_id, self.library) as compose:
            made = regenerate(ingredients, groups, changed, self._history, compose, self.contents.find, report)
        self._gallery.clear()
        return made

    def _group(self, ingredients: Ingredients, report: Report) -> list[list[Source]]:
        """Return the sources by story; only new texts are read for it."""
        from agent.digest.events.stories import group_by_traits
        from agent.digest.events.traits import Traits, read_traits
        from agent.digest.keeping.cabinet import Cabinet

        sources = {source.id: source for source in self.contents.sources}
        done = count(1)
        report("group", 0, len(sources))

        def read(number: int) -> Traits:
            report("group", next(done), len(sources))
            body = [paragraph.text for paragraph in self.contents.paragraphs[sources[number].name]]
            return read_traits(sources[number], body, self.library.embedder)

        keys = {number: ingredients.source_key(source) for number, source in sources.items()}
        return group_by_traits(self.contents.sources, Cabinet(self.library.folder).gather(keys, read))


def name_model(settings: Settings) -> str:
    """Return the name that tells the model of the settings from others, without loading it.

    Raises ModelError or UsageError for a model that is not there.
    """
    spec = settings.model or BUNDLED
    if spec == BUNDLED or is_address(spec):
        return spec
    return find_model(spec, offline=settings.offline).stem


def find_last_change(sources: Sequence[Source]) -> str:
    """Return the time (ISO, UTC) at which the youngest of the sources' files was last written.

    This and not the time of day is what a digest is dated by: equal sources give equal bytes anywhere.
    """
    times = []
    for source in sources:
        try:
            times.append(Path(source.path).stat().st_mtime)
        except OSError:
            continue  # gone since the library was refreshed; the next digest will not have it
    youngest = datetime.fromtimestamp(int(max(times, default=0)), UTC)
    return youngest.isoformat()


def hash_prompt() -> str:
    """Return the hash of the prompt that a digest is phrased by; the others decide nothing here."""
    return hash_texts({PROMPT: (files("prompts") / f"{PROMPT}.jinja").read_text("utf-8")})
