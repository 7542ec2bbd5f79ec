"""Ingredients: all that a digest is made from, each under a hash, so that equal ones need no work."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from index.source import Paragraph, Source

VERSION = 27
"""To be raised when the digest's code makes something else of the same sources."""

PROMPT = "summary"
"""The prompt that a digest is phrased by."""


@dataclass(frozen=True, slots=True)
class Ingredients:
    """The hash of every source by its name, and what else decides how a digest comes out."""

    sources: Mapping[str, str]
    model: str
    embedder: str
    prompts: str
    version: int

    @property
    def fingerprint(self) -> str:
        """The content address of the digest that is made from these."""
        return _hash(self.as_json())

    def story_key(self, story: Sequence[Source]) -> str:
        """Return the content address of the story that these sources make together."""
        sources = {source.name: self.sources[source.name] for source in story}
        return _hash([sources, self.model, self.embedder, self.prompts, self.version])

    def source_key(self, source: Source) -> str:
        """Return the content address of what is read from a source alone."""
        return _hash([self.sources[source.name], self.embedder, self.version])

    def as_json(self) -> dict[str, Any]:
        """Return the ingredients as plain values."""
        return asdict(self) | {"sources": dict(sorted(self.sources.items()))}

    @classmethod
    def from_json(cls, record: dict[str, Any]) -> "Ingredients":
        """Return the ingredients of a record; raises KeyError, TypeError."""
        return cls(**record)

    def compare(self, before: "Ingredients | None") -> list[str]:
        """Return what differs from the ingredients of an earlier digest, in words, one line each."""
        if before is None:
            return ["There is no digest yet."]
        lines = [f"added: {name}" for name in self.sources if name not in before.sources]
        lines += [f"removed: {name}" for name in before.sources if name not in self.sources]
        lines += [
            f"changed: {name}" for name, found in self.sources.items() if before.sources.get(name, found) != found
        ]
        lines += [f"other model: {self.model}"] if self.model != before.model else []
        lines += [f"other embedder: {self.embedder}"] if self.embedder != before.embedder else []
        lines += ["another prompt"] if self.prompts != before.prompts else []
        lines += ["another version of Concord"] if self.version != before.version else []
        return lines


def hash_source(source: Source, paragraphs: Sequence[Paragraph]) -> str:
    """Return the hash of what a source says and says of itself."""
    texts = [paragraph.text for paragraph in paragraphs]
    return _hash([source.name, source.title, source.publisher, source.date, texts])


def hash_texts(texts: Mapping[str, str]) -> str:
    """Return one hash of named texts."""
    return _hash(dict(sorted(texts.items())))


def _hash(content: object) -> str:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.blake2b(text.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
