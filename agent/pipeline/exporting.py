"""Exporting: a conversation becomes a file of its own, and no file that is there already is written over."""

from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from agent.pipeline.markdown import Heading, write_conversation
from agent.pipeline.talk import Talk
from index.errors import LibraryError

_WORDS, _LETTERS = 8, 80
"""The most words and letters of a title that the name of a file is made of."""


def export_talk(talk: Talk) -> str:
    """Return a conversation as Markdown, under a heading that tells when and over what it was held."""
    models = dict.fromkeys(turn.answer.model for turn in talk.turns if turn.answer and turn.answer.model)
    begun = talk.begun or datetime.now(UTC).isoformat()
    sources = [f"library {talk.place.library}"] if talk.place.library else list(talk.place.folders)
    facts = {
        "Begun": f"{begun[:16].replace('T', ' ')} UTC",
        "Sources": ", ".join(sources) or talk.sources,
        "Model": ", ".join(models),
    }
    return write_conversation(Heading(name_talk(talk), facts), talk.turns)


def name_talk(talk: Talk) -> str:
    """Return the title of a conversation: its first question."""
    return talk.turns[0].asked if talk.turns else "A conversation without a question"


def name_file(title: str) -> str:
    """Return the name, without a suffix, of the file that a conversation of this title is written into."""
    words = "".join(letter if letter.isalnum() else " " for letter in title.casefold()).split()
    return f"concord-{'-'.join(words[:_WORDS])}"[:_LETTERS].rstrip("-")


def write_new(folder: Path, name: str, text: str) -> Path:
    """Write a text into a new file, numbered where there is one of that name, and return its path.

    Raises LibraryError where the folder cannot be written.
    """
    for n in count(1):
        path = folder / (f"{name}.md" if n == 1 else f"{name}-{n}.md")
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError:
            continue
        except OSError as error:
            message = f"Not exported: {path} cannot be written ({error.strerror})."
            raise LibraryError(message, "Start the chat in a folder of yours: cd ~ && concord chat --resume") from error
        return path
    raise AssertionError
