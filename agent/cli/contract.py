"""The answer as the JSON object that scripts rely on (schema 1)."""

from typing import Any

from agent.answer.answer import Answer, Ranked
from agent.digest.faces.record import citation_as_json
from index.source import Paragraph

SCHEMA = 1


def answer_as_json(answer: Answer, explain: bool = False) -> dict[str, Any]:
    """Return an answer in the contract's form; `ranking` is there only with `explain`."""
    record: dict[str, Any] = {
        "schema": SCHEMA,
        "question": answer.question,
        "answer": answer.text,
        "abstained": answer.abstained,
        "style": answer.style.value,
        "sentences": [
            {"text": item.text, "citations": list(item.citations), "verdict": item.verdict.value}
            for item in answer.sentences
        ],
        "citations": [citation_as_json(citation) for citation in answer.citations],
        "disputes": [
            {"question_side": item.question_side, "for": list(item.for_), "against": list(item.against)}
            for item in answer.disputes
        ],
        "model": answer.model,
        "embedder": answer.embedder,
        "timings": {name: round(seconds, 4) for name, seconds in answer.timings.items()},
    }
    if explain:
        record["ranking"] = [_ranked_as_json(entry) for entry in answer.ranking]
    return record


def _place_as_json(paragraph: Paragraph) -> dict[str, Any]:
    return {"source": paragraph.source.name, "paragraph": paragraph.n}


def _ranked_as_json(entry: Ranked) -> dict[str, Any]:
    place = _place_as_json(entry.paragraph)
    return {"rank": entry.rank, **place, "score": round(entry.score, 4), "parts": entry.parts}
