"""Cases: labelled questions with the documents they are asked of, and the texts of those for every system."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from agent.evaluation.gold import GoldQuestion
from agent.evaluation.questions import read_stories
from agent.evaluation.reader import write_documents
from index.errors import SourceError, UsageError
from index.folders import find_files
from index.readers import SUFFIXES, read_document


@dataclass(frozen=True, slots=True)
class Case:
    """Questions about some sources."""

    sources: tuple[Path, ...]
    questions: tuple[GoldQuestion, ...]


def make_cases(data: Path, questions: Sequence[GoldQuestion], folder: Path, limit: int | None) -> list[Case]:
    """Write the stories that the questions are about below `folder`; return a case for each, `limit` at most.

    Raises UsageError for a question whose story is not in `story_triplets.jsonl` of `data`.
    """
    asked: defaultdict[str, list[GoldQuestion]] = defaultdict(list)
    for question in questions:
        asked[question.event].append(question)
    stories = read_stories(data)
    for event in asked:
        if event not in stories:
            raise UsageError(f"There is no story “{event}” in {data}.", "Give the folders of the sources: --sources")
    return [
        Case((write_documents(folder / event, stories[event]),), tuple(asked[event])) for event in list(asked)[:limit]
    ]


def write_texts(sources: Sequence[Path], folder: Path) -> Path:
    """Write what Concord reads of each source, title and cleaned paragraphs, as one text file; return the folder.

    A source that cannot be read is left out, as it is by Concord; raises UsageError where none is left.
    """
    documents: dict[str, str] = {}
    for file in find_files(sources, SUFFIXES):
        try:
            document = read_document(file.path)
        except SourceError:
            continue
        documents[f"{len(documents):05}.txt"] = "\n\n".join([document.title, *document.paragraphs])
    if not documents:
        raise UsageError("No source can be read.", "Give others: --sources FOLDER")
    return write_documents(folder, documents)
