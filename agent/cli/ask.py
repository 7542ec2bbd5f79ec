"""`concord ask`: one question, one checked and cited answer."""

import json
import os
import sys

import click

from agent.cli.contract import answer_as_json
from agent.cli.drawing import draw_citations, draw_disputes, draw_nearest, draw_ranking, draw_sentence
from agent.cli.options import SourcesCommand, common_options
from agent.cli.progress import Progress
from agent.cli.stdout import put
from agent.pipeline.events import Answered
from agent.pipeline.settings import Settings
from index.controls import strip_controls
from index.errors import UsageError

LONGEST = 4000
"""Characters that a question may have; a longer one is a document, not a question."""


@click.command("ask", cls=SourcesCommand)
@click.argument("question", nargs=-1)
@common_options
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of text.")
@click.option("--explain", is_flag=True, help="Also show the ranking that the answer was chosen from.")
def ask(
    question: tuple[str, ...],
    settings: Settings,
    as_json: bool,
    explain: bool,
) -> int:
    """Answer QUESTION from the sources, every sentence with the paragraph it stands in.

    The question is read from standard input when it is not given. Exit code 1: the sources do not say.
    """
    from agent.pipeline.session import Session

    text = _read_question(question)
    with Progress(settings.verbose) as progress, Session(settings, progress.show) as session:
        answer = None
        for event in session.ask(text):
            drawn = progress.show(event)
            if drawn and not as_json:
                put(draw_sentence(drawn))
            if isinstance(event, Answered):
                answer = event.answer
                if answer.abstained:
                    session.note_unread()  # what was asked for may stand there
    assert answer is not None
    if as_json:
        put(json.dumps(answer_as_json(answer, explain), ensure_ascii=False, indent=2))
    elif answer.abstained:
        put(draw_nearest(answer))
    else:
        parts = [draw_disputes(answer), *answer.notes, draw_citations(answer.citations)]
        put("\n" + "\n\n".join(part for part in parts if part))
    if explain and not as_json:
        put("\n" + draw_ranking(answer))
    return int(answer.abstained)


def _read_question(words: tuple[str, ...]) -> str:
    """Return the question from the arguments or standard input; raises UsageError for none or a far too long one."""
    given = os.fsencode(" ".join(words)).decode("utf-8", "replace")  # a shell may give bytes that are no Unicode
    if not words and not sys.stdin.isatty():
        given = sys.stdin.buffer.read().decode("utf-8", "replace")
    text = " ".join(strip_controls(given).split())
    if not text:
        raise UsageError("No question was given.", 'Ask one: ask "who took Albu Kamal?"')
    if not any(character.isalnum() for character in text):
        raise UsageError("The question has no words.", 'Ask one in words: ask "who took Albu Kamal?"')
    if len(text) > LONGEST:
        message = f"The question has {len(text):,} characters; {LONGEST:,} are the most."
        raise UsageError(message, "Ask one question, and put documents into a folder: --sources FOLDER")
    return text
