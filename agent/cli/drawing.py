"""How an answer looks on a terminal: sentences as they are verified, then the numbered citations."""

import shutil
import textwrap
from collections.abc import Sequence

import click

from agent.answer.answer import Answer, AnswerSentence, Citation
from index.source import Paragraph

_WIDEST = 96


def draw_sentence(sentence: AnswerSentence) -> str:
    """Return a sentence wrapped to the terminal, its citation numbers in colour."""
    numbers = " ".join(f"[{number}]" for number in sentence.citations)
    lines = _wrap(f"{sentence.text} {numbers}".rstrip(), "")
    for number in sentence.citations:
        lines = lines.replace(f"[{number}]", click.style(f"[{number}]", fg="cyan"))
    return lines


def draw_citations(citations: Sequence[Citation]) -> str:
    """Return the numbered citations: title, publisher, date, place and quotation of each."""
    return "\n".join(_draw_citation(citation) for citation in citations)


def draw_nearest(answer: Answer) -> str:
    """Return what is said when the sources do not tell, with the passages that came nearest; or nothing was asked."""
    notes = [_wrap(note, "") for note in answer.notes]
    lines = notes if answer.aside else ["The sources do not say.", *notes]
    if answer.citations:
        lines += ["", click.style("Nearest passages (none of them surely answers the question):", dim=True)]
        lines.append(draw_citations(answer.citations))
    return "\n".join(lines)


def draw_disputes(answer: Answer) -> str:
    """Return one line a dispute: which citations stand on which side."""
    return "\n".join(
        click.style("Disputed: ", fg="yellow", bold=True)
        + f"{_numbers(dispute.for_)} and {_numbers(dispute.against)} contradict each other."
        for dispute in answer.disputes
    )


def draw_ranking(answer: Answer) -> str:
    """Return the ranking that the answer was chosen from as a table, best first."""
    names = list(dict.fromkeys(name for entry in answer.ranking for name in entry.parts))
    head = "rank  score  " + "  ".join(f"{name:>8}" for name in names) + "  paragraph"
    rows = [
        f"{entry.rank:>4}  {entry.score:>5.2f}  "
        + "  ".join(f"{entry.parts.get(name, 0.0):>8.3f}" for name in names)
        + f"  {name_place(entry.paragraph)}"
        for entry in answer.ranking
    ]
    return "\n".join([click.style(head, bold=True), *rows])


def name_place(paragraph: Paragraph) -> str:
    """Return a paragraph's place as `concord show` takes it."""
    return f"{paragraph.source.name}:{paragraph.n}"


def _draw_citation(citation: Citation) -> str:
    source = citation.paragraph.source
    known = [source.title, source.publisher, source.date]
    head = " · ".join(part for part in known if part)
    lines = [click.style(_wrap(f"[{citation.n}] {head} ({name_place(citation.paragraph)})", "", "    "), bold=True)]
    lines.append(_wrap(f"{citation.before} “{citation.quote}”".lstrip(), "    "))
    if citation.also_in:
        places = ", ".join(name_place(paragraph) for paragraph in citation.also_in)
        lines.append(click.style(_wrap(f"also in {places}", "    "), dim=True))
    return "\n".join(lines)


def _numbers(numbers: Sequence[int]) -> str:
    return ", ".join(f"[{number}]" for number in numbers)


def _wrap(text: str, indent: str, following: str | None = None) -> str:
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    return textwrap.fill(
        text,
        max(width, 20),
        initial_indent=indent,
        subsequent_indent=indent if following is None else following,
        break_long_words=False,
        break_on_hyphens=False,
    )
