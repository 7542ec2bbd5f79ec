"""The digest as the JSON object that scripts rely on (schema 1), and back."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from agent.answer.answer import Citation
from agent.digest.digest import Claim, Digest, Name, Status, Story, StorySource, SummarySentence, TimelineEntry
from agent.digest.keeping.changes import Change, Kind
from index.source import Paragraph, Source

SCHEMA = 1

FindParagraph = Callable[[str, int], Paragraph | None]
"""Finds a paragraph by its source's name and its number; None where the library has it no more."""


def digest_as_json(digest: Digest) -> dict[str, Any]:
    """Return a digest in the contract's form."""
    return {
        "schema": SCHEMA,
        "fingerprint": digest.fingerprint,
        "generated": digest.generated,
        "model": digest.model,
        "stories": [story_as_json(story) for story in digest.stories],
    }


def write_json(record: dict[str, Any]) -> str:
    """Return a record as text; equal records are written with equal bytes."""
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def story_as_json(story: Story) -> dict[str, Any]:
    """Return a story in the contract's form, which leaves out its key."""
    return {
        "title": story.title,
        "sources": [_source_as_json(source) for source in story.sources],
        "origins": story.origins,
        "names": [{"name": name.name, "variants": list(name.variants)} for name in story.names],
        "summary": [{"text": each.text, "citations": list(each.citations)} for each in story.summary],
        "claims": [_claim_as_json(claim) for claim in story.claims],
        "timeline": [
            {"date": entry.date, "text": entry.text, "citations": list(entry.citations)} for entry in story.timeline
        ],
        "citations": [citation_as_json(citation) for citation in story.citations],
    }


def citation_as_json(citation: Citation) -> dict[str, Any]:
    """Return a citation in the contract's form; `quote` is verbatim from the paragraph."""
    source = citation.paragraph.source
    return {
        "n": citation.n,
        "source": source.name,
        "title": source.title,
        "publisher": source.publisher,
        "date": source.date,
        "paragraph": citation.paragraph.n,
        "quote": citation.quote,
        "also_in": [{"source": place.source.name, "paragraph": place.n} for place in citation.also_in],
    }


def changes_as_json(changes: Sequence[Change], fingerprint: str) -> dict[str, Any]:
    """Return what changed up to the digest of this fingerprint, a list for each kind of change."""
    return {"schema": SCHEMA, "fingerprint": fingerprint} | {
        kind.value: [_change_as_json(change) for change in changes if change.kind is kind] for kind in Kind
    }


def digest_from_json(record: dict[str, Any], keys: list[str], find: FindParagraph) -> Digest:
    """Return the digest of a record; `keys` are those of its stories. Raises KeyError, TypeError, ValueError."""
    stories = zip(record["stories"], keys, strict=True)
    return Digest(
        fingerprint=record["fingerprint"],
        generated=record["generated"],
        model=record["model"],
        stories=tuple(story_from_json(story, key, find) for story, key in stories),
    )


def story_from_json(record: dict[str, Any], key: str, find: FindParagraph) -> Story:
    """Return the story of a record, its paragraphs found again or, where that fails, made of their quotes."""
    listed = {each["source"]: _source_from_json(each, number) for number, each in enumerate(record["sources"], 1)}
    return Story(
        key=key,
        title=record["title"],
        sources=tuple(StorySource(listed[e["source"]], e["origin"], e["copy_of"]) for e in record["sources"]),
        origins=record["origins"],
        names=tuple(Name(each["name"], tuple(each["variants"])) for each in record["names"]),
        summary=tuple(SummarySentence(each["text"], tuple(each["citations"])) for each in record["summary"]),
        claims=tuple(_claim_from_json(each) for each in record["claims"]),
        timeline=tuple(
            TimelineEntry(each["date"], each["text"], tuple(each["citations"])) for each in record["timeline"]
        ),
        citations=tuple(_citation_from_json(each, listed, find) for each in record["citations"]),
    )


def _change_as_json(change: Change) -> dict[str, Any]:
    return {
        "story": change.story,
        "text": change.claim.text,
        "status": change.claim.status.value,
        "before": change.before.value if change.before else None,
        "sources": list(change.sources),
    }


def _source_as_json(entry: StorySource) -> dict[str, Any]:
    source = entry.source
    return {
        "source": source.name,
        "title": source.title,
        "publisher": source.publisher,
        "date": source.date,
        "origin": entry.origin,
        "copy_of": entry.copy_of,
    }


def _source_from_json(record: dict[str, Any], number: int) -> Source:
    return Source(number, record["source"], "", record["title"], record["publisher"], record["date"])


def _claim_as_json(claim: Claim) -> dict[str, Any]:
    return {
        "text": claim.text,
        "status": claim.status.value,
        "origins": claim.origins,
        "citations": list(claim.citations),
        "opposing": list(claim.opposing),
        "date": claim.date,
    }


def _claim_from_json(record: dict[str, Any]) -> Claim:
    return Claim(
        text=record["text"],
        status=Status(record["status"]),
        origins=record["origins"],
        citations=tuple(record["citations"]),
        opposing=tuple(record["opposing"]),
        date=record["date"],
    )


def _citation_from_json(record: dict[str, Any], listed: dict[str, Source], find: FindParagraph) -> Citation:
    def place(name: str, n: int) -> Paragraph:
        found = find(name, n)
        if found:
            return found
        source = listed.get(name) or Source(0, name, "", record["title"], record["publisher"], record["date"])
        return Paragraph(source, n, record["quote"])

    return Citation(
        n=record["n"],
        paragraph=place(record["source"], record["paragraph"]),
        quote=record["quote"],
        also_in=tuple(place(each["source"], each["paragraph"]) for each in record["also_in"]),
    )
