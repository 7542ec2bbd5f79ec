"""Invented articles whose sentences are candidates, as they are gathered from a library."""

from agent.evidence.candidates import Candidate
from agent.evidence.quotable import split_quotable
from index.source import Paragraph, Source


def gather(*articles: tuple[str, str | None, list[str]]) -> list[Candidate]:
    """Return the sentences of articles (title, ISO date and paragraphs) in their order."""
    found: list[Candidate] = []
    for number, (title, issued, texts) in enumerate(articles):
        source = Source(number, f"{number}.txt", "", title, None, issued)
        body = [Paragraph(source, n, text) for n, text in enumerate(texts, 1)]
        for paragraph in body:
            found += [Candidate(paragraph, text, "", 1.0, {}, body=body) for text in split_quotable(paragraph.text)]
    return found


def list_told(told: list[bool], candidates: list[Candidate]) -> list[str]:
    """Return the texts of those candidates of which something is told."""
    return [candidate.text for candidate, each in zip(candidates, told, strict=True) if each]
